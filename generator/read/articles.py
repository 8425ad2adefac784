"""Turns an article's file and its sidecar into what is analysed (Body), what lists show (Card) and what must exist elsewhere.

The text is evidence: only its encoding and line ends are normalised, and the headline stays in it where it stands in it.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.fold import name_words, slug
from generator.model import Body, Card, Correction, Prose, ReadArticle, Reference
from generator.problems import Location, Problem, errors
from generator.read.bodies import read_markdown_body, read_plain_body
from generator.read.decoding import control_warnings, decode_text
from generator.read.front_matter import part_front_matter
from generator.read.ids import ID, id_trouble
from generator.read.overrides import read_mentions, read_quotations
from generator.read.yaml_nodes import Document, KeyPath, read_yaml, unreadable

if TYPE_CHECKING:
    from generator.read.fields import ArticleFields

_LEADING_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-|$)", re.ASCII)
_COUNTRY = re.compile("[A-Z]{2}")
_LONGEST_TITLE = 120  # code points of a first line that stands in for a headline


def read_article(
    path: str, data: bytes, sidecar_path: str, sidecar: bytes, language: str
) -> tuple[ReadArticle, tuple[Problem, ...]]:
    """One article. `path` is the project path; `sidecar_path` is empty where there is no sidecar; `language` is the site's.

    Reports what cannot be decoded, every mistake in the fields, overrides that do not match exactly once and a text over a
    limit; warns of control characters, of a missing date and of a missing source.
    """
    # pydantic and its types take a fifth of a second to load: only a build that reads something pays.
    from generator.read.checking import check_fields
    from generator.read.fields import ArticleFields

    prose, document, problems = _read_files(path, data, sidecar_path, sidecar)
    checked, wrong = check_fields(document, ArticleFields)
    fields = checked or ArticleFields.model_validate({})
    title = fields.title or _stand_in_title(prose) or PurePosixPath(path).stem
    day, time = _day_and_time(fields, path)
    mentions, unmatched_mentions = read_mentions(document, fields.mentions, prose.text)
    quotations, unmatched_quotations = read_quotations(document, fields.quotations, prose.text)
    body = _body(path, prose, fields, day, fields.language or language)
    body = msgspec.structs.replace(body, mention_overrides=mentions, quotation_overrides=quotations)
    card = _card(body, fields, title, time)
    words = name_words(f"{title}\n{prose.text}")
    read = ReadArticle(body, card, words, _references(document, fields), fingerprint(prose.text))
    late = (*unmatched_mentions, *unmatched_quotations, *_contradictions(document, fields), *_page_names(document, fields))
    missing = _missing(path, sidecar_path, document, read) if document.is_readable and not errors(problems) else ()
    return read, (*problems, *wrong, *late, *missing)


def fingerprint(text: str) -> str:
    """Equal for articles with one text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() if text else ""


def _body(path: str, prose: Prose, fields: ArticleFields, day: str, language: str) -> Body:
    return Body(
        id=PurePosixPath(path).stem,
        prose=prose,
        date=day,
        language=language,
        kind=fields.kind,
        rights=fields.rights,
        tags=tuple(dict.fromkeys([*fields.actors, *fields.countries])),
        topics=tuple(dict.fromkeys(slug(topic) for topic in fields.topics)),
        not_linked=tuple(fields.not_linked),
        dateline_country=(fields.dateline.country or "") if fields.dateline else "",
        relays=tuple(_id_of(relay) for relay in fields.relays),
    )


