"""Moving a document from names that are deprecated to those that take their place, by the notes the standard gives.

A member moves when its replacement has the same form, a code when it has a successor in its list, an object when the
class that replaces its own has the same members. What cannot move by itself is told and stays as it is: nothing is
guessed. The outcome is new content: it needs a new id, and citations of the old document keep pointing at the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from gclink._model import Class, Field, model
from gclink._text import Text

Tree = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One deprecation: a ``class``, or a ``field`` of the class or a ``code`` of the list named by ``within``."""

    kind: str
    within: str | None
    name: str
    replaced_by: str | None
    deprecated: str
    removed_in: str
    automatic: bool

    @property
    def what(self) -> str:
        """The deprecated name as a reader looks it up."""
        return self.name if self.within is None else f"{self.within}.{self.name}"


@dataclass(frozen=True, slots=True)
class Use:
    """A deprecated name met in a document: where, by which note, and whether it was moved."""

    path: Path
    note: Note
    moved: bool

    @property
    def text(self) -> Text:
        """What happened, or has to be done by hand."""
        note, to = self.note, self.note.replaced_by
        return Text(f"{note.what} became {to}", f"{note.what} 已改为 {to}") if self.moved else self.advice

    @property
    def advice(self) -> Text:
        """What is to be known about the name, and used instead."""
        note, to = self.note, self.note.replaced_by
        en = f"{note.what} is deprecated since {note.deprecated} and gone from {note.removed_in}"
        zh = f"{note.what} 自 {note.deprecated} 弃用，{note.removed_in} 起移除"
        if to is None:
            return Text(f"{en}; nothing takes its place", f"{zh}；无替代")
        return Text(f"{en}; use {to}", f"{zh}；请改用 {to}")


@cache
def notes() -> tuple[Note, ...]:
    """Return the notes of this version of the standard."""
    loaded = orjson.loads((files("gclink") / "_data" / "migrations.json").read_bytes())
    return tuple(
        Note(n["kind"], n["in"], n["name"], n["replacedBy"], n["deprecated"], n["removedIn"], n["automatic"])
        for n in loaded["notes"]
    )


def migrate(tree: Tree, by: Sequence[Note] | None = None) -> tuple[Tree, list[Use]]:
    """Return a copy of a document with every automatic note followed, and each use of a deprecated name."""
    uses: list[Use] = []
    moved = _object(tree, (), notes() if by is None else by, uses)
    return moved, uses


def uses(tree: Tree, by: Sequence[Note] | None = None) -> list[Use]:
    """Return each use of a deprecated name in a document; cheap where the standard has none."""
    followed = notes() if by is None else by
    return migrate(tree, followed)[1] if followed else []


def _object(tree: Tree, path: Path, by: Sequence[Note], uses: list[Use]) -> Tree:
    cls = model().classes.get(tree.get("type", ""))
    moved: Tree = {}
    for name, value in tree.items():
        field = cls.fields.get(name) if cls is not None else None
        note = _field_note(by, cls, name) if cls is not None else None
        to = note.replaced_by if note is not None and note.automatic and note.replaced_by not in tree else None
        if note is not None:
            uses.append(Use((*path, name), note, to is not None))
        moved[to or name] = _value(value, (*path, name), field, by, uses)
    if cls is not None and (note := _note(by, "class", cls.name)) is not None:
        uses.append(Use((*path, "type"), note, note.automatic))
        if note.automatic:
            moved["type"] = note.replaced_by
    return moved


def _value(value: Any, path: Path, field: Field | None, by: Sequence[Note], uses: list[Use]) -> Any:
    if isinstance(value, dict):
        return _object(value, path, by, uses) if "type" in value else value
    if isinstance(value, list):
        return [_value(item, (*path, index), field, by, uses) for index, item in enumerate(value)]
    if isinstance(value, str) and field is not None and field.code_list is not None:
        note = _note(by, "code", value, within=field.code_list)
        if note is not None:
            uses.append(Use(path, note, note.automatic))
            return note.replaced_by if note.automatic else value
    return value


def _field_note(by: Sequence[Note], cls: Class, name: str) -> Note | None:
    """Return the note on a member, which the class or one that it descends from once declared."""
    return next((n for n in by if n.kind == "field" and n.name == name and cls.is_a(n.within or "")), None)


def _note(by: Sequence[Note], kind: str, name: str, within: str | None = None) -> Note | None:
    return next((note for note in by if (note.kind, note.name, note.within) == (kind, name, within)), None)
