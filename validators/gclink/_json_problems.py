"""What the raw text of a JSON document can get wrong although every parser accepts it.

Parsers disagree here: some keep the first of two equal keys, some turn 5.0 into an integer, some drop a null. So these
faults are decided on the text itself, before any engine sees a tree, and are findings (T1), not errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gclink.errors import Text

__all__ = ["MAX_INTEGER", "ProblemKind", "ReaderProblem", "is_safe", "number_fault", "text_faults"]

#: The largest integer that every JSON parser reads exactly (RFC 7493, 2.2) and that RFC 8785 can write.
MAX_INTEGER: Final = 2**53 - 1

#: Longest excerpt of a document that a problem quotes.
_QUOTED: Final = 60

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# The Char production of XML 1.0, negated; surrogates are told apart because no engine can carry them at all.
_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ud800-\udfff\ue000-\ufffd\U00010000-\U0010ffff]")


_ASCII: Final = bytes(range(128))
#: Characters that are in normal form C whatever stands beside them: Latin, general punctuation, subscripts, Han.
SAFE_TEXT: Final = re.compile(
    "[\u00a0-\u02ff\u2010-\u2027\u2030-\u203e\u2080-\u208e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*"
).fullmatch


class ProblemKind(StrEnum):
    """One kind of fault in the text of a document, independent of the class that was meant."""

    DUPLICATE_KEY = "duplicateKey"
    NULL = "null"
    EMPTY_ARRAY = "emptyArray"
    NUMBER = "number"
    LONE_SURROGATE = "loneSurrogate"
    ILLEGAL_CHARACTER = "illegalCharacter"
    NOT_NFC = "notNfc"

    @property
    def requirement(self) -> str:
        """The id of the requirement that a fault of this kind breaks."""
        return _REQUIREMENT[self]


_REQUIREMENT: Final = {
    ProblemKind.DUPLICATE_KEY: "GCL-COR-002",
    ProblemKind.NULL: "GCL-COR-002",
    ProblemKind.EMPTY_ARRAY: "GCL-COR-002",
    ProblemKind.NUMBER: "GCL-COR-003",
    ProblemKind.LONE_SURROGATE: "GCL-COR-006",
    ProblemKind.ILLEGAL_CHARACTER: "GCL-COR-006",
    ProblemKind.NOT_NFC: "GCL-COR-006",
}

_TITLE: Final = {
    ProblemKind.DUPLICATE_KEY: Text("a member is given twice", "成员重复出现"),
    ProblemKind.NULL: Text("null is not allowed", "不允许使用 null"),
    ProblemKind.EMPTY_ARRAY: Text("an empty array is not allowed", "不允许使用空数组"),
    ProblemKind.NUMBER: Text("the number is not a plain integer", "该数字不是普通整数"),
    ProblemKind.LONE_SURROGATE: Text("the text holds half a surrogate pair", "文本中含有不成对的代理码位"),
    ProblemKind.ILLEGAL_CHARACTER: Text("the text holds a character XML cannot carry", "文本中含有 XML 无法承载的字符"),
    ProblemKind.NOT_NFC: Text("the text is not in Unicode normal form C", "文本不是 Unicode 规范形式 C (NFC)"),
}

_EXPECTED: Final = {
    ProblemKind.DUPLICATE_KEY: Text("each member name once in an object", "对象中每个成员名只出现一次"),
    ProblemKind.NULL: Text("a value, or the member left out", "一个值，或省略该成员"),
    ProblemKind.EMPTY_ARRAY: Text("at least one item, or the member left out", "至少一项，或省略该成员"),
    ProblemKind.NUMBER: Text(
        f"an integer between -{MAX_INTEGER} and {MAX_INTEGER} without fraction, exponent or -0; "
        'decimals are written as text, like "8.5"',
        f'介于 -{MAX_INTEGER} 与 {MAX_INTEGER} 之间的整数，无小数、无指数、非 -0；小数须写成文本，如 "8.5"',
    ),
    ProblemKind.LONE_SURROGATE: Text("complete characters only", "只含完整字符"),
    ProblemKind.ILLEGAL_CHARACTER: Text(
        "tab, line feed, carriage return and characters from U+0020 on, without U+FFFE and U+FFFF",
        "制表符、换行符、回车符及 U+0020 以上的字符，不含 U+FFFE 与 U+FFFF",
    ),
    ProblemKind.NOT_NFC: Text("text in normal form C", "规范形式 C 的文本"),
}


@dataclass(frozen=True, slots=True)
class ReaderProblem:
    """One fault found on the text of a document: which, where, and what was expected instead.

    ``pointer`` is a JSON Pointer into the document; ``line`` and ``column`` count from 1, columns in characters.
    """

    kind: ProblemKind
    pointer: str
    line: int
    column: int
    requirement: str
    found: str
    expected: Text

    @property
    def message(self) -> Text:
        """The fault in one sentence, with what was found."""
        title = _TITLE[self.kind]
        return Text(f"{title.en}: {self.found}", f"{title.zh}：{self.found}")

    @classmethod
    def of(cls, kind: ProblemKind, pointer: str, line: int, column: int, found: str) -> ReaderProblem:
        """Return the problem of a kind, with the requirement and the expectation that belong to the kind."""
        if len(found) > _QUOTED:
            found = found[:_QUOTED] + "…"
        return cls(kind, pointer, line, column, kind.requirement, found, _EXPECTED[kind])


def is_safe(raw: bytes) -> bool:
    """Whether what a UTF-8 text holds beyond ASCII can break no rule for texts, whatever stands beside it."""
    return SAFE_TEXT(raw.translate(None, _ASCII).decode()) is not None


def text_faults(value: str) -> Iterator[tuple[ProblemKind, str]]:
    """Yield each kind of fault that a text has, with the first offending characters.

    Shared by every reader, because the same text must be judged alike from JSON, XML and RDF.
    """
    if value.isascii() and value.isprintable():
        return
    if lone := _SURROGATE.search(value):
        yield ProblemKind.LONE_SURROGATE, _named(lone[0])
    if illegal := _ILLEGAL.search(value):
        yield ProblemKind.ILLEGAL_CHARACTER, _named(illegal[0])
    if not unicodedata.is_normalized("NFC", value):
        yield ProblemKind.NOT_NFC, _first_difference(value)


def number_fault(number: str) -> bool:
    """Return whether a JSON number is anything but a plain integer that every parser reads exactly."""
    if not number.lstrip("-").isdigit() or number == "-0":
        return True
    return len(number) > len(f"-{MAX_INTEGER}") or abs(int(number)) > MAX_INTEGER


def _named(characters: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in characters)


def _first_difference(value: str) -> str:
    """Return the characters at which a text ceases to be in normal form C.

    Every part of a text in normal form is in normal form, so the shortest beginning that is not can be bisected. The
    text is never normalized: that takes quadratic time for a long run of marks, and a hostile text holds nothing else.
    """
    low, high = 0, len(value)
    while high - low > 1:
        middle = (low + high) // 2
        if unicodedata.is_normalized("NFC", value[:middle]):
            low = middle
        else:
            high = middle
    alone = not unicodedata.is_normalized("NFC", value[low:high])
    return _named(value[low if alone else max(low - 1, 0) : high])
