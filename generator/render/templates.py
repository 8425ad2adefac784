"""Turns a theme's templates into code and code into HTML; one rule: escaping is on, and nothing in a theme can switch it off.

The only module that knows Jinja. Each template is compiled once in a process, however many pages' themes it belongs to.
"""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, MutableMapping, Sequence
from types import CodeType, FunctionType
from typing import Any, cast

import jinja2
from jinja2 import meta, nodes
from markupsafe import Markup, escape

from generator.model import Catalogue, Template, Theme
from generator.problems import Location, Problem
from generator.render.html import escaped
from generator.render.phrases import FORM, Translation, is_message, mistake_in
from generator.render.words import words_of

_MISTAKES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)

_MESSAGES = {"_", "gettext", "ngettext", "pgettext", "npgettext"}


class _Loader(jinja2.BaseLoader):
    """A theme's templates by name; no way to the file system."""

    def __init__(self, theme: Theme) -> None:
        self._templates = {template.name: template for template in theme.templates}
        self._words = theme.words

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja passes it by this name
    ) -> jinja2.Template:
        """A template's code in an environment."""
        if name not in self._templates:
            raise jinja2.TemplateNotFound(name)
        template = environment.template_class.from_code(
            environment, _code(self._templates[name], self._words), globals or {}, _always
        )
        # The name by which the code that Jinja made calls for escaping; under another name it would only be slower.
        cast("FunctionType", template.root_render_func).__globals__["escape"] = _shown
        return template


def render_template(theme: Theme, template: str, context: dict[str, Any]) -> tuple[str, tuple[Problem, ...]]:
    """One template with the values a page gives it; a template that is missing or asks for other values is a problem."""
    try:
        return _compiled(theme, template).render(context), ()
    except _MISTAKES as error:
        known = {one.name: one for one in theme.templates}
        if template not in known:
            place = Location(f"themes/{theme.name}/templates/{template}")
            return "", (Problem(place, f"The template {template} does not exist in theme {theme.name}."),)
        where, line = _place(theme, error) or (known[template], 0)
        return "", (_at(where, line, f"This template cannot be used: {error}."),)


def _place(theme: Theme, error: BaseException) -> tuple[Template, int] | None:
    """The innermost template that was at work when an error came, and its line."""
    by_path = {template.path: template for template in theme.templates}
    # Jinja puts the templates' own lines into the traceback.
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    return next(((by_path[path], line) for path, line in reversed(frames) if path in by_path), None)


def check_template(template: Template, known: frozenset[str], plain: frozenset[str]) -> list[Problem]:
    """Problems of one template: syntax, names that are computed (not among `plain`) or missing, escaping switched off."""
    return list(_mistakes(template, known, plain))


@functools.lru_cache(maxsize=256)
def _mistakes(template: Template, known: frozenset[str], plain: frozenset[str]) -> tuple[Problem, ...]:
    try:
        tree = _tree(template)
        said = [call for call in tree.find_all(nodes.Call) if is_message(call)]
        found = [_at(template, call.lineno, mistake) for call in said if (mistake := mistake_in(call))]
        if not found:
            _code(template, Catalogue())
    except jinja2.TemplateSyntaxError as error:
        return (_at(template, error.lineno, f"This template cannot be read: {error.message}"),)
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        needed = cast("nodes.Extends", node).template  # all four have it
        if not (isinstance(needed, nodes.Const) and needed.value in plain):
            found.append(_at(template, node.lineno, "A template must name what it includes as a plain text, not compute it."))
        elif needed.value not in known:
            found.append(_at(template, node.lineno, f"The template {needed.value} does not exist in this theme."))
    unsafe: list[nodes.Node] = [used for used in tree.find_all(nodes.Filter) if used.name == "safe"]
    unsafe += tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier))
    message = "A theme must not switch escaping off, neither with the filter safe nor with autoescape."
    return (*found, *(_at(template, node.lineno, message) for node in unsafe))


def check_names(templates: Sequence[Template], given: frozenset[str]) -> list[Problem]:
    """Names that templates ask for, that no page gives and that no template sets."""
    known = set(given) | _MESSAGES
    for template in templates:
        known |= _names(template)[0]
    problems = []
    for template in templates:
        for name in sorted(_names(template)[1] - known):
            line = next((one.lineno for one in _tree(template).find_all(nodes.Name) if one.name == name), 0)
            problems.append(_at(template, line, f"This template asks for {name}, which no page gives."))
    return problems


@functools.lru_cache(maxsize=256)
def _tree(template: Template) -> nodes.Template:
    """A template's syntax, to be looked at and not changed: a theme is checked anew for each template that is edited."""
    return _environment().parse(template.source)


@functools.lru_cache(maxsize=256)
def _names(template: Template) -> tuple[frozenset[str], frozenset[str]]:
    """Names that a template sets or imports, and names that it asks for."""
    tree = _tree(template)
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    own.update(macro.name for macro in tree.find_all(nodes.Macro))
    imported = (name for found in tree.find_all(nodes.FromImport) for name in found.names)
    own.update(name if isinstance(name, str) else name[1] for name in imported)
    return frozenset(own), frozenset(meta.find_undeclared_variables(tree))


@functools.lru_cache(maxsize=256)
def _compiled(theme: Theme, template: str) -> jinja2.Template:
    """A template ready to render within its theme."""
    environment = _environment(_Loader(theme))
    environment.filters[FORM] = words_of(theme.words).form_of
    return environment.get_template(template)


@functools.lru_cache(maxsize=256)
def _code(template: Template, words: Catalogue) -> CodeType:
    """A template's code, its messages in a language."""
    environment = _environment()
    environment.filters[FORM] = words_of(words).form_of
    tree = Translation(words_of(words)).visit(environment.parse(template.source, template.name, template.path))
    tree.set_environment(environment)
    compile_template = cast("Callable[..., CodeType]", environment.compile)
    return compile_template(tree, template.name, template.path)


def _environment(loader: jinja2.BaseLoader | None = None) -> jinja2.Environment:
    """Jinja with escaping on and undefined values refused."""
    environment = jinja2.Environment(
        loader=loader,
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    cast("Any", environment).newstyle_gettext = True  # values by name, each escaped
    return environment


def _always() -> bool:
    """A loaded template never goes out of date: another text would be another theme."""
    return True


def _shown(value: Any) -> str:
    """What stands in the page for a value: the same characters as `markupsafe.escape`, without Markup around each of them."""
    if type(value) is str:  # exactly: Markup is a kind of str, equal to the text that it is safe for
        return _escaped(value)
    return value if type(value) is Markup else escape(value)


# Names, addresses and dates come again on page after page.
_escaped = functools.lru_cache(maxsize=4096)(escaped)


def _at(template: Template, line: int, message: str) -> Problem:
    """A problem at a line of a template."""
    lines = template.source.splitlines()
    known = 0 < line <= len(lines)
    return Problem(Location(template.path, line, 1, lines[line - 1]) if known else Location(template.path), message)
