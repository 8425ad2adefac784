"""A small invented project on disk, built in this process or by the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.project import run_build
from generator.report import Options, Report

EXAMPLE = Path(__file__).parent.parent
BODIES = {
    "2031-03-01-harbour-talks": (
        "Mara Oduya met Tomas Lindqvist in Suva on Monday to settle the harbour dues.\n\n"
        '"Fiji will keep the harbour open through the winter," Oduya said.\n\n'
        "Lindqvist said Iceland expected a written answer before the end of March 2031."
    ),
    "2031-03-04-answer-sent": (
        "Fiji has sent Iceland a written answer about the harbour dues, the Harbour Board said on Tuesday.\n\n"
        "Tomas Lindqvist welcomed the answer and called the tone of the letter friendly.\n\n"
        "The Harbour Board said 14 ships were waiting outside Suva."
    ),
    "2031-03-09-dues-halved": (
        "The Harbour Board halved its dues for fishing boats on 8 March 2031 after talks with Iceland.\n\n"
        "Mara Oduya said the lower dues would cost Fiji two million dollars a year."
    ),
    "2031-03-12-kenya-asks": (
        "Kenya asked Fiji on Wednesday whether the lower dues would apply to its own ships.\n\n"
        "Mara Oduya did not answer the question in Parliament."
    ),
}
ACTORS = {
    "mara-oduya": "name: Mara Oduya\ncountry: FJ\nroles:\n  - {title: Foreign Minister, country: FJ, from: 2029, to: 2033}\n",
    "tomas-lindqvist": (
        "name: Tomas Lindqvist\ncountry: IS\nroles:\n  - {title: Minister of Fisheries, country: IS, from: 2030}\n"
    ),
    "harbour-board": "name: Harbour Board\nkind: institution\ncountry: FJ\n",
}
TITLES = {
    "2031-03-01-harbour-talks": "Two ministers talk about the harbour",
    "2031-03-04-answer-sent": "Suva answers by letter",
    "2031-03-09-dues-halved": "Dues halved for fishing boats",
    "2031-03-12-kenya-asks": "Nairobi wants the same terms",
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_project(root: Path) -> Path:
    """Four articles, three actors, one source; three countries are mentioned."""
    write(root / "brief.yaml", "title: Harbour Desk\n")
    for slug, body in BODIES.items():
        write(root / f"content/articles/{slug}.txt", body + "\n")
        write(root / f"content/articles/{slug}.yaml", f"title: {TITLES[slug]}\ndate: {slug[:10]}\nsource: harbour-news\n")
    for slug, text in ACTORS.items():
        write(root / f"content/actors/{slug}.yaml", text)
    write(root / "content/sources/harbour-news.yaml", "name: Harbour News\nkind: newspaper\n")
    return root


def build(root: Path, **options: object) -> Report:
    """One build in this process."""
    return run_build(root, Options(**options), lambda _notice: None, lambda _name, _done, _total: None)  # type: ignore[arg-type]


def example(project: Path, of: Path = EXAMPLE, **settings: str) -> Path:
    """The site of the example in this repository, or of another project, with some settings of its own."""
    shutil.copytree(of / "content", project / "content")
    lines = (of / "brief.yaml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.partition(":")[0] not in settings]
    write(project / "brief.yaml", "\n".join([*kept, *(f"{key}: {value}" for key, value in settings.items())]) + "\n")
    assert build(project).published
    return project / "site"


def published(root: Path, out: str = "site") -> dict[str, bytes]:
    """Every file of the site, by path."""
    site = root / out
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def messages(report: Report) -> list[str]:
    return [f"{one.location.path}: {one.message}" for one in report.problems if one.severity == "error"]


def command(root: Path, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `brief` as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **(env or {})},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
