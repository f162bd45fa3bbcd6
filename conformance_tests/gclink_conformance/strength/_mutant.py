"""A mutant and its fate: one change of the reference implementation, and the cases that notice it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gclink_conformance.strength._situation import Situation, Told

#: A mutant counts as safely killed when so many cases notice it.
ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change. ``findings`` is what the changed implementation says about a request.

    ``layer`` is what was changed (form, rules, bundle, json-schema ...), ``operator`` how, ``change`` the words for it.
    ``reason`` says that only the finding was made wrong and not the verdict: it is caught under grade explained alone.
    """

    id: str
    requirement: str
    layer: str
    operator: str
    change: str
    findings: Callable[[Situation], Iterable[Told]]
    reason: bool = False


@dataclass(slots=True)
class Fate:
    """What became of a mutant: the cases that notice it, and those among them that see a wrong verdict."""

    id: str
    requirement: str
    layer: str
    operator: str
    change: str
    tried: int
    kills: list[str]
    verdicts: list[str]
    reason: bool = False

    @property
    def killed(self) -> bool:
        """Whether any case notices the mutant."""
        return bool(self.kills)

    @property
    def safe(self) -> bool:
        """Whether enough cases notice it."""
        return len(self.kills) >= ENOUGH


def try_all(mutants: Sequence[Mutant], situations: Iterable[Situation], fates: dict[str, Fate]) -> None:
    """Ask mutants what the situations ask and write down who was caught; one with enough kills is not asked again."""
    for situation in situations:
        for mutant in mutants:
            fate = fates.get(mutant.id)
            if fate is None:
                fate = fates[mutant.id] = Fate(
                    mutant.id,
                    mutant.requirement,
                    mutant.layer,
                    mutant.operator,
                    mutant.change,
                    0,
                    [],
                    [],
                    mutant.reason,
                )
            if fate.safe or situation.trial.case in fate.kills:
                continue
            fate.tried += 1
            outcome = situation.judge(mutant.findings)
            if outcome is None or outcome.grade == "explained":
                continue
            fate.kills.append(situation.trial.case)
            if outcome.outcome != "pass":
                fate.verdicts.append(situation.trial.case)


def merge(fates: dict[str, Fate], fate: Fate) -> None:
    """Add what further cases say about a mutant, such as one of a definition that several members use."""
    known = fates.setdefault(fate.id, fate)
    if known is not fate:
        known.tried += fate.tried
        known.kills = list(dict.fromkeys([*known.kills, *fate.kills]))[:ENOUGH]
        known.verdicts = list(dict.fromkeys([*known.verdicts, *fate.verdicts]))[:ENOUGH]
