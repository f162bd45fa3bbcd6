"""From bytes to text, or to the reason why these bytes are no JSON text."""

from __future__ import annotations

import re
from typing import Final

from gclink.errors import Text, Unreadable, UnreadableInput

__all__ = ["decode"]

_UTF8_MARK: Final = b"\xef\xbb\xbf"
#: Byte order marks, and what the first four bytes of ASCII text look like in the wide encodings; longest first.
_WIDE: Final = (
    (re.compile(rb"\xff\xfe\x00\x00|\x00\x00\xfe\xff|\x00\x00\x00[^\x00]|[^\x00]\x00\x00\x00", re.S), "UTF-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff|\x00[^\x00]|[^\x00]\x00[^\x00]\x00", re.S), "UTF-16"),
)
_MAGIC: Final = (
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"),
)
_BLANK: Final = b" \t\r\n"
_OTHER: Final = (
    (re.compile(r"<(\?xml|!|[A-Za-z_][\w.:-]*[\s/>])"), Text("XML", "XML"), ".xml"),
    (
        re.compile(r"<[a-z]+:|@prefix\b|@base\b|prefix\s+[\w.-]*:\s*<|base\s+<", re.I),
        Text("RDF (Turtle)", "RDF (Turtle)"),
        ".ttl",
    ),
)


def decode(raw: bytes, source: str, first_line: int = 1) -> str:
    """Return the text of a JSON document, or say why these bytes cannot be one.

    ``first_line`` is the line of the file on which ``raw`` begins. Raises ``UnreadableInput``.
    """

    def refuse(code: Unreadable, message: Text, hint: Text, offset: int = 0) -> UnreadableInput:
        line = first_line + raw.count(b"\n", 0, offset)
        start = raw.rfind(b"\n", 0, offset) + 1
        column = len(raw[start:offset].decode("utf-8", "replace")) + 1
        return UnreadableInput(code, message, hint, source=source, line=line, column=column, byte_offset=offset)

    if not raw:
        raise refuse(
            Unreadable.EMPTY,
            Text("the file is empty", "文件为空"),
            Text("Write the document again, or name another file.", "请重新写入文档，或指定其他文件。"),
        )
    if not raw.strip(_BLANK):
        raise refuse(
            Unreadable.BLANK,
            Text("the file holds only white space", "文件只含空白字符"),
            Text("Write the document again, or name another file.", "请重新写入文档，或指定其他文件。"),
        )
    if raw.startswith(_UTF8_MARK):
        raise refuse(
            Unreadable.BYTE_ORDER_MARK,
            Text("the file begins with a UTF-8 byte order mark", "文件以 UTF-8 字节顺序标记 (BOM) 开头"),
            Text('Save it as "UTF-8" and not as "UTF-8 with BOM".', "请另存为“UTF-8”，而不是“UTF-8 (BOM)”。"),
        )
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise refuse(
                Unreadable.BINARY,
                Text(f"the file is {name} data, not JSON", f"文件是 {name} 数据，不是 JSON"),
                Text("Name the JSON, XML or Turtle document.", "请指定 JSON、XML 或 Turtle 文档。"),
            )
    for pattern, name in _WIDE:
        if pattern.match(raw):
            raise refuse(
                Unreadable.WRONG_ENCODING,
                Text(f"the file is encoded in {name}; JSON is UTF-8", f"文件编码为 {name}；JSON 须为 UTF-8"),
                Text('Save it as "UTF-8".', "请另存为“UTF-8”。"),
            )
    if (zero := raw.find(b"\x00")) >= 0:
        raise refuse(
            Unreadable.BINARY,
            Text("the file holds a zero byte, so it is not text", "文件含有零字节，不是文本文件"),
            Text("Name the JSON, XML or Turtle document.", "请指定 JSON、XML 或 Turtle 文档。"),
            zero,
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise refuse(
            Unreadable.INVALID_UTF8,
            Text(f"the byte 0x{byte:02X} is not valid UTF-8 here", f"此处的字节 0x{byte:02X} 不是有效的 UTF-8"),
            Text(
                "Save the file as UTF-8; files from Chinese Windows programs are often GB 18030.",
                "请将文件另存为 UTF-8；中文 Windows 程序生成的文件常为 GB 18030 编码。",
            ),
            error.start,
        ) from None
    body = text.lstrip(" \t\r\n")
    for other, label, extension in _OTHER:
        if other.match(body):
            raise refuse(
                Unreadable.OTHER_FORMAT,
                Text(f"the file holds {label.en}, not JSON", f"文件内容是 {label.zh}，不是 JSON"),
                Text(f"Name it {extension} to have it read as such.", f"请将其命名为 {extension}，以便按该格式读取。"),
            )
    return text
