"""The newest things said, each once: few contributions are looked through, and the list is that of all."""

from operator import attrgetter

import pytest
from brief_inputs import seeded

from generator.brief.statements import list_statements, newest_statements
from generator.model import Contribution, Saying

WORDS = ("harbour", "mine", "road", "tax", "ship", "winter", "letter", "bridge")


def invented(seed: int, count: int) -> list[Contribution]:
    """Contributions in any order, some undated, many of them repeating what others hold, on days that several share."""
    random = seeded(seed)
    found = []
    for number in range(count):
        sayings = []
        for place in range(random.randrange(4)):
            text = f"We shall keep the {random.choice(WORDS)} and the {random.choice(WORDS)} of place {random.randrange(count)}."
            sayings.append(
                Saying(place * 100, place * 100 + len(text), text, "direct", random.choice(("ann", "bea")), "", "", "cue")
            )
        date = f"2031-{random.randrange(1, 4):02}-{random.randrange(1, 20):02}" if random.random() < 0.9 else ""
        found.append(Contribution(f"a{number:03}", date, "wire", "about", said_about=tuple(sayings)))
    return sorted(sorted(found, key=lambda one: one.article), key=lambda one: one.date, reverse=True)


@pytest.mark.parametrize("limit", [1, 3, 8, 40])
def test_the_list_is_that_of_all_contributions(limit: int) -> None:
    for seed in range(60):
        ordered = invented(seed, seed * 3)
        every = [(one.date, one.article, saying, one.topics) for one in ordered for saying in one.said_about]
        assert list_statements(ordered, attrgetter("said_about"), limit) == newest_statements(every, limit), f"seed {seed}"
