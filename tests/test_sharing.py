"""Origins traced from cut sketches are those traced from whole ones, after any edits."""

from __future__ import annotations

import random

import pytest

from generator.brief.origins import trace_origins
from generator.model import Sketch
from generator.site.sharing import Sharing

IDS = tuple("abcdefghij")


def random_sketch(chance: random.Random, id: str) -> Sketch:
    sentences = tuple(sorted(chance.sample(range(14), chance.randrange(6))))
    origin = chance.choice(("", "", "", "", *IDS, "wire"))
    return Sketch(id, f"2031-01-0{chance.randrange(1, 6)}", origin if origin != id else "", len(sentences), sentences)


@pytest.mark.parametrize("seed", range(40))
def test_after_any_edits_a_subject_has_the_origins_that_whole_sketches_give(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    whole = {id: random_sketch(chance, id) for id in IDS[: seed % 10]}
    sharing = Sharing(dict(whole))
    for _ in range(60):
        id = chance.choice(IDS)
        sketch = random_sketch(chance, id) if chance.random() < 0.8 else None
        sharing.replace({id: sketch})
        whole.pop(id, None)
        if sketch is not None:
            whole[id] = sketch
        assert sharing.cut == Sharing(dict(whole)).cut
        of_subject = chance.sample(sorted(whole), chance.randint(0, len(whole)))
        hidden = tuple(chance.sample(IDS, 2))
        own = {one: one for one in of_subject}
        cut = tuple(sharing.cut[one] for one in of_subject if one in sharing.cut)
        assert own | trace_origins(cut, hidden) == trace_origins(tuple(whole[one] for one in of_subject), hidden)


def test_an_article_that_nobody_copies_and_nobody_names_is_cut_off() -> None:
    told = ("a", (1, 2)), ("b", (3, 4)), ("c", (2, 5))
    sharing = Sharing({id: Sketch(id, "2031-01-01", "", 2, sentences) for id, sentences in told})
    before = sharing.cut
    assert before == {id: Sketch(id, "2031-01-01", "", 2, (2,)) for id in ("a", "c")}
    sharing.replace({"b": Sketch("b", "2031-01-02", "", 3, (3, 4, 6))})
    assert sharing.cut is before
