"""One document as it was read, whichever syntax it came in: tree, source, places, and what the text got wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from gclink._text import Text
from gclink.containers import Source, SourceKind, open_sources
from gclink.findings import path_of, pointer_of
from gclink.limits import DEFAULT_LIMITS, Limits
from gclink.structure import Fault, Path, walk

Locator = Callable[[Path], tuple[int | None, int | None]]


@dataclass(slots=True)
class Document:
    """One document of any syntax.

    ``tree`` is canonical when ``faults`` is empty. ``faults`` are those of the text itself (doubled keys, loose text in
    XML, ill-typed literals in RDF ...); structure adds its own. ``locate`` gives line and column of a path. ``raw`` is
    the text it was read from, for engines that judge the syntax itself; ``index`` its place among the documents there,
    ``first_line`` the line of the file on which the text begins (more than 1 in NDJSON only).
    """

    tree: Any
    source: str
    syntax: str
    faults: list[Fault] = field(default_factory=list)
    locate: Locator = lambda _path: (None, None)
    raw: bytes = b""
    index: int = 0
    first_line: int = 1
    sound: bool = False
    fetch_native: Callable[[], Any] = lambda: None

    @property
    def native(self) -> Any:
        """The document as its own syntax has it, for engines that judge it: an lxml element, a document of a graph."""
        return self.fetch_native()

    @property
    def id(self) -> str | None:
        """The id the document gives itself, None where it gives none."""
        value = self.tree.get("id") if isinstance(self.tree, dict) else None
        return value if isinstance(value, str) else None

    @property
    def type(self) -> str | None:
        """The class the document names, None where it names none."""
        value = self.tree.get("type") if isinstance(self.tree, dict) else None
        return value if isinstance(value, str) else None


def read_documents(paths: Iterable[str | FilePath], limits: Limits = DEFAULT_LIMITS) -> Iterator[Document]:
    """Yield the documents of files, folders, ZIP archives and NDJSON streams, in a stable order.

    Raises UnreadableInput (exit code 3 of the command line) with place and mend for what cannot be read.
    """
    for source in open_sources([str(path) for path in paths], limits):
        yield from read_source(source, limits)


def read_bytes(
    raw: bytes, kind: str, source: str = "<input>", limits: Limits = DEFAULT_LIMITS, *, first_line: int = 1
) -> list[Document]:
    """Return the documents of one text; ``kind`` is json, jsonld, xml, turtle or ntriples (else ValueError)."""
    reader = _READERS.get(kind)
    if reader is None:
        raise ValueError(f"{kind!r} is not one of {', '.join(_READERS)}")
    return reader(raw, kind, source, limits, first_line)


def read_source(source: Source, limits: Limits) -> list[Document]:
    """Return the documents of one source."""
    return _READERS[source.kind](source.raw, source.kind.value, source.name, limits, source.first_line)


# A command that checks one JSON document must not pay for XML; a stream of documents must not pay for imports.


@cache
def _json_reader() -> Callable[..., Any]:
    from gclink._json_reader import read_json_documents

    return read_json_documents


@cache
def _xml_reader() -> Callable[..., Any]:
    from gclink._xml_reader import read_xml

    return read_xml


def _json(raw: bytes, _kind: str, name: str, limits: Limits, first_line: int) -> list[Document]:
    return [
        Document(
            document.tree,
            name,
            "json",
            _json_faults(document.tree, document.problems) if document.problems else [],
            document.locate_path,
            raw,
            index,
            first_line,
        )
        for index, document in enumerate(_json_reader()(raw, name, limits, first_line=first_line))
    ]


def _json_faults(tree: Any, problems: Iterable[Any]) -> list[Fault]:
    """Turn faults of the raw text into structural faults.

    A number in an unusual spelling is told in the words of structure where structure refuses it too: it knows whether a
    decimal or an integer was due. It is told here, since JSON Schema takes 5.0 for an integer.
    """
    refused = {pointer_of(fault.path): fault for fault in walk(tree)}
    faults = []
    for problem in problems:
        if problem.kind == "number" and problem.pointer in refused:
            faults.append(replace(refused[problem.pointer], kind="spelling"))
            continue
        faults.append(
            Fault(
                path_of(problem.pointer),
                "",
                str(problem.kind),
                problem.requirement,
                problem.expected,
                problem.message,
            )
        )
    return faults


def _constant(value: Any) -> Callable[[], Any]:
    return lambda: value


def _by_pointer(locate: Callable[[str], tuple[int, int]]) -> Locator:
    return lambda path: locate(pointer_of(path))


def _xml(raw: bytes, _kind: str, name: str, limits: Limits, _first_line: int) -> list[Document]:
    return [
        Document(
            document.tree,
            name,
            "xml",
            document.faults,
            document.locate,
            raw,
            index,
            sound=document.sound,
            fetch_native=document.fetch_root,
        )
        for index, document in enumerate(_xml_reader()(raw, name, limits))
    ]


def _rdf(raw: bytes, kind: str, name: str, limits: Limits, _first_line: int) -> list[Document]:
    from gclink._rdf_reader import read_rdf

    documents = []
    for index, document in enumerate(read_rdf(raw, kind, name, limits)):
        faults = [
            Fault(
                path_of(problem.pointer),
                getattr(problem, "key", "") or "",
                str(problem.kind),
                problem.requirement,
                problem.expected,
                problem.found if isinstance(problem.found, Text) else Text(str(problem.found), str(problem.found)),
            )
            for problem in document.problems
        ]
        documents.append(
            Document(
                tree=document.tree,
                source=name,
                syntax=kind,
                faults=faults,
                locate=_by_pointer(document.locate),
                raw=raw,
                index=index,
                fetch_native=_constant(document),
            )
        )
    return documents


#: Each kind of text and what reads it.
_READERS: dict[str, Callable[[bytes, str, str, Limits, int], list[Document]]] = {
    SourceKind.JSON: _json,
    SourceKind.NDJSON_LINE: _json,
    SourceKind.XML: _xml,
    SourceKind.JSONLD: _rdf,
    SourceKind.TURTLE: _rdf,
    SourceKind.NTRIPLES: _rdf,
}
