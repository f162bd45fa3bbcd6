"""The two versions as bridges: which credential it is, and who reads or writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _json
from gclink.bridges._known import Known
from gclink.bridges._mapping import Table, load_table
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, Finding, Item, LossReport
from gclink.bridges.untp._common import check_credential, check_facility
from gclink.bridges.untp._dcc import read_conformity
from gclink.bridges.untp._dpp_6 import read_passport_6
from gclink.bridges.untp._dpp_7 import read_passport_7
from gclink.bridges.untp._envelope import opened
from gclink.bridges.untp._out import write_credentials
from gclink.errors import GclinkError

__all__ = ["UNTP_6", "UNTP_7"]

_VERSION: Final = re.compile(r"/untp/(?:[a-z]+/)?(working|[0-9]+(?:\.[0-9]+)*)/")
_READ: Final = {"untp-0.6.1": ("0.6.1", "0.6", "0.6.0", "working"), "untp-0.7.0": ("0.7.0", "0.7")}


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]


def _version_of(tree: Any) -> str | None:
    """Return the version that the contexts of a credential name, None for no UNTP credential."""
    if not isinstance(tree, dict):
        return None
    if "@context" not in tree and "ConformityScheme" in _strings(tree.get("type")):
        return "0.7.0"  # the catalogue of a scheme is published without a context
    for context in _strings(tree.get("@context")):
        match = _VERSION.search(context)
        if match and "uncefact.org" in context:
            return match[1]
    return None


def _credentials(tree: Any) -> list[tuple[str, Any, bool]]:
    """Return place and content of every credential, and whether it came in a signed envelope."""
    listed = [(f"/{index}", item) for index, item in enumerate(tree)] if isinstance(tree, list) else [("", tree)]
    found = []
    for place, item in listed:
        inner = opened(item)
        found.append((place, item, False) if inner is None else (f"{place}/id", inner, True))
    return found


@dataclass(frozen=True, slots=True)
class _Untp:
    """One version of UNTP."""

    name: str
    title: Text
    media: tuple[str, ...] = ("application/ld+json", "application/json", "application/vc")

    @property
    def table(self) -> Table:
        """The mapping table."""
        return load_table(self.name)

    def detect(self, raw: bytes) -> bool:
        """Whether the bytes hold a credential of this version; what is older goes to the older bridge."""
        if not any(mark in raw for mark in (b"/untp/", b'"ConformityScheme"', b"EnvelopedVerifiableCredential")):
            return False
        try:
            found = _credentials(_json.parse(raw))
        except GclinkError:  # detection asks, reading tells
            return False
        version = _version_of(found[0][1]) if found else None
        return version is not None and version.startswith("0.7") == (self.name == "untp-0.7.0")

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert every credential of a file."""
        known = Known(options.known)
        items: list[Item] = []
        for base, tree, signed in _credentials(_json.parse(raw, options.source, options.limits)):
            item = self._one(base, tree, options, known, signed=signed)
            if item.verdict.writes:
                for draft in item.drafts:
                    known.add(draft)
            items.append(item)
        return LossReport(self.name, tuple(items))

    def _one(self, base: str, tree: Any, options: ImportOptions, known: Known, *, signed: bool) -> Item:
        version = _version_of(tree)
        if version is None:
            return _refused(base, "source_schema_invalid", "/@context", Text("no UNTP context", "没有 UNTP 上下文"))
        if version not in _READ[self.name]:
            return _refused(base, "version_unsupported", "/@context", Text(version, version))
        name = tree.get("id")
        reading = Reading(self.table, options, tree, base, name if isinstance(name, str) else None)
        types = _strings(tree.get("type"))
        subject = tree.get("credentialSubject")
        if "ConformityScheme" in types or not isinstance(subject, dict):
            known_type = next((one for one in types if one != "VerifiableCredential"), "")
            code = "source_schema_invalid" if "DigitalProductPassport" in types else "out_of_scope"
            reading.find(
                code, "/credentialSubject" if subject else "", Text(known_type, known_type), consequence=REFUSE
            )
            return reading.item()
        check_credential(reading, signed=signed)
        if "DigitalProductPassport" in types:
            reader = read_passport_6 if self.name == "untp-0.6.1" else read_passport_7
            return reader(reading, known)
        if "DigitalConformityCredential" in types:
            return read_conformity(reading, known)
        if "DigitalFacilityRecord" in types:
            return check_facility(reading)
        reading.find("out_of_scope", "/type", stated=", ".join(types), consequence=REFUSE)
        return reading.item()

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Convert passports and statements to credentials without a proof."""
        items, made = write_credentials(self.table, documents, options)
        report = LossReport(self.name, tuple(items), export=True)
        if not report.verdict.writes:
            return Exported(report, None, self.media[0], ".json")
        return Exported(report, _json.dump(made[0] if len(made) == 1 else made), self.media[0], ".json")


def _refused(base: str, code: str, path: str, detail: Text) -> Item:
    found = Finding.of(code, base + path, detail, consequence=Consequence.REFUSE)
    return Item(base, (found,), ())


UNTP_6: Final = _Untp("untp-0.6.1", Text("UNTP credentials 0.6.1", "UNTP 凭证 0.6.1"))
UNTP_7: Final = _Untp("untp-0.7.0", Text("UNTP credentials 0.7.0", "UNTP 凭证 0.7.0"))
