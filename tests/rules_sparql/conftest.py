"""What the tests of the SHACL rules share: the model and its compiled rules.

The lines with their verdicts and the interpreter that reads the language directly stand with the tests of the XML form;
one set of words for every target.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from gclink_spec import Model, load_model
from gclink_spec.rules import CompiledRule, compile_rules

_HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(_HERE))
sys.path.append(str(_HERE.parent / "xml_emit"))


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(_HERE.parents[1] / "spec")


@pytest.fixture(scope="session")
def rules(model: Model) -> tuple[CompiledRule, ...]:
    return compile_rules(model)
