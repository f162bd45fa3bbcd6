"""An invoice or credit note as nodes: XML in the UBL namespaces, or JSON with ``_D``, ``_A``, ``_B`` and ``_``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._json import Digits, escape, parse
from gclink.bridges._nodes import Node, from_xml
from gclink.bridges._numbers import bounded
from gclink.errors import Unreadable, UnreadableInput
from gclink.limits import Limits

__all__ = ["CAC", "CBC", "NAMESPACE", "PREFIXES", "amount_of", "day_of", "is_json", "read_source", "root_namespace"]

NAMESPACE: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC: Final = NAMESPACE + "CommonAggregateComponents-2"
CBC: Final = NAMESPACE + "CommonBasicComponents-2"
PREFIXES: Final = {CAC: "cac", CBC: "cbc"}


def is_json(raw: bytes) -> bool:
    """Whether the bytes begin as a JSON object does."""
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def read_source(raw: bytes, source: str, limits: Limits) -> Node:
    """Return the root element, the same for every syntax; raises UnreadableInput."""
    if not is_json(raw):
        return from_xml(raw, source, PREFIXES, limits)
    tree = parse(raw, source, limits)
    names = [name for name in tree if not name.startswith("_")]
    if len(names) != 1 or not isinstance(tree.get("_D"), str):
        raise UnreadableInput(
            Unreadable.UNKNOWN_FORMAT,
            Text(
                "a UBL document in JSON has _D and one member for the document",
                "JSON 形式的 UBL 文档含 _D 与一个文档成员",
            ),
            Text("give the document as published", "请按公布的形式给出文档"),
            source=source,
        )
    roots = list(_nodes(names[0], tree[names[0]], f"/{escape(names[0])}", tree["_D"]))
    if len(roots) != 1:
        raise UnreadableInput(
            Unreadable.UNKNOWN_FORMAT,
            Text(f"{len(roots)} documents in one file", f"一个文件中有 {len(roots)} 份文档"),
            Text("give one document per file", "每个文件只含一份文档"),
            source=source,
        )
    return roots[0]


def root_namespace(root: Node) -> str:
    """Return the namespace that the document type has."""
    return f"{NAMESPACE}{root.name}-2"


def _nodes(name: str, value: Any, path: str, namespace: str) -> Iterator[Node]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _nodes(name, item, f"{path}/{index}", namespace)
        return
    if not isinstance(value, dict):
        yield Node(name, namespace, path, _text(value), number=isinstance(value, Digits))
        return
    attributes = {key: item for key, item in value.items() if key != "_" and isinstance(item, str)}
    children = tuple(
        child
        for key, item in value.items()
        if key != "_" and not isinstance(item, str)
        for child in _nodes(key, item, f"{path}/{escape(key)}", CAC)
    )
    own = value.get("_")
    yield Node(
        name,
        namespace,
        f"{path}/_" if "_" in value else path,
        "" if own is None else _text(own),
        attributes,
        children,
        number=isinstance(own, Digits),
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip(" \t\r\n") if isinstance(value, str) else ""


def amount_of(node: Node | None) -> Decimal | None:
    """Return the exact value of a node that holds a number, or nothing where it holds none.

    XML Schema allows a leading plus, a bare leading or trailing point; JSON numbers may carry an exponent.
    """
    if node is None or (not node.number and "e" in node.text.lower()):
        return None
    return bounded(node.text)


def day_of(text: str) -> tuple[str | None, bool]:
    """Return a date without its time zone, None for what is no day, and whether there was a zone."""
    day, zone = text[:10], text[10:]
    try:
        date.fromisoformat(day)
    except ValueError:
        return None, bool(zone)
    fits = zone in ("", "Z") or (len(zone) == 6 and zone[0] in "+-" and zone[3] == ":" and zone[1:3].isdigit())
    return (day if fits and "1900" <= day[:4] <= "2999" and day[4] == "-" else None), bool(zone)
