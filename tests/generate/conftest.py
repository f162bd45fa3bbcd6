"""Where generated models go, and the corpus that has to come through them unchanged."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from gclink.canonical import digest

CORPUS = sorted((Path(__file__).parents[2] / "examples" / "litchi" / "json").glob("*.json"))


@pytest.fixture(scope="session")
def digests() -> dict[str, str]:
    """The digest of every document of the litchi example, by the name of its file."""
    return {path.name: digest(orjson.loads(path.read_bytes())) for path in CORPUS}
