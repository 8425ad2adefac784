import re
from pathlib import Path

import jinja2

from generator.render.charts.world import world_map

DESK = Path(__file__).parents[3] / "themes" / "desk"


def test_shades_are_steps_of_equal_ratio() -> None:
    drawn = world_map([("XA", "Xland", "x", 1), ("XB", "Ylor", "y", 9), ("XC", "Zett", "z", 10), ("XD", "Wun", "w", 10000)])
    assert drawn is not None
    assert [one.shade for one in drawn.countries] == [1, 1, 1, 4]
    assert drawn.steps == ((1, 1, 10), (4, 10000, 10000))


def test_a_country_without_an_article_is_not_shaded() -> None:
    assert world_map([("XA", "Xland", "x", 0)]) is None


def test_the_themes_map_has_every_shape_in_its_frame_and_a_dot_for_small_states() -> None:
    module = jinja2.Environment(autoescape=True).from_string((DESK / "templates" / "_world.html").read_text()).module
    lands, dots = vars(module)["lands"], vars(module)["dots"]
    width, height = vars(module)["size"]
    assert len(lands) > 170
    assert {"SG", "MT", "BH", "TO", "VA", "NR"} <= dots.keys()
    assert all(re.fullmatch(r"(M-?\d+[ -]\d+l[-\d ]+z)+", shape) for shape in lands.values())
    assert all(0 <= x <= width and 0 <= y <= height for x, y in dots.values())
