"""What other vocabularies call the things of this standard: ``spec/alignments/<vocabulary>.yaml``.

Each file names a vocabulary with its version and the day on which its terms were looked up, and maps classes, fields
and codes of ours to them with a SKOS relation and a note, in both languages, that says what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gclink_spec._model import Model, Text
from gclink_spec._yaml import read_yaml
from gclink_spec.exceptions import Problem

#: Mapping relations of SKOS, from the strongest to the weakest.
RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


@dataclass(frozen=True, slots=True)
class Alignment:
    """One row: our term (``Lot``, ``Lot.quantity``, ``gas/ch4``), the relation, the outside IRI, what differs."""

    of: str
    relation: str
    to: str
    note: Text
    vocabulary: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One outside vocabulary: version, day of the look-up, prefixes, rows, and units by their UCUM code."""

    name: str
    version: str
    looked: str
    prefixes: dict[str, str]
    rows: tuple[Alignment, ...]
    units: dict[str, str]


def vocabularies(spec: Path) -> tuple[Vocabulary, ...]:
    """Return the vocabularies, by the name of their file."""
    return tuple(_read(path) for path in sorted((spec / "alignments").glob("*.yaml")))


def _read(path: Path) -> Vocabulary:
    entry: Any = read_yaml(path)
    name = str(entry["vocabulary"])
    return Vocabulary(
        name,
        str(entry["version"]),
        str(entry["looked"]),
        dict(entry["prefixes"]),
        tuple(
            Alignment(row["of"], row["is"], row["to"], Text(row["note"]["en"], row["note"]["zh"]), name)
            for row in entry["rows"]
        ),
        {str(code): str(unit) for code, unit in (entry.get("units") or {}).items()},
    )


def local(of: str) -> str:
    """Return our term as its IRI relative to the base: a class, the bare name of a field, or list and code."""
    return of.partition(".")[2] or of


def check(model: Model) -> Iterator[Problem]:
    """Yield rows about what is not in the standard, unknown relations, prefixes and missing texts."""
    for path in sorted((model.spec / "alignments").glob("*.yaml")):
        entry: Any = read_yaml(path)
        for row in entry["rows"]:
            place = f"{path}:{row.line}"
            if not _is_ours(model, str(row.get("of"))):
                yield Problem(place, f"{row.get('of')} is no class, field or code of the standard", "correct `of`")
            if row.get("is") not in RELATIONS:
                yield Problem(place, f"{row.get('is')} is no mapping relation", f"write one of {', '.join(RELATIONS)}")
            if str(row.get("to")).partition(":")[0] not in entry["prefixes"]:
                yield Problem(
                    place, f"{row.get('to')} has a prefix that the file does not declare", "add it to prefixes"
                )
            note = row.get("note") or {}
            if not note.get("en") or not note.get("zh"):
                yield Problem(
                    place, f"the row of {row.get('of')} says not in both languages what differs", "add the note"
                )


def _is_ours(model: Model, of: str) -> bool:
    if "/" in of:
        name, _, code = of.partition("/")
        return name in model.code_lists and code in model.code_lists[name].values()
    cls, _, field = of.partition(".")
    if cls not in model.classes:
        return False
    return not field or any(each.name == field for each in model.fields_of(cls))
