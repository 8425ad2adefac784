"""What rendering takes and gives."""

from __future__ import annotations

from generator.model.base import Value
from generator.model.briefings import Change, Glance


class Link(Value, frozen=True, array_like=True):
    """An entity as other pages show it."""

    id: str
    name: str
    path: str  # site path of its page; empty: no page
    kind: str = ""  # person, country, …


class Holder(Value, frozen=True, array_like=True):
    """An actor's role in a country, as the country's page shows it."""

    entity: str
    title: str
    start: str
    end: str


class Findable(Value, frozen=True, array_like=True):
    """A subject with every name that somebody might look for."""

    link: Link
    countries: tuple[str, ...]  # codes that an actor belongs to
    names: tuple[str, ...]  # other names: aliases, names in its own script, demonyms; each once


class SiteChange(Value, frozen=True, array_like=True):
    """A change with every subject on whose page it stands."""

    change: Change
    subjects: tuple[Link, ...]


class Moves(Value, frozen=True, array_like=True):
    """How many points of a subject's page came and went within the site's window."""

    added: int = 0
    replaced: int = 0
    withdrawn: int = 0
    first: bool = False  # the page was not there before; its points are not counted


class SubjectCard(Value, frozen=True, array_like=True):
    """A subject in a list."""

    link: Link
    countries: tuple[str, ...]
    glance: Glance


class Template(Value, frozen=True, array_like=True):
    """One Jinja template of the theme in force."""

    name: str
    source: str
    path: str  # project path or theme path, for messages


class Catalogue(Value, frozen=True, array_like=True, cache_hash=True):
    """The interface's words in one language; a message that it lacks is shown in English."""

    language: str = "en"  # BCP 47
    plural: str = ""  # gettext's expression in C for which form a number takes; empty: the English one
    messages: tuple[tuple[str, tuple[str, ...]], ...] = ()  # message -> its forms, sorted; a context stands before it, with \x04


class Theme(Value, frozen=True, array_like=True, cache_hash=True):
    """The theme in force: the chosen theme's files with the project's own over them."""

    name: str
    templates: tuple[Template, ...]  # sorted by name
    words: Catalogue = Catalogue()


class ThemeLink(Value, frozen=True, array_like=True):
    """A place of the site that a template leads to."""

    target: str  # path within the site
    path: str  # of the template
    line: int
    start: str = "root"  # where its address starts: root | page, named for `to` | here, in the page's own folder


class Site(Value, frozen=True, array_like=True):
    """What stands on every page; tiny, because a change of it rebuilds all of them."""

    title: str
    base_url: str
    language: str
    edition: str
    theme_options: tuple[tuple[str, str], ...] = ()
    feeds: bool = True
    exports: bool = True
    as_of: str = ""  # only where brief.yaml sets it
    search: str = ""  # names | full: search.html is published, so that pages may link to it; empty: it is not
    urls: str = "flat"  # flat: actors/john-key.html; folders: actors/john-key/


class File(Value, frozen=True, array_like=True):
    """One published file."""

    path: str
    content: bytes
