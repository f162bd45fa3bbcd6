"""From what the user names (files, folders, archives, streams) to the single sources in it, in a stable order.

Everything that is wrong with the names themselves is said before the first document is read: a typo in the fifth
argument should not come to light after a minute of checking the first four.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypeAlias

from gclink._sniff import EXTENSIONS, HEAD, kind_of_name, sniff
from gclink._source import ContainerKind, Source, SourceKind, is_folder, lines_of, os_failure, shown_name
from gclink._zip import open_zip
from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits

__all__ = ["EXTENSIONS", "STDIN", "ContainerKind", "Ignored", "Source", "SourceKind", "open_sources", "sniff"]

#: The argument that names standard input, and the name it goes by in findings.
STDIN: Final = "-"
_STDIN_NAME: Final = "<stdin>"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file that was met and not read, and why."""

    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class _Item:
    """One file to open; without a kind it is told from its content. A pipe can be read only once, from its start."""

    path: Path | None
    name: str
    kind: SourceKind | ContainerKind | None
    is_pipe: bool = False


_Report: TypeAlias = Callable[[Ignored], None]


def open_sources(
    paths: Iterable[str | os.PathLike[str]],
    limits: Limits = DEFAULT_LIMITS,
    *,
    kind: SourceKind | None = None,
    stdin: IO[bytes] | None = None,
    on_ignored: _Report | None = None,
) -> Iterator[Source]:
    """Yield the sources in files, folders (recursively), ZIP archives, NDJSON files and standard input (``-``).

    The order is that of the arguments, inside a folder or archive that of the names. ``kind`` overrides what names and
    contents say for files that are named one by one. ``on_ignored`` hears of every file that is passed over. Raises
    ``UnreadableInput`` for a name that cannot be opened, before the first source, and ``LimitExceeded``.
    """
    report = on_ignored or _silent
    items = _planned(paths, kind, report)
    return _counted(_opened(items, limits, stdin, report), limits)


def _silent(_: Ignored) -> None:
    """Tell nobody; the default of ``on_ignored``."""


def _counted(sources: Iterator[Source], limits: Limits) -> Iterator[Source]:
    for count, source in enumerate(sources, 1):
        if count > limits.max_documents:
            raise limits.exceeded("max_documents", source=source.name)
        yield source


def _planned(paths: Iterable[str | os.PathLike[str]], kind: SourceKind | None, report: _Report) -> list[_Item]:
    """Return the files to open, each once, after looking at every name."""
    items: list[_Item] = []
    for given in paths:
        if given == STDIN:
            items.append(_Item(None, _STDIN_NAME, kind))
            continue
        path, name = Path(given), shown_name(given)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            raise os_failure(error if isinstance(error, OSError) else OSError(str(error)), name) from error
        if stat.S_ISDIR(mode):
            items.extend(_folder(path, name, report))
        elif stat.S_ISREG(mode):
            items.append(_Item(path, name, kind or kind_of_name(name)))
        else:
            items.append(_Item(path, name, kind, is_pipe=True))
    return _distinct(items, report)


def _distinct(items: list[_Item], report: _Report) -> list[_Item]:
    seen: set[str] = set()
    distinct = []
    for item in items:
        identity = _STDIN_NAME if item.path is None else os.path.realpath(item.path)
        if identity in seen:
            report(Ignored(item.name, Text("given twice", "重复给出")))
            continue
        seen.add(identity)
        distinct.append(item)
    return distinct


def _folder(folder: Path, name: str, report: _Report) -> list[_Item]:
    """Return the documents of a folder and the folders in it, sorted by path; hidden folders are passed over."""
    if kind_of_name(name) is not None:
        raise is_folder(name)
    found: list[Path] = []
    passed_over: list[tuple[Path, Text]] = []
    todo = [folder]
    while todo:
        current = todo.pop()
        try:
            with os.scandir(current) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            raise os_failure(error, shown_name(current)) from error
        for entry in entries:
            path = Path(entry.path)
            known = kind_of_name(entry.name) is not None
            if entry.is_dir():
                if known:
                    raise is_folder(shown_name(path))
                if entry.is_symlink():
                    passed_over.append((path, Text("a link to a folder", "指向文件夹的链接")))
                elif entry.name.startswith("."):
                    passed_over.append((path, Text("a hidden folder", "隐藏文件夹")))
                else:
                    todo.append(path)
            elif not known:
                passed_over.append((path, Text("not a document", "不是文档")))
            elif entry.is_file() or entry.is_symlink():
                found.append(path)
            else:
                passed_over.append((path, Text("a pipe or a device", "管道或设备")))
    for path, reason in sorted(passed_over, key=lambda pair: pair[0].parts):
        report(Ignored(shown_name(path), reason))
    if not found:
        raise UnreadableInput(
            Unreadable.NO_DOCUMENTS,
            Text(
                f"the folder holds no document ({len(passed_over)} other files)",
                f"文件夹中没有文档（另有 {len(passed_over)} 个其他文件）",
            ),
            Text(f"Documents are named {' '.join(EXTENSIONS)}.", f"文档的扩展名为 {' '.join(EXTENSIONS)}。"),
            source=name,
        )
    return [
        _Item(path, shown_name(path), kind_of_name(path.name)) for path in sorted(found, key=lambda path: path.parts)
    ]


def _opened(items: list[_Item], limits: Limits, stdin: IO[bytes] | None, report: _Report) -> Iterator[Source]:
    for item in items:
        if item.path is not None and isinstance(item.kind, SourceKind) and not item.is_pipe:
            yield Source(item.name, item.kind, limits, path=item.path)
            continue
        if item.path is None:
            yield from _stream(stdin or sys.stdin.buffer, item.kind, item.name, limits, report)
            continue
        try:
            file = item.path.open("rb")
        except OSError as error:
            raise os_failure(error, item.name) from error
        with file:
            if item.kind is ContainerKind.ZIP:
                size = os.fstat(file.fileno()).st_size
                yield from open_zip(file, size, item.name, limits, _named(report))
            else:
                yield from _stream(file, item.kind, item.name, limits, report)


def _named(report: _Report) -> Callable[[str, Text], None]:
    return lambda name, reason: report(Ignored(name, reason))


def _stream(
    stream: IO[bytes], kind: SourceKind | ContainerKind | None, name: str, limits: Limits, report: _Report
) -> Iterator[Source]:
    """Yield the sources of a stream that can be read only once, from its beginning."""
    try:
        if kind is ContainerKind.NDJSON:
            yield from lines_of(stream, name, limits)
            return
        head = stream.read(HEAD)
        kind = kind or sniff(head, name)
        if kind is ContainerKind.NDJSON:
            yield from lines_of(io.BufferedReader(_Joined(head, stream)), name, limits)
            return
        limit = "max_zip_bytes" if kind is ContainerKind.ZIP else "max_bytes"
        raw = head + stream.read(getattr(limits, limit) + 1)
    except OSError as error:
        raise os_failure(error, name) from error
    if len(raw) > getattr(limits, limit):
        raise limits.exceeded(limit, source=name)
    if kind is ContainerKind.ZIP:
        yield from open_zip(io.BytesIO(raw), len(raw), name, limits, _named(report))
    elif kind is SourceKind.JSON and len(raw) > HEAD and sniff(raw, name) is ContainerKind.NDJSON:
        yield from lines_of(io.BytesIO(raw), name, limits)
    elif isinstance(kind, SourceKind):
        yield Source(name, kind, limits, data=raw)


class _Joined(io.RawIOBase):
    """The bytes already read, then the rest of the stream; a pipe cannot be rewound."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
