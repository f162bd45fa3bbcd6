"""Which step of the version number a set of changes asks for, and whether the number and the changelog take it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from gclink_spec.versions._changes import Change, Kind


class Step(IntEnum):
    """A step of semantic versioning, the larger the stronger."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


_STEPS = {
    Kind.TEXT: Step.PATCH,
    Kind.ADDED: Step.MINOR,
    Kind.WIDENED: Step.MINOR,
    Kind.DEPRECATED: Step.MINOR,
    Kind.CHANGED: Step.MINOR,
    Kind.NARROWED: Step.MAJOR,
    Kind.RENAMED: Step.MAJOR,
    Kind.REMOVED: Step.MAJOR,
}
#: First words of a changelog fragment that fit a class of change; a change of texts alone needs none.
_WORDS = {
    Kind.ADDED: ("added",),
    Kind.WIDENED: ("added", "changed"),
    Kind.CHANGED: ("changed", "fixed"),
    Kind.NARROWED: ("changed",),
    Kind.RENAMED: ("changed", "removed"),
    Kind.DEPRECATED: ("deprecated",),
    Kind.REMOVED: ("removed",),
}
_VERSION = re.compile(r"([0-9]+)\.([0-9]+)\.([0-9]+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit, and the mend."""

    message: str
    mend: str


def needed(changes: Iterable[Change], broken: int = 0) -> Step:
    """Return the step that changes ask for; documents of the earlier version that no longer conform make it major."""
    strongest = max((_STEPS[change.kind] for change in changes), default=Step.NONE)
    return Step.MAJOR if broken else strongest


def taken(old: str, new: str) -> Step:
    """Return the step between two version numbers; raises ValueError for a number that is none or goes back."""
    before, after = (_numbers(version) for version in (old, new))
    if after < before:
        raise ValueError(f"version {new} is before {old}")
    for index, step in enumerate((Step.MAJOR, Step.MINOR, Step.PATCH)):
        if after[index] != before[index]:
            return step
    return Step.NONE


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"{version} is no version number")
    return tuple(map(int, found.groups()))


def faults(
    changes: tuple[Change, ...], old: str, new: str, fragments: Mapping[str, str], broken: int = 0
) -> list[Fault]:
    """Return where version number and changelog do not fit the changes."""
    found = []
    due, made = needed(changes, broken), taken(old, new)
    if made < due:
        found.append(
            Fault(
                f"the changes are {due.name.lower()}, the version goes from {old} to {new}",
                f"set version in spec/standard.yaml and pyproject.toml to the next {due.name.lower()} version",
            )
        )
    words = {(text.split(None, 1) or [""])[0].lower().rstrip(":") for text in fragments.values()}
    for kind in sorted({change.kind for change in changes} & _WORDS.keys()):
        if words.isdisjoint(_WORDS[kind]):
            key = next(change.key for change in changes if change.kind is kind)
            found.append(
                Fault(
                    f"{key} is {kind.value} and no fragment in changes/ says so",
                    f"add changes/<name>.md that begins with {' or '.join(_WORDS[kind])}",
                )
            )
    return found
