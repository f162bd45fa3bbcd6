"""The bridge of UBL: which document it is, and the sweep over what nobody read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from gclink._text import Text
from gclink.bridges._mapping import load_table
from gclink.bridges._nodes import Node
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import LossReport
from gclink.bridges._work import Work
from gclink.bridges.ubl._credit import import_credit_note
from gclink.bridges.ubl._export import export_invoice
from gclink.bridges.ubl._invoice import import_invoice
from gclink.bridges.ubl._source import NAMESPACE, is_json, read_source, root_namespace

__all__ = ["UBL"]


class _Ubl:
    """UBL 2.1 invoice and credit note; invoices can be written, too."""

    name = "ubl"
    media = ("application/xml", "application/json")

    @property
    def title(self) -> Text:
        """What a person calls it."""
        return load_table("ubl").title

    def detect(self, raw: bytes) -> bool:
        """Whether the namespace of UBL documents stands near the beginning."""
        return NAMESPACE.encode() in raw[:16384]

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert an invoice or credit note; another UBL document is out of scope."""
        root = read_source(raw, options.source, options.limits)
        work = Work(load_table("ubl"), options, root.path)
        if not is_json(raw) and root.namespace != root_namespace(root):
            work.refuse(
                "out_of_scope",
                root.path,
                f"root {root.name} of {root.namespace or '-'}",
                f"根元素 {root.name}，命名空间 {root.namespace or '-'}",
            )
        elif root.name == "Invoice":
            import_invoice(work, root, raw)
        elif root.name == "CreditNote":
            import_credit_note(work, root)
        else:
            work.refuse("out_of_scope", root.path, f"document type {root.name}", f"文档类型 {root.name}")
        work.sweep(root, "/" if is_json(raw) else "/@")
        return LossReport(self.name, (work.item(key=_key(root), content=_content(work.drafts)),), options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Write the one receivable among the documents as an invoice."""
        return export_invoice(documents, options)


def _key(root: Node) -> str | None:
    """Return what makes a document the same one: its type, its seller and its number."""
    number = root.value("ID")
    if number is None:
        return None
    party = root.first("AccountingSupplierParty/Party")
    names = (
        ()
        if party is None
        else (
            *party.all("PartyTaxScheme/CompanyID"),
            *party.all("PartyLegalEntity/CompanyID"),
            *party.all("EndpointID"),
            *party.all("PartyName/Name"),
        )
    )
    return f"{root.name} {next((node.text for node in names if node.text), '')} {number}"


def _content(drafts: Sequence[Mapping[str, Any]]) -> str:
    """Return a digest of what a document says, the same for each of its syntaxes."""
    said = [{name: value for name, value in tree.items() if name != "sourceDocument"} for tree in drafts]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


UBL = _Ubl()
