from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any, ClassVar
from weakref import ref

import msgspec
import pytest

from generator.memo import Memo, Onward
from generator.model import Record
from generator.problems import Location, Problem
from generator.steps import Later
from generator.store import DamagedCacheError, Store
from generator.trace import WORTH_A_POOL, choose_executor, digest
from generator.trail import Fact, Trail


class Letters(Record, frozen=True, array_like=True):
    text: str
    counts: dict[str, int]


def count_letters(word: str) -> Letters:
    return Letters(word.lower(), {letter: word.lower().count(letter) for letter in sorted(set(word.lower()))})


class Split(Record, frozen=True, array_like=True):
    aside: ClassVar[frozenset[str]] = frozenset({"tail"})

    head: str
    tail: str


def split(word: str) -> Split:
    return Split(word[:1000], word[1000:])


def shout(text: str, mark: str) -> str:
    return text.upper() + mark


def total(counts: tuple[int, ...]) -> int:
    return sum(counts)


def complain(word: str) -> tuple[str, tuple[Problem, ...]]:
    return word, (Problem(Location("a.txt", 1, 1), f"{word} is wrong"),)


_OPEN: dict[Path, Store] = {}


def memo(path: Path, code: bytes = b"code", verify: bool = False) -> Memo:
    """A new build over the cache; the one before it is over."""
    if path in _OPEN:
        _OPEN.pop(path).close()
    _OPEN[path] = Store(path)
    return Memo(_OPEN[path], code, verify=verify)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "cache.sqlite"
    yield path
    if path in _OPEN:
        _OPEN.pop(path).close()


class Word(Record, frozen=True, array_like=True, gc=True, weakref=True):
    text: str


def read_word(text: str) -> Word:
    return Word(text)


_SEEN: list[tuple[Word, ...]] = []


def count_words(words: tuple[Word, ...], most: int) -> int:
    _SEEN.append(words)
    return len({word.text for word in words[:most]})


def test_from_build_to_build_items_that_did_not_change_come_as_the_same_objects(cache: Path, monkeypatch: Any) -> None:
    def edit(build: Memo, texts: list[str]) -> tuple[Word, ...]:
        build.begin()
        read = build.steps(read_word, {str(number): {"text": text} for number, text in enumerate(texts)})
        assert build.step(count_words, "all", words=tuple(read.values()), most=len(_SEEN) + 150).value == len(set(texts[:150]))
        return _SEEN[-1]

    monkeypatch.setattr("generator.decoded._MANY", 100)
    texts = [f"word {number} " + "and so on " * 60 for number in range(150)]
    with closing(Store(cache)) as store:
        build = Memo(store, b"code", lasting=True)
        first = edit(build, texts)
        second = edit(build, [*texts[:7], "another", *texts[8:]])
        assert [number for number in range(150) if first[number] is not second[number]] == [7]
        assert second == tuple(map(Word, [*texts[:7], "another", *texts[8:]]))
        monkeypatch.setattr("generator.decoded._AT_HAND", 10_000)
        third = edit(build, ["one more", *texts[1:]])
        assert third == tuple(map(Word, ["one more", *texts[1:]]))
        fourth = edit(build, texts)
        assert fourth == first
        assert sum(one is other for one, other in zip(third, fourth, strict=True)) < 20


