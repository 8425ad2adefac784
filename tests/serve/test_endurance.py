"""A crowd of readers, and a day's work: afterwards the preview holds no more memory, handles or threads than before.

`BRIEF_ENDURANCE=full pytest -m slow tests/serve/test_endurance.py` takes the true numbers (half an hour); without it there are
fewer requests, saves and articles, so that it ends within minutes.
"""

from __future__ import annotations

import http.client
import os
import random
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from previewing import Preview, previewing

from tests.projects import BODIES, make_project, write

FULL = os.environ.get("BRIEF_ENDURANCE") == "full"
REQUESTS, SAVES, ARTICLES = (100_000, 10_000, 1_000) if FULL else (15_000, 1_000, 200)
STREAMS, SLOW = 500, 50
PATHS = ("/index.html", "/actors/mara-oduya.html", "/assets/desk.css", "/manifest.json", "/articles/index.html", "/nowhere")
NAMES = (
    *(
        "Mara Oduya",
        "Tomas Lindqvist",
        "the Harbour Board",
        "Kenya",
        "Iceland",
        "Peru",
        "Chad",
        "Norway",
        "Ghana",
        "Chile",
        "Nepal",
    ),
    *("Latvia", "Malta", "Samoa", "Tonga", "Gabon", "Qatar", "Oman", "Laos", "Cuba", "Haiti", "Benin", "Togo", "Mali", "Niger"),
    *("Angola", "Zambia", "Malawi", "Rwanda", "Bhutan", "Estonia", "Slovenia", "Uruguay", "Paraguay", "Bolivia", "Ecuador"),
)
LONG = 600.0  # seconds that an answer may take on a machine that does other things first
QUIET = 8.0  # seconds after which the second look was taken and what was learnt is written down

pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200)]


def large_project(root: Path) -> Path:
    make_project(root)
    chance = random.Random(4)  # noqa: S311 - chosen texts, not secrets
    for number in range(ARTICLES - len(BODIES)):
        write(article(root, number), body(chance, number))
    return root


def article(root: Path, number: int) -> Path:
    return root / f"content/articles/2031-{number % 12 + 1:02}/2031-{number % 12 + 1:02}-{number % 28 + 1:02}-note-{number}.md"


def body(chance: random.Random, number: int) -> str:
    """Like an article of a desk: it is about a few, and has a source, so that there is nothing to complain of."""
    cast = chance.sample(NAMES, 4)
    lines = (
        f"{chance.choice(cast)} told {chance.choice(cast)} that {chance.randrange(900)} ships had left Suva." for _ in range(12)
    )
    return f"---\ntitle: Note {number}\nsource: harbour-news\n---\n\n" + "\n\n".join(lines) + "\n"


def held(preview: Preview) -> tuple[int, int, int]:
    """Resident kilobytes, open handles, threads."""
    process = Path(f"/proc/{preview.process.pid}")
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    return int(status["VmRSS"].split()[0]), len(list((process / "fd").iterdir())), int(status["Threads"])


def report(figures: str) -> None:
    """How far it is, for whoever looks at a long run (`-s`) or at one that failed."""
    sys.stdout.write(f"kB, handles, threads: {figures}\n")
    sys.stdout.flush()


