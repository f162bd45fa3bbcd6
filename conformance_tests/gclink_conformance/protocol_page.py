"""The examples on the pages about the protocol: taken from the published schemas, so that the two cannot differ.

``python -m gclink_conformance.protocol_page PAGE...`` writes them behind their marks; a test of the pages compares.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from gclink_conformance.protocol import schema

_MARK = re.compile(
    r"(<!-- example quote schemas/protocol/([a-z]+)\.json#(\S+) -->\n)(?:\n?```json\n.*?\n```\n)?", re.DOTALL
)


def filled(page: str) -> str:
    """Return a page with the example behind each mark."""
    return _MARK.sub(_block, page)


def _block(found: re.Match[str]) -> str:
    value: Any = schema(found[2])
    for step in found[3].split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return f"{found[1]}```json\n{json.dumps(value, ensure_ascii=False, indent=2)}\n```\n"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        path = Path(argument)
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
