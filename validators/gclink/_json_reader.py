"""From bytes to the tree of a document, with the faults that only the raw text shows.

The parser is orjson; it forgets duplicate keys, the spelling of numbers and everything about places. A handful of cheap
checks on the bytes prove for nearly every document that it forgot nothing that matters. Where they cannot prove it, the
exact scan of ``_json_scan`` decides: a suspicion is never a verdict.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from gclink._json_bytes import decode
from gclink._json_problems import MAX_INTEGER, ProblemKind, ReaderProblem, is_safe
from gclink._json_scan import Lines, Mark, Scan, find_mark, scan
from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.findings import pointer_of
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["MAX_INTEGER", "JsonDocument", "ProblemKind", "ReaderProblem", "read_json", "read_json_documents"]

#: A minus zero, which the parser reads as 0; not the -0 inside a date. That of -0.5 is found too, and as wrong.
_MINUS_ZERO: Final = re.compile(rb"-0(?<=[:,\[ \t\r\n]-0)").search


class _Places:
    """The text of one file and, once they are asked for, the places of its values; shared by its documents."""

    __slots__ = ("_first_line", "_limits", "_lines", "_mark", "_raw", "_source")

    def __init__(self, raw: bytes, source: str, limits: Limits, first_line: int) -> None:
        self._raw = raw
        self._source = source
        self._limits = limits
        self._first_line = first_line
        self._lines: Lines | None = None
        self._mark: Mark = 0

    def of(self, pointer: str) -> tuple[int, int]:
        if self._lines is None:
            text = self._raw.decode()
            self._mark = scan(text, self._source, self._limits, first_line=self._first_line, marks=True).mark or 0
            self._lines = Lines(text, self._first_line)
        return self._lines.at(find_mark(self._mark, pointer))


@dataclass(slots=True)
class JsonDocument:
    """One document as read from JSON: its tree, and the faults of its text.

    A document without problems has a canonical tree: dict, list, str, int and bool only. With problems, the tree still
    holds what the text said (None for null, float for a number with a fraction), so that structure can be judged too;
    ``canonical_bytes`` refuses such a tree.
    """

    #: The members of the document.
    tree: dict[str, Any]
    #: The faults of the text, in the order in which they stand there.
    problems: tuple[ReaderProblem, ...]
    #: The name of the file, archive member or stream.
    source: str
    #: The pointer of the document in its file: empty, or ``/3`` for the fourth document of an array.
    base: str
    _places: _Places = field(repr=False, compare=False)

    def locate(self, pointer: str) -> tuple[int, int]:
        """Return line and column of the value at a JSON Pointer, or of its nearest ancestor that is there.

        The text is scanned at the first call only; a document without findings never pays for it.
        """
        return self._places.of(self.base + pointer)

    def locate_path(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the same for a path of names and numbers."""
        return self._places.of(self.base + pointer_of(path))


def read_json(raw: bytes, source: str, limits: Limits = DEFAULT_LIMITS, *, first_line: int = 1) -> JsonDocument:
    """Read the one document that ``raw`` holds; ``first_line`` is the line of the file on which ``raw`` begins.

    Raises ``UnreadableInput`` where there is no document to judge, and for an array of several.
    """
    documents = read_json_documents(raw, source, limits, first_line=first_line)
    if len(documents) == 1:
        return documents[0]
    line, column = documents[1].locate("")
    raise UnreadableInput(
        Unreadable.SEVERAL_DOCUMENTS,
        Text(
            f"the array holds {len(documents)} documents; one is expected",
            f"数组含 {len(documents)} 份文档，应只有一份",
        ),
        Text("Give the documents one by one.", "请逐份提供文档。"),
        source=source,
        line=line,
        column=column,
    )


def read_json_documents(
    raw: bytes, source: str, limits: Limits = DEFAULT_LIMITS, *, first_line: int = 1
) -> tuple[JsonDocument, ...]:
    """Read a file that holds one document, or an array of documents.

    Raises ``UnreadableInput`` with line and column, and ``LimitExceeded``, where there is no document to judge.
    """
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", len(raw), source=source)
    exact: Scan | None = None
    try:
        tree = orjson.loads(raw)
    except orjson.JSONDecodeError:
        # Not always the end: half a surrogate pair and 1e400 are faults of a document that is otherwise readable.
        exact = scan(decode(raw, source, first_line), source, limits, first_line=first_line)
        tree = exact.tree
    else:
        if _suspicious(raw, tree, source, limits):
            exact = scan(raw.decode(), source, limits, first_line=first_line)
    problems = exact.problems if exact else ()
    places = _Places(raw, source, limits, first_line)
    if type(tree) is dict:
        return (JsonDocument(tree, problems, source, "", places),)
    return tuple(_of_array(tree, problems, source, limits, places))


