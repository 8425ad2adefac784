"""The timings of the desk officer's story: a first build, one text more, and what the commands beside it take.

python tests/bench/stories.py [ARTICLES] [ACTORS]

Makes an invented project (200 articles, 150 actors, 30 countries unless told otherwise) and prints what each command takes as a
new process, wall time and processor time, the best of three where it can be repeated. The story asks for at most 10 s for the
first build and 1.0 s for one article more, on an ordinary laptop.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CODE = Path(__file__).parents[2]
COUNTRIES = (
    "Fiji", "Iceland", "Kenya", "Peru", "Nepal", "Ghana", "Laos", "Malta", "Oman", "Qatar", "Samoa", "Tonga", "Togo", "Chad",
    "Mali", "Niger", "Benin", "Gabon", "Haiti", "Cuba", "Chile", "Spain", "Italy", "Greece", "Latvia", "Estonia", "Norway",
    "Finland", "Denmark", "Ireland",
)  # fmt: skip
VERBS = ("met", "warned", "thanked", "asked", "answered", "visited", "praised", "wrote to")
THINGS = ("the harbour dues", "the railway", "two patrol boats", "the school fund", "a fishing treaty", "the copper mine")
_STARTS, _ENDS = ("Bal", "Cor", "Dun", "Fen", "Gar", "Hol", "Jor", "Kel", "Lam", "Mor"), ("dan", "ric", "sen", "tova", "wick")


def write(path: Path, text: str) -> None:
    """One file with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(number: int, chance: random.Random) -> list[str]:
    """As many full names, each once."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[f"{chance.choice(_STARTS)}{chance.choice(_ENDS)} {chance.choice(_STARTS).title()}{chance.choice(_ENDS)}"] = None
    return list(found)


def article(people: list[str], chance: random.Random) -> str:
    """Twenty sentences about a few people and countries."""
    those, there = chance.sample(people, 4), chance.sample(COUNTRIES, 2)
    sentences = []
    for _ in range(10):
        one, two = chance.sample(those, 2)
        country, thing, day = chance.choice(there), chance.choice(THINGS), chance.randint(1, 28)
        sentences.append(f"{one} {chance.choice(VERBS)} {two} about {thing} of {country} on {day} March 2031.")
        sentences.append(f"{two} said {country} would pay {chance.randint(2, 99)} million for {thing}.")
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def make(root: Path, articles: int, actors: int) -> list[str]:
    """The project."""
    chance = random.Random(7)  # noqa: S311
    people = names(actors, chance)
    write(root / "brief.yaml", "title: Story\n")
    for number, name in enumerate(people):
        write(root / f"content/actors/actor-{number}.yaml", f"name: {name}\n")
    for number in range(articles):
        day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
        write(root / f"content/articles/{day}-story-{number}.txt", article(people, chance))
        write(root / f"content/articles/{day}-story-{number}.yaml", f"title: Story {number}\ndate: {day}\nsource: Gull Gazette\n")
    return people


def run(root: Path, *arguments: str) -> tuple[float, float]:
    """Wall and processor seconds of one command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={"PYTHONPATH": str(CODE), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
        text=True,
    )
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell(what: str, times: list[tuple[float, float]]) -> None:
    """One line of the table."""
    wall, processor = (min(column) for column in zip(*times, strict=True))
    print(f"{what:22} {wall:6.2f} s, processor {processor:6.2f} s", flush=True)


def main() -> None:
    """Print the table."""
    articles, actors = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (200, 150)
    chance = random.Random(8)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        people = make(root, articles, actors)
        print(f"{articles} articles, {actors} actors, {len(COUNTRIES)} countries")
        tell("first build", [run(root, "build")])
        times = []
        for number in range(3):
            more = root / f"content/articles/2031-12-29-more-{number}"
            write(more.with_suffix(".txt"), article(people, chance))
            write(more.with_suffix(".yaml"), "title: More\ndate: 2031-12-29\nsource: Gull Gazette\nkind: news\n")
            times.append(run(root, "build"))
        tell("one article more", times)
        for arguments in (("build",), ("diff",), ("impact", "2031-12-29-more-0"), ("suggest",)):
            tell(
                "nothing changed" if arguments == ("build",) else f"brief {arguments[0]}",
                [run(root, *arguments) for _ in range(3)],
            )


if __name__ == "__main__":
    main()
