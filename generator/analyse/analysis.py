"""Turns the body of one article and its slice of the lexicon into all that is known about the article alone.

Rule: nothing but these two values enters, so editing one article never changes the analysis of another.
"""

from __future__ import annotations

from generator.analyse.dates import find_dates
from generator.analyse.geography.datelines import printed_dateline
from generator.analyse.lexicon import NameSlice
from generator.analyse.mentions.linking import link_mentions
from generator.analyse.names import find_unlinked
from generator.analyse.sentences import split_sentences
from generator.analyse.speech.quotations import find_quotations
from generator.model import Analysis, Body


def analyse(body: Body, names: NameSlice) -> Analysis:
    """Sentences, mentions, quotations, dates, doubts, unlinked names and hints, each in order of position.

    Languages other than English get sentences, mentions and dates; quotations and unlinked names are English rules.
    """
    text, blocks = body.prose.text, body.prose.blocks
    sentences = split_sentences(body.prose)
    linked = link_mentions(body, names, sentences)
    if body.language and not body.language.lower().startswith("en"):
        return Analysis(sentences, linked.mentions, (), find_dates(text, body.date), linked.ambiguous, (), linked.hints)
    unlinked = find_unlinked(text, blocks, sentences, linked.mentions, linked.ambiguous, linked.hints)
    quotations = find_quotations(body, sentences, linked.mentions, unlinked, names.known)
    line = printed_dateline(body.prose)
    if line is not None:  # it says nothing
        quotations = tuple(one for one in quotations if one.source is None or not line.start <= one.source.start < line.end)
    return Analysis(sentences, linked.mentions, quotations, find_dates(text, body.date), linked.ambiguous, unlinked, linked.hints)
