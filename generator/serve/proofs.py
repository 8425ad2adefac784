"""Pages that are known but not yet made: a path leads to the step and the remembered values that make it when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from generator import trace
from generator.ingredients import blob_of, digest_of
from generator.model import File
from generator.problems import Problem
from generator.site.paths import paths_of
from generator.site.press import Press


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
            decoder = signature.arguments[name]
            arguments[name] = trace.decode_shared(digest_of(value), blob_of(value), decoder)
        returned = self.function(**arguments)
        return returned if signature.with_problems else (returned, ())


class Proofs(Press, frozen=True):
    """A press that renders nothing and notes where everything would stand."""

    found: dict[str, Proof] = msgspec.field(default_factory=dict)

    def outputs(
        self, function: Callable[..., Any], cases: Mapping[str, Mapping[str, Any]], shared: Mapping[str, Any] | None = None
    ) -> dict[str, str]:
        """Every path at which a file of these cases will stand; there are no digests yet."""
        common = shared or {}
        wanted: dict[str, str] = {}
        for id, case in cases.items():
            proof = Proof(function, id, case, common)
            for path in paths_of(function, id, case, common):
                self.found[path] = proof
                wanted[path] = ""
        return wanted
