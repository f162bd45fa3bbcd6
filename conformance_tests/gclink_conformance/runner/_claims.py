"""What an implementation claims, and which trials that brings with it.

Only what is claimed is tried; what a claim declines by name is counted as declined. Nothing that was not tried passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gclink._text import Text
from gclink.errors import GclinkError
from gclink.profiles import profile as profile_of
from gclink.profiles import profiles

from gclink_conformance.protocol import SPEC_VERSION
from gclink_conformance.runner._requirements import requirements
from gclink_conformance.runner._trial import Trial


@dataclass(frozen=True, slots=True)
class Claim:
    """The claim for one profile. ``declines`` gives, per requirement, its reason and the syntaxes (None: all)."""

    profile: str
    requirements: frozenset[str]
    tiers: frozenset[str]
    formats: frozenset[str]
    operations: frozenset[str]
    declines: Mapping[str, tuple[tuple[frozenset[str] | None, str], ...]]

    def covers(self, trial: Trial) -> bool:
        """Whether a trial counts for this claim."""
        if trial.operation not in self.operations or trial.format not in self.formats:
            return False
        if not trial.needs <= self.requirements:
            return False
        if trial.operation != "check":
            return trial.to is None or trial.to in self.formats
        if trial.scope == "bundle" and "T3" not in self.tiers:
            return False
        return trial.about.tier in self.tiers

    def declined(self, trial: Trial) -> str | None:
        """Return the reason for which the claim declines a trial, None where it does not.

        A trial is declined with any requirement that its findings name, not only with its own.
        """
        for name in (trial.requirement, *sorted(trial.needs - {trial.requirement})):
            for formats, reason in self.declines.get(name, ()):
                if formats is None or trial.format in formats:
                    return reason
        return None


def claims_of(hello: Mapping[str, Any]) -> dict[str, Claim]:
    """Return the claims of an answer to hello by profile; raises GclinkError for what no suite could try."""
    found: dict[str, Claim] = {}
    for entry in hello["claims"]:
        name = entry["profile"]
        if name not in profiles():
            raise _unusable(
                f"the adapter claims the profile {name}, which the standard does not have",
                f"适配器声明了标准中不存在的规则集 {name}",
            )
        if name in found:
            raise _unusable(f"the adapter claims {name} twice", f"适配器重复声明 {name}")
        if entry["specVersion"] != SPEC_VERSION:
            raise _unusable(
                f"the adapter claims version {entry['specVersion']} of {name}; this suite is for {SPEC_VERSION}",
                f"适配器声明 {name} 的版本为 {entry['specVersion']}；本套件适用于 {SPEC_VERSION}",
            )
        found[name] = _claim(entry)
    return found


def _claim(entry: Mapping[str, Any]) -> Claim:
    declines: dict[str, list[tuple[frozenset[str] | None, str]]] = {}
    for decline in entry.get("declines", ()):
        if decline["requirement"] not in requirements():
            raise _unusable(
                f"the adapter declines {decline['requirement']}, which the standard does not have",
                f"适配器拒绝了标准中不存在的 {decline['requirement']}",
            )
        formats = frozenset(decline["formats"]) if "formats" in decline else None
        declines.setdefault(decline["requirement"], []).append((formats, decline["reason"]))
    return Claim(
        entry["profile"],
        profile_of(entry["profile"]).requirements,
        frozenset(entry["tiers"]),
        frozenset(entry["formats"]),
        frozenset(entry["operations"]),
        {name: tuple(found) for name, found in declines.items()},
    )


def selected(claims: Mapping[str, Claim], wanted: Iterable[str]) -> dict[str, Claim]:
    """Return the claims that a run is about: those wanted, or all; raises GclinkError for one that is not claimed."""
    names = list(dict.fromkeys(wanted)) or list(claims)
    for name in names:
        profile_of(name)
        if name not in claims:
            known = ", ".join(claims)
            raise _unusable(
                f"the adapter does not claim the profile {name}; it claims {known}",
                f"适配器未声明规则集 {name}；已声明：{known}",
            )
    return {name: claims[name] for name in names}


def _unusable(en: str, zh: str) -> GclinkError:
    return GclinkError(
        "claims",
        Text(en, zh),
        Text(
            "Correct `claims` in the answer to hello, or ask for another profile.",
            "请修正 hello 应答中的 claims，或另选规则集。",
        ),
    )
