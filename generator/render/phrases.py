"""Turns the messages of a template into the site's language while it is compiled; one rule: a page pays nothing for them.

`_('…')`, `pgettext`, `ngettext` and `{% trans %}` are Jinja's own. Their messages are plain texts, so the syntax tree can hold
the translation itself: constant words become part of the template's text, values stay expressions, escaped as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from generator.render.words import Words

_PLACE = re.compile(r"%\((\w+)\)s|%%")
_TAKEN = {"_": 1, "gettext": 1, "pgettext": 2, "ngettext": 2}  # function -> how many plain texts it takes
FORM = "form_of_number"  # the filter that tells which form a number takes


class Translation(NodeTransformer):
    """Puts a language's words in the place of messages."""

    def __init__(self, words: Words) -> None:
        """The words to put in."""
        self._words = words

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 - Jinja finds it by this name
        """Print messages as text, without a call; a message that counts becomes a choice between texts."""
        out: list[nodes.Node] = []
        run: list[nodes.Expr] = []
        for child in node.nodes:
            call = child if isinstance(child, nodes.Call) and is_message(child) else None
            if call is None:
                run.append(cast("nodes.Expr", self.visit(child)))
            elif _name(call) == "ngettext":
                out += [_output(run, node.lineno), *self._choice(call)]
                run = []
            else:
                run += self._pieces(self._text(call), call)
        return [*out, _output(run, node.lineno)]

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - as above
        """A message inside an expression."""
        if not is_message(node):
            return cast("nodes.Expr", self.generic_visit(node))
        if _name(node) != "ngettext":
            return self._whole(self._text(node), node)
        forms = [self._whole(text, node) for text in self._counted(node)]
        chosen = forms[-1]
        for place, form in reversed(list(enumerate(forms[:-1]))):
            chosen = nodes.CondExpr(self._takes(node, place), form, chosen, lineno=node.lineno)
        return chosen

    def _choice(self, call: nodes.Call) -> Iterator[nodes.Node]:
        """The form that a number takes, as a condition around each text."""
        texts = [_output(self._pieces(text, call), call.lineno) for text in self._counted(call)]
        rest: list[nodes.Node] = [texts[-1]]
        for place, text in reversed(list(enumerate(texts[:-1]))):
            rest = [nodes.If(self._takes(call, place), [text], [], rest, lineno=call.lineno)]
        yield from rest

    def _takes(self, call: nodes.Call, place: int) -> nodes.Expr:
        """Whether a call's number takes the form at a place."""
        number, line = call.args[2], call.lineno
        if self._words.language.startswith("en"):
            return nodes.Compare(number, [nodes.Operand("eq", nodes.Const(1, lineno=line), lineno=line)], lineno=line)
        form = nodes.Filter(number, FORM, [], [], None, None, lineno=line)
        return nodes.Compare(form, [nodes.Operand("eq", nodes.Const(place, lineno=line), lineno=line)], lineno=line)

    def _text(self, call: nodes.Call) -> str:
        """The words for a message that does not count."""
        texts = [cast("nodes.Const", one).value for one in call.args]
        return self._words.pgettext(*texts) if len(texts) == 2 else self._words.gettext(texts[0])

    def _counted(self, call: nodes.Call) -> tuple[str, ...]:
        """The forms of a message that counts."""
        one, many = (cast("nodes.Const", text).value for text in call.args[:2])
        return self._words.forms(one, many)

    def _pieces(self, text: str, call: nodes.Call) -> list[nodes.Expr]:
        """A translation cut at its places: its own words, which are the theme's HTML, and the values that a page fills in."""
        values = {one.key: cast("nodes.Expr", self.visit(one.value)) for one in call.kwargs}
        if _name(call) == "ngettext":
            values.setdefault("num", call.args[2])
        pieces: list[nodes.Expr] = []
        at = 0
        for place in _PLACE.finditer(text):
            pieces.append(nodes.TemplateData(text[at : place.start()] + ("" if place[1] else "%"), lineno=call.lineno))
            if place[1]:
                pieces.append(values[place[1]])
            at = place.end()
        return [*pieces, nodes.TemplateData(text[at:], lineno=call.lineno)]

    def _whole(self, text: str, call: nodes.Call) -> nodes.Expr:
        """A translation as one value."""
        pieces = self._pieces(text, call)
        if len(pieces) == 1 and "<" not in text and "&" not in text:
            return nodes.Const(cast("nodes.TemplateData", pieces[0]).data, lineno=call.lineno)
        return nodes.Concat(pieces, lineno=call.lineno)


def is_message(call: nodes.Call) -> bool:
    """Whether a call says a message of the interface."""
    return _name(call) in _TAKEN


def mistake_in(call: nodes.Call) -> str:
    """What is wrong with a message; empty if nothing is."""
    taken = _TAKEN[_name(call)]
    texts = call.args[:taken]
    plain = all(isinstance(text, nodes.Const) and isinstance(text.value, str) for text in texts)
    if not plain or len(call.args) != taken + (_name(call) == "ngettext") or call.dyn_args or call.dyn_kwargs:
        return "A message must be a plain text, with its values by name: _('newest %(date)s', date=item.date)."
    given = {one.key for one in call.kwargs} | ({"num"} if _name(call) == "ngettext" else set())
    lacking = sorted(placeholders(" ".join(cast("nodes.Const", text).value for text in texts)) - given)
    return f"The message names {', '.join(lacking)}, and no such value is given." if lacking else ""


def placeholders(text: str) -> frozenset[str]:
    """The names of a message's values."""
    return frozenset(found[1] for found in _PLACE.finditer(text) if found[1])


def _name(call: nodes.Call) -> str:
    """The plain name that is called; empty if it is not a plain name."""
    return call.node.name if isinstance(call.node, nodes.Name) else ""


def _output(pieces: list[nodes.Expr], line: int) -> nodes.Output:
    return nodes.Output(pieces, lineno=line)
