"""Hostile input is literal text or a clear error: never markup, never a template, never a file outside the site."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from pages import Page, dangers, is_harmless, parse_json
from projects import ACTORS, BODIES, EXAMPLE, TITLES, build, command, make_project, messages, published, write

from generator.report import Report

TALKS, ANSWER = "2031-03-01-harbour-talks", "2031-03-04-answer-sent"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


TRIES = """<script>alert(1)</script> {{ 7*7 }} {% include 'x' %} ]]> </script> " onclick="x" 'y' <!-- <img src=x onerror=y>"""
TRIES += " &lt;b&gt;"


def evil(mark: str) -> str:
    """One line that tries everything; `mark` tells where it stood."""
    return f"{mark} {TRIES}"


def quoted(mark: str) -> str:
    """The same as a YAML text."""
    return json.dumps(evil(mark), ensure_ascii=False)


# Marks of everything that some page must show letter for letter.
# fmt: off
SHOWN = [
    "Sitetitle", "Actorname", "Aliasname", "Nativename", "Roletitle", "Roleof", "Memberof", "Memberrole", "Actorsummary",
    "Summaryby", "Actorpoint", "Actorbackground", "Countryname", "Countrynote", "Countrysummary", "Sourcename",
    "Sourceowner", "Gradereason", "Plainsource", "Question", "Positionone", "Settles", "Headline", "Author", "Place",
    "Correction", "Reason", "Firstpara", "Secondpara", "Heading", "Listitem", "Cell", "Codeline", "Quoted", "Pagetitle",
    "Pagebody", "Methodbody", "Barepara",
]
# fmt: on


def hostile_project(root: Path) -> Path:
    """The usual project with hostile text in every field of every kind of file."""
    make_project(root)
    article = f"content/articles/{TALKS}"
    cite = "cites: [{article: 2031-03-04-answer-sent, text: 14 ships were waiting}]"
    held = "{article: 2031-03-04-answer-sent, text: called the tone of the letter friendly}"
    write(root / "brief.yaml", f"title: {quoted('Sitetitle')}\ntheme_options: {{note: {quoted('Option')}, <script>: x}}\n")
    write(
        root / "content/actors/mara-oduya.yaml",
        f"name: {quoted('Actorname')}\naliases: [Mara Oduya, {quoted('Aliasname')}]\n"
        f"native_name: {{text: {quoted('Nativename')}}}\n"
        f"country: FJ\nroles:\n  - {{title: {quoted('Roletitle')}, of: {quoted('Roleof')}, country: FJ, "
        f"source: {quoted('Rolesource')}}}\n"
        f"memberships:\n  - {{of: {quoted('Memberof')}, role: {quoted('Memberrole')}}}\n"
        'links: ["https://example.org/?q=\'&lt;x&quot;"]\n'
        f"summary: {{text: {quoted('Actorsummary')}, by: {quoted('Summaryby')}, {cite}}}\n"
        f"points:\n  - {{text: {quoted('Actorpoint')}, by: {quoted('Pointby')}, {cite}}}\n"
        f"hide: [{quoted('Hidden')}]\nformerly: [old-mara]\n",
    )
    write(root / "content/actors/tomas-lindqvist.md", f"---\n{ACTORS['tomas-lindqvist']}---\n{evil('Actorbackground')}\n")
    (root / "content/actors/tomas-lindqvist.yaml").unlink()
    write(
        root / "content/countries/FJ.yaml",
        f"name: {quoted('Countryname')}\naliases: [Fiji, {quoted('Countryalias')}]\ndemonyms: [{quoted('Demonym')}]\n"
        f"metonyms: [{quoted('Metonym')}]\nnaming_note: {quoted('Countrynote')}\n"
        f"summary: {{text: {quoted('Countrysummary')}, {cite}}}\n",
    )
    write(
        root / "content/sources/harbour-news.yaml",
        f"name: {quoted('Sourcename')}\nowner: {quoted('Sourceowner')}\nurl: https://example.org/%22%3E\n"
        f"reliability: {{grade: B, reason: {quoted('Gradereason')}, by: {quoted('Gradeby')}}}\n",
    )
    write(
        root / "content/disputes/dues.yaml",
        f"question: {quoted('Question')}\nwould_settle: {quoted('Settles')}\npositions:\n"
        f"  - {{text: {quoted('Positionone')}, held_by: [mara-oduya], {cite}}}\n"
        f"  - {{text: {quoted('Positiontwo')}, held_by: [IS], cites: [{held}]}}\n",
    )
    write(root / f"{article}.yaml", article_fields())
    write(root / f"{article}.txt", f"{BODIES[TALKS]}\n\n{evil('Firstpara')}\n\nMara Oduya said: “{evil('Secondpara')}”\n")
    write(
        root / "content/articles/marked.md",
        f"---\ntitle: Plain\ndate: 2031-03-20\nsource: {quoted('Plainsource')}\n---\n{markdown()}",
    )
    write(
        root / "content/articles/gone.yaml",
        f"title: Gone\ndate: 2031-03-02\nsource: harbour-news\nwithdrawn: {{date: 2031-03-05, reason: {quoted('Reason')}}}\n",
    )
    write(root / "content/articles/gone.txt", "Mara Oduya resigned.\n")
    write(root / "content/articles/bare.txt", f"{evil('Barepara')}\n")
    write(root / "content/pages/about.md", f"---\ntitle: {quoted('Pagetitle')}\n---\n{evil('Pagebody')}\n\n{links()}\n")
    write(root / "content/pages/method.md", f"{evil('Methodbody')}\n")
    return root


