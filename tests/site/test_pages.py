"""The generated pages: the same in both languages, complete, and each requirement leads to its sentence and back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from gclink_spec import load_model
from gclink_spec._model import Model
from gclink_spec.pages._folders import FOLDERS
from gclink_spec.pages._samples import SAMPLES, broken, fault_and_finding
from gclink_spec.pages._write import GENERATED, pages, site_of
from gclink_spec.pages.story import pictures
from gclink_spec.prose._render import machines

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "zh")
CHINESE = re.compile("[\u4e00-\u9fff]")
ANCHOR = re.compile(r"\{#([\w-]+)|<a id=\"([^\"]+)\"")


@cache
def model() -> Model:
    return load_model(ROOT / "spec")


@cache
def generated(language: str) -> dict[str, str]:
    return dict(pages(model(), language))


def by_hand(language: str) -> set[str]:
    docs = ROOT / "docs" / language
    paths = (path.relative_to(docs) for path in docs.rglob("*.md"))
    return {path.as_posix() for path in paths if path.parts[0] not in GENERATED}


def test_every_page_written_by_hand_exists_in_both_languages() -> None:
    assert by_hand("en") == by_hand("zh")


def test_every_page_written_by_hand_is_in_the_menu() -> None:
    """A page outside the menu is one that nobody finds; folders of FOLDERS enter it by being there."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n", 1)[1]
    hidden = [path for path in by_hand("en") if path not in menu and path.split("/", 1)[0] not in FOLDERS]
    assert hidden == []


def test_every_generated_page_exists_in_both_languages() -> None:
    assert generated("en").keys() == generated("zh").keys()


def test_a_page_has_the_same_anchors_in_both_languages() -> None:
    differing = [
        path
        for path, text in generated("en").items()
        if not path.startswith("standard/") and ANCHOR.findall(text) != ANCHOR.findall(generated("zh")[path])
    ]
    assert differing == []


def test_every_chinese_page_speaks_chinese() -> None:
    silent = [path for path, text in generated("zh").items() if len(CHINESE.findall(text)) < 6]
    assert silent == []
    assert [path for path in by_hand("zh") if not CHINESE.search((ROOT / "docs/zh" / path).read_text("utf-8"))] == []


