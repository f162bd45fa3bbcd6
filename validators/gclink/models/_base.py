# Generated from spec/ by `gclink spec build`; do not edit.
"""The named types of the standard: how a value is spelled in JSON, and what it is in Python."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from gclink.models import _lexical
from gclink.models._forms import DateForm, DateTimeForm, DecimalForm, NotNull, is_absent, unique

T = TypeVar("T")

CanonicalDecimal = Annotated[Decimal, DecimalForm()]
DecimalFrom0To1 = Annotated[Decimal, DecimalForm(minimum=Decimal("0"), maximum=Decimal("1"))]
DecimalFrom0To100 = Annotated[Decimal, DecimalForm(minimum=Decimal("0"), maximum=Decimal("100"))]
DecimalFrom1To5 = Annotated[Decimal, DecimalForm(minimum=Decimal("1"), maximum=Decimal("5"))]
DecimalNonNegative = Annotated[Decimal, DecimalForm(minimum=Decimal("0"))]
DecimalNonPositive = Annotated[Decimal, DecimalForm(maximum=Decimal("0"))]
DecimalPositive = Annotated[Decimal, DecimalForm(minimum=Decimal("0"), exclusive_minimum=True)]
Integer = Annotated[int, Field(strict=True, ge=-999_999_999_999_999, le=999_999_999_999_999)]
IntegerFrom0To6 = Annotated[int, Field(strict=True, ge=0, le=6)]
IntegerFrom0To7 = Annotated[int, Field(strict=True, ge=0, le=7)]
IntegerFrom1To12 = Annotated[int, Field(strict=True, ge=1, le=12)]
IntegerFrom20 = Annotated[int, Field(strict=True, ge=20, le=999_999_999_999_999)]
IntegerNonNegative = Annotated[int, Field(strict=True, ge=0, le=999_999_999_999_999)]
IntegerPositive = Annotated[int, Field(strict=True, ge=1, le=999_999_999_999_999)]
Boolean = Annotated[bool, Field(strict=True)]
Date = Annotated[date, DateForm()]
DateTime = Annotated[datetime, DateTimeForm()]
# Unicode normal form C is settled by the reader, on the raw text.
Text = Annotated[str, Field(strict=True, min_length=1, pattern=_lexical.TEXT)]
Iri = Annotated[str, Field(strict=True, pattern=_lexical.IRI)]
Reference = Annotated[str, Field(strict=True, pattern=_lexical.IRI)]
Digest = Annotated[str, Field(strict=True, pattern=_lexical.DIGEST)]
Ucum = Annotated[str, Field(strict=True, pattern=_lexical.UCUM)]
LanguageTag = Annotated[str, Field(strict=True, pattern=_lexical.LANGUAGE)]
LocalizedText = Annotated[dict[LanguageTag, Text], Field(min_length=1)]

#: A member that may be left out.
Maybe = Annotated[T | None, NotNull(), Field(exclude_if=is_absent)]
#: An array whose order says nothing and whose items differ.
SetOf = Annotated[tuple[T, ...], Field(min_length=1), AfterValidator(unique)]
#: An array whose items carry their position.
SequenceOf = Annotated[tuple[T, ...], Field(min_length=1)]
