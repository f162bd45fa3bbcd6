"""XML Schema 1.0 refuses what the library refuses, for the same reason at the same place, in two engines."""

from __future__ import annotations

import random
from copy import deepcopy
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import xmlschema
from documents import Documents, to_xml
from gclink import _xml_texts, _xsd_single, structure
from gclink._model import model as runtime
from gclink._xml_reader import read_xml
from gclink._xsd_reasons import Reason, reasons_from_lxml, reasons_from_xmlschema
from gclink.findings import pointer_of
from gclink.limits import Limits
from gclink_spec import Model
from gclink_spec.emit import xsd
from lxml import etree
from xml_faults import FAULTS, Fault


@pytest.fixture(scope="module")
def python_schema(artefacts: Path) -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(str(artefacts / xsd.PATH), allow="local")


@pytest.fixture(scope="module", autouse=True)
def published(artefacts: Path) -> None:
    """Let the library read the schema as the compiler writes it now."""
    patch = pytest.MonkeyPatch()
    patch.setattr(_xsd_single, "artefacts", lambda folder: artefacts / folder)
    caches = (_xsd_single._published, _xsd_single._schema, _xsd_single._types)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()
    patch.undo()


def by_lxml(schema: etree.XMLSchema, document: bytes) -> list[Reason]:
    root = etree.fromstring(document)
    schema.validate(root)
    return reasons_from_lxml(schema.error_log, root)


def by_xmlschema(schema: xmlschema.XMLSchema10, document: bytes) -> list[Reason]:
    root = etree.fromstring(document)
    return list(dict.fromkeys(r for error in schema.iter_errors(root) for r in reasons_from_xmlschema(error, root)))


def by_the_library(document: bytes) -> set[tuple[str, str]]:
    """Return (requirement, pointer) of the reader and of the walk, without what XSD leaves to the reader."""
    (read,) = read_xml(document, "test", Limits())
    faults = [*read.faults, *structure.walk(read.tree)]
    return {(_requirement(fault), pointer_of(fault.path)) for fault in faults if fault.kind != "unique"}


def _has_a_language_twice(document: bytes) -> bool:
    """Whether a text has two values in one language, of which only the last one is judged: the reader's business."""
    return any(fault.expected is _xml_texts.ONCE_EACH for fault in read_xml(document, "test", Limits())[0].faults)


def _requirement(fault: structure.Fault) -> str:
    """Return the requirement of the constraint that a fault names."""
    owner, _, rest = fault.key.partition(".")
    field = runtime().classes[owner].fields.get(rest.partition("#")[0]) if rest else None
    return (
        fault.requirement
        if field is None or fault.kind == "closed"
        else field.requirements.get(fault.kind, fault.requirement)
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.cls} {fault.key} {fault.requirement}")
def test_a_fault_has_its_reason_in_every_engine(
    model: Model, xsd10: etree.XMLSchema, python_schema: xmlschema.XMLSchema10, fault: Fault
) -> None:
    sound = to_xml(model, Documents(model, 1, 1.0).tree(fault.cls))
    assert by_lxml(xsd10, sound) == []
    broken = fault.change(sound.decode()).encode()
    for found in (by_lxml(xsd10, broken), by_xmlschema(python_schema, broken)):
        assert {(r.key, r.requirement) for r in found} == {(fault.key, fault.requirement)}, found
        assert all(fnmatchcase(r.pointer, fault.pointer) for r in found), found
    assert {requirement for requirement, _ in by_the_library(broken)} == {fault.requirement}


def test_every_class_has_sound_documents_that_both_engines_accept(
    model: Model, xsd10: etree.XMLSchema, python_schema: xmlschema.XMLSchema10
) -> None:
    for number, cls in enumerate(model.documents):
        for rich in (0.0, 0.5, 1.0):
            document = to_xml(model, Documents(model, number, rich).tree(cls))
            xsd10.assertValid(etree.fromstring(document))
            assert python_schema.is_valid(etree.fromstring(document))
            assert by_the_library(document) == set()


