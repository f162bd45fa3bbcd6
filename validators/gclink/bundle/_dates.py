"""Days of the standard as text, and what is counted in them; no date leaves the calendar."""

from __future__ import annotations

from datetime import date, timedelta

#: What ends never: later than every day that a document can hold.
OPEN_END = "9999-12-31"


def days(start: str, end: str) -> int:
    """Return the whole days from start to end; negative where the end is earlier."""
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def plus(day: str, count: int) -> str:
    """Return the day so many days later, at most the end of the calendar."""
    try:
        return (date.fromisoformat(day[:10]) + timedelta(days=count)).isoformat()
    except OverflowError:
        return OPEN_END


def dawn(day: str) -> str:
    """Return the first instant of a day."""
    return f"{day[:10]}T00:00:00Z"


def night(day: str) -> str:
    """Return the last instant of a day."""
    return f"{day[:10]}T23:59:59Z"