def article_fields() -> str:
    return (
        f"title: {quoted('Headline')}\ndate: 2031-03-01\nsource: harbour-news\nauthors: [{quoted('Author')}]\n"
        f"dateline: {{place: {quoted('Place')}, country: FJ}}\ntopics: [{quoted('Topic')}, ../../topic, 'a/b']\n"
        f"relays: [{quoted('Relay')}, ../../../etc/passwd]\n"
        f"corrections:\n  - {{date: 2031-03-02, note: {quoted('Correction')}}}\n"
    )


SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "java&#10;script:alert(1)",
]
SCHEMES += [
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "//example.org/x",
    "http://[bad",
]


def links() -> str:
    made = [f"[label]({scheme})\n\n![image]({scheme})\n\n<{scheme}>\n" for scheme in SCHEMES]
    made += [f"[ref{number}]\n\n[ref{number}]: {scheme}\n" for number, scheme in enumerate(SCHEMES)]
    return "\n".join([*made, '[title](https://example.org/ "x\\" onclick=\\"y")', "![remote](https://example.org/x.png)"])


def markdown() -> str:
    return (
        f"# {evil('Heading')}\n\n- {evil('Listitem')}\n\n| {evil('Cell')} |\n| - |\n| {evil('Cell')} |\n\n"
        f"    {evil('Codeline')}\n\n"
        f"> {evil('Quoted')}\n\n<iframe src='x'></iframe>\n\n<style>*{{}}</style>\n\n<svg onload=x>\n\n{links()}\n\n`<script>`\n"
        "\n&lt;script&gt;alert(2)&lt;/script&gt; &#60;script&#62; &#0; &#xD800; &#27;[31m\n"
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = hostile_project(tmp_path_factory.mktemp("hostile") / "project")
    report = build(root)
    assert messages(report) == []
    assert report.published
    return root


def test_nothing_hostile_becomes_markup(hostile: Path) -> None:
    """But for the one page that leads on by itself, that of the former id, and to nowhere but its actor's page."""
    leads_on = "actors/old-mara.html: <meta> {'http-equiv': 'refresh', 'content': '0; url=../actors/mara-oduya.html'}"
    assert dangers(published(hostile)) == [leads_on]


def test_hostile_text_stands_escaped_in_the_very_bytes(hostile: Path) -> None:
    """Whatever a parser makes of a page, the letters of a tag are not there."""
    raw = re.compile(rb"<script>|<script [^st]|<img|<iframe|<style|<svg (?!class=|viewBox=)|<!--|<!\[CDATA", re.IGNORECASE)
    found = {path: raw.findall(content) for path, content in published(hostile).items() if path.endswith((".html", ".xml"))}
    assert {path: matches for path, matches in found.items() if matches} == {}
    assert [path for path, content in published(hostile).items() if path.endswith(".html") and b'onclick="' in content] == []


@pytest.mark.parametrize("mark", SHOWN)
def test_hostile_text_is_shown_letter_for_letter(hostile: Path, mark: str) -> None:
    pages = {path: Page(content.decode()).text for path, content in published(hostile).items() if path.endswith(".html")}
    wanted = " ".join(evil(mark).split())
    if mark in ("Pagebody", "Methodbody", "Actorbackground", "Heading", "Listitem", "Cell", "Quoted"):
        wanted = wanted.replace("&lt;b&gt;", "<b>")  # Markdown reads character references
    assert any(wanted in text for text in pages.values()), [text for text in pages.values() if mark in text][:1]


def test_no_template_in_content_is_run(hostile: Path) -> None:
    held = b"".join(published(hostile).values())
    assert b"{{ 7*7 }}" in held
    assert b" 49 " not in held


def test_no_harmful_link_survives(hostile: Path) -> None:
    found = [link for content in html(hostile) for link in Page(content).links if not is_harmless(link, links=True)]
    assert found == []


def html(root: Path) -> list[str]:
    return [content.decode() for path, content in published(root).items() if path.endswith(".html")]


def test_the_hostile_site_passes_its_own_check(hostile: Path) -> None:
    done = command(hostile, "check", "--site", "site")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "link", ["&#1;javascript:alert(1)", "&colon;x", "javascript&colon;alert(1)", "\x01javascript:x", " java\tscript:x"]
)
def test_disguised_schemes_do_not_survive(tmp_path: Path, link: str) -> None:
    root = make_project(tmp_path / "project")
    write(root / "content/pages/about.md", f"# About\n\n[a]({link}) [b](<{link}>) ![c]({link}) [d]\n\n[d]: {link}\n")
    assert messages(build(root)) == []
    assert dangers(published(root)) == []


