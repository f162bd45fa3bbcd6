"""The statement of verification that a footprint carries along: a document of its own, written only if complete."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from gclink.bridges._json import ABSENT
from gclink.bridges._lexical import instant_of
from gclink.bridges._parties import is_complete, spec_version
from gclink.bridges._reading import Reading
from gclink.bridges._report import Item, Relation
from gclink.bridges._trees import ordered
from gclink.canonical import digest

__all__ = ["OWNERS", "read_verification", "standard_code"]

#: The drafts of a footprint in the order in which they refer to each other.
OWNERS: Final = ("Party", "ProductType", "CarbonPassport")
_V: Final = "VerificationStatement."


def standard_code(name: str) -> str:
    """Return the code of a verification standard for its name; any other is the rule of some scheme."""
    plain = "".join(character for character in name.lower() if character.isalnum())
    if "iso140643" in plain:
        return "iso_14064_3"
    return "isae_3410" if "isae3410" in plain else "scheme_rule"


def read_verification(reading: Reading, paths: Mapping[str, str]) -> Item:
    """Return the item of a footprint, with its statement if source and caller together make one.

    ``paths`` are those of coverage, providerName, completedAt and standardName. What the source says is listed as lost
    where no statement is written: a verification of which nobody knows the opinion proves nothing.
    """
    stated = {name: reading.take(path) for name, path in paths.items()}
    given = {name: value for name, value in stated.items() if isinstance(value, str)}
    supplied = reading.options.of("VerificationStatement", reading.key)
    if given and supplied:
        _draft(reading, given)
        if is_complete(reading, "CarbonPassport"):
            target = ordered("CarbonPassport", reading.drafts["CarbonPassport"])
            subject = {"type": "DocumentReference", "target": target["id"], "digest": digest(target)}
            reading.put(_V + "subjects", [subject])
        if is_complete(reading, "VerificationStatement"):
            for name in given:
                row = reading.table.by_theirs(paths[name])
                if row is not None:
                    reading.told(row, paths[name], given[name], _short(reading, row.ours))
            reading.lose_rows()
            reading.check_unknown()
            return reading.item(*OWNERS, "VerificationStatement")
        reading.drafts.pop("VerificationStatement")
    for name, value in given.items():
        reading.tell(Relation.LOST, paths[name], "VerificationStatement", stated=value)
    reading.lose_rows()
    reading.check_unknown()
    return reading.item(*OWNERS)


def _short(reading: Reading, ours: str) -> Any:
    value = reading.value(ours)
    return None if value is ABSENT else value


def _draft(reading: Reading, given: Mapping[str, str]) -> None:
    if "coverage" in given:
        reading.put(_V + "scopeText", {reading.options.language: given["coverage"]})
    if "standardName" in given:
        reading.put(_V + "standard", standard_code(given["standardName"]))
    moment = instant_of(given.get("completedAt", ""))
    if moment is not None:
        reading.put(_V + "completedOn", moment.date().isoformat())
    spec_version(reading, "VerificationStatement")
    reading.put(_V + "status", "active")
    reading.fill("VerificationStatement", reading.key)
    draft = reading.draft("VerificationStatement")
    if "verifier" in draft and "issuer" not in draft:
        draft["issuer"] = draft["verifier"]
