"""Small pieces of SPARQL text."""

from __future__ import annotations

from decimal import Decimal

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def quoted(text: str) -> str:
    """Return a text as a SPARQL string literal."""
    return f'"{text.translate(_ESCAPES)}"'


def number(value: Decimal) -> str:
    """Return a number as a SPARQL literal without exponent; a negative one in parentheses."""
    text = format(value, "f")
    return f"({text})" if value < 0 else text


def two_valued(condition: str, absent: bool) -> str:
    """Return a condition that is false instead of an error when something it reads is absent."""
    return f"COALESCE({condition}, false)" if absent else condition


def surely(condition: str) -> str:
    """Return a condition that must hold: where an engine cannot calculate it, the rule counts as violated.

    Numbers beyond what an engine holds are an error there, and a filter drops errors without a word.
    """
    return f"COALESCE({condition}, false)"
