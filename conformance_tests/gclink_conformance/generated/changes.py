"""How to break one constraint of one member: the changes, and the syntaxes that can carry each."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from gclink._model import Bound, Field, model
from gclink._rdf_names import is_concept

from gclink_conformance.generated.broken_xml import Inside

JSON, XML, RDF = frozenset({"json"}), frozenset({"xml"}), frozenset({"rdf"})
ALL = JSON | XML | RDF
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one member of an object, where below the member its fault stands, and who can carry it.

    ``node`` says that the change can also be made to the ``id`` of a document, which is a node in RDF;
    ``always`` that no choice among many changes leaves it out.
    """

    put: Callable[[dict[str, Any], str], Any]
    where: Path = ()
    syntaxes: frozenset[str] = ALL
    node: bool = False
    always: bool = False


def changes(field: Field, kind: str, value: Any, *, root: bool) -> Iterator[Change]:
    """Yield the ways to break a constraint, given the member's sound value."""
    single = value[0] if field.many else value
    match kind:
        case "required":
            yield Change(lambda holder, name: holder.pop(name), node=root)
        case "cardinality":
            yield from _cardinality(field, value)
        case "type":
            for wrong, syntaxes in _types(field, single):
                # A flag that is 1, and an object that is a text, are the mistakes that are made.
                often = wrong in ("text", "true", 1) and (field.embedded or field.type == "boolean")
                yield replace(_inside(field, wrong, syntaxes), always=often)
            if field.type == "LocalizedText":
                yield Change(_set({"en": 5}), ("en",), JSON)
                yield replace(_inside(field, {"@value": "text", "@type": "xsd:token"}, RDF), always=True)
            elif not field.embedded and not is_concept(field):
                yield replace(_inside(field, _typed(field, single), RDF), always=True)
                for whole in _more(field) if field.type == "decimal" else ():
                    if whole.removeprefix("-").isdigit():
                        yield replace(_inside(field, int(whole), JSON | RDF), always=True)
                        break
        case "pattern":
            for text in _bad_forms(field):
                made = _inside(field, text, ALL if text.strip() == text and text else ALL - XML, node=True)
                yield replace(made, always=text in _EMPTY)
            for text in (f"{single}\n", f" {single}"):
                yield _always(field, text)
            yield _inside(field, "", ALL, node=True)
            # A sound value with something before or after it, or on a line of its own: what a loose pattern lets in.
            for text in (f"{single} ", f"\n{single}", f"{_sound(field, single)}\n"):
                yield _always(field, text)
            # The number itself, not in its one spelling: within every bound, so that the form alone is at fault.
            for text in _spellings(single) if field.type == "decimal" else ():
                yield replace(_inside(field, text, ALL), always=True)
            if field.type in ("iri", "ref"):
                yield replace(_inside(field, _EMPTY[1], RDF, node=True), always=True)
        case "text" if field.type == "LocalizedText":
            yield Change(_set({"zh": "荔枝", "en": ""}), ("en",))
        case "text":
            yield _inside(field, "", ALL)
        case "enum":
            other = next((code for code in sorted(field.codes or field.values) if code != single), single)
            for text in ("no_such_code", "", str(single).swapcase(), str(other).swapcase()):
                if text not in field.codes and text not in field.values:
                    yield _inside(field, text, ALL)
        case "min" | "max":
            assert field.bound is not None
            for number in _beyond(field, kind):
                yield _number(field, number)
            end = field.bound.minimum if kind == "min" else field.bound.maximum
            if field.bound.exclusive_minimum if kind == "min" else field.bound.exclusive_maximum:
                yield replace(_number(field, format(end, "f")), always=True)
        case "unit":
            yield _member(field, "unit", "[lb_av]")
        case "scheme":
            others = model().classes[field.type].fields["scheme"].codes - set(
                field.restrict[1] if field.restrict else ()
            )
            yield _member(field, "scheme", min(others))
        case "unique":
            yield Change(_set([single, copy.deepcopy(single)]), (1,), JSON | XML)
        case "language":
            yield from _languages()
        case _:
            raise AssertionError(kind)


