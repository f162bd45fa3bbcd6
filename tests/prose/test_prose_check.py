"""What the check of the prose refuses: each fault is made in a copy of the parts and named with file, line and mend."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from gclink_spec import Model, SpecError, load_model
from gclink_spec.exceptions import Problem
from gclink_spec.prose import LANGUAGES, PARTS, check, filled, parts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(ROOT / "spec")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "spec" / "parts", tmp_path / "parts")
    return tmp_path


def change(spec: Path, part: str, old: str, new: str) -> int:
    """Replace the first occurrence of a text in a part; return the line on which it stood."""
    path = spec / "parts" / part
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def only(found: list[Problem], part: str) -> Problem:
    matching = [problem for problem in found if part in problem.message]
    assert matching, f"no problem about {part!r} among {[problem.message for problem in found]}"
    assert all(problem.mend for problem in matching)
    return matching[0]


def test_the_prose_is_sound(model: Model, spec: Path) -> None:
    assert [str(problem) for problem in check(model, spec)] == []


def test_every_part_exists_in_both_languages() -> None:
    found = {(part.name.split("-")[1], part.language) for part in parts(ROOT / "spec")}
    assert found == {(name, language) for name in PARTS for language in LANGUAGES}


def test_a_normative_word_outside_a_requirement_is_refused(model: Model, spec: Path) -> None:
    line = change(spec, "2-passport.en.md", "A passport speaks about one thing.", "A passport MUST speak.")
    problem = only(list(check(model, spec)), "'MUST' outside a requirement")
    assert problem.place.endswith(f"2-passport.en.md:{line}")


@pytest.mark.parametrize("word", ["必须", "不得", "宜"])
def test_a_chinese_normative_word_is_refused_too(model: Model, spec: Path, word: str) -> None:
    line = change(spec, "2-passport.zh.md", "一本护照只说一件事。", f"一本护照{word}只说一件事。")
    problem = only(list(check(model, spec)), f"{word!r} outside a requirement")
    assert problem.place.endswith(f"2-passport.zh.md:{line}")


def test_a_word_that_only_holds_the_chinese_character_passes(model: Model, spec: Path) -> None:
    change(spec, "2-passport.zh.md", "一本护照只说一件事。", "一本适宜的护照只说一件事。")
    assert list(check(model, spec)) == []


def test_a_requirement_without_a_place_is_named(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "<!-- req GCL-PAS-024 -->", "<!-- req GCL-PAS-001 -->")
    found = list(check(model, spec))
    assert "add <!-- req GCL-PAS-024 -->" in only(found, "requirement GCL-PAS-024 is placed nowhere").mend
    assert "2-passport.en.md" in only(found, "requirement GCL-PAS-001 stands at").message


def test_an_unknown_or_withdrawn_requirement_is_named_with_what_replaces_it(model: Model, spec: Path) -> None:
    line = change(spec, "2-passport.en.md", "<!-- req GCL-PAS-024 -->", "<!-- req GCL-FIN-002 -->")
    problem = only(list(check(model, spec)), "requirement GCL-FIN-002 is not one of the standard")
    assert problem.place.endswith(f"2-passport.en.md:{line}")
    assert "GCL-COR-015 replaces it" in problem.mend


def test_a_mention_of_an_id_that_does_not_exist_is_refused(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "A passport speaks about one thing.", "See GCL-PAS-999.")
    only(list(check(model, spec)), "GCL-PAS-999 does not exist")


def test_a_class_a_code_list_a_table_and_a_machine_have_their_places(model: Model, spec: Path) -> None:
    for part, kind, name in (
        ("2-passport.zh.md", "fields", "GasEntry"),
        ("2-passport.zh.md", "codes", "stage"),
        ("2-passport.zh.md", "table", "gwp100-v1"),
        ("5-finance.zh.md", "machine", "receivable"),
    ):
        change(spec, part, f"<!-- {kind} {name} -->", f"<!-- {kind} Nothing -->")
    found = list(check(model, spec))
    for name in ("class GasEntry", "code list stage", "table gwp100-v1", "machine receivable"):
        only(found, f"{name} is placed nowhere")


def test_the_languages_have_one_order(model: Model, spec: Path) -> None:
    path = spec / "parts" / "2-passport.zh.md"
    text = path.read_text(encoding="utf-8")
    swapped = text.replace("<!-- req GCL-PAS-001 -->", "@").replace(
        "<!-- req GCL-PAS-002 -->", "<!-- req GCL-PAS-001 -->"
    )
    path.write_text(swapped.replace("@", "<!-- req GCL-PAS-002 -->"), encoding="utf-8")
    problem = only(list(check(model, spec)), "req GCL-PAS-002 stands where en has req GCL-PAS-001")
    assert "2-passport.zh.md" in problem.place


def test_a_clause_that_only_one_language_has_is_named(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "## 10 Time and place", "## 10 Time and place\n\n### 10.1 More")
    only(list(check(model, spec)), "stands where en has a heading of level 3 (10.1)")


def test_a_part_without_its_scope_is_named(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "## 1 Scope", "## 1 Range")
    only(list(check(model, spec)), "no clause '1 Scope' in its place")


def test_a_missing_part_is_named(model: Model, spec: Path) -> None:
    (spec / "parts" / "2-passport.zh.md").unlink()
    problem = only(list(check(model, spec)), "this part is missing")
    assert problem.place.endswith("2-passport.zh.md")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<!-- /req -->", "", "is still open"),
        ("<!-- /req -->", "<!-- /codes -->", "is still open"),
        ("<!-- req GCL-PAS-001 -->", "", "no marker is open here"),
        ("<!-- req GCL-PAS-001 -->", "<!-- requirement GCL-PAS-001 -->", "is a comment that nothing reads"),
    ],
)
def test_a_broken_marker_is_named_and_never_filled(model: Model, spec: Path, old: str, new: str, message: str) -> None:
    change(spec, "2-passport.en.md", old, new)
    only(list(check(model, spec)), message)
    broken = replace(model, spec=spec)
    with pytest.raises(SpecError, match="2-passport"):
        filled(broken)


def test_what_stands_between_markers_follows_the_model(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "> Exactly one of subjectLot", "> Any of subjectLot")
    copied = replace(model, spec=spec)
    path = "spec/parts/2-passport.en.md"
    assert filled(copied)[path] == (ROOT / path).read_bytes()


def test_filling_twice_changes_nothing(model: Model, spec: Path) -> None:
    copied = replace(model, spec=spec)
    first = filled(copied)
    for path, content in first.items():
        (spec / "parts" / Path(path).name).write_bytes(content)
    assert filled(copied) == first


def test_code_that_nothing_proves_is_refused(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "<!-- example command -->\n", "")
    only(list(check(model, spec)), "a console block that nothing proves")


def test_a_mark_without_its_block_is_refused(model: Model, spec: Path) -> None:
    change(spec, "2-passport.en.md", "<!-- example command -->\n", "<!-- example command -->\n\nNothing.\n")
    only(list(check(model, spec)), "an example mark without a block")
