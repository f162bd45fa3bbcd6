"""Trivial implementations: each answers every message in good form, and none of them does what it claims to.

A suite that one of them passes proves nothing. Each claims every profile, and checks alone, which is the most
favourable claim for it.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from gclink._text import Text
from gclink.findings import path_of
from gclink.profiles import profiles

from gclink_conformance.carriers._base import checked
from gclink_conformance.cases import AS_OF, Case
from gclink_conformance.protocol import Message
from gclink_conformance.reference import answer as reference
from gclink_conformance.runner._conclude import conclusion
from gclink_conformance.runner._requirements import requirements
from gclink_conformance.runner._score import score
from gclink_conformance.runner._trial import Trial
from gclink_conformance.runner._trials import trials

Ask = Callable[[Message], Message]


@dataclass(frozen=True, slots=True)
class Trivial:
    """One trivial implementation. ``answer`` gets a check and a way to ask the reference; it answers the check."""

    name: str
    label: Text
    answer: Callable[[Message, Ask], Message]


def _said(message: Message, findings: Iterable[Message]) -> Message:
    told = list(findings)
    violated = any(found["severity"] == "violation" for found in told)
    return {"id": message["id"], "verdict": "violates" if violated else "conforms", "findings": told}


def _constant(verdict: str) -> Callable[[Message, Ask], Message]:
    return lambda message, _ask: {"id": message["id"], "verdict": verdict, "findings": []}


def _rejects_with_a_reason(message: Message, _ask: Ask) -> Message:
    found = {
        "requirement": "GCL-COR-048",
        "severity": "violation",
        "document": message["documents"][0]["iri"],
        "location": "",
        "message": "invalid",
    }
    return _said(message, [found])


def _no_findings(message: Message, ask: Ask) -> Message:
    return {"id": message["id"], "verdict": ask(message)["verdict"], "findings": []}


def _schema_only(message: Message, ask: Ask) -> Message:
    return _said(
        message, (found for found in _findings(message, ask) if requirements()[found["requirement"]].tier == "T1")
    )


def _first_only(message: Message, ask: Ask) -> Message:
    def first(found: Message) -> bool:
        return all(not str(step).isdigit() or int(step) == 0 for step in path_of(found["location"]))

    return _said(message, filter(first, _findings(message, ask)))


def _no_links(message: Message, ask: Ask) -> Message:
    return ask({**message, "scope": "document"})


def _one_format(message: Message, ask: Ask) -> Message:
    if all(document["mediaType"] == "application/json" for document in message["documents"]):
        return ask(message)
    return _said(message, ())


def _one_day(message: Message, ask: Ask) -> Message:
    return ask({**message, "asOf": "2026-10-01T00:00:00Z"})


def _first_document(message: Message, ask: Ask) -> Message:
    return ask({**message, "documents": message["documents"][:1]})


def _findings(message: Message, ask: Ask) -> list[Message]:
    found: list[Message] = ask(message)["findings"]
    return found


TRIVIAL: Final[tuple[Trivial, ...]] = (
    Trivial("accepts-all", Text("accepts everything", "全部接受"), _constant("conforms")),
    Trivial("rejects-all", Text("refuses everything", "全部拒绝"), _constant("violates")),
    Trivial(
        "rejects-with-a-reason",
        Text("refuses everything, always for the same reason", "以同一理由全部拒绝"),
        _rejects_with_a_reason,
    ),
    Trivial("cannot-tell", Text("never decides", "从不判定"), _constant("cannot_tell")),
    Trivial("no-findings", Text("right verdicts, no findings", "结论正确，不给发现"), _no_findings),
    Trivial("schema-only", Text("structure alone, no rules", "只查结构，不查规则"), _schema_only),
    Trivial("first-item", Text("the first item of every array alone", "每个数组只看第一项"), _first_only),
    Trivial("first-document", Text("the first document alone", "只看第一份文档"), _first_document),
    Trivial("no-links", Text("each document by itself, links ignored", "逐份检查，忽略链接"), _no_links),
    Trivial("one-format", Text("JSON alone; accepts every other syntax", "只读 JSON，其他语法一律接受"), _one_format),
    Trivial("one-day", Text("always the same day, whatever is asked", "日期固定，不论所问"), _one_day),
)


@dataclass(slots=True)
class Score:
    """How a trivial implementation fares: checks asked, right verdicts, right reasons, and the result per profile."""

    name: str
    asked: int
    right: int
    explained: int
    profiles: dict[str, dict[str, str]] = field(default_factory=dict)


def run(one_in: int = 1, jobs: int = 1) -> list[Score]:
    """Return the scores, in the order of the table; ``one_in`` takes a sample of the trials."""
    chosen = [trial for index, trial in enumerate(trials()) if _is_chosen(trial, index, one_in)]
    pieces = [chosen[start : start + 400] for start in range(0, len(chosen), 400)]
    rows: dict[str, list[Mapping[str, Any]]] = {trivial.name: [] for trivial in TRIVIAL}
    if jobs > 1:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            results = pool.map(_rows, pieces, chunksize=1)
    else:
        results = [_rows(piece) for piece in pieces]
    for result in results:
        for name, found in result.items():
            rows[name] += found
    return [_score(trivial, rows[trivial.name]) for trivial in TRIVIAL]


def _is_chosen(trial: Trial, index: int, one_in: int) -> bool:
    """Whether a check is part of a sample; those that depend on the day are few, and all of them are in JSON."""
    if trial.operation != "check":
        return False
    source = trial.source
    of_another_day = isinstance(source, Case) and source.as_of != AS_OF and trial.format == "json"
    return index % one_in == 0 or of_another_day


def _rows(piece: Sequence[Trial]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {trivial.name: [] for trivial in TRIVIAL}
    for trial in piece:
        request = {"op": "check", "id": "x", "profile": "validator", "specVersion": "1.0", **trial.request()}
        expected = trial.expected()
        ask = _once(request)
        for trivial in TRIVIAL:
            given = checked(request, orjson.dumps(trivial.answer(orjson.loads(orjson.dumps(request)), ask)))
            outcome = score(trial, expected, given)
            found[trivial.name].append(
                {
                    "test": trial.id,
                    "needs": trial.needs,
                    "level": trial.about.level,
                    "polarity": trial.polarity,
                    "operation": "check",
                    "outcome": outcome.outcome,
                    "grade": outcome.grade,
                }
            )
    return found


def _once(request: Message) -> Ask:
    """Return a way to ask the reference that answers the request itself only once."""
    known: dict[bytes, Message] = {}

    def ask(message: Message) -> Message:
        key = orjson.dumps(message)
        if key not in known:
            known[key] = reference(message)
        return known[key]

    assert request
    return ask


def _score(trivial: Trivial, rows: list[Mapping[str, Any]]) -> Score:
    outcomes = Counter(row["outcome"] for row in rows)
    made = Score(trivial.name, len(rows), outcomes["pass"], sum(row["grade"] == "explained" for row in rows))
    for name, profile in profiles().items():
        if profile.kind != "role":
            continue
        its = [row for row in rows if row["needs"] <= profile.requirements]
        concluded = conclusion(its, whole=True)
        made.profiles[name] = {"result": concluded["result"], "grade": concluded["grade"]}
    return made


def passing(scores: Iterable[Score]) -> list[str]:
    """Return what no trivial implementation may do and one does: pass a profile."""
    return [
        f"{made.name} passes {profile} ({result['grade']})"
        for made in scores
        for profile, result in made.profiles.items()
        if result["result"] != "fail"
    ]
