"""Days between dates and the part of a year they are, by day count; months with the end of month cut."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gclink.calculations._checks import after, one_of
from gclink.calculations._numbers import half_away
from gclink.calculations._registry import Result, calculation
from gclink.tables import number, table

_DAY_COUNT = "day_count_v1"
_LEAP = 366


def days(start: date, end: date) -> int:
    """Return the whole days from start to end; start counts, end does not."""
    return (end - start).days


def days30(start: date, end: date) -> int:
    """Return 360*(y2-y1) + 30*(m2-m1) + min(d2,30) - min(d1,30)."""
    months = 12 * (end.year - start.year) + end.month - start.month
    return 30 * months + min(end.day, 30) - min(start.day, 30)


def leap_days(start: date, end: date) -> int:
    """Return how many of the days from start (counts) to end (does not) lie in leap years."""
    return _leap_days_before(end) - _leap_days_before(start)


def _leap_days_before(day: date) -> int:
    past = calendar.leapdays(1, day.year) * _LEAP
    return past + (day.timetuple().tm_yday - 1 if calendar.isleap(day.year) else 0)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, cut to the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class YearFraction:
    """Day units over a basis; the units of ACT/ACT.ISDA are 366 D - L, so that nothing is divided before the end."""

    days: int
    units: int
    basis: int

    @property
    def fraction(self) -> Fraction:
        """Return the part of a year, exactly."""
        return Fraction(self.units, self.basis)


def day_counts() -> tuple[str, ...]:
    """Return the codes of the day counts."""
    return tuple(str(row["dayCount"]) for row in table(_DAY_COUNT).rows)


def yield_basis(day_count: str) -> int:
    """Return the days of a year for the simple yield (GCL-FIN-076)."""
    one_of("dayCount", day_count, day_counts())
    return int(number(_DAY_COUNT, day_count, "yieldBasis"))


def year_fraction_of(start: date, end: date, day_count: str) -> YearFraction:
    """Return days, units and basis between two dates; refuses an unknown day count."""
    one_of("dayCount", day_count, day_counts())
    basis = int(number(_DAY_COUNT, day_count, "basis"))
    actual = days(start, end)
    match day_count:
        case "30E/360":
            thirty = days30(start, end)
            return YearFraction(thirty, thirty, basis)
        case "ACT/ACT.ISDA":
            return YearFraction(actual, _LEAP * actual - leap_days(start, end), basis)
        case _:
            return YearFraction(actual, actual, basis)


@calculation(
    en="Year fraction",
    zh="年分数",
    formula="ACT/360: days/360; ACT/365.FIXED: days/365; 30E/360: (360*(y2-y1) + 30*(m2-m1) + min(d2,30) - "
    "min(d1,30))/360; ACT/ACT.ISDA: daysInLeapYears/366 + daysInOtherYears/365; start counts, end does not; rounded to "
    "12 decimals",
    source=("GCL-FIN-067", "GCL-FIN-068", "table day_count_v1"),
    results=("days", "basis", "daysInLeapYears", "daysInOtherYears", "yearFraction12"),
)
def year_fraction(*, start: date, end: date, day_count: str) -> Result:
    """Give the part of a year between two dates.

    ``basis`` is there for a day count with one basis; ACT/ACT.ISDA shows the days of its two kinds of years instead.
    """
    after("end", end, start, or_equal=True)
    counted = year_fraction_of(start, end, day_count)
    result: Result = {"days": counted.days, "yearFraction12": half_away(counted.fraction)}
    if day_count == "ACT/ACT.ISDA":
        leap = leap_days(start, end)
        result |= {"daysInLeapYears": leap, "daysInOtherYears": counted.days - leap}
    else:
        result["basis"] = counted.basis
    return result
