"""The bottom line of a page that the desk gives none: the newest point that tells something."""

from pathlib import Path

import pytest
from pages import Page
from projects import build, published, write

LONG = " ".join(["The council of Arland thanked Mira Voss for"] + ["a year of"] * 20 + ["work."])


@pytest.mark.parametrize(
    ("newest", "shown"),
    [
        ("Mira Voss resigned as harbour master on Friday.", "Mira Voss resigned as harbour master on Friday."),
        ("Mira Voss sent a wreath.", "Mira Voss opened the northern harbour with nine ships."),
        (LONG, "Mira Voss opened the northern harbour with nine ships."),
    ],
)
def test_the_newest_point_that_is_neither_very_short_nor_too_long_is_the_bottom_line(
    tmp_path: Path, newest: str, shown: str
) -> None:
    write(tmp_path / "content/actors/mira-voss.yaml", "name: Mira Voss\n")
    write(tmp_path / "content/articles/2020-05-01-harbour.txt", "Mira Voss opened the northern harbour with nine ships.\n")
    write(tmp_path / "content/articles/2020-05-02-news.txt", f"{newest}\n")
    build(tmp_path)
    page = Page(published(tmp_path)["actors/mira-voss.html"].decode()).text
    assert page.partition("Bottom line")[2].lstrip().startswith(shown)


def test_where_all_points_are_very_short_the_newest_is_the_bottom_line(tmp_path: Path) -> None:
    write(tmp_path / "content/actors/mira-voss.yaml", "name: Mira Voss\n")
    write(tmp_path / "content/articles/2020-05-01-tea.txt", "Mira Voss poured the tea.\n")
    write(tmp_path / "content/articles/2020-05-02-wreath.txt", "Mira Voss sent a wreath.\n")
    build(tmp_path)
    page = Page(published(tmp_path)["actors/mira-voss.html"].decode()).text
    assert page.partition("Bottom line")[2].lstrip().startswith("Mira Voss sent a wreath.")
