"""The rules give the same verdicts in XPath, in Schematron, in XSD 1.1 and by the words of the language."""

from __future__ import annotations

import decimal
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from documents import Documents, bundle_xml, to_xml
from engines import ElementPath, Engine, Saxon
from gclink import _schematron
from gclink_spec import Model
from gclink_spec._model import Level
from gclink_spec.emit import xsd11
from gclink_spec.emit.xpath import Compiler, InlineTables
from gclink_spec.rules import CompiledRule
from lxml import etree
from oracle import Oracle

RICHNESS = (0.1, 0.5, 0.9)


def samples(model: Model, rule: CompiledRule, tries: int, each: int) -> dict[bool, list[dict[str, Any]]]:
    """Return context objects of a rule by the oracle's verdict, the same for the same rule in every run."""
    found: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    start = zlib.crc32(f"{rule.requirement}{rule.line}".encode()) % 1000
    for seed in range(start, start + tries):
        tree = Documents(model, seed, RICHNESS[seed % 3]).tree(rule.context)
        verdict = Oracle(model, tree).holds(rule.expr)
        if len(found[verdict]) < each:
            found[verdict].append(tree)
        if all(len(listed) == each for listed in found.values()):
            break
    return found


def _engine(name: str) -> Engine:
    return ElementPath() if name == "elementpath" else Saxon(pytest.importorskip("saxonche"))


@pytest.mark.parametrize("name", ["elementpath", "saxonche"])
def test_every_rule_has_the_verdict_of_the_words_in_xpath(
    model: Model, rules: tuple[CompiledRule, ...], name: str
) -> None:
    engine = _engine(name)
    both: set[tuple[str, int]] = set()
    for rule in rules:
        condition = Compiler(model, InlineTables(model)).condition(rule.expr)
        objects = samples(model, rule, tries=60, each=3)
        for expected, trees in objects.items():
            for tree in trees:
                assert engine.holds(condition, to_xml(model, tree)) is expected, (rule.requirement, rule.text, tree)
        if all(objects.values()):
            both.add((rule.requirement, rule.line))
    assert len(both) >= 100, "the random objects reach too few rules with both verdicts"


@pytest.fixture
def published(artefacts: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the runner read the Schematron as the compiler writes it now."""
    for cached in (_schematron._published, _schematron._assertions):
        cached.cache_clear()
    monkeypatch.setattr(_schematron, "artefacts", lambda folder: artefacts / folder)
    yield
    for cached in (_schematron._published, _schematron._assertions):
        cached.cache_clear()


def places(
    model: Model, tree: dict[str, Any], element: etree._Element, cls: str, place: str | None = None
) -> Iterator[tuple[dict[str, Any], etree._Element, str, str | None]]:
    """Yield every object of a document with its element, class and ``Owner.field``."""
    yield tree, element, cls, place
    inner: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for child in element:
        inner[etree.QName(child).localname].append(child)
    for field in model.fields_of(cls):
        if field.embedded and field.name in tree:
            items = tree[field.name] if field.many else [tree[field.name]]
            for item, child in zip(items, inner[field.name], strict=True):
                yield from places(model, item, child, field.type, f"{field.owner}.{field.name}")


def expected(
    model: Model, rules: tuple[CompiledRule, ...], tree: dict[str, Any], root: etree._Element
) -> set[tuple[str, int, str, str]]:
    """Return (requirement, line, class, path) of every violation by the words of the language."""
    found = set()
    for item, element, cls, place in places(model, tree, root, tree["type"]):
        for rule in rules:
            if rule.context == cls and place not in rule.excepts and not Oracle(model, item).holds(rule.expr):
                found.add((rule.requirement, rule.line, cls, root.getroottree().getpath(element)))
    return found


@pytest.mark.usefixtures("published")
def test_schematron_finds_the_violations_of_a_document_at_their_elements(
    model: Model, rules: tuple[CompiledRule, ...], xsd10: etree.XMLSchema
) -> None:
    total = 0
    for number, cls in enumerate(model.documents):
        tree = Documents(model, number, RICHNESS[number % 3]).tree(cls)
        root = etree.fromstring(to_xml(model, tree))
        xsd10.assertValid(root)
        found = {(v.requirement, v.line, root.getroottree().getpath(v.element)) for v in _schematron.violations(root)}
        wanted = {(requirement, line, path) for requirement, line, _, path in expected(model, rules, tree, root)}
        assert found == wanted, cls
        total += len(wanted)
    assert total > len(model.documents), "documents without violations prove nothing"


@pytest.mark.usefixtures("published")
def test_schematron_checks_every_document_of_a_bundle(model: Model, xsd10: etree.XMLSchema) -> None:
    trees = [
        Documents(model, seed, 0.5).tree(cls) for seed, cls in enumerate(("Party", "Receivable", "CarbonPassport"))
    ]
    alone = [_schematron.violations(etree.fromstring(to_xml(model, tree))) for tree in trees]
    bundle = etree.fromstring(bundle_xml(model, trees))
    xsd10.assertValid(bundle)
    together = _schematron.violations(bundle)
    assert sorted((v.requirement, v.line) for found in alone for v in found) == sorted(
        (v.requirement, v.line) for v in together
    )


def test_a_place_left_out_is_not_checked_and_every_other_place_is(
    model: Model, rules: tuple[CompiledRule, ...], xsd10: etree.XMLSchema, published: None
) -> None:
    tree = Documents(model, 3, 1.0).tree("Receivable")
    for member in ("faceValue", "roundingAmount"):
        tree[member] = {"type": "Money", "amount": "-0.001", "currency": "CNY"}
    tree["goodsLines"][0]["unitPrice"] = {"type": "Money", "amount": "1.00001", "currency": "CNY"}
    tree["goodsLines"][0]["lineAmount"] = {"type": "Money", "amount": "1.00001", "currency": "CNY"}
    found = {
        (v.requirement, etree.QName(v.element).localname)
        for v in _schematron.violations(etree.fromstring(to_xml(model, tree)))
    }
    assert ("GCL-FIN-006", "lineAmount") in found
    assert ("GCL-FIN-006", "unitPrice") not in found
    assert ("GCL-FIN-009", "faceValue") in found
    assert ("GCL-FIN-009", "roundingAmount") not in found


def test_xsd_1_1_asserts_the_binding_rules(model: Model, rules: tuple[CompiledRule, ...], artefacts: Path) -> None:
    schema = xmlschema.XMLSchema11(str(artefacts / xsd11.PATH), allow="local")
    binding = tuple(rule for rule in rules if model.requirements[rule.requirement].level is Level.MUST)
    for number, cls in enumerate(model.documents):
        tree = Documents(model, number, RICHNESS[number % 3]).tree(cls)
        root = etree.fromstring(to_xml(model, tree))
        with decimal.localcontext(decimal.Context(prec=80)):
            errors = list(schema.iter_errors(root))
        found = set()
        for error in errors:
            identity = re.match(r"(GCL-[A-Z]+-[0-9]{3})\.([0-9]+)\.([A-Za-z]+)", error.validator.elem.get("id") or "")
            assert identity is not None, error
            found.add((identity[1], int(identity[2]), identity[3], root.getroottree().getpath(error.elem)))
        assert found == expected(model, binding, tree, root), cls
