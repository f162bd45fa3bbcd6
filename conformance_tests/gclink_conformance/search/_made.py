"""A change that tells a mutant apart, made into a case: what the reference finds, in the words a case is written in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from gclink._text import Text

from gclink_conformance import cases as case_files
from gclink_conformance.cases import Case, Expected, Tree
from gclink_conformance.order import in_order, moved
from gclink_conformance.reference import answer
from gclink_conformance.runner._requirements import requirement
from gclink_conformance.runner._trial import iris, of_case
from gclink_conformance.search._edits import Edit
from gclink_conformance.strength._mutant import Mutant
from gclink_conformance.strength._situation import UnsoundReferenceError, situation
from gclink_conformance.suite import root

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Found:
    """A case, the mutants it notices by their ids, and how much there is to it: changes and findings."""

    case: Case
    kills: frozenset[str]
    weight: int


def made(tried: Case, start: Case, edit: Edit, noticed: Sequence[Mutant]) -> Found | None:
    """Return the case, None where the suite would not notice the mutants, or the case would not be sound."""
    case = replace(tried, id=f"near-{next(_numbers)}")
    whole = _answered(case, start, edit)
    if whole is None:
        return None
    try:
        here = situation(of_case(whole)[0])
    except UnsoundReferenceError:
        return None
    kills = []
    for mutant in noticed:
        outcome = here.judge(mutant.findings)
        if outcome is not None and outcome.grade != "explained":
            kills.append(mutant.id)
    if not kills:
        return None
    others = {found.requirement for found in whole.findings} - {whole.requirement}
    return Found(whole, frozenset(kills), 1 + len(whole.patch) + 2 * len(others) + len(whole.findings))


def _answered(case: Case, start: Case, edit: Edit) -> Case | None:
    """Return a case with what the reference finds; None where that is nothing a case may expect."""
    (trial,) = of_case(case)
    given = answer({"op": "check", "id": "near", "profile": "validator", "specVersion": "1.0", **trial.request()})
    if given.get("verdict") not in ("conforms", "violates"):
        return None
    names = {iri: name for name, iri in iris(case).items()}
    written = case_files._patched(case, root())
    findings = []
    for item in given["findings"]:
        if requirement(item["requirement"]).tier == "T1":
            return None
        name = names[item["document"]]
        findings.append(Expected(item["requirement"], name, _unmoved(written[name], item["location"])))
    unique = tuple(dict.fromkeys(findings))
    if len(unique) < len(findings):
        return None  # told twice by us: an implementation that tells it once is right as well
    if len(written) == 1:
        unique = tuple(replace(found, document=None) for found in unique)
    named = [found.requirement for found in unique]
    if unique and case.requirement not in named:
        case = replace(case, requirement=named[0])
    negative = bool(unique)
    return replace(
        case,
        polarity="negative" if negative else "positive",
        verdict=given["verdict"],
        findings=unique,
        title=_title(start, edit),
        rationale="A near miss: what a rule that is wrong in one place judges otherwise." if negative else "",
    )


def _unmoved(tree: Tree, location: str) -> str:
    """Return where a place of the document in order stands in the document as it is written."""
    steps: list[str] = []
    written: Any = tree
    ordered: Any = in_order(tree)
    for step in location.split("/")[1:]:
        if isinstance(written, list) and step.isdigit() and int(step) < len(written):
            prefix = "/".join(["", *steps])
            ends = prefix.count("/") + 1
            places = [
                index for index in range(len(written)) if moved(tree, f"{prefix}/{index}").split("/")[ends] == step
            ]
            steps.append(str(places[0]))
            written, ordered = written[places[0]], ordered[int(step)]
        else:
            steps.append(step)
            key = step.replace("~1", "/").replace("~0", "~")
            written = written.get(key) if isinstance(written, dict) else None
            ordered = ordered.get(key) if isinstance(ordered, dict) else None
    return "/".join(["", *steps]) if steps else ""


def _title(start: Case, edit: Edit) -> dict[str, str]:
    """Return what is changed, in both languages."""
    told = [_words(operation) for operation in edit.operations]
    if edit.as_of:
        told.append(Text(f"checked as of {edit.as_of}", f"核对时刻为 {edit.as_of}"))
    en, zh = "; ".join(text.en for text in told), "；".join(text.zh for text in told)
    if not start.patch:
        return {"en": f"{en[0].upper()}{en[1:]}", "zh": zh}
    return {"en": f"{start.title['en']}; besides, {en}", "zh": f"{start.title['zh']}；此外，{zh}"}


def _words(operation: dict[str, Any]) -> Text:
    name = operation.get("document")
    path = operation.get("path", "")
    match operation["op"]:
        case "remove":
            return Text(f"{path} of {name} left out", f"{name} 缺 {path}")
        case "removeDocument":
            return Text(f"{name} left out", f"缺 {name}")
        case "copyDocument":
            return Text(f"a second {operation['from']} as {name}", f"{operation['from']} 另有一份 {name}")
        case "addDocument":
            kind = operation["value"]["type"]
            return Text(f"a further {kind} {name}", f"增加 {kind} {name}")
    value = orjson.dumps(operation["value"]).decode()
    if not value.isascii() or len(value) > 60:
        value = "" if len(value) > 60 or not value.isascii() else value
    shown = f" {value}" if value else ""
    if operation["op"] == "add":
        return Text(
            f"{path} of {name} added:{shown}" if shown else f"{path} of {name} added", f"{name} 增加 {path}{shown}"
        )
    return Text(
        f"{path} of {name} is{shown}" if shown else f"{path} of {name} is another",
        f"{name} 的 {path} 为{shown or '其他值'}",
    )
