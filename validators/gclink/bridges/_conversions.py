"""The conversions a row can name in ``via``.

Each takes (reading, row, path, value) and returns what to write, or ABSENT after a finding that says why not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT, Digits
from gclink.bridges._mapping import Row
from gclink.bridges._report import Consequence

if TYPE_CHECKING:
    from gclink.bridges._reading import Reading

__all__ = ["CONVERSIONS"]


def _decimal(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A decimal string (L1): its value, in canonical spelling."""
    if not isinstance(value, str) or isinstance(value, Digits):
        detail = Text("a JSON number where a decimal text is due", "应为十进制文本，实为 JSON 数字")
        reading.find("lexical_not_decimal", path, detail, stated=value, consequence=Consequence.REFUSE)
        return ABSENT
    number = lexical.decimal_of(value)
    if number is None:
        reading.find("lexical_not_decimal", path, stated=value, consequence=Consequence.REFUSE)
        return ABSENT
    written = lexical.plain(number)
    if written != value:
        reading.find("lexical_canonicalised", path, stated=value, computed=written)
    return _signed(reading, row, path, written)


def _number(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A JSON number (L2): the value of its digits."""
    if not isinstance(value, Digits):
        return _decimal(reading, row, path, value) if isinstance(value, str) else _wrong_type(reading, path, value)
    return _signed(reading, row, path, lexical.plain(lexical.number_of(value)))


def _wrong_type(reading: Reading, path: str, value: Any) -> Any:
    reading.find("lexical_not_decimal", path, stated=value, consequence=Consequence.REFUSE)
    return ABSENT


def _signed(reading: Reading, row: Row, path: str, written: str) -> str:
    negative = written.startswith("-")
    if (row.sign == ">=0" and negative) or (row.sign == "<=0" and not negative and written != "0"):
        bound = Text(f"it must be {row.sign}", f"必须 {row.sign}")
        reading.find("sign_wrong", path, bound, stated=written)
    return written


def _percent(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A percent that stays one; a small value that could be a fraction is told (L4)."""
    written = (_number if isinstance(value, Digits) else _decimal)(reading, row, path, value)
    if written is ABSENT:
        return ABSENT
    number = lexical.EXACT.create_decimal(written)
    limit = int(reading.table.settings.get("percentLimits", {}).get(row.ours, 100))
    if 0 < number <= 1 and number * 100 <= limit:
        reading.find("share_scale_ambiguous", path, stated=written)
    if number < 0 or number > 100:
        reading.find(
            "range_exceeded", path, Text("0 to 100", "0 至 100"), stated=written, consequence=Consequence.REFUSE
        )
    elif number > limit:
        reading.find("range_exceeded", path, Text(f"0 to {limit}", f"0 至 {limit}"), stated=written)
    return written


def _ratio(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A fraction from 0 to 1 that becomes a percent (L2, L4)."""
    written = _number(reading, row, path, value)
    if written is ABSENT:
        return ABSENT
    number = lexical.EXACT.create_decimal(written)
    if number < 0 or number > 1:
        reading.find("range_exceeded", path, Text("0 to 1", "0 至 1"), stated=written, consequence=Consequence.REFUSE)
        return ABSENT
    return lexical.plain(lexical.EXACT.multiply(number, lexical.EXACT.create_decimal(100)))


def _text(reading: Reading, _row: Row, path: str, value: Any) -> Any:
    """A text as it is."""
    if not isinstance(value, str) or isinstance(value, Digits):
        reading.find(
            "source_schema_invalid", path, Text("not a text", "不是文本"), stated=value, consequence=Consequence.REFUSE
        )
        return ABSENT
    return value


def _localized(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A text under the language tag the caller gives."""
    text = _text(reading, row, path, value)
    return ABSENT if text is ABSENT else {reading.options.language: text}


def _boolean(reading: Reading, _row: Row, path: str, value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        reading.find("attribute_type_doubtful", path, Text("a text, not a boolean", "是文本而非布尔值"), stated=value)
        return value == "true"
    reading.find(
        "source_schema_invalid", path, Text("no boolean", "不是布尔值"), stated=value, consequence=Consequence.REFUSE
    )
    return ABSENT


def _code(reading: Reading, row: Row, path: str, value: Any) -> Any:
    """A code through one of the table's maps."""
    code = reading.table.ours_of(row.codes, value) if isinstance(value, str) else None
    if code is None:
        reading.find("code_unknown", path, stated=value, consequence=Consequence.REFUSE)
        return ABSENT
    return code


def _instant(reading: Reading, _row: Row, path: str, value: Any) -> Any:
    """A dateTime in UTC (L5)."""
    moment = lexical.instant_of(value) if isinstance(value, str) else None
    if moment is None:
        detail = Text("no dateTime with a time zone", "不是带时区的日期时间")
        reading.find("source_schema_invalid", path, detail, stated=value, consequence=Consequence.REFUSE)
        return ABSENT
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _uuid(reading: Reading, row: Row, path: str, value: Any) -> Any:
    text = _text(reading, row, path, value)
    return ABSENT if text is ABSENT else f"urn:uuid:{text}"


def _texts(reading: Reading, _row: Row, path: str, value: Any) -> Any:
    """A list of texts as it is, an item once."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        reading.find(
            "source_schema_invalid", path, Text("no list of texts", "不是文本列表"), consequence=Consequence.REFUSE
        )
        return ABSENT
    return list(dict.fromkeys(value)) if value else ABSENT


CONVERSIONS: Final[dict[str, Callable[[Reading, Row, str, Any], Any]]] = {
    "boolean": _boolean,
    "code": _code,
    "decimal": _decimal,
    "instant": _instant,
    "localized": _localized,
    "number": _number,
    "percent": _percent,
    "ratio": _ratio,
    "text": _text,
    "texts": _texts,
    "uuid": _uuid,
}
