"""The declarative mapping table of a neighbour: what each field becomes, both ways, and why.

One table drives import, export, loss report and documentation page, so that what is told is what is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from gclink._text import Text
from gclink.bridges._report import Relation

__all__ = ["Row", "Table", "load_table", "read_table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``ours`` is ``Class.field.member``, ``theirs`` a path in the neighbour's form; either may be empty.

    ``into`` and ``back`` are the relations towards this standard and back, None where that direction does not exist.
    A relation ``missing`` means that the caller has to supply the value. ``via`` names the conversion, ``codes`` one of
    the table's code maps; ``shall`` says that the neighbour's method asks for the attribute though its schema does not;
    ``sign`` is ``>=0`` or ``<=0``.
    """

    ours: str
    theirs: str
    into: Relation | None
    back: Relation | None
    via: str
    codes: str
    shall: bool
    sign: str
    note: Text

    @property
    def owner(self) -> str:
        """The class of ``ours``."""
        return self.ours.partition(".")[0]

    @property
    def exact(self) -> bool:
        """Whether a round trip gives the value back as it was."""
        return self.into is Relation.EXACT and self.back is Relation.EXACT


@dataclass(frozen=True, slots=True)
class Table:
    """The mapping table of one form of one neighbour; ``codes`` maps their codes to ours per code map."""

    name: str
    title: Text
    version: str
    summary: Text
    rows: tuple[Row, ...]
    codes: Mapping[str, Mapping[str, str]]
    settings: Mapping[str, Any]

    def by_theirs(self, path: str) -> Row | None:
        """Return the row of a path of theirs."""
        return next((row for row in self.rows if row.theirs == path), None)

    def by_ours(self, path: str) -> Row | None:
        """Return the first row of a field of ours."""
        return next((row for row in self.rows if row.ours == path), None)

    def ours_of(self, codes: str, code: str) -> str | None:
        """Return our code for theirs, None where there is none."""
        return self.codes[codes].get(code)

    def theirs_of(self, codes: str, code: str) -> str | None:
        """Return their code for ours: the first in the order of the map."""
        return next((theirs for theirs, ours in self.codes[codes].items() if ours == code), None)


@cache
def load_table(name: str) -> Table:
    """Return the table ``tables/<name>.yaml`` of this package."""
    return read_table((files("gclink.bridges") / "tables" / f"{name}.yaml").read_text(encoding="utf-8"))


def read_table(text: str) -> Table:
    """Return the table in a YAML text; raises ValueError for a row that does not say what it should."""
    raw = yaml.safe_load(text)
    rows = tuple(_rows(raw["rows"]))
    codes = {name: {str(a): str(b) for a, b in entry.items()} for name, entry in raw.get("codes", {}).items()}
    for row in rows:
        if row.codes and row.codes not in codes:
            raise ValueError(f"{row.ours or row.theirs}: no code map {row.codes}")
    return Table(
        name=raw["name"],
        title=_text(raw["title"]),
        version=str(raw["version"]),
        summary=_text(raw["summary"]),
        rows=rows,
        codes=codes,
        settings=raw.get("settings", {}),
    )


_KEYS = frozenset({"ours", "theirs", "into", "back", "via", "codes", "shall", "sign", "note"})


def _rows(entries: list[dict[str, Any]]) -> Iterator[Row]:
    for entry in entries:
        ours, theirs = entry.get("ours", ""), entry.get("theirs", "")
        if unknown := entry.keys() - _KEYS:
            raise ValueError(f"{ours or theirs}: unknown keys {sorted(unknown)}")
        if not ours and not theirs:
            raise ValueError(f"a row without either side: {entry}")
        yield Row(
            ours=ours,
            theirs=theirs,
            into=_relation(entry.get("into")),
            back=_relation(entry.get("back")),
            via=entry.get("via", ""),
            codes=entry.get("codes", ""),
            shall=entry.get("shall", False),
            sign=entry.get("sign", ""),
            note=_text(entry["note"]) if "note" in entry else Text("", ""),
        )


def _relation(name: str | None) -> Relation | None:
    return None if name is None else Relation(name)


def _text(entry: Mapping[str, str]) -> Text:
    return Text(entry["en"], entry["zh"])
