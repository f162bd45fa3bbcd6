"""Deprecation: what should no longer be used, what takes its place, and from which major version it is gone.

The same entries make the notes of migration (``_data/migrations.json``), which ``gclink migrate`` follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gclink_spec._model import Class, Code, Field, Model, Origin
from gclink_spec._yaml import read_yaml
from gclink_spec.exceptions import Problem

#: Members of an entry about a name that is gone.
_MEMBERS = frozenset({"kind", "in", "name", "replacedBy", "deprecated", "removedIn", "automatic"})


def check(model: Model) -> Iterator[Problem]:
    """Yield deprecations without an end or a place to go, and ends that are no deprecation."""
    for entry in gone(model.spec):
        if entry.keys() - _MEMBERS or entry.get("kind") not in ("class", "field", "code") or not entry.get("name"):
            place = f"{_file(model.spec)}:{entry.line}"
            yield Problem(place, "the entry is not in the form that the head of the file shows", "write it so")
    for cls in model.classes.values():
        yield from _entry(cls, f"class {cls.name}", cls.origin, set(model.classes))
        for field in cls.fields:
            names = {other.name for other in model.fields_of(cls.name)}
            yield from _entry(field, f"field {cls.name}.{field.name}", field.origin, names)
    for code_list in model.code_lists.values():
        for code in code_list.codes:
            name = f"code {code_list.name}/{code.value}"
            yield from _entry(code, name, code_list.origin, set(code_list.values()))


def _entry(of: Class | Field | Code, name: str, origin: Origin, known: set[str]) -> Iterator[Problem]:
    place = str(origin)
    if of.deprecated is None:
        if of.replaced_by is not None or of.removed_in is not None:
            yield Problem(place, f"{name} is replaced or removed but not deprecated", "add deprecated: <version>")
        return
    if of.removed_in is None:
        yield Problem(place, f"{name} is deprecated and does not say until when it stays", "add removedIn: <n>.0.0")
    elif _numbers(of.removed_in) <= _numbers(of.deprecated):
        yield Problem(place, f"{name} is removed before it is deprecated", "name the next major version in removedIn")
    if of.replaced_by is not None and of.replaced_by not in known:
        yield Problem(place, f"{name} is replaced by {of.replaced_by}, which is not there", "correct replacedBy")
    if _numbers(of.deprecated) < _numbers(of.since):
        yield Problem(place, f"{name} is deprecated before it came in {of.since}", "correct deprecated")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def gone(spec: Path) -> list[Any]:
    """Return the entries about names that are gone; none where the file is not there."""
    file = _file(spec)
    return list(read_yaml(file)["removed"]) if file.is_file() else []


def gone_iris(spec: Path) -> frozenset[str]:
    """Return the names that are gone as the ratchet of published IRIs writes them."""
    return frozenset(f"{e['in']}/{e['name']}" if e["kind"] == "code" else str(e["name"]) for e in gone(spec))


def _file(spec: Path) -> Path:
    return spec / "migrations.yaml"


def notes(model: Model) -> list[dict[str, Any]]:
    """Return one note per class, field and code that is deprecated, in the order of the model, or gone.

    ``automatic`` says that the value can move to its replacement as it stands: a field of the same form, a code of the
    same list, or a class with the same members.
    """
    found: list[dict[str, Any]] = []
    for cls in model.classes.values():
        if cls.deprecated is not None:
            found.append(_note("class", None, cls.name, cls, _same_members(model, cls)))
        for field in cls.fields:
            if field.deprecated is not None:
                found.append(_note("field", cls.name, field.name, field, _same_form(model, cls, field)))
    for code_list in model.code_lists.values():
        found += [_note("code", code_list.name, code.value, code, True) for code in code_list.codes if code.deprecated]
    return found + [
        {
            "kind": entry["kind"],
            "in": entry.get("in"),
            "name": entry["name"],
            "replacedBy": entry.get("replacedBy"),
            "deprecated": entry["deprecated"],
            "removedIn": entry["removedIn"],
            "automatic": bool(entry.get("automatic")) and entry.get("replacedBy") is not None,
        }
        for entry in gone(model.spec)
    ]


def _note(kind: str, within: str | None, name: str, of: Class | Field | Code, automatic: bool) -> dict[str, Any]:
    return {
        "kind": kind,
        "in": within,
        "name": name,
        "replacedBy": of.replaced_by,
        "deprecated": of.deprecated,
        "removedIn": of.removed_in,
        "automatic": automatic and of.replaced_by is not None,
    }


def _same_form(model: Model, cls: Class, field: Field) -> bool:
    other = next((each for each in model.fields_of(cls.name) if each.name == field.replaced_by), None)
    return other is not None and all(
        getattr(field, name) == getattr(other, name)
        for name in ("type", "many", "code_list", "format", "values", "restrict", "bound", "targets")
    )


def _same_members(model: Model, cls: Class) -> bool:
    other = model.classes.get(cls.replaced_by or "")
    if other is None:
        return False
    mine, theirs = ({(f.name, f.type, f.code_list) for f in model.fields_of(each.name)} for each in (cls, other))
    return mine == theirs
