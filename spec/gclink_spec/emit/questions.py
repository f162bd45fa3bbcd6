"""The questions that the ontology answers: ``ontology/questions/<name>.rq``, and their list with words for readers."""

from __future__ import annotations

import json
from typing import Any

from gclink_spec._bundle_graph import load_graph
from gclink_spec._model import Model
from gclink_spec._yaml import read_yaml
from gclink_spec.emit._sparql_layout import layout
from gclink_spec.emit._turtle import BANNER
from gclink_spec.exceptions import Problem, SpecError

FOLDER = "ontology/questions"


def emit(model: Model) -> dict[str, bytes]:
    """Return one query per question, and the list of them."""
    graph = load_graph(model)
    path = model.spec / "questions" / "questions.yaml"
    asked: Any = read_yaml(path)["questions"]
    files: dict[str, str] = {}
    listed = []
    for name, entry in asked.items():
        try:
            expanded = graph.expand(entry["sparql"])
        except ValueError as error:
            problem = Problem(f"{path}:{asked.line_of(name)}", f"the query of {name}: {error}", "mend the query")
            raise SpecError([problem]) from error
        words = entry["question"]
        comments = f"# {words['en']}\n# {words['zh']}\n"
        files[f"{FOLDER}/{name}.rq"] = f"{BANNER}{comments}{graph.header(expanded)}\n{layout(expanded)}"
        listed.append(
            {
                "name": name,
                "question": {"en": words["en"], "zh": words["zh"]},
                "for": list(entry["for"]),
                "columns": list(entry["columns"]),
            }
        )
    head = {"generated": "Generated from spec/ by `gclink spec build`; do not edit.", "questions": listed}
    files[f"{FOLDER}/questions.json"] = json.dumps(head, ensure_ascii=False, indent=1) + "\n"
    return {path: text.encode() for path, text in files.items()}
