"""The rules across documents as SPARQL: ``ontology/queries/<requirement>.rq``, and the views they rest on.

Each file stands alone: macros are written out and prefixes declared. A query returns the documents of the merged graph
that break its requirement; ``ontology/queries/views`` holds what is added to the graph first, in the order of names.
"""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._bundle_graph import BundleGraph, load_graph
from gclink_spec._model import Model, Requirement, Text
from gclink_spec.emit._gap import Gap
from gclink_spec.emit._sparql_layout import layout
from gclink_spec.emit._turtle import BANNER
from gclink_spec.exceptions import Problem, SpecError

FOLDER = "ontology/queries"

_TARGET = "sparql"


def emit(model: Model) -> dict[str, bytes]:
    """Return one file per requirement that has a query, and one per view."""
    graph = load_graph(model)
    files = {
        f"{FOLDER}/views/{view.number:02}-{view.name}.rq": _file(graph, view.sparql, [view.note])
        for view in graph.views
    }
    for requirement in _across(model):
        if requirement.query:
            try:
                files[f"{FOLDER}/{requirement.id}.rq"] = _file(graph, requirement.query, _sentence(requirement))
            except ValueError as error:
                problem = Problem(str(requirement.origin), f"the query of {requirement.id}: {error}", "mend the query")
                raise SpecError([problem]) from error
    return {path: text.encode() for path, text in files.items()}


def inexpressible(model: Model) -> tuple[Gap, ...]:
    """Return the requirements across documents that no query checks."""
    reason = Text(
        "No query: only the procedure sees what breaks it.",
        "没有查询：只有过程能发现其违反。",
    )
    return tuple(Gap(requirement.id, _TARGET, reason) for requirement in _across(model) if not requirement.query)


def _across(model: Model) -> Iterator[Requirement]:
    return (requirement for requirement in model.requirements.values() if requirement.across is not None)


def _sentence(requirement: Requirement) -> list[str]:
    return [f"{requirement.id} ({requirement.level.value})", requirement.statement.en, requirement.statement.zh]


def _file(graph: BundleGraph, query: str, notes: list[str]) -> str:
    expanded = graph.expand(query)
    comments = "".join(f"# {line}\n" for note in notes for line in note.splitlines())
    return f"{BANNER}{comments}{graph.header(expanded)}\n{layout(expanded)}"
