"""Test vectors: inputs of a named calculation with the members its result has to have.

A file holds a list of vectors (or an object with the member ``vectors``). Every member of ``expected`` is compared; one
that the calculation does not return is a difference, never a skip, so that an implementation cannot pass by silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from gclink.calculations._registry import run
from gclink.calculations.errors import CalculationError

__all__ = ["Difference", "Vector", "VectorError", "VectorResult", "load", "run_file", "run_vector", "run_vectors"]

#: A number as a vector may write it: leading zeros make it a text (an identifier), trailing ones do not.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", re.ASCII)
_SETS = frozenset({"violations"})
_EXACT = frozenset({"verdict", "violations"})


class VectorError(ValueError):
    """A file or a vector that has not the form of vectors."""


@dataclass(frozen=True, slots=True)
class Vector:
    """One vector: ``tolerance`` is absolute and holds for every numeric member of ``expected``."""

    id: str
    calculation: str
    title: str
    inputs: Mapping[str, object]
    expected: Mapping[str, object]
    tolerance: Decimal
    requirements: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A member that is not as expected; ``found`` is None where the result does not have it."""

    member: str
    expected: object
    found: object


@dataclass(frozen=True, slots=True)
class VectorResult:
    """What became of one vector."""

    id: str
    calculation: str
    title: str
    passed: bool
    differences: tuple[Difference, ...]


def load(path: Path) -> tuple[Vector, ...]:
    """Return the vectors of a JSON file; raises VectorError naming the vector and the member at fault."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except ValueError as error:
        raise VectorError(f"{path.name}: not JSON: {error}") from error
    entries = data.get("vectors") if isinstance(data, Mapping) else data
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise VectorError(f"{path.name}: a list of vectors is expected")
    vectors = tuple(_vector(entry, f"{path.name}[{place}]") for place, entry in enumerate(entries))
    seen: set[str] = set()
    for vector in vectors:
        if vector.id in seen:
            raise VectorError(f"{path.name}: id {vector.id} occurs twice")
        seen.add(vector.id)
    return vectors


def _vector(entry: Any, place: str) -> Vector:
    if not isinstance(entry, Mapping):
        raise VectorError(f"{place}: an object is expected")
    place = f"{place} {entry.get('id', '')}".rstrip()
    for member, kind in (("id", str), ("calculation", str), ("inputs", Mapping), ("expected", Mapping)):
        if not isinstance(entry.get(member), kind):
            raise VectorError(f"{place}: {member} is missing or has another form")
    if not entry["expected"]:
        raise VectorError(f"{place}: expected is empty, so nothing would be tested")
    tolerance = entry.get("tolerance", "0")
    if not isinstance(tolerance, str) or not _NUMBER.fullmatch(tolerance) or tolerance.startswith("-"):
        raise VectorError(f"{place}: tolerance has to be a decimal text of zero or more")
    requirement = entry.get("requirement", ())
    return Vector(
        id=entry["id"],
        calculation=entry["calculation"],
        title=str(entry.get("title", "")),
        inputs=entry["inputs"],
        expected=entry["expected"],
        tolerance=Decimal(tolerance),
        requirements=(requirement,) if isinstance(requirement, str) else tuple(requirement),
        source=str(entry.get("source", "")),
    )


def run_file(path: Path) -> tuple[VectorResult, ...]:
    """Load a file and run each of its vectors."""
    return run_vectors(load(path))


def run_vectors(vectors: Sequence[Vector]) -> tuple[VectorResult, ...]:
    """Run vectors in their order."""
    return tuple(run_vector(vector) for vector in vectors)


def run_vector(vector: Vector) -> VectorResult:
    """Run one vector; an input that the calculation refuses is a difference with the text of the error."""
    try:
        result = run(vector.calculation, vector.inputs)
    except CalculationError as error:
        differences: tuple[Difference, ...] = (Difference(error.member, dict(vector.expected), str(error)),)
    else:
        differences = compare(vector.expected, result, vector.tolerance)
    return VectorResult(vector.id, vector.calculation, vector.title, not differences, differences)


def compare(
    expected: Mapping[str, object], found: Mapping[str, object], tolerance: Decimal = Decimal(0)
) -> tuple[Difference, ...]:
    """Return the members of ``expected`` that ``found`` does not have or has otherwise.

    Numbers (integers and canonical decimal texts) compare within the absolute tolerance, verdicts exactly, violations
    as sets, lists in their order, objects by the members expected of them.
    """
    return tuple(
        difference for member, wanted in expected.items() for difference in _compare(member, wanted, found, tolerance)
    )


def _compare(member: str, wanted: object, found: Mapping[str, object], tolerance: Decimal) -> list[Difference]:
    if member not in found:
        return [Difference(member, wanted, None)]
    return _differences(member, wanted, found[member], tolerance)


def _differences(path: str, wanted: object, found: object, tolerance: Decimal) -> list[Difference]:
    name = path.rpartition(".")[2]
    match wanted, found:
        case list(), list() if name in _SETS:
            same = len(set(wanted)) == len(set(found)) and set(wanted) == set(found)
        case list(), list() if len(wanted) == len(found):
            return [
                difference
                for place, (left, right) in enumerate(zip(wanted, found, strict=True))
                for difference in _differences(f"{path}[{place}]", left, right, tolerance)
            ]
        case Mapping(), Mapping():
            return [
                difference
                for member, part in wanted.items()
                for difference in (
                    _differences(f"{path}.{member}", part, found[member], tolerance)
                    if member in found
                    else [Difference(f"{path}.{member}", part, None)]
                )
            ]
        case _:
            left, right = (None, None) if name in _EXACT else (_number(wanted), _number(found))
            if left is not None and right is not None:
                same = abs(left - right) <= Fraction(tolerance)
            else:
                same = type(wanted) is type(found) and wanted == found
    return [] if same else [Difference(path, wanted, found)]


def _number(value: object) -> Fraction | None:
    """Return an integer or a canonical decimal text as a number; identifiers with leading zeros are texts."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Fraction(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(value)
    return None
