from itertools import pairwise

import pytest

from generator.render.charts.net import MOST, Strand, net


def _wheel(count: int, kind: str = "co-mention") -> list[Strand]:
    return [
        Strand(f"Body {number}", f"Body {(number + 1) % count}", kind, number + 1, f"{kind}-{number}") for number in range(count)
    ]


def test_fewer_than_three_parties_need_no_picture() -> None:
    assert net([Strand("Ann Ost", "Bo Ide", "structural", 1, "structural-1")]) is None


@pytest.mark.parametrize("count", [3, 4, 17, MOST])
def test_labels_of_a_side_never_touch_and_stay_within_the_picture(count: int) -> None:
    drawn = net(_wheel(count))
    assert drawn is not None
    assert drawn.form == "ring"
    assert len(drawn.knots) == count
    for anchor in ("start", "end"):
        heights = sorted(knot.y for knot in drawn.knots if knot.anchor == anchor)
        assert all(below - above >= 20 for above, below in pairwise(heights))
        assert all(10 <= y <= drawn.height - 10 for y in heights)


def test_more_parties_than_forty_make_a_matrix_of_the_strongest_and_the_rest_are_counted() -> None:
    drawn = net(_wheel(MOST + 1))
    assert drawn is not None
    assert drawn.form == "matrix"
    assert {knot.name for knot in drawn.knots} >= {"Body 40", "Body 39", "Body 38"}
    assert drawn.left_out == MOST + 1 - len(drawn.knots)


def test_each_pair_is_drawn_once_by_what_ties_it_most() -> None:
    twice = Strand("Body 1", "Body 0", "structural", 1, "structural-1")
    drawn = net([*_wheel(5), twice])
    assert drawn is not None
    assert len(drawn.threads) == 5
    assert [one.row for one in drawn.threads if one.title == "Body 0 – Body 1"] == ["structural-1"]


def test_a_structural_cell_a_dealing_and_a_co_mention_have_different_forms() -> None:
    drawn = net([*_wheel(50), *_wheel(50, "interaction")[40:45], *_wheel(50, "structural")[45:48]])
    assert drawn is not None
    assert {(one.kind, one.path[-6:].count("z"), "a" in one.path, "l" in one.path) for one in drawn.threads} == {
        ("structural", 1, False, False),
        ("interaction", 1, False, True),
        ("co-mention", 1, True, False),
    }


@pytest.mark.parametrize("count", [12, 60])
def test_the_order_of_the_relations_does_not_change_the_picture(count: int) -> None:
    assert net(_wheel(count)) == net(_wheel(count)[::-1])


def test_a_long_name_is_shortened_and_whole_in_the_title() -> None:
    name = "The Standing Commission on the Upper Ferry Crossings"
    drawn = net([*_wheel(3), Strand(name, "Body 1", "structural", 1, "structural-1")])
    assert drawn is not None
    assert [(knot.name, knot.title) for knot in drawn.knots if knot.title] == [("The Standing Commission…", name)]
