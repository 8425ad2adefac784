"""Which files of content/ are what."""

from __future__ import annotations

from generator.read.layout import lay_out


def test_each_kinds_files_are_found_by_their_ids() -> None:
    layout = lay_out(
        (
            "brief.yaml",
            "content/notes.txt",
            "content/actors/hill/mara.yaml",
            "content/countries/NZ.yaml",
            "content/pages/about.md",
            "content/articles/2031/b.md",
            "content/articles/a.txt",
            "content/articles/a.yaml",
            "content/static/Weird Name.png",
            "themes/desk/articles/c.md",
        )
    )
    assert layout.articles == {
        "a": ("content/articles/a.txt", "content/articles/a.yaml"),
        "b": ("content/articles/2031/b.md", ""),
    }
    assert list(layout.articles) == ["a", "b"]
    assert {kind: stems for kind, stems in layout.stems.items() if stems} == {
        "actors": {"mara": "content/actors/hill/mara.yaml"},
        "countries": {"NZ": "content/countries/NZ.yaml"},
        "pages": {"about": "content/pages/about.md"},
    }
    assert layout.static == ("content/static/Weird Name.png",)


def test_a_file_that_is_said_not_to_be_read_is_not_read() -> None:
    paths = ("content/sources/wire.md", "content/disputes/mine.md", "content/pages/about.yaml", "content/actors/mara.yml")
    assert not any(lay_out(paths).stems.values())


def test_a_name_that_cannot_be_an_id_stands_nowhere() -> None:
    layout = lay_out(("content/actors/Mara.yaml", "content/articles/index.md", "content/articles/con.txt"))
    assert not layout.articles
    assert not any(layout.stems.values())
