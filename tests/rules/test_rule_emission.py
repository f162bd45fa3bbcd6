"""The generated modules: committed as the source gives them, deterministic, and every rule in its place."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import orjson
import pytest
from gclink_spec import Model
from gclink_spec._model import Level
from gclink_spec.emit.python_rules import emit
from gclink_spec.rules import CompiledRule
from rule_lines import generated, requirement, with_line

ROOT = Path(__file__).parents[2]


def test_the_committed_files_are_what_the_source_gives(model: Model) -> None:
    files = emit(model)
    assert emit(model) == files
    for path, content in files.items():
        assert (ROOT / path).read_bytes() == content, f"{path}: run the build"


def test_every_must_and_should_line_is_run_and_named_with_its_source(
    model: Model, rules: tuple[CompiledRule, ...]
) -> None:
    source = b"".join(c for p, c in emit(model).items() if p.endswith(".py")).decode()
    for rule in rules:
        level = model.requirements[rule.requirement].level
        assert level in (Level.MUST, Level.SHOULD)
        assert f"# {rule.requirement} {level}: {rule.text}\n" in source
        assert f'("{rule.requirement}", {rule.line}, ())' in source


def test_no_generated_line_divides_or_uses_floats(model: Model) -> None:
    for path, content in emit(model).items():
        if path.endswith(".py"):
            code = re.sub(r"#.*|\"[^\"]*\"", "", content.decode())
            assert "/" not in code
            assert "float" not in code


def test_rule_trees_hold_every_line(model: Model, rules: tuple[CompiledRule, ...]) -> None:
    data = orjson.loads(emit(model)["validators/gclink/_data/rules.json"])["rules"]
    for rule in rules:
        line = data[rule.requirement][rule.line]
        assert line["text"] == rule.text
        assert rule.context in [cls for tree in line["trees"] for cls in tree["on"]]


def test_a_may_is_not_checked(model: Model) -> None:
    may = dataclasses.replace(requirement("Party", 'partyKind = "natural_person"'), level=Level.MAY)
    check = generated(dataclasses.replace(model, requirements={may.id: may}), "core")["check_Party"]
    assert check({"type": "Party", "partyKind": "legal_entity"}) == []


@pytest.mark.parametrize(("excepts", "places"), [((), [0, 1]), (("GoodsLine.unitPrice",), [1])])
def test_an_excepted_place_is_left_out(model: Model, excepts: tuple[str, ...], places: list[int]) -> None:
    changed = with_line(model, "Money", "amount >= 0", excepts=excepts)
    core = generated(changed, "core") if _home(model, "Money") == "core" else {}
    names: dict[str, Any] = dict(core)
    source = emit(changed)["validators/gclink/_generated/rules_finance.py"].decode()
    exec(_without_imports(source, "gclink._generated"), names)
    price = {"type": "Money", "amount": "-1", "currency": "CNY"}
    found = names["check_GoodsLine"]({"type": "GoodsLine", "unitPrice": price, "lineAmount": price})
    members = ["unitPrice", "lineAmount"]
    assert found == [("GCL-COR-999", 0, (members[index],)) for index in places]


def _home(model: Model, cls: str) -> str:
    return model.classes[cls].module


def _without_imports(source: str, module: str) -> str:
    return "\n".join(line for line in source.splitlines() if not line.startswith(f"from {module}"))
