"""A Receivable as a UBL 2.1 invoice: its amounts, its parties and its goods lines, and nothing that is not known.

The receivables of one invoice (its instalments) are written together. No line, tax or allowance is invented: what the
schema asks for and the documents do not say makes the export partial.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lxml import etree

from gclink.bridges._lexical import EXACT, UCUM_TO_REC20, plain, total
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, LossReport, Relation
from gclink.bridges._text import one_text
from gclink.bridges._work import Work
from gclink.bridges.ubl._source import CAC, CBC, NAMESPACE

__all__ = ["export_invoice"]

Tree = Mapping[str, Any]

_INVOICE = NAMESPACE + "Invoice-2"
_NAMES: Any = {None: _INVOICE, "cac": CAC, "cbc": CBC}


class _Writer:
    """Writes elements, and records for each value the row it came by."""

    def __init__(self, work: Work, documents: Sequence[Tree]) -> None:
        self.work = work
        self.by_id = {tree["id"]: tree for tree in (*work.options.known, *documents) if "id" in tree}
        self.documents = documents

    def text(self, parent: Any, name: str, value: str, **attributes: str) -> Any:
        """Append a cbc element with a text."""
        element = etree.SubElement(parent, f"{{{CBC}}}{name}", attributes)
        element.text = value
        return element

    def group(self, parent: Any, path: str) -> Any:
        """Append cac elements inside one another and return the innermost."""
        for name in path.split("/"):
            parent = etree.SubElement(parent, f"{{{CAC}}}{name}")
        return parent

    def amount(self, parent: Any, name: str, money: Tree) -> None:
        """Append an amount with its currency."""
        self.text(parent, name, money["amount"], currencyID=money["currency"])

    def went(self, ours: str, value: object, theirs: str | None = None, relation: Relation | None = None) -> None:
        """Record how a value of ours went out."""
        row = self.work.row(ours, theirs)
        chosen = relation or row.back or Relation.LOST
        written = None if chosen is Relation.LOST else str(value)
        self.work.fields.append(FieldOutcome(chosen, row.theirs, ours, str(value), written, row.note))


def export_invoice(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write the receivables of the one invoice among the documents; others are looked up where they are cited."""
    work = Work(load_table("ubl"), options)
    content = None
    receivables = sorted(
        (tree for tree in documents if tree.get("type") == "Receivable"), key=lambda tree: int(tree["instalmentSeq"])
    )
    numbers = {(tree["seller"], tree["invoiceNumber"], tree["issueDate"]) for tree in receivables}
    if len(numbers) == 1:
        root = _invoice(_Writer(work, documents), receivables)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    else:
        count = len(numbers)
        work.refuse(
            "out_of_scope",
            "",
            f"an invoice is written from the receivables of one invoice, not of {count}",
            f"一张发票由同一发票的应收账款写成，而此处有 {count} 张",
        )
    item = work.item()
    report = LossReport("ubl", (item,), options.source)
    return Exported(report, content if item.verdict.writes else None, "application/xml", ".xml")


def _invoice(writer: _Writer, receivables: Sequence[Tree]) -> Any:
    first = receivables[0]
    root = etree.Element(f"{{{_INVOICE}}}Invoice", nsmap=_NAMES)
    writer.text(root, "UBLVersionID", "2.1")
    writer.text(root, "ID", first["invoiceNumber"])
    writer.went("Receivable.invoiceNumber", first["invoiceNumber"])
    writer.text(root, "IssueDate", first["issueDate"])
    writer.went("Receivable.issueDate", first["issueDate"])
    split = first.get("instalmentAmount") is not None
    if not split:
        writer.text(root, "DueDate", first["dueDate"])
        writer.went("Receivable.dueDate", first["dueDate"])
    writer.text(root, "InvoiceTypeCode", "380")
    currency = first["documentPayable"]["currency"]
    writer.text(root, "DocumentCurrencyCode", currency)
    writer.went("Money.currency", currency)
    _order(writer, root, first)
    _party(writer, root, "AccountingSupplierParty", first["seller"], "Receivable.seller", first["sellerIdentifier"])
    _party(writer, root, "AccountingCustomerParty", first.get("obligor"), "Receivable.obligor")
    if split:
        _instalments(writer, root, receivables)
    _totals(writer, root, first)
    for line in first.get("goodsLines", ()):
        _line(writer, root, first, line)
    if not first.get("goodsLines"):
        writer.work.missing.append("Receivable.goodsLines")
    _lost(writer, first)
    return root


