"""From each requirement to the cases that show it: what nobody can fail, or nobody can pass, is no requirement.

The case files are only counted here; whether each case gives what it expects, for its reason, is shown by running them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gclink_spec._model import Level, Model
from gclink_spec.exceptions import Problem

#: Judged by an importer on the foreign document that it reads, which no case can carry; the importer's tests hold them.
SEEN_BY_IMPORTERS = frozenset({"GCL-FIN-014", "GCL-FIN-015"})

#: How many cases of each polarity a requirement needs: two independent failing ones for a MUST, one otherwise.
_PASSING = 1
_FAILING = {Level.MUST: 2}

_REQUIREMENT = re.compile(r"^requirement: (\S+)$", re.M)
#: What the frame of a case leaves open.
_OPEN = re.compile(r"^    (?:patch: \[\]|title: \{en: '', zh: ''\}|rationale: '')$", re.M)
_POLARITY = re.compile(r"^    polarity: (positive|negative)$", re.M)


def check(model: Model, cases: Path) -> Iterator[Problem]:
    """Yield requirements without enough cases, and case files of requirements that are not there."""
    found: dict[str, Counter[str]] = {}
    for path in sorted(cases.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        named = _REQUIREMENT.search(text)
        identifier = named[1] if named else ""
        if identifier not in model.requirements:
            yield Problem(str(path), f"{identifier or 'no requirement'} is not in the standard", "correct requirement")
            continue
        if identifier != path.stem:
            yield Problem(str(path), f"the file holds cases of {identifier}", f"call it {identifier}.yaml")
        for gap in _OPEN.finditer(text):
            line = text.count("\n", 0, gap.start()) + 1
            yield Problem(f"{path}:{line}", f"a case is not filled in: {gap[0].strip()}", "write the case, then run it")
        found.setdefault(identifier, Counter()).update(_POLARITY.findall(text))
    for requirement in model.requirements.values():
        if requirement.id in SEEN_BY_IMPORTERS:
            continue
        counted = found.get(requirement.id, Counter())
        due = {"positive": _PASSING, "negative": _FAILING.get(requirement.level, 1)}
        for polarity, least in due.items():
            if counted[polarity] < least:
                yield Problem(
                    str(requirement.origin),
                    f"{requirement.id} has {counted[polarity]} {polarity} cases and needs {least}",
                    f"add to {cases.name}/{requirement.module}/{requirement.id}.yaml; "
                    "`gclink spec new cases` writes the frame",
                )
