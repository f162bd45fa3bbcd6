"""The plain form of XML, which nearly every document has, read by cutting the text at its tags.

Plain: the declaration, one namespace on the root, elements in the order of the model with text or elements in them,
``xml:lang`` where it belongs, and nothing else: no entity, comment, CDATA, empty-element tag, carriage return or
prefix. Such a text means the same to every XML parser, and this reads it several times faster than walking a tree of
nodes. It never reports anything: what is not plain, or not of the right form (T1), is None, and the reader asks lxml.
White space that XML Schema would collapse makes a value of the wrong form here, and so is left to lxml too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from gclink._json_problems import is_safe, text_faults
from gclink._model import Class, Field, model
from gclink._schemas import is_valid
from gclink._xml_names import BUNDLE, NAMESPACE

_HEAD: Final = re.compile(
    r"(?:<\?xml version=\"1\.0\"(?: encoding=\"UTF-8\")?\?>[ \t\n]*)?<([A-Za-z][A-Za-z0-9]*) xmlns=\""
    + re.escape(NAMESPACE)
    + r"\">[ \t\n]*"
)
_LANGUAGE_TAG: Final = re.compile('xml:lang="([a-z0-9-]+)"')
#: White space as it is usually found between elements; anything else is looked at more closely.
_BLANKS: Final = frozenset({"", *("\n" + " " * width for width in range(0, 24)), "\n\n"})
_BLANK: Final = re.compile("[ \t\n]*")
#: Characters that XML cannot carry; only bytes below a blank can be told without decoding.
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n")
_INTEGER: Final = re.compile("0|-?[1-9][0-9]{0,14}")
_Convert = Callable[[str], Any]
#: Element name -> place in the class, whether an array, how its value is read (None: as it stands), the class of an
#: object, the end tag and its length.
_Plan = dict[str, tuple[int, bool, "_Convert | None", "Class | None", str, int]]
_plans: dict[str, _Plan] = {}


class _NotPlain(Exception):  # noqa: N818 - a turn of the road, never seen by anybody
    """A value that needs the careful reader."""


def read_plain(raw: bytes) -> list[dict[str, Any]] | None:
    """Return the trees of the documents in a text, or None where the text is not plain or a document not sound."""
    if b"&" in raw or b"\r" in raw or b"]]>" in raw or len(raw.translate(None, _CONTROLS)) != len(raw):
        return None
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    if head is None:
        return None
    # Every part begins with what stands behind a "<": a name, "/name", or something that is not plain.
    parts = text[head.end() :].split("<")
    try:
        trees = _documents(head[1], parts)
        if trees is None:
            return None
        if not text.isascii() and not is_safe(raw):
            for tree in trees:
                _normal(tree)
    except (_NotPlain, IndexError):
        return None
    return trees if all(is_valid(tree["type"], tree) for tree in trees) else None


def _documents(name: str, parts: list[str]) -> list[dict[str, Any]] | None:
    if parts[0]:
        return None
    if name == BUNDLE:
        return _bundle(parts)
    cls = model().document(name)
    if cls is None:
        return None
    tree, used = _read(cls, parts, 1)
    return [tree] if used == len(parts) else None


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


def _bundle(parts: list[str]) -> list[dict[str, Any]] | None:
    trees, used, last = [], 1, len(parts) - 1
    while used < last:
        name, _, rest = parts[used].partition(">")
        cls = model().document(name)
        if cls is None:
            return None
        _blank(rest)
        tree, used = _read(cls, parts, used + 1)
        trees.append(tree)
    end, _, rest = parts[last].partition(">")
    _blank(rest)
    return trees if trees and end == f"/{BUNDLE}" else None


def _read(cls: Class, parts: list[str], start: int) -> tuple[dict[str, Any], int]:
    """Return the tree of the document whose content begins at a part, and the number of the part after its end."""
    tree: dict[str, Any] = {"type": cls.name}
    stack: list[tuple[dict[str, Any], _Plan, int, str]] = []
    plan, position, current = _plan(cls), -1, f"/{cls.name}"
    blanks, number = _BLANKS, start
    while True:
        name, sign, rest = parts[number].partition(">")
        number += 1
        known = plan.get(name)
        if known is None:
            if name == current and sign:
                if rest not in blanks:
                    _blank(rest)
                if not stack:
                    return tree, number
                tree, plan, position, current = stack.pop()
                continue
            position = _language(tree, plan, position, name, rest, parts[number])
            number += 1
            continue
        index, many, convert, inner, end, length = known
        if inner is not None:
            if rest not in blanks:
                _blank(rest)
            found: Any = {"type": inner.name}
        else:
            following = parts[number]
            number += 1
            if not following.startswith(end):
                raise _NotPlain
            if following[length:] not in blanks:
                _blank(following[length:])
            found = rest if convert is None else convert(rest)
        if index > position:
            tree[name] = [found] if many else found
        elif many and index == position:
            tree[name].append(found)
        else:
            raise _NotPlain
        position = index
        if inner is not None:
            stack.append((tree, plan, position, current))
            tree, plan, position, current = found, _plan(inner), -1, f"/{name}"


def _language(tree: dict[str, Any], plan: _Plan, position: int, tag: str, text: str, following: str) -> int:
    """Read one language of a text; return its place."""
    name, _, attribute = tag.partition(" ")
    known = plan.get(f"{name} ")
    language = _LANGUAGE_TAG.fullmatch(attribute)
    if known is None or language is None or not following.startswith(known[4]) or known[0] < position:
        raise _NotPlain
    _blank(following[known[5] :])
    languages = tree.setdefault(name, {})
    if language[1] in languages:
        raise _NotPlain
    languages[language[1]] = text
    return known[0]


def _blank(text: str) -> None:
    if text not in _BLANKS and not _BLANK.fullmatch(text):
        raise _NotPlain


def _plan(cls: Class) -> _Plan:
    """Return how each element of a class is read; a text by language is known by its name and a blank."""
    plan = _plans.get(cls.name)
    if plan is None:
        plan = _plans[cls.name] = {
            f"{field.name} " if field.type == "LocalizedText" else field.name: (
                index,
                field.many,
                _converter(field),
                model().classes[field.type] if field.embedded else None,
                f"/{field.name}>",
                len(field.name) + 2,
            )
            for index, field in enumerate(cls.fields.values())
        }
    return plan


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
