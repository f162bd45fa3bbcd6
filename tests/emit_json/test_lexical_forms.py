"""Spellings that engines have judged differently, held against both JSON Schema engines and the typed models."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from gclink.models import _base, codes
from pydantic import TypeAdapter, ValidationError
from referencing import Registry, Resource

Accepts = Callable[[str, Any], dict[str, bool]]

_DECIMALS = ("0", "5", "-5", "0.5", "-0.5", "10", "100.001", "123456789012345.123456789")
_NO_DECIMALS = (
    *("", " ", "5.0", "0.50", "-0", "-0.0", "+1", "1e3", "1E3", "01", "00", ".5", "5.", "--5", "1,5", "1 000"),
    *("1234567890123456", "0.1234567891"),
    *("5\n", "\n5", " 5", "5 ", "5\r", "٥", "５", "NaN", "Infinity", "0x10", 5, 5.5, True, None, ["5"]),
)
_IRIS = ("https://example.org/a", "urn:x:1", "did:web:a", "https://例え.jp/荔枝", "a:b", "mailto:x@y")
_NO_IRIS = ("", "a", "/a", "a b:c", "1a:b", ":b", "a:", "urn:x y", "urn:x\n", "urn:\tx", "urn:<x>", "urn:`", "urn:{x}")
_DAYS = ("2024-02-29", "1900-01-01", "2999-12-31", "2000-02-29", "2023-12-31")
_NO_DAYS = (
    *("", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-1", "1899-12-31"),
    *(
        "3000-01-01",
        "0000-01-01",
        "2024-01-01\n",
        " 2024-01-01",
        "2024-01-01Z",
        "1735689600",
        1735689600,
        "２０２４-01-01",
    ),
)
_INSTANTS = ("2024-02-29T00:00:00Z", "2024-12-31T23:59:59Z")
_NO_INSTANTS = (
    *("", "2024-02-29", "2024-02-29T24:00:00Z", "2024-02-29T23:59:60Z", "2024-02-29T00:00:00", "2024-02-29t00:00:00z"),
    *("2024-02-29T00:00:00+00:00", "2024-02-29T00:00:00.0Z", "2024-02-29T00:00Z", "2023-02-29T00:00:00Z"),
    *("2024-02-29T00:00:00Z\n", "2024-02-29 00:00:00Z", 0),
)
_DIGEST = "sha-256:" + "0a" * 32
_FORMS: dict[str, tuple[tuple[Any, ...], tuple[Any, ...]]] = {
    "Decimal": (_DECIMALS, _NO_DECIMALS),
    "DecimalNonNegative": (("0", "0.001", "7", "10", "1000000"), ("-1", "-0.001", *_NO_DECIMALS)),
    "DecimalPositive": (("0.001", "1", "99.9", "100"), ("0", "-1", "-0.001", *_NO_DECIMALS)),
    "DecimalNonPositive": (("0", "-0.001", "-7", "-1000"), ("1", "0.001", *_NO_DECIMALS)),
    "DecimalFrom0To1": (("0", "0.5", "1", "0.999999999"), ("1.0001", "2", "10", "-0.1", *_NO_DECIMALS)),
    "DecimalFrom0To100": (("0", "9.99", "10", "99.9", "100"), ("100.1", "101", "1000", "-1", *_NO_DECIMALS)),
    "DecimalFrom1To5": (("1", "1.5", "4.999", "5"), ("0", "0.999", "5.1", "6", "10", "-1", *_NO_DECIMALS)),
    "Iri": (_IRIS, (*_NO_IRIS, 5, None)),
    "Reference": (_IRIS, (*_NO_IRIS, 5, None)),
    "Date": (_DAYS, _NO_DAYS),
    "DateTime": (_INSTANTS, _NO_INSTANTS),
    "Digest": ((_DIGEST,), ("", _DIGEST.upper(), _DIGEST[:-1], f"{_DIGEST}0", f"{_DIGEST}\n", "sha-512:" + "0a" * 32)),
    "Ucum": (("kg", "t/har", "{piece}", "kW.h", "10*3"), ("", "k g", "kg\n", " kg", "–", "㎏", 1)),
    "Iso3166_2": (("CN-45", "GB-ENG"), ("", "cn-45", "CN45", "CN-4567", "CN-45\n", "CN-")),
    "Iso3166_1": (("CN", "DE"), ("", "cn", "XX1", "CN\n", "CHN", 5)),
    "DayCount": (("ACT/360", "ACT/365.FIXED"), ("", "act/360", "ACT/360\n", "ACT/365")),
    "Text": (
        ("a", "荔枝", "a\nb", "a\tb\r", " ", "\n", "𠮷", "a\u0085"),
        ("", "\u0000", "a\u0008", "\u001f", "\ufffe", 5, None),
    ),
    "LocalizedText": (
        ({"en": "a"}, {"zh-hans": "荔枝", "en": "a"}, {"en-gb-oed": "x"}),
        ({}, {"EN": "a"}, {"e": "a"}, {"en\n": "a"}, {"en_GB": "a"}, {"en": ""}, {"en": 5}, {"": "a"}, "a", None),
    ),
    "Integer": ((0, 5, -5, 10**15 - 1), ("5", 5.5, True, None, 10**15, -(10**15))),
    "IntegerPositive": ((1, 10**15 - 1), (0, -1, "1", True, 10**15)),
    "IntegerFrom0To6": ((0, 6), (-1, 7, "0")),
    "Boolean": ((True, False), ("true", 0, 1, None, "")),
}


@pytest.fixture(scope="session")
def accepts(schemas: dict[str, dict[str, Any]]) -> Accepts:
    common = schemas["common"]
    registry: Registry[Any] = Registry().with_resources([(common["$id"], Resource.from_contents(common))])
    rust = jsonschema_rs.Registry([(common["$id"], common)])

    def verdicts(name: str, value: Any) -> dict[str, bool]:
        schema = {"$schema": common["$schema"], "$ref": f"{common['$id']}#/$defs/{name}"}
        python_name = "CanonicalDecimal" if name == "Decimal" else name
        kind = getattr(_base, python_name, None) or getattr(codes, python_name)
        try:
            TypeAdapter(kind).validate_json(json.dumps(value))
            typed = True
        except ValidationError:
            typed = False
        return {
            "jsonschema": jsonschema.Draft202012Validator(schema, registry=registry).is_valid(value),
            "jsonschema-rs": jsonschema_rs.Draft202012Validator(schema, registry=rust).is_valid(value),
            "pydantic": typed,
        }

    return verdicts


@pytest.mark.parametrize("name", list(_FORMS))
def test_every_engine_accepts_the_sound_spellings(name: str, accepts: Accepts) -> None:
    assert {repr(value): found for value in _FORMS[name][0] if not all((found := accepts(name, value)).values())} == {}


@pytest.mark.parametrize("name", list(_FORMS))
def test_every_engine_refuses_the_others(name: str, accepts: Accepts) -> None:
    assert {repr(value): found for value in _FORMS[name][1] if any((found := accepts(name, value)).values())} == {}


def test_every_lexical_form_of_the_schemas_is_in_the_table(schemas: dict[str, dict[str, Any]]) -> None:
    patterned = {name for name, node in schemas["common"]["$defs"].items() if "pattern" in node}
    assert patterned <= set(_FORMS)


def test_a_whole_number_written_5_0_is_left_to_the_reader(accepts: Accepts) -> None:
    """JSON Schema counts 5.0 as an integer and cannot see how it was written; strict models refuse it."""
    assert accepts("Integer", 5.0) == {"jsonschema": True, "jsonschema-rs": True, "pydantic": False}
