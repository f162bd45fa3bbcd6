"""Profiles: what one kind of implementation, or one market, has to fulfil, as data.

A role selects requirements. A market does too, names the rules that are its own with their dates and parameters, and is
chosen by the documents themselves (``Claim.markets``, ``Programme.profiles``) or by the caller: then every claim is
judged as if it were shown there, and every programme as if it ran there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from gclink._text import Text
from gclink.errors import GclinkError

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MarketRule:
    """One requirement as a market has it: since when, with which parameters, in words."""

    requirement: str
    since: str | None
    parameters: Mapping[str, Any]
    text: Text


@dataclass(frozen=True, slots=True)
class Profile:
    """A role or a market; the last three are empty for a role."""

    name: str
    kind: str
    label: Text
    definition: Text
    requirements: frozenset[str]
    markets: tuple[str, ...]
    programme: str | None
    rules: tuple[MarketRule, ...]

    def assumed(self, tree: Tree) -> Tree:
        """Return a document as if it were meant for this market; the document itself where it is, or is no matter.

        Only what chooses a market is added, and nothing is taken away.
        """
        match tree.get("type"):
            case "Claim" if self.markets and not self._is_shown(tree):
                return {**tree, "markets": [*tree["markets"], self.markets[0]]}
            case "Programme" if self.programme is not None and self.programme not in tree.get("profiles", ()):
                return {**tree, "profiles": [*tree.get("profiles", ()), self.programme]}
        return tree

    def _is_shown(self, claim: Tree) -> bool:
        return not set(self.markets).isdisjoint(claim["markets"])


@cache
def profiles() -> Mapping[str, Profile]:
    """Return every profile by name, as the compiler left them."""
    loaded = orjson.loads((files("gclink") / "_data" / "profiles.json").read_bytes())["profiles"]
    return {name: _profile(name, entry) for name, entry in loaded.items()}


def _profile(name: str, entry: Mapping[str, Any]) -> Profile:
    rules = tuple(
        MarketRule(rule["requirement"], rule.get("from"), rule["parameters"], _text(rule["text"]))
        for rule in entry.get("rules", ())
    )
    return Profile(
        name=name,
        kind=entry["kind"],
        label=_text(entry["label"]),
        definition=_text(entry["definition"]),
        requirements=frozenset(entry["requirements"]),
        markets=tuple(entry.get("markets", ())),
        programme=entry.get("programme"),
        rules=rules,
    )


def _text(entry: Mapping[str, str]) -> Text:
    return Text(entry["en"], entry["zh"])


def profile(name: str) -> Profile:
    """Return one profile; GclinkError naming those there are."""
    found = profiles().get(name)
    if found is None:
        known = ", ".join(profiles())
        raise GclinkError(
            "unknown_profile",
            Text(f"there is no profile {name}", f"没有名为 {name} 的规则集"),
            Text(f"choose one of {known}", f"请选择：{known}"),
        )
    return found


def requirements_of(name: str) -> frozenset[str]:
    """Return the requirements that a profile selects.

    Raises GclinkError naming the profiles there are.
    """
    return profile(name).requirements
