"""The season before: the same ten hectares in 2024-25, before any char was in the soil.

Three harvests are averaged, so that the farm-gate figure of both seasons is the same 0.71335 kg CO2e per kg; what
differs is the removal that the second season insets.
"""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from gclink_conformance.bases._make import cite, iri

from examples.build import _bundle, green
from examples.build.orchard import story

Tree = dict[str, Any]
_DATE = re.compile(r'"(20[0-9]{2})(-[0-9]{2}-[0-9]{2}(?:T[0-9:]+Z)?)"')


def documents() -> dict[str, Tree]:
    """Return lot, run, passport and verification of the season by file name."""
    litchi = _bundle.documents()
    fruit = green.fruit()
    parts = {
        "lots/fruit": litchi["lot-fruit"],
        "runs/cultivation": litchi["run-cultivation"],
        "passports/fruit": fruit,
        "verifications/fruit": litchi["verification-fruit"],
    }
    text = json.dumps({name: copy.deepcopy(tree) for name, tree in parts.items()}, ensure_ascii=False)
    for name in parts:
        text = text.replace(json.dumps(iri(name)), json.dumps(iri(f"{name}-2025")))
    text = re.sub(
        r'"(20[0-9]{2})(-[0-9]{2}-[0-9]{2}(?:T[0-9:]+Z)?)"', lambda found: f'"{int(found[1]) - 1}{found[2]}"', text
    )
    earlier: dict[str, Tree] = json.loads(text)
    earlier["lots/fruit"]["lotNumber"] = "fruit-2025"
    earlier["verifications/fruit"]["subjects"] = [cite("passports/fruit-2025")]
    return {story.file_name(tree["id"]): tree for tree in earlier.values()}
