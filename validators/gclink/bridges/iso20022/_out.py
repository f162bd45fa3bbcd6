"""Messages out of documents: what the three of them share, and the message that is written of nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from lxml import etree

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import EXACT, plain
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, LossReport, Relation
from gclink.bridges._text import one_text
from gclink.bridges._work import Work
from gclink.bridges.iso20022._ids import LONGEST, short_id
from gclink.bridges.iso20022._message import NAMESPACE

__all__ = ["Out", "Tree", "export_assignment", "export_request", "export_result", "not_written"]

Tree = Mapping[str, Any]

_WORDS: Final = {"uscc": "USCC", "lei": "LEI", "national_other": "NATIONAL", "did": "DID", "registry_id": "REGISTRY"}
#: Facets of an amount: digits altogether, and behind the point.
_DIGITS, _FRACTION = 18, 5


class Out:
    """One message that is being written, with the outcome of every value."""

    def __init__(self, message: str, documents: Sequence[Tree], options: ImportOptions) -> None:
        self.message = message
        self.work = Work(load_table("iso20022"), options)
        self.known = Known((*documents, *options.known))
        self.documents = documents
        namespace = f"{NAMESPACE}{message}.001.01"
        nsmap: Any = {None: namespace}
        self._namespace = namespace
        self.root = etree.Element(f"{{{namespace}}}Document", nsmap=nsmap)

    def one(self, cls: str) -> Tree | None:
        """Return the one document of a class; none or several are refused."""
        found = [tree for tree in self.documents if tree.get("type") == cls]
        if len(found) != 1:
            en, zh = (
                f"the message is written of one {cls}, not of {len(found)}",
                f"报文由一份 {cls} 写成，而此处有 {len(found)} 份",
            )
            self.work.refuse("out_of_scope", "", en, zh)
            return None
        return found[0]

    def group(self, parent: Any, path: str) -> Any:
        """Append elements inside one another and return the innermost."""
        for name in path.split("/"):
            parent = etree.SubElement(parent, f"{{{self._namespace}}}{name}")
        return parent

    def text(self, parent: Any, path: str, value: str) -> None:
        """Append an element with a text."""
        self.group(parent, path).text = value

    def limited(self, parent: Any, path: str, value: str, longest: int, ours: str) -> None:
        """Append a text, cut and told where it is longer than the element can hold."""
        self.text(parent, path, value[:longest].strip())
        if len(value) > longest:
            note = Text(f"cut to {longest} characters", f"截至 {longest} 个字符")
            self.work.fields.append(FieldOutcome(Relation.NARROWER, path, ours, value, value[:longest], note))

    def amount(self, parent: Any, path: str, money: Tree) -> None:
        """Append an amount; one with more digits than the element can hold is refused."""
        text = money["amount"]
        whole, _, fraction = text.partition(".")
        if len(whole + fraction) > _DIGITS or len(fraction) > _FRACTION or text.startswith("-"):
            self.work.refuse(
                "range_exceeded", path, "18 digits, 5 behind the point", "18 位数字，小数 5 位", stated=text
            )
        element = self.group(parent, path)
        element.text = text
        element.set("Ccy", money["currency"])

    def percent(self, parent: Any, path: str, fraction: str) -> str:
        """Append a fraction as a number out of 100, and return that."""
        value = plain(EXACT.multiply(Decimal(fraction), Decimal(100)))
        self.text(parent, path, value)
        return value

    def identifier(self, parent: Any, path: str, iri: str, ours: str, theirs: str | None = None) -> None:
        """Append an identifier; an IRI that is too long is told with the short one made of it."""
        made = short_id(iri)
        self.text(parent, path, made)
        note = None if made == iri else Text("made of the digest of the IRI", "由 IRI 的摘要生成")
        self.went(ours, iri, made, theirs=theirs, note=note)

    def went(
        self,
        ours: str,
        value: object,
        written: object = None,
        *,
        theirs: str | None = None,
        relation: Relation | None = None,
        note: Text | None = None,
    ) -> None:
        """Record how a value of ours went out."""
        row = self.work.row(ours, theirs)
        chosen = relation or row.back or Relation.LOST
        shown = None if chosen is Relation.LOST else str(value if written is None else written)
        self.work.fields.append(FieldOutcome(chosen, row.theirs, ours, str(value), shown, note or row.note))

    def party(self, ref: str | None, ours: str) -> Tree:
        """Return the party of a reference; one that is not at hand makes the message partial."""
        tree = self.known.by_id(ref, "Party")
        if tree is None:
            self.work.missing.append(ours)
        self.went(ours, ref or "")
        return tree or {"name": {"und": "-"}, "identifiers": []}

    def name_of(self, party: Tree) -> str:
        """Return the name of a party in one language."""
        return one_text(party["name"], self.work.options.language)[0]

    def proprietary(self, party: Tree) -> tuple[str, str] | None:
        """Return the identifier that stands under a word of its own, with that word."""
        for scheme, word in _WORDS.items():
            for entry in party.get("identifiers", ()):
                if entry["scheme"] == scheme and len(entry["identifierValue"]) <= LONGEST:
                    return entry["identifierValue"], word
        return None

    def of_scheme(self, party: Tree, scheme: str) -> str | None:
        """Return the identifier of a scheme."""
        return next((e["identifierValue"] for e in party.get("identifiers", ()) if e["scheme"] == scheme), None)

    def organisation(self, parent: Any, party: Tree) -> None:
        """Append name and identifiers of a supplier or buyer."""
        self.limited(parent, "Nm", self.name_of(party), 70, "Party.name")
        bic, gln, own = self.of_scheme(party, "bic"), self.of_scheme(party, "gln"), self.proprietary(party)
        if bic is None and gln is None and own is None:
            return
        element = self.group(parent, "Id/OrgId")
        if bic is not None:
            self.text(element, "BIC", bic)
        if gln is not None:
            self.text(element, "EANGLN", gln)
        if own is not None:
            entry = self.group(element, "PrtryId")
            self.text(entry, "Id", own[0])
            self.text(entry, "Issr", own[1])

    def number(self, value: str) -> str:
        """Return an invoice number; one of more than 35 characters is refused."""
        if len(value) > LONGEST:
            self.work.refuse("range_exceeded", "", f"{LONGEST} characters", f"{LONGEST} 个字符", stated=value)
        return value

    def lost(self, tree: Tree, *, parts: str = "") -> None:
        """Record every member that the message has no place for; the member ``parts`` is told part by part."""
        told = {outcome.ours for outcome in self.work.fields}
        for name, value in tree.items():
            ours = f"{tree['type']}.{name}"
            if name in ("type", "specVersion", "status", parts) or ours in told:
                continue
            shown = (
                value if isinstance(value, str | int) else value.get("amount", "") if isinstance(value, Mapping) else ""
            )
            self.work.fields.append(FieldOutcome(Relation.LOST, "", ours, str(shown), None, None))

    def exported(self) -> Exported:
        """Return the message, if the report lets it be written."""
        item = self.work.item()
        report = LossReport(f"iso20022-{self.message}", (item,), self.work.options.source)
        content = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return Exported(report, content if item.verdict.writes else None, "application/xml", ".xml")


def not_written(name: str, options: ImportOptions) -> Exported:
    """Return the refusal of a format that is only read."""
    detail = Text("this format is only read", "该格式仅可读取")
    found = Finding.of("out_of_scope", "", detail, consequence=Consequence.REFUSE)
    return Exported(LossReport(name, (Item("", (found,), ()),), options.source), None, "application/xml", ".xml")


def export_request(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write the one transaction among the documents as a request."""
    from gclink.bridges.iso20022._out_request import write_request

    return write_request(Out("tsin.001", documents, options))


def export_result(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write the one transaction among the documents as the status of its request."""
    from gclink.bridges.iso20022._out_result import write_result

    return write_result(Out("tsin.002", documents, options))


def export_assignment(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write the one assignment among the documents as a request to assign."""
    from gclink.bridges.iso20022._out_assignment import write_assignment

    return write_assignment(Out("tsin.006", documents, options))
