"""One passing and one failing case of each requirement, short enough to stand in an explanation.

Taken from the conformance cases, so that what ``gclink explain`` shows is what the suite runs.
"""

from __future__ import annotations

import json
from typing import Any

from gclink_spec._model import Model
from gclink_spec._yaml import Located, read_yaml

_MARKS = {"positive": "✓", "negative": "✗"}


def emit(model: Model) -> dict[str, bytes]:
    """Return ``validators/gclink/_data/examples.json``."""
    found: dict[str, Any] = {}
    for path in sorted((model.spec.parent / "conformance_tests" / "cases").rglob("*.yaml")):
        entry = read_yaml(path)
        cases = entry["cases"]
        chosen = [
            next((case for case in cases if case["polarity"] == polarity), None)
            for polarity in ("positive", "negative")
        ]
        found[entry["requirement"]] = [_example(case) for case in chosen if case is not None]
    content = {
        "generated": "by gclink spec build from conformance_tests/cases; do not edit",
        "requirements": dict(sorted(found.items())),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return {"validators/gclink/_data/examples.json": text.encode()}


def _example(case: Located) -> dict[str, Any]:
    mark = _MARKS[case["polarity"]]
    title = case["title"]
    return {
        "title": {language: f"{mark} {title[language]} ({case['id']})" for language in ("en", "zh")},
        "lines": list(_lines(case)),
    }


def _lines(case: Located) -> list[str]:
    lines = [f"base {case['base']}"] if case.get("base") else []
    for operation in case.get("patch") or ():
        place = " ".join(str(operation[key]) for key in ("op", "document", "path") if operation.get(key))
        value = operation.get("value")
        shown = "" if value is None else " " + json.dumps(value, ensure_ascii=False, default=str)
        lines.append((place + shown)[:160])
    for raw in case.get("raw") or ():
        lines.append(f"{raw['format']}: {str(raw.get('text') or raw.get('hex'))[:140]!r}")
    for finding in case["expect"].get("findings") or ():
        place = finding.get("location")
        lines.append(f"=> {finding['requirement']}" + (f" at {place or '/'}" if place is not None else ""))
    return lines or ["=> conforms"]
