"""The questions that the ontology answers about a bundle: ``spec/questions/questions.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gclink_spec._model import Model, Text
from gclink_spec._yaml import read_yaml
from gclink_spec.exceptions import Problem

_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: words, readers, the columns of its answer, and the query that gives them; where it stands."""

    name: str
    text: Text
    readers: tuple[str, ...]
    columns: tuple[str, ...]
    sparql: str
    place: str


def questions(spec: Path) -> tuple[Question, ...]:
    """Return the questions in the order of the file, once ``check`` has found them whole."""
    entries = _entries(spec)
    return tuple(
        Question(
            name,
            Text(entry["question"]["en"], entry["question"]["zh"]),
            tuple(entry["for"]),
            tuple(entry["columns"]),
            entry["sparql"],
            f"{_file(spec)}:{entries.line_of(name)}",
        )
        for name, entry in entries.items()
    )


def check(model: Model) -> Iterator[Problem]:
    """Yield the questions that are not whole."""
    entries = _entries(model.spec)
    for name, entry in entries.items():
        if fault := _fault(name, entry):
            yield Problem(f"{_file(model.spec)}:{entries.line_of(name)}", f"question {name}: {fault[0]}", fault[1])


def _file(spec: Path) -> Path:
    return spec / "questions" / "questions.yaml"


def _entries(spec: Path) -> Any:
    return read_yaml(_file(spec))["questions"]


def _fault(name: str, entry: Any) -> tuple[str, str] | None:
    if not _NAME.fullmatch(name):
        return "the name is not in small letters with hyphens", "rename it"
    for member in ("question", "for", "columns", "sparql"):
        if not entry.get(member):
            return f"{member} is missing", f"add {member}"
    for language in ("en", "zh"):
        if not entry["question"].get(language):
            return f"it has no words in {language}", f"add question.{language}"
    for column in entry["columns"]:
        if f"?{column}" not in entry["sparql"]:
            return f"the query does not give the column {column}", "name the same columns in both"
    return None
