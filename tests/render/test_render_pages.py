"""All kinds of pages: hostile words, frame, citations, rights."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest
from render_samples import DESK, article_parts, desk_theme, every_page

from generator.model import Card, CountryRole, Inline, Link, Moves, Site, Use
from generator.render import article, home, lists, pages
from generator.render.urls import cite_id
from generator.render.words import ENGLISH

THEME = desk_theme()
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% include 'x' %} ]]> </script> \" ' & <!-- \u202e"
PLAIN = every_page("Plain words", THEME)
NASTY = every_page(HOSTILE, THEME)


def _html(made: object) -> str:
    files, problems = made  # type: ignore[misc]
    assert problems == ()
    return str(files[0].content.decode())


class _Tags(HTMLParser):
    """Start tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("kind", PLAIN)
def test_hostile_words_change_no_tag(kind: str) -> None:
    plain, nasty = (_Tags(_html(made[kind])) for made in (PLAIN, NASTY))
    assert [tag for tag, _ in nasty.tags] == [tag for tag, _ in plain.tags]


@pytest.mark.parametrize("kind", PLAIN)
def test_hostile_words_appear_literally(kind: str) -> None:
    assert HOSTILE.replace("\u202e", "\ufffd") in _Tags(_html(NASTY[kind])).text


@pytest.mark.parametrize("kind", PLAIN)
def test_a_page_runs_nothing_and_asks_nobody_else(kind: str) -> None:
    tags = _Tags(_html(PLAIN[kind])).tags
    policy = next(attrs["content"] for tag, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    loaded = [attrs.get("src") or attrs.get("href") or "" for tag, attrs in tags if tag in {"script", "img", "link"}]
    assert [address for address in loaded if "//" in address] == []
    assert [attrs for tag, attrs in tags if "style" in attrs or any(name.startswith("on") for name in attrs)] == []
    assert [tag for tag, _ in tags if tag in {"style", "iframe", "form"}] == []


@pytest.mark.parametrize("kind", PLAIN)
def test_ids_of_a_page_are_unique_and_its_own_fragments_exist(kind: str) -> None:
    tags = _Tags(_html(PLAIN[kind])).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    wanted = {(attrs.get("href") or "")[1:] for tag, attrs in tags if tag == "a" and (attrs.get("href") or "").startswith("#")}
    labels = {attrs["aria-labelledby"] for _, attrs in tags if "aria-labelledby" in attrs}
    assert sorted(ids, key=str) == sorted(set(ids), key=str)
    assert (wanted | labels) - set(ids) == set()


@pytest.mark.parametrize("kind", PLAIN)
def test_a_page_has_one_first_heading_and_its_landmarks(kind: str) -> None:
    tags = [tag for tag, _ in _Tags(_html(PLAIN[kind])).tags]
    assert [tags.count(tag) for tag in ("h1", "main", "html")] == [1, 1, 1]
    assert "nav" in tags


def test_a_cite_is_a_labelled_link_to_the_passage() -> None:
    cite = next(attrs for tag, attrs in _Tags(_html(PLAIN["actor"])).tags if attrs.get("class") == "cite")
    assert cite == {
        "class": "cite",
        "id": cite_id("visit", 0, 19),
        "href": "../articles/visit.html#s0-19",
        "data-cite": "visit:0:19",
        "data-passage": "Ann Ost met Bo Ide.",
        "aria-label": "source 1, Plain words, 13 February 2015",
    }


def test_the_article_holds_the_anchor_and_leads_back_to_the_line() -> None:
    html = _html(PLAIN["article"])
    assert '<span class="cited" id="s0-19"><a class="m p" href="../actors/ann-ost.html">Ann Ost</a> met' in html
    assert (
        f'<p class="used">used on <a href="../countries/xland.html#{cite_id("visit", 0, 19)}"><bdi>Plain words</bdi></a></p>'
        in html
    )


@pytest.mark.parametrize(("pages", "led_to"), [
    (["countries/xland.html", "countries/xland/record.html"], ["countries/xland.html"]),
    (["countries/xland/record.html", "countries/xland.html"], ["countries/xland.html"]),
    (["countries/xland/record.html"], ["countries/xland/record.html"]),
    (["actors/ann-ost/record.html", "countries/xland.html"], ["actors/ann-ost/record.html", "countries/xland.html"]),
])  # fmt: skip
def test_a_paragraph_names_each_subject_that_uses_it_once(pages: list[str], led_to: list[str]) -> None:
    card, body, analysis, (use,) = article_parts("words")
    uses = tuple(Use(use.start, use.end - place, use.text, page, page) for place, page in enumerate(pages))
    site = Site("T", "", "en", "CLEAR")
    html = _html(article.article_page(site, THEME, card, body, analysis, (), (), uses, {}, None))
    (note,) = re.findall(r'<p class="used">(.*?)</p>', html)
    assert sorted(re.findall(r'href="\.\./([^#]+)#', note)) == led_to
    assert f"<dd>{len(led_to)} page" in html


def test_the_list_of_sources_repeats_what_a_cite_rests_on() -> None:
    html = _html(PLAIN["country"])
    notes = _Tags(html[html.index('id="sources"') :]).text
    assert all(
        words in notes
        for words in ("Plain words, 13 February 2015", "grade B2", "repeats Wire, another report", "Ann Ost met Bo Ide.")
    )


def test_a_mention_inside_a_link_of_the_article_is_no_second_link() -> None:
    card, body, analysis, uses = article_parts("words")
    inline = Inline("link", 0, 10, "https://example.org/")
    prose = msgspec.structs.replace(body.prose, inlines=(inline,))
    changed = msgspec.structs.replace(body, prose=prose)
    links = {"ann-ost": Link("ann-ost", "Ann Ost", "actors/ann-ost.html", "person")}
    html = _html(article.article_page(Site("T", "", "en", "CLEAR"), THEME, card, changed, analysis, (), (), uses, links, None))
    assert '<a href="https://example.org/" rel="noreferrer"><span class="m p">Ann Ost</span>' in html


@pytest.mark.parametrize("kind", ["metadata", "withdrawn"])
def test_nothing_of_a_withheld_text_is_on_the_page(kind: str) -> None:
    card, body, analysis, _ = article_parts("secret passage")
    card = msgspec.structs.replace(card, title="T", source_name="S", authors=(), dateline="", corrections=())
    change = {"rights": "metadata"} if kind == "metadata" else {"status": "withdrawn", "withdrawn_reason": "why"}
    made = _page(msgspec.structs.replace(card, **change), body, analysis, ())
    assert not any(words in made for words in ("met Bo", "secret passage", "Ost left"))


def test_excerpts_show_cited_sentences_with_their_neighbours_and_count_the_rest() -> None:
    card, body, analysis, uses = article_parts("words")
    made = _page(msgspec.structs.replace(card, rights="excerpt"), body, analysis, uses)
    assert "She said" in made
    assert "Ost left" not in made
    assert '<p class="gap">1 sentence not shown</p>' in made


def test_an_excerpt_that_nothing_cites_is_one_counted_gap() -> None:
    card, body, analysis, _ = article_parts("words")
    made = _page(msgspec.structs.replace(card, rights="excerpt"), body, analysis, ())
    assert '<p class="gap">3 sentences not shown</p>' in made
    assert "Bo Ide" not in made


def test_another_language_says_what_is_not_yet_analysed() -> None:
    card, body, analysis, uses = article_parts("words")
    made = _page(card, msgspec.structs.replace(body, language="ar"), analysis, uses)
    assert "not yet analysed" in made
    assert 'lang="ar" dir="rtl"' in made
    assert "not yet analysed" not in _html(PLAIN["article"])


def _page(card: Card, body: object, analysis: object, uses: tuple[Use, ...]) -> str:
    roles = (CountryRole("XA", "about", 1.0),)
    return _html(article.article_page(Site("T", "", "en", "CLEAR"), THEME, card, body, analysis, roles, (), uses, {}, None))  # type: ignore[arg-type]


@pytest.mark.parametrize(("moves", "said"), [
    (Moves(2, 1, 0), "2 points added, 1 point replaced"), (Moves(0, 0, 3), "3 points withdrawn"), (Moves(first=True), "new page"),
    (Moves(), ""),
])  # fmt: skip
def test_what_changed_on_a_page_is_said_in_words(moves: Moves, said: str) -> None:
    assert home.moves_in_words(moves, ENGLISH) == said


def test_the_list_of_articles_goes_on_after_two_hundred() -> None:
    cards = tuple(Card(f"a{n}", "T", f"2015-01-{n % 28 + 1:02}") for n in range(401))
    files, problems = lists.articles_index(Site("T", "", "en", "CLEAR"), THEME, cards, {}, {})
    assert problems == ()
    assert [file.path for file in files] == ["articles/index.html", "articles/index-2.html", "articles/index-3.html"]
    assert [len(re.findall(rb'href="../articles/a\d', file.content)) for file in files] == [200, 200, 1]


def test_each_page_of_a_long_list_says_what_part_it_holds_and_which_years_the_others_do() -> None:
    cards = tuple(Card(f"a{n:03}", "T", f"{2031 - n // 150}-06-02", kind="news" if n % 2 else "opinion") for n in range(402))
    files, _ = lists.articles_index(Site("T", "", "en", "CLEAR"), THEME, cards, {}, {})
    pages = [file.content.decode() for file in files]
    assert [re.findall(r"\d+ to \d+ of \d+, newest first", page) for page in pages] == [
        ["1 to 200 of 402, newest first"],
        ["201 to 400 of 402, newest first"],
        ["401 to 402 of 402, newest first"],
    ]
    spans = [("1", "2031–2030"), ("2", "2030–2029"), ("3", "2029")]
    assert [re.findall(r'(\d)</a> <span class="meta">(.*?)</span></li>', page) for page in pages] == [spans, spans, spans]
    assert all('data-part="on this page; the other pages of the list are not narrowed"' in page for page in pages)
    (alone,), _ = lists.articles_index(Site("T", "", "en", "CLEAR"), THEME, cards[:200], {}, {})
    assert b"200 in all, newest first" in alone.content
    assert b"data-part" not in alone.content


def test_a_list_is_narrowed_only_by_what_parts_it() -> None:
    cards = (Card("a", "T", "2015-01-02", kind="news"), Card("b", "T", "2015-03-04", kind="opinion", source="x|y"))
    about = {"a": ("IQ", "NZ"), "b": ("IQ",)}
    names = {"IQ": "Iraq", "NZ": "New Zealand"}
    (file,), _ = lists.articles_index(Site("T", "", "en", "CLEAR"), THEME, cards * 5, about, names)
    html = file.content.decode()
    assert re.findall(r"<label>(\w+) <select", html) == ["Country", "Kind"]
    countries, kinds = (
        [("", "any"), ("IQ", "Iraq"), ("NZ", "New Zealand")],
        [("", "any"), ("news", "News report"), ("opinion", "Opinion")],
    )
    assert re.findall(r'<option value="(.*?)">(.*?)<', html) == [*countries, *kinds]
    assert set(re.findall(r'data-of="(.*?)"', html)) == {"|IQ|NZ|news|2015|", "|IQ|opinion|x y|2015|"}


def test_an_empty_list_of_articles_is_still_a_page() -> None:
    files, _ = lists.articles_index(Site("T", "", "en", "CLEAR"), THEME, (), {}, {})
    assert [file.path for file in files] == ["articles/index.html"]


@pytest.mark.parametrize(("base_url", "root"), [("", "/"), ("https://example.org/", "/"), ("https://example.org/a/b/", "/a/b/")])
def test_the_page_for_a_missing_address_links_from_the_root(base_url: str, root: str) -> None:
    html = _html(pages.not_found_page(Site("T", base_url, "en", "CLEAR"), THEME))
    assert f'href="{root}assets/desk.css"' in html
    assert f'href="{root}index.html"' in html


def test_a_base_address_gives_the_canonical_link() -> None:
    site = Site("T", "https://example.org/a/", "en", "CLEAR")
    html = _html(every_page("words", THEME, site)["actor"])
    assert '<link rel="canonical" href="https://example.org/a/actors/ann-ost.html">' in html


def test_the_same_values_give_the_same_bytes() -> None:
    assert every_page(HOSTILE, THEME) == NASTY


def test_an_actor_with_eight_points_weighs_at_most_eighty_kilobytes() -> None:
    assets = sum((DESK / "static" / name).stat().st_size for name in ("desk.css", "desk.js"))
    assert assets + len(_html(PLAIN["actor"])) < 80_000


@pytest.mark.parametrize("search", ["names", "full", ""])
def test_pages_link_to_the_search_only_where_it_is_published(search: str) -> None:
    site = Site("T", "", "en", "CLEAR", search=search)
    assert ('href="search.html"' in _html(every_page("words", THEME, site)["method"])) is bool(search)


def test_of_the_lines_that_cite_one_passage_the_first_three_alone_carry_it() -> None:
    cites = [attrs for _, attrs in _Tags(_html(PLAIN["actor"])).tags if attrs.get("data-cite") == "visit:0:19"]
    assert ["data-passage" in attrs for attrs in cites] == [True, True, True, *[False] * (len(cites) - 3)]
    assert len(cites) > 3


@pytest.mark.parametrize("kind", ["actor", "country", "home", "timeline", "relations", "disputes", "changes"])
def test_every_passage_stands_in_the_list_of_sources_at_its_number(kind: str) -> None:
    html = _html(PLAIN[kind])
    notes = dict(re.findall(r'<li id="source-(\d+)">(.*?)\n</li>', html, re.DOTALL))
    cites = re.findall(r'<a class="cite"[^>]* href="([^"]+)"[^>]*>(\d+)</a>', html)
    assert cites
    for href, number in cites:
        assert f'<a href="{href}"><q dir="auto">Ann Ost met Bo Ide.</q>' in notes[number]
