"""A finding about RDF names the line and the column at which its triple stands."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from gclink import _rdf_writer
from gclink._model import model
from gclink._rdf_reader import read_rdf
from gclink._rdf_triples import quote
from gclink._turtle_places import LostError, read_places
from gclink.findings import pointer_of
from gclink_conformance.trees import valid_tree

DOCUMENTS = [name for name, cls in model().classes.items() if cls.kind == "document"]


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the pointer and the value of everything that is no container."""
    if isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, step))
    else:
        yield pointer_of(path), value


def text_at(text: str, place: tuple[int | None, int | None]) -> str:
    line, column = place
    assert line is not None
    assert column is not None
    return text.split("\n")[line - 1][column - 1 :]


def stands_there(value: Any, found: str) -> bool:
    """Whether a value begins a text: as a bare or quoted literal, as an IRI, or as a code by prefix or IRI."""
    text = {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    first = found.split()[0].rstrip(";,.")
    return found.startswith((quote(text), f"<{text}>")) or first == text or first.endswith((f"/{text}>", f":{text}"))


@pytest.mark.parametrize("syntax", ["turtle", "ntriples"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_value_is_found_where_it_stands(name: str, syntax: str) -> None:
    tree = valid_tree(model(), name, random.Random(11), 1.0)
    text = _rdf_writer.write(tree, syntax).decode()
    [document] = read_rdf(text.encode(), syntax, "test")
    lost = []
    for pointer, value in leaves(tree):
        if pointer in ("/id", "/type") or pointer.endswith("/type"):
            continue
        found = text_at(text, document.locate(pointer))
        if not stands_there(value, found):
            lost.append((pointer, value, found))
    assert lost == []


def test_a_missing_member_is_told_at_the_object_that_should_have_it() -> None:
    body = (
        "@prefix gcl: <https://w3id.org/gclink/> .\n"
        "# a comment with a . and a [ in it\n"
        "<https://ex.org/a> a gcl:Site ;\n"
        "    gcl:area [\n"
        "        a gcl:Quantity ] .\n"
    )
    [document] = read_rdf(body.encode(), "turtle", "test")
    assert document.locate("/area/unit") == (4, 14)
    assert document.locate("/country") == (3, 1)
    assert document.locate("") == (3, 1)
    assert document.locate("/area/unit/deeper/still") == (4, 14)


def test_places_follow_labels_long_texts_and_several_statements() -> None:
    body = (
        "PREFIX g: <https://w3id.org/gclink/>\n"
        "BASE <https://ex.org/>\n"
        '<a> a g:Site ; g:name """long\n'
        "text ; . [ over 'lines'\"\"\"@en , 'Zwei'@de ;; g:siteRoles <r1>, <r1> , <r2>.\n"
        "_:b1.x a g:Quantity ; g:unit 'har' .\n"
        "<a> g:area _:b1.x .\n"
        "<a> g:siteRoles <r3> ; .\n"
    )
    [document] = read_rdf(body.encode(), "turtle", "test")
    assert document.tree["siteRoles"] == ["https://ex.org/r1", "https://ex.org/r2", "https://ex.org/r3"]
    lines = body.split("\n")
    assert document.locate("/name/en") == (3, lines[2].index('"""') + 1)
    assert document.locate("/name/de") == (4, lines[3].index("'Zwei'") + 1)
    assert document.locate("/siteRoles/1") == (4, lines[3].index("<r2>") + 1)
    assert document.locate("/siteRoles/2") == (7, lines[6].index("<r3>") + 1)
    assert document.locate("/area") == (6, lines[5].index("_:b1.x") + 1)
    assert document.locate("/area/unit") == (5, lines[4].index("'har'") + 1)


def test_a_document_without_a_name_is_found_as_well() -> None:
    body = "@prefix gcl: <https://w3id.org/gclink/> .\n\n[] a gcl:Site ;\n  gcl:country 5 .\n"
    [document] = read_rdf(body.encode(), "turtle", "test")
    assert document.locate("/country") == (4, 15)


def test_an_item_moved_by_its_position_keeps_its_line() -> None:
    step = "gcl:steps [ a gcl:RatchetStep ; gcl:position {0} ; gcl:lower {0} ]"
    body = (
        "@prefix gcl: <https://w3id.org/gclink/> .\n"
        "<https://ex.org/a> a gcl:SustainabilityTerms ;\n"
        f"  gcl:ratchets [ a gcl:MarginRatchet ;\n   {step.format(2)} ;\n   {step.format(1)} ] .\n"
    )
    [document] = read_rdf(body.encode(), "turtle", "test")
    ratchet = document.tree["ratchets"][0] if isinstance(document.tree["ratchets"], list) else document.tree["ratchets"]
    assert [item["position"] for item in ratchet["steps"]] == [1, 2]
    base = "/ratchets/0" if isinstance(document.tree["ratchets"], list) else "/ratchets"
    assert document.locate(f"{base}/steps/0/position")[0] == 5
    assert document.locate(f"{base}/steps/1/position")[0] == 4


def test_a_text_that_the_search_cannot_follow_leaves_the_pointer_alone() -> None:
    with pytest.raises(LostError):
        read_places("<a> <b> {| <c> <d> |} .")


def test_expanded_json_has_no_places() -> None:
    body = b'[{"@id": "https://ex.org/a", "@type": ["https://w3id.org/gclink/Site"]}]'
    [document] = read_rdf(body, "jsonld", "test")
    assert document.locate("/country") == (None, None)
