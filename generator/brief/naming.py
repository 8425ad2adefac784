"""Which subjects an article names: where, how often, and whether it is about them or only mentions them."""

from __future__ import annotations

from generator.model import Analysis, Body, CountryRole

OPENING = 2  # an actor named in so many first sentences, or often, is what the article is about
OFTEN = 3

Named = list[dict[str, int]]  # for each sentence, the entities named in it, each with the place of its first mention


def roles_of(body: Body, analysis: Analysis, countries: tuple[CountryRole, ...]) -> dict[str, str]:
    """Subject -> about or mentioned. Countries have been judged already; an actor is judged by place and number of mentions."""
    opening = analysis.sentences[OPENING - 1].end if len(analysis.sentences) >= OPENING else len(body.prose.text)
    counts: dict[str, int] = {}
    roles: dict[str, str] = {}
    for mention in analysis.mentions:
        entity = mention.entity
        counts[entity] = counts.get(entity, 0) + 1
        prominent = mention.start < opening or counts[entity] >= OFTEN
        if mention.type == "actor" and prominent:
            roles[entity] = "about"
        else:
            roles.setdefault(entity, "mentioned")
    for quotation in analysis.quotations:
        if quotation.speaker:
            roles.setdefault(quotation.speaker, "mentioned")
    for country in countries:
        roles[country.code] = country.role
    for tag in body.tags:
        roles[tag] = "about"
    return roles


def entities_of(body: Body, analysis: Analysis, roles: dict[str, str]) -> tuple[str, ...]:
    """Every entity that the article's page links to, sorted: its subjects, and those that are only spoken of or in doubt."""
    names = set(roles)
    for quotation in analysis.quotations:
        names.update(quotation.about)
    for doubt in analysis.ambiguous:
        names.update(doubt.candidates)
    if body.dateline_country:
        names.add(body.dateline_country)
    return tuple(sorted(names))


def doubts_of(analysis: Analysis) -> dict[str, int]:
    """Entity -> how many names of this article might mean it."""
    counts: dict[str, int] = {}
    for doubt in analysis.ambiguous:
        for entity in dict.fromkeys(doubt.candidates):
            counts[entity] = counts.get(entity, 0) + 1
    return counts


def named_in_sentences(analysis: Analysis) -> Named:
    """For each sentence, the entities named in it, each with the place of its first mention."""
    sentences = analysis.sentences
    named: Named = [{} for _ in sentences]
    number, last = 0, len(sentences)
    for mention in analysis.mentions:
        while number < last and sentences[number].end <= mention.start:
            number += 1
        if number == last:
            break
        if mention.start >= sentences[number].start:
            named[number].setdefault(mention.entity, mention.start)
    return named