def _read_files(path: str, data: bytes, sidecar_path: str, sidecar: bytes) -> tuple[Prose, Document, tuple[Problem, ...]]:
    """The text, the fields as written (of the sidecar where there is one), and what is wrong with either."""
    text, problems = decode_text(path, data)
    prose, document = Prose(), None
    if text is not None and path.endswith(".md"):
        parted, of_front = part_front_matter(path, text)
        prose, of_body = read_markdown_body(path, parted.rest, parted.first_line)
        problems = (*problems, *of_front, *of_body)
        document = parted.front
    elif text is not None:
        prose, of_body = read_plain_body(path, text)
        problems = (*problems, *of_body)
    if not sidecar_path:
        return prose, document or read_yaml(path, "")[0], problems
    if document is not None:
        message = f"This article has both front matter and a sidecar, {sidecar_path}."
        both = Problem(Location(path, 1, 1, "---"), message, "the fields in one place", f"move all fields into {sidecar_path}")
        problems = (*problems, both)
    content, unread = decode_text(sidecar_path, sidecar)
    if content is None:
        return prose, unreadable(sidecar_path), (*problems, *unread)
    beside, of_sidecar = read_yaml(sidecar_path, content)
    return prose, beside, (*problems, *of_sidecar, *(control_warnings(sidecar_path, content) if beside.is_readable else ()))


