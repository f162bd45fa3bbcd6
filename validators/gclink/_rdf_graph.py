"""Triples by subject, in the order of the text, from the bytes of any RDF syntax.

Parsing is Oxigraph's and lenient: it keeps the lexical form of every literal, and lets relative and odd IRIs through to
structure, which then names the requirement they break. A store is never involved, because stores rewrite numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import pyoxigraph as ox

from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import Limits

#: The steps from the root of a tree to a value.
Path: TypeAlias = "tuple[str | int, ...]"
Node: TypeAlias = "ox.NamedNode | ox.BlankNode"
Term: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.Literal"

FORMATS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}

_NAMES: Final = {"turtle": "Turtle", "ntriples": "N-Triples", "trig": "TriG", "nquads": "N-Quads", "jsonld": "JSON-LD"}


@dataclass(slots=True)
class Graph:
    """The default graph of one text: subject -> predicate IRI -> objects, each in the order of the text, each once.

    ``named`` lists the named graphs that were met; their triples are not kept.
    """

    nodes: dict[Node, dict[str, dict[Term, None]]] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    #: Blank nodes that are the object of some triple.
    held: set[ox.BlankNode] = field(default_factory=set)

    def triples(self) -> Iterator[tuple[Node, str, Term]]:
        """Yield every triple."""
        for subject, predicates in self.nodes.items():
            for predicate, objects in predicates.items():
                for value in objects:
                    yield subject, predicate, value

    def ntriples(self) -> str:
        """Return the graph as N-Triples, with the labels of its blank nodes."""
        return "".join(f"{subject} <{predicate}> {value} .\n" for subject, predicate, value in self.triples())


def parse_graph(raw: bytes, kind: str, source: str, limits: Limits) -> Graph:
    """Return the graph of a text; raises UnreadableInput with line and column, and LimitExceeded."""
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", len(raw), source=source)
    if raw.startswith(b"\xef\xbb\xbf"):
        raise UnreadableInput(
            Unreadable.BYTE_ORDER_MARK,
            Text("the file begins with a UTF-8 byte order mark", "文件以 UTF-8 字节顺序标记 (BOM) 开头"),
            Text('Save it as "UTF-8" and not as "UTF-8 with BOM".', "请另存为“UTF-8”，而不是“UTF-8 (BOM)”。"),
            source=source,
            line=1,
            column=1,
            byte_offset=0,
        )
    graph = Graph()
    nodes, held = graph.nodes, graph.held
    count = 0
    try:
        for quad in ox.parse(raw, FORMATS[kind], lenient=True):
            count += 1
            if count > limits.max_members:
                raise limits.exceeded("max_members", source=source)
            value = quad.object
            if isinstance(value, ox.Triple) or isinstance(quad.subject, ox.Triple):
                raise _no_triple_terms(source)
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                if str(quad.graph_name) not in graph.named:
                    graph.named.append(str(quad.graph_name))
                continue
            if isinstance(value, ox.BlankNode):
                held.add(value)
            elif len(value.value) > limits.max_string:
                raise limits.exceeded("max_string", len(value.value), source=source)
            # A triple that is stated twice is one triple, whichever syntax repeats it.
            nodes.setdefault(quad.subject, {}).setdefault(quad.predicate.value, {})[value] = None
    except SyntaxError as error:
        raise _unreadable(error, raw, kind, source) from error
    return graph


def _unreadable(error: SyntaxError, raw: bytes, kind: str, source: str) -> UnreadableInput:
    line, column = error.lineno, error.offset
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as broken:
        begin, byte = raw.rfind(b"\n", 0, broken.start) + 1, raw[broken.start]
        return UnreadableInput(
            Unreadable.INVALID_UTF8,
            Text(f"the byte 0x{byte:02X} is not valid UTF-8", f"字节 0x{byte:02X} 不是有效的 UTF-8"),
            Text("Save the file as UTF-8.", "请将文件另存为 UTF-8。"),
            source=source,
            line=raw.count(b"\n", 0, broken.start) + 1,
            column=len(raw[begin : broken.start].decode("utf-8", "replace")) + 1,
            byte_offset=broken.start,
        )
    reason = str(error.msg).split(": ", 1)[-1].rsplit(" (line ", 1)[0]
    return UnreadableInput(
        Unreadable.SYNTAX,
        Text(f"the text is not {_NAMES[kind]}: {reason}", f"文本不是 {_NAMES[kind]}：{reason}"),
        Text("Mend the text at this place, or just before it.", "请修正此处或其前的文本。"),
        source=source,
        line=line,
        column=column,
    )


def _no_triple_terms(source: str) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.SYNTAX,
        Text("the text uses triples as terms (RDF 1.2)", "文本将三元组用作项（RDF 1.2）"),
        Text("Write plain RDF 1.1.", "请使用普通的 RDF 1.1。"),
        source=source,
    )
