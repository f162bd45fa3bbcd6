"""A conformity credential: a verification statement, if it is about one footprint and the caller adds what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges import _lexical as lexical
from gclink.bridges._json import ABSENT, Digits
from gclink.bridges._known import Known
from gclink.bridges._parties import spec_version
from gclink.bridges._reading import PARTIAL, Reading
from gclink.bridges._report import Item, Relation
from gclink.bridges._verification import standard_code
from gclink.bridges.untp._common import (
    check_measure,
    check_vocabulary,
    day,
    metric_name,
    objects,
    product_identity,
    read_validity,
)
from gclink.bridges.untp._finish import check_members
from gclink.bridges.untp._subject import read_issuer

__all__ = ["read_conformity"]

_V: Final = "VerificationStatement."
_S: Final = "/credentialSubject"
_CARBON: Final = frozenset({"product-carbon-footprint", "ghg-emissions-intensity"})


def read_conformity(reading: Reading, known: Known) -> Item:
    """Return the statement, or what there is of one."""
    old = reading.table.name == "untp-0.6.1"
    assessments = f"{_S}/assessment" if old else f"{_S}/conformityAssessment"
    spec_version(reading, "VerificationStatement")
    reading.put(_V + "status", "active")
    name = reading.take("/id")
    if name is not ABSENT:
        reading.put(_V + "id", name)
        reading.tell(Relation.EXACT, "/id", _V + "id", stated=name, written=name)
    read_validity(reading, "VerificationStatement")
    issuer = read_issuer(reading, known, "VerificationStatement")
    if issuer is not None:
        reading.put(_V + "verifier", issuer)
    if not old:
        check_vocabulary(reading)
    for path, content in objects(reading.tree):
        if path.startswith(assessments) and isinstance(content.get("measure"), dict):
            check_measure(reading, f"{path}/measure", metric_name(content))
    found = list(reading.matches(f"{assessments}/*"))
    _doubles(reading, found)
    _conformance(reading, found)
    _dates(reading, found)
    _scheme(reading, old)
    _values(reading, found, old)
    _subjects(reading, known, found)
    _validity(reading)
    _compare(reading, known, found, old)
    reading.fill("VerificationStatement", reading.key)
    reading.lose_rows()
    check_members(reading)
    return reading.item("Party", "VerificationStatement")


def _doubles(reading: Reading, found: list[tuple[str, Any]]) -> None:
    met: set[str] = set()
    for place, assessment in found:
        name = assessment.get("id") if isinstance(assessment, dict) else None
        if isinstance(name, str):
            if name in met:
                reading.find("duplicate_identifier", f"{place}/id", stated=name)
            met.add(name)


def _conformance(reading: Reading, found: list[tuple[str, Any]]) -> None:
    """Read the opinion: adverse as soon as one assessment says so, none if one is silent."""
    said = []
    for place, _ in found:
        value = reading.take(f"{place}/conformance")
        said.append(value)
        if value is not ABSENT:
            reading.tell(Relation.NARROWER, f"{place}/conformance", _V + "opinion", stated=value)
    if not found:
        detail = Text("no assessment", "没有评定")
        reading.find("vacuous_content", _S, detail, consequence=PARTIAL)
    elif any(value is False for value in said):
        reading.put(_V + "opinion", "adverse")
    elif all(value is True for value in said):
        reading.put(_V + "opinion", "unmodified")


def _dates(reading: Reading, found: list[tuple[str, Any]]) -> None:
    days = [(one, place) for place, _ in found if (one := day(reading, f"{place}/assessmentDate")) is not None]
    if days:
        last, place = max(days)
        reading.put(_V + "completedOn", last.isoformat())
        reading.tell(Relation.EXACT, f"{place}/assessmentDate", _V + "completedOn", stated=str(last), written=str(last))
        for other, where in days:
            if other != last:
                reading.tell(Relation.LOST, f"{where}/assessmentDate", _V + "completedOn", stated=str(other))


def _scheme(reading: Reading, old: bool) -> None:
    path = f"{_S}/scope" if old else f"{_S}/referenceScheme"
    name = reading.take(f"{path}/name")
    if isinstance(name, str):
        reading.put(_V + "scopeText", {reading.options.language: name})
        reading.put(_V + "standard", standard_code(name))
        reading.tell(Relation.NARROWER, f"{path}/name", _V + "standard", stated=name, written=standard_code(name))
        reading.tell(Relation.EXACT, f"{path}/name", _V + "scopeText", stated=name, written=name)
    for place, endorsement in reading.matches(f"{_S}/authorisation/*"):
        label = endorsement.get("id", endorsement.get("name")) if isinstance(endorsement, dict) else None
        if isinstance(label, str) and reading.value(_V + "accreditation") is ABSENT:
            reading.put(_V + "accreditation", label)
            reading.tell(Relation.EXACT, place, _V + "accreditation", stated=label, written=label)


def _values(reading: Reading, found: list[tuple[str, Any]], old: bool) -> None:
    """Report numbers without a denominator: a mass per nothing is no footprint."""
    named = False
    for place, assessment in found:
        if not isinstance(assessment, dict):
            continue
        key = "declaredValue" if old else "assessedPerformance"
        for index, value in enumerate(assessment.get(key) or []):
            if isinstance(value, dict) and _is_footprint(value, old):
                named = True
                detail = Text("the value is per nothing that is said", "未说明该数值的分母")
                reading.find("denominator_missing", f"{place}/{key}/{index}", detail, consequence=PARTIAL)
    if named:
        reading.find("denominator_missing", "", consequence=PARTIAL)


def _validity(reading: Reading) -> None:
    """Report a statement that is meant to hold longer than three years."""
    start, end = reading.value(_V + "validity.start"), reading.value(_V + "validity.end")
    if ABSENT in (start, end):
        return
    limit = lexical.add_months(date.fromisoformat(start), 36).isoformat()
    if end > limit:
        detail = Text(f"{end}, after {limit}", f"{end}，晚于 {limit}")
        reading.find("validity_over_three_years", "/validUntil", detail, stated=end, computed=limit)


def _compare(reading: Reading, known: Known, found: list[tuple[str, Any]], old: bool) -> None:
    """Hold stated footprints in kilograms against the one passport that is verified; a difference is no new value."""
    subjects = reading.value(_V + "subjects")
    passport = known.by_id(subjects[0]["target"], "CarbonPassport") if isinstance(subjects, list) else None
    if passport is None or len(subjects) > 1:
        return
    for place, assessment in found:
        key = "declaredValue" if old else "assessedPerformance"
        for index, value in enumerate(assessment.get(key) or [] if isinstance(assessment, dict) else []):
            measure = value.get("metricValue" if old else "measure") if isinstance(value, dict) else None
            if not isinstance(measure, dict) or measure.get("unit") != "KGM" or not _is_footprint(value, old):
                continue
            digits = measure.get("value")
            if isinstance(digits, Digits):
                where = f"{place}/{key}/{index}/{'metricValue' if old else 'measure'}/value"
                _hold(reading, where, lexical.number_of(digits), passport)


def _is_footprint(value: dict[str, Any], old: bool) -> bool:
    return "emission" in str(value.get("metricName", "")).lower() if old else metric_name(value) in _CARBON


def _hold(reading: Reading, where: str, stated: Decimal, passport: Mapping[str, Any]) -> None:
    amount = lexical.number_of(passport["declaredUnit"]["value"])
    per_unit, total = lexical.EXACT.multiply(stated, amount), lexical.number_of(passport["totalExclUptake"])
    if lexical.EXACT.subtract(per_unit, total).copy_abs() > lexical.tolerance(total):
        shown = lexical.plain(total)
        detail = Text(f"the passport says {shown} per declared unit", f"护照为每声明单位 {shown}")
        reading.find("source_identity_violated", where, detail, stated=lexical.plain(per_unit), computed=shown)


def _subjects(reading: Reading, known: Known, found: list[tuple[str, Any]]) -> None:
    """Write the passports that are verified: those the caller names, never the product alone."""
    for place, _ in found:
        for product, _ in reading.matches(f"{place}/assessedProduct/*"):
            product_identity(reading, f"{product}/product")
    supplied = reading.options.of("VerificationStatement", reading.key).get("subjects")
    references = [
        reference if isinstance(one, str) and (reference := known.reference(one)) is not None else one
        for one in (supplied if isinstance(supplied, list) else [])
    ]
    if references and all(isinstance(one, dict) for one in references):
        reading.put(_V + "subjects", references)
        reading.tell(Relation.MISSING, "", _V + "subjects", written=references, caller=True)
        return
    path = found[0][0] if found else _S
    detail = Text("it names no carbon passport; the caller may", "没有指明碳排护照，可由调用者指明")
    reading.find("subject_mismatch", path, detail, consequence=PARTIAL)
