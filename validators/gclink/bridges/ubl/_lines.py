"""The lines of an invoice as goods lines: product and lot found among the known documents, amounts as stated."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from gclink._text import Text
from gclink.bridges._lexical import EXACT, REC20_TO_UCUM, identifier_fault, plain
from gclink.bridges._nodes import Node
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.ubl._money import Money
from gclink.bridges.ubl._source import amount_of
from gclink.tables import lookup

__all__ = ["goods_lines", "lines_of"]

_GTIN = ("0160", "GTIN")
_GLN = ("0088", "GLN")


def lines_of(root: Node) -> list[Node]:
    """Return the lines of an invoice or credit note."""
    return root.all("CreditNoteLine" if root.name == "CreditNote" else "InvoiceLine")


def quantity_of(line: Node) -> Node | None:
    """Return the quantity of a line of an invoice or credit note."""
    return line.first("InvoicedQuantity") or line.first("CreditedQuantity")


def goods_lines(work: Work, root: Node, money: Money, *, write: bool = True) -> list[Tree] | None:
    """Return the goods lines, None when one of the lines corrects another, so that no line can be taken by itself."""
    lines = lines_of(root)
    corrections = [line for line in lines if _corrects(line)]
    for line in corrections:
        quantity = quantity_of(line) or line
        number = line.value("ID") or ""
        work.find("negative_line", quantity.path, f"line {number}", f"第 {number} 行", stated=quantity.text)
    _check_items(work, lines)
    if corrections or not write:
        return None
    seen: set[str] = set()
    made = []
    for line in lines:
        place = line.first("ID")
        if place is not None and place.text in seen:
            work.find(
                "duplicate_identifier", place.path, f"line {place.text}", f"第 {place.text} 行", stated=place.text
            )
        seen.add(place.text if place is not None else "")
        made.append(_line(work, line, money))
    return made


def _corrects(line: Node) -> bool:
    value = amount_of(quantity_of(line))
    return value is not None and value <= 0


def _check_items(work: Work, lines: list[Node]) -> None:
    """Verify the check digits of item numbers, whether or not a line is written."""
    for line in lines:
        for item in line.all("Item/StandardItemIdentification/ID"):
            named = item.attributes.get("schemeID", "").upper()
            scheme = "gtin" if named in _GTIN else "gln" if named in _GLN else ""
            fault = identifier_fault(scheme, item.text) if scheme else None
            if fault is not None:
                work.find(fault, item.path, f"{named} {item.text}", f"{named} {item.text}", stated=item.text)


def _line(work: Work, line: Node, money: Money) -> Tree:
    draft: Tree = {"type": "GoodsLine"}
    number = line.first("ID")
    if number is not None and number.text:
        draft["lineNumber"] = number.text
        work.came("GoodsLine.lineNumber", number.path, number.text)
    product = _product(work, line)
    if product is not None:
        draft["product"] = product
        lot = _lot(work, line, product)
        if lot is not None:
            draft["lot"] = lot
    quantity = _quantity(work, line)
    if quantity is not None:
        draft["quantity"] = quantity
    net = line.first("LineExtensionAmount")
    amount = money.of(net)
    if net is not None and amount is not None:
        draft["lineAmount"] = amount
        work.came("GoodsLine.lineAmount", net.path, net.text, amount["amount"])
        if amount["amount"].startswith("-"):
            work.find("sign_wrong", net.path, stated=net.text)
    _carbon(work, line)
    price = _price(work, line, draft, money)
    if price is not None:
        draft["unitPrice"] = price
    return work.complete(draft, _item_number(line))


def _carbon(work: Work, line: Node) -> None:
    """List the passport that a line names; a link is a document of its own, which only the caller can issue."""
    for entry in line.all("Item/AdditionalItemProperty"):
        name, value = entry.first("Name"), entry.first("Value")
        if name is not None and value is not None and name.text in ("GCL passport", "GCL digest"):
            work.came("CarbonLink.passport", entry.path, value.text)
            work.read(name, value)


def _item_number(line: Node) -> str | None:
    """Return the number under which the caller may name a product: the standard one, else the seller's own."""
    return line.value("Item/StandardItemIdentification/ID") or line.value("Item/SellersItemIdentification/ID")


