"""Numbers of foreign files within bounds: an exponent or a mile of digits is no number that a document could hold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from gclink.bridges._lexical import EXACT

__all__ = ["bounded"]

#: As XML Schema and JSON write a number; the exponent only in JSON.
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
#: Far more than any document of this standard holds, far less than what arithmetic suffers from.
_LONGEST: Final = 60


def bounded(text: str) -> Decimal | None:
    """Return the exact value of a number, None for what is none, or has more than 60 digits written out."""
    if len(text) > _LONGEST or _NUMBER.fullmatch(text) is None:
        return None
    value = EXACT.create_decimal(text)
    return value if abs(value.adjusted()) <= _LONGEST else None
