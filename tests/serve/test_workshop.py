"""The warm process is right after any edits: what it would show is, byte for byte, what a clean build publishes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.read import snapshot
from generator.report import Options
from generator.serve.workshop import Workshop
from generator.store import Store
from tests.projects import BODIES, build, make_project, messages, published, write

Edit = Callable[[Path, random.Random], tuple[str, ...]]


def workshop(root: Path, **options: object) -> Workshop:
    return Workshop(root, Options(**options), Store(None))  # type: ignore[arg-type]


def shown(warm: Workshop) -> dict[str, bytes]:
    """Every file that the warm process would serve."""
    assert warm.shown is not None
    found = {path: warm.finish(path) for path in (*warm.shown.built.wanted, "manifest.json")}
    return {path: one.content for path, one in found.items() if one is not None}


def clean(root: Path) -> dict[str, bytes]:
    """What a clean build publishes."""
    build(root, out="clean", clean=True)
    found = published(root, "clean")
    shutil.rmtree(root / "clean")
    return found


def touch_body(root: Path, chance: random.Random) -> tuple[str, ...]:
    path = chance.choice(sorted((root / "content/articles").rglob("*.txt")))
    names = ("Mara Oduya", "Tomas Lindqvist", "the Harbour Board", "Kenya", "Iceland", "Peru", "Ilse Brand")
    more = f"\n\n{chance.choice(names)} said {chance.choice(names)} counted {chance.randrange(90)} ships near Suva.\n"
    kept = path.read_text(encoding="utf-8").splitlines(keepends=True)
    write(path, "".join(kept[: chance.randrange(1, len(kept) + 1)]) + more)
    return (str(path.relative_to(root)),)


def touch_title(root: Path, chance: random.Random) -> tuple[str, ...]:
    sidecars = sorted((root / "content/articles").rglob("*.yaml"))
    if not sidecars:
        return new_article(root, chance)
    path = chance.choice(sidecars)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[0] = f"title: A title of number {chance.randrange(9)}"
    lines[1:] = [line for line in lines[1:] if not line.startswith(("status", "topics", "embargo"))]
    extra = [
        "",
        "status: draft",
        "topics: [ports, ships]",
        "topics: [dues]",
        "status: withdrawn\nwithdrawn: {date: 2031-04-01, reason: wrong}",
    ]
    write(path, "\n".join([*lines, chance.choice(extra)]) + "\n")
    return (str(path.relative_to(root)),)


def new_article(root: Path, chance: random.Random) -> tuple[str, ...]:
    id = f"2031-04-{chance.randrange(1, 9):02}-piece"
    write(root / f"content/articles/{id}.yaml", f"title: Piece {id}\ndate: {id[:10]}\nsource: harbour-news\n")
    write(root / f"content/articles/{id}.txt", chance.choice(list(BODIES.values())) + " Peru was silent.\n")
    return (f"content/articles/{id}.yaml", f"content/articles/{id}.txt")


def lose_article(root: Path, chance: random.Random) -> tuple[str, ...]:
    found = sorted((root / "content/articles").rglob("*.txt"))
    if len(found) < 3:
        return new_article(root, chance)
    path = chance.choice(found)
    path.unlink()
    path.with_suffix(".yaml").unlink(missing_ok=True)
    return (str(path.relative_to(root)), str(path.with_suffix(".yaml").relative_to(root)))


def touch_actor(root: Path, chance: random.Random) -> tuple[str, ...]:
    path = chance.choice(sorted((root / "content/actors").glob("*.yaml")))
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("alias", "public", "cuontry"))
    ]
    extra = ["aliases: [Peru]", "aliases: [Brand]", "public: false", "", "", "cuontry: FJ"]
    write(path, "\n".join([*lines, chance.choice(extra)]) + "\n")
    return (str(path.relative_to(root)),)


def new_actor(root: Path, _chance: random.Random) -> tuple[str, ...]:
    path = root / "content/actors/ilse-brand.yaml"
    if path.exists():
        path.unlink()
    else:
        write(path, "name: Ilse Brand\ncountry: PE\nformerly: [ilse-vogt]\n")
    return ("content/actors/ilse-brand.yaml",)


def touch_settings(root: Path, chance: random.Random) -> tuple[str, ...]:
    extra = ["", "briefing: {key_points: 2}", "feeds: false", "base_url: https://desk.example.org/a/", "as_of: 2031-03-10"]
    write(root / "brief.yaml", f"title: Harbour Desk\n{chance.choice(extra)}\n")
    return ("brief.yaml",)


def break_or_mend_settings(root: Path, _chance: random.Random) -> tuple[str, ...]:
    path = root / "brief.yaml"
    text = path.read_text(encoding="utf-8")
    write(path, text.replace("\nkind: [", "") if "kind: [" in text else f"{text.rstrip()}\nkind: [\n")
    return ("brief.yaml",)


def rename_article(root: Path, chance: random.Random) -> tuple[str, ...]:
    path = chance.choice(sorted((root / "content/articles").rglob("*.txt")))
    stem = path.stem.removesuffix("-again") if path.stem.endswith("-again") else f"{path.stem}-again"
    touched = []
    for old in (path, path.with_suffix(".yaml")):
        if old.exists():
            old.rename(old.with_stem(stem))
            touched += [str(old.relative_to(root)), str(old.with_stem(stem).relative_to(root))]
    return tuple(touched)


def lose_sidecar(root: Path, chance: random.Random) -> tuple[str, ...]:
    found = sorted((root / "content/articles").rglob("*.yaml"))
    if len(found) < 3:
        return new_article(root, chance)
    path = chance.choice(found)
    path.unlink()
    return (str(path.relative_to(root)),)


def touch_theme(root: Path, chance: random.Random) -> tuple[str, ...]:
    path = f"themes/desk/{chance.choice(('static/desk.css', 'static/more.css', 'templates/topic.html'))}"
    if (root / path).exists():
        (root / path).unlink()
    elif path.endswith(".css"):
        write(root / path, f"p {{ color: #{chance.randrange(100, 999)} }}\n")
    else:
        write(root / path, '{% extends "base.html" %}{% block main %}<h1>{{ name }}</h1>{% endblock %}\n')
    return (path,)


def touch_static(root: Path, chance: random.Random) -> tuple[str, ...]:
    path = f"content/static/{chance.choice(('a.txt', 'b/c.txt', 'index.html'))}"
    if (root / path).exists():
        (root / path).unlink()
    else:
        write(root / path, f"{chance.random()}\n")
    return (path,)


def move_folder(root: Path, _chance: random.Random) -> tuple[str, ...]:
    old, new = root / "content/articles", root / "content/articles/2031"
    if new.is_dir():
        for path in sorted(new.iterdir()):
            path.rename(old / path.name)
        new.rmdir()
    else:
        found = [path for path in sorted(old.iterdir()) if path.is_file()]
        new.mkdir()
        for path in found:
            path.rename(new / path.name)
    return ("content/articles",)


EDITS: tuple[Edit, ...] = (
    touch_body,
    touch_body,
    touch_title,
    new_article,
    lose_article,
    touch_actor,
    new_actor,
    touch_settings,
    break_or_mend_settings,
    rename_article,
    lose_sidecar,
    touch_theme,
    touch_theme,
    touch_static,
    move_folder,
)


def follow(root: Path, seed: int, edits: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chosen edits, not secrets
    warm = workshop(root)
    warm.work()
    for number in range(edits):
        edit = chance.choice(EDITS)
        touched = edit(root, chance)
        state = warm.work(touched if chance.random() < 0.8 else None)
        report = build(root, out="check", write=False)
        assert (state.problems, not state.good) == (report.problems, report.stopped), (seed, number, edit.__name__)
        if state.good and chance.random() < 0.4:
            assert warm.shown is state
            assert shown(warm) == clean(root), (seed, number, edit.__name__)


@pytest.mark.parametrize("seed", range(4))
def test_after_random_edits_the_warm_process_shows_what_a_clean_build_publishes(tmp_path: Path, seed: int) -> None:
    follow(make_project(tmp_path), seed, 12)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 130))
def test_after_many_random_edits_the_warm_process_shows_what_a_clean_build_publishes(tmp_path: Path, seed: int) -> None:
    follow(make_project(tmp_path), seed, 60)


def test_while_a_mistake_stands_every_page_of_the_last_good_site_can_still_be_made(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    warm = workshop(root)
    good = warm.work()
    wanted = clean(root)
    write(root / "content/articles/2031-03-01-harbour-talks.txt", "Another text altogether, said Mara Oduya of Peru.\n")
    (root / "content/articles/2031-03-12-kenya-asks.txt").unlink()
    write(root / "content/actors/mara-oduya.yaml", "naem: Mara\n")
    bad = warm.work()
    assert not bad.good
    assert warm.shown is good
    assert shown(warm) == wanted


def test_nothing_changed_gives_the_very_same_state(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    warm = workshop(root)
    state = warm.work()
    (root / "brief.yaml").touch()
    assert warm.work(("brief.yaml",)) is state
    assert warm.work() is state


def test_an_edit_runs_only_what_it_touches(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    warm = workshop(root)
    warm.work()
    path = "content/articles/2031-03-12-kenya-asks.txt"
    write(root / path, BODIES["2031-03-12-kenya-asks"] + " It rained.\n")
    warm.work((path,))
    assert set(warm.ran) <= {
        "read.articles.read_article",
        "analyse.lexicon.slice_lexicon",
        "analyse.analysis.analyse",
        "articles.weigh_article",
    }
    assert warm.ran["read.articles.read_article"] == ["2031-03-12-kenya-asks"]


def test_a_further_name_looks_only_at_articles_that_hold_it(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    warm = workshop(root)
    warm.work()
    path = root / "content/actors/mara-oduya.yaml"
    text = path.read_text(encoding="utf-8")
    for name, articles in (
        ("Velmora Quist", []),
        ("Suva Quist", []),
        ("Suva Monday", ["2031-03-01-harbour-talks"]),
    ):
        write(path, f"{text}aliases: [{name}]\n")
        warm.work()
        assert warm.ran.get("analyse.lexicon.slice_lexicon", []) == articles, name


def test_the_next_start_reads_no_file_that_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_TRUST_AFTER", -1)  # the test does not wait until stamps are old enough to be trusted
    root, store = make_project(tmp_path), Store(None)
    first = Workshop(root, Options(), store)
    first.work()
    first.keep()
    write(root / "content/articles/2031-03-12-kenya-asks.txt", "Kenya asked nothing.\n")
    read: list[str] = []
    really = snapshot._read
    monkeypatch.setattr(snapshot, "_read", lambda location: read.append(Path(location).name) or really(location))
    second = Workshop(root, Options(), store)
    second.work()
    of_articles = {name for name in read if (root / "content/articles" / name).exists()}
    assert of_articles == {"2031-03-12-kenya-asks.txt", "2031-03-12-kenya-asks.yaml"}
    assert shown(second) == clean(root)


def test_the_messages_of_a_build_and_of_the_warm_process_agree(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    write(root / "content/actors/mara-oduya.yaml", "naem: Mara\n")
    warm = workshop(root)
    state = warm.work()
    assert [f"{one.location.path}: {one.message}" for one in state.problems if one.severity == "error"] == messages(build(root))
