"""What the tests of the XML artefacts share: the model, its rules, and the artefacts as written now."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from gclink_spec import Model, load_model
from gclink_spec.emit import schematron, xsd, xsd11
from gclink_spec.rules import CompiledRule, compile_rules
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(ROOT / "spec")


@pytest.fixture(scope="session")
def rules(model: Model) -> tuple[CompiledRule, ...]:
    return compile_rules(model)


@pytest.fixture(scope="session")
def artefacts(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the XML artefacts as the compiler writes them now."""
    folder = tmp_path_factory.mktemp("artefacts")
    for emitter in (xsd, xsd11, schematron):
        for path, content in emitter.emit(model).items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def xsd10(artefacts: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(artefacts / xsd.PATH))
