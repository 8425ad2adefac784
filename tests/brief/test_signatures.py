"""Signatures let everything pass that shares enough words, in order, and little else."""

from __future__ import annotations

import pytest

from generator.brief.signatures import Signatures, sign
from tests.brief.brief_inputs import seeded

WORDS = [f"word{number}" for number in range(400)]


@pytest.mark.parametrize("seed", range(10))
def test_whatever_lacks_few_of_the_words_is_found(seed: int) -> None:
    chance = seeded(seed)
    sets = [frozenset(chance.sample(WORDS, chance.randint(1, 20))) for _ in range(300)]
    signatures = [sign(words) for words in sets]
    many = Signatures(signatures)
    for words, signature in zip(sets[:20], signatures, strict=False):
        for lacking in range(4):
            found = list(many.sharing(signature, signature.bit_count() - lacking))
            assert set(found) >= {number for number, other in enumerate(sets) if len(words - other) <= lacking}
            least = signature.bit_count() - lacking
            assert found == [number for number, other in enumerate(signatures) if (signature & other).bit_count() >= least]


def test_no_words_have_no_bits_and_nobody_to_be_asked_gives_nothing() -> None:
    assert sign(()) == 0
    assert list(Signatures(()).sharing(sign(("harbour",)), 1)) == []
