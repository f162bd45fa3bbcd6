"""The documents of a ZIP archive, none of which is ever written to disk.

An archive is the one input that can be a thousand times larger than it looks and can name places outside itself. Its
directory is checked as a whole before the first member is read; an archive that is unsafe in one place is refused.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Final

from gclink._sniff import EXTENSIONS, kind_of_name
from gclink._source import ContainerKind, Source, SourceKind, lines_of
from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import Limits

__all__ = ["open_zip"]

#: A member smaller than this is harmless, however well it is compressed.
_SMALL: Final = 1024 * 1024
_ENCRYPTED: Final = 0x1
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAILURES: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def open_zip(
    file: IO[bytes], size: int, name: str, limits: Limits, ignored: Callable[[str, Text], None]
) -> Iterator[Source]:
    """Yield the documents of an archive of ``size`` bytes, sorted by name; NDJSON members line by line.

    Raises ``UnreadableInput`` for an archive that is broken, encrypted, nested or unsafe, ``LimitExceeded`` for a bomb.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _FAILURES as error:
        raise _broken(name, error) from error
    with archive:
        documents = []
        for info in _checked(archive.infolist(), size, name, limits):
            if kind_of_name(info.filename) is None:
                ignored(f"{name}!/{info.filename}", Text("not a document", "不是文档"))
            else:
                documents.append(info)
        if not documents:
            raise UnreadableInput(
                Unreadable.NO_DOCUMENTS,
                Text("the archive holds no document", "压缩包中没有文档"),
                Text(f"Documents are named {' '.join(EXTENSIONS)}.", f"文档的扩展名为 {' '.join(EXTENSIONS)}。"),
                source=name,
            )
        for info in documents:
            yield from _member(archive, info, name, limits)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> Iterator[Source]:
    shown = f"{name}!/{info.filename}"
    kind = kind_of_name(info.filename)
    try:
        with archive.open(info) as stream:
            if kind is ContainerKind.NDJSON:
                yield from lines_of(stream, shown, limits)
                return
            raw = stream.read(limits.max_bytes + 1)
    except _FAILURES as error:
        raise _broken(shown, error) from error
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", source=shown)
    if raw.startswith(b"PK\x03\x04"):
        raise _nested(shown)
    if isinstance(kind, SourceKind):  # nothing else is left: _checked refused archives, and the caller what is unknown
        yield Source(shown, kind, limits, data=raw)


def _checked(infos: list[zipfile.ZipInfo], size: int, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    """Return the files of the directory, sorted by name, or refuse the archive for what its directory says."""
    if len(infos) > limits.max_documents:
        raise limits.exceeded("max_documents", len(infos), source=name)
    files = sorted((info for info in infos if not info.is_dir()), key=lambda info: info.filename)
    total = sum(info.file_size for info in files)
    if total > limits.max_zip_bytes:
        raise limits.exceeded("max_zip_bytes", total, source=name)
    if sum(info.compress_size for info in files) > size:
        raise _broken(name, "its members are larger than the archive")
    seen: set[str] = set()
    for info in infos:
        _check_name(info, name)
    for info in files:
        _check_member(info, f"{name}!/{info.filename}", limits)
        if info.filename in seen:
            raise _unsafe(
                f"{name}!/{info.filename}", "the archive holds two members of this name", "压缩包中有两个同名成员"
            )
        seen.add(info.filename)
    return files


def _check_name(info: zipfile.ZipInfo, name: str) -> None:
    path = info.orig_filename
    shown = f"{name}!/{path}"
    if path.startswith("/") or _DRIVE.match(path):
        raise _unsafe(shown, "the member has an absolute path", "成员使用了绝对路径")
    if "\\" in path or "\x00" in path:
        raise _unsafe(shown, "the name of the member holds a backslash or a zero byte", "成员名含反斜杠或零字节")
    if ".." in path.split("/"):
        raise _unsafe(shown, "the member points outside the archive (..)", "成员指向压缩包之外 (..)")
    mode = stat.S_IFMT(info.external_attr >> 16)
    if mode not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(shown, "the member is a link or a device, not a file", "成员是链接或设备，不是文件")


def _check_member(info: zipfile.ZipInfo, shown: str, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableInput(
            Unreadable.ENCRYPTED_ZIP,
            Text("the member is encrypted", "成员已加密"),
            Text("Unpack the archive and give the documents themselves.", "请解压后直接提供文档。"),
            source=shown,
        )
    kind = kind_of_name(info.filename)
    if kind is ContainerKind.ZIP:
        raise _nested(shown)
    if kind is None:
        return
    if info.compress_type not in _METHODS:
        raise _broken(shown, f"its compression method {info.compress_type} is not deflate")
    if info.file_size > _SMALL and info.file_size > limits.max_zip_ratio * max(info.compress_size, 1):
        raise limits.exceeded("max_zip_ratio", info.file_size // max(info.compress_size, 1), source=shown)
    if kind is not ContainerKind.NDJSON and info.file_size > limits.max_bytes:
        raise limits.exceeded("max_bytes", info.file_size, source=shown)


def _broken(shown: str, reason: object) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.BROKEN_ZIP,
        Text(f"the ZIP archive cannot be read: {reason}", f"无法读取 ZIP 压缩包：{reason}"),
        Text("Download or pack it again with an ordinary ZIP program.", "请重新下载，或用普通 ZIP 程序重新打包。"),
        source=shown,
    )


def _nested(shown: str) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.NESTED_ZIP,
        Text("an archive inside an archive is not opened", "不打开压缩包中的压缩包"),
        Text("Pack the documents themselves into one archive.", "请把文档直接打包进一个压缩包。"),
        source=shown,
    )


def _unsafe(shown: str, en: str, zh: str) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.UNSAFE_ZIP,
        Text(en, zh),
        Text("Do not trust this archive; ask for the documents themselves.", "请勿信任此压缩包；请索取文档本身。"),
        source=shown,
    )
