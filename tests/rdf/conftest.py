"""What the tests of the RDF form share: the source model, and documents of every class."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import pytest
from gclink._model import model as runtime_model
from gclink_conformance.trees import valid_tree
from gclink_spec import Model, load_model

sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(ROOT / "spec")


@pytest.fixture
def passport() -> dict[str, Any]:
    """A carbon passport with about half of its optional members."""
    return valid_tree(runtime_model(), "CarbonPassport", random.Random(1), 0.5)


@pytest.fixture
def party() -> dict[str, Any]:
    """The smallest interesting document: a name in two languages, an identifier, a code, a country."""
    return {
        "type": "Party",
        "id": "https://example.org/party/1",
        "specVersion": "1.0.0",
        "issuer": "https://example.org/party/1",
        "issuedAt": "2026-06-01T08:00:00Z",
        "status": "active",
        "name": {"en": "Litchi Cooperative", "zh": "荔枝合作社"},
        "partyKind": "cooperative",
        "roles": ["grower"],
        "identifiers": [{"type": "Identifier", "scheme": "uscc", "identifierValue": "91350211M000100Y43"}],
        "country": "CN",
    }
