"""A document before it is read: its name, its syntax and where its bytes come from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import Limits

__all__ = ["ContainerKind", "Source", "SourceKind", "lines_of", "os_failure", "shown_name"]


class SourceKind(StrEnum):
    """The syntax of one source."""

    JSON = "json"
    JSONLD = "jsonld"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    #: One line of an NDJSON file, which is JSON.
    NDJSON_LINE = "ndjson-line"


class ContainerKind(StrEnum):
    """What holds several sources."""

    NDJSON = "ndjson"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Source:
    """One text that holds a document, or several.

    A file is read when ``raw`` is asked for and not before, so that one unreadable file costs only itself and a folder
    is never held in memory.
    """

    #: As given by the caller; ``archive.zip!/name`` for a member of an archive, ``<stdin>`` for standard input.
    name: str
    kind: SourceKind
    limits: Limits
    #: The line of the file on which the text begins: more than 1 only in NDJSON.
    first_line: int = 1
    #: The file, where the source is a whole file.
    path: Path | None = None
    #: The bytes, where they are at hand already.
    data: bytes | None = None

    @property
    def raw(self) -> bytes:
        """The bytes; raises ``UnreadableInput`` or ``LimitExceeded`` where the file cannot be read or is too large."""
        if self.data is not None:
            return self.data
        if self.path is None:
            raise ValueError(f"the source {self.name!r} has neither bytes nor a file")
        try:
            with self.path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if size > self.limits.max_bytes:
                    raise self.limits.exceeded("max_bytes", size, source=self.name)
                # The file may grow while it is read.
                raw = file.read(self.limits.max_bytes + 1)
        except OSError as error:
            raise os_failure(error, self.name) from error
        if len(raw) > self.limits.max_bytes:
            raise self.limits.exceeded("max_bytes", source=self.name)
        return raw


def lines_of(stream: IO[bytes], name: str, limits: Limits) -> Iterator[Source]:
    """Yield the lines of an NDJSON stream that are not blank, with their line numbers, one at a time."""
    number = 0
    empty = True
    while line := stream.readline(limits.max_bytes + 1):
        number += 1
        if len(line) > limits.max_bytes:
            raise limits.exceeded("max_bytes", source=name, line=number)
        if not line.isspace():
            empty = False
            yield Source(name, SourceKind.NDJSON_LINE, limits, number, data=line.rstrip(b"\r\n"))
    if empty:
        raise UnreadableInput(
            Unreadable.NO_DOCUMENTS,
            Text("the file holds no line with a document", "文件中没有任何含文档的行"),
            Text("Write one document on each line.", "请每行写入一份文档。"),
            source=name,
        )


def shown_name(path: str | os.PathLike[str]) -> str:
    """Return a path as text that can always be printed: names of files need not be valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def os_failure(error: OSError, name: str) -> UnreadableInput:
    """Return what a failure of the operating system means to the user."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return UnreadableInput(
                Unreadable.NOT_FOUND,
                Text("there is no such file or folder", "没有这个文件或文件夹"),
                Text("Check the spelling and the folder you are in.", "请检查拼写以及当前所在文件夹。"),
                source=name,
            )
        case PermissionError():
            return UnreadableInput(
                Unreadable.NO_PERMISSION,
                Text("you may not read it", "没有读取权限"),
                Text("Ask its owner for permission to read it.", "请向其所有者申请读取权限。"),
                source=name,
            )
        case IsADirectoryError():
            return is_folder(name)
        case _:
            reason = error.strerror or str(error)
            return UnreadableInput(
                Unreadable.READ_FAILED,
                Text(f"reading failed: {reason}", f"读取失败：{reason}"),
                Text("Check the disk or the connection it is on.", "请检查其所在的磁盘或连接。"),
                source=name,
            )


def is_folder(name: str) -> UnreadableInput:
    """Return the error for a folder that is named like a document."""
    return UnreadableInput(
        Unreadable.IS_FOLDER,
        Text("this is a folder, although it is named like a document", "这是文件夹，但名称像一份文档"),
        Text("Rename the folder, or name the documents in it.", "请重命名该文件夹，或指定其中的文档。"),
        source=name,
    )
