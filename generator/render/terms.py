"""Turns the codes of our formats into words of the interface; one rule: a code that is not listed is shown as it stands.

The lists hold every message that another stage hands over as a value: the extraction finds them here.
"""

from __future__ import annotations

import msgspec

from generator.model import Measure
from generator.render.words import Words, message

_ARTICLES = {
    "news": message("News report"),
    "release": message("Press release"),
    "analysis": message("Analysis"),
    "opinion": message("Opinion"),
    "transcript": message("Transcript"),
    "report": message("Report"),
}
_SUBJECTS = {
    "person": message("Person"),
    "organisation": message("Organisation"),
    "institution": message("Institution"),
    "armed-group": message("Armed group"),
    "coalition": message("Coalition"),
    "country": message("Country"),
}
_STATEMENTS = {"direct": message("own words"), "mixed": message("partly own words"), "indirect": message("reported speech")}
# The languages that articles of foreign affairs are most often in; another is shown by its code.
_LANGUAGES = {
    "ar": message("Arabic"),
    "de": message("German"),
    "en": message("English"),
    "es": message("Spanish"),
    "fa": message("Persian"),
    "fr": message("French"),
    "he": message("Hebrew"),
    "hi": message("Hindi"),
    "id": message("Indonesian"),
    "it": message("Italian"),
    "ja": message("Japanese"),
    "ko": message("Korean"),
    "ku": message("Kurdish"),
    "mi": message("Māori"),
    "pl": message("Polish"),
    "ps": message("Pashto"),
    "pt": message("Portuguese"),
    "ru": message("Russian"),
    "tr": message("Turkish"),
    "uk": message("Ukrainian"),
    "ur": message("Urdu"),
    "zh": message("Chinese"),
}

# Said as they stand, by `gettext`.
_SAID = (
    # what one party did to another
    *(message("met"), message("visited"), message("visited by"), message("hosted"), message("hosted by"), message("asked")),
    *(message("asked by"), message("agreed with"), message("backed"), message("backed by"), message("aided")),
    *(message("aided by"), message("criticised"), message("criticised by"), message("rejected"), message("rejected by")),
    *(message("warned"), message("warned by"), message("broke with"), message("put pressure on")),
    *(message("put under pressure by"), message("attacked"), message("attacked by"), message("thanked"), message("thanked by")),
    *(message("praised"), message("praised by"), message("arrested"), message("arrested by"), message("dismissed")),
    *(message("dismissed by"), message("appointed"), message("appointed by")),
    # kinds of articles and of actors, within a line
    *(message("analysis"), message("opinion"), message("release"), message("transcript"), message("report")),
    *(message("person"), message("organisation"), message("institution"), message("armed group"), message("coalition")),
    # how a point was made; an article's rights; a publisher's kind
    *(message("extracted"), message("edited"), message("written"), message("full"), message("excerpt"), message("metadata")),
    *(message("newspaper"), message("agency"), message("broadcaster"), message("government"), message("parliament")),
    *(message("ngo"), message("think-tank"), message("party"), message("social")),
    # why a name is left unlinked
    message("more than one is known by this name"),
    message("a short name without the full name before it"),
    message("at the start of a sentence it may be the common word"),
    message("it may be the month"),
    message("a name too general to link by itself"),
    message("it may be a person of that name"),
    message("it may be the state of the United States"),
    message("the office changed hands around that date"),
)


def article_kind(kind: str, words: Words) -> str:
    """What an article is, at the head of its page."""
    return words.gettext(_ARTICLES.get(kind, kind.capitalize()))


def subject_kind(kind: str, words: Words) -> str:
    """What a page is about, at its head."""
    return words.gettext(_SUBJECTS.get(kind, kind))


def language_name(language: str, words: Words) -> str:
    """What a language is called, without its region."""
    main = language.partition("-")[0].lower()
    return words.gettext(_LANGUAGES[main]) if main in _LANGUAGES else language


def statement_kind(kind: str, words: Words) -> str:
    """How much of a statement is in the speaker's own words."""
    return words.gettext(_STATEMENTS.get(kind, _STATEMENTS["indirect"]))


def dispute_state(status: str, words: Words) -> str:
    """Where a dispute stands, on its card."""
    known = {
        "open": words.pgettext("dispute", "open"),
        "explained": words.pgettext("dispute", "explained"),
        "superseded": words.pgettext("dispute", "superseded"),
    }
    return known.get(status, status)


def disputes_title(status: str, words: Words) -> str:
    """What stands above the disputes of one status."""
    known = {
        "open": words.pgettext("disputes", "Open"),
        "explained": words.pgettext("disputes", "Explained"),
        "superseded": words.pgettext("disputes", "Superseded"),
    }
    return known.get(status, status)


def measured_in_words(measure: Measure, words: Words) -> Measure:
    """A row of the method page's figures, its words in the site's language."""
    return msgspec.structs.replace(
        measure,
        task=words.gettext(measure.task),
        gold=words.gettext(measure.gold),
        meaning=words.gettext(measure.meaning),
        trivial=words.gettext(measure.trivial),
    )
