"""The failures of the library that a user can act on, each with a code, a message and a hint in two languages.

A finding says that a document breaks the standard; an error says that there was nothing to judge. Keeping the two apart
is what lets the command line answer "does not conform" and "could not be read" with different exit codes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias

__all__ = ["GclinkError", "Language", "LimitExceeded", "Text", "Unreadable", "UnreadableInput"]

#: The languages in which every message exists.
Language: TypeAlias = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the two languages of the standard."""

    en: str
    zh: str

    def within(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en

    def __str__(self) -> str:
        return self.en


class GclinkError(Exception):
    """Any failure of the library that is not a finding about a document.

    The place is counted as an editor does: lines and columns from 1, columns in characters; ``byte_offset`` from 0.
    """

    #: The exit code of the command line when this error ends a command.
    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        code: str,
        message: Text,
        hint: Text,
        *,
        source: str | None = None,
        line: int | None = None,
        column: int | None = None,
        byte_offset: int | None = None,
    ) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.hint = hint
        self.source = source
        self.line = line
        self.column = column
        self.byte_offset = byte_offset

    @property
    def place(self) -> str:
        """The source with line and column as compilers write them, as far as they are known: ``a.json:3:14``."""
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([self.source or "<input>", *numbers])

    def render(self, language: Language) -> str:
        """Return place, message and hint as two lines of text."""
        return f"{self.place}: {self.message.within(language)}\n  {self.hint.within(language)}"

    def __str__(self) -> str:
        return f"{self.place}: {self.message.en} [{self.code}]"

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is pickled by its args alone, which loses everything but the message between two processes.
        return (_restored, (type(self), dict(self.__dict__)))


def _restored(kind: type[GclinkError], state: dict[str, object]) -> GclinkError:
    error = kind.__new__(kind, str(state["message"]))
    error.__dict__.update(state)
    return error


class Unreadable(StrEnum):
    """Why an input could not be read: one code for each thing a user would do next."""

    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    IS_FOLDER = "is_folder"
    READ_FAILED = "read_failed"
    NO_DOCUMENTS = "no_documents"
    UNKNOWN_FORMAT = "unknown_format"
    LIMIT = "limit"
    EMPTY = "empty"
    BLANK = "blank"
    BYTE_ORDER_MARK = "byte_order_mark"
    WRONG_ENCODING = "wrong_encoding"
    INVALID_UTF8 = "invalid_utf8"
    BINARY = "binary"
    OTHER_FORMAT = "other_format"
    SYNTAX = "syntax"
    NOT_A_NUMBER = "not_a_number"
    INCOMPLETE = "incomplete"
    TRAILING_DATA = "trailing_data"
    TOP_LEVEL = "top_level"
    SEVERAL_DOCUMENTS = "several_documents"
    BROKEN_ZIP = "broken_zip"
    ENCRYPTED_ZIP = "encrypted_zip"
    NESTED_ZIP = "nested_zip"
    UNSAFE_ZIP = "unsafe_zip"


class UnreadableInput(GclinkError):  # noqa: N818 - the adjective says more than "Error" would
    """An input that holds no document the library could judge; ``code`` is one of ``Unreadable``."""

    exit_code = 3


class LimitExceeded(UnreadableInput):
    """An input larger or deeper than the caller allows; ``flag`` names the option that allows more.

    Limits exist so that a hostile file costs a message and not the machine; an honest large file must be told the way.
    """

    def __init__(
        self,
        message: Text,
        hint: Text,
        *,
        flag: str,
        source: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(Unreadable.LIMIT, message, hint, source=source, line=line, column=column)
        self.flag = flag
