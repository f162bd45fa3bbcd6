"""Profiles for the library and the runner: name, texts, and the ids they select."""

from __future__ import annotations

import json
from typing import Any

from gclink_spec._model import Model, Profile


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
                **(_market(profile) if profile.kind == "market" else {}),
            }
            for profile in model.profiles.values()
        },
    }
    return {
        "validators/gclink/_data/profiles.json": (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    }


def _market(profile: Profile) -> dict[str, Any]:
    return {
        "markets": list(profile.markets),
        "programme": profile.programme,
        "rules": [
            {
                "requirement": rule.requirement,
                **({} if rule.since is None else {"from": rule.since}),
                "parameters": {k: list(v) if isinstance(v, tuple) else v for k, v in rule.parameters.items()},
                "text": {"en": rule.text.en, "zh": rule.text.zh},
            }
            for rule in profile.rules
        ],
    }
