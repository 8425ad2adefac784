"""Turns a theme's templates into code and code into HTML; one rule: escaping is on in each, and none reaches the program.

The only module that knows Jinja. Each template is compiled once in a process, however many pages' themes it belongs to.
"""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable, MutableMapping, Sequence
from types import CodeType, FunctionType
from typing import Any, NamedTuple, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from generator.model import Catalogue, Template, Theme
from generator.problems import Location, Problem
from generator.render.html import escaped
from generator.render.own_html import OwnHtml
from generator.render.phrases import FORM, Translation, is_message, mistake_in
from generator.render.words import words_of

_MISTAKES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)

# Attributes that lead from a page's values into the program, beside all that begin with an underscore.
_WAYS_OUT = frozenset({"gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code", "mro", "format", "format_map"})

_UNSAFE_FILTERS = ("safe", "attr")  # the second asks for an attribute by a computed name

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
            environment, cast("CodeType", _make(self._templates[name], self._words).code), globals or {}, _always
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
    """Problems of one template: syntax, names that are computed (not among `plain`) or missing, escaping off, ways out."""
    try:
        made = _make(template, Catalogue())
    except jinja2.TemplateSyntaxError as error:
        return [_at(template, error.lineno, f"This template cannot be read: {error.message}")]
    found = list(made.mistakes)
    for line, needed in made.needs:
        if needed not in plain:
            found.append((line, "A template must name what it includes as a plain text, not compute it."))
        elif needed not in known:
            found.append((line, f"The template {needed} does not exist in this theme."))
    message = "A theme must not switch escaping off, neither with the filter safe nor with autoescape."
    return [_at(template, line, mistake) for line, mistake in (*found, *((line, message) for line in made.unsafe))]


def check_names(templates: Sequence[Template], given: frozenset[str]) -> list[Problem]:
    """Names that templates ask for, that no page gives and that no template sets."""
    made = [_make(template, Catalogue()) for template in templates]
    known = _MESSAGES.union(given, *(one.sets for one in made))
    return [
        _at(template, one.lines.get(name, 0), f"This template asks for {name}, which no page gives.")
        for template, one in zip(templates, made, strict=True)
        for name in sorted(one.asks - known)
    ]


@functools.lru_cache(maxsize=256)
def _compiled(theme: Theme, template: str) -> jinja2.Template:
    """A template ready to render within its theme."""
    environment = _environment(_Loader(theme))
    environment.filters[FORM] = words_of(theme.words).form_of
    for name in _UNSAFE_FILTERS:  # a filter may also be named by a computed text: `map('safe')`
        del environment.filters[name]
    return environment.get_template(template)


def html_of(template: Template) -> str:
    """A template's own HTML; empty for one that cannot be read."""
    try:
        return _make(template, Catalogue()).html
    except jinja2.TemplateSyntaxError:
        return ""


class _Made(NamedTuple):
    """A template as code, and what was seen on the way there; lines are its own."""

    code: CodeType | None  # none where there are mistakes
    asks: frozenset[str]  # names that the code takes from the page
    sets: frozenset[str]  # names that the template sets or imports
    lines: dict[str, int]  # where a name stands first
    needs: list[tuple[int, str]]  # what it extends, includes or imports; empty where that is computed
    mistakes: list[tuple[int, str]]  # what it must not say: in its messages, or of Python
    unsafe: list[int]  # where it switches escaping off
    html: str  # its own, see `own_html`


@functools.lru_cache(maxsize=256)
def _make(template: Template, words: Catalogue) -> _Made:
    """A template with its messages in a language: parsed and compiled once, whatever is asked of it; `TemplateSyntaxError`."""
    environment, asked = _environment(), set[str]()
    environment.filters[FORM] = words_of(words).form_of
    environment.code_generator_class = cast("type[CodeGenerator]", functools.partial(_Generator, asked))
    environment.add_extension(OwnHtml)
    tree = environment.parse(template.source, template.name, template.path)
    made = _look_through(tree, cast("OwnHtml", environment.extensions[OwnHtml.identifier]).html)
    if made.mistakes:
        return made
    translated = Translation(words_of(words)).visit(tree)
    translated.set_environment(environment)
    compile_template = cast("Callable[..., CodeType]", environment.compile)
    return made._replace(code=compile_template(translated, template.name, template.path), asks=frozenset(asked))


class _Generator(CodeGenerator):
    """Jinja's own, which also tells what its code will ask the page for; `jinja2.meta` does it so, and generates nothing."""

    def __init__(self, asked: set[str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._asked = asked

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja calls it by this name
        """Ask for an attribute that `_leads_out` has looked at."""
        self.write("environment.spelt(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def enter_frame(self, frame: Frame) -> None:
        """Note the names that are looked up outside the template."""
        super().enter_frame(frame)
        names = {name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE and name is not None}
        self._asked.update(names.difference(self.environment.globals))


def _look_through(tree: nodes.Template, html: str) -> _Made:
    """What a template's syntax shows."""
    made = _Made(None, frozenset(), frozenset(), {}, [], [], [], html)
    own: list[str] = []
    for node in tree.find_all(nodes.Node):
        match node:
            case nodes.Name():
                made.lines.setdefault(node.name, node.lineno)
                own += [node.name] * (node.ctx != "load")
            case nodes.Call() if is_message(node) and (mistake := mistake_in(node)):
                made.mistakes.append((node.lineno, mistake))
            case nodes.Getattr() if _leads_out(node):
                made.mistakes.append((node.lineno, f"A template must not ask for {node.attr}: that leads into the program."))
            case nodes.Filter(name="attr"):
                made.mistakes.append((node.lineno, "A template must name an attribute as .name, not by the filter attr."))
            case nodes.Filter(name="safe") | nodes.ScopedEvalContextModifier() | nodes.EvalContextModifier():
                made.unsafe.append(node.lineno)
            case nodes.Macro():
                own.append(node.name)
            case nodes.Extends() | nodes.Include() | nodes.Import() | nodes.FromImport():
                made.needs.append((node.lineno, str(getattr(node.template, "value", ""))))
                own += [name if isinstance(name, str) else name[1] for name in getattr(node, "names", ())]
            case _:
                pass
    return made._replace(sets=frozenset(own))


def _leads_out(node: nodes.Getattr) -> bool:
    """Whether an attribute is a way into the program; a plain text may be asked to put a number into itself."""
    if node.attr == "format" and isinstance(node.node, nodes.Const):
        return "_" in str(node.node.value)
    return node.attr.startswith("_") or node.attr in _WAYS_OUT


class _Environment(SandboxedEnvironment):
    """Jinja's sandbox, where it costs nothing: what a template spells out is checked when it is read, what it computes here."""

    sandboxed = False  # calls need no look: no way leads to a function that does harm
    spelt = jinja2.Environment.getattr  # the sandbox's own look made an article's page dearer by two fifths


def _environment(loader: jinja2.BaseLoader | None = None) -> jinja2.Environment:
    """Jinja with escaping on, undefined values refused and no way into the program."""
    environment = _Environment(
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
