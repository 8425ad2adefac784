"""Pages that are known but not yet made: a path leads to the step and the remembered values that make it when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from generator import trace
from generator.ingredients import blob_of, digest_of
from generator.model import File, Site
from generator.problems import Problem
from generator.shortcuts import Key
from generator.site.paths import files_by_case, files_by_name
from generator.site.press import Press

_NO_SITE = Site(title="", base_url="", language="", edition="")
_PART = "\0"  # stands in no path


class Section(msgspec.Struct, frozen=True):
    """Sheets of one kind: what makes them, and how each one's case is put together when it is asked for."""

    function: Callable[..., Any]
    ids: Mapping[str, Any]
    make: Callable[[str], Mapping[str, Any]]
    shared: Mapping[str, Any]


class Proof(msgspec.Struct, frozen=True):
    """One sheet of the site: what makes it, and of what."""

    function: Callable[..., Any]
    id: str
    case: Mapping[str, Any]
    shared: Mapping[str, Any]

    def key(self) -> bytes:
        """Equal for proofs that give the same files."""
        given = {**self.shared, **self.case}
        parts = [digest_of(given[name]) for name in trace.signature_of(self.function).arguments]
        return trace.digest(trace.name_of(self.function).encode() + b"\0" + b"".join(parts))

    def make(self) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
        """The finished files, byte for byte those that a build publishes."""
        signature = trace.signature_of(self.function)
        arguments = {name: signature.arguments[name].decode(blob_of(value)) for name, value in self.case.items()}
        for name, value in self.shared.items():
            arguments[name] = trace.decode_shared(digest_of(value), blob_of(value), signature.arguments[name])
        returned = self.function(**arguments)
        return returned if signature.with_problems else (returned, ())


class Proofs(Press, frozen=True):
    """A press that renders nothing, and knows how everything would be made."""

    sections: dict[str, Section] = msgspec.field(default_factory=dict)

    def outputs(
        self, function: Callable[..., Any], cases: Mapping[str, Mapping[str, Any]], shared: Mapping[str, Any] | None = None
    ) -> dict[str, str]:
        """See `each`."""
        return self.each(function, cases, cases.__getitem__, shared)

    def each(
        self,
        function: Callable[..., Any],
        ids: Mapping[str, Any],
        make: Callable[[str], Mapping[str, Any]],
        shared: Mapping[str, Any] | None = None,
        _key: Key | None = None,
    ) -> dict[str, str]:
        """Every path at which a file of these cases will stand, with what `find` needs to find it."""
        name = trace.name_of(function)
        self.sections[name] = Section(function, ids, make, shared or {})
        told = files_by_name(function)
        site = (shared or {}).get("site", _NO_SITE)
        if told is None:
            found = {id: files_by_case(function, make(id), site) for id in ids}
            # A case that no file comes of is only there to complain.
            for id in [id for id in found if not found[id]]:
                self.memo.problems.extend(Proof(function, id, make(id), shared or {}).make()[1])
            return _flat(name, found)
        keep = self.memo.keeper
        files = keep.over(f"paths {name}", lambda id: told(id, ids[id], site), (ids,), site)
        return keep.same(f"files {name}", lambda: _flat(name, files), files)

    def find(self, place: str) -> Proof:
        """The proof at a place that `each` told."""
        name, _, id = place.partition(_PART)
        section = self.sections[name]
        return Proof(section.function, id, section.make(id), section.shared)


def _flat(name: str, files: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {path: f"{name}{_PART}{id}" for id, paths in files.items() for path in paths}
