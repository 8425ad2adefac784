"""The command line: a command a module; arguments in, messages on standard error, results on standard output, an exit status."""

from __future__ import annotations

import click

from generator import __version__
from generator.cli.building import build, check
from generator.cli.comparing import diff, impact
from generator.cli.exporting import export
from generator.cli.previewing import serve
from generator.cli.suggesting import schema, suggest


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="brief")
def main() -> None:
    r"""Turn source articles into a cited briefing site.

    \b
    Examples:
      brief build                      build the project you stand in, into site/
      brief build --as-of 2015-02-13   the site as it could have been known on that day
      brief serve                      preview while you write
      brief check                      look for mistakes, write nothing
      brief export                     the dataset for other programs, into export/
      brief check --site site          verify every citation of a published site
    """


for _command in (build, check, serve, suggest, export, diff, impact, schema):
    main.add_command(_command)
