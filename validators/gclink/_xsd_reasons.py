"""What an error of an XML Schema engine says in the words of the standard: constraint, requirement and place.

An engine says that an element was not expected, or that a facet failed. Which constraint that is follows from where it
stands: the element's names lead through the classes, and the facet, with the field, gives the kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from gclink._model import Class, Field, model
from gclink._xml_names import BUNDLE, XML_LANG
from gclink._xsd_single import Said, behind, name_of, said
from gclink.findings import pointer_of

Path = tuple[str | int, ...]

_BLANKS = re.compile("[ \t\r\n]+")
_LIMITS = {"MinInclusive": "min", "MinExclusive": "min", "MaxInclusive": "max", "MaxExclusive": "max"}


class Reason(NamedTuple):
    """Why a document is refused: JSON Pointer, constraint key, kind, requirement, and the path of the element."""

    pointer: str
    key: str
    kind: str
    requirement: str
    element: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element stands: the class of its parent object, the field it is, the field around, its path.

    ``field`` is None for the document itself and for an element that no class declares. ``doubled`` says that it
    stands in a member which occurs twice where one is allowed: that is the fault, and what it holds is not judged.
    """

    element: Any
    holder: Class
    field: Field | None
    around: Field | None
    path: Path
    unknown: bool = False
    doubled: bool = False

    @property
    def inner(self) -> Class | None:
        """Return the class of the object that the element holds."""
        if self.unknown:
            return None
        if self.field is None:
            return self.holder
        return model().classes[self.field.type] if self.field.embedded else None

    @property
    def member(self) -> Spot:
        """Return the spot of the member as a whole: for one language of a text that of the text."""
        if self.field is None or self.field.type != "LocalizedText" or self.path[-1] == self.field.name:
            return self
        return replace(self, path=self.path[:-1])

    def reason(self, key: str, kind: str, requirement: str, *steps: str | int) -> Reason:
        """Return a reason at this element or below it."""
        path = self.element.getroottree().getpath(self.element)
        return Reason(pointer_of((*self.path, *steps)), key, kind, requirement, path)

    def of(self, field: Field, kind: str, *steps: str | int) -> Reason:
        """Return the reason for a fault of a kind at a field."""
        return self.reason(field.key(kind), kind, field.requirements.get(kind, "GCL-COR-048"), *steps)

    def closed(self, cls: Class, *steps: str | int) -> Reason:
        """Return the reason for something that a class does not have."""
        return self.reason(f"{cls.name}#closed", "closed", "GCL-COR-002", *steps)


def reasons_from_lxml(error_log: Iterable[Any], tree: Any) -> list[Reason]:
    """Return the reasons behind the errors of lxml on one document; ``tree`` is the root element that was validated.

    libxml2 leaves an object at the first element that it does not expect; its other members are then judged one by one.
    """
    errors = said(error_log, tree)
    found = (reason for error in (*errors, *behind(tree, errors)) for reason in _of_lxml(error, tree))
    return list(dict.fromkeys(found))


def reasons_from_xmlschema(error: Any, root: Any = None) -> list[Reason]:
    """Return the reasons behind one error of xmlschema; ``root`` is the document, when it is not the tree's root."""
    element = error.elem
    if element is None:
        return []
    spot = spot_of(element, root)
    if spot is None:
        return [_no_document(element)]
    validator = type(error.validator).__name__
    words = str(error.reason or "")
    if type(error).__name__ == "XMLSchemaChildrenValidationError":
        return _children(spot)
    if validator in ("XsdGroup", "Xsd11Group"):
        return [_loose_text(spot)]
    if validator == "XsdAttributeGroup" or words.startswith("attribute ") or "nillable" in words:
        return _attribute(spot, missing=words.startswith("missing"), language=_language_error(words))
    if validator in ("XsdElement", "Xsd11Element") and "child" in words:
        return _no_children(spot)
    return _value(spot, _limit(validator))


def spot_of(element: Any, root: Any = None) -> Spot | None:
    """Return where an element stands, None when the document's class is not known."""
    chain = [element]
    while chain[-1] is not root and (above := chain[-1].getparent()) is not None and name_of(above) != BUNDLE:
        chain.append(above)
    top = chain.pop()
    cls = model().document(name_of(top))
    if cls is None:
        return None
    spot = Spot(top, cls, None, None, ())
    doubled = False
    for node in reversed(chain):
        inner = spot.inner
        if inner is None:
            return spot
        field = _fields(inner).get(name_of(node))
        if field is None:
            return Spot(node, inner, None, spot.field, (*spot.path, name_of(node)), unknown=True)
        doubled = doubled or _doubled(field, node)
        spot = Spot(node, inner, field, spot.field, (*spot.path, *_steps(field, node)), doubled=doubled)
    return spot


def _steps(field: Field, node: Any) -> Path:
    if field.type == "LocalizedText":
        tag = node.get(XML_LANG)
        return (field.name,) if tag is None else (field.name, tag)
    before = sum(1 for _ in node.itersiblings(node.tag, preceding=True))
    return (field.name, before) if field.many or before else (field.name,)