def _set(value: Any) -> Callable[[dict[str, Any], str], None]:
    def put(holder: dict[str, Any], name: str) -> None:
        holder[name] = copy.deepcopy(value)

    return put


def _inside(field: Field, value: Any, syntaxes: frozenset[str], *, node: bool = False) -> Change:
    """Put a value where the member is, or in the place of its first item."""
    if not field.many:
        return Change(_set(value), (), syntaxes, node)

    def put(holder: dict[str, Any], name: str) -> None:
        holder[name] = [copy.deepcopy(value), *holder[name][1:]]

    return Change(put, (0,), syntaxes)


def _always(field: Field, text: str) -> Change:
    return replace(_inside(field, text, JSON | RDF), always=True)


def _member(field: Field, member: str, value: Any) -> Change:
    """Put a value into one member of the embedded object, of the first one where there are several."""
    if field.many:
        return Change(lambda holder, name: _set(value)(holder[name][0], member), (0, member))
    return Change(lambda holder, name: _set(value)(holder[name], member), (member,))


def _number(field: Field, text: str) -> Change:
    if field.embedded:
        return _member(field, "amount" if field.type == "Money" else "value", text)
    return _inside(field, int(text) if field.type == "integer" else text, ALL)


def _cardinality(field: Field, value: Any) -> Iterator[Change]:
    if not field.many:
        yield Change(_set([value]), (), JSON)
        if field.type == "LocalizedText":
            return
        other = _others(field, [value], 1)
        yield Change(_set([value, *other]), (), ALL)
        if not field.embedded and all(item == value for item in _more(field)):
            yield Change(_set([value, value]), (), XML)
        return
    yield Change(_set(value[0]), (), JSON)
    if field.maximum is not None:
        yield Change(_set([*value, *_others(field, value, field.maximum + 1 - len(value))]), ())
    if field.minimum > 1:
        yield Change(_set(value[: field.minimum - 1]), ())


#: Per type, further values of the right form; a number takes those that its bound admits.
_MORE: dict[str, tuple[Any, ...]] = {
    "text": ("another", "one more", "a third"),
    "decimal": ("0.5", "0.25", "0.75", "1", "2", "-0.5", "-0.25", "-1"),
    "integer": (1, 2, 3, 2020, 2021, 2022),
    "boolean": (True, False, True),
    "date": ("2026-01-01", "2026-01-02", "2026-01-03"),
    "dateTime": ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"),
    "iri": ("urn:a:1", "urn:a:2", "urn:a:3"),
    "ref": ("urn:a:1", "urn:a:2", "urn:a:3"),
    "digest": tuple("sha-256:" + figure * 64 for figure in "012"),
    "ucum": ("kg", "t", "m2"),
    "code": ("CN-45", "CN-44", "CN-43"),
}


def _more(field: Field) -> list[Any]:
    found = sorted(field.codes or field.values) or _MORE.get(field.format or field.type) or _MORE["text"]
    return [item for item in found if field.bound is None or _within(field.bound, Decimal(str(item)))]


def _within(bound: Bound, number: Decimal) -> bool:
    return not bound.below(number) and not bound.above(number)


def _others(field: Field, values: list[Any], count: int) -> list[Any]:
    """Return further values that differ from those given, as far as the field has any."""
    if field.embedded:
        return [copy.deepcopy(values[0]) for _ in range(count)]
    others = [item for item in _more(field) if item not in values]
    return [*others, "another", "one more", "a third"][:count]


def _typed(field: Field, value: Any) -> dict[str, str]:
    """Return the sound text as a literal of another datatype, as the expanded form of JSON-LD writes it."""
    datatype = {"text": "xsd:token", "code": "xsd:token", "integer": "xsd:decimal"}.get(field.type, "xsd:string")
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return {"@value": text, "@type": datatype}


