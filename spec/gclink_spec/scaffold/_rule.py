"""A new requirement of a class with its rule, its place in the prose, and the frame of its cases."""

from __future__ import annotations

import json
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.scaffold._files import ScaffoldError, place_marker, quoted

_AREAS = {
    "core": "COR",
    "passport": "PAS",
    "removal": "REM",
    "brand": "BRD",
    "finance": "FIN",
    "link": "LNK",
    "incentive": "INC",
}


def new_rule(
    model: Model, cls: str, rule: str, level: str, statement: tuple[str, str], rationale: tuple[str, str], source: str
) -> tuple[str, list[Path]]:
    """Add a requirement to a class and return its id with the files that were written.

    ``statement`` and ``rationale`` are English and Chinese. The number is the next that was never used in the area.
    """
    owner = model.classes.get(cls)
    if owner is None:
        raise ScaffoldError(f"there is no class {cls}")
    identifier = _next(model, owner.module)
    path = owner.origin.file
    block = (
        f"  {identifier}:\n    level: {level}\n    tier: T2\n    statement:\n"
        f"      en: {quoted(statement[0])}\n      zh: {quoted(statement[1])}\n    source: {quoted(source)}\n"
        f"    rationale:\n      en: {quoted(rationale[0])}\n      zh: {quoted(rationale[1])}\n"
        f"    rule: {json.dumps(rule, ensure_ascii=False)}\n"
    )
    text = path.read_text(encoding="utf-8")
    text = text.replace("\nrequirements: {}\n", "\nrequirements:\n")
    if "\nrequirements:\n" not in text:
        text = f"{text.rstrip()}\nrequirements:\n"
    path.write_text(text.rstrip("\n") + "\n" + block, encoding="utf-8")
    siblings = [each.id for each in model.requirements.values() if each.owner == cls]
    placed = place_marker(model, owner.module, "req", identifier, siblings[::-1])
    return identifier, [path, *placed, *_cases(model, identifier, owner.module, cls, level)]


def _next(model: Model, module: str) -> str:
    area = _AREAS[module]
    used = [
        int(each.rpartition("-")[2])
        for each in (*model.requirements, *model.withdrawn)
        if each.startswith(f"GCL-{area}-")
    ]
    return f"GCL-{area}-{max(used, default=0) + 1:03}"


def new_cases(model: Model, identifier: str) -> list[Path]:
    """Write the frame of the cases of a requirement that has none."""
    requirement = model.requirements.get(identifier)
    if requirement is None:
        raise ScaffoldError(f"there is no requirement {identifier}")
    return _cases(model, identifier, requirement.module, requirement.owner, requirement.level.value)


def _cases(model: Model, identifier: str, module: str, cls: str | None, level: str) -> list[Path]:
    root = model.spec.parent / "conformance_tests"
    path = root / "cases" / module / f"{identifier}.yaml"
    if path.exists():
        raise ScaffoldError(f"{path} is there already")
    base, verdict, name = _base(root / "bases", cls), "violates" if level == "MUST" else "conforms", identifier.lower()
    text = (
        f"requirement: {identifier}\ncases:\n"
        f"  - id: {name}-p01\n    title: {{en: '', zh: ''}}\n    polarity: positive\n    base: {base}\n"
        "    expect: {verdict: conforms}\n"
    )
    for number in (1, 2) if level == "MUST" else (1,):
        text += (
            f"  - id: {name}-n{number:02}\n    title: {{en: '', zh: ''}}\n    polarity: negative\n    base: {base}\n"
            f"    patch: []\n    expect:\n      verdict: {verdict}\n"
            f"      findings: [{{requirement: {identifier}, location: ''}}]\n    rationale: ''\n"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [path]


def _base(bases: Path, cls: str | None) -> str:
    """Return the name of a valid document of a class, the plainest if there are several; litchi for all other cases."""
    found = [path.stem for path in bases.glob("*.json") if json.loads(path.read_bytes()).get("type") == cls]
    return min(found, key=lambda name: (len(name), name), default="litchi")
