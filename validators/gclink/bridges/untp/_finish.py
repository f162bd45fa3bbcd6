"""The end of a passport of UNTP: what the format cannot hold, what the caller supplies, what is lost."""

from __future__ import annotations

from typing import Final

from gclink._text import Text
from gclink.bridges import _carbon as carbon
from gclink.bridges._json import ABSENT
from gclink.bridges._reading import PARTIAL, Reading
from gclink.bridges._report import Item
from gclink.bridges.untp._claims import OWNERS

__all__ = ["finish", "limits"]

_P: Final = "CarbonPassport."


def limits(reading: Reading, *codes: tuple[str, str]) -> None:
    """Report what the format has no place for and the caller does not supply: (code, field)."""
    supplied = reading.options.of("CarbonPassport", reading.key)
    for code, field in codes:
        if field not in supplied:
            detail = Text(f"{field} has no place in this format", f"该格式没有 {field}")
            reading.find(code, "", detail, consequence=PARTIAL)


def finish(reading: Reading, denominator: str | None) -> Item:
    """Return the item; ``denominator`` is the field that tells what the number is per, where the format lacks it."""
    if reading.value(_P + "totalExclUptake") is not ABSENT:
        limits(reading, ("components_missing", "components"))
        if denominator is not None:
            limits(reading, ("denominator_missing", denominator), ("boundary_missing", "boundary"))
    reading.fill("CarbonPassport", reading.key)
    if reading.value(_P + "components") is not ABSENT and reading.value(_P + "grossEmissions") is ABSENT:
        carbon.gross(reading)
    carbon.whole_stage(reading)
    _compare(reading)
    reading.lose_rows()
    check_members(reading)
    return reading.item(*OWNERS, *(name for name in reading.drafts if name.startswith("Claim")))


def _compare(reading: Reading) -> None:
    """Hold the stated number against the components of the caller, where there are any."""
    terms = {name: reading.value(f"{_P}components.{name}") for name in carbon.ADDITIVE}
    terms.pop("biogenicUptake")
    stated = reading.value(_P + "totalExclUptake")
    path = next((out.theirs for out in reading.outcomes if out.ours == _P + "totalExclUptake"), "")
    if stated is not ABSENT and all(value is not ABSENT for value in terms.values()):
        carbon.check_identity(reading, path.removeprefix(reading.base), stated, terms, carbon.ADDITIVE)


def check_members(reading: Reading) -> None:
    """Report members that the format does not have; in a profile that extends it they are extensions."""
    types = reading.tree["credentialSubject"].get("type") or []
    known = set(reading.table.settings["subjectTypes"])
    if isinstance(types, list) and set(map(str, types)) - known:
        before = len(reading.findings)
        reading.check_unknown()
        for finding in reading.findings[before:]:
            if finding.code in ("attribute_unknown", "attribute_misplaced"):
                reading.findings.remove(finding)
                reading.find("extension_not_mapped", finding.path.removeprefix(reading.base))
        return
    reading.check_unknown()
