"""Foreign JSON, read without loss: numbers keep the digits of the text, a member given twice is refused.

A binary float would change 0.1 before any bridge has seen it; so a number becomes a ``Digits``, which is its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from gclink._json_bytes import decode
from gclink._json_scan import scan
from gclink._text import Text
from gclink.errors import Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["ABSENT", "Digits", "at", "dump", "escape", "leaves", "parse"]


class _Absent:
    """What stands at a place where nothing is."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "ABSENT"


#: More digits or a larger exponent than any quantity has.
_LONGEST: Final = 200

#: Nothing stands there; None is JSON's null.
ABSENT: Final = _Absent()


class Digits(str):
    """A JSON number as its text."""

    __slots__ = ()


def parse(raw: bytes, source: str = "<input>", limits: Limits = DEFAULT_LIMITS) -> Any:
    """Return the value of a JSON text; raises UnreadableInput with line and column."""
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", len(raw), source=source)
    text = decode(raw, source)
    try:
        tree = json.loads(
            text, parse_int=_digits, parse_float=_digits, parse_constant=_constant, object_pairs_hook=_object
        )
        if "\\ud" in text.lower():
            json.dumps(tree, ensure_ascii=False).encode()  # half a surrogate pair is no character
    except RecursionError:
        raise limits.exceeded("max_depth", source=source) from None
    except ValueError as error:
        scan(text, source, limits)  # names line and column of a fault of the grammar
        raise UnreadableInput(
            Unreadable.SYNTAX,
            Text(f"the JSON text cannot be read: {error}", f"无法读取 JSON 文本：{error}"),
            Text(
                "Give a member once, write finite numbers of at most 200 digits and whole characters.",
                "成员只写一次，数字须有限且不超过 200 位，字符须完整。",
            ),
            source=source,
        ) from None
    _within(tree, limits, source)
    return tree


def _digits(text: str) -> Digits:
    """Keep a number as its text; an exponent of a million must not become a million zeros later."""
    exponent = text.lower().partition("e")[2]
    if len(text) > _LONGEST or abs(int(exponent or 0)) > _LONGEST:
        raise ValueError(f"a number of that size ({text[:20]})")
    return Digits(text)


def _constant(name: str) -> Any:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        met: set[str] = set()
        for name, _ in pairs:
            if name in met:
                raise ValueError(name)
            met.add(name)
    return found


def _within(tree: Any, limits: Limits, source: str) -> None:
    level = [tree]
    members = depth = 0
    while level:
        depth += 1
        if depth > limits.max_depth:
            raise limits.exceeded("max_depth", depth, source=source)
        below = []
        for value in level:
            items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            members += len(items)
            below += [item for item in items if isinstance(item, dict | list)]
        if members > limits.max_members:
            raise limits.exceeded("max_members", members, source=source)
        level = below


def escape(name: str) -> str:
    """Return a member name as a token of a JSON Pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def at(tree: Any, pointer: str) -> Any:
    """Return the value at a JSON Pointer, or ABSENT."""
    value = tree
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name, ABSENT)
        elif isinstance(value, list) and name.isascii() and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return ABSENT
    return value


def leaves(tree: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield pointer and value of everything that holds nothing else; an empty object or array is such a leaf."""
    todo = [(pointer, tree)]
    while todo:
        place, value = todo.pop()
        if isinstance(value, dict) and value:
            todo += [(f"{place}/{escape(name)}", item) for name, item in reversed(value.items())]
        elif isinstance(value, list) and value:
            todo += [(f"{place}/{index}", item) for index, item in reversed(list(enumerate(value)))]
        else:
            yield place, value


def dump(tree: Any) -> bytes:
    """Return foreign JSON as bytes; a ``Digits`` is written as a number with the same digits."""
    return (_written(tree, 0) + "\n").encode()


def _written(value: Any, depth: int) -> str:
    inner = " " * (depth + 1)
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, dict) and value:
        parts = [
            f"{inner}{json.dumps(name, ensure_ascii=False)}: {_written(item, depth + 1)}"
            for name, item in value.items()
        ]
        return "{\n" + ",\n".join(parts) + "\n" + " " * depth + "}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _written(item, depth + 1) for item in value) + "\n" + " " * depth + "]"
    return json.dumps(value, ensure_ascii=False)
