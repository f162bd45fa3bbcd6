"""Results made by hand: small runs with every outcome in them, and large ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import orjson

Record = dict[str, Any]

IMPLEMENTATION = {
    "name": "Example checker",
    "version": "2.1.0",
    "vendor": "Example vendor",
    "language": "python",
    "homepage": "https://example.org/checker",
    "issues": "https://example.org/checker/issues",
}
FORMATS = ["json", "xml", "jsonld", "turtle"]


def header(**changes: Any) -> Record:
    return {
        "kind": "header",
        "format": "gclink-results/1",
        "suite": {"version": "1.0.0", "digest": f"sha-256:{'5' * 64}", "specVersion": "1.0"},
        "implementation": IMPLEMENTATION,
        "claims": [
            {
                "profile": "validator",
                "specVersion": "1.0",
                "tiers": ["T1", "T2", "T3"],
                "formats": FORMATS,
                "operations": ["check"],
                "declines": [],
            }
        ],
        "adapter": "python -m example_checker --fast 'a b'",
        "profiles": ["validator"],
        "filter": None,
        "seed": 7,
        "jobs": 1,
        "timeout": 30.0,
        "startedAt": "2026-10-01T08:00:00Z",
        **changes,
    }


def row(case: str, form: str = "json", outcome: str = "pass", **changes: Any) -> Record:
    requirement = "-".join(case.split("-")[:3]).upper()
    negative = case.split("-")[3].startswith("n")
    finding = {"requirement": requirement, "document": "https://example.org/gclink/lots/A", "location": "/period"}
    expected = {"verdict": "violates", "findings": [finding]} if negative else {"verdict": "conforms", "findings": []}
    given = {**finding, "severity": "violation", "message": "a date that does not exist"}
    right = {"verdict": expected["verdict"], "findings": [given] if negative else []}
    wrong = {"verdict": "conforms" if negative else "violates", "findings": []}
    actual: Record | None = {
        "pass": right,
        "fail": wrong,
        "error": None,
        "declined": {"declined": True, "reason": "dates are not read"},
    }[outcome]
    reasons = {
        "pass": ("verdict and findings as expected", "结论与发现均符合预期"),
        "fail": (f"verdict {wrong['verdict']}, expected {right['verdict']}", "结论不符"),
        "error": ("no answer within 30 s", "30 秒内没有回答"),
        "declined": ("dates are not read", "dates are not read"),
    }
    return {
        "kind": "row",
        "test": f"{case}/{form}",
        "case": case,
        "requirement": requirement,
        "module": {"COR": "core", "PAS": "passport", "FIN": "finance"}[requirement[4:7]],
        "tier": "T1" if requirement in ("GCL-COR-004", "GCL-COR-003") else "T2",
        "level": "SHOULD" if requirement in ("GCL-COR-009", "GCL-COR-044") else "MUST",
        "profiles": ["validator"],
        "operation": "check",
        "format": form,
        "polarity": "negative" if negative else "positive",
        "title": {"en": "30 February", "zh": "2 月 30 日"},
        "expected": expected,
        "actual": actual,
        "outcome": outcome,
        "grade": "explained" if outcome == "pass" else "none",
        "reason": dict(zip(("en", "zh"), reasons[outcome], strict=True)),
        "milliseconds": 1.5,
        **changes,
    }


#: Every outcome once or more; one test is asked twice.
MIXED = [
    row("gcl-cor-004-n01"),
    row("gcl-cor-004-n01", "xml", "fail"),
    row("gcl-cor-004-n01", "jsonld", "fail"),
    row("gcl-cor-004-n01", "turtle", "error"),
    row("gcl-cor-004-n02", "json", "fail"),
    row("gcl-cor-004-p01"),
    row("gcl-cor-012-p01"),
    row("gcl-cor-012-p01", test="gcl-cor-012-p01/json#2"),
    row(
        "gcl-cor-012-n01", "xml", grade="verdict", reason={"en": "verdict as expected; not found", "zh": "结论符合预期"}
    ),
    row("gcl-cor-009-n01", "json", "fail"),
    row("gcl-pas-012-n01", "xml", "declined"),
]
#: Nothing wrong.
SOUND = [
    row(f"gcl-cor-0{number:02d}-{kind}", form) for number in (4, 12) for kind in ("p01", "n01") for form in FORMATS
]


def footer(rows: list[Record], **changes: Any) -> Record:
    def tally(found: list[Record]) -> Record:
        counts = Counter(item["outcome"] for item in found)
        return {
            "executed": counts["pass"] + counts["fail"] + counts["error"],
            "passed": counts["pass"],
            "failed": counts["fail"],
            "errors": counts["error"],
            "declined": counts["declined"],
        }

    must = [item for item in rows if item["level"] == "MUST"]
    outcomes = {item["outcome"] for item in must}
    result = "error" if "error" in outcomes else "fail" if "fail" in outcomes else "pass" if must else "inconclusive"
    right = all(item["grade"] == "explained" for item in must if item["outcome"] == "pass")
    grade = "none" if result != "pass" else "explained" if right else "verdict"
    counts = Counter(item["outcome"] for item in rows)
    return {
        "kind": "footer",
        "rows": len(rows),
        "counts": {name: counts[name] for name in ("pass", "fail", "error", "declined")},
        "profiles": {
            "validator": {
                "result": result,
                "grade": grade,
                "must": tally(must),
                "should": tally([item for item in rows if item["level"] != "MUST"]),
            }
        },
        "baseline": [],
        "exit": 0 if result == "pass" else 1,
        "finishedAt": "2026-10-01T08:01:30Z",
        **changes,
    }


def raw(rows: list[Record], head: Record | None = None, foot: Record | None = None) -> bytes:
    """Return a file of results; its digest is made here unless the footer brings one."""
    before = b"".join(orjson.dumps(entry) + b"\n" for entry in (head or header(), *rows))
    end = {"digest": f"sha-256:{hashlib.sha256(before).hexdigest()}", **(foot or footer(rows))}
    return before + orjson.dumps(end) + b"\n"


def write(folder: Path, rows: list[Record], name: str = "results.jsonl", **changes: Any) -> Path:
    path = folder / name
    path.write_bytes(raw(rows, header(**changes)))
    return path
