"""The merged graph of a bundle as N-Triples: the documents, and what ``spec/bundle/graph/derived.yaml`` adds to them.

Added is what SPARQL cannot compute (digests, numbers in normal form), what the class tables hold (which member may
point where) and what is defined once for all rules (status over time, what counts as verified).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from gclink._model import model
from gclink._rdf_names import XSD
from gclink._rdf_triples import Iri, Literal, ntriples
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._status import MACHINES, best_within
from gclink.calculations.keys import normalised

_TRUE = Literal("true", XSD + "boolean")
#: The member of each asset that holds the number of its commercial document.
_NUMBERS = {
    "Receivable": "invoiceNumber",
    "PurchaseOrder": "orderNumber",
    "Inventory": "receiptNumber",
    "Undertaking": "undertakingNumber",
}


def triples(bundle: Bundle) -> Iterator[str]:
    """Yield the graph, one document at a time.

    Of two documents with one id the first gives the content, as in ``Bundle.get``; of the other there is the digest.
    A blank node is labelled by the number of its document and its place in it, so that the text is always the same.
    """
    yield _fact(_gcl("check"), "checkInstant", Literal(bundle.as_of, XSD + "dateTime"))
    yield _fact(_gcl("check"), "checkDay", Literal(bundle.day, XSD + "date"))
    yield from _class_tables()
    for identifier in bundle.broken:
        yield _fact(Iri(identifier), "unreadable", _TRUE)
    for entry in bundle.entries:
        this = Iri(entry.id)
        if bundle.get(entry.id) is not entry:
            yield _fact(this, "furtherDigest", Literal(entry.digest))
            continue
        yield _fact(this, "computedDigest", Literal(entry.digest))
        yield _fact(this, "placeInBundle", _integer(entry.number + 1))
        yield from _document(bundle, entry, this)


def _document(bundle: Bundle, entry: Entry, this: Iri) -> Iterator[str]:
    text, nodes = ntriples(entry.tree, f"d{entry.number}b")
    yield text
    for node, pointer in nodes.items():
        if pointer:
            yield _fact(node, "inDocument", this)
    if entry.type in _NUMBERS:
        yield _fact(this, "keyNumber", Literal(normalised(entry.tree[_NUMBERS[entry.type]])))
    for target, _ in bundle.relies_on(entry):
        yield _fact(this, "reliesOn", Iri(target.id))
    for statement in bundle.verifications(entry):
        yield _fact(this, "verifiedBy", Iri(statement.id))
    yield from _status(bundle, entry, this)


def _status(bundle: Bundle, entry: Entry, this: Iri) -> Iterator[str]:
    """Yield the effective status of a document over time and at the check (GCL-COR-025)."""
    spans = bundle.spans(entry)
    yield _fact(this, "effectiveStatus", _status_code(bundle.status(entry)))
    best = best_within(spans, _day_before(bundle.as_of), bundle.as_of)
    yield _fact(this, "graceStatus", _status_code(best))
    for number, span in enumerate(spans):
        node = f"_:d{entry.number}s{number}"
        yield _fact(this, "statusSpan", node)
        yield _fact(node, "spanStatus", _status_code(span.status))
        yield _fact(node, "spanNumber", _integer(number + 1))
        yield _fact(node, "from", Literal(span.start, XSD + "dateTime"))
        yield _fact(node, "until", Literal(span.end, XSD + "dateTime"))


def _class_tables() -> Iterator[str]:
    """Yield the machine of each class, and which member of which class may point at which classes.

    Inherited members and abstract targets are written out.
    """
    for name, machine in MACHINES.items():
        yield _fact(_gcl(name), "machineOfClass", _gcl(f"machine/{machine}"))
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


def _day_before(instant: str) -> str:
    form = "%Y-%m-%dT%H:%M:%SZ"
    return (datetime.strptime(instant, form) - timedelta(hours=24)).strftime(form)  # noqa: DTZ007 - always UTC


def _fact(subject: object, name: str, value: object) -> str:
    return f"{subject} {_gcl(name)} {value} .\n"


def _gcl(name: str) -> Iri:
    return Iri(model().base + name)


def _integer(number: int) -> Literal:
    return Literal(str(number), XSD + "integer")


def _status_code(status: str) -> Iri:
    return _gcl(f"documentStatus/{status}")
