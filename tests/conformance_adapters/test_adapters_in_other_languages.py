"""The implementations in Node and Java give the verdicts of the suite, from the published artefacts alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from gclink.canonical import digest
from gclink_conformance.carriers import Carrier
from gclink_conformance.cases import Case, base, load
from gclink_conformance.protocol import MEDIA_TYPES, Message, packed
from gclink_conformance.runner._score import score
from gclink_conformance.runner._trial import Trial, of_case
from gclink_conformance.runner.session import Request, run
from gclink_conformance.suite import root
from gclink_conformance.syntax import encode
from gclink_spec import load_model
from gclink_spec.emit import schematron, shacl_rules
from other_languages import ADAPTERS, command

#: One in so many checks is made in every run of the tests; all of them in the long run.
SAMPLE = 90
FORMATS = ("json", "xml", "jsonld", "turtle")


def _hello() -> Message:
    return {"op": "hello", "id": "h", "protocol": "gclink-adapter/1", "runner": {"name": "tests", "version": "1"}}


@cache
def _model() -> Any:
    return load_model(ADAPTERS.parents[1] / "spec")


def _trial(case: Case, form: str) -> Trial:
    return next(trial for trial in of_case(case) if trial.format == form)


def _sample(form: str, declined: set[str]) -> Iterator[Trial]:
    for case in load(root() / "cases"):
        number = zlib.crc32(f"{case.id}/{form}".encode())
        if case.scope != "document" or form not in case.formats or number % SAMPLE or case.requirement in declined:
            continue
        if (trial := _trial(case, form)).about.tier != "T3":
            yield trial


def _ask(conversation: Carrier, trial: Trial) -> Message:
    request = {**trial.request(), "id": trial.id, "profile": "validator", "specVersion": "1.0"}
    return conversation.exchange(request, 60)


def _case(name: str) -> Case:
    return next(case for case in load(root() / "cases") if case.id == name)


def test_it_says_who_it_is_and_what_it_claims(conversation: Carrier, language: str) -> None:
    told = conversation.exchange(_hello(), 60)
    assert told["implementation"]["name"] == f"gclink-{language}"
    (claim,) = told["claims"]
    assert claim["tiers"] == ["T1", "T2"]
    assert claim["formats"] == list(FORMATS)


def test_it_declines_exactly_what_no_published_rule_expresses(conversation: Carrier) -> None:
    (claim,) = conversation.exchange(_hello(), 60)["claims"]
    gaps = [{gap.requirement for gap in emitter.inexpressible(_model())} for emitter in (schematron, shacl_rules)]
    assert {decline["requirement"] for decline in claim["declines"]} == gaps[0] & gaps[1]
    assert all(decline["reason"] for decline in claim["declines"])


@pytest.mark.parametrize("form", FORMATS)
def test_its_answers_are_those_of_the_cases(conversation: Carrier, form: str) -> None:
    (claim,) = conversation.exchange(_hello(), 60)["claims"]
    declined = {decline["requirement"] for decline in claim["declines"]}
    found, other = 0, []
    for trial in _sample(form, declined):
        outcome = score(trial, trial.expected(), _ask(conversation, trial))
        found += 1
        # Of a fault of form the engines tell the requirement differently; a rule has one, and one place.
        due = {"explained"} if trial.about.tier == "T2" else {"explained", "verdict"}
        if outcome.outcome != "pass" or outcome.grade not in due:
            other.append(f"{trial.id}: {outcome.outcome} ({outcome.grade}): {outcome.reason.en}")
    assert not other, "\n".join(other)
    assert found > 7


def test_a_broken_should_is_a_warning_and_no_violation(conversation: Carrier) -> None:
    case = next(case for case in load(root() / "cases") if case.requirement == "GCL-COR-044" and case.negative)
    for form in FORMATS:
        answer = _ask(conversation, _trial(case, form))
        assert answer["verdict"] == "conforms"
        told = [(found["requirement"], found["severity"]) for found in answer["findings"]]
        assert told == [("GCL-COR-044", "warning")]


@pytest.mark.parametrize("name", ["passport", "terms", "facility", "party"])
def test_a_document_has_the_digest_of_the_library_in_every_syntax(conversation: Carrier, name: str) -> None:
    (claim,) = conversation.exchange(_hello(), 60)["claims"]
    assert "digest" in claim["operations"]
    tree = base(root(), name)[name]
    for form in FORMATS:
        document = packed(tree["id"], MEDIA_TYPES[form], encode(tree, form))
        answer = conversation.exchange({"op": "digest", "id": f"{name}/{form}", "document": document}, 60)
        assert answer["digest"] == digest(tree), form


def test_a_bundle_is_declined_and_not_guessed(conversation: Carrier) -> None:
    request = {**_trial(_case("gcl-cor-040-n03"), "json").request(), "scope": "bundle"}
    answer = conversation.exchange({**request, "id": "b", "profile": "validator", "specVersion": "1.0"}, 60)
    assert answer["declined"] is True


@pytest.mark.long
def test_the_whole_suite_of_both_tiers_gives_the_right_verdicts(language: str, tmp_path: Any) -> None:
    result = run(Request(command(language), ("validator",), tmp_path, seed=20261125, jobs=2, timeout=60), reports=False)
    other = [
        f"{row['test']}: {row['outcome']} {row['reason']['en']}"
        for row in result.rows
        if row["outcome"] in ("fail", "error")
    ]
    assert not other, "\n".join(other[:50])
    assert result.profiles["validator"]["result"] == "pass"
    assert result.profiles["validator"]["must"]["executed"] > 20_000
    assert result.exit == 0
