"""Turns the tokens of a template into its own HTML, line by line; a character stands for each value, and nothing for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# Stand for `{{ root }}`, for `to` before its page, and for any other value; characters that no text may hold.
ROOT, TO, VALUE = "\ufdd0", "\ufdd2", "\ufdd1"


class OwnHtml(Extension):
    """Writes the HTML down while the template is parsed."""

    html = ""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The same tokens."""
        out: list[str] = []
        value: list[tuple[str, str]] = []
        line = 1
        for token in stream:
            if token.type == "data":
                out += "\n" * (token.lineno - line), token.value
                line = token.lineno + token.value.count("\n")
            elif token.type == "variable_begin":
                value = []
            elif token.type == "variable_end":
                out += "\n" * (token.lineno - line), _stand_in(value)
                line = token.lineno
            else:
                value.append((token.type, token.value))
            yield token
        self.html = "".join(out)


def _stand_in(value: list[tuple[str, str]]) -> str:
    """What stands for a value, by the tokens of its expression."""
    match value:
        case [("name", "root")]:
            return ROOT
        case [("name", "to"), ("lparen", _), ("string", page), ("rparen" | "comma", _), *_]:
            return TO + page
    return VALUE
