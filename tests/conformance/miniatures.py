"""A miniature implementation as a command, and what running a part of the suite against it is called in signatures."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from gclink_conformance.runner.session import Result

MINIATURE = Path(__file__).with_name("miniature.py")
ROOT = Path(__file__).resolve().parents[2]
Trying = Callable[..., Result]


def command(manner: str, memory: Path) -> str:
    return shlex.join([sys.executable, str(MINIATURE), manner, str(memory)])