def _spellings(number: str) -> tuple[str, str]:
    """Return other spellings of a number in canonical form."""
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    return f"{sign}0{digits}", f"{number}0" if "." in number else f"{number}.0"


def _types(field: Field, value: Any) -> list[tuple[Any, frozenset[str]]]:
    """Return values of another kind than the field's."""
    if field.embedded:
        return [("text", JSON | RDF), ({"type": "Nonsense"}, JSON | RDF), ({}, JSON | RDF), (5, JSON | RDF)]
    if field.type == "LocalizedText":
        return [("text", JSON | RDF), ([], frozenset())]
    if field.type == "integer":
        return [
            (str(value), JSON | RDF),
            (True, JSON | RDF),
            (10**15, ALL),
            (1.5, JSON | XML),
            ("text", XML),
            ("+1", XML),
            ("01", XML),
            ("-0", XML),
            (Inside(f"{value}<unheardOf/>"), XML),
        ]
    if field.type == "boolean":
        return [("true", JSON | RDF), (1, ALL), ("True", XML), (Inside("true<unheardOf/>"), XML)]
    return [
        (5, JSON | RDF),
        (False, JSON | RDF),
        ({"en": "x"}, JSON),
        (Inside(f"{escape(str(value))}<unheardOf/>"), XML),
    ]


#: Per type or format, texts that are nearly of the form; none may be of the form in any syntax.
_FORMS: dict[str, tuple[str, ...]] = {
    "decimal": ("05", "1.50", "-0", "+1", "1e3", ".5", "5.", "٣", "1234567890123456", "0.1234567891", "NaN", "INF"),
    "date": ("2026-02-30", "2025-02-29", "1899-12-31", "3000-01-01", "2026-1-1", "2026-01-01Z", "20260101", "text"),
    "dateTime": (
        "2026-01-01T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00+08:00",
        "2026-01-01T00:00:00.5Z",
        "2026-02-30T00:00:00Z",
        "1735689600",
    ),
    "iri": ("no-scheme", "/relative", "http://a b", "1a:b", "x:"),
    "ref": ("no-scheme", "/relative", "http://a b", "1a:b", "x:"),
    "digest": ("sha-256:00", "sha-256:" + "A" * 64, "sha-512:" + "0" * 64),
    "ucum": ("k g", "吨"),
    "code": ("cn-45", "C-45", "CN45"),
}


def _sound(field: Field, value: str) -> str:
    """Return a sound value other than the given one, within the member's bound."""
    return str(next(item for item in _more(field) if item != value))


#: Schemes with nothing behind them: IRIs to a reader of RDF, which leaves it to the pattern to refuse them.
_EMPTY = ("x:", "mailto:")


def _bad_forms(field: Field) -> Iterator[str]:
    for text in _FORMS[field.format or field.type]:
        assert field.pattern is not None
        assert not field.pattern.fullmatch(text), (field.name, text)
        yield text


def _beyond(field: Field, kind: str) -> Iterator[str]:
    bound = field.bound
    assert bound is not None
    end = bound.minimum if kind == "min" else bound.maximum
    assert end is not None
    sign = -1 if kind == "min" else 1
    yield format(end + sign, "f")
    if field.type != "integer":
        yield format((end + sign).quantize(end + sign) * 1000 if end else end + sign * 1000, "f")
        # By the smallest step that a decimal can take.
        yield format(end + sign * type(end)("0.000000001"), "f")


def _languages() -> Iterator[Change]:
    yield Change(_set({"en": "x", "EN": "x"}), ("EN",), JSON | XML)
    yield Change(_set({"zh": "x", "zh-Hans": "x"}), ("zh-Hans",), JSON | XML)
    yield Change(_set({"en": "x", "english-language": "x"}), ("english-language",), JSON | XML)
    yield Change(_set({"en": "x", "en\n": "x"}), ("en\n",), JSON)
    yield Change(_set({"en": "x", "": "x"}), ("",), JSON)
    yield Change(_set({}), (), JSON)
    yield Change(_set({"en": "x", None: "x"}), (), XML)
