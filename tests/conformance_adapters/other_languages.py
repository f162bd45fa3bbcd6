"""How the implementations in other languages are started, where they are set up."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

ADAPTERS = Path(__file__).resolve().parents[2] / "conformance_tests" / "adapters"
#: How each is started, and what stands there once it is set up.
COMMANDS = {
    "node": (
        f"node {shlex.quote(str(ADAPTERS / 'node' / 'adapter.js'))}",
        ADAPTERS / "node" / "build" / "rules.sef.json",
    ),
    "java": (shlex.quote(str(ADAPTERS / "java" / "adapter")), ADAPTERS / "java" / "build" / ".ready"),
}


def command(language: str) -> str:
    """Return how an implementation is started; skips the test where it is not set up."""
    started, ready = COMMANDS[language]
    if not ready.exists():
        pytest.skip(f"the {language} implementation is not set up: run conformance_tests/adapters/setup.sh {language}")
    return started
