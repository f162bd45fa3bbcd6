"""XPath engines behind one call: does this condition hold for the root element of this document?"""

from __future__ import annotations

import decimal
from typing import Any, Protocol

from documents import NAMESPACE
from elementpath import XPath2Parser, XPathContext, get_node_tree
from lxml import etree

_PREFIXES = {"g": NAMESPACE, "xs": "http://www.w3.org/2001/XMLSchema"}


class Engine(Protocol):
    def holds(self, condition: str, document: bytes) -> bool: ...


class ElementPath:
    def __init__(self) -> None:
        self._parsed: dict[str, Any] = {}

    def holds(self, condition: str, document: bytes) -> bool:
        if condition not in self._parsed:
            self._parsed[condition] = XPath2Parser(namespaces=_PREFIXES).parse(condition)
        token = self._parsed[condition]
        tree = get_node_tree(etree.fromstring(document))
        with decimal.localcontext(decimal.Context(prec=80)):
            return bool(token.boolean_value(token.select(XPathContext(tree, item=tree))))


class Saxon:
    def __init__(self, saxonche: Any) -> None:
        self._processor = saxonche.PySaxonProcessor(license=False)
        self._compiler = self._processor.new_xpath_processor()
        self._compiler.set_language_version("2.0")
        for prefix, uri in _PREFIXES.items():
            self._compiler.declare_namespace(prefix, uri)

    def holds(self, condition: str, document: bytes) -> bool:
        node = self._processor.parse_xml(xml_text=document.decode())
        self._compiler.set_context(xdm_item=node.children[0])
        return bool(self._compiler.effective_boolean_value(condition))
