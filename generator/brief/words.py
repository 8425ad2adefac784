"""Turns a sentence into its content words: folded, without stop words, stemmed.

Two sentences are compared by these words only; negations and figures always count, because without them "will go" and
"will not go", or 16 and 106 trainers, would look alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from generator.fold import fold_word

_FEWEST_COMMON = 3
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")

# Function words of English: articles, pronouns, prepositions, conjunctions, auxiliaries and verbs of saying that carry no news.
_STOP_WORDS = """
    a about above after again against all also although am an and another any are as at away back be because been before
    being below between both but by came can come could did do does doing down during each either else even ever every few for
    from further get go goes going got had has have having he her here hers herself him himself his how however i if in into is
    it its itself just last least less let like many may me meanwhile might more most mr mrs ms dr much must my myself of off on
    once one only onto or other our ours ourselves out over own per put quite rather said same say saying says see shall she
    should since so some still such take tell than that the their theirs them themselves then there these they this those
    though through thus to today told too tomorrow toward towards under until up upon us very via was we were what when where
    whether which while who whom whose why will with within would yesterday yet you your yours
"""
NEGATION = "not"
_NEGATED = """
    cannot neither never no nobody none nor not nothing nowhere without
    aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt neednt shant shouldnt wasnt werent wont wouldnt
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
_NEGATIONS = frozenset(_NEGATED.split())


def stem(word: str) -> str:
    """Strip the commonest English endings of a folded word.

    The plural rules are those of Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991): -ies becomes -y, -es
    becomes -e, -s goes, with its exceptions (-eies, -aies, -aes, -ees, -oes, -us, -ss). Added to it, after step 1b of Porter
    (1980): -ing and -ed go where three letters with a vowel remain, a doubled last consonant is made single, and a final -e
    goes, so that invite, invites, invited and inviting meet. It errs on the side of stemming too little.
    """
    if len(word) < 4 or not word.isalpha():
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "ls" else rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def words_of(printed: str) -> tuple[str, ...]:
    """Content words of what stands between two spaces: "capacity-building," gives two, "the" none, "won't" gives `not`."""
    found: list[str] = []
    for token in _TOKEN.findall(printed):
        word = fold_word(token) if token.isalpha() else _fold_figure(token)
        if word in _NEGATIONS:
            found.append(NEGATION)
        elif word not in STOP_WORDS:
            found.append(stem(word))
    return tuple(found)


def _fold_figure(token: str) -> str:
    """Folding drops marks between letters; between digits they carry the value."""
    return token.lower() if any(letter.isdigit() for letter in token) else fold_word(token)


def content_words(text: str) -> tuple[str, ...]:
    """The content words of a passage, sorted, each once."""
    return tuple(sorted(word_set(text)))


def on_one_matter(words: frozenset[str], others: frozenset[str], share: float) -> bool:
    """Whether two texts have this share of the shorter one's content words in common, and no fewer than three."""
    return len(words & others) >= max(_FEWEST_COMMON, share * min(len(words), len(others)))


def word_set(text: str) -> set[str]:
    """The content words of a passage in no order: to count or to compare, never to go through."""
    return set(chain.from_iterable(map(words_of, text.split())))
