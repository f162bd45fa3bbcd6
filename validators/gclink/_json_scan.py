"""The exact reading of a JSON text: every fault with its place, and the place of every value.

A parser made for speed forgets what the text looked like. This one is some fifty times slower and forgets nothing, so
it runs only when the fast checks of ``_json_reader`` suspect something, or when a finding needs a line number. It reads
exactly the grammar of RFC 8259, without recursion, so that depth is bounded by a limit and not by the stack.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn, TypeAlias

from gclink._json_problems import ProblemKind, ReaderProblem, number_fault, text_faults
from gclink._json_syntax import COLON, COMMA_OR_BRACE, COMMA_OR_BRACKET, KEY, NOTHING, VALUE, explain
from gclink.errors import Text, UnreadableInput
from gclink.limits import Limits

__all__ = ["Lines", "Mark", "Scan", "escape_pointer", "find_mark", "scan"]

#: Where a value begins: a character offset, and for a container the marks of what it holds.
Mark: TypeAlias = "int | tuple[int, dict[str, Mark] | list[Mark]]"

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_PLAIN_STRING: Final = re.compile(r'"([^"\\\x00-\x1f]*)"')
_PLAIN_KEY: Final = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\n\r]*:[ \t\n\r]*')
_AFTER_VALUE: Final = re.compile(r"[ \t\n\r]*([,}\]]?)[ \t\n\r]*")
_CHUNK: Final = re.compile(r'[^"\\\x00-\x1f]+')
_HEX: Final = re.compile(r"[0-9A-Fa-f]{4}")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_LITERALS: Final = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}
_ESCAPES: Final = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SURROGATES: Final = re.compile("[\ud800-\udfff]")

_ESCAPE: Final = Text(r"an escape (\" \\ \/ \b \f \n \r \t \uXXXX)", r"转义序列（\" \\ \/ \b \f \n \r \t \uXXXX）")
_DIGIT: Final = Text("a digit", "数字")
_STRING_END: Final = Text('the rest of a text, or "', '文本的其余部分，或 "')

#: Integers that the fast parser keeps as integers; all others become floats there.
_KEPT_INTEGERS: Final = range(-(2**63), 2**64)
#: A longer number is not worth computing: it is a fault whatever its value.
_LONGEST_NUMBER: Final = 400


@dataclass(frozen=True, slots=True)
class Scan:
    """A JSON text, read exactly.

    ``tree`` is what the fast parser makes of the text, except where that parser fails: half surrogate pairs are U+FFFD,
    and numbers beyond the doubles the greatest double.
    """

    tree: Any
    problems: tuple[ReaderProblem, ...]
    mark: Mark | None


def scan(text: str, source: str, limits: Limits, *, first_line: int = 1, marks: bool = False) -> Scan:
    """Read a JSON text exactly; with ``marks``, keep where each value begins.

    Raises ``UnreadableInput`` with line and column for anything RFC 8259 does not allow, and ``LimitExceeded``.
    """
    return _Scanner(text, source, limits, first_line, marks).run()


def escape_pointer(token: str) -> str:
    """Return a member name as a token of a JSON Pointer (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1")


def find_mark(mark: Mark, pointer: str) -> int:
    """Return the offset of the value a JSON Pointer names, or of its nearest ancestor that is there.

    A missing member has no place of its own; the object that should hold it has.
    """
    for token in pointer.split("/")[1:]:
        if isinstance(mark, int):
            break
        children = mark[1]
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(children, dict):
            if name not in children:
                break
            mark = children[name]
        else:
            if not (name.isascii() and name.isdigit() and int(name) < len(children)):
                break
            mark = children[int(name)]
    return mark if isinstance(mark, int) else mark[0]


@dataclass(slots=True)
class _Frame:
    """One object or array that is being read; ``names`` are the member names met so far, as written."""

    container: Any
    start: int
    marks: Any
    is_object: bool
    closing: str
    key: str = ""
    names: set[str] = field(default_factory=set)

    @property
    def token(self) -> str:
        return escape_pointer(self.key) if self.is_object else str(len(self.container))

    def add(self, value: Any, mark: Mark, marks: bool) -> None:
        if self.is_object:
            self.container[self.key] = value
            if marks:
                self.marks[self.key] = mark
        else:
            self.container.append(value)
            if marks:
                self.marks.append(mark)


class Lines:
    """Line and column of offsets in one text; cheap when they are asked for in rising order."""

    __slots__ = ("_begin", "_first_line", "_line", "_seen", "_text")

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._line, self._begin, self._seen = first_line, 0, 0

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a character offset."""
        if offset < self._seen:
            self._line, self._begin, self._seen = self._first_line, 0, 0
        self._line += self._text.count("\n", self._seen, offset)
        self._begin = max(self._begin, self._text.rfind("\n", self._seen, offset) + 1)
        self._seen = offset
        return self._line, offset - self._begin + 1


class _Scanner:
    def __init__(self, text: str, source: str, limits: Limits, first_line: int, marks: bool) -> None:
        self._text = text
        self._source = source
        self._limits = limits
        self._lines = Lines(text, first_line)
        self._marks = marks
        self._problems: list[ReaderProblem] = []
        self._stack: list[_Frame] = []
        self._values = 0

    def run(self) -> Scan:
        text = self._text
        stack = self._stack
        at = self._skip(0)
        while True:
            # A value begins at ``at``: a container is opened and left for its first value, a scalar is read whole.
            value: Any
            mark: Mark = at
            if (char := text[at : at + 1]) in ("{", "["):
                frame = self._open(char == "{", at)
                at = self._skip(at + 1)
                if not text.startswith(frame.closing, at):
                    stack.append(frame)
                    at = self._key(at) if frame.is_object else at
                    continue
                if not frame.is_object:
                    self._report(ProblemKind.EMPTY_ARRAY, self._pointer(), frame.start, "[]")
                value, mark, at = frame.container, (frame.start, frame.marks), at + 1
            else:
                value, at = self._scalar(char, at)
            # A value ended at ``at``, and with it every container whose closing bracket follows.
            while stack:
                frame = stack[-1]
                frame.add(value, mark, self._marks)
                after = _AFTER_VALUE.match(text, at)
                assert after is not None  # the pattern matches everywhere
                at = after.end()
                if after[1] == ",":
                    at = self._key(at) if frame.is_object else at
                    break
                if after[1] != frame.closing:
                    self._fail(after.start(1), COMMA_OR_BRACE if frame.is_object else COMMA_OR_BRACKET)
                stack.pop()
                value, mark = frame.container, (frame.start, frame.marks)
            else:
                at = self._skip(at)
                if at < len(text):
                    self._fail(at, NOTHING)
                return Scan(value, tuple(self._problems), mark if self._marks else None)

    def _open(self, is_object: bool, at: int) -> _Frame:
        self._count(at)
        if len(self._stack) >= self._limits.max_depth:
            self._exceed("max_depth", at)
        if is_object:
            return _Frame({}, at, {}, True, "}")
        return _Frame([], at, [], False, "]")

    def _scalar(self, char: str, at: int) -> tuple[Any, int]:
        self._count(at)
        if char == '"':
            value, end = self._string(at)
            return self._checked(value, at), end
        if char == "-" or (char.isascii() and char.isdigit()):
            return self._number(at)
        word, constant = _LITERALS.get(char, ("", None))
        if not word or not self._text.startswith(word, at):
            cut_off = bool(word) and word.startswith(self._text[at:])
            self._fail(len(self._text) if cut_off else at, VALUE)
        if constant is None:
            self._report(ProblemKind.NULL, self._pointer(), at, "null")
        return constant, at + len(word)

    def _count(self, at: int) -> None:
        self._values += 1
        if self._values > self._limits.max_members:
            self._exceed("max_members", at)

    def _key(self, at: int) -> int:
        """Read a member name and its colon, and return where the value begins."""
        if not self._text.startswith('"', at):
            self._fail(at, KEY)
        frame = self._stack[-1]
        if plain := _PLAIN_KEY.match(self._text, at):
            name, end, complete = plain[1], plain.end(), True
        else:
            (name, end), complete = self._string(at), False
        frame.key = name if name.isascii() else _SURROGATES.sub("\ufffd", name)
        if name in frame.names:
            self._report(ProblemKind.DUPLICATE_KEY, self._pointer(), at, frame.key)
        frame.names.add(name)
        self._checked(name, at)
        if complete:
            return end
        end = self._skip(end)
        if not self._text.startswith(":", end):
            self._fail(end, COLON)
        return self._skip(end + 1)

    def _string(self, at: int) -> tuple[str, int]:
        """Return the text that begins at a quote, escapes resolved and half surrogate pairs kept, and its end."""
        if plain := _PLAIN_STRING.match(self._text, at):
            return plain[1], plain.end()
        return self._escaped(at)

    def _escaped(self, at: int) -> tuple[str, int]:
        text = self._text
        pieces: list[str] = []
        end = at + 1
        while True:
            if len(pieces) > self._limits.max_string:
                self._exceed("max_string", at)
            if chunk := _CHUNK.match(text, end):
                pieces.append(chunk[0])
                end = chunk.end()
            char = text[end : end + 1]
            if char == '"':
                return "".join(pieces), end + 1
            if char != "\\":
                self._fail(end, _STRING_END)
            kind = text[end + 1 : end + 2]
            if kind == "u":
                code, end = self._unicode(end)
                if 0xD800 <= code < 0xDC00 and text.startswith("\\u", end):
                    low, after = self._unicode(end)
                    if 0xDC00 <= low < 0xE000:
                        code, end = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00), after
                pieces.append(chr(code))
            elif kind in _ESCAPES:
                pieces.append(_ESCAPES[kind])
                end += 2
            else:
                self._fail(len(text) if not kind else end, _ESCAPE)

    def _unicode(self, at: int) -> tuple[int, int]:
        digits = _HEX.match(self._text, at + 2)
        if not digits:
            self._fail(at if len(self._text) >= at + 6 else len(self._text), _ESCAPE)
        return int(digits[0], 16), at + 6

    def _number(self, at: int) -> tuple[Any, int]:
        match = _NUMBER.match(self._text, at)
        if not match:
            letter = self._text[at + 1 : at + 2].isalpha()
            self._fail(at if letter else at + 1, VALUE if letter else _DIGIT)
        token = match[0]
        if number_fault(token):
            self._report(ProblemKind.NUMBER, self._pointer(), at, token)
        return _value_of(token), match.end()

    def _checked(self, value: str, at: int) -> str:
        """Report what is wrong with a text, and return it fit for every engine."""
        if len(value) > self._limits.max_string:
            self._exceed("max_string", at, len(value))
        if value.isascii() and value.isprintable():
            return value
        for kind, found in text_faults(value):
            self._report(kind, self._pointer(), at, found)
        return _SURROGATES.sub("\ufffd", value)

    def _pointer(self) -> str:
        return "".join("/" + frame.token for frame in self._stack)

    def _report(self, kind: ProblemKind, pointer: str, at: int, found: str) -> None:
        line, column = self._lines.at(at)
        if len(self._problems) >= self._limits.max_problems:
            self._exceed("max_problems", at)
        self._problems.append(ReaderProblem.of(kind, pointer, line, column, found))

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _exceed(self, name: str, at: int, actual: int | None = None) -> NoReturn:
        line, column = self._lines.at(at)
        raise self._limits.exceeded(name, actual, source=self._source, line=line, column=column)

    def _fail(self, at: int, expected: Text) -> NoReturn:
        why = explain(self._text, at, expected)
        line, column = self._lines.at(at)
        raise UnreadableInput(
            why.code,
            why.message,
            why.hint,
            source=self._source,
            line=line,
            column=column,
            byte_offset=len(self._text[:at].encode()),
        )


def _value_of(token: str) -> int | float:
    if "." not in token and "e" not in token and "E" not in token and len(token) < 21:
        integer = int(token)
        if integer in _KEPT_INTEGERS:
            return integer
    greatest = sys.float_info.max
    if len(token) > _LONGEST_NUMBER:
        return -greatest if token.startswith("-") else greatest
    return max(-greatest, min(greatest, float(token)))
