"""The command line run as a user runs it: a process of its own, with nothing of the checkout but the package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


class Gclink:
    """Runs ``gclink`` in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, stdin: bytes | None = None, language: str = "en") -> Ran:
        environment = os.environ | {"GCLINK_LANG": language}
        done = subprocess.run(
            [sys.executable, "-m", "gclink", *arguments],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            env=environment,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def write(self, name: str, content: str | bytes | dict[str, Any]) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False, indent=2)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def gclink(tmp_path: Path) -> Gclink:
    return Gclink(tmp_path)


@pytest.fixture
def party() -> dict[str, Any]:
    return {
        "type": "Party",
        "id": "https://example.org/party/cooperative",
        "specVersion": "1.0.0",
        "issuer": "https://example.org/party/cooperative",
        "issuedAt": "2026-06-20T08:00:00Z",
        "status": "active",
        "name": {"en": "Litchi cooperative", "zh": "荔枝合作社"},
        "partyKind": "cooperative",
        "identifiers": [{"type": "Identifier", "scheme": "uscc", "identifierValue": "93440900MA5LTCH04R"}],
        "roles": ["grower"],
        "country": "CN",
    }
