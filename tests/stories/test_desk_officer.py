"""The desk officer adds one text file and sees which pages changed, each new point citing it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from pages import Page
from projects import make_project, published, write
from telling import brief, differing, holding, listed, twin, words

NEW = "2031-03-15-lighthouse"
TEXT = "Mara Oduya promised a new lighthouse for Suva on Saturday.\n"
FIELDS = "title: A lighthouse\ndate: 2031-03-15\nsource: harbour-news\nkind: news\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    brief(root, "build")
    return root


def add(root: Path) -> None:
    write(root / f"content/articles/{NEW}.txt", TEXT)
    write(root / f"content/articles/{NEW}.yaml", FIELDS)


def test_the_list_of_changed_files_is_the_set_of_files_that_differ(project: Path) -> None:
    before = published(project)
    add(project)
    done = brief(project, "build")
    assert done.stderr == ""
    told = listed(done.stdout)
    assert set(told) == differing(before, published(project))
    assert told["actors/mara-oduya.html"] == f"+1 point, because {NEW}"
    assert "actors/tomas-lindqvist.html" not in told
    assert "countries/iceland.html" not in told


def test_the_json_report_tells_the_same(project: Path) -> None:
    add(project)
    report = json.loads(brief(project, "build", "--json").stdout.splitlines()[-1])
    assert report["points"]["actors/mara-oduya.html"] == {"added": 1, "replaced": 0, "withdrawn": 0, "because": [NEW]}


def test_a_first_site_is_not_listed_file_by_file(tmp_path: Path) -> None:
    done = brief(make_project(tmp_path / "new"), "build")
    assert listed(done.stdout) == {}


def test_every_added_point_leads_to_its_passage_in_the_new_article(project: Path) -> None:
    add(project)
    brief(project, "build")
    files = published(project)
    (point,) = [one for one in twin(project, "actors/mara-oduya")["key_points"] if one["cites"][0]["article"] == NEW]
    cite = point["cites"][0]
    page = files[f"articles/{NEW}.html"].decode()
    anchor = f"s{cite['start']}-{cite['end']}"
    assert f'href="../articles/{NEW}.html#{anchor}"' in files["actors/mara-oduya.html"].decode()
    element = re.search(rf'id="{anchor}"[^>]*>(.*?)</(?:span|mark|p)>', page, re.DOTALL)
    assert element is not None
    assert cite["text"] in Page(f"<p>{page[element.start() - 20 :]}").text
    assert cite["text"] == json.loads(files[f"articles/{NEW}.json"])["text"][cite["start"] : cite["end"]]


def test_removing_the_files_gives_the_site_from_before(project: Path) -> None:
    before = published(project)
    add(project)
    brief(project, "build")
    for ending in ("txt", "yaml"):
        (project / f"content/articles/{NEW}.{ending}").unlink()
    done = brief(project, "build")
    assert published(project) == before
    assert listed(done.stdout)["actors/mara-oduya.html"] == f"1 withdrawn, because {NEW}"
    assert f"- articles/{NEW}.html" in done.stdout


def test_a_bare_text_is_published_with_warnings_that_show_its_sidecar_and_strict_refuses_it(project: Path) -> None:
    write(project / "content/articles/lantern.txt", f"The lantern of Suva\n\n{TEXT}")
    done = brief(project, "build")
    assert "has no date" in done.stderr
    assert "has no source" in done.stderr
    assert "content/articles/lantern.yaml" in done.stderr
    assert "The lantern of Suva" in Page(published(project)["articles/lantern.html"].decode()).text
    before = published(project)
    write(project / "content/articles/lamp.txt", f"The lamp of Suva\n\n{TEXT}")
    brief(project, "build", "--strict", status=1)
    assert published(project) == before


def test_the_same_text_under_another_name_is_reported_as_a_copy_and_is_no_further_origin(project: Path) -> None:
    add(project)
    brief(project, "build")
    before = twin(project, "actors/mara-oduya")
    shutil.copy(project / f"content/articles/{NEW}.txt", project / "content/articles/2031-03-16-again.txt")
    write(project / "content/articles/2031-03-16-again.yaml", FIELDS.replace("03-15", "03-16"))
    done = brief(project, "build")
    assert f"The article 2031-03-16-again is a copy: it holds the text of {NEW}." in done.stderr
    after = twin(project, "actors/mara-oduya")
    assert after["origins"] == before["origins"]
    assert [point["origins"] for point in after["key_points"]] == [point["origins"] for point in before["key_points"]]
    write(project / "content/articles/2031-03-16-again.yaml", FIELDS.replace("03-15", "03-16") + f"relays: [{NEW}]\n")
    assert "is a copy" not in brief(project, "build").stderr


def test_a_report_says_by_name_whom_it_repeats_and_no_file_names_what_is_left_out(project: Path) -> None:
    add(project)
    write(project / f"content/articles/{NEW}.yaml", FIELDS.replace("kind: news", "status: draft"))
    write(project / "content/articles/2031-03-17-later.txt", "Mara Oduya spoke of the new lighthouse again on Sunday.\n")
    relayed = "title: Again\ndate: 2031-03-17\nrelays: [{}]\n"
    said = {NEW: "another report", "harbour-news": "Harbour News", "2031-03-04-answer-sent": "Harbour News"}
    for id, name in said.items():
        write(project / "content/articles/2031-03-17-later.yaml", relayed.format(id))
        brief(project, "build")
        for page in ("articles/2031-03-17-later", "actors/mara-oduya", "timeline", "index"):
            assert f"repeats {name}" in words(project, page), page
        assert holding(project, NEW) == set()
