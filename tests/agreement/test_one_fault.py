"""Every structural constraint of the model, broken alone, is named alike by this library and by every engine.

The faults come from the model, so a new field brings its own. Which engine cannot see which kind of fault, and why,
stands in ``gclink.engines._unseen``; nothing else is excused.
"""

from __future__ import annotations

import random

import orjson
import pytest
from gclink._model import model
from gclink._rdf_triples import ntriples
from gclink.check import Options, check_document
from gclink.documents import Document, read_bytes
from gclink.engines._unseen import UNSEEN
from gclink.engines._voices import ENGINES, AbstainsError, available, judge
from gclink_conformance.generated.broken_xml import to_xml
from one_fault import OneFault, documents, faults_of, keys

OPTIONS = Options(as_of="2026-10-01T00:00:00Z")
SYNTAXES = ("json", "xml", "rdf")
#: Engines too slow for every fault in the short run: the share of the faults they judge there.
SHARE = {"jsonschema": 0.2, "xmlschema": 0.05, "xsd11": 0.02, "pyshacl": 0.01}
#: A text out of normal form C is seen by no schema; the texts that are broken here are empty, which all of them see.
EMPTY = frozenset({"text"})
#: Engines with a parser of their own that refuses some texts before any shape sees them.
ABSTAIN = frozenset({"shacl"})

Said = set[tuple[str, str, str]]


def written(fault: OneFault, syntax: str) -> Document:
    match syntax:
        case "json":
            raw, kind = orjson.dumps(fault.tree), "json"
        case "xml":
            raw, kind = to_xml(fault.tree), "xml"
        case _:
            raw, kind = ntriples(fault.tree)[0].encode(), "ntriples"
    [document] = read_bytes(raw, kind)
    return document


def ours(document: Document) -> Said:
    return {(found.requirement, found.pointer, found.constraint or "") for found in check_document(document, OPTIONS)}


def theirs(engine: str, document: Document) -> Said | None:
    try:
        return {(said.requirement, said.pointer, said.key) for said in judge(engine, document) if said.tier == "T1"}
    except AbstainsError:
        assert engine in ABSTAIN
        return None


def compare(faults: list[OneFault], syntax: str, share: dict[str, float]) -> int:
    """Return how many verdicts were compared, ours and those of the engines of a syntax."""
    engines = [name for name in available() if ENGINES[name][1] == syntax and "T1" in ENGINES[name][2]]
    count = 0
    for fault in faults:
        document = written(fault, syntax)
        assert ours(document) == fault.expected, fault.name
        count += 1
        for engine in engines:
            if random.Random(f"{engine} {fault.name}").random() >= share.get(engine, 1):
                continue
            expected = set() if fault.kind in UNSEEN[syntax].keys() - EMPTY else fault.expected
            told = theirs(engine, document)
            assert told is None or told == expected, (engine, fault.name)
            count += told is not None
    return count


def able(name: str, syntax: str) -> list[OneFault]:
    return [fault for fault in faults_of(name) if syntax in fault.syntaxes]


def sample(name: str, syntax: str) -> list[OneFault]:
    faults = able(name, syntax)
    return random.Random(f"{name} {syntax}").sample(faults, max(1, len(faults) // 8))


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", documents())
def test_a_sample_of_faults_is_named_alike_by_every_engine(name: str, syntax: str) -> None:
    assert compare(sample(name, syntax), syntax, SHARE) > 0


@pytest.mark.long
@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", documents())
def test_every_fault_is_named_alike_by_every_engine(name: str, syntax: str) -> None:
    assert compare(able(name, syntax), syntax, {}) > 0


def test_every_structural_constraint_of_the_model_is_broken_by_some_document() -> None:
    """Only the constraints of classes that no document embeds are out of reach."""
    wanted = {
        field.key(kind)
        for cls in model().classes.values()
        if cls.kind == "document"
        for field in cls.fields.values()
        for kind in field.requirements
    }
    assert wanted <= keys()


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_no_kind_of_fault_is_excused_that_no_document_shows(syntax: str) -> None:
    """What is excused by name is excused for a reason of the syntax, in both languages."""
    assert all(reason.en and reason.zh for reason in UNSEEN[syntax].values())
