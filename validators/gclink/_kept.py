"""What a check keeps of a document once its own rules are done: its name, and the way back to its places.

A finding across documents needs the line of a member, and only then is the text read a second time. The first documents
are kept as they are, since most checks hold few; of the others the text goes to a temporary file.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, fields
from typing import IO

from gclink.documents import Document, Locator, read_bytes
from gclink.limits import PARSER_DEPTH, Limits
from gclink.structure import Path

#: How many documents are kept whole.
WHOLE = 2_000
#: The text was let in once already, under limits that the caller may have raised.
_NO_LIMITS = Limits(
    **{limit.name: PARSER_DEPTH if limit.name == "max_depth" else sys.maxsize for limit in fields(Limits)}
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One document as findings name it."""

    id: str | None
    source: str
    locate: Locator


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the text of a document waits: a piece of the temporary file; and its place among the documents there."""

    offset: int
    length: int
    syntax: str
    first_line: int
    index: int


class Sources:
    """Documents by number, as far as findings need them."""

    def __init__(self, whole: int = WHOLE) -> None:
        self._whole = whole
        self._documents: dict[int, Document] = {}
        self._waiting: dict[int, tuple[str | None, str, _Place]] = {}
        self._file: IO[bytes] | None = None
        self._last: tuple[bytes, int] | None = None
        self._read: tuple[_Place, list[Document]] | None = None

    def keep(self, number: int, document: Document) -> None:
        """Keep what is needed of a document; of two under one number, which have one content, the first."""
        if number in self._documents or number in self._waiting:
            return
        if len(self._documents) < self._whole or not document.raw:
            self._documents[number] = document
            return
        place = _Place(
            self._spooled(document.raw), len(document.raw), document.syntax, document.first_line, document.index
        )
        self._waiting[number] = (document.id, document.source, place)

    def _spooled(self, raw: bytes) -> int:
        """Return where a text stands in the file; documents of one text, which come together, share it."""
        if self._last is not None and self._last[0] is raw:
            return self._last[1]
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="gclink-")  # noqa: SIM115 - lives as long as the check
        offset = self._file.seek(0, 2)
        self._file.write(raw)
        self._last = (raw, offset)
        return offset

    def __getitem__(self, number: int) -> Kept:
        """Return a document by its number."""
        document = self._documents.get(number)
        if document is not None:
            return Kept(document.id, document.source, document.locate)
        identifier, source, place = self._waiting[number]
        return Kept(identifier, source, lambda path: self._locate(source, place, path))

    def _locate(self, source: str, place: _Place, path: Path) -> tuple[int | None, int | None]:
        return self._again(source, place)[place.index].locate(path)

    def _again(self, source: str, place: _Place) -> list[Document]:
        """Read a text once more; the last one stays at hand, as findings of one document come together."""
        if self._read is not None and self._read[0].offset == place.offset:
            return self._read[1]
        assert self._file is not None
        self._file.seek(place.offset)
        raw = self._file.read(place.length)
        documents = read_bytes(raw, place.syntax, source, _NO_LIMITS, first_line=place.first_line)
        self._read = (place, documents)
        return documents

    def close(self) -> None:
        """Drop the temporary file."""
        if self._file is not None:
            self._file.close()
            self._file = None