def ask(preview: Preview, count: int) -> None:
    """Requests over one kept connection."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    for number in range(count):
        connection.request("GET", PATHS[number % len(PATHS)])
        answer = connection.getresponse()
        answer.read()
        assert answer.status in (200, 404)
    connection.close()


def open_sockets(preview: Preview, stack: ExitStack) -> None:
    """Open pages that listen, and readers that neither finish asking nor read what they get."""
    head = f"Host: 127.0.0.1:{preview.port}\r\n"
    for number in range(STREAMS + SLOW):
        connection = stack.enter_context(socket.create_connection(("127.0.0.1", preview.port), 60))
        if number < STREAMS:
            connection.sendall(f"GET /_brief/events?page={PATHS[number % 2]} HTTP/1.1\r\n{head}\r\n".encode())
            assert connection.recv(12) == b"HTTP/1.1 200"
        elif number % 2:
            connection.sendall(f"GET /index.html HTTP/1.1\r\n{head}X-Slow: ".encode())
        else:
            connection.sendall(f"GET /articles/index.html HTTP/1.1\r\n{head}\r\n".encode() * 20)


def saves(preview: Preview, root: Path, count: int) -> Iterator[float]:
    """Seconds from a save until it is served, again and again."""
    text = BODIES["2031-03-09-dues-halved"]
    for number in range(count):
        begun = time.monotonic()
        write(root / "content/articles/2031-03-09-dues-halved.txt", f"{text}\n\nThe tide of hour {number} was even.\n")
        preview.until(
            lambda n=number: f"hour {n} was even".encode() in preview.page("/articles/2031-03-09-dues-halved.html"), LONG
        )
        yield time.monotonic() - begun


def test_a_crowd_leaves_nothing_behind_and_saves_still_show(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    with previewing(root) as preview:
        ask(preview, 2000)
        list(saves(preview, root, 5))
        time.sleep(QUIET)
        before = held(preview)
        with ExitStack() as stack, ThreadPoolExecutor(4) as pool:
            open_sockets(preview, stack)
            crowd = [pool.submit(ask, preview, REQUESTS // 4) for _ in range(4)]
            took = list(saves(preview, root, 9))
            assert held(preview)[1] >= before[1] + STREAMS
            for one in crowd:
                one.result()
        list(saves(preview, root, 2))
        preview.until(lambda: held(preview)[1:] == before[1:])
        time.sleep(QUIET)
        after = held(preview)
        report(f"{before}, then {after}; a save among the crowd: {statistics.median(took):.2f} s, at most {max(took):.2f} s")
        assert after[0] < before[0] * 1.2
        assert "".join(preview.said) == ""


def save_something(root: Path, chance: random.Random, number: int) -> str:
    """One random save; gives the address of a page that it concerns."""
    kind, some = chance.random(), chance.randrange(ARTICLES - len(BODIES))
    if kind < 0.75:
        write(article(root, some), body(chance, some) + f"Save {number}.\n")
        return f"/articles/{article(root, some).stem}.html"
    if kind < 0.8:
        extra = article(root, ARTICLES + chance.randrange(20))
        extra.unlink() if extra.exists() else write(extra, body(chance, number))
        return "/articles/index.html"
    if kind < 0.88:
        write(root / "content/actors/mara-oduya.yaml", f"name: Mara Oduya\ncountry: FJ\nwikidata: Q{number + 1}\n")
        return "/actors/mara-oduya.html"
    if kind < 0.92:
        text = f"name: Tomas Lindqvist\ncountry: IS\naliases: [Lind {chance.choice('ABCDE')}osk]\n"
        write(root / "content/actors/tomas-lindqvist.yaml", text)
        return "/actors/tomas-lindqvist.html"
    if kind < 0.96:
        write(root / "themes/desk/static/desk.css", f"p {{ order: {number} }}\n")
        return "/assets/desk.css"
    if kind < 0.98:
        block = f'{{% extends "base.html" %}}{{% block main %}}<h1>{number}</h1>{{% endblock %}}\n'
        write(root / "themes/desk/templates/topic.html", block)
        return "/index.html"
    write(root / "brief.yaml", f"title: Harbour Desk {number}\n")
    return "/index.html"


def work_a_day(preview: Preview, root: Path) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """What the preview held after a hundred saves, and after all."""
    chance, begun = random.Random(5), time.monotonic()  # noqa: S311 - chosen edits, not secrets
    morning = (0, 0, 0)
    for number in range(SAVES):
        address = save_something(root, chance, number)
        time.sleep(0.01)  # the event is on its way, so that the request below waits for what it leads to
        assert preview.get(address, patience=LONG)[0] in (200, 404)
        if number == 100:
            time.sleep(QUIET)
            morning = held(preview)
        if number % (SAVES // 20) == 0:
            report(f"{number} saves after {time.monotonic() - begun:.0f} s: {held(preview)}")
    list(saves(preview, root, 1))
    time.sleep(QUIET)
    return morning, held(preview)


def test_after_a_days_work_the_preview_holds_what_it_held_in_the_morning(tmp_path: Path) -> None:
    root = large_project(tmp_path)
    with previewing(root) as preview:
        assert preview.get("/index.html", patience=LONG)[0] == 200
        with preview.events("/index.html") as following:
            following()
            morning, evening = work_a_day(preview, root)
        report(f"{morning} after 100 saves, {evening} after {SAVES}")
        assert evening[0] < morning[0] * 1.2
        assert evening[1:] == morning[1:]
        assert "".join(preview.said) == ""
