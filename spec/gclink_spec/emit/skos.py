"""The code lists as SKOS: ``ontology/codelists.ttl``.

A code of a list of this standard is a concept with an IRI. A list that an outside body owns and that stays plain text
in RDF is described and not enumerated: its codes have no IRI here, and their owner may have given them one.
"""

from __future__ import annotations

from gclink_spec._model import Code, CodeList, Model, Text
from gclink_spec.emit._turtle import Turtle, name, string, texts

PATH = "ontology/codelists.ttl"

_OUTSIDE = Text(
    "The codes of this list belong to the named body and stand as plain strings; they are not concepts of this scheme.",
    "本表代码归所列机构所有，以普通字符串书写，不是本概念体系中的概念。",
)


def scheme(code_list: str) -> str:
    """Return the IRI of a list, relative to the base: the namespace of its codes.

    With the slash at its end, because forty lists have the name of the field that uses them, and one IRI must not mean
    both a property and a list.
    """
    return name(f"{code_list}/")


def concept(code_list: str, code: str) -> str:
    """Return the IRI of a code, relative to the base."""
    return name(f"{code_list}/{code}")


def emit(model: Model) -> dict[str, bytes]:
    """Return the file with one concept scheme for each code list and one concept for each code of our lists."""
    out = Turtle(model.base, ("dct", "owl", "rdfs", "skos"), "Code lists of the Green Carbon Link standard as SKOS.")
    for code_list in model.code_lists.values():
        _scheme(out, model, code_list)
        if not code_list.outside:
            for code in code_list.codes:
                _concept(out, code_list, code)
    return {PATH: out.bytes()}


def _scheme(out: Turtle, model: Model, code_list: CodeList) -> None:
    notes = texts(_OUTSIDE) if code_list.outside else []
    out.add(
        scheme(code_list.name),
        ("a", "skos:ConceptScheme"),
        ("skos:prefLabel", texts(code_list.label)),
        ("skos:notation", string(code_list.name)),
        ("skos:definition", texts(code_list.definition)),
        ("skos:note", notes),
        ("dct:source", string(code_list.owner) if code_list.owner else ""),
        ("owl:versionInfo", string(model.version)),
        ("rdfs:isDefinedBy", f"<{model.base}>"),
    )


def _concept(out: Turtle, code_list: CodeList, code: Code) -> None:
    of = scheme(code_list.name)
    replaced = concept(code_list.name, code.replaced_by) if code.replaced_by else ""
    out.add(
        concept(code_list.name, code.value),
        ("a", "skos:Concept"),
        ("skos:prefLabel", texts(code.label)),
        ("skos:notation", string(code.value)),
        ("skos:definition", texts(code.definition)),
        ("skos:inScheme", of),
        ("skos:topConceptOf", of),
        ("owl:deprecated", "true" if code.deprecated else ""),
        ("skos:changeNote", _withdrawn(code)),
        ("dct:isReplacedBy", replaced),
    )


def _withdrawn(code: Code) -> list[str]:
    if code.deprecated is None:
        return []
    return texts(Text(f"Deprecated since {code.deprecated}.", f"自 {code.deprecated} 起弃用。"))