def _stand_in_title(prose: Prose) -> str:
    """The first heading, else the first line, cut at a word where it is longer than a headline."""
    heading = next((block for block in prose.blocks if block.kind == "heading"), None)
    text = prose.text[heading.start : heading.end] if heading else prose.text.strip().split("\n", 1)[0]
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    cut = line[: _LONGEST_TITLE - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _day_and_time(fields: ArticleFields, path: str) -> tuple[str, str]:
    """Publication day, and time where one is given: of the fields, else the day at the head of the file name."""
    if fields.date:
        day, _, time = fields.date.partition("T")
        return day, time
    from generator.read.field_types import is_day  # loaded with pydantic, see above

    leading = _LEADING_DAY.match(PurePosixPath(path).stem)
    return (leading[1] if leading and is_day(leading[1]) else ""), ""


def _id_of(name: str) -> str:
    """A publisher's id: the word itself where it is in the shape of an id, else its slug."""
    return name if ID.fullmatch(name) else slug(name)


def _card(body: Body, fields: ArticleFields, title: str, time: str) -> Card:
    withdrawn = fields.withdrawn
    return Card(
        id=body.id,
        title=title,
        date=body.date,
        source=_id_of(fields.source or ""),
        source_name="" if fields.source is None or ID.fullmatch(fields.source) else fields.source,
        url=fields.url or "",
        archive_url=fields.archive_url or "",
        authors=tuple(fields.authors),
        language=body.language,
        kind=body.kind,
        dateline=(fields.dateline.place or "") if fields.dateline else "",
        topics=body.topics,
        relays=body.relays,
        reliability=fields.reliability or "",
        rights=body.rights,
        status=fields.status or ("withdrawn" if withdrawn else "published"),
        withdrawn_date=withdrawn.date if withdrawn else "",
        withdrawn_reason=withdrawn.reason if withdrawn else "",
        embargo=_latest_instant(fields.embargo or ""),
        handling=fields.handling,
        corrections=tuple(Correction(one.date, one.note) for one in fields.corrections),
        time=time,
    )


def _latest_instant(moment: str) -> str:
    """An embargo with offset. Without one it ends when that moment has come everywhere on Earth: never too early."""
    if not moment:
        return ""
    moment = moment if "T" in moment else f"{moment}T00:00:00"
    return moment if re.search(r"[+-]\d{2}:\d{2}$", moment) else f"{moment}-12:00"


def _references(document: Document, fields: ArticleFields) -> tuple[Reference, ...]:
    """Every id that these fields use, with its place."""
    found = [Reference("actor", id, document.at(("actors", place))) for place, id in enumerate(fields.actors)]
    found += [Reference("country", code, document.at(("countries", place))) for place, code in enumerate(fields.countries)]
    found += [_entity(id, document.at(("not", place))) for place, id in enumerate(fields.not_linked)]
    means = ((one.means, ("mentions", place, "is")) for place, one in enumerate(fields.mentions))
    speakers = ((one.speaker, ("quotations", place, "speaker")) for place, one in enumerate(fields.quotations))
    found += [_entity(id, document.at(where)) for id, where in (*means, *speakers) if id != "none"]
    if fields.source and ID.fullmatch(fields.source):
        found.append(Reference("source", fields.source, document.at(("source",))))
    if fields.dateline and fields.dateline.country:
        found.append(Reference("country", fields.dateline.country, document.at(("dateline", "country"))))
    relays = ((relay, document.at(("relays", place))) for place, relay in enumerate(fields.relays))
    found += [Reference("article or source", relay, where) for relay, where in relays if ID.fullmatch(relay)]
    return tuple(found)


def _entity(id: str, where: Location) -> Reference:
    return Reference("country" if _COUNTRY.fullmatch(id) else "actor", id, where)


def _contradictions(document: Document, fields: ArticleFields) -> tuple[Problem, ...]:
    """Fields that are right by themselves and wrong together."""
    if fields.status == "withdrawn" and fields.withdrawn is None and "withdrawn" not in document.data:
        message = "This article is withdrawn, but neither day nor reason is given."
        fix = 'add "withdrawn: {date: YYYY-MM-DD, reason: …}"'
        return (Problem(document.at(("status",)), message, "withdrawn: {date, reason}", fix),)
    if fields.withdrawn is not None and fields.status not in (None, "withdrawn"):
        message = f"This article has a withdrawal, but its status is {fields.status}."
        return (Problem(document.at(("status",)), message, "status: withdrawn", "write withdrawn, or remove the withdrawal"),)
    return ()


def _page_names(document: Document, fields: ArticleFields) -> tuple[Problem, ...]:
    """Topics and a publisher's name must be able to name a page."""
    named: list[tuple[str, KeyPath]] = [(topic, ("topics", place)) for place, topic in enumerate(fields.topics)]
    named += [(name, where) for name, where in _plain_publishers(fields) if not ID.fullmatch(name)]
    problems = []
    for name, where in named:
        id = slug(name)
        trouble = id_trouble(id) if id else "holds no letter or digit"
        if trouble:
            message = f'No page can be named after "{name[:60]}": the id "{id[:60]}" {trouble}.'
            problems.append(Problem(document.at(where), message, "a name of letters and digits"))
    return tuple(problems)


def _plain_publishers(fields: ArticleFields) -> list[tuple[str, KeyPath]]:
    first: list[tuple[str, KeyPath]] = [(fields.source, ("source",))] if fields.source else []
    return first + [(relay, ("relays", place)) for place, relay in enumerate(fields.relays)]


def _missing(path: str, sidecar_path: str, document: Document, read: ReadArticle) -> tuple[Problem, ...]:
    """Warn of an article without text, date or source, showing what to write and where."""
    if sidecar_path:
        where, place = Location(sidecar_path, 1, 1), f"in {sidecar_path}"
    elif path.endswith(".md"):
        where, place = Location(path, 1, 1), "in the front matter, between two lines --- at the head of the file"
    else:
        where, place = Location(path, 1, 1), f"in a new file {path.removesuffix('.txt')}.yaml"
    problems = []
    if not read.body.prose.text.strip() and read.body.rights != "metadata":
        message = f"The article {read.card.id} holds no text."
        problems.append(Problem(Location(path, 1, 1), message, "the text of the article, or rights: metadata", "", "warning"))
    if not read.card.date and "date" not in document.data:
        message = f"The article {read.card.id} has no date."
        problems.append(Problem(where, message, "date: YYYY-MM-DD", f'write "date: YYYY-MM-DD" {place}', "warning"))
    if not read.card.source and "source" not in document.data:
        message = f"The article {read.card.id} has no source."
        fix = f'write "source: name of the publisher" {place}'
        problems.append(Problem(where, message, "source: name of the publisher", fix, "warning"))
    return tuple(problems)
