"""The rules across documents as their published queries, over the merged graph of a bundle.

The queries of ``ontology/queries`` say the same as the procedures of ``gclink.bundle`` in another language and by
another way: joins over a graph instead of a walk through an index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from gclink._schemas import artefacts
from gclink.bundle import Bundle
from gclink.documents import Document
from gclink.engines._sparql_graph import triples

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Broken", "ask", "broken", "bundle_of", "graph", "queries", "views"]

#: A requirement and the id of a document that breaks it.
Broken = tuple[str, str]


def broken(bundle: Bundle, selects: Callable[[str], bool] = bool) -> set[Broken]:
    """Return what the queries find in a bundle: requirement and document, for each requirement that is asked for."""
    store = graph(bundle)
    return {
        (requirement, document)
        for requirement, query in queries().items()
        if selects(requirement)
        for document in ask(store, query)
    }


def bundle_of(documents: Iterable[Document], as_of: str) -> Bundle:
    """Return the bundle of a check: the documents of the right form, and the names of the others."""
    from gclink.structure import check_structure

    bundle = Bundle(as_of)
    for document in documents:
        if document.sound or not (document.faults or check_structure(document.tree)):
            bundle.add(document.tree, document.source)
        elif document.id is not None:
            bundle.add_broken(document.id, document.type or "")
    return bundle


def ask(store: Store, query: str) -> set[str]:
    """Return the documents that one query names; raises TypeError for a query that names something else."""
    from pyoxigraph import NamedNode

    found = set()
    solutions: Any = store.query(query)
    for solution in solutions:
        this = solution["this"]
        if not isinstance(this, NamedNode):
            raise TypeError(f"a query gives {this}, which is no document")
        found.add(this.value)
    return found


def graph(bundle: Bundle) -> Store:
    """Return the merged graph of a bundle with the derived properties and the views."""
    from pyoxigraph import Quad, RdfFormat, Store

    store = Store()
    # What an IRI is, the standard says in the form of its members (GCL-COR-005); the store is not to be stricter.
    store.load("".join(triples(bundle)).encode(), format=RdfFormat.N_TRIPLES, lenient=True)
    for query in views():
        made: Any = store.query(query)
        store.extend([Quad(*triple) for triple in made])
    return store


@cache
def queries() -> dict[str, str]:
    """Return the published query of each requirement."""
    files = _files(artefacts("ontology") / "queries")
    return {file.name.removesuffix(".rq"): file.read_text(encoding="utf-8") for file in files}


@cache
def views() -> tuple[str, ...]:
    """Return the published views, in the order in which they are added."""
    return tuple(file.read_text(encoding="utf-8") for file in _files(artefacts("ontology") / "queries" / "views"))


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name)
