"""How the typed models read and write the lexical forms of the standard.

Only the canonical spelling is accepted from JSON and only the canonical spelling is written, so that reading and
writing a document changes no byte of a value. Python values (``Decimal``, ``date``, aware ``datetime``) are accepted
where the type is unambiguous; floats never.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from gclink.models import _lexical


def canonical(value: Decimal) -> str:
    """Return the canonical string of a finite decimal, whatever the decimal context of the caller."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _read_and_write(pattern: str, read: Any, spell: Any, write: Any) -> CoreSchema:
    """Return the schema of a value that JSON spells as a string of one form.

    ``read`` makes the value from the string, ``spell`` the string from a Python value (or returns what it cannot
    spell, which then fails as a value that is no string), ``write`` the string for JSON.
    """
    text = core_schema.no_info_after_validator_function(read, core_schema.str_schema(strict=True, pattern=pattern))
    return core_schema.json_or_python_schema(
        json_schema=text,
        python_schema=core_schema.no_info_before_validator_function(spell, text),
        serialization=core_schema.plain_serializer_function_ser_schema(write, when_used="json"),
    )


@dataclass(frozen=True, slots=True)
class DecimalForm:
    """A decimal written as a canonical string, inside a bound."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema pydantic asks for."""
        return _read_and_write(_lexical.DECIMAL, self._read, _spell_decimal, canonical)

    def _read(self, text: str) -> Decimal:
        value = Decimal(text)
        fault = self.fault(value)
        if fault is not None:
            raise fault
        return value

    def fault(self, value: Decimal) -> PydanticCustomError | None:
        """Return the error for a value outside the bound."""
        low, high = self.minimum, self.maximum
        if low is not None and (value < low or (self.exclusive_minimum and value == low)):
            sign = ">" if self.exclusive_minimum else ">="
            return PydanticCustomError(
                "gclink_min", "Value should be {sign} {bound}", {"sign": sign, "bound": str(low)}
            )
        if high is not None and (value > high or (self.exclusive_maximum and value == high)):
            sign = "<" if self.exclusive_maximum else "<="
            return PydanticCustomError(
                "gclink_max", "Value should be {sign} {bound}", {"sign": sign, "bound": str(high)}
            )
        return None


def _spell_decimal(value: Any) -> Any:
    return canonical(value) if isinstance(value, Decimal) and value.is_finite() else value


class DateForm:
    """A calendar day; pydantic's own date also takes numbers of seconds, even in strict mode."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema pydantic asks for."""
        return _read_and_write(_lexical.DATE, date.fromisoformat, _spell_date, date.isoformat)


def _spell_date(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value


class DateTimeForm:
    """An instant in UTC to the second, written with Z."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema pydantic asks for."""
        return _read_and_write(_lexical.DATE_TIME, datetime.fromisoformat, _spell_instant, _write_instant)


def _write_instant(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _spell_instant(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None and value.microsecond == 0:
        return _write_instant(value)
    return value


class NotNull:
    """An optional member is absent or has a value; JSON's null is neither."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema pydantic asks for."""
        return core_schema.no_info_before_validator_function(_refuse_null, handler(source))


def _refuse_null(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("gclink_null", "Leave the member out instead of null")
    return value


def is_absent(value: Any) -> bool:
    """Whether an optional member is left out when a document is written."""
    return value is None


def unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the items of a set; raise for an item that stands in it already."""
    spelled = [item.model_dump_json() if isinstance(item, BaseModel) else item for item in items]
    if len(set(spelled)) < len(spelled):
        positions = [index for index, item in enumerate(spelled) if item in spelled[:index]]
        raise PydanticCustomError("gclink_unique", "Items should differ from each other", {"positions": positions})
    return items


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A Quantity, Money or Identifier with a narrower number, unit or scheme than its class alone allows."""

    bound: DecimalForm | None = None
    unit: tuple[str, ...] = ()
    scheme: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema pydantic asks for."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, value: Any) -> Any:
        faults: list[InitErrorDetails] = []
        if self.bound is not None:
            member = "value" if hasattr(value, "value") else "amount"
            number = getattr(value, member)
            fault = self.bound.fault(number)
            if fault is not None:
                faults.append({"type": fault, "loc": (member,), "input": canonical(number)})
        for member, allowed in (("unit", self.unit), ("scheme", self.scheme)):
            if allowed and (found := str(getattr(value, member))) not in allowed:
                fault = PydanticCustomError(
                    "gclink_" + member,
                    "Should be one of {allowed}",
                    {"allowed": ", ".join(allowed)},
                )
                faults.append({"type": fault, "loc": (member,), "input": found})
        if faults:
            raise ValidationError.from_exception_data(type(value).__name__, faults)
        return value
