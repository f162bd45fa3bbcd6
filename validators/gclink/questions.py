"""Questions about a bundle that its graph answers: which financings rest on a suspended passport, and the like.

Each question is a published query (``ontology/questions``); what it is asked of is the merged graph of the documents
with the facts that the standard derives, such as the effective status of each document at an instant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from gclink._schemas import artefacts
from gclink._text import Text
from gclink.documents import Document
from gclink.errors import GclinkError


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its name, its words, for whom it is, and what each column of an answer holds."""

    name: str
    text: Text
    readers: tuple[str, ...]
    columns: tuple[str, ...]


@cache
def questions() -> dict[str, Question]:
    """Return every question by name, in the order of the source."""
    loaded = orjson.loads((artefacts("ontology/questions") / "questions.json").read_bytes())
    return {
        each["name"]: Question(
            each["name"],
            Text(each["question"]["en"], each["question"]["zh"]),
            tuple(each["for"]),
            tuple(each["columns"]),
        )
        for each in loaded["questions"]
    }


def answer(name: str, documents: Iterable[Document], as_of: str) -> list[dict[str, str]]:
    """Return the rows that answer a question about documents, as of an instant (dateTime in UTC).

    A cell is text: an IRI, a decimal in canonical form, or empty where the question leaves it open. Raises GclinkError
    for a question that there is not.
    """
    from gclink.engines._sparql_bundle import bundle_of, graph

    question = questions().get(name)
    if question is None:
        raise GclinkError(
            "unknown_question",
            Text(f"there is no question {name}", f"没有问题 {name}"),
            Text("`gclink ask` lists them", "`gclink ask` 可列出全部"),
        )
    query = (artefacts("ontology/questions") / f"{name}.rq").read_text("utf-8")
    solutions: Any = graph(bundle_of(documents, as_of)).query(query)
    return [{column: _shown(solution[column]) for column in question.columns} for solution in solutions]


def _shown(term: Any) -> str:
    if term is None:
        return ""
    value = str(term.value)
    datatype = getattr(term, "datatype", None)
    if datatype is not None and datatype.value.endswith(("#decimal", "#integer")) and "." in value:
        value = value.rstrip("0").rstrip(".")
    return value
