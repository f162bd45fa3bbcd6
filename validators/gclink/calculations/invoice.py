"""What an importer asks of an invoice and of the receivable made of it: sums that hold, and nothing said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError
from gclink.calculations._numbers import ratio
from gclink.calculations._registry import Result, calculation

_ZERO = Decimal(0)


def _sum(amounts: Iterable[Decimal]) -> Fraction:
    return sum(map(ratio, amounts), Fraction(0))


@calculation(
    en="Sums of an invoice",
    zh="发票合计",
    formula="BR-CO-10: lineNetTotal = Σ lineAmounts; BR-CO-11: allowanceTotal = Σ allowances; BR-CO-12: chargeTotal = "
    "Σ charges; BR-CO-13: taxExclusiveAmount = Σ lineAmounts - allowanceTotal + chargeTotal; BR-CO-14: taxTotal = "
    "Σ taxAmounts; BR-CO-15: taxInclusiveAmount = taxExclusiveAmount + taxTotal; BR-CO-16: documentPayable = "
    "taxInclusiveAmount - prepaidAmount + roundingAmount",
    source=("GCL-FIN-015",),
    results=("brokenRules", "violations"),
)
def invoice_sums(
    *,
    line_amounts: tuple[Decimal, ...],
    line_net_total: Decimal,
    tax_exclusive_amount: Decimal,
    tax_inclusive_amount: Decimal,
    document_payable: Decimal,
    allowances: tuple[Decimal, ...] = (),
    charges: tuple[Decimal, ...] = (),
    allowance_total: Decimal = _ZERO,
    charge_total: Decimal = _ZERO,
    tax_amounts: tuple[Decimal, ...] = (),
    tax_total: Decimal = _ZERO,
    prepaid_amount: Decimal = _ZERO,
    rounding_amount: Decimal = _ZERO,
) -> Result:
    """Give the amount rules of EN 16931 that an invoice breaks, without tolerance, in the currency of the document.

    A tax total in another currency is no part of it. ``violations``: GCL-FIN-015 if any rule is broken; the breakdown
    of the tax is judged where there is one.
    """
    lines, net, tax = _sum(line_amounts), ratio(tax_exclusive_amount), ratio(tax_total)
    rules = {
        "BR-CO-10": ratio(line_net_total) == lines,
        "BR-CO-11": ratio(allowance_total) == _sum(allowances),
        "BR-CO-12": ratio(charge_total) == _sum(charges),
        "BR-CO-13": net == ratio(line_net_total) - ratio(allowance_total) + ratio(charge_total),
        "BR-CO-14": not tax_amounts or tax == _sum(tax_amounts),
        "BR-CO-15": ratio(tax_inclusive_amount) == net + tax,
        "BR-CO-16": ratio(document_payable)
        == ratio(tax_inclusive_amount) - ratio(prepaid_amount) + ratio(rounding_amount),
    }
    broken = [rule for rule, holds in rules.items() if not holds]
    return {"brokenRules": broken, "violations": ["GCL-FIN-015"] if broken else []}


@calculation(
    en="Receivable against its invoice",
    zh="应收账款与发票比对",
    formula="sourceDueDate = the due date of the document, else the one date of the means of payment; invoiceNumber, "
    "issueDate, dueDate, documentPayable and currency equal those of the invoice; an invoice without a due date leaves "
    "it to the receivable",
    source=("GCL-FIN-014",),
    results=("sourceDueDate", "violations"),
)
def receivable_source(
    *,
    invoice_number: str,
    issue_date: date,
    due_date: date,
    document_payable: Decimal,
    currency: str,
    source_number: str,
    source_issue_date: date,
    source_payable: Decimal,
    source_currency: str,
    document_due_date: date | None = None,
    payment_due_dates: tuple[date, ...] = (),
) -> Result:
    """Compare a receivable with the invoice it was made of.

    ``violations``: GCL-FIN-014 if one of them says something else. Several different dates of payment name no due date,
    which is an error of the input, because an importer refuses such an invoice.
    """
    days = {document_due_date} if document_due_date is not None else set(payment_due_dates)
    if len(days) > 1:
        raise InputError("paymentDueDates", "count", found=str(len(days)), bound="<= 1")
    due = next(iter(days), None)
    same = (
        invoice_number == source_number
        and issue_date == source_issue_date
        and ratio(document_payable) == ratio(source_payable)
        and currency == source_currency
        and due in (None, due_date)
    )
    return {"sourceDueDate": due, "violations": [] if same else ["GCL-FIN-014"]}
