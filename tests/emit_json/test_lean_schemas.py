"""The schema that the fast path runs says the same as the published one, on sound documents and on broken ones."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest
from gclink._lean_schema import lean
from gclink._schemas import BASE, acceptor, schema

ROOT = Path(__file__).resolve().parents[2]
BASES = sorted((ROOT / "conformance_tests" / "bases").glob("*.json"))
#: What a member may become: another type, a text on the edge of its form, too many, too few.
WRONG: tuple[Any, ...] = (
    None,
    "",
    "x\n",
    "1.",
    "-0",
    " ",
    "\u0001",
    1.5,
    -1,
    True,
    [],
    {},
    ["a", "a"],
    {"type": "Money"},
)


def _retrieve(iri: str) -> dict[str, Any]:
    return schema(iri.removeprefix(BASE).removesuffix(".json"))


@cache
def _published(name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(schema(name), retriever=_retrieve)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each holder with the name or number of a member of it."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


def _changed(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number in range(sum(1 for _ in _places(tree))):
        for index, wrong in enumerate((*WRONG, "a line end", "gone")):
            made = copy.deepcopy(tree)
            holder, key = list(_places(made))[number]
            if wrong == "gone":
                del holder[key]
            elif wrong == "a line end":
                if not isinstance(holder[key], str):
                    continue
                holder[key] += "\n"
            else:
                holder[key] = copy.deepcopy(wrong)
            yield f"{key} {index}", made


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.stem)
def test_both_give_the_same_verdict_on_every_change_of_a_document(path: Path) -> None:
    tree = orjson.loads(path.read_bytes())
    name = tree["type"]
    assert acceptor(name)(tree)
    assert _published(name).is_valid(tree)
    told = {change: (acceptor(name)(made), _published(name).is_valid(made)) for change, made in _changed(tree)}
    assert [change for change, (one, other) in told.items() if one is not other] == []
    assert any(not one for one, _ in told.values())


def test_a_keyword_that_is_not_known_is_refused_and_not_dropped() -> None:
    with pytest.raises(ValueError, match="unevaluatedProperties"):
        lean({"type": "object", "unevaluatedProperties": False}, lambda name: {"title": name})
