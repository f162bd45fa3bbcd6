"""A case's document as the text that is sent, whole or broken.

The library writes only documents of the right form. A broken one has to travel too, with its fault and no other: in
JSON-LD it is its JSON with the context, in Turtle its triples one by one, in XML its elements.
"""

from __future__ import annotations

from typing import Any

from gclink._rdf_names import CONTEXT
from gclink._rdf_triples import ntriples
from gclink.convert import convert
from gclink.structure import walk

from gclink_conformance.generated.broken_xml import to_xml

Tree = dict[str, Any]


def encode(tree: Tree, form: str) -> bytes:
    """Return a document in ``json``, ``xml``, ``jsonld``, ``turtle`` or ``ntriples``.

    XML has no place for a value of another kind: such a fault does not travel there, and its case gives the text
    itself.
    """
    if form == "json" or next(walk(tree), None) is None:
        return convert(tree, form)
    if form == "xml":
        return to_xml(tree)
    if form == "jsonld":
        return convert({"@context": CONTEXT, **tree}, "json")
    return ntriples(tree)[0].encode()
