"""Turns a theme's files into the Theme in force; one rule: what a template needs is known before it runs.

Templates name what they extend, include or import as plain texts, so that a page depends on exactly those. Jinja itself stands in
`templates`, which is loaded only when a page is rendered or a theme has changed.
"""

from __future__ import annotations

import re
from typing import Any

from generator.model import Catalogue, Template, Theme, ThemeLink
from generator.problems import Location, Problem

_FOLDER = "templates/"
_NEEDS = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_THEME_KEYS = ("title", "description", "extends", "options")


def assemble_theme(name: str, files: dict[str, bytes]) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme's templates by name, with problems for syntax, missing or computed names, escaping switched off, ways out.

    `files` maps theme-relative paths (`templates/actor.html`) to bytes, the project's own files already laid over. Of another
    theme's templates (`templates/desk/actor.html`) only those that this one names are part of it.
    """
    # These load Jinja: only for a theme that changed.
    from generator.render.contract import given_names
    from generator.render.loading import check_loading
    from generator.render.templates import check_names, check_template

    described, problems = _describe(name, files)
    templates: list[Template] = []
    for path, data in sorted(_inherited(described, files).items()):
        where = _origin(name if path in files else described["extends"], path, files)
        try:
            source = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(Problem(Location(where), f"This template is not UTF-8: byte {error.start} cannot be read."))
            continue
        templates.append(Template(path.removeprefix(_FOLDER), source, where))
    templates = _in_use(name, templates)
    if not templates:
        fix = "Put templates/base.html and the pages' templates there, or choose another theme in brief.yaml."
        problems.append(Problem(Location(f"themes/{name}"), f"The theme {name} has no templates.", fix=fix))
    known = frozenset(template.name for template in templates)
    for template in templates:
        problems += check_template(template, known, frozenset(needed_templates(template)))
        problems += check_loading(template)
    if not problems:
        problems += check_names(templates, given_names())
    return Theme(name, tuple(templates)), tuple(problems)


def _inherited(described: dict[str, Any], files: dict[str, bytes]) -> dict[str, bytes]:
    """The templates among a theme's files, and those that it takes over from the theme that it extends."""
    templates = {path: data for path, data in files.items() if path.startswith(_FOLDER) and path.endswith(".html")}
    beside = f"{_FOLDER}{described.get('extends') or ''}/"
    taken = {_FOLDER + path.removeprefix(beside): data for path, data in templates.items() if path.startswith(beside)}
    return taken | templates


def _origin(name: str, path: str, files: dict[str, bytes]) -> str:
    """The path under which a template is known to whoever wrote it."""
    theme, _, rest = path.removeprefix(_FOLDER).partition("/")
    return f"themes/{theme}/{_FOLDER}{rest}" if rest and f"{_FOLDER}{theme}/base.html" in files else f"themes/{name}/{path}"


def _in_use(theme: str, templates: list[Template]) -> list[Template]:
    """A theme's own templates, the pages that it takes over, and the parts of other themes that these name."""
    by_name = {template.name: template for template in templates}
    own = f"themes/{theme}/"
    whole = [one for one in templates if "/" not in one.name and (one.path.startswith(own) or not one.name.startswith("_"))]
    wanted = [template.name for template in whole]
    used = set(wanted)
    while wanted:
        needed = [name for name in needed_templates(by_name[wanted.pop()]) if name in by_name and name not in used]
        used.update(needed)
        wanted += needed
    return [template for template in templates if template.name in used]


def theme_slice(theme: Theme, template: str, words: Catalogue) -> Theme:
    """Only the templates that one template needs, itself included, through everything that these extend or include; its words."""
    by_name = {known.name: known for known in theme.templates}
    wanted, found = [template], dict[str, Template]()
    while wanted:
        name = wanted.pop()
        if name in by_name and name not in found:
            found[name] = by_name[name]
            wanted += needed_templates(by_name[name])
    return Theme(theme.name, tuple(found[name] for name in sorted(found)), words)


def theme_leads(theme: Theme) -> tuple[ThemeLink, ...]:
    """The places of the site that a theme's templates name."""
    from generator.render.loading import theme_links  # loads Jinja: only for a theme that changed

    return theme_links(theme)


def needed_templates(template: Template) -> list[str]:
    """Names that a template extends, includes or imports."""
    return _NEEDS.findall(template.source)


def _describe(name: str, files: dict[str, bytes]) -> tuple[dict[str, Any], list[Problem]]:
    """theme.yaml, which tells what the theme is called, what it builds on and which options it takes; and its problems."""
    if "theme.yaml" not in files:
        return {}, []
    import yaml  # only for a theme that changed

    where = f"themes/{name}/theme.yaml"
    try:
        described = yaml.safe_load(files["theme.yaml"].decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(where, mark.line + 1, mark.column + 1) if mark else Location(where)
        return {}, [Problem(place, "This file is not YAML in UTF-8.")]
    if not isinstance(described, dict):
        return {}, [Problem(Location(where), "A theme's description is a mapping.", expected=", ".join(_THEME_KEYS))]
    unknown = sorted(str(key) for key in described if key not in _THEME_KEYS)
    problems = [Problem(Location(where), f"Unknown key {key}.", expected=", ".join(_THEME_KEYS)) for key in unknown]
    if "extends" in described and f"{_FOLDER}{described['extends']}/base.html" not in files:
        message = f"There is no theme {described['extends']} to build on."
        problems.append(Problem(Location(where), message, expected="a theme that came with brief, such as desk"))
    return described, problems
