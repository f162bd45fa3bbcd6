"""A foreign document as named nodes, the same for XML and for JSON, each knowing where it stands in the source.

Invoices and messages exist in XML and in JSON with one meaning; a bridge reads both through these nodes, so that the
two syntaxes give one result and every finding still names the XPath or JSON pointer of its own file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gclink._xml_reader import parse_xml
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["Node", "from_xml", "plain_doctype_removed"]

_XSI_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"
#: A document type that names the root and nothing else: no subset, no outside file, so nothing it could do.
_EMPTY_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[ \t\r\n]+[A-Za-z_][\w.:-]*[ \t\r\n]*>")
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Node:
    """One element or member: its local name, its namespace, its text, its attributes and what it holds.

    ``text`` is stripped of the white space around it; a node that holds others has no text of its own. Attributes of a
    namespace have its name before theirs in braces. ``number`` says that the source wrote a JSON number, ``nil`` that
    an XML element says it has no value.
    """

    name: str
    namespace: str
    path: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    number: bool = False
    nil: bool = False

    def all(self, path: str) -> list[Node]:
        """Return every node at a path of local names (``Party/PartyName/Name``)."""
        found = [self]
        for step in path.split("/"):
            found = [child for node in found for child in node.children if child.name == step]
        return found

    def first(self, path: str) -> Node | None:
        """Return the first node at a path, or nothing."""
        found = self.all(path)
        return found[0] if found else None

    def value(self, path: str) -> str | None:
        """Return the text of the first node at a path that has one, or nothing."""
        return next((node.text for node in self.all(path) if node.text), None)

    def walk(self) -> Iterator[Node]:
        """Return this node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def plain_doctype_removed(raw: bytes) -> bytes:
    """Return the bytes with a document type that declares nothing blanked out, lines and columns kept.

    Some published events carry one. Any other is left where it is, so that the reader refuses it.
    """
    found = _EMPTY_DOCTYPE.search(raw)
    if found is None or raw.count(b"<!DOCTYPE") != 1:
        return raw
    return raw[: found.start()] + re.sub(rb"[^\r\n]", b" ", found[0]) + raw[found.end() :]


def from_xml(raw: bytes, source: str, prefixes: Mapping[str, str], limits: Limits = DEFAULT_LIMITS) -> Node:
    """Return the root of an XML file, read as the library reads any XML: no entities, nothing fetched.

    ``prefixes`` gives the prefix that paths show for a namespace. Raises UnreadableInput.
    """
    root = parse_xml(plain_doctype_removed(raw.removeprefix(_BOM)), source, limits)
    return _of_element(root, "/" + _shown(root.tag, prefixes), prefixes)


def _of_element(element: Any, path: str, prefixes: Mapping[str, str]) -> Node:
    namespace, name = _split(element.tag)
    inner = [child for child in element if isinstance(child.tag, str)]
    shown = [_shown(child.tag, prefixes) for child in inner]
    total, seen = Counter(shown), Counter[str]()
    children = []
    for child, step in zip(inner, shown, strict=True):
        seen[step] += 1
        place = f"{path}/{step}[{seen[step]}]" if total[step] > 1 else f"{path}/{step}"
        children.append(_of_element(child, place, prefixes))
    return Node(
        name=name,
        namespace=namespace,
        path=path,
        text="" if children else (element.text or "").strip(" \t\r\n"),
        attributes={key: value for key, value in element.attrib.items() if key != _XSI_NIL},
        children=tuple(children),
        nil=element.get(_XSI_NIL) in ("true", "1"),
    )


def _split(tag: str) -> tuple[str, str]:
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name


def _shown(tag: str, prefixes: Mapping[str, str]) -> str:
    namespace, name = _split(tag)
    prefix = prefixes.get(namespace, "")
    return f"{prefix}:{name}" if prefix else name
