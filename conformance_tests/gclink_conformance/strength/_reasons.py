"""Mutants that are right for the wrong reason: another requirement is named, or another place or document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gclink_conformance.strength._mutant import Mutant
from gclink_conformance.strength._situation import Situation, Told

_OTHER = "GCL-COR-011"


def reasons(requirement: str, layer: str) -> Iterator[Mutant]:
    """Yield the mutants that give the wrong reason for a requirement."""
    other = _OTHER if requirement != _OTHER else "GCL-COR-012"
    ways: tuple[tuple[str, str, Callable[[Told], Told]], ...] = (
        ("another requirement", other, lambda told: Told(other, told.document, told.location)),
        ("another document", "urn:elsewhere", lambda told: Told(told.requirement, "urn:elsewhere", told.location)),
        (
            "another place",
            "/elsewhere",
            lambda told: Told(told.requirement, told.document, f"/elsewhere{told.location}"),
        ),
    )
    for operator, change, wrong in ways:
        if operator == "another place" and layer != "form":
            continue  # a place within the object that a rule is about is right; see the mutants of each finding

        def findings(situation: Situation, wrong: Callable[[Told], Told] = wrong) -> list[Told]:
            return [wrong(told) if told.requirement == requirement else told for told in situation.told]

        yield Mutant(f"{requirement}/{operator}", requirement, layer, operator, change, findings, reason=True)


def dropped(requirement: str, layer: str) -> Mutant:
    """Return the mutant that does not know a requirement."""

    def findings(situation: Situation) -> list[Told]:
        return [told for told in situation.told if told.requirement != requirement]

    return Mutant(f"{requirement}/drop the rule", requirement, layer, "drop the rule", requirement, findings)
