"""Dates as text, and day numbers from their digits.

Engines disagree on the arithmetic of xsd:date and some have none. ``STR`` of a date is its ISO form, whose order is
the order of the days; its digits give the number of a day by the civil calendar. Years lie in 1900 to 2999.
"""

from __future__ import annotations

from gclink_spec.emit.sparql._group import Group

_LEAP = "^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
#: Days before each month of a common year.
_BEFORE = "|01=0|02=31|03=59|04=90|05=120|06=151|07=181|08=212|09=243|10=273|11=304|12=334|"


def year(group: Group, date: str) -> str:
    """Return the year of a date."""
    return group.let(f"xsd:integer(SUBSTR({group.let(date)}, 1, 4))")


def month(group: Group, date: str) -> str:
    """Return the month of a date, 1 to 12."""
    return group.let(f"xsd:integer(SUBSTR({group.let(date)}, 6, 2))")


def day(group: Group, date: str) -> str:
    """Return the day of the month of a date."""
    return group.let(f"xsd:integer(SUBSTR({group.let(date)}, 9, 2))")


def ymd(group: Group, date: str) -> str:
    """Return year, month and day as one number of eight digits."""
    text = group.let(date)
    return group.let(f"xsd:integer(CONCAT(SUBSTR({text}, 1, 4), SUBSTR({text}, 6, 2), SUBSTR({text}, 9, 2)))")


def _leap(text: str) -> str:
    return f'REGEX({text}, "{_LEAP}")'


def _leap_days_before(group: Group, date: str) -> str:
    """Return how many leap years there were before the year of a date."""
    before = f"({year(group, date)} - 1)"
    return group.let(f"((FLOOR({before} / 4) - FLOOR({before} / 100)) + FLOOR({before} / 400))")


def _day_of_year(group: Group, date: str) -> str:
    text = group.let(date)
    before = group.let(f'xsd:integer(STRBEFORE(STRAFTER("{_BEFORE}", CONCAT("|", SUBSTR({text}, 6, 2), "=")), "|"))')
    extra = f"IF(({month(group, date)} > 2 && {_leap(text)}), 1, 0)"
    return group.let(f"({before} + {day(group, date)} + {extra})")


def _number(group: Group, date: str) -> str:
    """Return the number of a day, counted from an epoch that cancels out in differences."""
    whole = f"(365 * {year(group, date)})"
    return group.let(f"({whole} + {_leap_days_before(group, date)} + {_day_of_year(group, date)})")


def days(group: Group, start: str, end: str) -> str:
    """Return the whole days from one date to another."""
    return group.let(f"({_number(group, end)} - {_number(group, start)})")


def _number30(group: Group, date: str) -> str:
    last = day(group, date)
    parts = f"(360 * {year(group, date)}) + (30 * {month(group, date)}) + IF({last} > 30, 30, {last})"
    return group.let(f"({parts})")


def days30(group: Group, start: str, end: str) -> str:
    """Return the days from one date to another with months of thirty days (30E/360)."""
    return group.let(f"({_number30(group, end)} - {_number30(group, start)})")


def _leap_number(group: Group, date: str) -> str:
    within = f"IF({_leap(group.let(date))}, ({_day_of_year(group, date)} - 1), 0)"
    return group.let(f"((366 * {_leap_days_before(group, date)}) + {within})")


def leap_days(group: Group, start: str, end: str) -> str:
    """Return how many days from start (included) to end (excluded) lie in a leap year."""
    return group.let(f"({_leap_number(group, end)} - {_leap_number(group, start)})")


def add_months(group: Group, date: str, months: int) -> str:
    """Return the date some months later; a day that the month does not have becomes its last."""
    whole, rest = divmod(months, 12)
    old_year, old_month, old_day = year(group, date), month(group, date), day(group, date)
    new_year, new_month = f"({old_year} + {whole})", old_month
    if rest:
        over = f"({old_month} > {12 - rest})"
        new_year = f"IF({over}, ({old_year} + {whole + 1}), ({old_year} + {whole}))"
        new_month = group.let(f"IF({over}, ({old_month} - {12 - rest}), ({old_month} + {rest}))")
    text = group.let(f"STR({new_year})")
    short = f"({new_month} = 4 || {new_month} = 6 || {new_month} = 9 || {new_month} = 11)"
    last = group.let(f"IF({new_month} = 2, IF({_leap(text)}, 29, 28), IF({short}, 30, 31))")
    new_day = group.let(f"IF({old_day} > {last}, {last}, {old_day})")
    return group.let(f'CONCAT({text}, "-", {_two(new_month)}, "-", {_two(new_day)})')


def _two(number: str) -> str:
    """Return a number below 100 as two digits."""
    return f"SUBSTR(STR((100 + {number})), 2, 2)"
