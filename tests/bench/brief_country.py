"""What the briefing of one country costs, by number of articles, and what one article more costs in the preview.

python tests/bench/brief_country.py [ARTICLES] [ADDED]

For growing shares of ARTICLES (5,000) invented articles about one country, whose analyses are known, it prints the processor
time of the country's briefing. Then it previews a project of all of them, adds ADDED (10) articles one by one, and prints the
median and the slowest time from a save to the country's page that lists the article. The people are known to the first part
alone, so that the second renews one briefing.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "serve"))

from previewing import CODE, previewing

from generator.analyse.analysis import analyse
from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import build_lexicon, slice_lexicon
from generator.articles import weigh_article
from generator.brief.briefings import brief_subject
from generator.brief.origins import trace_origins
from generator.model import Contribution, Limits, Since, Sketch
from generator.read.actors import read_actor
from generator.read.articles import read_article
from generator.read.countries import known_countries, name_country
from generator.read.gazetteer import known_places

PEOPLE = ("Mara Oduya", "Tomas Lindqvist", "Ilse Brandt", "Kofi Tamba", "Ana Reyes", "Jonas Vik")
TOPICS = ("harbours", "mines", "railways", "schools", "taxes", "fishing")
_SYLLABLES = ("ba", "del", "fir", "go", "hul", "jen", "ka", "lor", "mi", "nep", "or", "pul", "ra", "sten", "tu", "vash")
WORDS = tuple(first + second + third for first in _SYLLABLES for second in _SYLLABLES for third in _SYLLABLES)
PATIENCE = 30.0


def text_of(number: int) -> str:
    """An invented article of a dozen sentences about Fiji; a few words are common and most rare, as in any language (Zipf)."""
    chance = random.Random(number)  # noqa: S311

    def word() -> str:
        return WORDS[int(len(WORDS) ** chance.random()) - 1]

    def sentence() -> str:
        who, figure = chance.choice(PEOPLE), chance.randint(2, 900)
        told = " ".join(word() for _ in range(chance.randint(5, 14)))
        return chance.choice(
            (
                f"{who} brought Fiji {figure} of the {told}.",
                f'"Fiji needs the {told}," {who} said.',
                f"{who} said {figure} people in Fiji had asked for a {told}.",
                f"Fiji opened its {told} on {chance.randint(1, 28)} May.",
                f"The {told} employs {figure} people.",
            )
        )

    return "\n\n".join(" ".join(sentence() for _ in range(3)) for _ in range(4)) + "\n"


def day_of(number: int) -> str:
    """Ten articles a day."""
    return time.strftime("%Y-%m-%d", time.gmtime(1_000_000_000 + 8_640 * number))


def contributions(count: int) -> list[tuple[Contribution, Sketch]]:
    """What the articles give to Fiji, with their sketches."""
    actors = [read_actor(f"{number}.yaml", f"name: {name}\n".encode())[0].naming for number, name in enumerate(PEOPLE)]
    lexicon = build_lexicon((*actors, *(name_country(country).naming for country in known_countries())))
    places = index_places(known_places())
    found = []
    for number in range(count):
        sidecar = f"date: {day_of(number)}\nsource: wire-{number % 40}\ntopics: [{TOPICS[number % len(TOPICS)]}]\n"
        read, _ = read_article(f"a{number}.txt", text_of(number).encode(), f"a{number}.yaml", sidecar.encode(), "en")
        names = slice_lexicon(read.words, lexicon, places)
        analysis = analyse(read.body, names)
        weighed = weigh_article(title="", body=read.body, source=read.card.source, analysis=analysis, names=names)
        found.append((weighed.by_subject["FJ"], weighed.sketch))
    return found


def brief(given: list[tuple[Contribution, Sketch]]) -> float:
    """Seconds of processor time for one briefing, the best of three."""
    took = []
    for _ in range(3):
        begun = time.process_time()
        brief_subject(
            subject="FJ",
            contributions=tuple(contribution for contribution, _ in given),
            origins=trace_origins(tuple(sketch for _, sketch in given)),
            hide=(),
            limits=Limits(8, 40, 40),
            belongings=(),
            terms=(),
            since=Since("7 days"),
            fallen=(),
            sketches=(),
            withdrawn={},
            contested={},
        )
        took.append(time.process_time() - begun)
    return min(took)


def add_one_by_one(count: int, added: int) -> list[float]:
    """Seconds from the save of each added article to the country's page with it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        (root / "content/articles").mkdir(parents=True)
        (root / "brief.yaml").write_text("title: Fiji\n")
        for number in range(count):
            (root / f"content/articles/{day_of(number)}-a{number}.txt").write_text(text_of(number))
        build = [sys.executable, "-m", "generator", "build"]
        subprocess.run(build, cwd=root, env={"PYTHONPATH": str(CODE)}, check=True, capture_output=True)
        took = []
        with previewing(root) as preview:
            preview.page("/countries/fiji.html")
            for number in range(count, count + added):
                name = f"{day_of(number)}-a{number}"
                path = root / f"content/articles/{name}.txt"
                begun = time.perf_counter()
                path.write_text(f"Fiji launched its {number}th ship.\n\n{text_of(number)}")
                while f"articles/{name}.html".encode() not in preview.page("/countries/fiji.html"):
                    if time.perf_counter() - begun > PATIENCE:
                        raise TimeoutError(name)
                    time.sleep(0.002)
                took.append(time.perf_counter() - begun)
                time.sleep(1)
        return took


def main(count: int = 5_000, added: int = 10) -> None:
    """Brief, then preview."""
    given = contributions(count)
    for share in (8, 4, 2, 1):
        part = given[: count // share]
        took = brief(part)
        print(
            f"{len(part)} articles of one country: {took * 1000:.0f} ms, {took * 1e6 / len(part):.0f} µs an article", flush=True
        )
    took = add_one_by_one(count, added)
    print(f"one article more in the preview: median {statistics.median(took) * 1000:.0f} ms, slowest {max(took) * 1000:.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
