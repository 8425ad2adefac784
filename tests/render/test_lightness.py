"""A page gives up its comforts one by one, and only as many as it must."""

from __future__ import annotations

import pytest

from generator.model import File
from generator.render.lightness import Comforts, make_light


@pytest.mark.parametrize(
    ("most", "made"),
    [
        (900, [Comforts(3)]),
        (899, [Comforts(3), Comforts(1)]),
        (699, [Comforts(3), Comforts(1), Comforts(0)]),
        (599, [Comforts(3), Comforts(1), Comforts(0), Comforts(0, drawn=False)]),
        (10, [Comforts(3), Comforts(1), Comforts(0), Comforts(0, drawn=False)]),
    ],
)
def test_a_page_has_the_comforts_that_there_is_room_for(most: int, made: list[Comforts]) -> None:
    asked: list[Comforts] = []

    def make(comforts: Comforts) -> tuple[tuple[File, ...], tuple[()]]:
        asked.append(comforts)
        return (File("a.html", b"x" * (500 + 100 * comforts.carrying + 100 * comforts.drawn)),), ()

    (file,), _ = make_light(make, most)
    assert asked == made
    assert len(file.content) == 500 + 100 * made[-1].carrying + 100 * made[-1].drawn


def test_a_page_that_cannot_be_shown_is_made_once() -> None:
    asked: list[Comforts] = []

    def make(comforts: Comforts) -> tuple[tuple[File, ...], tuple[()]]:
        asked.append(comforts)
        return (), ()

    assert make_light(make) == ((), ())
    assert asked == [Comforts()]
