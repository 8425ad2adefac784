"""Checks that every id names something: a file's stem that can be an id, and a reference to something that exists.

An id that exists but is left out of this edition is no mistake; one that nobody ever defined is.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.model import Reference
from generator.problems import Location, Problem
from generator.read.countries import country_codes
from generator.read.layout import ENDINGS, Place, place_of

_MOST_SUGGESTED = 50  # unknown ids for which the nearest known one is looked for; the search is dear among 20,000 ids
_LOOKS_READ = {"yml", "yaml", "md", "markdown", "txt", "json"}


def check_references(
    references: tuple[tuple[Reference, ...], ...],
    actors: tuple[str, ...],
    countries: tuple[str, ...],
    sources: tuple[str, ...],
    articles: tuple[str, ...],
) -> tuple[None, tuple[Problem, ...]]:
    """Report every reference, file by file, to an id that does not exist, with the nearest that does."""
    known = {
        "actor": frozenset(actors),
        "country": frozenset(countries),
        "source": frozenset(sources),
        "article": frozenset(articles),
        "article or source": frozenset(articles) | frozenset(sources),
    }
    unknown = [one for of_file in references for one in of_file if one.id not in known[one.kind]]
    problems = []
    for place, one in enumerate(unknown):
        near = _nearest(one.id, known[one.kind]) if place < _MOST_SUGGESTED else ""
        expected, fix = _where_defined(one.kind), f"write {near}" if near else ""
        problems.append(Problem(one.location, f'There is no {one.kind} "{one.id[:80]}".', expected, fix))
    return None, tuple(problems)


def _where_defined(kind: str) -> str:
    return {
        "actor": "the id of a file in content/actors/",
        "country": "an ISO 3166-1 code of two capital letters",
        "source": "the id of a file in content/sources/, or the publisher's name in plain text",
        "article": "the name of a file in content/articles/, without its ending",
        "article or source": "the id of an article or of a file in content/sources/, or a name in plain text",
    }[kind]


def _nearest(id: str, known: frozenset[str]) -> str:
    """The known id that looks most like this one; compared only with those that could be close."""
    if not id or len(id) > 200:
        return ""
    likely = sorted(one for one in known if abs(len(one) - len(id)) <= 6 and (one[0] == id[0] or one[-2:] == id[-2:]))
    close = get_close_matches(id, likely[:2000], n=1, cutoff=0.7)
    return close[0] if close else ""


def check_ids(paths: tuple[str, ...]) -> tuple[None, tuple[Problem, ...]]:
    """Report stems that cannot be ids, two files of one id, and sidecars without an article, among all project paths."""
    problems, lone = list[Problem](), list[Problem]()
    known, first = frozenset(paths), dict[tuple[str, str], str]()
    collisions: dict[tuple[str, str], list[str]] = {}
    for path in sorted(paths):
        place = place_of(path)
        if place is None:
            continue
        if not place.is_read:
            problems += _unread(path, place)
            continue
        problems += _trouble_of(path, place)
        if place.kind == "articles" and place.ending == "yaml":
            lone += _lone_sidecar(path, known)
            continue
        key = place.kind, _collision_key(place.stem)
        if first.setdefault(key, path) != path:
            collisions.setdefault(key, [first[key]]).append(path)
    problems += [_collision(kind, same) for (kind, _), same in sorted(collisions.items())]
    return None, (*problems, *lone)


def _unread(path: str, place: Place) -> list[Problem]:
    """Warn of a file that looks as if it should be read and is not."""
    ending = place.ending.lower()
    if place.kind not in ENDINGS or ending not in _LOOKS_READ:
        return []
    wanted = ENDINGS[place.kind]
    better = {"yml": "yaml", "markdown": "md"}.get(ending, ending)
    fix = f"rename the file to {place.stem}.{better}" if better in wanted else ""
    told = " or ".join(f".{one}" for one in wanted)
    message = f"This file is not read: in content/{place.kind}/ a name ends in {told}."
    return [Problem(Location(path), message, f"a name that ends in {told}", fix, "warning")]


def _collision_key(stem: str) -> str:
    """Equal for names that some file system takes for one."""
    return stem.lower() if stem.isascii() else unicodedata.normalize("NFKC", stem).casefold()


def _trouble_of(path: str, place: Place) -> list[Problem]:
    stem = place.stem
    if place.kind == "countries":
        if len(stem) == 2 and stem.isascii() and stem.isalpha() and stem.isupper():
            return _unknown_country(path, stem)
        fix = f"rename the file to {stem.upper()}" if len(stem) == 2 and stem.isascii() and stem.isalpha() else ""
        return [
            Problem(Location(path), f'The name "{stem[:80]}" is not a country code.', "two capital letters, such as NZ.yaml", fix)
        ]
    if not place.trouble:
        return []
    message = f'The file name "{stem[:80]}" cannot be an id: it {place.trouble}.'
    return [Problem(Location(path), message, "a name such as john-key", "rename the file")]


def _unknown_country(path: str, code: str) -> list[Problem]:
    if code in country_codes():
        return []
    return [Problem(Location(path), f"There is no country {code}.", "an ISO 3166-1 code of two capital letters, such as NZ")]


def _collision(kind: str, same: list[str]) -> Problem:
    first, second, *_ = same
    one = {
        "articles": "article",
        "actors": "actor",
        "countries": "country",
        "sources": "source",
        "disputes": "dispute",
        "pages": "page",
    }
    message = f"Two files are the {one[kind]} {PurePosixPath(second).stem[:80]}: {' and '.join(same)}."
    return Problem(Location(second), message, "one file for each id", f"rename or remove {first} or {second}")


def _lone_sidecar(path: str, known: frozenset[str]) -> list[Problem]:
    base = path.removesuffix(".yaml")
    if f"{base}.md" in known or f"{base}.txt" in known:
        return []
    message = "This sidecar has no article beside it."
    return [Problem(Location(path), message, f"{base}.md or {base}.txt", "add the article, or remove the sidecar")]
