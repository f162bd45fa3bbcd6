"""What a text is, told from its name or else from its first characters."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Final

import orjson

from gclink._json_bytes import decode
from gclink._source import ContainerKind, SourceKind
from gclink.errors import Text, Unreadable, UnreadableInput

__all__ = ["EXTENSIONS", "HEAD", "kind_of_name", "sniff"]

#: The extensions of documents; small and capital letters are the same.
EXTENSIONS: Final[dict[str, SourceKind | ContainerKind]] = {
    ".json": SourceKind.JSON,
    ".jsonld": SourceKind.JSONLD,
    ".xml": SourceKind.XML,
    ".ttl": SourceKind.TURTLE,
    ".nt": SourceKind.NTRIPLES,
    ".ndjson": ContainerKind.NDJSON,
    ".zip": ContainerKind.ZIP,
}

#: How many bytes are enough to tell a syntax, unless the first line of NDJSON is longer.
HEAD: Final = 64 * 1024

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_IRI: Final = r"<[A-Za-z][A-Za-z0-9+.-]*:(?://|(?<=urn:|did:|tag:))[^\s<>\"{}|^`\\]*>"
# A line of N-Triples is also Turtle; it is called N-Triples when the whole first statement is written out on one line.
_NTRIPLES: Final = re.compile(rf"(?:{_IRI}|_:\S+)[ \t]+{_IRI}[ \t]+(?:{_IRI}|_:\S+|\"[^\n]*)[ \t]*\.[ \t]*(?:\r?\n|$)")
_TURTLE: Final = re.compile(
    rf"@(?:prefix|base)\s|prefix\s+[\w.-]*:\s*<|base\s+<|{_IRI}\s+\S|_:\S+\s|\[\s*\]?\s*[A-Za-z<]", re.I
)
_COMMENTS: Final = re.compile(r"(?:\s*#[^\n]*\n)+\s*")
_XML: Final = re.compile(r"<(?:\?xml|!--|!DOCTYPE|[^\W\d][\w.:-]*[\s/>])", re.I)


def kind_of_name(name: str) -> SourceKind | ContainerKind | None:
    """Return what the extension of a name says, None for an extension that says nothing here."""
    return EXTENSIONS.get(PurePath(name).suffix.lower())


def sniff(raw: bytes, source: str = "<input>") -> SourceKind | ContainerKind:
    """Return what a text is, from its content alone; ``raw`` may be the beginning of a longer text.

    JSON-LD is JSON here: a document of this standard may carry ``@context`` and stays JSON. Raises ``UnreadableInput``
    for content that is none of the known syntaxes.
    """
    if not raw.strip():
        decode(raw, source)  # says that the input is empty or blank
    if raw.startswith(_ZIP):
        return ContainerKind.ZIP
    text = _beginning(raw)
    if text.startswith("{"):
        return ContainerKind.NDJSON if _holds_lines(raw) else SourceKind.JSON
    if re.match(r"\[\s*(?:[{\[\"\d]|\]?\s*$)", text):
        return SourceKind.JSON
    statement = _COMMENTS.sub("", text, count=1) if text.startswith("#") else text
    if _NTRIPLES.match(statement):
        return SourceKind.NTRIPLES
    if _TURTLE.match(statement):
        return SourceKind.TURTLE
    if _XML.match(text):
        return SourceKind.XML
    raise UnreadableInput(
        Unreadable.UNKNOWN_FORMAT,
        Text("this is neither JSON nor XML nor Turtle", "内容既不是 JSON，也不是 XML 或 Turtle"),
        Text(
            f"Documents are read from {' '.join(EXTENSIONS)}; name the file by what it holds.",
            f"可读取的文档扩展名为 {' '.join(EXTENSIONS)}；请按内容命名文件。",
        ),
        source=source,
    )


def _beginning(raw: bytes) -> str:
    """Return the first characters without byte order mark and leading blanks, in whatever encoding they are."""
    head = raw[:HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").lstrip()
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").lstrip()


def _holds_lines(raw: bytes) -> bool:
    """Return whether the first line is a whole JSON object and another object follows it."""
    first, newline, rest = raw.lstrip().partition(b"\n")
    if not newline or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        return False
