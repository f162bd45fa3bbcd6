"""Uniqueness keys: the same commercial document gives the same key at every financier."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date

from gclink.calculations._checks import one_of, positive
from gclink.calculations._convert import needed
from gclink.calculations._registry import Result, calculation

ASSET_CLASSES = ("Receivable", "PurchaseOrder", "Inventory", "Undertaking")
_SCHEMES = ("uscc", "national_other", "lei", "gln", "did")


def normalised(number: str) -> str:
    """Return a document number as it enters a key: NFKC, all white space removed, upper case."""
    compatible = unicodedata.normalize("NFKC", number)
    return "".join(character for character in compatible if not character.isspace()).upper()


def key_of(parts: tuple[str, ...]) -> str:
    """Return ``sha-256:`` and the digest of the parts joined by ``|`` (ukey of module finance)."""
    return "sha-256:" + hashlib.sha256("|".join(parts).encode("utf-8")).hexdigest()


@calculation(
    en="Uniqueness key of an asset",
    zh="资产唯一键",
    formula="uniquenessKey = sha-256 of the UTF-8 text of the parts joined by |. Receivable: scheme:value, invoice "
    "number, "
    "issueDate, currency, instalmentSeq; PurchaseOrder: po, scheme:value, order number, orderDate, currency; "
    "Inventory: "
    "inv, scheme:value, receipt number; Undertaking: und, scheme:value, undertaking number",
    source=("GCL-FIN-016",),
    results=("keyText", "uniquenessKey"),
)
def uniqueness_key(
    *,
    scheme: str,
    value: str,
    asset_class: str = "Receivable",
    invoice_number: str | None = None,
    issue_date: date | None = None,
    currency: str | None = None,
    instalment_seq: int = 1,
    order_number: str | None = None,
    order_date: date | None = None,
    receipt_number: str | None = None,
    undertaking_number: str | None = None,
) -> Result:
    """Give the key and the text it is made of.

    Only numbers are normalised (NFKC, no white space, upper case); the identifier stands as it is.
    """
    one_of("scheme", scheme, _SCHEMES)
    one_of("assetClass", asset_class, ASSET_CLASSES)
    positive("instalmentSeq", instalment_seq)
    party = f"{scheme}:{value}"
    parts: tuple[str, ...]
    match asset_class:
        case "Receivable":
            number = normalised(needed("invoiceNumber", invoice_number, str))
            day = needed("issueDate", issue_date, date)
            parts = (party, number, day.isoformat(), needed("currency", currency, str), str(instalment_seq))
        case "PurchaseOrder":
            number = normalised(needed("orderNumber", order_number, str))
            day = needed("orderDate", order_date, date)
            parts = ("po", party, number, day.isoformat(), needed("currency", currency, str))
        case "Inventory":
            parts = ("inv", party, normalised(needed("receiptNumber", receipt_number, str)))
        case _:
            parts = ("und", party, normalised(needed("undertakingNumber", undertaking_number, str)))
    return {"keyText": "|".join(parts), "uniquenessKey": key_of(parts)}
