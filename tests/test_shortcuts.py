"""A key spares a case only while it stands for what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.memo import Memo
from generator.problems import Location, Problem
from generator.shortcuts import steps_by_key
from generator.store import Store


def shout(word: str, mark: str) -> tuple[str, tuple[Problem, ...]]:
    return word.upper() + mark, (Problem(Location("a.txt"), f"{word} is loud"),)


class Desk:
    """Builds over one cache; `words` are the cases, `asked` those that were put together."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path)
        self.words = {"a": "hello", "b": "goodbye"}  # they fall into different groups
        self.asked: list[str] = []

    def build(self, mark: str = "!", verify: bool = False) -> tuple[Memo, dict[str, Any]]:
        self.asked = []
        memo = Memo(self.store, b"code", verify=verify)

        def make(id: str) -> dict[str, Any]:
            self.asked.append(id)
            return {"word": self.words[id]}

        def key(ids: list[str]) -> bytes:
            return "\0".join([self.words[id] for id in ids]).encode()

        results = steps_by_key(memo, shout, self.words, make, key, {"mark": mark})
        memo.commit()
        return memo, {id: result.value for id, result in results.items()}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "cache.sqlite")
    yield desk
    desk.store.close()


def test_a_case_is_put_together_only_where_its_key_changed(desk: Desk) -> None:
    assert desk.build()[1] == {"a": "HELLO!", "b": "GOODBYE!"}
    assert desk.asked == ["a", "b"]
    desk.words["b"] = "farewell"
    memo, found = desk.build()
    assert found == {"a": "HELLO!", "b": "FAREWELL!"}
    assert desk.asked == ["b"]
    assert memo.ran == {"test_shortcuts.shout": ["b"]}
    assert [problem.message for problem in memo.problems] == ["farewell is loud", "hello is loud"]


def test_a_change_is_seen_wherever_in_its_group_it_stands(desk: Desk) -> None:
    desk.words["kk"] = "hey"  # falls into the group of "a", behind it
    desk.build()
    desk.words["kk"] = "hi"
    memo, found = desk.build()
    assert found == {"a": "HELLO!", "b": "GOODBYE!", "kk": "HI!"}
    assert desk.asked == ["a", "kk"]
    assert memo.ran == {"test_shortcuts.shout": ["kk"]}


def test_what_is_shared_counts(desk: Desk) -> None:
    desk.build()
    assert desk.build(mark="?")[1] == {"a": "HELLO?", "b": "GOODBYE?"}
    assert desk.asked == ["a", "b"]


def test_a_key_is_not_believed_once_the_step_was_remembered_with_something_else(desk: Desk) -> None:
    desk.build()
    memo = Memo(desk.store, b"code")
    memo.step(shout, "a", word="other", mark="!")
    memo.commit()
    assert desk.build()[1] == {"a": "HELLO!", "b": "GOODBYE!"}
    assert desk.asked == ["a"]


def test_a_build_that_verifies_puts_every_case_together(desk: Desk) -> None:
    desk.build()
    memo, _ = desk.build(verify=True)
    assert desk.asked == ["a", "b"]
    assert memo.ran == {"test_shortcuts.shout": ["a", "b"]}


def test_what_is_gone_and_comes_back_is_put_together_again(desk: Desk) -> None:
    desk.build()
    gone = desk.words.pop("b")
    memo, found = desk.build()
    memo.forget_untouched()
    memo.commit()
    assert found == {"a": "HELLO!"}
    desk.words["b"] = gone
    assert desk.build()[1] == {"a": "HELLO!", "b": "GOODBYE!"}
    assert desk.asked == ["b"]
