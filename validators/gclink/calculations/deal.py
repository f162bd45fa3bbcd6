"""A whole payables-finance deal against the requirements that its figures can break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import one_of
from gclink.calculations._convert import missing
from gclink.calculations._numbers import ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import YearFraction, days, year_fraction_of
from gclink.calculations.money import is_minor, to_minor
from gclink.calculations.observation import ObservationInput, Span, aggregated, uncovered_days
from gclink.calculations.pricing import all_in, rate_violations
from gclink.calculations.ratchet import DIRECTIONS, RatchetStep, ratchet_violations, steps_holding

_ACTUAL_FIXED = ("ACT/360", "ACT/365.FIXED")


@dataclass(frozen=True, slots=True)
class Observation:
    """The observed KPI value with what it was made of."""

    value: Decimal
    decimals: int
    observation_date: date
    inputs: tuple[ObservationInput, ...] = ()
    aggregation: str = "quantity_weighted_mean"
    period: Span | None = None


@dataclass(frozen=True, slots=True)
class _Deal:
    """The figures of the deal, as the tests below read them."""

    face: Decimal
    financed: Decimal
    advance_rate: Decimal
    issue_date: date
    due_date: date
    value_date: date
    maturity_date: date
    discount: Decimal
    fees: Decimal
    net: Decimal
    currency: str
    limit: Decimal | None
    outstanding: Decimal
    recourse: str
    assignment_kind: str
    grace_days: int | None
    key_held: bool


@dataclass(frozen=True, slots=True)
class _Terms:
    """What moves the margin."""

    adjustment_bp: int
    ratchet: tuple[RatchetStep, ...]
    direction: str
    floor_bp: int | None
    cap_bp: int | None
    no_data_bp: int | None
    observation: Observation | None
    passport: Span | None
    lot_quantity: Decimal | None


@calculation(
    en="Payables-finance deal",
    zh="反向保理交易核对",
    formula="every requirement of the source is tested on the figures as declared: a wrong figure breaks its own "
    "requirement and those that the other figures do not follow",
    source=(
        "GCL-FIN-006",
        "GCL-FIN-009",
        "GCL-FIN-010",
        "GCL-FIN-013",
        "GCL-FIN-055",
        "GCL-FIN-058",
        "GCL-FIN-060",
        "GCL-FIN-063",
        "GCL-FIN-064",
        "GCL-FIN-065",
        "GCL-FIN-066",
        "GCL-FIN-067",
        "GCL-FIN-068",
        "GCL-FIN-070",
        "GCL-FIN-096",
        "GCL-FIN-097",
        "GCL-FIN-103",
        "GCL-FIN-104",
        "GCL-FIN-106",
        "GCL-FIN-107",
        "GCL-FIN-108",
        "GCL-LNK-021",
        "GCL-LNK-055",
        "GCL-LNK-056",
        "GCL-LNK-057",
    ),
    results=("verdict", "violations"),
)
def payables_deal(
    *,
    face_amount: Decimal,
    issue_date: date,
    due_date: date,
    advance_rate: Decimal,
    financed_amount: Decimal,
    value_date: date,
    maturity_date: date,
    base_rate: Decimal,
    margin_bp: int,
    adjustment_bp: int = 0,
    floor_rate: Decimal | None = None,
    all_in_rate: Decimal | None = None,
    day_count: str,
    discount_amount: Decimal,
    fee_total: Decimal = Decimal(0),
    net_proceeds: Decimal,
    currency: str,
    facility_limit: Decimal | None = None,
    outstanding_before: Decimal = Decimal(0),
    ratchet: tuple[RatchetStep, ...] = (),
    direction: str = "lower_is_better",
    floor_bp: int | None = None,
    cap_bp: int | None = None,
    no_data_adjustment_bp: int | None = None,
    observation: Observation | None = None,
    passport_period: Span | None = None,
    lot_quantity: Decimal | None = None,
    key_held_elsewhere: bool = False,
    recourse: str = "none",
    assignment_kind: str = "sale",
    grace_days: int | None = None,
) -> Result:
    """Tell which requirements a deal breaks.

    The discount is held against the rate as declared, else against the one that follows from base, margin and
    adjustment, so that a wrong step with matching amounts breaks GCL-FIN-106 alone. Defaults: no recourse, true sale,
    lower values are better, no outstanding before, the inputs of the observation weighted by quantity. What is not
    given (facility limit, lot quantity, passport period, ratchet, grace days) is not tested. A ratchet without
    observation needs ``noDataAdjustmentBp``.
    """
    one_of("recourse", recourse, ("full", "limited", "none"))
    one_of("assignmentKind", assignment_kind, ("sale", "security_assignment", "pledge", "none"))
    one_of("direction", direction, DIRECTIONS)
    deal = _Deal(
        face_amount,
        financed_amount,
        advance_rate,
        issue_date,
        due_date,
        value_date,
        maturity_date,
        discount_amount,
        fee_total,
        net_proceeds,
        currency,
        facility_limit,
        outstanding_before,
        recourse,
        assignment_kind,
        grace_days,
        key_held_elsewhere,
    )
    terms = _Terms(
        adjustment_bp,
        ratchet,
        direction,
        floor_bp,
        cap_bp,
        no_data_adjustment_bp,
        observation,
        passport_period,
        lot_quantity,
    )
    derived = all_in(base_rate, margin_bp, adjustment_bp, floor_rate)
    rate = derived if all_in_rate is None else ratio(all_in_rate)
    counted = year_fraction_of(value_date, maturity_date, day_count)
    found = {
        *_amounts(deal),
        *_dates(deal),
        *rate_violations(base_rate, floor_rate, all_in_rate),
        *([] if rate == derived else ["GCL-FIN-065"]),
        *_price(deal, rate, counted, day_count),
        *_margin(terms),
        *_evidence(terms),
    }
    violations = sorted(found)
    return {"verdict": "fail" if violations else "pass", "violations": violations}


def _amounts(deal: _Deal) -> Iterator[str]:
    money = [deal.face, deal.financed, deal.discount, deal.fees, deal.net]
    if deal.limit is not None:
        money.append(deal.limit)
    if not all(is_minor(amount, deal.currency) for amount in money):
        yield "GCL-FIN-006"
    if any(amount < 0 for amount in money) or deal.face <= 0 or deal.financed <= 0:
        yield "GCL-FIN-009"
    rate = ratio(deal.advance_rate)
    if not 0 < rate <= 1 or ratio(deal.financed) > rate * ratio(deal.face):
        yield "GCL-FIN-055"
    if deal.limit is not None and ratio(deal.outstanding) + ratio(deal.financed) > ratio(deal.limit):
        yield "GCL-FIN-060"
    if deal.key_held:
        yield "GCL-LNK-021"


def _dates(deal: _Deal) -> Iterator[str]:
    if deal.due_date <= deal.issue_date:
        yield "GCL-FIN-013"
    if deal.maturity_date <= deal.value_date:
        yield "GCL-FIN-058"
    if deal.recourse == "none" and deal.assignment_kind == "sale" and deal.maturity_date < deal.due_date:
        yield "GCL-FIN-063"
    if deal.grace_days is not None and days(deal.due_date, deal.maturity_date) > deal.grace_days:
        yield "GCL-FIN-064"


def _price(deal: _Deal, rate: Fraction, counted: YearFraction, day_count: str) -> Iterator[str]:
    discount = to_minor(ratio(deal.financed) * rate * counted.fraction, deal.currency)
    if deal.discount != discount:
        yield "GCL-FIN-067" if day_count in _ACTUAL_FIXED else "GCL-FIN-068"
    net = ratio(deal.financed) - ratio(deal.discount) - ratio(deal.fees)
    if ratio(deal.net) != net or net <= 0:
        yield "GCL-FIN-070"


def _margin(terms: _Terms) -> Iterator[str]:
    """Test the adjustment against the ratchet; without one it has to be 0."""
    if not terms.ratchet:
        if terms.adjustment_bp:
            yield "GCL-FIN-066"
        return
    yield from ratchet_violations(terms.ratchet, terms.direction)
    if terms.observation is None:
        if terms.no_data_bp is None:
            raise missing("observation", Observation)
        if terms.adjustment_bp != terms.no_data_bp:
            yield "GCL-FIN-108"
        return
    steps = steps_holding(terms.ratchet, terms.observation.value)
    if len(steps) != 1:
        yield "GCL-FIN-106"
        return
    step = limited = steps[0].adjustment_bp
    if terms.floor_bp is not None:
        limited = max(terms.floor_bp, limited)
    if terms.cap_bp is not None:
        limited = min(terms.cap_bp, limited)
    if terms.adjustment_bp != limited:
        yield "GCL-FIN-107" if terms.adjustment_bp == step else "GCL-FIN-106"


def _evidence(terms: _Terms) -> Iterator[str]:
    seen = terms.observation
    if seen is None:
        return
    if seen.inputs:
        value = aggregated(seen.aggregation, seen.decimals, seen.inputs, "observation.inputs")
        if value != seen.value:
            yield "GCL-FIN-103"
    if seen.period is not None and seen.period.end > seen.observation_date:
        yield "GCL-FIN-104"
    if terms.passport is not None:
        if not terms.passport.start <= seen.observation_date <= terms.passport.end:
            yield "GCL-LNK-055"
        if seen.period is not None and uncovered_days(seen.period, (terms.passport,)):
            yield "GCL-LNK-056"
    lots = [part.lot for part in seen.inputs if part.lot is not None]
    observed = sum((ratio(part.quantity) for part in seen.inputs if part.quantity is not None), Fraction(0))
    too_much = terms.lot_quantity is not None and observed > ratio(terms.lot_quantity)
    if too_much or len(lots) != len(set(lots)):
        yield "GCL-LNK-057"
