"""The structural constraints (T1) of the model, each with a stable key and the requirement it answers to.

Every emitter and the library's checker name a structural fault by these keys, so that a fault has one name whichever
engine found it: ``Owner.field#kind``, or ``Class#closed`` for a member nobody declared.
"""

from __future__ import annotations

from dataclasses import dataclass

from gclink_spec._model import Field, Model

#: The members of the envelope that GCL-COR-001 names.
ENVELOPE = frozenset({"type", "id", "specVersion", "issuer", "issuedAt", "status"})
#: The members of a Label that GCL-BRD-036 names.
LABEL = frozenset(
    {"displayedValue", "displayedUnit", "boundaryText", "dataYear", "verifierText", "qrUri", "printRun", "validity"}
)

_PATTERN_REQUIREMENT = {
    "decimal": "GCL-COR-003",
    "date": "GCL-COR-004",
    "dateTime": "GCL-COR-004",
    "iri": "GCL-COR-005",
    "ref": "GCL-COR-005",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One structural constraint: its key, the requirement it answers to, and its kind."""

    key: str
    requirement: str
    kind: str


def is_outside(model: Model, field: Field) -> bool:
    """Whether the field holds a code that an outside list owns."""
    return field.code_list is not None and model.code_lists[field.code_list].outside


def requirement_of(model: Model, field: Field, kind: str) -> str:
    """Return the id of the requirement that a structural fault of this kind at this field breaks."""
    match kind:
        case "required":
            if field.owner == "Document" and field.name in ENVELOPE:
                return "GCL-COR-001"
            if field.owner == "Label" and field.name in LABEL:
                return "GCL-BRD-036"
            return "GCL-COR-047"
        case "cardinality":
            return "GCL-COR-047"
        case "closed":
            return "GCL-COR-002"
        case "type":
            return "GCL-COR-003" if field.type == "decimal" else "GCL-COR-048"
        case "pattern":
            if field.format == "digest":
                return "GCL-COR-010"
            if field.format is not None or field.type == "code":
                return "GCL-COR-046"
            return _PATTERN_REQUIREMENT.get(field.type, "GCL-COR-048")
        case "text":
            return "GCL-COR-006"
        case "enum":
            return "GCL-COR-046" if is_outside(model, field) else "GCL-COR-049"
        case "min" | "max":
            return "GCL-COR-050"
        case "unit" | "scheme":
            return "GCL-COR-051"
        case "unique":
            return "GCL-COR-007"
        case "language":
            return "GCL-COR-008"
    raise ValueError(f"no structural constraint of kind {kind!r}")


def kinds_of(model: Model, field: Field) -> tuple[str, ...]:
    """Return the kinds of structural constraint that stand at a field, in the order in which they are checked."""
    kinds = ["required"] if field.required else []
    kinds.append("cardinality")
    kinds.append("type")
    if field.many and not _positioned(model, field):
        kinds.append("unique")
    if field.type == "LocalizedText":
        kinds += ["language", "text"]
    elif field.type == "text":
        kinds.append("enum" if field.values else "pattern" if field.format else "text")
    elif field.type == "code":
        assert field.code_list is not None
        kinds.append("pattern" if model.code_lists[field.code_list].pattern else "enum")
    elif field.type in ("decimal", "date", "dateTime", "iri", "ref"):
        kinds.append("pattern")
    if field.bound is not None:
        kinds += ["min"] if field.bound.minimum is not None else []
        kinds += ["max"] if field.bound.maximum is not None else []
    if field.restrict is not None:
        kinds.append(field.restrict[0])
    return tuple(kinds)


def constraint(model: Model, field: Field, kind: str) -> Constraint:
    """Return one constraint of a field by kind."""
    return Constraint(f"{field.owner}.{field.name}#{kind}", requirement_of(model, field, kind), kind)


def constraints(model: Model) -> tuple[Constraint, ...]:
    """Return every structural constraint of the model, in model order."""
    found: list[Constraint] = []
    for cls in model.classes.values():
        found.append(Constraint(f"{cls.name}#closed", "GCL-COR-002", "closed"))
        found += [constraint(model, field, kind) for field in cls.fields for kind in kinds_of(model, field)]
    return tuple(found)


def _positioned(model: Model, field: Field) -> bool:
    """Whether the items of an array carry ``position`` and are therefore a sequence, not a set."""
    return field.embedded and model.field(field.type, "position") is not None
