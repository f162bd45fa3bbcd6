"""The plain form of XML, which nearly every document has, read by cutting the text at its tags.

Plain: the declaration, one namespace on the root, elements in the order of the model with text or elements in them,
``xml:lang`` where it belongs, and nothing else: no entity, comment, CDATA, empty-element tag, carriage return or
prefix. Such a text means the same to every XML parser, and this reads it several times faster than walking a tree of
nodes. It never reports anything: what is not plain, or not of the right form (T1), is None, and the reader asks lxml.
White space that XML Schema would collapse makes a value of the wrong form here, and so is left to lxml too; so are the
characters that XML cannot carry, which the published schema refuses in every text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from gclink._json_problems import is_safe, text_faults
from gclink._model import Class, Field, model
from gclink._schemas import is_valid
from gclink._xml_names import BUNDLE, NAMESPACE

_DECLARATIONS: Final = frozenset({'?xml version="1.0"?', '?xml version="1.0" encoding="UTF-8"?'})
_NAMESPACE: Final = f' xmlns="{NAMESPACE}">'
_LANGUAGE_TAG: Final = re.compile('xml:lang="([a-z0-9-]+)"')
#: The languages that nearly every text has, as they stand in a tag.
_USUAL: Final = {f'xml:lang="{tag}"': tag for tag in ("en", "zh")}
#: White space as it is usually found between elements; anything else is looked at more closely.
_BLANKS: Final = frozenset({"", *("\n" + " " * width for width in range(0, 24)), "\n\n"})
_BLANK: Final = re.compile("[ \t\n]*")
_INTEGER: Final = re.compile("0|-?[1-9][0-9]{0,14}")
_Convert = Callable[[str], Any]
#: How an element is read: its place in the class, whether an array, how its value is read (None: as it stands), its end
#: tag without "<" and ">", what may follow its text, and for an object its class and how that is read.
_Known = tuple[int, bool, "_Convert | None", str, frozenset[str], str, "_Plan"]
_Plan = dict[str, _Known]
_plans: dict[str, _Plan] = {}


class _NotPlain(Exception):  # noqa: N818 - a turn of the road, never seen by anybody
    """A value that needs the careful reader."""


def read_plain(raw: bytes) -> list[dict[str, Any]] | None:
    """Return the trees of the documents in a text, or None where the text is not plain or a document not sound."""
    if b"&" in raw or b"\r" in raw or (b"]" in raw and b"]]>" in raw):
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    # Every part begins with what stands behind a "<": a name, "/name", or something that is not plain.
    parts = iter(text.split("<"))
    name = _root(parts)
    if name is None:
        return None
    try:
        trees = _documents(name, parts)
        if trees is None:
            return None
        if not text.isascii() and not is_safe(raw):
            for tree in trees:
                _normal(tree)
    except _NotPlain:
        return None
    return trees if all(is_valid(tree["type"], tree) for tree in trees) else None


def _root(parts: Iterator[str]) -> str | None:
    """Return the name of the root element, behind the declaration if there is one; None where that is not plain."""
    if next(parts):
        return None
    part = next(parts, "")
    if part.startswith("?xml"):
        declaration, _, rest = part.partition(">")
        if declaration not in _DECLARATIONS or (rest not in _BLANKS and not _BLANK.fullmatch(rest)):
            return None
        part = next(parts, "")
    name, namespace, rest = part.partition(_NAMESPACE)
    if not namespace or (rest not in _BLANKS and not _BLANK.fullmatch(rest)):
        return None
    return name


def _documents(name: str, parts: Iterator[str]) -> list[dict[str, Any]] | None:
    if name == BUNDLE:
        return _bundle(parts)
    cls = model().document(name)
    if cls is None:
        return None
    tree = _read(cls, parts)
    return [tree] if next(parts, None) is None else None


def _normal(value: Any) -> None:
    """Leave to lxml a text that breaks a rule for texts: it tells which and where."""
    if isinstance(value, str):
        if not value.isascii():
            for _ in text_faults(value):
                raise _NotPlain
    elif isinstance(value, dict):
        for member in value.values():
            _normal(member)
    elif isinstance(value, list):
        for item in value:
            _normal(item)


def _bundle(parts: Iterator[str]) -> list[dict[str, Any]] | None:
    trees: list[dict[str, Any]] = []
    for part in parts:
        name, sign, rest = part.partition(">")
        _blank(rest)
        if name == f"/{BUNDLE}" and sign:
            return trees if trees and next(parts, None) is None else None
        cls = model().document(name)
        if cls is None:
            return None
        trees.append(_read(cls, parts))
    return None


def _read(cls: Class, parts: Iterator[str]) -> dict[str, Any]:
    """Return the tree of the document whose content is next, and leave the parts behind its end."""
    tree: dict[str, Any] = {"type": cls.name}
    stack: list[tuple[dict[str, Any], _Plan, int, str]] = []
    plan, position, current = _plan(cls), -1, f"/{cls.name}"
    blanks = _BLANKS
    for part in parts:
        name, sign, rest = part.partition(">")
        known = plan.get(name)
        if known is None:
            if name == current and sign:
                if rest not in blanks:
                    _blank(rest)
                if not stack:
                    return tree
                tree, plan, position, current = stack.pop()
            else:
                position = _language(tree, plan, position, name, rest, next(parts, ""))
            continue
        index, many, convert, end, following, inner, inner_plan = known
        if inner:
            if rest not in blanks:
                _blank(rest)
            found: Any = {"type": inner}
        else:
            behind = next(parts, "")
            if behind not in following:
                _ends(end, behind)
            found = rest if convert is None else convert(rest)
        if index > position:
            tree[name] = [found] if many else found
        elif many and index == position:
            tree[name].append(found)
        else:
            raise _NotPlain
        position = index
        if inner:
            stack.append((tree, plan, position, current))
            tree, plan, position, current = found, inner_plan, -1, end
    raise _NotPlain


def _language(tree: dict[str, Any], plan: _Plan, position: int, tag: str, text: str, behind: str) -> int:
    """Read one language of a text; return its place."""
    name, _, attribute = tag.partition(" ")
    known = plan.get(f"{name} ")
    language = _USUAL.get(attribute) or _language_of(attribute)
    if known is None or known[0] < position:
        raise _NotPlain
    if behind not in known[4]:
        _ends(known[3], behind)
    languages = tree.setdefault(name, {})
    if language in languages:
        raise _NotPlain
    languages[language] = text
    return known[0]


def _language_of(attribute: str) -> str:
    found = _LANGUAGE_TAG.fullmatch(attribute)
    if found is None:
        raise _NotPlain
    return found[1]


def _ends(end: str, behind: str) -> None:
    """Demand that a part is an end tag with nothing but blanks behind it."""
    name, sign, rest = behind.partition(">")
    if name != end or not sign:
        raise _NotPlain
    _blank(rest)


def _blank(text: str) -> None:
    if text not in _BLANKS and not _BLANK.fullmatch(text):
        raise _NotPlain


def _plan(cls: Class) -> _Plan:
    """Return how each element of a class is read; a text by language is known by its name and a blank."""
    plan = _plans.get(cls.name)
    if plan is None:
        plan = _plans[cls.name] = {}  # known before it is filled: a class may hold objects of its own kind
        for index, field in enumerate(cls.fields.values()):
            inner = model().classes[field.type] if field.embedded else None
            plan[f"{field.name} " if field.type == "LocalizedText" else field.name] = (
                index,
                field.many,
                _converter(field),
                f"/{field.name}",
                _following(field.name),
                "" if inner is None else inner.name,
                {} if inner is None else _plan(inner),
            )
    return plan


@cache
def _following(name: str) -> frozenset[str]:
    return frozenset(f"/{name}>{blank}" for blank in _BLANKS)


def _converter(field: Field) -> _Convert | None:
    return {"boolean": _boolean, "integer": _integer}.get(field.type)


def _boolean(text: str) -> bool:
    if text == "true":
        return True
    if text == "false":
        return False
    raise _NotPlain


def _integer(text: str) -> int:
    if _INTEGER.fullmatch(text):
        return int(text)
    raise _NotPlain
