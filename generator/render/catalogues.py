"""Turns gettext catalogues into the interface's words; one rule: a site in English without words of its own loads nothing.

Ours stand in generator/locale; a theme, or a project over it, adds `locale/fr.po` with whatever it words differently. Files are
read as they are written: there is no compiled form to keep in step.
"""

from __future__ import annotations

import pkgutil

from generator.model import Catalogue
from generator.problems import Location, Problem
from generator.render.phrases import placeholders

LANGUAGES = ("ar", "fr")  # beside English, which is the messages' own language
_CONTEXT = "\x04"
_Messages = dict[str, tuple[str, ...]]


def assemble_words(language: str, theme: str, files: dict[str, bytes]) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The words of a language (BCP 47), a theme's own over ours; the main language's where a region has none.

    `files` maps theme-relative paths (`locale/fr.po`) to bytes. A message whose translation lacks one of its values is a problem.
    """
    messages: _Messages = {}
    plural = ""
    problems: list[Problem] = []
    for tag in _from_general(language):
        sources = [(f"generator/locale/{tag}", _ours(tag))] if tag in LANGUAGES else []
        own = f"locale/{tag}.po"
        sources += [(f"themes/{theme}/{own}", files[own])] if own in files else []
        for path, data in sources:
            found, rule, wrong = _read(tag, path, data)
            messages |= found
            plural = rule if tag in LANGUAGES else plural
            problems += wrong
    return Catalogue(language, plural, tuple(sorted(messages.items()))), tuple(problems)


def _from_general(language: str) -> list[str]:
    """A language tag and those it is a special case of, the most general first: `fr`, `fr-CA`."""
    parts = language.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _ours(tag: str) -> bytes:
    """The catalogue that came with brief."""
    return pkgutil.get_data("generator", f"locale/{tag}/LC_MESSAGES/brief.po") or b""


def _read(tag: str, path: str, data: bytes) -> tuple[_Messages, str, list[Problem]]:
    """A catalogue's messages, its rule for numbers, and what is wrong with it; fuzzy and empty translations do not count."""
    from babel.messages.pofile import PoFileError, read_po  # a tenth of a second that English does without

    try:
        lines = data.decode("utf-8-sig").splitlines(keepends=True)
        catalogue = read_po(lines, locale=tag.replace("-", "_"), abort_invalid=True)
    except UnicodeDecodeError as error:
        return {}, "", [Problem(Location(path), f"This catalogue is not UTF-8: byte {error.start} cannot be read.")]
    except (PoFileError, ValueError) as error:
        place = Location(path, getattr(error, "lineno", 0), 1) if getattr(error, "lineno", 0) else Location(path)
        return {}, "", [Problem(place, f"This catalogue cannot be read: {error}")]
    messages: _Messages = {}
    problems: list[Problem] = []
    for one in catalogue:
        texts, forms = _texts(one.id), _texts(one.string)
        if not texts[0] or one.fuzzy or not all(forms):
            continue
        mistake = _mistake(texts, forms)
        if mistake:
            problems.append(Problem(Location(path, one.lineno or 1, 1), f"The translation of “{texts[0]}” {mistake}."))
        else:
            messages[(one.context + _CONTEXT if one.context else "") + texts[0]] = forms
    return messages, catalogue.plural_expr if messages else "", problems


def _texts(found: object) -> tuple[str, ...]:
    """A message or a translation, with its forms."""
    return tuple(map(str, found)) if isinstance(found, list | tuple) else (str(found or ""),)


def _mistake(texts: tuple[str, ...], forms: tuple[str, ...]) -> str:
    """What is wrong with a translation: every value of the message stands in it, and no other."""
    # A form for one or two may say the number in a word, so a value has to stand in one of the forms only.
    given, used = placeholders(texts[-1]), placeholders(" ".join(forms))
    if lacking := sorted(given - used):
        return f"lacks {', '.join(lacking)}"
    if unknown := sorted(used - given - placeholders(texts[0])):
        return f"names {', '.join(unknown)}, which the message does not have"
    return ""
