"""What holds for the files of the suite themselves: ids, both polarities, one fault each, sound bases."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import orjson
import pytest
from gclink._procedures import SEEN_BY_IMPORTERS
from gclink.check import Options, check
from gclink.documents import read_bytes
from gclink_conformance.bases import documents as bases
from gclink_conformance.bases import files
from gclink_conformance.cases import AS_OF, Case, documents, load
from gclink_conformance.check import ROOT, explain
from gclink_conformance.syntax import encode
from gclink_spec import Model, load_model

CASES = load(ROOT / "cases")
BY_FILE: dict[Path, list[Case]] = defaultdict(list)
for _case in CASES:
    BY_FILE[_case.file].append(_case)
FILES = [pytest.param(path, cases, id=path.stem) for path, cases in BY_FILE.items()]

#: The folder of each area of ids.
AREAS = {
    "COR": "core",
    "PAS": "passport",
    "REM": "removal",
    "BRD": "brand",
    "INC": "incentive",
    "FIN": "finance",
    "LNK": "link",
}
#: Requirements that structure guards already: their breach is told as a breach of the code list.
MASKED = {"GCL-FIN-007": "GCL-COR-049"}
#: Cases that each requirement must have at least: positive, negative. Two negatives, so that a checker that knows one
#: document by heart fails.
LEAST = {"MUST": (1, 2), "SHOULD": (1, 1), "MAY": (1, 0)}


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(ROOT.parent / "spec")


def test_ids_are_unique() -> None:
    ids = [case.id for case in CASES]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(("path", "cases"), FILES)
def test_ids_count_up_from_one_per_polarity(path: Path, cases: list[Case]) -> None:
    numbers: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        match = re.fullmatch(rf"{path.stem.lower()}-([pn])([0-9]{{2}})", case.id)
        assert match, f"{case.id} is not <requirement>-p<nn> or -n<nn>"
        assert (match[1] == "n") == case.negative, f"{case.id} says {case.polarity}"
        numbers[match[1]].append(int(match[2]))
    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))


@pytest.mark.parametrize(("path", "cases"), FILES)
def test_a_file_names_a_requirement_and_has_both_polarities(path: Path, cases: list[Case], model: Model) -> None:
    assert path.stem in model.requirements
    assert path.parent.name == AREAS[path.stem.split("-")[1]]
    assert {case.polarity for case in cases} == {"positive", "negative"}


@pytest.mark.parametrize(("path", "cases"), FILES)
def test_no_two_cases_of_a_file_send_the_same(path: Path, cases: list[Case]) -> None:
    sent = [
        orjson.dumps(
            [
                case.scope,
                case.as_of,
                [item.content.decode("utf-8", "surrogateescape").encode().hex() for item in case.raw]
                if case.raw
                else documents(case, ROOT),
            ],
            option=orjson.OPT_SORT_KEYS,
        )
        for case in cases
    ]
    assert len(set(sent)) == len(sent), [
        case.id for case, text in zip(cases, sent, strict=True) if sent.count(text) > 1
    ]


def test_only_what_importers_see_is_without_cases(model: Model) -> None:
    """GCL-FIN-014 and 015 compare an invoice with the file it came from, which is in no document of this standard."""
    assert frozenset({"GCL-FIN-014", "GCL-FIN-015"}) == SEEN_BY_IMPORTERS
    assert model.requirements.keys() - {path.stem for path in BY_FILE} == SEEN_BY_IMPORTERS


@pytest.mark.parametrize("tier", ["T1", "T2", "T3"])
def test_every_requirement_of_a_tier_has_its_positive_and_negative_cases(tier: str, model: Model) -> None:
    few = []
    for requirement in model.requirements.values():
        if requirement.tier != tier or requirement.id in SEEN_BY_IMPORTERS:
            continue
        negative = [case.negative for case in CASES if case.requirement == requirement.id]
        positives, negatives = LEAST[requirement.level]
        if negative.count(False) < positives or negative.count(True) < negatives:
            few.append(f"{requirement.id}: {negative.count(False)} positive, {negative.count(True)} negative")
    assert few == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_expects_what_its_polarity_says(case: Case, model: Model) -> None:
    named = {found.requirement for found in case.findings}
    assert named <= model.requirements.keys()
    assert (MASKED.get(case.requirement, case.requirement) in named) == case.negative
    broken = any(model.requirements[name].level == "MUST" for name in named)
    assert case.verdict == ("violates" if broken else "conforms")
    assert bool(case.rationale) == case.negative


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_title_stands_in_both_languages(case: Case) -> None:
    assert set(case.title) == {"en", "zh"}
    assert all(text.strip() for text in case.title.values())
    assert not re.search("[\u4e00-\u9fff]", case.title["en"])


@pytest.mark.parametrize("name", bases())
def test_a_base_conforms_by_itself_in_every_syntax(name: str) -> None:
    for form in ("json", "xml", "jsonld", "turtle"):
        read = read_bytes(encode(bases()[name], form), form, name)
        report = check(read, Options(AS_OF, scope="document"))
        assert not report.findings, explain(report.findings)


def test_every_document_class_has_a_base_and_every_member_occurs(model: Model) -> None:
    used: set[tuple[str, str]] = set()

    def visit(tree: dict[str, object]) -> None:
        for key, value in tree.items():
            used.add((str(tree["type"]), key))
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict) and "type" in item:
                    visit(item)

    for tree in bases().values():
        visit(tree)
    assert {tree["type"] for tree in bases().values()} == set(model.documents)
    own = {(cls.name, field.name) for cls in model.classes.values() for field in cls.fields}
    inherited = {(parent, name) for cls, name in used for parent in model.ancestors(cls)}
    assert sorted(own - used - inherited) == []


def test_the_committed_bases_are_what_their_builder_gives() -> None:
    committed = {path.name: path.read_bytes() for path in (ROOT / "bases").glob("*.json")}
    assert committed == files()
