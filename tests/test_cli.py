"""What a user of the command line sees: exit statuses, the closing line, problems with their places, and no escape codes."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pages import Page, parse_json
from projects import ACTORS, BODIES, command, make_project, published, write

from generator import __version__
from generator.cli import main

TALKS, KENYA = "2031-03-01-harbour-talks", "2031-03-12-kenya-asks"
ESCAPE = "\x1b"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def run(root: Path, *arguments: str, status: int = 0, env: dict[str, str] | None = None) -> Result:
    """Run a command in this process; it must end with this status, without a crash and without an escape code."""
    jobs = ["--jobs", "1"] if arguments[0] in ("build", "check") and not {"--jobs", "--help", "-h"} & {*arguments} else []
    with contextlib.chdir(root):
        done = CliRunner().invoke(main, [*arguments, *jobs], prog_name="brief", env=env)
    assert done.exception is None or isinstance(done.exception, SystemExit), "".join(
        traceback.format_exception(done.exception)[-3:]
    )
    assert done.exit_code == status, done.output
    assert ESCAPE not in done.output
    return done


# --- the closing line -----------------------------------------------------------------------------------------------------


def test_a_build_ends_with_one_line_that_says_what_changed_and_where_to_look(project: Path) -> None:
    done = run(project, "build")
    pages = sum(path.endswith(".html") for path in published(project))
    assert re.fullmatch(
        rf"{pages} pages, \d+ other files(, \d+ key points? added)?, \d+\.\d\d s\. Look at site/index\.html\n", done.stdout
    )
    assert done.stderr == ""
    again = run(project, "build")
    assert re.fullmatch(r"Nothing changed, \d+\.\d\d s\. Look at site/index\.html\n", again.stdout)
    write(project / f"content/articles/{KENYA}.txt", BODIES[KENYA].replace("Wednesday", "Thursday") + "\n")
    edited = run(project, "build")
    assert re.match(r"\d+ pages?, \d+ other files", edited.stdout.splitlines()[-1])
    (project / f"content/articles/{KENYA}.txt").unlink()
    (project / f"content/articles/{KENYA}.yaml").unlink()
    assert re.search(r"\d+ pages? removed", run(project, "build").stdout)


# fmt: off
LEFT_OUT = {
    "draft": "status: draft\n",
    "review": "status: review\n",
    "embargoed": "embargo: 2031-06-01T10:00:00+13:00\n",
    "handling": "handling: AMBER\n",
    "later than as_of": "",
}
# fmt: on


def withhold(root: Path) -> dict[str, str]:
    """An article for each reason to be left out, with words of its own, and the options that leave the last one out."""
    canaries = {}
    for number, (reason, field) in enumerate(LEFT_OUT.items()):
        canary = f"xylophone{number}"
        date = "2031-05-01" if reason == "later than as_of" else "2031-03-02"
        write(root / f"content/articles/held-{canary}.txt", f"Mara Oduya praised the {canary} of Fiji on Sunday.\n")
        write(root / f"content/articles/held-{canary}.yaml", f"title: The {canary}\ndate: {date}\nsource: {canary} News\n{field}")
        canaries[reason] = canary
    return canaries


def test_what_is_left_out_is_counted_and_stands_in_no_file(project: Path) -> None:
    canaries = withhold(project)
    done = run(project, "build", "--as-of", "2031-04-01", "--json", env={"SOURCE_DATE_EPOCH": "1"})
    assert json.loads(done.stdout.splitlines()[-1])["left_out"] == dict.fromkeys(LEFT_OUT, 1)
    told = run(project, "build", "--as-of", "2031-04-01").stdout
    for reason in LEFT_OUT:
        assert f"1 {reason}" in told
    assert "later than as_of" in told
    assert found(project, *canaries.values()) == []


def found(root: Path, *words: str) -> list[tuple[str, str]]:
    """Published files that hold one of the words, in their names or in their bytes."""
    held = published(root).items()
    return [(path, word) for path, content in held for word in words if word in path or word.lower().encode() in content.lower()]


def test_what_is_let_in_again_is_published(project: Path) -> None:
    """The canaries are found once nothing holds them back."""
    canaries = withhold(project)
    for canary in canaries.values():
        path = project / f"content/articles/held-{canary}.yaml"
        write(path, re.sub("status.*|embargo.*", "", path.read_text(encoding="utf-8")))
    run(project, "build", "--edition", "AMBER")
    assert {word for _, word in found(project, *canaries.values())} == set(canaries.values())


def test_an_embargo_holds_until_its_hour_and_never_by_the_clock(project: Path) -> None:
    write(
        project / f"content/articles/{KENYA}.yaml",
        "title: Held\ndate: 2001-03-12\nsource: harbour-news\nembargo: 2001-03-12T10:00Z\n",
    )
    assert "1 embargoed" in run(project, "build").stdout
    assert "1 embargoed" in run(project, "build", env={"SOURCE_DATE_EPOCH": "984391199"}).stdout
    assert "embargoed" not in run(project, "build", env={"SOURCE_DATE_EPOCH": "984391200"}).stdout


def test_a_withdrawn_article_leaves_a_notice_and_none_of_its_words(project: Path) -> None:
    fields = "title: The headline\ndate: 2031-03-12\nsource: harbour-news\nwithdrawn: {date: 2031-03-20, reason: It was wrong}\n"
    write(project / f"content/articles/{KENYA}.txt", "Mara Oduya praised the xylophone of Kenya.\n")
    write(project / f"content/articles/{KENYA}.yaml", fields)
    run(project, "build")
    assert found(project, "xylophone") == []
    assert "It was wrong" in Page(published(project)[f"articles/{KENYA}.html"].decode()).text
    assert "Kenya" not in " ".join(path for path in published(project))


def test_lines_that_rest_on_a_left_out_article_go_with_it(project: Path) -> None:
    cites = f"cites: [{{article: {KENYA}, text: asked Fiji on Wednesday}}]"
    write(project / "content/actors/mara-oduya.yaml", ACTORS["mara-oduya"] + f"summary: {{text: A xylophone summary, {cites}}}\n")
    write(
        project / "content/disputes/dues.yaml",
        f"question: The xylophone question\npositions:\n  - {{text: One, held_by: [KE], {cites}}}\n"
        f"  - {{text: Two, held_by: [mara-oduya], cites: [{{article: {TALKS}, text: settle the harbour dues}}]}}\n",
    )
    run(project, "build")
    assert {word for _, word in found(project, "xylophone summary", "xylophone question")} == {
        "xylophone summary",
        "xylophone question",
    }
    run(project, "build", "--as-of", "2031-03-10")
    assert found(project, "xylophone") == []


def hide_an_actor(root: Path, field: str) -> None:
    """Keep one actor out of the site whom every other kind of file names."""
    cites = f"cites: [{{article: {TALKS}, text: settle the harbour dues}}]"
    write(
        root / "content/actors/tomas-lindqvist.yaml",
        ACTORS["tomas-lindqvist"]
        + f"{field}\naliases: [Xylophone Man]\nformerly: [xylophone-man]\nsummary: {{text: Xylophone, {cites}}}\n",
    )
    write(root / "content/actors/harbour-board.yaml", ACTORS["harbour-board"] + "different_from: [tomas-lindqvist]\n")
    write(
        root / "content/actors/mara-oduya.yaml",
        ACTORS["mara-oduya"].replace("country: FJ,", "country: FJ, of: tomas-lindqvist,")
        + "memberships: [{of: tomas-lindqvist, role: aide}]\n",
    )
    write(
        root / "content/disputes/dues.yaml",
        f"question: Who?\npositions:\n  - {{text: One, held_by: [tomas-lindqvist, mara-oduya], {cites}}}\n"
        f"  - {{text: Two, held_by: [mara-oduya], {cites.replace('settle the harbour dues', 'through the winter')}}}\n",
    )
    write(
        root / "content/disputes/one-sided.yaml",
        f"question: Xylophone?\npositions:\n  - {{text: One, held_by: [tomas-lindqvist], {cites}}}\n"
        f"  - {{text: Two, held_by: [mara-oduya], {cites.replace('settle the harbour dues', 'through the winter')}}}\n",
    )
    write(
        root / f"content/articles/{TALKS}.yaml",
        "title: Talks\ndate: 2031-03-01\nsource: harbour-news\nactors: [tomas-lindqvist]\nnot: [tomas-lindqvist]\n"
        "mentions: [{text: the harbour dues, is: tomas-lindqvist}]\n"
        "quotations: [{text: Fiji will keep the harbour open through the winter, speaker: tomas-lindqvist}]\n",
    )


@pytest.mark.parametrize("field", ["public: false", "handling: AMBER"])
def test_an_actor_that_is_not_public_stands_in_no_file(project: Path, field: str) -> None:
    hide_an_actor(project, field)
    run(project, "build")
    assert found(project, "tomas-lindqvist", "Xylophone", "xylophone-man") == []
    run(project, "build", "--edition", "AMBER")
    assert bool(found(project, "tomas-lindqvist")) == (field == "handling: AMBER")


def test_an_edition_below_an_actors_mark_leaves_its_page_out(project: Path) -> None:
    write(project / "content/actors/harbour-board.yaml", ACTORS["harbour-board"] + "handling: AMBER\n")
    run(project, "build")
    assert found(project, "harbour-board") == []
    run(project, "build", "--edition", "AMBER")
    assert "actors/harbour-board.html" in published(project)


def test_one_bare_note_is_a_site(tmp_path: Path) -> None:
    write(tmp_path / "content/articles/note.txt", "Mara Oduya met Tomas Lindqvist in Suva, the capital of Fiji.\n")
    done = run(tmp_path, "build")
    assert {"index.html", "articles/note.html", "countries/fiji.html"} <= published(tmp_path).keys()
    assert "content/articles/note.yaml" in done.stderr  # what to write, and where
    assert run(tmp_path, "check", "--site", "site").stdout.endswith("all match.\n")


# --- problems -------------------------------------------------------------------------------------------------------------


def spoil(root: Path) -> list[str]:
    """Mistakes in several files; where each must be reported."""
    write(root / "content/actors/mara-oduya.yaml", "name: Mara Oduya\nconutry: FJ\n")
    write(root / "content/actors/new.yaml", "name: New\nroles:\n  - {title: Chair, form: 2030}\n")
    write(root / f"content/articles/{TALKS}.yaml", "title: T\ndate: 2031-02-30\nsource: nobody\n")
    write(root / "content/sources/harbour-news.yaml", "name: Harbour News\nname: Twice\n")
    write(root / "brief.yaml", "titel: X\nedition: PINK\n")
    return [
        "content/actors/mara-oduya.yaml:2:1",
        "content/actors/new.yaml:3:20",
        f"content/articles/{TALKS}.yaml:2:7",
        f"content/articles/{TALKS}.yaml:3:9",
        "content/sources/harbour-news.yaml:2:1",
        "brief.yaml:1:1",
        "brief.yaml:2:10",
    ]


@pytest.mark.parametrize("name", ["build", "check"])
def test_all_mistakes_are_told_in_one_run_with_their_places(project: Path, name: str) -> None:
    places = spoil(project)
    done = run(project, name, status=1)
    assert [place for place in places if f"{place}: error: " not in done.stderr] == []
    assert 'write "country"' in done.stderr
    assert "    conutry: FJ\n    ^\n" in done.stderr
    assert "7 errors" in done.stderr
    assert done.stdout == ""
    assert not (project / "site").exists()


def test_json_lines_give_the_same_problems(project: Path) -> None:
    places = spoil(project)
    lines = [parse_json(line.encode()) for line in run(project, "build", "--json", status=1).stdout.splitlines()]
    told = [f"{one['path']}:{one['line']}:{one['column']}" for one in lines[:-1]]
    assert set(places) <= set(told)
    assert all(one.keys() == {"severity", "path", "line", "column", "message", "expected", "fix"} for one in lines[:-1])
    assert lines[-1]["published"] is False


def test_problems_are_sorted_by_place(project: Path) -> None:
    spoil(project)
    lines = [json.loads(line) for line in run(project, "build", "--json", status=1).stdout.splitlines()[:-1]]
    places = [(one["path"], one["line"], one["column"]) for one in lines]
    assert places == sorted(places)


def test_a_warm_build_tells_the_same_problems_as_a_clean_one(project: Path) -> None:
    (project / f"content/articles/{KENYA}.yaml").unlink()
    first, second = run(project, "build"), run(project, "build")
    assert "warning" in first.stderr
    assert first.stderr == second.stderr == run(project, "build", "--clean").stderr


def test_strict_turns_warnings_into_a_refusal(project: Path) -> None:
    (project / f"content/articles/{KENYA}.yaml").unlink()
    assert "warnings" in run(project, "build", "--strict", status=1).stderr
    assert not (project / "site").exists()
    run(project, "check", "--strict", status=1)
    run(project, "build")
    write(project / "brief.yaml", "title: Harbour Desk\nstrict: true\n")
    run(project, "build", status=1)
    run(project, "check", status=1)


def test_a_check_writes_no_site(project: Path) -> None:
    done = run(project, "check")
    assert re.match(r"No errors\. 4 articles, \d+ pages", done.stdout)
    assert not (project / "site").exists()
    assert not (project / ".site.brief/next").exists()


# --- options --------------------------------------------------------------------------------------------------------------


def test_the_version_is_told(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout == f"brief, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "-h"], ["schema", "--help"]])
def test_help_shows_an_example(tmp_path: Path, arguments: list[str]) -> None:
    assert re.search(r"Examples?:\s+brief \w+", run(tmp_path, *arguments).stdout)


WRONG = [
    ["biuld"],
    ["build", "--jobs", "0"],
    ["build", "--jobs", "many"],
    ["build", "--nonsense"],
    ["build", "--as-of", "yesterday"],
    ["build", "--as-of", "2031-02-30"],
    ["build", "--edition", "PINK"],
    ["build", "--base-url", "javascript:alert(1)"],
    ["build", "--base-url", "example.org"],
    ["check", "--site", "missing"],
    ["schema", "nothing"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=[" ".join(arguments) for arguments in WRONG])
def test_wrong_usage_ends_with_two(project: Path, arguments: list[str]) -> None:
    done = run(project, *arguments, status=2)
    assert done.stdout == ""
    assert done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_a_date_epoch_that_is_none_ends_with_two(project: Path, epoch: str) -> None:
    assert "SOURCE_DATE_EPOCH" in run(project, "build", status=2, env={"SOURCE_DATE_EPOCH": epoch}).stderr


def test_without_a_project_the_status_is_two(tmp_path: Path) -> None:
    assert "no project" in run(tmp_path, "build", status=2).stderr
    assert list(tmp_path.iterdir()) == []


def test_a_build_works_in_any_folder_below_the_project(project: Path) -> None:
    run(project / "content/articles", "build")
    assert (project / "site/index.html").exists()
    assert not (project / "content/articles/site").exists()


def test_an_edition_and_a_base_address_can_be_asked_for(project: Path) -> None:
    run(project, "build", "--base-url", "https://brief.example.org/desk", "--out", "public", "--edition", "TLP:GREEN")
    assert b"https://brief.example.org/desk/articles/" in (project / "public/sitemap.xml").read_bytes()
    assert b"TLP:GREEN" in (project / "public/index.html").read_bytes()


def test_explain_says_which_ingredient_changed(project: Path) -> None:
    assert "new" in run(project, "build", "--explain").stderr
    assert "No step ran." in run(project, "build", "--explain").stderr
    write(project / f"content/articles/{KENYA}.txt", BODIES[KENYA].replace("Wednesday", "Thursday") + "\n")
    told = run(project, "build", "--explain").stderr
    assert f"read.articles.read_article {KENYA}: data changed" in told
    assert TALKS not in told.replace(f"sheets.article_files {TALKS}", "")


@pytest.mark.parametrize("kind", ["article", "actor", "country", "source", "dispute", "page", "config"])
def test_schemas_are_json(tmp_path: Path, kind: str) -> None:
    assert parse_json(run(tmp_path, "schema", kind).stdout.encode())["properties"]


# --- folders that are not ours, and machines that fail ----------------------------------------------------------------------


@pytest.mark.parametrize("manifest", [None, "{}", '{"../thesis.doc": "' + "0" * 64 + '"}', "[" * 100_000])
def test_a_foreign_site_is_refused_and_untouched(project: Path, manifest: str | None) -> None:
    write(project / "site/thesis.doc", "mine")
    if manifest is not None:
        write(project / "site/manifest.json", manifest)
    before = {path: path.read_bytes() for path in (project / "site").rglob("*")}
    if manifest != "{}":
        assert "--out" in run(project, "build", status=2).stderr
        assert {path: path.read_bytes() for path in (project / "site").rglob("*")} == before
    run(project, "build") if manifest == "{}" else None
    assert (project / "site/thesis.doc").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("out", [".", "content", "content/articles", ".."])
def test_a_folder_with_the_users_own_files_is_refused_as_output(project: Path, out: str) -> None:
    before = sorted(path for path in project.rglob("*") if ".brief" not in str(path))
    run(project, "build", "--out", out, status=2)
    assert sorted(path for path in project.rglob("*") if ".brief" not in str(path)) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_folder_that_cannot_be_written_is_a_failure_of_the_machine(project: Path) -> None:
    project.chmod(0o500)
    try:
        run(project, "build", status=3)
    finally:
        project.chmod(0o700)


@pytest.mark.parametrize("kilobytes", [1, 16, 64])
def test_a_full_disk_is_a_failure_of_the_machine(project: Path, kilobytes: int) -> None:
    """No file may grow beyond a limit, as on a disk that is full: nothing crashes, and the next build mends everything."""
    run(project, "build")
    shutil.rmtree(project / ".brief")
    write(project / f"content/articles/{KENYA}.txt", "Fiji and Kenya agreed. " * 100)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--jobs", "1"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 3)
    assert done.returncode == 0 or "The machine failed" in done.stderr
    run(project, "build")
    assert run(project, "check", "--site", "site").stdout.endswith("all match.\n")


def test_an_output_below_a_file_is_a_failure_of_the_machine_or_wrong_usage(project: Path) -> None:
    done = command(project, "build", "--out", "brief.yaml/site")
    assert done.returncode in (2, 3)
    assert "Traceback" not in done.stderr


# --- terminals ------------------------------------------------------------------------------------------------------------


def on_terminal(root: Path, *arguments: str, **env: str) -> str:
    """What a command writes where a terminal listens on all three streams."""
    leader, follower = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TERM": "xterm", "COLUMNS": "100", **env},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    written = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:  # the terminal is gone with its last writer
            break
        if not piece:
            break
        written += piece
    os.close(leader)
    assert child.wait(timeout=60) == 0
    return written.decode()


def test_on_a_terminal_there_is_progress_and_a_last_line(project: Path) -> None:
    assert re.search(r"\d+ pages, .*Look at site/index\.html\s*$", on_terminal(project, "build", "--jobs", "1"))


def test_no_color_is_honoured_on_a_terminal(project: Path) -> None:
    """Moving the cursor is allowed there, colours are not."""
    assert re.findall(r"\x1b\[[0-9;]*m", on_terminal(project, "build", "--jobs", "1", NO_COLOR="1")) == []


# --- two at once ----------------------------------------------------------------------------------------------------------


def test_a_second_build_waits_and_says_for_whom(project: Path) -> None:
    run(project, "build")
    with (project / ".site.brief/lock").open("r+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.truncate(0)
        lock.write("process 123456")
        lock.flush()
        waiting: Any = subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting.stderr.readline() == "Waiting for process 123456, which is building this site.\n"
        assert waiting.poll() is None
    out, _ = waiting.communicate(timeout=60)
    assert (waiting.returncode, out.startswith("Nothing changed")) == (0, True)
