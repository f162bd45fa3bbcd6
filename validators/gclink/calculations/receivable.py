"""Face value and tenor of a receivable."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gclink.calculations._checks import not_negatives, one_of
from gclink.calculations._convert import needed
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import add_months

_LIMIT_MONTHS = {"GCL-FIN-043": 12, "GCL-FIN-044": 6}


@calculation(
    en="Face value of a receivable",
    zh="应收账款面额",
    formula="faceValue = (instalmentAmount, else documentPayable) - creditNoteTotal; documentPayable has to be "
    "taxInclusiveAmount - prepaidAmount + roundingAmount; wrongIfTaxInclusive = taxInclusiveAmount - creditNoteTotal",
    source=("GCL-FIN-009", "GCL-FIN-011", "GCL-FIN-012"),
    results=("faceValue", "wrongIfTaxInclusive", "violations"),
)
def receivable_face_value(
    *,
    document_payable: Decimal | None = None,
    instalment_amount: Decimal | None = None,
    credit_note_total: Decimal = Decimal(0),
    tax_inclusive_amount: Decimal | None = None,
    prepaid_amount: Decimal = Decimal(0),
    rounding_amount: Decimal = Decimal(0),
    face_value: Decimal | None = None,
) -> Result:
    """Give the amount that can be financed.

    What was prepaid is already out of the payable amount and is not subtracted again. ``violations``: GCL-FIN-012 if
    the payable amount does not follow from the control values, GCL-FIN-011 if a declared face value differs,
    GCL-FIN-009 if the face value is not above zero. ``wrongIfTaxInclusive`` is the common mistake, for comparison.
    """
    payable = needed("documentPayable", document_payable if instalment_amount is None else instalment_amount)
    not_negatives(documentPayable=payable, creditNoteTotal=credit_note_total, prepaidAmount=prepaid_amount)
    face = ratio(payable) - ratio(credit_note_total)
    broken = {
        "GCL-FIN-012": tax_inclusive_amount is not None
        and document_payable is not None
        and ratio(document_payable) != ratio(tax_inclusive_amount) - ratio(prepaid_amount) + ratio(rounding_amount),
        "GCL-FIN-011": face_value is not None and ratio(face_value) != face,
        "GCL-FIN-009": face <= 0,
    }
    wrong = None if tax_inclusive_amount is None else exact(ratio(tax_inclusive_amount) - ratio(credit_note_total))
    return {
        "faceValue": exact(face),
        "wrongIfTaxInclusive": wrong,
        "violations": [requirement for requirement, violated in broken.items() if violated],
    }


@calculation(
    en="Tenor of a receivable voucher",
    zh="凭证期限",
    formula="latestMust = issueDate + 12 months; latestShould = issueDate + 6 months, cut to the end of the month; "
    "GCL-FIN-043 if dueDate > latestMust, GCL-FIN-044 if dueDate > latestShould",
    source=("GCL-FIN-043", "GCL-FIN-044"),
    results=("latestMust", "latestShould", "violations"),
)
def voucher_tenor(*, profile: str, issue_date: date, due_date: date) -> Result:
    """Give the last admitted due days of an electronic voucher under profile cn; profile eu sets none."""
    one_of("profile", profile, ("cn", "eu"))
    if profile != "cn":
        return {"violations": []}
    latest = {requirement: add_months(issue_date, months) for requirement, months in _LIMIT_MONTHS.items()}
    return {
        "latestMust": latest["GCL-FIN-043"],
        "latestShould": latest["GCL-FIN-044"],
        "violations": [requirement for requirement, day in latest.items() if due_date > day],
    }
