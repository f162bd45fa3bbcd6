"""Discount for uncertainty, buffer deposit and what may be issued or allocated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import fraction, not_negative, one_of
from gclink.calculations._numbers import half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.tables import number, table

_FREE_HALF_WIDTH = Fraction(20, 100)


@dataclass(frozen=True, slots=True)
class Issue:
    """Split of a net removal into deposit and usable part, unrounded."""

    deposit: Fraction
    issuable: Fraction
    violations: tuple[str, ...]


def issue(net: Fraction, rate: Decimal | None) -> Issue:
    """Split a net removal: deposit = rate * net (none without a rate), issuable = the rest (GCL-REM-049, 050).

    A net of zero or less deposits and issues nothing; it breaks GCL-REM-002.
    """
    if rate is not None:
        fraction("bufferRate", rate)
    if net <= 0:
        return Issue(Fraction(0), Fraction(0), ("GCL-REM-002",))
    deposit = net * ratio(rate or 0)
    return Issue(deposit, net - deposit, ())


def buffer_rate_of(durability_class: str) -> Decimal:
    """Return the rate of a durability class from table ``buffer_rate_v1``."""
    one_of("durabilityClass", durability_class, (str(row["durabilityClass"]) for row in table("buffer_rate_v1").rows))
    return number("buffer_rate_v1", durability_class, "rate")


@calculation(
    en="Uncertainty discount and buffer deposit",
    zh="不确定性折扣与缓冲存入",
    formula="discount_t = netBeforeDiscount_t * (relativeHalfWidth - 0.20) if relativeHalfWidth > 0.20, else 0; "
    "net_t = "
    "netBeforeDiscount_t - discount_t; bufferDeposit_t = bufferRate * net_t; issuable_t = net_t - bufferDeposit_t; "
    "maxWholeUnits = integer part of issuable_t",
    source=("GCL-REM-002", "GCL-REM-046", "GCL-REM-049", "GCL-REM-050"),
    results=("discount_t", "net_t", "bufferDeposit_t", "issuable_t", "maxWholeUnits", "violations"),
)
def discount_and_buffer(
    *,
    net_before_discount_t: Decimal,
    relative_half_width: Decimal = Decimal(0),
    buffer_rate: Decimal | None = None,
    durability_class: str | None = None,
) -> Result:
    """Give the least discount, the least deposit and what is left to issue.

    The rate is given or follows from the durability class; with neither nothing is deposited. A half-width of exactly
    0.20 costs nothing.
    """
    not_negative("relativeHalfWidth", relative_half_width)
    if buffer_rate is None and durability_class is not None:
        buffer_rate = buffer_rate_of(durability_class)
    before = ratio(net_before_discount_t)
    over = max(Fraction(0), ratio(relative_half_width) - _FREE_HALF_WIDTH)
    discount = max(Fraction(0), before * over)
    net = before - discount
    issued = issue(net, buffer_rate)
    return {
        "discount_t": half_away(discount),
        "net_t": half_away(net),
        "bufferDeposit_t": half_away(issued.deposit),
        "issuable_t": half_away(issued.issuable),
        "maxWholeUnits": Decimal(issued.issuable // 1),
        "violations": list(issued.violations),
    }
