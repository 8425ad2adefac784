"""`brief serve`: the site while it is written."""

from __future__ import annotations

from typing import Any

import click

from generator.cli.options import asked_of_build, which
from generator.cli.terminal import MACHINE, fail, project, say
from generator.report import Options


@click.command(epilog="Example: brief serve --port 8080 --open")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Listen there; others may then read.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The next free one is taken.")
@click.option("--open", "show", is_flag=True, help="Open the browser.")
@which
def serve(host: str, port: int, show: bool, **asked: Any) -> None:
    """Preview the site while you write; nothing is written to disk."""
    # The server's libraries take a third of a second to load.
    from generator.serve.server import Address, serve

    def opened(address: str) -> None:
        click.echo(f"{address}  (Ctrl-C ends the preview)")
        if show:
            click.launch(address)

    try:
        serve(project(), Options(preview=True, **asked_of_build(asked)), Address(host, port), say, opened)
    except OSError as error:
        fail(f"The machine failed: {error.strerror or error}", MACHINE)