def test_twins_hold_hostile_text_as_it_is(hostile: Path) -> None:
    twin = parse_json(published(hostile)[f"articles/{TALKS}.json"])
    assert evil("Firstpara") in twin["text"]
    assert twin["title"] == evil("Headline")


def test_every_published_path_is_made_of_safe_characters(hostile: Path) -> None:
    assert [path for path in published(hostile) if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.[a-z]+", path)] == []


# --- names that would leave the site ------------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, bytes]:
    """Everything below a folder; links by where they lead."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path)] = os.readlink(path).encode()  # noqa: PTH115 - as it is written
        elif path.is_file():
            found[str(path)] = path.read_bytes()
    return found


OURS = ("project/site/", "project/.site.brief/", "project/.brief/")


def build_watched(root: Path) -> Report:
    """Build, and fail if any file outside the site, its hidden neighbour and the cache was written, changed or removed."""
    around = root.parent
    before = {
        path: content for path, content in tree(around).items() if not path.startswith(tuple(f"{around}/{one}" for one in OURS))
    }
    report = build(root)
    after = {
        path: content for path, content in tree(around).items() if not path.startswith(tuple(f"{around}/{one}" for one in OURS))
    }
    assert after == before
    return report


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
LONG = "x" * 300
ACTOR, ARTICLE = "content/actors/mara-oduya.yaml", f"content/articles/{TALKS}.yaml"
REFUSED: list[tuple[str, str, str | bytes, str]] = [
    ("id with dots", ACTOR, "name: M\nformerly: [../../evil]\n", r":2:12"),
    ("different_from with dots", ACTOR, "name: M\ndifferent_from: ['../evil']\n", r":2:18"),
    ("tag with dots", ARTICLE, "actors: ['../../etc/passwd']\n", r":1:10"),
    ("cite with dots", ACTOR, "name: M\nsummary: {text: x, cites: [{article: ../x, text: y}]}\n", r":2:38"),
    ("theme with dots", "brief.yaml", "theme: ../../etc\n", r":1:8"),
    ("time zone with dots", "brief.yaml", "time_zone: ../../etc/passwd\n", r":1:12"),
    ("language with markup", "brief.yaml", "language: 'en\"><script>'\n", r":1:11"),
    ("base address that runs", "brief.yaml", "base_url: javascript:alert(1)\n", r":1:11"),
    ("base address with markup", "brief.yaml", "base_url: 'https://example.org/\"><script>'\n", r":1:11"),
    ("address that runs", ARTICLE, "url: javascript:alert(1)\n", r":1:6"),
    ("archive that runs", ARTICLE, "archive_url: 'data:text/html,x'\n", r":1:14"),
    ("link that runs", ACTOR, "name: M\nlinks: ['javascript:alert(1)']\n", r":2:9"),
    ("image that runs", ACTOR, "name: M\nimage: 'javascript:alert(1)'\n", r":2:8"),
    ("image outside", ACTOR, "name: M\nimage: ../../etc/passwd\n", r":2:8"),
    ("wikidata with markup", ACTOR, "name: M\nwikidata: 'Q1\"><script>'\n", r":2:11"),
    ("name of 300", ACTOR, f"name: {LONG}\n", r":1:7"),
    ("title of 600", ARTICLE, f"title: {LONG * 2}\n", r":1:8"),
    ("topic of 300", ARTICLE, f"topics: [{LONG}]\n", r":1:10"),
    ("source of 300", ARTICLE, f"source: a {LONG}\n", r":1:9"),
    ("source of 190", ARTICLE, f"source: {'A ' * 95}\n", r":1:9"),
    ("former id of 300", ACTOR, f"name: M\nformerly: [{LONG}]\n", r":2:12"),
    ("former id that is kept", ACTOR, "name: M\nformerly: [index]\n", r":2:12"),
    ("topic of signs only", ARTICLE, "topics: ['!!!']\n", r":1:10"),
    ("topic that is kept", ARTICLE, "topics: [Index]\n", r":1:10"),
    ("source of signs only", ARTICLE, "source: '???'\n", r":1:9"),
    ("source that is kept", ARTICLE, "source: Index 2\n", r":1:9"),
    ("alias bomb", ACTOR, BOMB, r":\d+:\d+"),
    ("alias of itself", ACTOR, "name: M\naliases: &a [*a]\n", r":2:\d+"),
    ("deep flow", ACTOR, "name: " + "[" * 100_000, r":1:\d+"),
    ("deep flow of keys", ACTOR, "name: " + "{a: " * 50_000, r":1:\d+"),
    ("deep blocks", ACTOR, "name:\n" + "- " * 50_000 + "x\n", r":2:\d+"),
    ("deep keys", ACTOR, "".join(" " * depth + "a:\n" for depth in range(300)), r":\d+:\d+"),
    ("many keys", ACTOR, "".join(f"k{number}: x\n" for number in range(30_000)), r":\d+:\d+"),
    ("large file", ACTOR, "name: M\n" + "# x\n" * 500_000, r""),
    ("tag that constructs", ACTOR, "name: !!python/object/apply:os.system ['touch evil']\n", r":1:\d+"),
    ("merge key", ACTOR, "base: &b {name: M}\n<<: *b\n", r":\d+:\d+"),
    ("two documents", ACTOR, "name: M\n---\nname: N\n", r":2:1"),
    ("key twice", ACTOR, "name: M\nname: N\n", r":2:1"),
    ("key that is a list", ACTOR, "? [a, b]\n: x\n", r":1:\d+"),
    ("lone surrogate", ACTOR, 'name: "a\\ud800b"\n', r":1:\d+"),
    ("NUL in YAML", ACTOR, b"name: a\0b\n", r":1:8"),
    ("NUL by escape", ACTOR, 'name: "a\\0b"\n', r":1:\d+"),
    ("control character in YAML", ACTOR, b"name: a\x1b[31mb\n", r":1:8"),
    ("NUL in an article", f"content/articles/{TALKS}.txt", b"Fine.\n\nNot \0 fine.\n", r":3:5"),
    ("Latin-1", f"content/articles/{TALKS}.txt", b"Caf\xe9 au lait\n", r":1:4"),
    ("UTF-16", f"content/articles/{TALKS}.txt", "Fiji and Kenya".encode("utf-16"), r":1:1"),
    ("NUL in brief.yaml", "brief.yaml", b"title: a\0b\n", r":1:9"),
    ("NUL in Markdown", "content/pages/about.md", b"# A\n\nb\0c\n", r":3:2"),
    ("front matter without end", "content/pages/about.md", "---\ntitle: x\n", r":\d+:\d+"),
    ("static over a page", "content/static/index.html", "mine", r""),
    ("static over the manifest", "content/static/manifest.json", "{}", r""),
    ("static file in a folder's place", "content/static/actors", "mine", r""),
    ("static folder in a page's place", "content/static/index.html/mine.txt", "mine", r""),
    ("static that differs in case", "content/static/INDEX.html", "mine", r""),
]


@pytest.mark.parametrize(("path", "content", "place"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_hostile_files_are_refused_with_their_place(project: Path, path: str, content: str | bytes, place: str) -> None:
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = build_watched(project)
    assert not report.published
    assert not (project / "site").exists()
    told = [one for one in report.problems if one.severity == "error" and one.location.path == path]
    assert told, messages(report)
    places = [f":{one.location.line}:{one.location.column}" if one.location.line else "" for one in told]
    assert any(re.fullmatch(place, found) for found in places), places
    for one in told:
        assert len(one.message) < 500
        assert len(one.location.excerpt) <= 1000


BAD_STEMS = [
    "CON",
    "con",
    "index",
    "index-2",
    "ÄÖ",
    "a b",
    "a\nb",
    "\x1b[31mred",
    "a:b",
    "<script>",
    "a\u202eb",
    "a" * 240,
    "a.b",
    "A",
    "a_b",
]


KINDS = {
    "articles": (".txt", "Fiji.\n"),
    "actors": (".yaml", "name: A B\n"),
    "sources": (".yaml", "name: A\n"),
    "pages": (".md", "Text\n"),
    "disputes": (".yaml", "question: x\n"),
}


def test_file_names_that_are_no_ids_are_refused(project: Path) -> None:
    bad = {f"content/{kind}/{stem}{ending}": text for kind, (ending, text) in KINDS.items() for stem in BAD_STEMS}
    for path, text in bad.items():
        write(project / path, text)
    report = build_watched(project)
    assert not report.published
    assert sorted(bad.keys() - {one.location.path for one in report.problems if one.severity == "error"}) == []


def test_a_stem_as_long_as_the_file_system_allows_is_no_failure_of_the_machine(project: Path) -> None:
    write(project / f"content/articles/{'a' * 251}.txt", "Fiji.\n")
    assert not build_watched(project).published


# --- links ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    write(tmp_path / "elsewhere/secret.txt", "The canary word is xylophone.\n")
    write(tmp_path / "elsewhere/secret.yaml", "name: xylophone\n")
    return tmp_path / "elsewhere"


def leaks(root: Path) -> bool:
    return any(b"xylophone" in content for content in published(root).values()) if (root / "site").exists() else False


LINKS = [
    ("article", "content/articles/link.txt", "secret.txt"),
    ("sidecar", "content/articles/2031-03-12-kenya-asks.yaml", "secret.yaml"),
    ("actor", "content/actors/link.yaml", "secret.yaml"),
    ("static", "content/static/link.txt", "secret.txt"),
    ("configuration", "brief.yaml", "secret.yaml"),
    ("template", "themes/desk/templates/link.html", "secret.txt"),
    ("folder of articles", "content/articles/folder", "."),
    ("folder of static files", "content/static/folder", "."),
    ("folder of themes", "themes", "."),
    ("dangling", "content/articles/link.txt", "missing.txt"),
]


@pytest.mark.parametrize(("path", "target"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS])
def test_links_out_of_the_project_are_refused(project: Path, secret: Path, path: str, target: str) -> None:
    link = project / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret / target)
    report = build_watched(project)
    assert not report.published
    assert any(one.location.path == path for one in report.problems), messages(report)
    assert not leaks(project)


def test_content_that_is_itself_a_link_out_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "content").rename(tmp_path / "outside")
    (project / "content").symlink_to(tmp_path / "outside")
    report = build_watched(project)
    assert not report.published
    assert [one.location.path for one in report.problems] == ["content"]


@pytest.mark.parametrize("path", ["content/articles/loop.txt", "content/articles/loop"])
def test_a_link_to_itself_is_a_mistake_and_no_crash(project: Path, path: str) -> None:
    (project / path).symlink_to(project / path)
    report = build_watched(project)
    assert any(one.location.path == path for one in report.problems), messages(report)


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "content/articles/again.txt").symlink_to(project / f"content/articles/{TALKS}.txt")
    assert build_watched(project).published
    assert (project / "site/articles/again.html").exists()


def test_a_folder_of_the_site_that_became_a_link_out_is_not_written_through(project: Path, tmp_path: Path) -> None:
    assert build(project).published
    (project / "site/actors").rename(tmp_path / "outside")
    (project / "site/actors").symlink_to(tmp_path / "outside")
    write(project / "content/actors/mara-oduya.yaml", ACTORS["mara-oduya"] + "aliases: [Minister Oduya]\n")
    (project / "content/actors/tomas-lindqvist.yaml").unlink()
    before = tree(tmp_path / "outside")
    done = command(project, "build")
    assert tree(tmp_path / "outside") == before
    assert "Traceback" not in done.stderr


# --- the terminal ---------------------------------------------------------------------------------------------------------


def terminal_project(root: Path) -> Path:
    make_project(root)
    write(root / "content/actors/esc.yaml", 'name: A B\n"\\e[31mred\\u202e": x\nkind: "\\e]0;title\\a"\ncountry: "\\e[2J"\n')
    write(root / "content/articles/\x1b[31mred\u202e.txt", "Fiji.\n")
    write(root / "content/articles/red.yaml", 'actors: ["\\e[31m"]\nsource: "\\e[31m"\n')
    write(root / "content/articles/steered.txt", "Fiji \x1b[31mand\x07 \u202eKenya\u202c\x9b31m agree.\n")
    (root / "content/articles/out\x1b[2J.txt").symlink_to("/etc/hostname")
    return root


@pytest.mark.parametrize("arguments", [["build", "--explain"], ["build", "--json"], ["check"]])
def test_no_message_can_steer_a_terminal(tmp_path: Path, arguments: list[str]) -> None:
    done = command(terminal_project(tmp_path / "project"), *arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert STEERING.findall((done.stdout + done.stderr).replace("\n", "")) == []


def test_a_step_named_by_a_hostile_file_cannot_steer_a_terminal(tmp_path: Path) -> None:
    """--explain names files that built well, too."""
    root = make_project(tmp_path / "project")
    write(root / "content/static/\x1b[31mred\u202e.txt", "mine")
    done = command(root, "build", "--explain")
    assert "Traceback" not in done.stderr
    assert STEERING.findall((done.stdout + done.stderr).replace("\n", "")) == []


def test_control_and_bidi_characters_are_shown_as_replacements(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    write(
        root / f"content/articles/{TALKS}.txt",
        "Fiji \x1b[31mand\x07 \u202eKenya\u202c \x9b31m\ufffe agree, \x0b Mara Oduya said.\n",
    )
    write(
        root / f"content/articles/{TALKS}.yaml",
        'title: "A \\x1b[31m \\u202e \\ufffe headline"\ndate: 2031-03-01\nsource: harbour-news\n',
    )
    write(root / "content/actors/mara-oduya.yaml", 'name: Mara Oduya\naliases: ["Mara \\u202e\\x1b[1m\\x0bO"]\ncountry: FJ\n')
    report = build(root)
    assert messages(report) == []
    assert [one for one in report.problems if one.severity == "warning" and one.location.path.endswith(f"{TALKS}.txt")]
    files = published(root)
    assert dangers(files) == []
    assert "\ufffd" in files[f"articles/{TALKS}.html"].decode()
    assert "\x1b[31mand" in parse_json(files[f"articles/{TALKS}.json"])["text"]


# --- size and shape -------------------------------------------------------------------------------------------------------

SHAPES = [
    '"',
    "“",
    "”",
    "‘",
    "'",
    "«",
    "[",
    "![",
    "](",
    "(",
    "<",
    "<a",
    "*",
    "_",
    "**a",
    "`",
    "``",
    "|",
    "> ",
    "&",
    "&#",
    "{{",
    "{%",
]
SHAPES += [
    "<!--",
    "- ",
    "1. ",
    "# ",
    "~~~",
    "\\",
    "http://",
    "said “",
    "Mr. ",
    "A. ",
    "a" * 30,
    "Mara Oduya ",
    "Oduya said, “",
    "—",
]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_ten_thousand_unclosed_signs_are_bounded(tmp_path: Path, ending: str) -> None:
    """Each shape builds, or is refused with its place; nothing hangs, nothing crashes."""
    root = make_project(tmp_path / "project")
    for number, shape in enumerate(SHAPES):
        write(root / f"content/articles/shape-{number}.{ending}", f"Fiji met Kenya.\n\n{shape * 10_000}\n")
        write(root / f"content/articles/shape-{number}.yaml", f"title: Shape {number}\ndate: 2031-03-01\nsource: harbour-news\n")
    refused = [one.location.path for one in build(root).problems if one.severity == "error"]
    assert all(path.startswith("content/articles/shape-") for path in refused)
    assert ending == "md" or not refused
    for path in set(refused):
        (root / path).unlink()
        (root / path).with_suffix(".yaml").unlink()
    assert messages(build(root)) == []
    assert dangers(published(root)) == []


def test_a_title_is_cut_where_it_would_be_a_whole_article(project: Path) -> None:
    write(project / "content/articles/long.txt", "word " * 20_000)
    assert build(project).published
    assert len(parse_json(published(project)["articles/long.json"])["title"]) <= 200


def test_the_usual_project_is_harmless(project: Path) -> None:
    """The searches above find nothing where there is nothing, and the words are where they should be."""
    assert build(project).published
    assert dangers(published(project)) == []
    assert TITLES[TALKS] in Page(published(project)["index.html"].decode()).text


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x</script>",
        '<script src="assets/other.js"></script>',
        "<a href='javascript:x'>y</a>",
        "<a href=' java\nscript:x'>y</a>",
        "<p onclick=x>",
        "<iframe src=x>",
        "<img src='https://example.org/x.png'>",
        "<meta http-equiv=refresh content='0;url=x'>",
        "<p style='x'>",
        "<!-- x -->",
    ],
)
def test_the_search_for_markup_finds_it(markup: str) -> None:
    assert Page(markup).wrong


def test_a_plugin_of_another_package_never_sees_the_material(tmp_path: Path) -> None:
    """Pydantic loads whatever an installed package names in its entry points."""
    elsewhere, told = tmp_path / "elsewhere", tmp_path / "told"
    write(elsewhere / "spy.py", f"import pathlib\npathlib.Path({str(told)!r}).touch()\nplugin = None\n")
    write(elsewhere / "spy-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: spy\nVersion: 1\n")
    write(elsewhere / "spy-1.dist-info/entry_points.txt", "[pydantic]\nspy = spy:plugin\n")
    make_project(tmp_path / "project")
    done = command(tmp_path / "project", "build", env={"PYTHONPATH": os.pathsep.join([str(elsewhere), str(EXAMPLE)])})
    assert not told.exists()
    assert done.returncode == 0, done.stderr
