"""What holds for the near misses that a search found: ids, polarity, and a rule that is told apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from gclink_conformance.cases import Case, load, sent
from gclink_conformance.check import ROOT
from gclink_spec import Model, load_model

CASES = load(ROOT / "near")
BY_FILE: dict[Path, list[Case]] = defaultdict(list)
for _case in CASES:
    BY_FILE[_case.file].append(_case)
FILES = [pytest.param(path, cases, id=path.stem) for path, cases in BY_FILE.items()]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(ROOT.parent / "spec")


@pytest.mark.parametrize(("path", "cases"), FILES)
def test_ids_count_up_from_one_per_polarity(path: Path, cases: list[Case]) -> None:
    numbers: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        match = re.fullmatch(rf"{path.stem.lower()}-near-([pn])([0-9]{{2,3}})", case.id)
        assert match, f"{case.id} is not <requirement>-near-p<nn> or -n<nn>"
        assert (match[1] == "n") == case.negative, f"{case.id} says {case.polarity}"
        numbers[match[1]].append(int(match[2]))
    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))


@pytest.mark.parametrize(("path", "cases"), FILES)
def test_no_two_near_misses_of_a_file_send_the_same(path: Path, cases: list[Case]) -> None:
    told = Counter(sent(case, ROOT) for case in cases)
    assert max(told.values()) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_near_miss_expects_what_its_polarity_says(case: Case, model: Model) -> None:
    named = {found.requirement for found in case.findings}
    assert named <= model.requirements.keys()
    assert (case.requirement in named) == case.negative
    broken = any(model.requirements[name].level == "MUST" for name in named)
    assert case.verdict == ("violates" if broken else "conforms")
    assert case.patch or case.as_of
    assert set(case.title) == {"en", "zh"}
    assert not re.search("[\u4e00-\u9fff]", case.title["en"])
