"""XML Schema 1.0: the normative structure of the XML form, readable by lxml, the JDK and every generator.

One namespace, one type per class, the members in the order of the model. What XSD 1.0 cannot see (a language written
twice, an item written twice, NFC) the reader decides, and the comment at the top of the file says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gclink_spec import lexical
from gclink_spec._model import Field, Model, Text
from gclink_spec.emit import _xsd_names as names
from gclink_spec.emit._xml import Element, element, render
from gclink_spec.emit._xsd_complex import Variant, complex_types, own_fields
from gclink_spec.emit._xsd_simple import annotation, simple_types

PATH = "schemas/xsd/gclink.xsd"
XML_PATH = "schemas/xsd/xml.xsd"

_XSD = "http://www.w3.org/2001/XMLSchema"
_XML = "http://www.w3.org/XML/1998/namespace"

_READER_DECIDES = (
    "Decided by the reader, because XSD 1.0 cannot: a language occurs once per member; arrays are sets, so an item "
    "occurs once; text is NFC; no attribute but xml:lang; no document type declaration. White space around a value "
    "is dropped except in text."
)
_CLOSED = "xsi:type and xsi:nil are never used: blockDefault forbids a substituted type, and nothing is nillable."


def emit(model: Model) -> dict[str, bytes]:
    """Return the schema of structure and the small schema of the attribute xml:lang."""
    return {
        PATH: render(schema(model), _READER_DECIDES, _CLOSED),
        XML_PATH: render(_xml_schema(), "The one attribute of the XML form, here so that nothing is fetched."),
    }


def plain_variant(field: Field) -> Variant:
    """Return the type of an embedded field when no rule is left out anywhere."""
    return Variant(names.complex_type(field), field)


def schema(
    model: Model,
    variant_of: Callable[[Field], Variant] = plain_variant,
    asserts: Callable[[str], Iterable[Element]] = lambda _: (),
    without: Callable[[Variant], Iterable[Element]] = lambda _: (),
) -> Element:
    """Return the schema element; the three functions let XSD 1.1 add assertions to the same structure."""
    fields = tuple(field for cls in model.classes.values() for field in own_fields(cls))
    types = [
        *simple_types(model, fields),
        _localized_text(model),
        *complex_types(model, variant_of, asserts, without),
    ]
    _refuse_clashes(types)
    return Element(
        "xs:schema",
        (
            ("xmlns:xs", _XSD),
            ("xmlns", model.base),
            ("xmlns:g", model.base),
            ("targetNamespace", model.base),
            ("elementFormDefault", "qualified"),
            ("blockDefault", "#all"),
            ("version", model.version),
        ),
        (
            element("xs:import", namespace=_XML, schemaLocation="xml.xsd"),
            *_roots(model),
            *types,
        ),
    )


def _roots(model: Model) -> list[Element]:
    documents = [element("xs:element", name=name, type=name) for name in model.documents]
    choice = element(
        "xs:choice",
        *(element("xs:element", ref=name) for name in model.documents),
        maxOccurs="unbounded",
    )
    note = annotation(Text("Several documents in one file.", "一个文件中的多个文档。"))
    return [*documents, element("xs:element", note, element("xs:complexType", choice), name="Bundle")]


def _localized_text(model: Model) -> Element:
    cls = model.classes["LocalizedText"]
    return element(
        "xs:complexType",
        annotation(cls.label, cls.definition),
        element(
            "xs:simpleContent",
            element("xs:extension", element("xs:attribute", ref="xml:lang", use="required"), base="Text"),
        ),
        name="LocalizedText",
    )


def _xml_schema() -> Element:
    # Not xs:token, which would pass over blanks around a tag: the tag is taken exactly, as in the other syntaxes.
    restriction = element("xs:restriction", element("xs:pattern", value=lexical.LANGUAGE), base="xs:string")
    lang = element("xs:attribute", element("xs:simpleType", restriction), name="lang")
    return element("xs:schema", lang, xmlns__xs=_XSD, targetNamespace=_XML)


def _refuse_clashes(types: list[Element]) -> None:
    seen: dict[str, Element] = {}
    for made in types:
        name = dict(made.attributes)["name"]
        if seen.setdefault(name, made) is not made:
            raise ValueError(f"two types of the XML Schema would be called {name}")