def test_english_pages_show_chinese_only_where_both_languages_stand_side_by_side() -> None:
    """A label or sentence that was taken from the wrong language would be Chinese in an English heading."""
    headings = [
        f"{path}: {line}"
        for path, text in generated("en").items()
        for line in text.splitlines()
        if line.startswith("#") and CHINESE.search(line)
    ]
    assert headings == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_the_model_has_a_page(language: str) -> None:
    found = generated(language).keys()
    due = [f"reference/requirements/{name}.md" for name in model().requirements]
    due += [f"reference/findings/{name}.md" for name in (*model().requirements, *SAMPLES)]
    due += [f"reference/classes/{name}.md" for name in model().classes]
    due += [f"reference/codelists/{name}.md" for name in model().code_lists]
    due += [f"reference/tables/{name}.md" for name in model().tables]
    due += [f"reference/machines/{name}.md" for name in machines(model())]
    due += [f"reference/profiles/{name}.md" for name in model().profiles]
    due += [f"reference/ontology/{name}.md" for name in model().modules]
    assert [path for path in due if path not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_requirement_leads_to_its_sentence_in_the_part_and_back(language: str) -> None:
    lost = []
    for name in model().requirements:
        page = generated(language)[f"reference/requirements/{name}.md"]
        link = re.search(rf"\.\./\.\./(standard/[\w-]+\.md)#{name.lower()}\)", page)
        part = generated(language).get(link[1], "") if link else ""
        if f'<a id="{name.lower()}"></a>**[{name}](../reference/requirements/{name}.md)**' not in part:
            lost.append(name)
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_requirement_shows_its_sentence_in_both_languages_and_its_rule_in_every_language_that_has_it(
    language: str,
) -> None:
    rules = site_of(model()).rules
    lacking = []
    for name, requirement in model().requirements.items():
        page = generated(language)[f"reference/requirements/{name}.md"]
        due = {
            "Python": bool(rules.python(name)),
            "SHACL-SPARQL": name in rules.shacl,
            "XPath 2.0": name in rules.schematron,
            f"queries/{name}.rq": rules.query(name) is not None,
            '<span lang="zh">' if language == "en" else '<span lang="en">': True,
        }
        lacking += [(name, mark) for mark, there in due.items() if there and mark not in page]
        lacking += [(name, line.text) for line in requirement.rules if line.text not in page]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_requirement_of_structure_shows_a_constraint_in_the_schemas(language: str) -> None:
    from gclink_spec.constraints import constraints

    bare = []
    for name in {each.requirement for each in constraints(model())}:
        page = generated(language)[f"reference/requirements/{name}.md"]
        if not all(mark in page for mark in ("JSON Schema", "SHACL")):
            bare.append(name)
    assert bare == []


def test_every_rule_inside_one_document_stands_in_every_rule_language_or_is_a_named_gap() -> None:
    site = site_of(model())
    missing = []
    for name, requirement in model().requirements.items():
        if requirement.tier == "T2" and requirement.rules:
            gaps = {gap.target for gap in site.gaps.get(name, ())}
            missing += [(name, "shacl")] if name not in site.rules.shacl and "shacl" not in gaps else []
            missing += [(name, "xpath")] if name not in site.rules.schematron and "schematron" not in gaps else []
            missing += [(name, "python")] if not site.rules.python(name) else []
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_shows_what_the_report_says_when_a_case_breaks_the_requirement(language: str) -> None:
    site = site_of(model())
    silent = []
    for name in model().requirements:
        case = site.negative(name)
        if case is not None:
            page = generated(language)[f"reference/findings/{name}.md"]
            told = "|".join(sorted({found.requirement for found in case.findings}))
            if not re.search(rf"^  [✗!] (?:{told})", page, re.MULTILINE):
                silent.append(name)
    assert silent == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_sample_of_a_kind_of_fault_has_that_fault(kind: str) -> None:
    sample, text = broken(site_of(model()), kind)
    pair = fault_and_finding(text, sample, kind)
    assert pair is not None
    assert pair[0].kind == kind
    assert pair[1].requirement == pair[0].requirement


def test_every_kind_of_fault_that_the_library_has_words_for_has_a_page() -> None:
    from gclink._finding_texts import _MEND, _WHAT

    assert set(SAMPLES) == set(_WHAT) == set(_MEND)


def test_every_class_that_is_not_abstract_has_an_example() -> None:
    site = site_of(model())
    bare = [name for name, cls in model().classes.items() if cls.kind != "abstract" and site.example(name) is None]
    assert bare == ["LocalizedText"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_is_left_unresolved(language: str) -> None:
    assert [path for path, text in generated(language).items() if "@/" in text] == []


def test_the_pictures_show_the_figures_of_the_documents() -> None:
    site = site_of(model())
    for language in LANGUAGES:
        drawn = pictures(site, language)
        assert {"0.71335", "−0.2772", "0.43615", "+0.34188"} <= set(re.findall(r">([^<>]+)</text>", drawn["waterfall"]))
        flow = re.findall(r">([^<>]+)</text>", drawn["flow"])
        assert {"1,080,000 CNY", "4.1 %", "−10 bp", "0.53", "46,800 kg"} <= set(flow)
        assert "2026-09-18" in drawn["timeline"]
        assert site.litchi["label-fruit"]["displayedValue"] in drawn["label"]


def test_the_discs_of_a_row_add_up_to_the_total_of_the_passport() -> None:
    from decimal import Decimal

    from gclink_spec.pages.story._life_cycle import emitted

    for name, tree in site_of(model()).litchi.items():
        if name.startswith("passport-"):
            assert sum(emitted(tree).values()) == Decimal(tree["totalExclUptake"]), name
