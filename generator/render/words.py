"""Turns a catalogue into the interface's words; one rule: a message without a translation is shown as it is, in English.

Messages are gettext's: `%(name)s` stands for a value, and a number chooses among a language's forms. Templates and Python say
them by the same names, so that one extraction finds them all.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from generator.model import Catalogue

_CONTEXT = "\x04"  # between a message's context and the message, as gettext has it


class Words:
    """The interface's words in one language; the methods are gettext's, with the values by name."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index a catalogue."""
        self.language = catalogue.language
        self._forms = dict(catalogue.messages)
        self._form_of = _chooser(catalogue.plural) if catalogue.plural else _english_form

    def gettext(self, message: str, **values: object) -> str:
        """A message with its values."""
        found = self.forms(message)[0]
        return found % values if values else found

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """A message that means different things in different places."""
        found = self._forms.get(context + _CONTEXT + message, (message,))[0]
        return found % values if values else found

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A message in the form that a number takes; `%(num)s` stands for the number."""
        return self.forms(one, many)[self.form_of(number)] % {"num": number, **values}

    def listed(self, items: Iterable[str]) -> str:
        """Items in a row."""
        return self.pgettext("between the items of a list", ", ").join(items)

    def forms(self, *message: str) -> tuple[str, ...]:
        """All forms of a message, in the order of `form_of`; given as one text, or as the English singular and plural."""
        return self._forms.get(message[0], message)

    def form_of(self, number: int) -> int:
        """Which form a number takes; the last where a catalogue says nothing else."""
        return self._form_of(number)


@functools.lru_cache(maxsize=8)
def words_of(catalogue: Catalogue) -> Words:
    """A catalogue's words, indexed once in a process."""
    return Words(catalogue)


def message(text: str) -> str:
    """A message of a table, marked for the extraction where it stands and said where it is shown."""
    return text


def _english_form(number: int) -> int:
    return 0 if number == 1 else 1


def _chooser(expression: str) -> Callable[[int], int]:
    """The function that a catalogue's expression describes."""
    import gettext  # only for a site that is not in English

    return gettext.c2py(expression)


ENGLISH = Words(Catalogue())