def _order(writer: _Writer, root: Any, receivable: Tree) -> None:
    order = receivable.get("purchaseOrder")
    if order is None:
        return
    number = writer.by_id.get(order, {}).get("orderNumber")
    if number is None:
        writer.went("Receivable.purchaseOrder", order, relation=Relation.LOST)
        return
    writer.text(writer.group(root, "OrderReference"), "ID", number)
    writer.went("Receivable.purchaseOrder", number)


def _party(
    writer: _Writer, root: Any, name: str, ref: str | None, ours: str, key_identifier: Tree | None = None
) -> None:
    tree = writer.by_id.get(ref, {}) if ref is not None else {}
    if not tree:
        writer.work.missing.append(ours)
    writer.went(ours, ref or "", f"cac:{name}")
    party = writer.group(root, f"{name}/Party")
    schemes = writer.work.table.settings["exportScheme"]
    entries = list(tree.get("identifiers", ()))
    if key_identifier is not None and key_identifier not in entries:
        entries.append(key_identifier)
    for entry in entries:
        value = entry["identifierValue"]
        writer.text(writer.group(party, "PartyIdentification"), "ID", value, schemeID=schemes[entry["scheme"]])
        writer.went("Party.identifiers", f"{entry['scheme']} {value}")
    if key_identifier is not None:
        shown = f"{key_identifier['scheme']} {key_identifier['identifierValue']}"
        writer.went("Receivable.sellerIdentifier", shown)
    if "country" in tree:
        writer.text(writer.group(party, "PostalAddress/Country"), "IdentificationCode", tree["country"])
        writer.went("Party.country", tree["country"])
    if "name" in tree:
        text, others = one_text(tree["name"], writer.work.options.language)
        writer.text(writer.group(party, "PartyLegalEntity"), "RegistrationName", text)
        writer.went("Party.name", text, relation=Relation.NARROWER if others else None)


def _instalments(writer: _Writer, root: Any, receivables: Sequence[Tree]) -> None:
    stated = Decimal(receivables[0]["documentPayable"]["amount"])
    together = total(Decimal(tree["instalmentAmount"]["amount"]) for tree in receivables)
    if together != stated:
        writer.work.find(
            "components_missing",
            "",
            "not all instalments of the invoice are given",
            "没有给出该发票的全部分期",
            stated=plain(stated),
            computed=plain(together),
            consequence=Consequence.PARTIAL,
        )
    for tree in receivables:
        terms = writer.group(root, "PaymentTerms")
        writer.amount(terms, "Amount", tree["instalmentAmount"])
        writer.went("Receivable.instalmentAmount", tree["instalmentAmount"]["amount"])
        writer.text(terms, "InstallmentDueDate", tree["dueDate"])
        writer.went("Receivable.dueDate", tree["dueDate"])


def _totals(writer: _Writer, root: Any, receivable: Tree) -> None:
    net, gross = receivable.get("lineNetTotal"), receivable.get("taxInclusiveAmount")
    tax = None
    if net is not None and gross is not None:
        difference = EXACT.subtract(Decimal(gross["amount"]), Decimal(net["amount"]))
        if difference >= 0:  # less than the net sum tells of allowances, whose amount nobody knows
            tax = {"amount": plain(difference), "currency": gross["currency"]}
    if tax is not None:
        writer.amount(writer.group(root, "TaxTotal"), "TaxAmount", tax)
        writer.went("", tax["amount"], "cac:TaxTotal", Relation.COMPUTED)
    totals = writer.group(root, "LegalMonetaryTotal")
    for name, theirs in (
        ("lineNetTotal", "LineExtensionAmount"),
        ("", "TaxExclusiveAmount"),
        ("taxInclusiveAmount", "TaxInclusiveAmount"),
        ("prepaidAmount", "PrepaidAmount"),
        ("roundingAmount", "PayableRoundingAmount"),
        ("documentPayable", "PayableAmount"),
    ):
        if not name:
            if tax is not None and net is not None:
                writer.amount(totals, theirs, net)
                writer.went("", net["amount"], f"cac:LegalMonetaryTotal/cbc:{theirs}", Relation.COMPUTED)
        elif name in receivable:
            writer.amount(totals, theirs, receivable[name])
            writer.went(f"Receivable.{name}", receivable[name]["amount"])


