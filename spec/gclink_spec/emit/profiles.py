"""Profiles for the library and the runner: name, texts, and the ids they select."""

from __future__ import annotations

import json

from gclink_spec._model import Model


def emit(model: Model) -> dict[str, bytes]:
    """Return ``validators/gclink/_data/profiles.json``."""
    content = {
        "generated": "by gclink spec build from spec/profiles; do not edit",
        "profiles": {
            profile.name: {
                "kind": profile.kind,
                "label": {"en": profile.label.en, "zh": profile.label.zh},
                "definition": {"en": profile.definition.en, "zh": profile.definition.zh},
                "requirements": list(profile.requirements),
            }
            for profile in model.profiles.values()
        },
    }
    return {
        "validators/gclink/_data/profiles.json": (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    }
