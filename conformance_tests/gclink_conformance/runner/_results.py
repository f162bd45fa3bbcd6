"""``results.jsonl``: a header, one row per test, a footer with a digest over all that stands before it.

Rows stand in the order of their names, so that two files can be compared line by line whatever the shuffle was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

Record = dict[str, Any]


def now() -> str:
    """Return the present instant."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write(path: Path, header: Record, rows: Sequence[Record], footer: Record) -> None:
    """Write the results; the footer is given without its digest. The file appears whole or not at all."""
    lines = [orjson.dumps(record) + b"\n" for record in (header, *rows)]
    total = hashlib.sha256()
    for line in lines:
        total.update(line)
    lines.append(orjson.dumps({**footer, "digest": f"sha-256:{total.hexdigest()}"}) + b"\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_suffix(".part")
    with whole.open("wb") as file:
        file.writelines(lines)
    whole.replace(path)
