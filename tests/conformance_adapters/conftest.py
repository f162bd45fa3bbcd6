"""Conversations with the implementations in other languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from gclink_conformance.carriers import Carrier, open_carrier
from other_languages import COMMANDS, command


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def language(request: pytest.FixtureRequest) -> str:
    """One implementation after the other."""
    return str(request.param)


@pytest.fixture(scope="module")
def conversation(language: str) -> Iterator[Carrier]:
    """A conversation with an implementation, open for all tests of a file."""
    with closing(open_carrier(command(language))) as carrier:
        yield carrier
