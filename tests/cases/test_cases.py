"""Every case of the suite, in every syntax, gives through this library exactly the verdict and findings it names."""

from __future__ import annotations

import pytest
from gclink_conformance.cases import Case, load
from gclink_conformance.check import ROOT, differences, explain, run

CASES = load(ROOT / "cases")


@pytest.mark.parametrize(
    ("case", "form"),
    [pytest.param(case, form, id=f"{case.id}-{form}") for case in CASES for form in case.formats],
)
def test_a_case_gives_exactly_what_it_names(case: Case, form: str) -> None:
    report = run(case, form, ROOT)
    assert not differences(case, report), explain(report.findings)
