"""Small consistent bundles that cases of rules across documents are patched from.

``python -m gclink_conformance.stories`` writes them below ``bases/<story>/``; a test holds the files to this code.
"""

from __future__ import annotations

from typing import Any

from gclink.convert import convert, ordered

from gclink_conformance.redigest import redigest
from gclink_conformance.stories import (
    brand,
    early_payment,
    incentive,
    indicators,
    inset,
    order_loan,
    pledge,
    pre_shipment,
    ratchet,
    removal_loan,
    revocation,
    split_voucher,
    stock_loan,
    stores,
    undertaking,
)

__all__ = ["documents", "files"]

STORIES = {
    "inset-story": inset,
    "indicator-story": indicators,
    "revocation-story": revocation,
    "stores-story": stores,
    "brand-story": brand,
    "incentive-story": incentive,
    "early-payment": early_payment,
    "order-loan": order_loan,
    "split-voucher": split_voucher,
    "stock-loan": stock_loan,
    "undertaking-story": undertaking,
    "pre-shipment-story": pre_shipment,
    "pledge-story": pledge,
    "removal-loan": removal_loan,
    "ratchet-story": ratchet,
}


def documents(story: str) -> dict[str, dict[str, Any]]:
    """Return the documents of a story by name, digests right, members in the order of the model."""
    return {name: ordered(tree) for name, tree in redigest(STORIES[story].documents(), set()).items()}


def files() -> dict[str, bytes]:
    """Return every file by path below ``bases``."""
    return {
        f"{story}/{name}.json": convert(tree, "json") for story in STORIES for name, tree in documents(story).items()
    }
