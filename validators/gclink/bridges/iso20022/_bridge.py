"""The bridges of ISO 20022: one for each message, and one that reads payments."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gclink._text import Text
from gclink.bridges._mapping import load_table
from gclink.bridges._nodes import Node, from_xml
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import LossReport
from gclink.bridges._work import Work
from gclink.bridges.iso20022._assignment import import_assignment
from gclink.bridges.iso20022._message import NAMESPACE, body_of
from gclink.bridges.iso20022._out import export_assignment, export_request, export_result, not_written
from gclink.bridges.iso20022._payment import read_payment
from gclink.bridges.iso20022._request import import_request
from gclink.bridges.iso20022._result import import_result

__all__ = ["PAYMENT", "TSIN_001", "TSIN_002", "TSIN_006"]

_Writer = Callable[[Sequence[Mapping[str, Any]], ImportOptions], Exported]


class _Message:
    """One message of invoice financing."""

    media = ("application/xml",)

    def __init__(self, message: str, title: Text, read: Callable[[Work, Node], None], write: _Writer) -> None:
        self.name = f"iso20022-{message}"
        self.title = title
        self._message = message
        self._read = read
        self._write = write

    def detect(self, raw: bytes) -> bool:
        """Whether the namespace of the message stands near the beginning."""
        return f"{NAMESPACE}{self._message}.".encode() in raw[:16384]

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert a message of the right form; any other is refused."""
        root = from_xml(raw, options.source, {}, options.limits)
        work = Work(load_table("iso20022"), options, root.path)
        body = body_of(work, root, self._message)
        if body is not None:
            self._read(work, body)
            work.sweep(root)
        content = hashlib.sha256(raw).hexdigest()
        names = ("ReqGrpInf/GrpId", "StsId/Id", "Hdr/LttrIdr/Id")
        key = next((found for name in names if body is not None and (found := body.value(name))), None)
        item = work.item(key=None if key is None else f"{self._message} {key}", content=content)
        return LossReport(self.name, (item,), options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Convert documents of this standard to the message."""
        return self._write(documents, options)


class _Payment:
    """Payment messages, which are read for their references only; every other message is refused here."""

    name = "iso20022-payment"
    media = ("application/xml",)
    title = Text("ISO 20022 payment messages (references only)", "ISO 20022 付款报文（仅参考号）")

    def detect(self, raw: bytes) -> bool:
        """Whether a message of ISO 20022 stands in the bytes, a payment in whatever variant."""
        marks = (b"CstmrCdtTrfInitn", b"BkToCstmrDbtCdtNtfctn", NAMESPACE.encode())
        return any(mark in raw[:65536] for mark in marks)

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Check a payment message and compare its references with known transactions."""
        root = from_xml(raw, options.source, {}, options.limits)
        work = Work(load_table("iso20022"), options, root.path)
        read_payment(work, root)
        return LossReport(self.name, (work.item(),), options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:  # noqa: ARG002
        """Payments are not written."""
        return not_written(self.name, options)


TSIN_001 = _Message(
    "tsin.001",
    Text("ISO 20022 invoice financing request (tsin.001)", "ISO 20022 发票融资申请（tsin.001）"),
    import_request,
    export_request,
)
TSIN_002 = _Message(
    "tsin.002",
    Text("ISO 20022 invoice financing status (tsin.002)", "ISO 20022 发票融资状态（tsin.002）"),
    import_result,
    export_result,
)
TSIN_006 = _Message(
    "tsin.006",
    Text("ISO 20022 invoice assignment request (tsin.006)", "ISO 20022 发票转让申请（tsin.006）"),
    import_assignment,
    export_assignment,
)
PAYMENT = _Payment()
