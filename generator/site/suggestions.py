"""What was found in the articles of an edition -> suggestions for the desk; nothing of it is remembered or published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.fold import fold
from generator.ingredients import Result
from generator.memo import Memo
from generator.read.gazetteer import known_places
from generator.site.material import Edition, Found
from generator.suggest.disputes import DisputeSuggestion, Told, suggest_disputes
from generator.suggest.suggestions import Suggestion, suggest


def suggest_names(
    memo: Memo, found: Found, analyses: Mapping[str, Result[Any]], paths: Mapping[str, str]
) -> tuple[Suggestion, ...]:
    """Actor files and aliases that the unlinked names call for; `paths` are the files of the actors by id."""
    unlinked = {id: one.field("unlinked").value for id, one in analyses.items()}
    namings = [read.field("naming").value for read in found.actors.values()]
    places = frozenset(fold(place.text) for place in memo.step(known_places, "all").value)
    return suggest(unlinked, namings, paths, places)


def suggest_quarrels(found: Found, edition: Edition, analyses: Mapping[str, Result[Any]]) -> tuple[DisputeSuggestion, ...]:
    """Passages that may contradict each other and that no dispute of the desk cites."""
    articles = (
        Told(id, edition.cards[id].date, found.articles[id].field("body").value, one.value) for id, one in analyses.items()
    )
    return suggest_disputes(articles, [read.field("dispute").value for read in found.disputes.values()])
