"""XML into the canonical tree, by the model: what each element means is known from its name and its class.

What the XML form gets wrong before there is a tree (order, attributes, loose text) is a fault here; everything else
(missing, unknown, ill-formed members) stays in the tree as it stands, and structure judges it as for every syntax.
DTDs, entities and anything that would be fetched are refused before parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from gclink import _xml_texts as texts
from gclink._json_problems import text_faults
from gclink._model import Class, Field, model
from gclink._xml_names import BUNDLE, XML_LANG, XSI, local, qualified
from gclink.errors import LimitExceeded, Text, Unreadable, UnreadableInput
from gclink.limits import Limits
from gclink.structure import Fault, Path

_DECLARED_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_INTEGER: Final = re.compile("0|-?[1-9][0-9]{0,14}")
_BLANKS: Final = re.compile("[ \t\r\n]+")
_HINTS: Final = frozenset({f"{XSI}schemaLocation", f"{XSI}noNamespaceSchemaLocation"})


@dataclass(slots=True)
class XmlDocument:
    """One document read from XML: its tree, what the XML form got wrong, and where things stand."""

    tree: dict[str, Any]
    faults: list[Fault]
    root: Any
    places: dict[Path, Any] = field(default_factory=dict)

    def locate(self, path: Path) -> tuple[int | None, int | None]:
        """Return the line of the nearest element to a path (XML parsers keep no columns)."""
        if not self.places:
            _read_object(model().classes[self.tree["type"]], self.root, (), [], self.places) if model().document(
                self.tree.get("type")
            ) else None
        while True:
            element = self.places.get(path)
            if element is not None:
                return element.sourceline, None
            if not path:
                return self.root.sourceline, None
            path = path[:-1]


def read_xml(raw: bytes, source: str, limits: Limits) -> list[XmlDocument]:
    """Return the documents of an XML file: one, or those below a Bundle element.

    Raises UnreadableInput with line and column for anything that is not well-formed, UTF-8, and free of DTDs.
    """
    root = parse_xml(raw, source, limits)
    roots = list(root) if root.tag == qualified(BUNDLE) else [root]
    if not roots:
        raise UnreadableInput(
            Unreadable.NO_DOCUMENTS, texts.EMPTY_BUNDLE, texts.FILL_BUNDLE, source=source, line=root.sourceline
        )
    return [_document(element) for element in roots]


def parse_xml(raw: bytes, source: str, limits: Limits) -> Any:
    """Return the root element; nothing is expanded, nothing fetched."""
    limits_bytes = limits.max_bytes
    if len(raw) > limits_bytes:
        raise LimitExceeded(
            Text(f"the file has {len(raw)} bytes, more than {limits_bytes}", f"文件为 {len(raw)} 字节，超过 {limits_bytes}"),
            Text("raise the limit with --max-bytes", "可用 --max-bytes 提高上限"),
            flag="--max-bytes",
            source=source,
        )
    if not raw.strip():
        raise UnreadableInput(Unreadable.EMPTY, texts.EMPTY, texts.GIVE_A_DOCUMENT, source=source)
    declared = _DECLARED_ENCODING.search(raw[:200])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise UnreadableInput(
            Unreadable.WRONG_ENCODING, texts.not_utf8(declared[1].decode()), texts.SAVE_UTF8, source=source, line=1
        )
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        line = raw[: max(raw.find(b"<!DOCTYPE"), raw.find(b"<!ENTITY"))].count(b"\n") + 1
        raise UnreadableInput(Unreadable.SYNTAX, texts.DTD, texts.NO_DTD, source=source, line=line)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(error, raw, source) from error


def _unreadable(error: etree.XMLSyntaxError, raw: bytes, source: str) -> UnreadableInput:
    line, column = error.lineno or 1, max((error.offset or 1), 1)
    reason = (error.msg or "").split(", line ")[0]
    if "Excessive depth" in reason:
        return LimitExceeded(texts.TOO_DEEP, texts.FLATTEN, flag="--max-depth", source=source, line=line)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as broken:
        line = raw[: broken.start].count(b"\n") + 1
        return UnreadableInput(
            Unreadable.INVALID_UTF8,
            texts.invalid_utf8(broken.start),
            texts.SAVE_UTF8,
            source=source,
            line=line,
            byte_offset=broken.start,
        )
    return UnreadableInput(
        Unreadable.SYNTAX, texts.not_well_formed(reason), texts.MEND_XML, source=source, line=line, column=column
    )


def _document(element: Any) -> XmlDocument:
    name = local(element.tag)
    cls = model().document(name)
    faults: list[Fault] = []
    if cls is None:
        return XmlDocument({"type": name}, faults, element)
    tree = _read_object(cls, element, (), faults, None)
    return XmlDocument(tree, faults, element)


def _read_object(
    cls: Class, element: Any, path: Path, faults: list[Fault], places: dict[Path, Any] | None
) -> dict[str, Any]:
    tree: dict[str, Any] = {"type": cls.name}
    plan = _plan(cls)
    if element.attrib:
        _attributes(cls, element, path, faults)
    if (element.text and not element.text.isspace()) or any(
        child.tail and not child.tail.isspace() for child in element
    ):
        faults.append(_loose_text(cls, element, path))
    position = -1
    for child in element:
        tag = child.tag
        known = plan.get(tag)
        if known is None:
            name = local(tag)
            if name == "type":
                faults.append(_type_child(cls, (*path, name)))
            elif name not in tree:
                tree[name] = "".join(child.itertext())
            if places is not None:
                places[(*path, name)] = child
            continue
        index, member, read = known
        name = member.name
        if index < position:
            faults.append(_order(cls, name, (*path, name)))
        position = max(index, position)
        if member.type == "LocalizedText":
            _language(member, child, tree, path, faults, places)
            continue
        place: Path
        if member.many:
            items = tree.setdefault(name, [])
            place = (*path, name, len(items))
            items.append(read(child, place, faults, places))
        elif name in tree:
            if not isinstance(tree[name], list):
                tree[name] = [tree[name]]
            place = (*path, name, len(tree[name]))
            tree[name].append(read(child, place, faults, places))
        else:
            place = (*path, name)
            tree[name] = read(child, place, faults, places)
        if places is not None:
            places[place] = child
    if places is not None:
        places[path] = element
    return tree


_Reader = Callable[[Any, Path, list[Fault], dict[Path, Any] | None], Any]
_plans: dict[str, dict[str, tuple[int, Field, _Reader]]] = {}


def _plan(cls: Class) -> dict[str, tuple[int, Field, _Reader]]:
    plan = _plans.get(cls.name)
    if plan is None:
        plan = _plans[cls.name] = {
            qualified(member.name): (index, member, _reader(member))
            for index, member in enumerate(cls.fields.values())
        }
    return plan


def _reader(member: Field) -> _Reader:
    """Return the function that reads one element of a field."""
    if member.embedded:
        inner = model().classes[member.type]
        return lambda element, path, faults, places: _read_object(inner, element, path, faults, places)
    if member.type == "text" and member.format is None and not member.values:
        convert: Callable[[str], Any] = str
    elif member.type == "boolean":
        convert = _boolean
    elif member.type == "integer":
        convert = _integer
    else:
        convert = _collapse

    def scalar(element: Any, path: Path, faults: list[Fault], places: dict[Path, Any] | None) -> Any:
        if len(element) or element.attrib:
            _only_text(member, element, path, faults)
        text = element.text or ""
        if not (text.isascii() and text.isprintable()):
            _text(member, text, path, faults)
        return convert(text)

    return scalar


def _collapse(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" \t\r\n") if not text.isalnum() else text


def _boolean(text: str) -> Any:
    value = _collapse(text)
    return {"true": True, "false": False}.get(value, value)


def _integer(text: str) -> Any:
    value = _collapse(text)
    return int(value) if _INTEGER.fullmatch(value) else value


def _language(
    member: Field, child: Any, tree: dict[str, Any], path: Path, faults: list[Fault], places: dict[Path, Any] | None
) -> None:
    """Add one language of a text; the language is the one attribute that the XML form has."""
    texts_by_language = tree.setdefault(member.name, {})
    tag = child.get(XML_LANG)
    place = (*path, member.name)
    if places is not None:
        places.setdefault(place, child)
    if len(child) or len(child.attrib) > (tag is not None):
        _only_text(member, child, place, faults, allowed=XML_LANG)
    if tag is None:
        faults.append(
            Fault(place, member.key("language"), "language", "GCL-COR-008", texts.A_LANGUAGE, texts.NO_LANGUAGE)
        )
        return
    place = (*place, tag)
    text = child.text or ""
    if tag in texts_by_language:
        faults.append(
            Fault(place, member.key("language"), "language", "GCL-COR-008", texts.ONCE_EACH, texts.twice(tag))
        )
    _text(member, text, place, faults)
    texts_by_language[tag] = text
    if places is not None:
        places[place] = child


def _text(member: Field, text: str, path: Path, faults: list[Fault]) -> None:
    for kind, found in text_faults(text):
        faults.append(Fault(path, member.key("text"), "text", kind.requirement, texts.NFC, Text(found, found)))


def _attributes(cls: Class, element: Any, path: Path, faults: list[Fault]) -> None:
    for name in element.attrib:
        if name in _HINTS and not path:
            continue
        faults.append(
            Fault(path, f"{cls.name}#closed", "closed", "GCL-COR-002", texts.NO_ATTRIBUTES, texts.attribute(name))
        )


def _only_text(
    member: Field, element: Any, path: Path, faults: list[Fault], allowed: str | None = None
) -> None:
    for name in element.attrib:
        if name != allowed:
            faults.append(
                Fault(path, member.key("type"), "closed", "GCL-COR-002", texts.NO_ATTRIBUTES, texts.attribute(name))
            )
    requirement = member.requirements["type"]
    for child in element:
        faults.append(
            Fault(path, member.key("type"), "type", requirement, texts.ONLY_TEXT, texts.element(local(child.tag)))
        )


def _order(cls: Class, name: str, path: Path) -> Fault:
    return Fault(path, f"{cls.name}#order", "order", "GCL-COR-052", texts.order(cls), texts.out_of_order(name))


def _type_child(cls: Class, path: Path) -> Fault:
    return Fault(path, f"{cls.name}#closed", "closed", "GCL-COR-002", texts.members_of(cls), texts.element("type"))


def _loose_text(cls: Class, element: Any, path: Path) -> Fault:
    loose = " ".join(part.strip() for part in _own_text(element) if part.strip())
    return Fault(path, f"{cls.name}#closed", "closed", "GCL-COR-002", texts.NO_LOOSE_TEXT, texts.quoted(loose))


def _own_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""
