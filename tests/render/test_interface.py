"""The interface's messages: put into a language while a template is compiled, and nowhere else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import jinja2
import pytest
from interface import LOCALE, ROOT, catalogue, messages

from generator.model import Catalogue, Template, Theme
from generator.render.catalogues import LANGUAGES, assemble_words
from generator.render.phrases import placeholders
from generator.render.templates import check_template, render_template
from generator.render.words import Words

ENGLISH = Catalogue()
# A made-up language: its numbers have one form for none, one for an even number and one for an odd one.
MADE_UP = Catalogue(
    "xx",
    "n==0 ? 0 : n%2==0 ? 1 : 2",
    (
        ("%(num)s bird", ("no bird", "%(num)s even birds", "%(num)s odd birds")),
        ("Birds of %(place)s", ("<i>%(place)s</i> has birds",)),
        ("about\x04Nest", ("Nestling",)),
        ("Nest", ("Nestor",)),
    ),
)


def _shown(source: str, words: Catalogue = ENGLISH, **values: Any) -> str:
    html, problems = render_template(Theme("t", (Template("a.html", source, "a.html"),), words), "a.html", values)
    assert problems == ()
    return html


@pytest.mark.parametrize(
    ("source", "english", "made_up"),
    [
        ("{{ _('Nest') }}", "Nest", "Nestor"),
        ("{{ pgettext('about', 'Nest') }}", "Nest", "Nestling"),
        ("{{ _('Wing') }}", "Wing", "Wing"),
        ("{{ _('Birds of %(place)s', place=place) }}", "Birds of A&amp;B", "<i>A&amp;B</i> has birds"),
        ("{% trans place=place %}Birds of {{ place }}{% endtrans %}", "Birds of A&amp;B", "<i>A&amp;B</i> has birds"),
        ("{% set x = _('Birds of %(place)s', place=place) %}{{ x }}", "Birds of A&amp;B", "<i>A&amp;B</i> has birds"),
        ("{{ none or _('Nest') }}", "Nest", "Nestor"),
        ("{{ _('100 %% of %(place)s', place=place) }}", "100 % of A&amp;B", "100 % of A&amp;B"),
    ],
)
def test_a_message_is_shown_in_the_language_with_its_values_escaped(source: str, english: str, made_up: str) -> None:
    values = {"place": "A&B", "none": ""}
    assert (_shown(source, **values), _shown(source, MADE_UP, **values)) == (english, made_up)


@pytest.mark.parametrize("inside", ["{{ %s }}", "{%% set x = %s %%}{{ x }}"])
def test_a_number_chooses_among_the_forms_of_a_language(inside: str) -> None:
    source = inside % "ngettext('%(num)s bird', '%(num)s birds', count)"
    assert [_shown(source, count=count) for count in (0, 1, 2)] == ["0 birds", "1 bird", "2 birds"]
    assert [_shown(source, MADE_UP, count=count) for count in (0, 1, 2)] == ["no bird", "1 odd birds", "2 even birds"]


def test_code_says_messages_as_templates_do() -> None:
    words = Words(MADE_UP)
    assert words.gettext("Birds of %(place)s", place="Vardia") == "<i>Vardia</i> has birds"
    assert words.ngettext("%(num)s bird", "%(num)s birds", 4) == "4 even birds"
    assert words.pgettext("about", "Nest") == "Nestling"
    assert words.listed(["a", "b"]) == "a, b"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ _(words) }}", "A message must be a plain text"),
        ("{{ ngettext('a', 'b') }}", "A message must be a plain text"),
        ("{{ _('of %(place)s') }}", "The message names place, and no such value is given."),
    ],
)
def test_a_message_that_cannot_be_translated_is_a_problem(source: str, message: str) -> None:
    problems = check_template(Template("a.html", source, "themes/t/templates/a.html"), frozenset({"a.html"}), frozenset())
    assert [problem.message[: len(message)] for problem in problems] == [message]
    assert problems[0].location.line == 1


def test_english_needs_no_catalogue() -> None:
    assert assemble_words("en", "desk", {}) == (Catalogue("en"), ())


def test_a_theme_words_a_message_differently_and_a_region_inherits_it() -> None:
    files = {"locale/en.po": b'msgid "Nest"\nmsgstr "Eyrie"\n'}
    assert assemble_words("en-NZ", "t", files)[0] == Catalogue("en-NZ", "", (("Nest", ("Eyrie",)),))


def test_a_translation_that_loses_a_value_is_a_problem_with_its_place() -> None:
    files = {"locale/en.po": b'msgid "Nest"\nmsgstr "Eyrie"\n\nmsgid "of %(place)s"\nmsgstr "of %(town)s"\n'}
    words, (problem,) = assemble_words("en", "t", files)
    assert words.messages == (("Nest", ("Eyrie",)),)
    assert (problem.location.path, problem.location.line) == ("themes/t/locale/en.po", 4)
    assert problem.message == "The translation of “of %(place)s” lacks place."


def test_the_same_message_is_never_counted_in_one_place_and_plain_in_another() -> None:
    plain = {(context, texts[0]) for context, texts in messages() if len(texts) == 1}
    counted = {(context, texts[0]) for context, texts in messages() if len(texts) == 2}
    assert plain & counted == set()


def test_singular_and_plural_name_the_same_values() -> None:
    for _, texts in messages():
        assert len({placeholders(text) for text in texts}) == 1, texts


TAG = re.compile(r"<[^>]+>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """Lacking: `python tests/render/interface.py` puts the new messages into the catalogues."""
    known = catalogue(language)
    untranslated = []
    for (context, texts), path in messages().items():
        found = known.get(texts if len(texts) > 1 else texts[0], context or None)
        forms = (found.string if isinstance(found.string, tuple) else (found.string,)) if found else ("",)
        if found is None or found.fuzzy or not all(forms):
            untranslated.append((path, texts[0]))
    assert untranslated == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_no_message_that_nobody_says(language: str) -> None:
    said = {(context, texts) for context, texts in messages()}
    held = {(one.context or "", one.id if isinstance(one.id, tuple) else (one.id,)) for one in catalogue(language) if one.id}
    assert held - said == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_values_and_tags(language: str) -> None:
    assert assemble_words(language, "desk", {})[1] == ()
    for one in catalogue(language):
        if one.id:
            texts = one.id if isinstance(one.id, tuple) else (one.id,)
            forms = one.string if isinstance(one.string, tuple) else (one.string,)
            assert {tuple(TAG.findall(form)) for form in forms} == {tuple(TAG.findall(texts[-1]))}, texts[0]


def test_every_catalogue_is_offered() -> None:
    assert sorted(path.name for path in LOCALE.iterdir()) == sorted(LANGUAGES)


class _Words(HTMLParser):
    """Words in a template's HTML that are no messages, in text and in the attributes that are read aloud or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if re.search(r"[^\W\d_]{2}", data):
            self.found.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in ("aria-label", "title", "alt", "placeholder") or name.startswith("data-"):
                self.handle_data(value or "")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "themes").rglob("templates/*.html")), ids=lambda path: f"{path.parts[-3]}/{path.name}"
)
def test_a_template_holds_no_words_but_messages(path: Any) -> None:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    source = path.read_text(encoding="utf-8")
    parser = _Words()
    parser.feed("".join(text if kind == "data" else "|" for _, kind, text in environment.lex(source)))
    quoted = {
        node.value
        for node in environment.parse(source).find_all(jinja2.nodes.Const)
        if isinstance(node.value, str) and re.search(r"[^\W\d_]{2} [^\W\d_]{2}", node.value)
    }
    said = {text for context, texts in messages() for text in (context, *texts)}
    assert (parser.found, sorted(quoted - said)) == ([], [])
