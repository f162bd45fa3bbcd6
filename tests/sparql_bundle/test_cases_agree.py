"""Every case across documents through the published queries: the same documents as the case demands."""

from __future__ import annotations

import pytest
from gclink.bundle import run
from gclink.check import Options, check_document
from gclink.documents import Document
from gclink.engines._sparql_bundle import ask, graph, queries
from gclink_conformance.cases import Case, documents, written
from gclink_conformance.check import ROOT
from test_queries_agree import MODULES, RULES, bundle_of_trees

#: The queries of every case are asked in the long run; of every twelfth in the short one.
CASES = [
    case
    for case in written(ROOT)
    if case.scope == "bundle" and not case.raw and case.requirement.split("-")[1] in MODULES
]
SHORT = CASES[::12]


def _agree(case: Case) -> None:
    trees = documents(case, ROOT)
    bundle = bundle_of_trees(trees, case.as_of)
    store = graph(bundle)
    asked = {(rule, document) for rule in RULES for document in ask(store, queries()[rule])}
    # Some requirements have a rule of one document as well, of which the query knows nothing.
    alone = {
        (found.requirement, tree["id"])
        for tree in trees.values()
        for found in check_document(Document(tree, tree["id"], "json"), Options(as_of=case.as_of))
    }
    due = {
        (found.requirement, trees[found.document]["id"])
        for found in case.findings
        if found.requirement in RULES and found.document is not None
    } - alone
    assert due <= asked
    assert asked == {(rule, hit.entry.id) for rule, hit in run(bundle, RULES.__contains__)}


@pytest.mark.parametrize("case", SHORT, ids=lambda case: case.id)
def test_the_queries_name_the_documents_of_a_case(case: Case) -> None:
    _agree(case)


@pytest.mark.long
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_queries_name_the_documents_of_every_case(case: Case) -> None:
    _agree(case)


def test_there_are_broken_and_sound_cases_of_every_module() -> None:
    """A comparison on sound documents alone would compare little."""
    assert {(case.requirement[4:7], case.negative) for case in CASES} == {
        (module, negative) for module in MODULES for negative in (True, False)
    }
