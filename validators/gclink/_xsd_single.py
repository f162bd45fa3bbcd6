"""libxml2 once more behind its first content error: each member of a refused object judged by itself.

libxml2 stops judging an object where an element is not expected. The published schema with one global element more per
type lets every known member be validated alone, against its own type, so that no fault hides another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from lxml import etree

from gclink._schemas import artefacts
from gclink._xml_names import local, qualified

_XS = "{http://www.w3.org/2001/XMLSchema}"
_CONTENT = "SCHEMAV_ELEMENT_CONTENT"


class Said(NamedTuple):
    """One error of libxml2: its name, its message, and the element of the document."""

    name: str
    message: str
    element: Any

    @property
    def refused(self) -> Any | None:
        """Return the object whose members are not those of its class, None for an error of another kind."""
        if self.name != _CONTENT:
            return None
        return self.element if "Missing child" in self.message else self.element.getparent()


def name_of(element: Any) -> str:
    """Return the name of an element of ours; one of no namespace or another keeps braces and is no member's name."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return local(tag) if tag.startswith("{") else f"{{}}{tag}"


def said(error_log: Iterable[Any], root: Any) -> list[Said]:
    """Return the errors of one validation of a tree, with their elements."""
    return [Said(entry.type_name, entry.message, _at(root.getroottree(), entry.path)) for entry in error_log]


def _at(tree: Any, path: str) -> Any:
    """Return the element of a path as libxml2 writes it: its prefixes are local, so they are not evaluated."""
    if ":" not in path:
        return tree.xpath(path)[0]
    return next(element for element in tree.iter() if tree.getpath(element) == path)


def behind(root: Any, errors: Iterable[Said]) -> Iterator[Said]:
    """Yield the errors of the members of every refused object, at every depth."""
    pending = [error.refused for error in errors if error.refused is not None]
    done: set[Any] = set()
    while pending:
        parent = pending.pop()
        if parent in done:
            continue
        done.add(parent)
        around = _type_of(root, parent)
        for child in parent:
            name = _types().get((around, name_of(child)))
            if name is not None:
                for error in _alone(child, name):
                    yield error
                    if error.refused is not None:
                        pending.append(error.refused)


def _alone(element: Any, type_name: str) -> list[Said]:
    """Validate a copy of an element against its type, and name the elements of the original."""
    copy = deepcopy(element)
    copy.tail = None
    originals = dict(zip(copy.iter(), element.iter(), strict=True))
    copy.tag = qualified(f"single.{type_name}")
    schema = _schema()
    if schema.validate(copy):
        return []
    errors: Any = schema.error_log  # the stubs do not know that it is iterable
    return [error._replace(element=originals[error.element]) for error in said(errors, copy)]


def _type_of(root: Any, element: Any) -> str | None:
    chain = [element]
    while chain[-1] is not root and (above := chain[-1].getparent()) is not None:
        chain.append(above)
    found: str | None = name_of(chain.pop())
    for node in reversed(chain):
        found = _types().get((found, name_of(node)))
    return found


@cache
def _published() -> Any:
    return etree.parse(str(artefacts("schemas/xsd") / "gclink.xsd"))


@cache
def _schema() -> etree.XMLSchema:
    tree = deepcopy(_published())
    root = tree.getroot()
    for kind in ("simpleType", "complexType"):
        for made in root.iterchildren(f"{_XS}{kind}"):
            if made.get("abstract") != "true":
                name = made.get("name")
                root.append(root.makeelement(f"{_XS}element", {"name": f"single.{name}", "type": name}))
    return etree.XMLSchema(tree)


@cache
def _types() -> dict[tuple[str | None, str], str]:
    """Return the type of each member by the type of its parent, inherited members included."""
    root = _published().getroot()
    made = {t.get("name"): t for t in root.iterchildren(f"{_XS}complexType")}
    found: dict[tuple[str | None, str], str] = {}
    for name, definition in made.items():
        source = definition
        while source is not None:
            for member in source.iterfind(f".//{_XS}sequence/{_XS}element"):
                found.setdefault((name, member.get("name")), member.get("type"))
            base = source.find(f".//{_XS}extension")
            source = None if base is None else made.get(base.get("base"))
    return found
