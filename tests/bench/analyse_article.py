"""What the analysis of one article costs, with 20,000 aliases known, and how it grows with the text.

python tests/bench/analyse_article.py PROJECT      prints milliseconds of processor time an article: the median, over PROJECT's
                                                   articles, of the best of three runs; then the cost of long and hostile texts
"""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.analyse.analysis import analyse
from generator.analyse.geography.gazetteer import index_places
from generator.analyse.lexicon import Gazetteer, Lexicon, build_lexicon, slice_lexicon
from generator.model import Body, Name, Naming, ReadArticle
from generator.read.actors import read_actor
from generator.read.articles import read_article
from generator.read.countries import known_countries, name_country
from generator.read.gazetteer import known_places

ALIASES = 20_000
_SYLLABLES = (
    ("Ab", "El", "Ik", "Om", "Ur", "Ba", "Ke", "Li", "Mo", "Nu"),
    ("da", "fe", "gi", "ho", "ju", "ka", "le", "mi", "no", "pu"),
    ("ra", "s", "ten", "vo", "x"),
)


def namings(project: Path) -> tuple[Naming, ...]:
    """The project's actors, every country, and invented people until 20,000 names are known."""
    actors = [read_actor(str(path), path.read_bytes())[0].naming for path in sorted((project / "content/actors").rglob("*.yaml"))]
    countries = [name_country(country).naming for country in known_countries()]
    missing = ALIASES - sum(len(one.names) for one in (*actors, *countries))
    parts = ["".join(one) for one in itertools.product(*_SYLLABLES)]
    pairs = itertools.islice(itertools.product(parts, parts), missing)
    people = [
        Naming(f"p{number}", "person", f"{first} {last}", (Name(f"{first} {last}", "strong"), Name(last, "short")))
        for number, (first, last) in enumerate(itertools.islice(pairs, missing // 2))
    ]
    return (*actors, *countries, *people)


def cost(read: ReadArticle, lexicon: Lexicon, gazetteer: Gazetteer, tries: int = 3) -> float:
    """Milliseconds for the slice of the lexicon and the analysis; the best of some tries."""
    return best(lambda: analyse(read.body, slice_lexicon(read.words, lexicon, gazetteer)), tries)


def best(call: Callable[[], object], tries: int) -> float:
    """Milliseconds of processor time."""
    took = []
    for _ in range(tries):
        begun = time.process_time()
        call()
        took.append(time.process_time() - begun)
    return min(took) * 1000


def article(text: str) -> ReadArticle:
    """A plain article."""
    return read_article("content/articles/2031-05-01-long.txt", text.encode(), "", b"", "en")[0]


def growth(name: str, make: Callable[[int], str], small: int, large: int, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    """Print how much more a larger text costs than a smaller one of the same kind."""
    little, big = article(make(small)), article(make(large))
    one, other = cost(little, lexicon, gazetteer, 2), cost(big, lexicon, gazetteer, 1)
    size = len(big.body.prose.text) / len(little.body.prose.text)
    print(f"{name}: {size:.1f} times the text, {other / one:.1f} times the time ({one:.0f} ms, {other:.0f} ms)")


def main(project: Path) -> None:
    """Measure."""
    lexicon = build_lexicon(namings(project))
    gazetteer = index_places(known_places())
    paths = sorted((project / "content/articles").rglob("*.md"))[:300]
    read = [read_article(path.name, path.read_bytes(), "", b"", "en")[0] for path in paths]
    words = statistics.median(len(one.body.prose.text.split()) for one in read)
    costs = [cost(one, lexicon, gazetteer) for one in read]
    known = sum(len(found) for seconds in lexicon.entries.values() for found in seconds.values())
    print(
        f"{len(read)} articles of {words:.0f} words, {known} names known: "
        f"median {statistics.median(costs):.2f} ms, mean {statistics.mean(costs):.2f} ms an article"
    )
    body: Body = read[0].body
    text = body.prose.text
    growth("plain text", lambda size: (text + "\n\n") * (size // len(text)), 500_000, 5_000_000, lexicon, gazetteer)
    growth("unclosed quotation marks", lambda count: '"Mara Oduya said so. ' * count, 1_000, 10_000, lexicon, gazetteer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
