"""The simple types of the XML Schema: lexical forms, bounds, code lists, sets of units and schemes."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec import lexical
from gclink_spec._model import Bound, Code, CodeList, Field, Model, Text
from gclink_spec.emit import _xsd_names as names
from gclink_spec.emit._xml import Element, element

#: XSD has no escapes by number; what XML cannot hold at all needs no exclusion.
_ESCAPES = {"\\u0000-\\u0020": "\t\n\r ", "\\u007F-\\u009F": "\x7f-\x9f", "+.-]": "+.\\-]"}


def pattern(source: str) -> str:
    """Return a pattern of ``gclink_spec.lexical`` in the spelling of XSD."""
    for common, own in _ESCAPES.items():
        source = source.replace(common, own)
    return source


def annotation(label: Text | None, definition: Text | None = None, info: str | None = None) -> Element | None:
    """Return an annotation in both languages, label before definition, and the constraint keys for a machine."""
    parts = [element("xs:appinfo", source=names.CONSTRAINTS, text=info)] if info is not None else []
    for language, colon in (("en", ": "), ("zh", "：")):
        words = [getattr(text, language) for text in (label, definition) if text is not None]
        written = colon.join(dict.fromkeys(word for word in words if word))
        if written:
            parts.append(element("xs:documentation", xml_lang=language, text=written))
    return element("xs:annotation", *parts) if parts else None


def simple_types(model: Model, fields: tuple[Field, ...]) -> list[Element]:
    """Return every simple type that the given fields use, in a stable order."""
    return [
        *_lexical_types(),
        *_bounded_types(fields),
        *_set_types(model, fields),
        *(_code_list_type(model.code_lists[name]) for name in _used_lists(model, fields)),
        *_value_types(fields),
    ]


def _restriction(name: str, base: str, *facets: tuple[str, str], note: Text | None = None) -> Element:
    return element(
        "xs:simpleType",
        annotation(note),
        element("xs:restriction", *(element(f"xs:{facet}", value=value) for facet, value in facets), base=base),
        name=name,
    )


def _lexical_types() -> Iterator[Element]:
    def made(name: str, base: str, source: str, en: str, zh: str) -> Element:
        return _restriction(name, base, ("pattern", pattern(source)), note=Text(en, zh))

    yield _restriction(
        "Text",
        "xs:string",
        ("minLength", "1"),
        note=Text("Text, not empty, taken exactly as written; NFC.", "非空文本，原样读取，采用 NFC。"),
    )
    yield made("Decimal", "xs:decimal", lexical.DECIMAL, "Decimal in canonical form.", "规范形式的十进制数。")
    yield made("Integer", "xs:integer", lexical.INTEGER, "Integer in canonical form.", "规范形式的整数。")
    yield made("Boolean", "xs:boolean", "true|false", "true or false.", "true 或 false。")
    yield made("Date", "xs:date", lexical.DATE, "Calendar day, years 1900 to 2999.", "日历日，1900 至 2999 年。")
    yield made("DateTime", "xs:dateTime", lexical.DATE_TIME, "Instant in UTC, to the second.", "UTC 时刻，精确到秒。")
    yield made("Iri", "xs:token", lexical.IRI, "Absolute IRI.", "绝对 IRI。")
    yield _restriction("Reference", "Iri", note=Text("IRI of another document.", "另一文档的 IRI。"))
    yield made("Digest", "xs:token", lexical.DIGEST, "SHA-256 of the canonical form.", "规范形式的 SHA-256。")
    yield made("UcumCode", "xs:token", lexical.UCUM, "Unit of measure, UCUM.", "UCUM 计量单位。")


def _bounded_types(fields: tuple[Field, ...]) -> Iterator[Element]:
    bounded: dict[str, tuple[str, Bound]] = {}
    for field in fields:
        if field.bound is not None:
            base = "Integer" if field.type == "integer" else "Decimal"
            bounded[base + names.bound_suffix(field.bound)] = (base, field.bound)
    for name, (base, bound) in sorted(bounded.items()):
        facets = []
        if bound.minimum is not None:
            facets.append(("minExclusive" if bound.exclusive_minimum else "minInclusive", f"{bound.minimum:f}"))
        if bound.maximum is not None:
            facets.append(("maxExclusive" if bound.exclusive_maximum else "maxInclusive", f"{bound.maximum:f}"))
        yield _restriction(name, base, *facets)


def _set_types(model: Model, fields: tuple[Field, ...]) -> Iterator[Element]:
    sets = {names.restricted_set_type(f.restrict): (f, f.restrict) for f in fields if f.restrict is not None}
    for name, (field, (member, values)) in sorted(sets.items()):
        narrowed = model.field(field.type, member)
        assert narrowed is not None
        base = names.simple_type(narrowed)
        yield _restriction(name, base, *(("enumeration", value) for value in values))


def _used_lists(model: Model, fields: tuple[Field, ...]) -> tuple[str, ...]:
    used = {field.code_list for field in fields if field.type == "code"}
    return tuple(name for name in model.code_lists if name in used)


def _code_list_type(code_list: CodeList) -> Element:
    name = names.code_type(code_list.name)
    note = annotation(code_list.label, code_list.definition)
    if code_list.pattern is not None:
        facets = [element("xs:pattern", value=pattern(code_list.pattern))]
    else:
        facets = [element("xs:enumeration", _code_note(code), value=code.value) for code in code_list.codes]
    return element("xs:simpleType", note, element("xs:restriction", *facets, base="xs:token"), name=name)


def _code_note(code: Code) -> Element | None:
    if code.label == Text(code.value, code.value):
        return annotation(code.definition)
    return annotation(code.label, code.definition)


def _value_types(fields: tuple[Field, ...]) -> Iterator[Element]:
    for field in sorted((f for f in fields if f.values), key=lambda f: f.name):
        yield _restriction(names.values_type(field), "xs:token", *(("enumeration", value) for value in field.values))
