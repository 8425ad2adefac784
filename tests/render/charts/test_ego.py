from itertools import pairwise

import pytest

from generator.render.charts.ego import MOST, Neighbour, ego_graph


def _neighbours(count: int) -> list[Neighbour]:
    return [Neighbour(f"Body {number}", "co-mention", count - number, f"co-mention-{number}") for number in range(count)]


def test_fewer_than_three_neighbours_need_no_picture() -> None:
    assert ego_graph(_neighbours(2)) is None


def test_at_most_fifteen_are_drawn_and_the_rest_counted() -> None:
    drawn = ego_graph(_neighbours(40))
    assert drawn is not None
    assert len(drawn.rays) == MOST
    assert drawn.left_out == 25


@pytest.mark.parametrize("count", range(3, MOST + 1))
def test_labels_of_a_side_never_touch_and_stay_within_the_picture(count: int) -> None:
    drawn = ego_graph(_neighbours(count))
    assert drawn is not None
    for anchor in ("start", "end"):
        heights = sorted(ray.y for ray in drawn.rays if ray.anchor == anchor)
        assert all(below - above >= 20 for above, below in pairwise(heights))
        assert all(10 <= y <= drawn.height - 10 for y in heights)


def test_every_ray_leads_to_its_row() -> None:
    drawn = ego_graph(_neighbours(5))
    assert drawn is not None
    assert [ray.row for ray in drawn.rays] == [f"co-mention-{number}" for number in range(5)]


def test_a_long_name_is_shortened_and_whole_in_the_title() -> None:
    name = "The Standing Commission on the Upper Ferry Crossings"
    drawn = ego_graph([Neighbour(name, "structural", 1, "structural-1"), *_neighbours(2)])
    assert drawn is not None
    assert drawn.rays[0].name == "The Standing Commission on…"
    assert drawn.rays[0].title == name
