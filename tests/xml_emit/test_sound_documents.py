"""The sound documents of the suite pass every XML artefact; one changed value breaks the same rules everywhere."""

from __future__ import annotations

import decimal
import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from documents import to_xml
from gclink import _schematron
from gclink._generated.rules import CHECKS
from gclink.engines._xml_places import pointer_to
from gclink.findings import pointer_of
from gclink_spec import Model
from gclink_spec.emit import xsd11
from lxml import etree
from test_rules_agree import published

__all__ = ["published"]

ROOT = Path(__file__).resolve().parents[2]
BASES = sorted((ROOT / "conformance_tests" / "bases").glob("*.json"))
#: Changes per document; more of them are worth a local run after a change of the XPath back end.
CHANGES = 15


def base(path: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(path.read_bytes())
    tree.pop("@context", None)
    return tree


def by_schematron(root: etree._Element) -> set[tuple[str, int, str]]:
    return {(v.requirement, v.line, pointer_to(root, v.element)) for v in _schematron.violations(root)}


@pytest.mark.usefixtures("published")
def test_sound_documents_pass_every_artefact(model: Model, artefacts: Path, xsd10: etree.XMLSchema) -> None:
    assert len(BASES) >= len(model.documents)
    with_rules = xmlschema.XMLSchema11(str(artefacts / xsd11.PATH), allow="local")
    for path in BASES:
        root = etree.fromstring(to_xml(model, base(path)))
        xsd10.assertValid(root)
        assert by_schematron(root) == set(), path.name
        with decimal.localcontext(decimal.Context(prec=80)):
            assert [error.reason for error in with_rules.iter_errors(root)] == [], path.name


def _leaves(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(node, dict):
        return [leaf for key, value in node.items() if key != "type" for leaf in _leaves(value, (*path, key))]
    if isinstance(node, list):
        return [leaf for index, value in enumerate(node) for leaf in _leaves(value, (*path, index))]
    return [path]


def _changed(value: Any, others: list[Any], chance: random.Random) -> Any:
    """Return another value of the same kind: a number moved, a truth turned, else a value from elsewhere."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 10))
    try:
        number = decimal.Decimal(value)
    except decimal.InvalidOperation:
        return chance.choice(others)
    moved = number * chance.choice((decimal.Decimal("0.996"), 1, 2, -1)) + chance.choice(
        (0, decimal.Decimal("0.0011"), 1)
    )
    text = format(moved, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if moved else "0"


def _change(tree: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    tree = deepcopy(tree)
    leaves = _leaves(tree)
    *way, last = chance.choice(leaves)
    node: Any = tree
    for step in way:
        node = node[step]
    if chance.random() < 0.15 and isinstance(node, dict):
        del node[last]
    else:
        others = [v for v in _values(tree) if isinstance(v, str) and type(v) is type(node[last])] or [node[last]]
        node[last] = _changed(node[last], others, chance)
    return tree


def _values(node: Any) -> list[Any]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [value for child in children for value in _values(child)] if children else [node]


@pytest.mark.usefixtures("published")
def test_a_changed_value_breaks_the_same_rules_in_python_and_in_schematron(
    model: Model, xsd10: etree.XMLSchema
) -> None:
    chance = random.Random(41)
    broken: set[tuple[str, int]] = set()
    for path in BASES:
        sound = base(path)
        for _ in range(CHANGES):
            tree = _change(sound, chance)
            root = etree.fromstring(to_xml(model, tree))
            if not xsd10.validate(root):
                continue
            by_python = {(requirement, line, pointer_of(p)) for requirement, line, p in CHECKS[tree["type"]](tree)}
            assert by_schematron(root) == by_python, path.name
            broken |= {(requirement, line) for requirement, line, _ in by_python}
    assert len(broken) >= 40, "too few rules are broken by these changes"
