"""The site's own timeline: the events of all pages, each once, newest first."""

from __future__ import annotations

import re
from pathlib import Path

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
