"""The site's own timeline: the events of all pages, each once, newest first."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages import Page
from tests.projects import build, make_project, write


def test_events_stand_newest_first_whatever_the_precision_of_their_dates(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    texts = {
        "2032-02-12": "Mara Oduya opened the northern road this week.",
        "2032-05-29": "Mara Oduya opened the copper mine in May 2032.",
        "2032-06-10": "Mara Oduya opened the fish market on 23 March 2032.",
    }
    for date, text in texts.items():
        write(project / f"content/articles/{date}.txt", text + "\n")
        write(project / f"content/articles/{date}.yaml", f"title: {text}\ndate: {date}\nsource: harbour-news\n")
    assert build(project).published
    page = (project / "site/timeline.html").read_text(encoding="utf-8")
    assert re.findall(r'<span class="when">([^<]+ 2032)<', page) == [
        "in May 2032",
        "23 March 2032",
        "in the week of 9 February 2032",
    ]
    assert re.findall(r"reported (\d+ \w+ 2032)", page) == ["29 May 2032", "10 June 2032", "12 February 2032"]


def test_a_long_timeline_goes_on_on_further_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    write(tmp_path / "content/actors/mara-oduya.yaml", "name: Mara Oduya\n")
    days = [f"2032-{month:02d}-{day:02d}" for month in range(1, 7) for day in range(1, 22)]
    for day in days:
        road = day.replace("-", "").translate(str.maketrans("0123456789", "abcdefghij")).capitalize()
        write(tmp_path / f"content/articles/{day}.txt", f"Mara Oduya opened the {road} road on {day}.\n")
    write(tmp_path / "brief.yaml", "briefing: {timeline: 500}\nsearch: false\n")
    assert build(tmp_path).published
    first, second = (Page((tmp_path / f"site/timeline{more}.html").read_text(encoding="utf-8")) for more in ("", "-2"))
    assert [len(re.findall("Mara Oduya opened", page.text.partition("Sources of")[0])) for page in (first, second)] == [100, 26]
    assert {"timeline.html", "timeline-2.html"} <= {link.partition("#")[0] for page in (first, second) for link in page.links}
    assert not (tmp_path / "site/timeline-3.html").exists()
