"""The model as the library needs it at run time: JSON, flat, without the source's prose.

``model.json`` holds classes with inherited fields and ready patterns; ``requirements.json`` the sentences that a report
quotes. Split, because a valid document never needs the sentences.
"""

from __future__ import annotations

import json
from typing import Any

from gclink_spec import lexical
from gclink_spec._model import Bound, Field, Model, Text
from gclink_spec.constraints import kinds_of, requirement_of

_FORMATS = {
    "digest": lexical.DIGEST,
    "ucum": lexical.UCUM,
    "language": lexical.LANGUAGE,
    "className": lexical.CLASS_NAME,
}


def emit(model: Model) -> dict[str, bytes]:
    """Return ``validators/gclink/_data/model.json`` and ``requirements.json``."""
    return {
        "validators/gclink/_data/model.json": _dump(_runtime(model)),
        "validators/gclink/_data/requirements.json": _dump(_requirements(model)),
    }


def pattern_of(model: Model, field: Field) -> str | None:
    """Return the lexical pattern of a scalar field, without its bound; None for free text and booleans."""
    match field.type:
        case "decimal":
            return lexical.DECIMAL
        case "integer":
            return lexical.INTEGER
        case "date":
            return lexical.DATE
        case "dateTime":
            return lexical.DATE_TIME
        case "iri" | "ref":
            return lexical.IRI
        case "text":
            return _FORMATS.get(field.format or "")
        case "code":
            assert field.code_list is not None
            return model.code_lists[field.code_list].pattern
    return None


def _runtime(model: Model) -> dict[str, Any]:
    return {
        "generated": "by gclink spec build from spec/; do not edit",
        "version": model.version,
        "base": model.base,
        "modules": {name: _text(text) for name, text in model.modules.items()},
        "classes": {
            cls.name: {
                "module": cls.module,
                "kind": cls.kind.value,
                "parents": list(model.ancestors(cls.name)),
                "label": _text(cls.label),
                "fields": [_field(model, field) for field in model.fields_of(cls.name)],
            }
            for cls in model.classes.values()
        },
        "codeLists": {
            code_list.name: {
                "outside": code_list.outside,
                "pattern": code_list.pattern,
                "label": _text(code_list.label),
                "codes": {code.value: _text(code.label) for code in code_list.codes},
            }
            for code_list in model.code_lists.values()
        },
    }


def _field(model: Model, field: Field) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": field.name,
        "owner": field.owner,
        "type": field.type,
        "min": field.minimum,
        "max": field.maximum,
        "label": _text(field.label),
        "requirements": {kind: requirement_of(model, field, kind) for kind in kinds_of(model, field)},
    }
    optional = {
        "targets": list(field.targets),
        "list": field.code_list,
        "format": field.format,
        "values": list(field.values),
        "unit": field.unit,
        "pattern": pattern_of(model, field),
        "bound": _bound(field.bound) if field.bound else None,
        "restrict": [field.restrict[0], list(field.restrict[1])] if field.restrict else None,
    }
    return entry | {key: value for key, value in optional.items() if value}


def _bound(bound: Bound) -> dict[str, Any]:
    return {
        "min": None if bound.minimum is None else str(bound.minimum),
        "max": None if bound.maximum is None else str(bound.maximum),
        "exclusiveMin": bound.exclusive_minimum,
        "exclusiveMax": bound.exclusive_maximum,
    }


def _requirements(model: Model) -> dict[str, Any]:
    return {
        "generated": "by gclink spec build from spec/; do not edit",
        "requirements": {
            requirement.id: {
                "module": requirement.module,
                "level": requirement.level.value,
                "tier": requirement.tier.value,
                "statement": _text(requirement.statement),
                "rationale": _text(requirement.rationale) if requirement.rationale else None,
                "source": requirement.source,
                "class": requirement.owner,
                "rules": [{"on": list(line.on), "rule": line.text} for line in requirement.rules],
                "procedure": requirement.procedure,
                "structural": requirement.structural,
                "across": requirement.across,
                "sparql": requirement.query,
                "algorithm": part.algorithm if part is not None else requirement.algorithm,
                "over": list(part.over if part is not None else requirement.over),
            }
            for requirement in model.requirements.values()
            for part in (requirement.bundle_part,)
        },
        "withdrawn": dict(model.withdrawn),
    }


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def _dump(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