def test_from_build_to_build_an_item_that_is_gone_is_held_no_longer(cache: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("generator.decoded._MANY", 2)
    texts = [f"word {number} " + "and so on " * 60 for number in range(3)]
    with closing(Store(cache)) as store:
        build = Memo(store, b"code", lasting=True)
        for changed in (texts, ["another", *texts[1:]]):
            build.begin()
            read = build.steps(read_word, {str(number): {"text": text} for number, text in enumerate(changed)})
            build.step(count_words, "all", words=tuple(read.values()), most=3)
            if changed is texts:
                held = [ref(word) for word in _SEEN.pop()]
        _SEEN.clear()
        assert [word() and word().text for word in held] == [None, *texts[1:]]


def test_results_that_a_change_cannot_move_are_taken_for_those_of_the_new_ingredient(cache: Path) -> None:
    first = memo(cache)
    first.steps(shout, {"a": {"text": "a"}, "b": {"text": "b"}}, {"mark": "!"})
    first.commit()
    second = memo(cache)
    second.restamp(shout, {"a": {"text": "a"}, "b": {"text": "other"}}, {"mark": "!"}, {"mark": "?"})
    found = second.steps(shout, {"a": {"text": "a"}, "b": {"text": "b"}}, {"mark": "?"})
    assert ({id: one.value for id, one in found.items()}, second.ran) == ({"a": "A!", "b": "B?"}, {"test_memo.shout": ["b"]})
    second.commit()
    third = memo(cache)
    third.steps(shout, {"a": {"text": "a"}}, {"mark": "?"})
    assert third.ran == {}


def test_a_step_runs_once_and_is_then_remembered(cache: Path) -> None:
    first = memo(cache)
    assert first.step(shout, "a", text="hello", mark="!").value == "HELLO!"
    assert first.ran == {"test_memo.shout": ["a"]}
    first.commit()
    second = memo(cache)
    assert second.step(shout, "a", text="hello", mark="!").value == "HELLO!"
    assert second.ran == {}


def test_a_changed_ingredient_runs_the_step_and_is_named(cache: Path) -> None:
    first = memo(cache)
    first.step(shout, "a", text="hello", mark="!")
    first.commit()
    second = memo(cache)
    assert second.step(shout, "a", text="hello", mark="?").value == "HELLO?"
    assert second.reasons == ["test_memo.shout a: mark changed"]


def test_other_code_runs_everything(cache: Path) -> None:
    first = memo(cache)
    first.step(shout, "a", text="hello", mark="!")
    first.commit()
    second = memo(cache, code=b"other code")
    second.step(shout, "a", text="hello", mark="!")
    assert second.ran == {"test_memo.shout": ["a"]}


def test_the_same_result_stops_the_wave(cache: Path) -> None:
    for word, ran in (("Banana", {"test_memo.count_letters", "test_memo.shout"}), ("BANANA", {"test_memo.count_letters"})):
        run = memo(cache)
        counted = run.step(count_letters, "w", word=word)
        assert run.step(shout, "w", text=counted.field("text"), mark="!").value == "BANANA!"
        assert set(run.ran) == ran
        run.commit()


def test_a_step_can_depend_on_one_entry_of_a_record(cache: Path) -> None:
    for word, ran in (("abba", {"test_memo.count_letters", "test_memo.total"}), ("abbac", {"test_memo.count_letters"})):
        run = memo(cache)
        entries = run.step(count_letters, "w", word=word).entries("counts")
        assert run.step(total, "a+b", counts=(entries["a"], entries["b"])).value == 4
        assert set(run.ran) == ran
        run.commit()


def test_a_record_read_whole_equals_its_parts(cache: Path) -> None:
    result = memo(cache).step(count_letters, "w", word="Mississippi" * 40)
    assert result.value == Letters(result.field("text").value, result.field("counts").value)
    assert result.value.counts == {key: entry.value for key, entry in result.entries("counts").items()}


def test_a_field_that_is_set_aside_is_known_by_its_digest_and_waits_in_the_payload(cache: Path) -> None:
    for _ in range(2):
        run = memo(cache)
        result = run.step(split, "w", word="Miss" * 500)
        head, tail = result.field("head"), result.field("tail")
        assert (list(head.slots()), list(tail.slots())) == ([], [result.slot])
        assert (head.value, tail.value) == ("Miss" * 250, "Miss" * 250)
        assert tail.digest == digest(tail.blob())
        run.commit()


def test_problems_are_replayed_on_a_hit(cache: Path) -> None:
    heard = []
    for _ in range(2):
        run = memo(cache)
        run.step(complain, "x", word="teh")
        heard.append((run.problems, run.ran))
        run.commit()
    assert heard[0][0] == heard[1][0] == [Problem(Location("a.txt", 1, 1), "teh is wrong")]
    assert heard[1][1] == {}


def test_what_is_not_committed_is_not_remembered(cache: Path) -> None:
    memo(cache).step(shout, "a", text="hello", mark="!")
    again = memo(cache)
    again.step(shout, "a", text="hello", mark="!")
    assert again.ran == {"test_memo.shout": ["a"]}


def test_slots_that_nobody_asked_for_are_dropped(cache: Path) -> None:
    first = memo(cache)
    first.steps(shout, {"a": {"text": "a", "mark": ""}, "b": {"text": "b", "mark": ""}})
    first.commit()
    second = memo(cache)
    second.step(shout, "a", text="a", mark="")
    second.forget_untouched()
    second.commit()
    third = memo(cache)
    third.steps(shout, {"a": {"text": "a", "mark": ""}, "b": {"text": "b", "mark": ""}})
    assert third.ran == {"test_memo.shout": ["b"]}


def lower(letters: Letters, tail: str) -> str:
    return letters.text.lower() + tail


def onward(trail: Trail, counted: Fact[Letters], mark: Fact[str]) -> None:
    loud = trail.step(shout, text=counted.field("text"), mark=mark)
    trail.step(lower, letters=counted, tail=loud)


def test_what_a_trip_made_is_found_by_whoever_asks(cache: Path) -> None:
    words = {f"w{number}": {"word": f"word{number}"} for number in range(WORTH_A_POOL)}
    first = memo(cache)
    counted = first.steps(count_letters, words, onward=Onward(onward, (shout, lower), {"mark": "!"}))
    made = {name: len(ids) for name, ids in first.ran.items()}
    loud = first.steps(shout, {id: {"text": one.field("text"), "mark": "!"} for id, one in counted.items()})
    low = first.steps(lower, {id: {"letters": one, "tail": loud[id]} for id, one in counted.items()})
    assert (
        made
        == {name: len(ids) for name, ids in first.ran.items()}
        == dict.fromkeys(("test_memo.count_letters", "test_memo.shout", "test_memo.lower"), WORTH_A_POOL)
    )
    assert low["w7"].value == "word7WORD7!"


def test_a_trip_that_guessed_wrong_is_not_believed(cache: Path) -> None:
    words = {f"w{number}": {"word": f"word{number}"} for number in range(WORTH_A_POOL)}
    first = memo(cache)
    counted = first.steps(count_letters, words, onward=Onward(onward, (shout, lower), {"mark": "!"}))
    assert first.step(shout, "w7", text=counted["w7"].field("text"), mark="?").value == "WORD7?"


def test_verify_finds_a_step_that_is_not_a_function_of_its_ingredients(cache: Path) -> None:
    state = []

    def impure(text: str) -> str:
        state.append(text)
        return text * len(state)

    impure.__module__ = __name__
    for verify in (False, True):
        run = memo(cache, verify=verify)
        run.step(impure, "a", text="x")
        run.commit()
    assert run.unsound == ["test_memo.impure a: the same ingredients gave another result"]


@pytest.mark.parametrize(
    ("read", "write"),
    [
        ("SELECT slots FROM shelf", "UPDATE shelf SET slots = ?"),
        ("SELECT body FROM payload", "UPDATE payload SET body = ?"),
    ],
)
def test_a_flipped_byte_in_the_cache_is_noticed(cache: Path, read: str, write: str) -> None:
    first = memo(cache)
    long = "hello " * 200
    first.step(shout, "a", text=long, mark="!")
    first.commit()
    store = _OPEN.pop(cache)
    blob = bytearray(store._db.execute(read).fetchone()[0])
    blob[len(blob) // 2] ^= 1
    store._db.execute(write, (bytes(blob),))
    store.commit()
    store.close()
    with pytest.raises(DamagedCacheError):
        _ = memo(cache).step(shout, "a", text=long, mark="!").value


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\0" + b"x" * 4000])
def test_a_foreign_cache_file_is_refused(cache: Path, content: bytes) -> None:
    cache.write_bytes(content)
    with pytest.raises(DamagedCacheError):
        Store(cache)


def test_small_values_are_kept_between_builds(cache: Path) -> None:
    first = memo(cache)
    first.remember("points", {"a": ("1", "2")})
    first.commit()
    second = memo(cache)
    assert second.recall("points", dict[str, tuple[str, ...]]) == {"a": ("1", "2")}
    assert second.recall("points", dict[str, int]) is None
    assert second.recall("nothing", int) is None


def test_encoding_is_lossless() -> None:
    value = Letters("x", {"a": 1})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=Letters) == value


def test_many_cases_go_to_a_pool_only_where_they_bring_enough_to_work_on() -> None:
    def chosen(size: int, cases: int) -> bool:
        chunks = [[(f"a{number}", {"word": b"x" * size}) for number in range(16)], [("z", {"word": b""})]]
        executor, same = choose_executor(pool, iter(chunks), cases)
        assert list(same) == chunks
        return executor is pool

    with ThreadPoolExecutor(1) as pool:
        assert chosen(10_000, WORTH_A_POOL)
        assert not chosen(10_000, WORTH_A_POOL - 1)
        assert not chosen(100, WORTH_A_POOL)
        assert chosen(100, 50 * WORTH_A_POOL)


_MADE = Event()


def wait_for_the_other(word: str) -> bool:
    return _MADE.wait(10) and bool(word)


def test_what_is_asked_for_later_is_made_once_while_others_work(cache: Path) -> None:
    made: list[str] = []

    def make() -> str:
        _MADE.set()
        made.append("made")
        return "value"

    with ThreadPoolExecutor(1) as pool:
        store = Store(cache)
        build = Memo(store, b"code", pool, 2)
        later = build.meanwhile(Later(make))
        words = {f"w{number}": {"word": "x" * 6_000} for number in range(WORTH_A_POOL)}
        waited = build.steps(wait_for_the_other, words)
        assert {one.value for one in waited.values()} == {True}
        assert (later(), later(), made) == ("value", "value", ["made"])
        store.close()
