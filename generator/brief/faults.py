"""The reasons why a sentence cannot stand alone, by name."""

from __future__ import annotations

PRONOUN = "pronoun"  # opens with, or hangs on, a word that means somebody named elsewhere
CONNECTIVE = "connective"  # opens by leaning on the sentence before
QUOTATION = "quotation"  # begins or ends inside somebody's quoted words
ATTRIBUTION = "attribution"  # is somebody's quoted words without saying whose
HEADLINE = "headline"  # is no sentence: a headline, a caption, a list's announcement, a row of capitals
FRAGMENT = "fragment"  # is too short to tell anything by itself, or tells only that somebody had nothing to tell
QUESTION = "question"  # asserts nothing
CORRECTION = "correction"  # repeats what was printed before, mostly to take it back
