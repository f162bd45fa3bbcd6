"""What stood behind a test: the base, the one change, the request - read from the suite, since results do not carry it.

A case of another version of the suite may be unknown here; then the report says so rather than show a guess.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from gclink_conformance.cases import Case

if TYPE_CHECKING:
    from gclink_conformance.runner._trial import Trial

#: Longest text of one value that is shown; the case file has the whole.
_LONGEST: Final = 400
_LONGEST_RAW: Final = 1500


@dataclass(frozen=True, slots=True)
class Evidence:
    """How the documents of a case are made. ``changes`` are lines for a reader; ``raw`` are documents given as text."""

    base: str | None
    changes: tuple[str, ...]
    raw: tuple[tuple[str, str, str], ...]
    scope: str
    as_of: str
    rationale: str


def evidence(case: str) -> Evidence | None:
    """Return what stood behind a case, None where this suite does not have it."""
    found = _cases().get(case)
    if found is None:
        return _operation(case)
    return Evidence(
        base=found.base,
        changes=tuple(change(operation) for operation in found.patch),
        raw=tuple((raw.name, raw.format, _shown(raw.content)) for raw in found.raw),
        scope=found.scope,
        as_of=found.as_of,
        rationale=found.rationale,
    )


def _operation(case: str) -> Evidence | None:
    """Return what a conversion, digest or calculation is asked, which has no base and no patch."""
    trial = _operations().get(case)
    if trial is None:
        return None
    message = trial.request()
    lines = [f"{key} {message[key]}" for key in ("from", "to", "quantity") if key in message]
    if "inputs" in message:
        lines.append(f"inputs: {cut(json.dumps(message['inputs'], ensure_ascii=False), _LONGEST_RAW)}")
    base = message["document"]["iri"] if "document" in message else None
    return Evidence(base, tuple(lines), (), trial.scope, "", "")


def change(operation: Mapping[str, Any]) -> str:
    """Return one operation of a patch as a line: ``replace lot /quantity/value: "5"``."""
    words = [str(operation["op"])]
    words += [str(operation[key]) for key in ("document", "from", "path") if key in operation]
    line = " ".join(words)
    if "value" not in operation:
        return line
    return f"{line}: {cut(json.dumps(operation['value'], ensure_ascii=False), _LONGEST)}"


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return a text no longer than it may be, with a sign where something is missing."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def _shown(content: bytes) -> str:
    text = content.decode("utf-8", "backslashreplace")
    return cut(
        "".join(sign if sign.isprintable() or sign in "\n\t" else f"\\u{ord(sign):04x}" for sign in text), _LONGEST_RAW
    )


@cache
def _cases() -> dict[str, Case]:
    from gclink_conformance.suite import cases

    return {case.id: case for case in cases()}


@cache
def _operations() -> dict[str, Trial]:
    from gclink_conformance.runner._trials import trials

    return {trial.case: trial for trial in trials() if not isinstance(trial.source, Case)}
