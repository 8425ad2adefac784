"""Turns the themes that came with brief and a project's own files into the theme in force; one rule: no change needs a copy."""

from __future__ import annotations

from collections.abc import Mapping

from generator.read.snapshot import Snapshot, SourceFile


def theme_files(theme: str, builtin: Mapping[str, Snapshot], project: Snapshot) -> dict[str, SourceFile]:
    """The theme in force, by path within the theme: the project's files over those that came with brief.

    Templates of the themes that came with brief stand beside them below the theme's name (`templates/desk/actor.html`), and so
    does a static file that the project replaces by one that names it: what takes a file's place can build on it.
    """
    prefix = f"themes/{theme}/"
    own = {path.removeprefix(prefix): file for path, file in project.files.items() if path.startswith(prefix)}
    beside: dict[str, SourceFile] = {}
    for name, came in builtin.items():
        for path, file in came.files.items():
            folder, _, rest = path.partition("/")
            replaced = folder == "static" and name == theme and path in own
            if folder == "templates" or (replaced and f"{theme}/{rest}".encode() in own[path].read()):
                beside[f"{folder}/{name}/{rest}"] = file
    return {**beside, **(builtin[theme].files if theme in builtin else {}), **own}
