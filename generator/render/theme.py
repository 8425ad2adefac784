"""Turns a theme's files into the Theme in force; one rule: what a template needs is known before it runs.

Templates name what they extend, include or import as plain texts, so that a page depends on exactly those. Jinja itself stands in
`templates`, which is loaded only when a page is rendered or a theme has changed.
"""

from __future__ import annotations

import re

from generator.model import Catalogue, Template, Theme
from generator.problems import Location, Problem

_FOLDER = "templates/"
_NEEDS = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_THEME_KEYS = ("title", "description", "options")


def assemble_theme(name: str, files: dict[str, bytes]) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme's templates by name, with problems for syntax, missing or computed names and switched-off escaping.

    `files` maps theme-relative paths (`templates/actor.html`) to bytes, the project's own files already laid over.
    """
    from generator.render.templates import check_template  # loads Jinja: only for a theme that changed

    problems: list[Problem] = []
    templates: list[Template] = []
    for path in sorted(files):
        where = f"themes/{name}/{path}"
        if not (path.startswith(_FOLDER) and path.endswith(".html")):
            continue
        try:
            source = files[path].decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(Problem(Location(where), f"This template is not UTF-8: byte {error.start} cannot be read."))
            continue
        templates.append(Template(path.removeprefix(_FOLDER), source, where))
    if not templates:
        fix = "Put templates/base.html and the pages' templates there, or choose another theme in brief.yaml."
        problems.append(Problem(Location(f"themes/{name}"), f"The theme {name} has no templates.", fix=fix))
    known = frozenset(template.name for template in templates)
    for template in templates:
        problems += check_template(template, known, frozenset(needed_templates(template)))
    problems += _check_description(name, files.get("theme.yaml"))
    return Theme(name, tuple(templates)), tuple(problems)


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


def needed_templates(template: Template) -> list[str]:
    """Names that a template extends, includes or imports."""
    return _NEEDS.findall(template.source)


def _check_description(name: str, data: bytes | None) -> list[Problem]:
    """Problems of theme.yaml, which tells what the theme is called and which options it takes."""
    if data is None:
        return []
    import yaml  # only for a theme that changed

    where = f"themes/{name}/theme.yaml"
    try:
        described = yaml.safe_load(data.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(where, mark.line + 1, mark.column + 1) if mark else Location(where)
        return [Problem(place, "This file is not YAML in UTF-8.")]
    if not isinstance(described, dict):
        return [Problem(Location(where), "A theme's description is a mapping.", expected=", ".join(_THEME_KEYS))]
    unknown = sorted(str(key) for key in described if key not in _THEME_KEYS)
    return [Problem(Location(where), f"Unknown key {key}.", expected=", ".join(_THEME_KEYS)) for key in unknown]
