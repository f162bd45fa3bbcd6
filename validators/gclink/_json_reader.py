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
from gclink._json_problems import MAX_INTEGER, ProblemKind, ReaderProblem
from gclink._json_scan import Lines, Mark, Scan, find_mark, scan
from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["MAX_INTEGER", "JsonDocument", "ProblemKind", "ReaderProblem", "read_json", "read_json_documents"]

# The patterns run over the compact form that orjson writes, in which no blank stands outside a text. Each begins with
# one literal character, which the regex engine finds fastest. A match inside a text is only a false suspicion.

#: A member value that is a number or null, unless it is an integer of at most 15 digits.
_ODD_MEMBER: Final = re.compile(rb':[-0-9n](?<=":.)(?![0-9]{0,14}[,}])').search
#: An array that does not begin with an object and is not wholly of texts, or wholly of short integers.
_ODD_ARRAY: Final = re.compile(
    rb'\[(?!\{|"[^"\\]*(?:\\.[^"\\]*)*"(?:,"[^"\\]*(?:\\.[^"\\]*)*")*\]|-?[0-9]{1,15}(?:,-?[0-9]{1,15})*\])'
).search
#: After an object, neither another object nor a member: an array that mixes objects with something else.
_ODD_NEIGHBOUR: Final = re.compile(rb'\},(?!\{|"[^"\\]*":)').search
#: A minus zero in any JSON text, which orjson reads as 0. Also the -0 of an exponent or of -0.5, equally suspicious.
_MINUS_ZERO: Final = re.compile(rb"-0(?<=[:,\[ \t\r\n]-0)").search

_INDENTED: Final = orjson.OPT_INDENT_2
_ASCII: Final = bytes(range(128))
_NO_BRACKETS: Final = bytes(byte for byte in range(256) if byte not in b"{}[]")
#: Characters that are in normal form C whatever stands beside them: Latin, general punctuation, subscripts, Han.
_SAFE_TEXT: Final = re.compile(
    "[\u00a0-\u02ff\u2010-\u2027\u2030-\u203e\u2080-\u208e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*"
).fullmatch


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


@dataclass(frozen=True, slots=True)
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
        if _suspicious(raw, tree, limits):
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


def _suspicious(raw: bytes, tree: Any, limits: Limits) -> bool:
    """Return whether the text may hold a fault; False is a proof that it holds none.

    The proof for duplicate keys: orjson drops a member that is given twice, with at least the two quotes of its name,
    and every quote that remains is written back. So equal numbers of quotes mean that nothing was dropped, as long as
    no quote is spelled \\u0022.
    """
    try:
        compact = orjson.dumps(tree)
    except orjson.JSONEncodeError:
        return True  # deeper than orjson writes, and so deeper than any limit
    if raw != compact and not (raw.startswith(b'{\n  "') and raw.rstrip() == orjson.dumps(tree, option=_INDENTED)):
        if raw.count(b'"') != compact.count(b'"') or _MINUS_ZERO(raw):
            return True
        if b"\\" in raw and b"\\u0022" in raw:
            return True
    if _ODD_MEMBER(compact) or _ODD_ARRAY(compact) or _ODD_NEIGHBOUR(compact):
        return True
    # Arrays of arrays are odd, so between two nested arrays there is always an object.
    if 2 * compact.count(b"{") + 1 > limits.max_depth and _is_deep(compact, limits.max_depth):
        return True
    if b"\\" in compact and (b"\\u00" in compact or b"\\b" in compact or b"\\f" in compact):
        return True
    if not compact.isascii() and not _SAFE_TEXT(compact.translate(None, _ASCII).decode()) and _odd_text(compact):
        return True
    return len(raw) > min(limits.max_members, limits.max_string) and _is_large(tree, limits)


def _odd_text(compact: bytes) -> bool:
    """Return whether some text is not NFC or holds U+FFFE or U+FFFF; orjson lets no other fault through."""
    text = compact.decode()
    return "\ufffe" in text or "\uffff" in text or not unicodedata.is_normalized("NFC", text)


def _is_deep(compact: bytes, limit: int) -> bool:
    """Return whether the brackets nest deeper than ``limit``, by peeling off the innermost pairs level by level."""
    brackets = compact.translate(None, _NO_BRACKETS)
    for _ in range(limit):
        # Marked first and removed after, or "[{}]" would lose both its levels at once.
        peeled = brackets.replace(b"{}", b".").replace(b"[]", b".").replace(b".", b"")
        if len(peeled) == len(brackets):
            break
        brackets = peeled
    # What is left is too deep, or brackets that stand in texts.
    return bool(brackets)


def _is_large(tree: Any, limits: Limits) -> bool:
    """Return whether the tree holds more values, or a longer text, than the limits allow."""
    values = 1
    todo = [tree]
    for container in todo:
        values += len(container)
        if values > limits.max_members:
            return True
        for value in container.values() if isinstance(container, dict) else container:
            if isinstance(value, str):
                if len(value) > limits.max_string:
                    return True
            elif isinstance(value, dict | list):
                todo.append(value)
        if isinstance(container, dict) and any(len(name) > limits.max_string for name in container):
            return True
    return False
