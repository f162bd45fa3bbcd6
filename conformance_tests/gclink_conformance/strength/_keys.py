"""The structural constraints of the standard, and the cases that break each of them and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gclink._model import Class, Field, model

from gclink_conformance.runner._trial import Trial
from gclink_conformance.runner._trials import trials


@dataclass(frozen=True, slots=True)
class Key:
    """One constraint: of a member, by kind, or that a class is closed (no member)."""

    name: str
    requirement: str
    kind: str
    field: Field | None
    cls: Class | None


@cache
def keys() -> Mapping[str, Key]:
    """Return every constraint by the stem of the ids of its cases."""
    found: dict[str, Key] = {}
    for cls in model().classes.values():
        found.setdefault(
            f"gcl-cor-002-{cls.name.lower()}-closed", Key(f"{cls.name}#closed", "GCL-COR-002", "closed", None, cls)
        )
        for field in cls.fields.values():
            for kind, requirement in field.requirements.items():
                stem = f"{requirement}-{field.owner}-{field.name}-{kind}".lower()
                found.setdefault(stem, Key(field.key(kind), requirement, kind, field, None))
    return found


@cache
def cases_of(form: str) -> Mapping[str, tuple[Trial, ...]]:
    """Return the trials in one syntax by the stem of their ids."""
    found: dict[str, list[Trial]] = {}
    for trial in trials():
        if trial.operation == "check" and trial.format == form:
            stem, dash, number = trial.case.rpartition("-n")
            if dash and number.isdigit():
                found.setdefault(stem, []).append(trial)
    return {stem: tuple(listed) for stem, listed in found.items()}


@cache
def others(requirement: str) -> tuple[Trial, ...]:
    """Return the trials in JSON of a requirement that belong to no single constraint, sound documents among them."""
    return tuple(
        trial
        for trial in trials()
        if trial.operation == "check"
        and trial.requirement == requirement
        and trial.case.rpartition("-n")[0] not in keys()
    )
