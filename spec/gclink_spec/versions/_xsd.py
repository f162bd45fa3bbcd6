"""Facts of the published XML Schema 1.0: types, elements and their occurrence, enumerations, forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from gclink_spec.versions._facts import Facet, Facts, Value

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"


def facts(files: Mapping[str, bytes]) -> Facts:
    """Return the facts of ``gclink.xsd``; the assertions of 1.1 are rules, which the requirements tell."""
    found: Facts = {}
    root = etree.fromstring(files["gclink"], etree.XMLParser(resolve_entities=False, no_network=True))
    for node in root:
        name = str(node.get("name"))
        if node.tag == f"{_XS}simpleType":
            found[name] = {Facet.IS: "form", **_simple(node)}
        elif node.tag == f"{_XS}complexType":
            found[name] = {Facet.IS: "class", Facet.FORM: _base(node)}
            for element in _elements(node):
                found[f"{name}.{element.get('name') or element.get('ref')}"] = _element(element)
    return found


def _elements(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag == f"{_XS}element":
            yield child
        elif child.tag in (
            f"{_XS}{kind}" for kind in ("complexContent", "extension", "restriction", "sequence", "choice")
        ):
            yield from _elements(child)


def _base(node: Any) -> str:
    for kind in ("extension", "restriction"):
        if (inner := node.find(f".//{_XS}{kind}")) is not None:
            return f"{kind} of {inner.get('base')}"
    return "sequence"


def _element(node: Any) -> dict[str, Value]:
    least, most = int(node.get("minOccurs", "1")), node.get("maxOccurs", "1")
    facets: dict[str, Value] = {
        Facet.IS: "field",
        Facet.REQUIRED: least > 0,
        Facet.LEAST: least,
        Facet.FORM: node.get("type") or "inline",
    }
    if most != "unbounded":
        facets[Facet.MOST] = int(most)
    return facets


def _simple(node: Any) -> dict[str, Value]:
    codes = frozenset(each.get("value") for each in node.iter(f"{_XS}enumeration"))
    others = sorted(
        f"{each.tag.removeprefix(_XS)} {each.get('value')}"
        for each in node.iter()
        if isinstance(each.tag, str) and each.get("value") is not None and each.tag != f"{_XS}enumeration"
    )
    restriction = node.find(f"{_XS}restriction")
    base = restriction.get("base") if restriction is not None else "union"
    facets: dict[str, Value] = {Facet.FORM: "; ".join([str(base), *others])}
    return {**facets, Facet.ONE_OF: codes} if codes else facets
