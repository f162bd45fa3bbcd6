"""XML into the canonical tree, by the model: what each element means is known from its name and its class.

What the XML form gets wrong before there is a tree (order, attributes, loose text) is a fault here; everything else
(missing, unknown, ill-formed members) stays in the tree as it stands, and structure judges it as for every syntax.
DTDs, entities and anything that would be fetched are refused before parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml import etree

from gclink import _xml_texts as texts
from gclink._json_problems import text_faults
from gclink._model import Class, Field, model
from gclink._xml_names import BUNDLE, XML_LANG, XSI, local, qualified
from gclink._xml_plain import read_plain
from gclink.errors import LimitExceeded, Text, Unreadable, UnreadableInput
from gclink.limits import Limits
from gclink.structure import Fault, Path

_DECLARED_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_INTEGER: Final = re.compile("0|-?[1-9][0-9]{0,14}")
_BLANKS: Final = re.compile("[ \t\r\n]+")
#: A no-break space is a character like any other.
_XML_BLANKS: Final = " \t\r\n"
_HINTS: Final = frozenset({f"{XSI}schemaLocation", f"{XSI}noNamespaceSchemaLocation"})
#: What XML Schema itself lets stand on any element.
_OF_SCHEMA: Final = _HINTS | {f"{XSI}type"}


class XmlDocument:
    """One document read from XML: its tree, what the XML form got wrong, and where things stand.

    ``root`` is the element as lxml sees it; it is parsed when somebody asks for a place or runs an engine on it.
    ``sound`` says that the tree is known to be of the right form (T1).
    """

    __slots__ = ("_places", "faults", "fetch_root", "sound", "tree")

    def __init__(
        self, tree: dict[str, Any], faults: list[Fault], root: Callable[[], Any], *, sound: bool = False
    ) -> None:
        self.tree = tree
        self.faults = faults
        self.sound = sound
        self.fetch_root = root
        self._places: dict[Path, Any] | None = None

    @property
    def root(self) -> Any:
        """The document's element in lxml."""
        return self.fetch_root()

    def locate(self, path: Path) -> tuple[int | None, int | None]:
        """Return the line of the nearest element to a path (XML parsers keep no columns)."""
        root = self.root
        if self._places is None:
            self._places = {}
            cls = model().document(self.tree.get("type"))
            if cls is not None:
                _read_object(cls, root, (), [], self._places)
        while True:
            element = self._places.get(path)
            if element is not None:
                return element.sourceline, None
            if not path:
                return root.sourceline, None
            path = path[:-1]


class _Lxml:
    """The roots of a file in lxml, parsed once and only when they are needed."""

    __slots__ = ("_limits", "_raw", "_roots", "_source")

    def __init__(self, raw: bytes, source: str, limits: Limits) -> None:
        self._raw, self._source, self._limits = raw, source, limits
        self._roots: list[Any] | None = None

    def roots(self) -> list[Any]:
        """Return the elements of the documents; raises UnreadableInput."""
        if self._roots is None:
            root = parse_xml(self._raw, self._source, self._limits)
            self._roots = list(root) if root.tag == qualified(BUNDLE) else [root]
        return self._roots

    def first(self) -> Any:
        """Return the element of the first document."""
        return self.roots()[0]

    def at(self, index: int) -> Callable[[], Any]:
        """Return what fetches the element of one document."""
        return lambda: self.roots()[index]


def read_xml(raw: bytes, source: str, limits: Limits) -> list[XmlDocument]:
    """Return the documents of an XML file: one, or those below a Bundle element.

    A text in the plain form is read by ``_xml_plain``, which can only say that all is well; everything else is read by
    lxml, which knows lines and is the one that reports.

    Raises UnreadableInput with line and column for anything that is not well-formed, UTF-8, and free of DTDs.
    """
    slow = _Lxml(raw, source, limits)
    trees = read_plain(raw) if len(raw) <= limits.max_bytes else None
    if trees is not None:
        if len(trees) == 1:
            return [XmlDocument(trees[0], [], slow.first, sound=True)]
        return [XmlDocument(tree, [], slow.at(index), sound=True) for index, tree in enumerate(trees)]
    found = [_document(element, slow.at(index)) for index, element in enumerate(slow.roots())]
    if not found:
        raise UnreadableInput(Unreadable.NO_DOCUMENTS, texts.EMPTY_BUNDLE, texts.FILL_BUNDLE, source=source, line=1)
    return found


def _refuse(raw: bytes, source: str, limits: Limits) -> None:
    """Refuse before parsing what no parser should see."""
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", len(raw), source=source)
    if not raw or raw.isspace():
        raise UnreadableInput(Unreadable.EMPTY, texts.EMPTY, texts.GIVE_A_DOCUMENT, source=source)
    if raw.startswith(b"\xef\xbb\xbf"):
        raise UnreadableInput(Unreadable.BYTE_ORDER_MARK, texts.BYTE_ORDER_MARK, texts.SAVE_UTF8, source=source, line=1)
    declared = _DECLARED_ENCODING.match(raw)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise UnreadableInput(
            Unreadable.WRONG_ENCODING, texts.not_utf8(declared[1].decode()), texts.SAVE_UTF8, source=source, line=1
        )
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        line = raw[: max(raw.find(b"<!DOCTYPE"), raw.find(b"<!ENTITY"))].count(b"\n") + 1
        raise UnreadableInput(Unreadable.SYNTAX, texts.DTD, texts.NO_DTD, source=source, line=line)


def parse_xml(raw: bytes, source: str, limits: Limits) -> Any:
    """Return the root element in lxml; nothing is expanded, nothing fetched."""
    _refuse(raw, source, limits)
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