def _doubled(field: Field, node: Any) -> bool:
    if field.many or field.type == "LocalizedText":
        return False
    return any(True for before in (True, False) for _ in node.itersiblings(node.tag, preceding=before))


def _fields(cls: Class) -> dict[str, Field]:
    """Return the members that XML writes: all but the discriminator."""
    return {name: field for name, field in cls.fields.items() if name != "type"}


def _of_lxml(error: Said, root: Any) -> list[Reason]:
    refused = error.refused
    spot = spot_of(error.element if refused is None else refused, root)
    if spot is None:
        return [_no_document(error.element)]
    if refused is not None:
        return _children(spot)
    message = error.message
    if "attribute '" in message or error.name == "SCHEMAV_CVC_ELT_3_1":
        return _attribute(
            spot, missing="is required but missing" in message, language=f"attribute '{XML_LANG}'" in message
        )
    match error.name:
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_3":
            return [_loose_text(spot)]
        case "SCHEMAV_CVC_TYPE_3_1_2" | "SCHEMAV_CVC_COMPLEX_TYPE_2_2":
            return _no_children(spot)
    return _value(spot, _limit(error.name))


def _limit(name: str) -> str | None:
    folded = name.lower()
    return next((kind for facet, kind in _LIMITS.items() if facet.lower() in folded), None)


def _no_document(element: Any) -> Reason:
    path = element.getroottree().getpath(element)
    return Reason("/type", "Document.type#type", "type", "GCL-COR-048", path)


def _children(spot: Spot) -> list[Reason]:
    """Compare the children of an object that the engine refused with the members of its class."""
    cls = spot.inner
    found = [] if cls is None else list(_of_members(spot, cls))
    return [reason for reason in found if reason.kind == "order"] if spot.doubled else found


def _of_members(spot: Spot, cls: Class) -> Iterator[Reason]:
    fields = _fields(cls)
    names = [name_of(child) for child in spot.element if isinstance(child.tag, str)]
    for name in dict.fromkeys(names):
        if name not in fields:
            yield spot.closed(cls, name)
    known = [name for name in names if name in fields]
    order = {name: index for index, name in enumerate(fields)}
    furthest = -1
    for name in known:
        if order[name] < furthest:
            yield spot.reason(f"{cls.name}#order", "order", "GCL-COR-052", name)
        furthest = max(furthest, order[name])
    counts = Counter(known)
    for name, field in fields.items():
        if field.minimum and not counts[name]:
            yield spot.of(field, "required", name)
        elif field.type != "LocalizedText" and not _within(field, counts[name]):
            yield spot.of(field, "cardinality", name)


def _within(field: Field, count: int) -> bool:
    return count == 0 or (count >= field.minimum and (field.maximum is None or count <= field.maximum))


def _loose_text(spot: Spot) -> Reason:
    return spot.closed(spot.inner or spot.holder)


def _no_children(spot: Spot) -> list[Reason]:
    return [] if spot.field is None else [spot.member.of(spot.field, "type")]


def _attribute(spot: Spot, *, missing: bool, language: bool) -> list[Reason]:
    field = spot.field
    if field is not None and field.type == "LocalizedText" and (missing or language):
        return [spot.of(field, "language")]
    return [spot.member.closed(spot.inner or spot.holder)]


def _language_error(words: str) -> bool:
    return words.startswith("attribute ") and XML_LANG in words


def _value(spot: Spot, limit: str | None) -> list[Reason]:
    """Name the fault of a value: that of its form if it has one, else that of the narrower set or bound around it."""
    field = spot.field
    if field is None or field.embedded or spot.doubled:
        return []
    text = spot.element.text or ""
    form = _form_fault(field, text)
    if form is not None:
        return [spot.of(field, form)]
    if limit is not None:
        bearer = field if limit in field.requirements else spot.around
        return [] if bearer is None else [spot.of(bearer, limit)]
    around = spot.around
    if around is not None and around.restrict is not None and around.restrict[0] == field.name:
        return [spot.of(around, field.name)]
    return []


def _form_fault(field: Field, text: str) -> str | None:
    """Return the kind of a value that does not have its field's form; only asked where an engine refused the value."""
    if field.type == "LocalizedText" or (field.type == "text" and not field.values and field.pattern is None):
        return "text" if not text else None
    value = _BLANKS.sub(" ", text).strip(" \t\r\n")
    if field.type == "boolean":
        return None if value in ("true", "false") else "type"
    if field.values or (field.type == "code" and field.pattern is None):
        return None if value in (field.values or field.codes) else "enum"
    sound = field.pattern is None or field.pattern.fullmatch(value) is not None
    if sound:
        return None
    return "type" if field.type == "integer" else "pattern"


__all__ = ["Reason", "reasons_from_lxml", "reasons_from_xmlschema", "spot_of"]
