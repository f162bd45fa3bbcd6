"""Schematron finds what the generated Python rules find, at the same objects, in documents of every class."""

from __future__ import annotations

import pytest
from documents import Documents, to_xml
from gclink import _schematron
from gclink._generated.rules import CHECKS
from gclink.engines._xml_places import pointer_to
from gclink.findings import pointer_of
from gclink_spec import Model
from lxml import etree
from test_rules_agree import published

__all__ = ["published"]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("rich", [0.15, 0.5, 0.9])
def test_python_and_schematron_find_the_same_violations_at_the_same_objects(model: Model, rich: float) -> None:
    rules: set[tuple[str, int]] = set()
    for number in range(3):
        for cls in model.documents:
            tree = Documents(model, 100 * number + len(cls), rich).tree(cls)
            root = etree.fromstring(to_xml(model, tree))
            by_python = {(requirement, line, pointer_of(path)) for requirement, line, path in CHECKS[cls](tree)}
            by_schematron = {(v.requirement, v.line, pointer_to(root, v.element)) for v in _schematron.violations(root)}
            assert by_python == by_schematron, (cls, sorted(by_python ^ by_schematron))
            rules |= {(requirement, line) for requirement, line, _ in by_python}
    assert len(rules) >= 40, "too few rules are broken by these documents"


@pytest.mark.usefixtures("published")
def test_a_document_inside_a_bundle_is_judged_by_itself(model: Model) -> None:
    trees = [Documents(model, seed, 0.5).tree(cls) for seed, cls in enumerate(("Receivable", "Receivable"))]
    bundle = etree.fromstring(b"<Bundle xmlns='https://w3id.org/gclink/'/>")
    bundle.extend([etree.fromstring(to_xml(model, tree)) for tree in trees])
    for tree, element in zip(trees, bundle, strict=True):
        alone = {(v.requirement, v.line, pointer_to(element, v.element)) for v in _schematron.violations(element)}
        assert alone == {
            (requirement, line, pointer_of(path)) for requirement, line, path in CHECKS["Receivable"](tree)
        }
