"""A sentence that misleads when it stands alone is passed over, and says why."""

import pytest
from brief_inputs import contribution_of, read_cases, seeded, sentences_of

from generator.brief.guards import sentence_fault
from generator.brief.marks import quoted_stretches


@pytest.mark.parametrize(("given", "expected"), read_cases("sentences.txt"))
def test_sentence(given: str, expected: str) -> None:
    assert (sentence_fault(given) or "fine") == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("articles.txt"))
def test_article(given: str, expected: str) -> None:
    names = {"Mira Voss": "mira-voss", "Arland": "arland"}
    subjects = [subject for subject in names.values() if subject in given.lower().replace(" ", "-")]
    found = [contribution_of(subject, given, names) for subject in subjects]
    passages = {(sentence.start, sentence.text) for one in found for sentence in sentences_of(one, one.passages)}
    assert [text for _, text in sorted(passages)] == expected.splitlines()


def test_text_of_unclosed_quotation_marks_is_read_in_one_pass() -> None:
    """Ten thousand opening marks give one stretch, not ten thousand nested ones."""
    assert quoted_stretches("“a " * 10_000) == ((0, 30_000),)


def test_quoted_stretches_are_in_order_and_apart() -> None:
    seed = 5
    generator = seeded(seed)
    for _ in range(300):
        text = "".join(generator.choice('ab .,"“”«»\n') for _ in range(60)).replace("\n", "\n\n")
        stretches = quoted_stretches(text)
        ends = [0] + [place for stretch in stretches for place in stretch]
        assert ends == sorted(ends), f"seed {seed}: {text!r}"
        assert all(0 <= start < end <= len(text) for start, end in stretches), f"seed {seed}: {text!r}"
