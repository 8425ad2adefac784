"""What runs after each kind of edit, and that the result is always that of a clean build."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import ACTORS, BODIES, build, make_project, messages, published, write

READ, LINK = "read.articles.read_article", "analyse.analysis.analyse"
TALKS, KENYA = "2031-03-01-harbour-talks", "2031-03-12-kenya-asks"
PAGES = {"sheets.article_files", "sheets.actor_files", "sheets.country_files"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    report = build(root)
    assert messages(report) == []
    return root


def changed(root: Path, **options: object) -> tuple[dict[str, int], set[str]]:
    """Steps that ran with how often, and files whose bytes differ from before."""
    before = published(root)
    report = build(root, **options)
    assert messages(report) == []
    after = published(root)
    return report.ran, {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def html(paths: set[str]) -> set[str]:
    return {path for path in paths if path.endswith(".html")}


def test_nothing_changed_runs_no_step_and_writes_no_file(project: Path) -> None:
    stamps = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    report = build(project)
    assert (report.ran, report.published) == ({}, True)
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == stamps


def test_a_touch_changes_nothing(project: Path) -> None:
    os.utime(project / f"content/articles/{TALKS}.txt")
    assert changed(project) == ({}, set())


def test_an_undone_edit_changes_nothing(project: Path) -> None:
    path = project / f"content/articles/{TALKS}.txt"
    before = path.read_text()
    path.write_text("Something else entirely.\n")
    path.write_text(before)
    assert changed(project) == ({}, set())


def test_an_edited_body_analyses_that_article_alone(project: Path) -> None:
    write(project / f"content/articles/{KENYA}.txt", BODIES[KENYA].replace("Wednesday", "Thursday"))
    ran, files = changed(project)
    assert (ran[READ], ran[LINK], ran["articles.weigh_article"]) == (1, 1, 1)
    assert ran["sheets.article_files"] == 1
    assert f"articles/{KENYA}.html" in files
    assert not files & {f"articles/{slug}.html" for slug in BODIES if slug != KENYA}
    assert "actors/tomas-lindqvist.html" not in files
    assert "countries/iceland.html" not in files


def test_a_further_sentence_about_nobody_briefs_nobody(project: Path) -> None:
    write(project / f"content/articles/{KENYA}.txt", f"{BODIES[KENYA].rstrip()}\n\nThe tide was high that evening.\n")
    ran, files = changed(project)
    assert (ran[READ], ran["articles.weigh_article"]) == (1, 1)
    assert not {"brief.origins.trace_origins", "brief.briefings.brief_subject"} & ran.keys()
    assert f"articles/{KENYA}.html" in files


def test_an_edited_title_analyses_nothing(project: Path) -> None:
    write(project / f"content/articles/{KENYA}.yaml", "title: A question from Nairobi\ndate: 2031-03-12\nsource: harbour-news\n")
    ran, files = changed(project)
    assert ran[READ] == 1
    assert LINK not in ran
    assert "brief.briefings.brief_subject" not in ran
    assert {f"articles/{KENYA}.html", "countries/kenya.html", "index.html"} <= files
    assert "actors/tomas-lindqvist.html" not in files


def test_a_deleted_article_analyses_nothing_and_leaves_no_page(project: Path) -> None:
    for ending in ("txt", "yaml"):
        (project / f"content/articles/{KENYA}.{ending}").unlink()
    ran, files = changed(project)
    assert not {READ, LINK} & ran.keys()
    assert {f"articles/{KENYA}.html", f"articles/{KENYA}.json", "countries/kenya.html"} <= files
    assert not (project / f"site/articles/{KENYA}.html").exists()
    assert not (project / "site/countries/kenya.html").exists()


def test_an_added_alias_links_only_articles_with_its_first_word(project: Path) -> None:
    write(project / "content/actors/harbour-board.yaml", ACTORS["harbour-board"] + "aliases: [Parliament]\n")
    ran, files = changed(project)
    assert (ran[LINK], ran["read.actors.read_actor"]) == (1, 1)
    assert READ not in ran
    assert f"articles/{KENYA}.html" in files
    assert f"articles/{TALKS}.html" not in files


def test_a_summary_touches_neither_linking_nor_briefings(project: Path) -> None:
    text = (
        ACTORS["mara-oduya"]
        + f"summary:\n  text: Speaks for Fiji.\n  cites:\n    - {{article: {TALKS}, text: Mara Oduya met Tomas Lindqvist}}\n"
    )
    write(project / "content/actors/mara-oduya.yaml", text)
    ran, files = changed(project)
    assert not {READ, LINK, "brief.briefings.brief_subject"} & ran.keys()
    assert "actors/mara-oduya.html" in files
    assert "actors/tomas-lindqvist.html" not in files


def template(project: Path, name: str) -> None:
    """Override one template with itself and a visible addition."""
    own = Path(__file__).parent.parent / f"themes/desk/templates/{name}"
    write(project / f"themes/desk/templates/{name}", own.read_text(encoding="utf-8") + "<!-- ours -->\n")


def test_a_page_template_renders_its_own_pages_only(project: Path) -> None:
    template(project, "article.html")
    ran, _ = changed(project)
    assert {name for name in ran if ran[name] and name in PAGES} == {"sheets.article_files"}
    assert ran["sheets.article_files"] == len(BODIES)
    assert not {READ, LINK, "brief.briefings.brief_subject"} & ran.keys()


def test_a_stylesheet_is_one_file(project: Path) -> None:
    write(project / "themes/desk/static/desk.css", "body { color: navy }\n")
    ran, files = changed(project)
    assert not PAGES & ran.keys()
    assert files == {"assets/desk.css", "manifest.json"}


def test_the_briefing_size_renders_only_pages_that_show_it(project: Path) -> None:
    write(project / "brief.yaml", "title: Harbour Desk\nbriefing: {key_points: 1}\n")
    ran, files = changed(project)
    assert not {READ, LINK, "articles.weigh_article"} & ran.keys()
    assert ran["brief.briefings.brief_subject"] > 1
    assert "countries/fiji.html" in files


def test_a_build_with_errors_leaves_the_site_as_it_was(project: Path) -> None:
    before = published(project)
    write(project / "content/actors/mara-oduya.yaml", "nmae: Mara Oduya\n")
    write(project / f"content/articles/{KENYA}.txt", "Fiji and Kenya agreed.\n")
    report = build(project)
    assert not report.published
    assert published(project) == before
    write(project / "content/actors/mara-oduya.yaml", ACTORS["mara-oduya"])
    assert build(project).published
    assert published(project) == clean(project)


def test_other_time_stamps_of_the_output_are_noticed(project: Path) -> None:
    page = project / "site/countries/fiji.html"
    good = page.read_bytes()
    page.write_bytes(b"<p>tampered")
    assert build(project).published
    assert page.read_bytes() == good


def clean(root: Path) -> dict[str, bytes]:
    """What a clean build of the same files publishes."""
    copy = root.parent / "clean"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("site", ".brief", ".site.brief"))
    report = build(copy)
    assert report.published, messages(report)
    return published(copy)


NAMES = ["Mara Oduya", "Tomas Lindqvist", "Harbour Board", "Fiji", "Iceland", "Kenya", "Suva", "Lindqvist"]
VERBS = ["welcomed the plan of", "asked for a reply from", "signed an agreement with", "wrote a second letter to"]


def sentence(rng: random.Random) -> str:
    one, two = rng.sample(NAMES, 2)
    return f"{one} {rng.choice(VERBS)} {two} on {rng.randrange(1, 28)} March 2031."


def edit_body(root: Path, rng: random.Random) -> None:
    path = rng.choice(sorted((root / "content/articles").glob("*.txt")))
    path.write_text("\n\n".join(sentence(rng) for _ in range(rng.randrange(1, 5))) + "\n", encoding="utf-8")


def edit_title(root: Path, rng: random.Random) -> None:
    path = rng.choice(sorted((root / "content/articles").glob("*.txt"))).with_suffix(".yaml")
    write(path, f"title: News number {rng.randrange(100)}\ndate: 2031-03-{rng.randrange(10, 28)}\nsource: harbour-news\n")


def add_article(root: Path, rng: random.Random) -> None:
    write(
        root / f"content/articles/2031-03-{rng.randrange(10, 28)}-note-{rng.randrange(10)}.txt",
        sentence(rng) + "\n\n" + sentence(rng) + "\n",
    )


def delete_article(root: Path, rng: random.Random) -> None:
    texts = sorted((root / "content/articles").glob("*.txt"))
    if len(texts) > 2:
        path = rng.choice(texts)
        path.unlink()
        path.with_suffix(".yaml").unlink(missing_ok=True)


def edit_actor(root: Path, rng: random.Random) -> None:
    id = rng.choice(sorted(ACTORS))
    more = rng.choice(["", "aliases: [Parliament]\n", "public: false\n", "aliases: [Suva, {name: Kenya, strength: weak}]\n"])
    write(root / f"content/actors/{id}.yaml", ACTORS[id] + more)


def break_something(root: Path, rng: random.Random) -> None:
    path, text = rng.choice(
        [
            ("content/actors/mara-oduya.yaml", "name: [\n"),
            ("content/actors/odd.yaml", "kind: person\n"),
            ("brief.yaml", "titel: X\n"),
        ]
    )
    write(root / path, text)


def mend_everything(root: Path, _rng: random.Random) -> None:
    (root / "content/actors/odd.yaml").unlink(missing_ok=True)
    write(root / "brief.yaml", "title: Harbour Desk\n")
    for id, text in ACTORS.items():
        write(root / f"content/actors/{id}.yaml", text)


def edit_config(root: Path, rng: random.Random) -> None:
    write(
        root / "brief.yaml",
        f"title: Harbour Desk\nbriefing: {{key_points: {rng.randrange(1, 9)}}}\nfeeds: {rng.choice(['true', 'false'])}\n",
    )


def edit_theme(root: Path, rng: random.Random) -> None:
    shutil.rmtree(root / "themes", ignore_errors=True)
    if rng.random() < 0.7:
        template(root, rng.choice(["article.html", "actor.html", "home.html"]))
        write(root / "themes/desk/static/extra.css", f"p {{ margin: {rng.randrange(9)}px }}\n")


def delete_output(root: Path, rng: random.Random) -> None:
    path = rng.choice(sorted(path for path in (root / "site").rglob("*.html")))
    path.unlink()


def tamper_with_output(root: Path, rng: random.Random) -> None:
    path = rng.choice(sorted(path for path in (root / "site").rglob("*") if path.is_file() and path.name != "manifest.json"))
    content = path.read_bytes()
    path.write_bytes(bytes(reversed(content)) if rng.random() < 0.5 else content + b" ")


def lose_cache(root: Path, _rng: random.Random) -> None:
    shutil.rmtree(root / ".brief")


def damage_cache(root: Path, rng: random.Random) -> None:
    path = root / ".brief/cache.sqlite"
    if not path.exists():
        return  # lost in the same round
    content = bytearray(path.read_bytes())
    for _ in range(40):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(bytes(content))


EDITS: list[Callable[[Path, random.Random], None]] = [
    edit_body,
    edit_body,
    edit_title,
    add_article,
    delete_article,
    edit_actor,
    break_something,
    mend_everything,
    edit_config,
    edit_theme,
    delete_output,
    tamper_with_output,
    lose_cache,
    damage_cache,
]


def edit_at_random(root: Path, seed: int, rounds: int) -> None:
    """After any sequence of edits the site is that of a clean build, or, where errors stand, the last good one."""
    rng = random.Random(seed)  # noqa: S311 - reproducible edits
    make_project(root)
    assert build(root).published
    for turn in range(rounds):
        for edit in rng.sample(EDITS, rng.randrange(1, 4)):
            edit(root, rng)
        before = published(root)
        report = build(root)
        shown = f"seed {seed}, round {turn}: {messages(report)}"
        if report.published:
            assert published(root) == clean(root), shown
        else:
            assert messages(report), shown
            assert published(root) == before, shown


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_equal_a_clean_build(tmp_path: Path, seed: int) -> None:
    edit_at_random(tmp_path / "project", seed, rounds=8)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_random_edits_equal_a_clean_build(tmp_path: Path, seed: int) -> None:
    edit_at_random(tmp_path / "project", seed, rounds=25)


def test_stamps_are_not_trusted_within_two_seconds_of_a_change(project: Path) -> None:
    """An edit that keeps size and times of the file is found when the first look came too soon after the change."""
    path = project / f"content/articles/{KENYA}.txt"
    path.write_text(BODIES[KENYA] + "\n")
    build(project)
    times = path.stat()
    path.write_text(BODIES[KENYA].replace("Wednesday", "Wednesdey") + "\n")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert time.time_ns() - times.st_mtime_ns < 60_000_000_000
    ran, _ = changed(project)
    assert ran[READ] == 1
