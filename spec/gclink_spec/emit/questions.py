"""The questions that the ontology answers: ``ontology/questions/<name>.rq``, and their list with words for readers."""

from __future__ import annotations

import json

from gclink_spec._bundle_graph import load_graph
from gclink_spec._model import Model
from gclink_spec.emit._sparql_layout import layout
from gclink_spec.emit._turtle import BANNER
from gclink_spec.exceptions import Problem, SpecError
from gclink_spec.questions import check, questions

FOLDER = "ontology/questions"


def emit(model: Model) -> dict[str, bytes]:
    """Return one query per question, and the list of them; raises SpecError for a question that is not whole."""
    if problems := list(check(model)):
        raise SpecError(problems)
    graph = load_graph(model)
    files: dict[str, str] = {}
    listed = []
    for question in questions(model.spec):
        try:
            expanded = graph.expand(question.sparql)
        except ValueError as error:
            problem = Problem(question.place, f"the query of {question.name}: {error}", "mend the query")
            raise SpecError([problem]) from error
        comments = f"# {question.text.en}\n# {question.text.zh}\n"
        query = f"{BANNER}{comments}{graph.header(expanded)}\n{layout(expanded)}"
        files[f"{FOLDER}/{question.name}.rq"] = query
        listed.append(
            {
                "name": question.name,
                "question": {"en": question.text.en, "zh": question.text.zh},
                "for": list(question.readers),
                "columns": list(question.columns),
            }
        )
    head = {"generated": "Generated from spec/ by `gclink spec build`; do not edit.", "questions": listed}
    files[f"{FOLDER}/questions.json"] = json.dumps(head, ensure_ascii=False, indent=1) + "\n"
    return {path: text.encode() for path, text in files.items()}
