"""The complex types of the XML Schema: one per class, and narrowed ones where a field restricts an embedded object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gclink_spec._model import Class, Field, Kind, Model
from gclink_spec.constraints import kinds_of, requirement_of
from gclink_spec.emit import _xsd_names as names
from gclink_spec.emit._xml import Element, element
from gclink_spec.emit._xsd_simple import annotation

#: What a class asserts (XSD 1.1) at a place; the plain schema asserts nothing.
Asserts = Callable[[str], Iterable[Element]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A narrowed form of an embedded class: by bound, by set, or without some of the class's rules (XSD 1.1 only)."""

    name: str
    field: Field
    without: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether the variant is the class's own type."""
        return self.name == self.field.type


def own_fields(cls: Class) -> tuple[Field, ...]:
    """Return the fields of a class that XML writes: all but the discriminator, which the element's name says."""
    return tuple(field for field in cls.fields if field.format != "className")


def complex_types(
    model: Model,
    variant_of: Callable[[Field], Variant],
    asserts: Asserts,
    without: Callable[[Variant], Iterable[Element]],
) -> list[Element]:
    """Return the type of every class and of every variant in use, in model order."""
    made: list[Element] = []
    variants: dict[str, Variant] = {}
    for cls in model.classes.values():
        if cls.name != "LocalizedText":
            made.append(_class_type(model, cls, variant_of, asserts(cls.name)))
        for field in own_fields(cls):
            if field.embedded:
                variant = variant_of(field)
                variants.setdefault(variant.name, variant)
    narrowed = sorted((v for v in variants.values() if not v.plain), key=lambda v: v.name)
    return made + [_variant_type(model, variant, variant_of, without(variant)) for variant in narrowed]


def _class_type(
    model: Model, cls: Class, variant_of: Callable[[Field], Variant], asserts: Iterable[Element]
) -> Element:
    members = element("xs:sequence", *(_member(model, field, _type(field, variant_of)) for field in own_fields(cls)))
    note = annotation(cls.label, cls.definition, info=f"{cls.name} closed:GCL-COR-002")
    body: tuple[Element, ...] = (members, *asserts)
    if cls.parent is not None:
        body = (element("xs:complexContent", element("xs:extension", *body, base=cls.parent)),)
    if cls.kind is Kind.ABSTRACT:
        return element("xs:complexType", note, *body, name=cls.name, abstract="true")
    return element("xs:complexType", note, *body, name=cls.name)


def _variant_type(
    model: Model, variant: Variant, variant_of: Callable[[Field], Variant], asserts: Iterable[Element]
) -> Element:
    """Derive by restriction, so that the class's rules are inherited; a variant without some rules stands alone."""
    field = variant.field
    members = []
    for member in model.fields_of(field.type):
        kind = _type(member, variant_of)
        if field.bound is not None and member.name == names.BOUNDED_MEMBER[field.type]:
            kind = f"Decimal{names.bound_suffix(field.bound)}"
        elif field.restrict is not None and member.name == field.restrict[0]:
            kind = names.restricted_set_type(field.restrict)
        members.append(_member(model, member, kind, noted=False))
    sequence = element("xs:sequence", *members)
    if variant.without:
        return element("xs:complexType", sequence, *asserts, name=variant.name)
    return element(
        "xs:complexType",
        element("xs:complexContent", element("xs:restriction", sequence, base=field.type)),
        name=variant.name,
    )


def _type(field: Field, variant_of: Callable[[Field], Variant]) -> str:
    if field.type == "LocalizedText":
        return field.type
    return variant_of(field).name if field.embedded else names.simple_type(field)


def _member(model: Model, field: Field, type_name: str, noted: bool = True) -> Element:
    keys = " ".join(f"{kind}:{requirement_of(model, field, kind)}" for kind in kinds_of(model, field))
    note = annotation(field.label, field.definition, info=f"{field.owner}.{field.name} {keys}") if noted else None
    attributes = {"name": field.name, "type": type_name}
    if field.minimum != 1:
        attributes["minOccurs"] = str(field.minimum)
    languages = field.type == "LocalizedText"
    if languages or field.maximum != 1:
        attributes["maxOccurs"] = "unbounded" if languages or field.maximum is None else str(field.maximum)
    return element("xs:element", note, **attributes)