#: Rounds over all classes; a local run with more of them is worth its minutes after a change here.
ROUNDS = 6

_TEXTS = (
    "",
    " ",
    "0",
    "-0",
    "1.0",
    "-1",
    "007",
    "1e5",
    "999999999999999999999999999999",
    "0.1234567890123456789012345",
    "true",
    "TRUE",
    "1",
    "kg",
    "吨",
    "zz",
    "2024-02-30",
    "2024-02-29",
    "2100-02-29",
    "2024-01-01T00:00:60Z",
    "urn:a",
    "a b",
    "urn:<a>",
    "sha-256:0",
    "en",
    "CN",
    "active",
    "+5",
    ".5",
    "5.",
    "-12.5",
    "0.0001",
)


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _break(document: bytes, chance: random.Random) -> bytes:
    """Return a document with one to three faults of any kind, or none by luck."""
    root = etree.fromstring(document)
    for _ in range(chance.randint(1, 3)):
        node = chance.choice(list(root.iter()))
        parent = node.getparent()
        match chance.randint(0, 6):
            case 0 | 1 if not len(node):
                node.text = chance.choice(_TEXTS)
            case 2 if parent is not None:
                parent.remove(node)
            case 3 if parent is not None:
                node.addnext(deepcopy(node))
            case 4:
                node.insert(chance.randint(0, len(node)), etree.Element("{https://w3id.org/gclink/}strange"))
            case 5 if parent is not None:
                parent.insert(chance.randint(0, len(parent)), node)
            case 6:
                node = chance.choice([n for n in root.iter() if n.get(_LANG)] or [node])
                node.text = chance.choice((node.text, ""))
                node.set(_LANG, chance.choice(("en", "EN", "x")))
    return etree.tostring(root)


def test_random_faults_have_the_same_reasons_in_both_engines_and_in_the_library(
    model: Model, xsd10: etree.XMLSchema, python_schema: xmlschema.XMLSchema10
) -> None:
    chance = random.Random(20261125)
    seen: set[str] = set()
    for number in range(ROUNDS):
        for cls in model.documents:
            document = _break(to_xml(model, Documents(model, number, (0.2, 0.6)[number % 2]).tree(cls)), chance)
            if _has_a_language_twice(document):
                continue
            wanted = by_the_library(document)
            for name, found in (
                ("lxml", by_lxml(xsd10, document)),
                ("xmlschema", by_xmlschema(python_schema, document)),
            ):
                got = {(r.requirement, r.pointer) for r in found}
                assert got == wanted, (name, cls, sorted(got ^ wanted), document.decode())
                seen |= {r.kind for r in found}
    assert seen >= {"required", "cardinality", "closed", "order", "type", "pattern", "enum", "language", "text"}


@pytest.mark.parametrize("name", ['<id xmlns="">', '<v:id xmlns:v="urn:v">'])
def test_an_element_of_another_namespace_is_no_member(
    model: Model, xsd10: etree.XMLSchema, python_schema: xmlschema.XMLSchema10, name: str
) -> None:
    sound = to_xml(model, Documents(model, 1, 0.5).tree("Party")).decode()
    start, _, rest = sound.partition("<id>")
    value, _, rest = rest.partition("</id>")
    end = name[1:].split(" ")[0]
    broken = f"{start}{name}{value}</{end}>{rest}".encode()
    for found in (by_lxml(xsd10, broken), by_xmlschema(python_schema, broken)):
        assert {r.key for r in found} == {"Party#closed", "Document.id#required"}


def test_a_root_of_no_namespace_is_no_document(xsd10: etree.XMLSchema, python_schema: xmlschema.XMLSchema10) -> None:
    for found in (by_lxml(xsd10, b"<Party/>"), by_xmlschema(python_schema, b"<Party/>")):
        assert [r.key for r in found] == ["Document.type#type"]
