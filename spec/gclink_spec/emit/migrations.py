"""The notes of migration that the library follows: every deprecated class, field and code with its replacement."""

from __future__ import annotations

import json

from gclink_spec import history
from gclink_spec._model import Model

PATH = "validators/gclink/_data/migrations.json"


def emit(model: Model) -> dict[str, bytes]:
    """Return the notes as JSON."""
    value = {
        "generated": "Generated from spec/ by `gclink spec build`; do not edit.",
        "version": model.version,
        "notes": history.notes(model),
    }
    return {PATH: json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n"}
