"""The ratchet of published names: what was once published keeps its meaning or is deprecated, never changed.

``spec/published.yaml`` lists every class, field and code with its meaning in a short form (kind; type, array or single
and code list). The build never rewrites an entry; ``gclink spec publish`` appends the new ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gclink_spec import history
from gclink_spec._model import Field, Model
from gclink_spec._yaml import read_yaml
from gclink_spec.exceptions import Problem

_HEAD = """# Published IRIs below https://w3id.org/gclink/ and what each one means. Append-only: `gclink spec publish`
# adds the new ones, nothing removes or changes a line. A name whose meaning has to change gets a new name.
"""


def meanings(model: Model) -> dict[str, str]:
    """Return every IRI of the standard (relative to the base) with its meaning in a short form."""
    found: dict[str, str] = {}
    for cls in model.classes.values():
        found[cls.name] = f"class {cls.kind}"
        for field in cls.fields:
            found[field.name] = _field(field)
    for code_list in model.code_lists.values():
        if not code_list.outside:
            for code in code_list.codes:
                found[f"{code_list.name}/{code.value}"] = "code"
    return found


def check(model: Model, ratchet: Path) -> Iterator[Problem]:
    """Yield what was published and is gone or means something else now."""
    if not ratchet.is_file():
        yield Problem(str(ratchet), "the list of published IRIs is missing", "run `gclink spec publish`")
        return
    recorded = read_yaml(ratchet)
    current = meanings(model)
    gone = history.gone_iris(ratchet.parent)
    for iri, meaning in recorded.items():
        place = f"{ratchet}:{recorded.line_of(iri)}"
        if iri in gone:
            if iri in current:
                yield Problem(place, f"{iri} is gone by spec/migrations.yaml and is used again", "use a new name")
        elif iri not in current:
            yield Problem(
                place,
                f"{iri} was published and is gone",
                "bring it back and deprecate it; in a major version, say in spec/migrations.yaml what took its place",
            )
        elif current[iri] != meaning:
            yield Problem(
                place,
                f"{iri} was published as `{meaning}` and is now `{current[iri]}`",
                "keep the meaning and use a new name for the new one",
            )
    for iri in current:
        if iri not in recorded:
            yield Problem(str(ratchet), f"{iri} is new and not yet listed", "run `gclink spec publish`")


def append(model: Model, ratchet: Path) -> int:
    """Add the IRIs that are not listed yet; return how many."""
    recorded = read_yaml(ratchet) if ratchet.is_file() else {}
    fresh = {iri: meaning for iri, meaning in meanings(model).items() if iri not in recorded}
    text = ratchet.read_text(encoding="utf-8") if ratchet.is_file() else _HEAD
    text += "".join(f'"{iri}": "{meaning}"\n' for iri, meaning in fresh.items())
    ratchet.write_text(text, encoding="utf-8")
    return len(fresh)


def _field(field: Field) -> str:
    kind = field.type if field.code_list is None else f"{field.type} {field.code_list}"
    return f"field {kind}"