def _line(writer: _Writer, root: Any, receivable: Tree, line: Tree) -> None:
    element = writer.group(root, "InvoiceLine")
    writer.text(element, "ID", line["lineNumber"])
    writer.went("GoodsLine.lineNumber", line["lineNumber"])
    quantity = line["quantity"]
    code = UCUM_TO_REC20.get(quantity["unit"])
    if code is None:
        writer.work.partial(
            "unit_not_convertible", line["lineNumber"], quantity["unit"], quantity["unit"], stated=quantity["unit"]
        )
    else:
        writer.text(element, "InvoicedQuantity", quantity["value"], unitCode=code)
    writer.went("GoodsLine.quantity", f"{quantity['value']} {quantity['unit']}")
    writer.amount(element, "LineExtensionAmount", line["lineAmount"])
    writer.went("GoodsLine.lineAmount", line["lineAmount"]["amount"])
    _item(writer, writer.group(element, "Item"), receivable, line)
    if "unitPrice" in line:
        writer.amount(writer.group(element, "Price"), "PriceAmount", line["unitPrice"])
        writer.went("GoodsLine.unitPrice", line["unitPrice"]["amount"])


def _item(writer: _Writer, item: Any, receivable: Tree, line: Tree) -> None:
    product = writer.by_id.get(line["product"], {})
    if "name" in product:
        text, _ = one_text(product["name"], writer.work.options.language)
        writer.text(item, "Name", text)
    gtin = next((e["identifierValue"] for e in product.get("identifiers", ()) if e["scheme"] == "gtin"), None)
    if gtin is not None:
        writer.text(writer.group(item, "StandardItemIdentification"), "ID", gtin, schemeID="0160")
    writer.went("GoodsLine.product", gtin or line["product"], relation=None if gtin else Relation.LOST)
    for link in _links(writer, receivable, line):
        for name, value in (("GCL passport", link["passport"]["target"]), ("GCL digest", link["passport"]["digest"])):
            entry = writer.group(item, "AdditionalItemProperty")
            writer.text(entry, "Name", name)
            writer.text(entry, "Value", value)
        writer.went("CarbonLink.passport", link["passport"]["target"])
    if "lot" in line:
        number = writer.by_id.get(line["lot"], {}).get("lotNumber")
        if number is not None:
            writer.text(writer.group(item, "ItemInstance/LotIdentification"), "LotNumberID", number)
        writer.went("GoodsLine.lot", number or line["lot"], relation=None if number else Relation.LOST)


def _links(writer: _Writer, receivable: Tree, line: Tree) -> list[Tree]:
    return [
        tree
        for tree in writer.documents
        if tree.get("type") == "CarbonLink"
        and tree["asset"]["target"] == receivable["id"]
        and tree.get("lineNumber") == line["lineNumber"]
        and "passport" in tree
    ]


def _lost(writer: _Writer, receivable: Tree) -> None:
    """Record the members of ours that an invoice has no place for."""
    told = {outcome.ours for outcome in writer.work.fields}
    for name, value in receivable.items():
        ours = f"Receivable.{name}"
        if name in ("type", "specVersion", "goodsLines", "supersedes", "documentPayable") or ours in told:
            continue
        shown = value if isinstance(value, str | int) else value.get("amount", "") if isinstance(value, dict) else ""
        writer.went(ours, shown, relation=Relation.LOST)
