"""The bridge of CDOP: what a file is about, and whether it has its own form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._carbon_units import Record
from gclink.bridges._contracts import contract_faults
from gclink.bridges._json import escape, leaves, parse
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import LossReport
from gclink.bridges._work import Work
from gclink.bridges.cdop._buffer import has_buffer, import_buffer, tell_risk
from gclink.bridges.cdop._export import export_units
from gclink.bridges.cdop._units import import_units, is_unit, read_batches
from gclink.errors import GclinkError

__all__ = ["CDOP"]

#: Ends of names that tell of a number.
_NUMBERS: Final = ("_length", "_duration", "_number", "_years", "_volume", "_quantity", "_amount", "_price")


class _Cdop:
    """Files of version 2 of the protocol."""

    name = "cdop"
    media = ("application/json",)

    @property
    def title(self) -> Text:
        """What a person calls it."""
        return load_table("cdop").title

    def detect(self, raw: bytes) -> bool:
        """Whether a JSON object has only entities of the protocol at its top, one of its own kind among them."""
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
            return False
        try:
            tree = parse(raw)
        except GclinkError:  # what cannot be read is no file of the protocol
            return False
        entities = set(load_table("cdop").settings["entities"])
        return bool(tree) and tree.keys() <= entities and all(isinstance(part, dict) for part in tree.values())

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert a file; one that speaks of neither units nor batches nor buffers is out of scope."""
        tree = parse(raw, options.source, options.limits)
        work = Work(load_table("cdop"), options)
        record = Record(work, tree)
        for pointer, message in contract_faults("cdop", tree):
            work.find("source_schema_invalid", pointer or "/", message, message)
        _tell_types(work, tree)
        about = False
        if is_unit(record):
            about = True
            import_units(record)
        if isinstance(record.get("/issuance"), dict):
            about = True
            read_batches(record)
        if has_buffer(record):
            about = True
            tell_risk(record)
            import_buffer(record)
        if not about:
            names = ", ".join(escape(name) for name in tree) if isinstance(tree, dict) else ""
            work.refuse("out_of_scope", "/", names, names)
        record.sweep()
        item = work.item(content=hashlib.sha256(raw).hexdigest())
        return LossReport(self.name, (item,), options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Write the carbon units among the documents as one unit description."""
        return export_units(documents, options)


def _tell_types(work: Work, tree: Any) -> None:
    """Report a yes or no under a name that tells of a number."""
    for pointer, value in leaves(tree):
        if isinstance(value, bool) and pointer.endswith(_NUMBERS):
            shown = str(value).lower()
            work.find("attribute_type_doubtful", pointer, f"{shown} is no number", f"{shown} 不是数字", stated=shown)


CDOP = _Cdop()
