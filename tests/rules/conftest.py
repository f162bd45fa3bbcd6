"""The model of the standard, loaded once for all tests of the rule language."""

from __future__ import annotations

from pathlib import Path

import pytest
from gclink_spec import Model, load_model
from gclink_spec.rules import CompiledRule, compile_rules


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(Path(__file__).parents[2] / "spec")


@pytest.fixture(scope="session")
def rules(model: Model) -> tuple[CompiledRule, ...]:
    return compile_rules(model)
