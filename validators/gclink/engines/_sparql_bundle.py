"""The rules across documents as their published queries, over the merged graph of a bundle.

The queries of ``ontology/queries`` say the same as the procedures of ``gclink.bundle`` in another language and by
another way: joins over a graph instead of a walk through an index. What SPARQL cannot compute (digests, which member
may point where) and what is defined once for all rules (status over time) is added to the graph first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from gclink._model import model
from gclink._rdf_names import XSD
from gclink._rdf_triples import Iri, Literal, ntriples
from gclink._schemas import artefacts
from gclink.bundle._index import Bundle
from gclink.bundle._status import best_within

if TYPE_CHECKING:
    from pyoxigraph import Store

#: A requirement and the id of a document that breaks it.
Broken = tuple[str, str]


def broken(bundle: Bundle, selects: Callable[[str], bool] = bool) -> set[Broken]:
    """Return what the queries find in a bundle: requirement and document, for each requirement that is asked for."""
    store = graph(bundle)
    found: set[Broken] = set()
    for requirement, query in queries().items():
        if selects(requirement):
            found |= {(requirement, document) for document in ask(store, query)}
    return found


def ask(store: Store, query: str) -> set[str]:
    """Return the documents that one query names."""
    from pyoxigraph import NamedNode

    found = set()
    for solution in _select(store, query):
        this = solution["this"]
        if not isinstance(this, NamedNode):
            raise TypeError(f"a query gives {this}, which is no document")
        found.add(this.value)
    return found


def graph(bundle: Bundle) -> Store:
    """Return the merged graph of a bundle with the derived properties and the views."""
    from pyoxigraph import Quad, RdfFormat, Store

    store = Store()
    store.load("".join(triples(bundle)).encode(), format=RdfFormat.N_TRIPLES)
    for query in views():
        made: Any = store.query(query)
        store.extend([Quad(*triple) for triple in made])
    return store


@cache
def queries() -> dict[str, str]:
    """Return the published query of each requirement."""
    return {_stem(file): file.read_text(encoding="utf-8") for file in _files(artefacts("ontology") / "queries")}


@cache
def views() -> tuple[str, ...]:
    """Return the published views, in the order in which they are added."""
    return tuple(file.read_text(encoding="utf-8") for file in _files(artefacts("ontology") / "queries" / "views"))


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name)


def _stem(file: Traversable) -> str:
    return file.name.removesuffix(".rq")


def _select(store: Store, query: str) -> Iterable[Any]:
    solutions: Any = store.query(query)
    return solutions  # type: ignore[no-any-return]


def triples(bundle: Bundle) -> Iterator[str]:
    """Yield the merged graph as N-Triples: the documents, then what is derived, one document at a time.

    A blank node is labelled by the number of its document and its place in it, so that a text is the same every time.
    """
    yield _fact(_gcl("check"), "checkInstant", Literal(bundle.as_of, XSD + "dateTime"))
    yield _fact(_gcl("check"), "checkDay", Literal(bundle.day, XSD + "date"))
    yield from _class_tables()
    for identifier in bundle.broken:
        yield _fact(Iri(identifier), "unreadable", _TRUE)
    for entry in bundle.entries:
        text, nodes = ntriples(entry.tree, f"d{entry.number}b")
        yield text
        this = Iri(entry.id)
        for node, pointer in nodes.items():
            if pointer:
                yield f"{node} {_gcl('inDocument')} {this} .\n"
        yield _fact(this, "computedDigest", Literal(entry.digest))
        yield _fact(this, "placeInBundle", Literal(str(entry.number + 1), XSD + "integer"))
        for target, reference in bundle.relies_on(entry):
            if not (entry.type == "VerificationStatement" and reference.field == "subjects"):
                yield _fact(this, "reliesOn", Iri(target.id))
        if len(bundle.all(entry.id)) == 1:
            for statement in bundle.verifications(entry):
                yield _fact(this, "verifiedBy", Iri(statement.id))
        yield from _status(bundle, entry.id, f"d{entry.number}s")


def _status(bundle: Bundle, identifier: str, prefix: str) -> Iterator[str]:
    """Yield the effective status of a document over time and at the check (GCL-COR-025)."""
    entry = bundle.get(identifier)
    assert entry is not None
    this, spans = Iri(identifier), bundle.spans(entry)
    yield _fact(this, "effectiveStatus", _code("documentStatus", bundle.status(entry)))
    best = best_within(spans, _day_before(bundle.as_of), bundle.as_of)
    yield _fact(this, "graceStatus", _code("documentStatus", best))
    for number, span in enumerate(spans):
        node = f"_:{prefix}{number}"
        yield _fact(this, "statusSpan", node)
        yield _fact(node, "spanStatus", _code("documentStatus", span.status))
        yield _fact(node, "from", Literal(span.start, XSD + "dateTime"))
        yield _fact(node, "until", Literal(span.end, XSD + "dateTime"))


def _day_before(instant: str) -> str:
    form = "%Y-%m-%dT%H:%M:%SZ"
    return (datetime.strptime(instant, form) - timedelta(hours=24)).strftime(form)  # noqa: DTZ007 - always UTC


def _class_tables() -> Iterator[str]:
    """Yield which member of which class may point at which classes, abstract ones written out."""
    documents = [cls for cls in model().classes.values() if cls.kind == "document"]
    for cls in model().classes.values():
        for field in cls.fields.values() if cls.kind != "abstract" else ():
            if field.type not in ("ref", "DocumentReference"):
                continue
            node = f"_:row-{cls.name}-{field.name}"
            yield _fact(node, "ofClass", _gcl(cls.name))
            yield _fact(node, "byField", _gcl(field.name))
            for target in documents:
                if any(target.is_a(name) for name in field.targets):
                    yield _fact(node, "refersTo", _gcl(target.name))


_TRUE = Literal("true", XSD + "boolean")


def _fact(subject: object, name: str, value: object) -> str:
    return f"{subject} {_gcl(name)} {value} .\n"


def _gcl(name: str) -> Iri:
    return Iri(model().base + name)


def _code(code_list: str, code: str) -> Iri:
    return Iri(f"{model().base}{code_list}/{code}")
