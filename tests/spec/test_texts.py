"""Every text of the standard stands in English and in Chinese, each in its own script.

A reader of either language gets the whole standard or the standard is not bilingual; a missing text would otherwise
show only as a blank line on some page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from gclink_spec import load_model
from gclink_spec._model import Code, CodeList, Level, Model, Text

SPEC = Path(__file__).parents[2] / "spec"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: Places whose English quotes the Chinese word that a label has to show.
QUOTING = frozenset({"statement of GCL-BRD-041"})
WITHOUT_CHINESE: frozenset[str] = frozenset()
"""Places whose Chinese text is a proper noun in Latin letters; none at present."""


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(SPEC)


def _labels(model: Model) -> Iterator[tuple[str, Text | None]]:
    for owner in model.classes.values():
        yield f"label of class {owner.name}", owner.label
        yield from ((f"label of field {owner.name}.{field.name}", field.label) for field in owner.fields)
    for code_list in _own_lists(model):
        yield f"label of code list {code_list.name}", code_list.label
        yield from ((f"label of code {code_list.name}.{code.value}", code.label) for code in code_list.codes)


def _definitions(model: Model) -> Iterator[tuple[str, Text | None]]:
    for owner in model.classes.values():
        yield f"definition of class {owner.name}", owner.definition
        yield from ((f"definition of field {owner.name}.{field.name}", field.definition) for field in owner.fields)
    for code_list in model.code_lists.values():
        yield f"definition of code list {code_list.name}", code_list.definition
        yield from (
            (f"definition of code {code_list.name}.{code.value}", code.definition)
            for code in code_list.codes
            if code.definition is not None
        )


def _sentences(model: Model) -> Iterator[tuple[str, Text | None]]:
    for requirement in model.requirements.values():
        yield f"statement of {requirement.id}", requirement.statement
        yield f"rationale of {requirement.id}", requirement.rationale


def _own_lists(model: Model) -> list[CodeList]:
    return [code_list for code_list in model.code_lists.values() if not code_list.outside]


def _faults(place: str, text: Text | None) -> list[str]:
    """Name what is wrong with one text; an empty list is a sound one."""
    if text is None:
        return [f"{place}: missing"]
    faults = [f"{place}: no text in {language}" for language in ("en", "zh") if not getattr(text, language).strip()]
    if CHINESE.search(text.en) and place not in QUOTING:
        faults.append(f"{place}: Chinese characters in the English text")
    if text.zh.strip() and place not in WITHOUT_CHINESE and not CHINESE.search(text.zh):
        faults.append(f"{place}: no Chinese characters in the Chinese text")
    return faults


def _all_faults(texts: Iterator[tuple[str, Text | None]]) -> list[str]:
    return [fault for place, text in texts for fault in _faults(place, text)]


def test_every_class_field_code_list_and_code_has_a_label_in_both_languages(model: Model) -> None:
    assert _all_faults(_labels(model)) == []


def test_every_class_field_and_code_list_has_a_definition_in_both_languages(model: Model) -> None:
    assert _all_faults(_definitions(model)) == []


def test_every_requirement_has_a_statement_and_a_rationale_in_both_languages(model: Model) -> None:
    assert _all_faults(_sentences(model)) == []


def test_definitions_and_rationales_are_sentences_with_a_full_stop(model: Model) -> None:
    rationales = ((place, text) for place, text in _sentences(model) if place.startswith("rationale"))
    texts = [*_definitions(model), *rationales]
    bad = [place for place, text in texts if text and not (text.en.endswith(".") and text.zh.endswith("。"))]
    assert bad == []


def test_every_statement_carries_the_word_of_its_level_in_both_languages(model: Model) -> None:
    duty = {
        Level.MUST: (re.compile(r"\bMUST\b"), re.compile(r"必须|不得")),
        Level.SHOULD: (re.compile(r"\bSHOULD\b"), re.compile(r"宜")),
    }
    bad = [
        requirement.id
        for requirement in model.requirements.values()
        if not duty[requirement.level][0].search(requirement.statement.en)
        or not duty[requirement.level][1].search(requirement.statement.zh)
    ]
    assert bad == []


def test_no_two_requirements_share_a_rationale(model: Model) -> None:
    seen: dict[str, str] = {}
    shared = []
    for requirement in model.requirements.values():
        if requirement.rationale is not None:
            first = seen.setdefault(requirement.rationale.en, requirement.id)
            if first != requirement.id:
                shared.append((first, requirement.id))
    assert shared == []


def test_no_code_shows_its_bare_value_as_chinese_label(model: Model) -> None:
    bare = [
        f"{code_list.name}.{code.value}"
        for code_list in _own_lists(model)
        for code in code_list.codes
        if _is_bare(code)
    ]
    assert bare == []


def _is_bare(code: Code) -> bool:
    return code.label.zh == code.value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (None, "x: missing"),
        (Text(en="", zh="批次"), "x: no text in en"),
        (Text(en="lot", zh=" "), "x: no text in zh"),
        (Text(en="lot 批次", zh="批次"), "x: Chinese characters in the English text"),
        (Text(en="lot", zh="lot"), "x: no Chinese characters in the Chinese text"),
    ],
)
def test_each_fault_of_a_text_is_named(text: Text | None, fault: str) -> None:
    assert _faults("x", text) == [fault]
