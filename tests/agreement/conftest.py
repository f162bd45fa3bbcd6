"""What the agreement suite runs over: the cases of the suite and the documents of the example."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from gclink_conformance.cases import Case, written

ROOT = Path(__file__).resolve().parents[2]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test its cases: a fixed sample in the short run, all of them in the long one."""
    if "case" not in metafunc.fixturenames:
        return
    cases = [case for case in written(ROOT / "conformance_tests") if case.scope == "document"]
    if metafunc.function.__name__.startswith("test_a_sample"):
        chosen = sorted(random.Random(1).sample(range(len(cases)), 120))
        cases = [cases[number] for number in chosen]
    metafunc.parametrize("case", cases, ids=[case.id for case in cases])


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT / "conformance_tests"


def documents_of(case: Case) -> str:
    return case.base or "raw"
