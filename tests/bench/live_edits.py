"""How long after a save the preview serves the changed bytes, and how long until an open browser shows them.

python tests/bench/live_edits.py PROJECT [EDITS]      copies PROJECT, starts a preview of it cold and warm, and prints for each
                                                      kind of edit the median and the slowest in milliseconds: from the end of
                                                      the save to the end of the answer that holds it, and to the frame in
                                                      which headless Chromium shows it (where Playwright and a Chromium are)
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[place]) for place in (2, 1)] + [str(Path(__file__).parents[1] / "serve")]

from previewing import CODE, Preview, previewing  # noqa: E402

try:
    from browsing import browsing
except ImportError:
    browsing = None

PATIENCE = 60.0
FIRST = 300.0  # seconds that the first page of ten thousand articles may take, with nothing remembered
WRITTEN_DOWN = 9.0  # seconds of quiet after which a preview has kept what it learnt
# Resolves with the time of the first frame in which the condition holds.
WATCH = """(condition) => { window.seen = new Promise((resolve) => {
  const holds = new Function('return ' + condition);
  const look = () => holds() ? resolve(Date.now()) : requestAnimationFrame(look);
  look();
}); }"""


class Edit(NamedTuple):
    """One save, and how to see it."""

    path: Path
    text: str
    address: str  # at which the changed bytes are served
    served: str  # what they hold
    open: str  # page that a reader has open
    shown: str  # condition, in script, that holds when the page shows it


def main(project: Path, edits: int = 30) -> None:
    """Copy, preview cold, preview warm, edit."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", ".brief", ".site.brief"))
        for name in ("static/desk.css", "templates/article.html", "templates/base.html"):
            (root / "themes/desk" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CODE / "themes/desk" / name, root / "themes/desk" / name)
        time.sleep(3)  # the files' stamps are old enough to stand for their bytes
        for turn in ("cold", "warm", "warm again"):
            begun = time.perf_counter()
            with previewing(root, "--jobs", "2") as preview:
                first = next((root / "content/articles").rglob("*.md")).stem
                preview.get(f"/articles/{first}.html", patience=FIRST)
                print(f"start to first page, {turn}: {time.perf_counter() - begun:.2f} s", flush=True)
                if turn == "warm again":
                    measure(root, preview, edits)
                time.sleep(WRITTEN_DOWN)


def measure(root: Path, preview: Preview, edits: int) -> None:
    """Print a row for each kind of edit."""
    for name, edit in kinds(root).items():
        tell(name, "served", [served(preview, edit(number)) for number in range(edits)])
        if browsing is not None:
            with browsing() as browser:
                page = browser.new_page()
                tell(name, "shown", [shown(preview, page, edit(edits + number)) for number in range(edits)])


def kinds(root: Path) -> dict[str, Callable[[int], Edit]]:
    """Kind of edit -> number -> edit."""
    articles = sorted((root / "content/articles").rglob("*.md"))
    actors = sorted((root / "content/actors").glob("*.yaml"))
    theme = root / "themes/desk"
    page = f"/articles/{articles[0].stem}.html"

    def nth(number: int) -> Path:
        return articles[(number * 37) % len(articles)]

    def text_shows(text: str) -> str:
        return f"document.body.textContent.includes({text!r})"

    def article(number: int) -> Edit:
        path, line = nth(number), f"Mark {number} of the tide was seen at noon."
        address = f"/articles/{path.stem}.html"
        return Edit(path, f"{path.read_text()}\n{line}\n", address, line, address, text_shows(line))

    def summary(number: int) -> Edit:
        path, line = actors[number % len(actors)], f"Watch number {number} held."
        text = path.read_text().partition("summary:")[0]
        cited = f"[{{article: {nth(number).stem}, text: Mark {number} of the tide was seen at noon.}}]"
        note = f"summary: {{text: {line}, by: Desk, date: 2031-01-01, cites: {cited}}}"
        address = f"/actors/{path.stem}.html"
        return Edit(path, f"{text}{note}\n", address, line, address, text_shows(line))

    def look(number: int) -> Edit:
        path, colour = theme / "static/desk.css", f"rgb(1, 2, {number})"
        condition = f"getComputedStyle(document.body).outlineColor === {colour!r}"
        text = f"{path.read_text()}\nbody {{ outline-color: {colour} }}\n"
        return Edit(path, text, "/assets/desk.css", colour.replace(" ", ""), page, condition)

    def layout(name: str) -> Callable[[int], Edit]:
        def make(number: int) -> Edit:
            path, line = theme / f"templates/{name}.html", f"Turn {number} of {name}."
            text = re.sub(r"<p>Turn \d+ of \w+\.</p>", "", path.read_text())
            mark = "{% block main %}" if name == "article" else "</body>"
            added = f"{mark}<p>{line}</p>" if name == "article" else f"<p>{line}</p>{mark}"
            return Edit(path, text.replace(mark, added, 1), page, line, page, text_shows(line))

        return make

    def alias(number: int) -> Edit:
        # A numeral would be the surname of a person, and stands in most articles.
        path, name = actors[number % len(actors)], f"Velmora Quist{chr(97 + number // 26)}{chr(97 + number % 26)}"
        text = re.sub(r"\w+ Quist\w\w(, )?", "", path.read_text())
        listed = re.sub(r"(?m)^aliases: \[", f"aliases: [{name}, ", text)
        text = listed if listed != text else f"{text}aliases: [{name}]\n"
        address = f"/actors/{path.stem}.html"
        return Edit(path, text, address, name, address, text_shows(name))

    def spoken_alias(number: int) -> Edit:
        """An alias whose first word stands in hundreds of articles."""
        edit = alias(number)
        word = ("Officials", "Analysts", "Witnesses", "Traders", "Neither", "Shipping")[number % 6]
        name = edit.served.replace("Velmora", word)
        return edit._replace(text=edit.text.replace("Velmora", word), served=name, shown=text_shows(name))

    return {
        "one article": article,
        "an actor's summary": summary,
        "a template (article.html)": layout("article"),
        "the shared base (base.html)": layout("base"),
        "a style sheet": look,
        "an added alias": alias,
        "an added alias, first word common": spoken_alias,
    }


def served(preview: Preview, edit: Edit) -> float:
    """Seconds from a save to the end of the answer that shows it."""
    preview.get(edit.address)
    edit.path.write_text(edit.text, encoding="utf-8")
    begun = time.perf_counter()
    while edit.served.encode() not in preview.get(edit.address)[2]:
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError(edit)
        time.sleep(0.002)
    took = time.perf_counter() - begun
    time.sleep(0.3)
    return took


def shown(preview: Preview, page: Any, edit: Edit) -> float:
    """Seconds from a save to the frame that shows it in the page that is open."""
    address = f"http://127.0.0.1:{preview.port}{edit.open}"
    if page.url != address:
        page.goto(address)
    page.wait_for_timeout(300)
    page.evaluate(WATCH, edit.shown)
    edit.path.write_text(edit.text, encoding="utf-8")
    begun = time.time()
    seen: float = page.evaluate("window.seen")
    return seen / 1000 - begun


def tell(name: str, what: str, took: list[float]) -> None:
    """Print one row."""
    ordered = [one * 1000 for one in sorted(took)]
    load = os.getloadavg()[0]
    print(
        f"{name}, {what}: median {statistics.median(ordered):.0f} ms, 9 of 10 within {ordered[len(ordered) * 9 // 10]:.0f} ms, "
        f"slowest {ordered[-1]:.0f} ms; {len(ordered)} edits, load {load:.1f}",
        flush=True,
    )
    time.sleep(2)  # the second look at every file is over


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