def _product(work: Work, line: Node) -> str | None:
    """Return the product type of a line; only a sound GTIN proves which one it is."""
    item = line.first("Item/StandardItemIdentification/ID")
    if item is not None and item.attributes.get("schemeID", "").upper() in _GTIN:
        for tree in known_of(work.options, "ProductType"):
            if any(_same_gtin(entry, item.text) for entry in tree.get("identifiers", ())):
                work.came("GoodsLine.product", item.path, item.text, tree["id"])
                return str(tree["id"])
    given = work.options.of("GoodsLine", _item_number(line)).get("product")
    return given if isinstance(given, str) else None


def _same_gtin(entry: Mapping[str, Any], number: str) -> bool:
    return entry.get("scheme") == "gtin" and str(entry.get("identifierValue")).zfill(14) == number.zfill(14)


def _lot(work: Work, line: Node, product: str) -> str | None:
    number = line.first("Item/ItemInstance/LotIdentification/LotNumberID")
    if number is None or not number.text:
        return None
    for tree in known_of(work.options, "Lot"):
        if tree.get("lotNumber") == number.text and tree.get("product") == product:
            work.came("GoodsLine.lot", number.path, number.text, tree["id"])
            return str(tree["id"])
    note = Text("no lot of this number and product is known", "没有该批号与产品的已知批次")
    work.came("GoodsLine.lot", number.path, number.text, relation=Relation.LOST, note=note)
    return None


def _quantity(work: Work, line: Node) -> Tree | None:
    node = quantity_of(line)
    value = amount_of(node)
    if node is None or value is None:
        return None
    code = node.attributes.get("unitCode", "")
    unit = REC20_TO_UCUM.get(code)
    if unit is None:
        if code:
            work.find("unit_unknown", node.path, code, code, stated=code)
        else:
            work.find("quantity_without_unit", node.path, stated=node.text)
        work.came("GoodsLine.quantity", node.path, f"{node.text} {code}".strip(), relation=Relation.LOST)
        return None
    work.came("GoodsLine.quantity", node.path, f"{node.text} {code}", f"{plain(value)} {unit}")
    return {"type": "Quantity", "value": plain(value), "unit": unit}


def _price(work: Work, line: Node, draft: Tree, money: Money) -> Tree | None:
    """Return the unit price where it multiplies out to the line amount; else it is listed as lost."""
    node = line.first("Price/PriceAmount")
    price = money.of(node)
    if node is None or price is None:
        return None
    base = line.first("Price/BaseQuantity")
    quantity, net = amount_of(quantity_of(line)), amount_of(line.first("LineExtensionAmount"))
    amount = amount_of(node)
    if quantity is not None and net is not None and amount is not None and amount_of(base) in (None, Decimal(1)):
        product = EXACT.multiply(quantity, amount)
        if "lineAmount" in draft and _rounded(product, price["currency"]) == net:
            work.came("GoodsLine.unitPrice", node.path, node.text, price["amount"])
            work.read(base)
            return price
    note = Text(
        "allowances, charges or a base quantity: price times quantity is not the line amount",
        "存在折让、加价或基准数量：单价乘数量不等于行净额",
    )
    work.came("GoodsLine.unitPrice", node.path, node.text, relation=Relation.LOST, note=note)
    return None


def _rounded(value: Decimal, currency: str) -> Decimal:
    """Return a value rounded half up to the minor unit of its currency, exactly as it stands for an unknown one."""
    scale = lookup("currency", currency, "scale")
    if not isinstance(scale, Decimal):
        return value
    return value.quantize(Decimal(1) / scale, rounding=ROUND_HALF_UP, context=Context(prec=400))