def _of_array(
    tree: Any, problems: tuple[ReaderProblem, ...], source: str, limits: Limits, places: _Places
) -> Iterator[JsonDocument]:
    if not isinstance(tree, list):
        raise _no_object("the file holds a single value", "文件只含单个值", source, places.of(""))
    if not tree:
        line, column = places.of("")
        raise UnreadableInput(
            Unreadable.NO_DOCUMENTS,
            Text("the array holds no document", "数组中没有文档"),
            Text("Write at least one document into it.", "请至少写入一份文档。"),
            source=source,
            line=line,
            column=column,
        )
    if len(tree) > limits.max_documents:
        raise limits.exceeded("max_documents", len(tree), source=source)
    by_document: dict[str, list[ReaderProblem]] = {}
    for problem in problems:
        _, index, *rest = problem.pointer.split("/")
        moved = ReaderProblem.of(
            problem.kind, "".join("/" + token for token in rest), problem.line, problem.column, problem.found
        )
        by_document.setdefault(index, []).append(moved)
    for position, item in enumerate(tree):
        base = f"/{position}"
        if not isinstance(item, dict):
            en = f"item {position + 1} of the array is not an object"
            raise _no_object(en, f"数组第 {position + 1} 项不是对象", source, places.of(base))
        yield JsonDocument(item, tuple(by_document.get(str(position), ())), source, base, places)


def _no_object(en: str, zh: str, source: str, place: tuple[int, int]) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.TOP_LEVEL,
        Text(f"{en}, not a document", f"{zh}，不是文档"),
        Text("A document is an object: { ... }.", "文档必须是对象：{ ... }。"),
        source=source,
        line=place[0],
        column=place[1],
    )


def _suspicious(raw: bytes, tree: Any, source: str, limits: Limits) -> bool:
    """Return whether the text may hold a fault or be too deep; False is a proof that it does not.

    The proof for repeated members: the parser drops a member that is given twice, with at least the two quotes of its
    name. So if the text has two quotes for every text and name in the tree, nothing was dropped. Raises
    ``LimitExceeded`` for too many values or too long a text: to scan such a document would take as much as it asks.
    """
    seen = _plain(tree, source, limits)
    if seen is None:
        return True
    texts, zero = seen
    if zero and _MINUS_ZERO(raw):
        return True
    if len(raw) > limits.max_string and (longest := _longest(tree)) > limits.max_string:
        raise limits.exceeded("max_string", longest, source=source)
    written = raw
    if b"\\" in raw:
        # What stands there in escapes is judged as it is written back, where each character has one spelling.
        written = orjson.dumps(tree)
        if b"\\" in written:
            if b"\\u00" in written or b"\\b" in written or b"\\f" in written:
                return True  # control characters
            return raw.count(b'"') != written.count(b'"') or b"\\u0022" in raw or _odd_text(written)
    return raw.count(b'"') != 2 * texts or _odd_text(written)


def _plain(tree: Any, source: str, limits: Limits) -> tuple[int, bool] | None:
    """Return how many texts and names a tree holds, and whether a zero; None if it holds what a document must not.

    That is: null, a number that is no integer or too large for one, an empty array, too many levels. The loop is the
    dearest part of reading a good document, hence its plain style.
    """
    depth = names = values = others = 0
    zero = False
    level = [tree] if isinstance(tree, dict | list) else []
    while level:
        depth += 1
        below: list[Any] = []
        for container in level:
            if type(container) is dict:
                names += len(container)
                items: Any = container.values()
            elif container:
                items = container
            else:
                return None
            values += len(items)
            for item in items:
                if type(item) is str:
                    continue
                others += 1
                kind = type(item)
                if kind is dict or kind is list:
                    below.append(item)
                elif kind is int:
                    if not -MAX_INTEGER <= item <= MAX_INTEGER:
                        return None
                    zero = zero or not item
                elif kind is not bool:
                    return None
        if values >= limits.max_members:
            raise limits.exceeded("max_members", source=source)
        level = below
    if depth > limits.max_depth:
        return None
    return names + values - others, zero


def _longest(tree: Any) -> int:
    """Return the number of characters of the longest text or name."""
    longest = 0
    todo = [tree]
    for container in todo:
        texts = [*container, *container.values()] if type(container) is dict else container
        for value in texts:
            if isinstance(value, str):
                longest = max(longest, len(value))
            elif isinstance(value, dict | list):
                todo.append(value)
    return longest


def _odd_text(raw: bytes) -> bool:
    """Return whether some text is not NFC or holds U+FFFE or U+FFFF; unescaped, no other fault gets past the parser."""
    if raw.isascii() or is_safe(raw):
        return False
    text = raw.decode()
    return "\ufffe" in text or "\uffff" in text or not unicodedata.is_normalized("NFC", text)