def _document(element: Any, root: Callable[[], Any]) -> XmlDocument:
    name = local(element.tag)
    cls = model().document(name)
    faults: list[Fault] = []
    if cls is None:
        return XmlDocument({"type": name}, faults, root)
    return XmlDocument(_read_object(cls, element, (), faults, None), faults, root)


def _read_object(
    cls: Class, element: Any, path: Path, faults: list[Fault], places: dict[Path, Any] | None
) -> dict[str, Any]:
    tree: dict[str, Any] = {"type": cls.name}
    plan = _plan(cls)
    if element.attrib:
        _attributes(cls, element, path, faults)
    text = element.text
    loose = bool(text) and bool(text.strip(_XML_BLANKS))
    position = -1
    for child in element:
        tail = child.tail
        if tail is not None and tail.strip(_XML_BLANKS):
            loose = True
        known = plan.get(child.tag)
        if known is None:
            _unknown(cls, child, tree, path, faults, places)
            continue
        index, name, many, read, member = known
        if index < position:
            faults.append(_order(cls, name, (*path, name)))
        else:
            position = index
        if read is None:
            _language(cls, member, child, tree, path, faults, places)
            continue
        if many:
            items = tree.get(name)
            if items is None:
                items = tree[name] = []
            place: Path = (*path, name, len(items))
            items.append(read(child, place, faults, places))
        elif name in tree:
            # A second value of a single member makes an array, which structure then refuses.
            if not isinstance(tree[name], list):
                tree[name] = [tree[name]]
            place = (*path, name, len(tree[name]))
            tree[name].append(read(child, place, faults, places))
        else:
            place = (*path, name)
            tree[name] = read(child, place, faults, places)
        if places is not None:
            places[place] = child
    if loose:
        faults.append(_loose_text(cls, element, path))
    if places is not None:
        places[path] = element
    return tree


def _unknown(
    cls: Class, child: Any, tree: dict[str, Any], path: Path, faults: list[Fault], places: dict[Path, Any] | None
) -> None:
    """Keep an element that the class does not know as a member of that name, for structure to refuse."""
    name = local(child.tag)
    if name == "type":
        faults.append(_type_child(cls, (*path, name)))
    elif name not in tree:
        tree[name] = "".join(child.itertext())
    if places is not None:
        places[(*path, name)] = child


_Reader = Callable[[Any, Path, list[Fault], dict[Path, Any] | None], Any]
_Plan = dict[str, tuple[int, str, bool, "_Reader | None", Field]]
_plans: dict[str, _Plan] = {}


def _plan(cls: Class) -> _Plan:
    """Return how each element of a class is read: its place, name, whether it is an array, and its reader."""
    plan = _plans.get(cls.name)
    if plan is None:
        plan = _plans[cls.name] = {
            qualified(member.name): (
                index,
                member.name,
                member.many,
                None if member.type == "LocalizedText" else _reader(cls, member),
                member,
            )
            for index, member in enumerate(cls.fields.values())
        }
    return plan


def _reader(cls: Class, member: Field) -> _Reader:
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

    def scalar(element: Any, path: Path, faults: list[Fault], _places: dict[Path, Any] | None) -> Any:
        if len(element) or element.attrib:
            _only_text(cls, member, element, path, faults)
        text = element.text or ""
        if not (text.isascii() and text.isprintable()):
            _text(member, text, path, faults)
        return convert(text)

    return scalar


def _collapse(text: str) -> str:
    """Collapse white space as XML Schema does; a text without any, which is the rule, is told by two quick looks."""
    if " " not in text and text.isprintable():
        return text
    return _BLANKS.sub(" ", text).strip(_XML_BLANKS)


def _boolean(text: str) -> Any:
    value = _collapse(text)
    return {"true": True, "false": False}.get(value, value)


def _integer(text: str) -> Any:
    value = _collapse(text)
    return int(value) if _INTEGER.fullmatch(value) else value


def _language(
    cls: Class,
    member: Field,
    child: Any,
    tree: dict[str, Any],
    path: Path,
    faults: list[Fault],
    places: dict[Path, Any] | None,
) -> None:
    """Add one language of a text; the language is the one attribute that the XML form has."""
    texts_by_language = tree.setdefault(member.name, {})
    tag = child.get(XML_LANG)
    place = (*path, member.name)
    if places is not None:
        places.setdefault(place, child)
    if len(child) or len(child.attrib) > (tag is not None):
        _only_text(cls, member, child, place, faults, allowed=XML_LANG)
    if tag is None:
        faults.append(
            Fault(place, member.key("language"), "language", "GCL-COR-008", texts.A_LANGUAGE, texts.NO_LANGUAGE)
        )
        return
    place = (*place, tag)
    text = child.text or ""
    if tag in texts_by_language:
        faults.append(
            Fault(place, member.key("language"), "languageTwice", "GCL-COR-008", texts.ONCE_EACH, texts.twice(tag))
        )
    if not (text.isascii() and text.isprintable()):
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
        faults.append(_attribute(cls, name, path))


def _only_text(
    cls: Class, member: Field, element: Any, path: Path, faults: list[Fault], allowed: str | None = None
) -> None:
    for name in element.attrib:
        if name != allowed:
            faults.append(_attribute(cls, name, path))
    requirement = member.requirements["type"]
    for child in element:
        faults.append(
            Fault(path, member.key("type"), "type", requirement, texts.ONLY_TEXT, texts.element(local(child.tag)))
        )


def _attribute(cls: Class, name: str, path: Path) -> Fault:
    kind = "hint" if name in _OF_SCHEMA else "closed"
    return Fault(path, f"{cls.name}#closed", kind, "GCL-COR-002", texts.NO_ATTRIBUTES, texts.attribute(name))


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
