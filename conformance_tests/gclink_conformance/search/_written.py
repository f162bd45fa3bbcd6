"""The cases that a search found, as YAML beside those that people wrote: ``near/<module>/<requirement>.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from gclink_conformance.cases import AS_OF, Case, load_file, sent
from gclink_conformance.runner._requirements import requirement
from gclink_conformance.suite import root

_HEADER = "# found by `python -m gclink_conformance.search`; cases are added, none is changed\n"


def write(cases: Iterable[Case], folder: Path) -> list[Path]:
    """Add cases to the files of their requirements, numbered behind those that are there; returns the files.

    A case that sends what another of its file sends already is left out.
    """
    by_requirement: dict[str, list[Case]] = {}
    for case in cases:
        by_requirement.setdefault(case.requirement, []).append(case)
    written = []
    for name, listed in sorted(by_requirement.items()):
        path = folder / requirement(name).module / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.is_file() else f"{_HEADER}requirement: {name}\ncases:\n"
        counts = {polarity: text.count(f"\n    polarity: {polarity}\n") for polarity in ("positive", "negative")}
        known = {sent(case, root()) for case in load_file(path)} if path.is_file() else set()
        for case in listed:
            same = sent(case, root())
            if same in known:
                continue
            known.add(same)
            counts[case.polarity] += 1
            text += _case(case, f"{name.lower()}-near-{case.polarity[0]}{counts[case.polarity]:02d}")
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _case(case: Case, identifier: str) -> str:
    lines = [f"  - id: {identifier}", f"    title: {_flow(dict(case.title))}", f"    polarity: {case.polarity}"]
    lines.append(f"    base: {case.base}")
    if case.scope != "document":
        lines.append(f"    scope: {case.scope}")
    if case.as_of != AS_OF:
        lines.append(f"    asOf: {case.as_of}")
    lines.append("    formats: [json]")
    if case.patch:
        lines += ["    patch:", *(f"      - {_flow(operation)}" for operation in case.patch)]
    found = [
        {
            name: value
            for name, value in (
                ("requirement", item.requirement),
                ("document", item.document),
                ("location", item.location),
            )
            if value is not None
        }
        for item in case.findings
    ]
    if found:
        lines += ["    expect:", f"      verdict: {case.verdict}", "      findings:"]
        lines += [f"        - {_flow(item)}" for item in found]
        lines.append(f"    rationale: {_flow(case.rationale)}")
    else:
        lines.append(f"    expect: {_flow({'verdict': case.verdict})}")
    return "\n".join(lines) + "\n"


def _flow(value: Mapping[str, Any] | str) -> str:
    """Return a value as one line of YAML, which JSON is."""
    return orjson.dumps(value).decode()
