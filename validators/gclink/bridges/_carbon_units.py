"""What every register of carbon units has in common: blocks of serials, country, and the use of what is retired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from gclink._model import model
from gclink._text import Text
from gclink.bridges._iso3 import alpha_2
from gclink.bridges._json import ABSENT, at, leaves
from gclink.bridges._lexical import EXACT, plain
from gclink.bridges._numbers import bounded
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree, Work
from gclink.canonical import digest

__all__ = ["Record", "allocation", "whole"]

#: The greatest integer that a document of this standard holds.
_MOST: Final = 999_999_999_999_999
#: A serial number with whatever the registry writes before it.
_SERIAL: Final = re.compile(r"(|.*[^0-9])([0-9]{1,15})", re.DOTALL)


class Record:
    """One JSON object of a register, read by pointers from the root of its file."""

    def __init__(self, work: Work, tree: Any) -> None:
        self.work = work
        self.tree = tree

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer, ABSENT for nothing, null or an empty text."""
        value = at(self.tree, pointer)
        return ABSENT if value is None or value == "" else value

    def text(self, pointer: str) -> str | None:
        """Return a text, or the digits of a number."""
        value = self.get(pointer)
        return str(value) if isinstance(value, str) else None

    def whole(self, pointer: str, ours: str) -> int | None:
        """Return an integer of at least 1, with its outcome; what is none is refused."""
        stated = self.text(pointer)
        if stated is None:
            return None
        value = whole(stated)
        if value is None:
            self.work.refuse("range_exceeded", pointer, "a whole number from 1", "应为自 1 起的整数", stated=stated)
            return None
        self.work.came(ours, pointer, stated, value)
        return value

    def serial(self, pointer: str, ours: str) -> int | None:
        """Return a serial number; a text before its digits is listed and has no place."""
        stated = self.text(pointer)
        if stated is None:
            return None
        digits = _SERIAL.fullmatch(stated)
        value = whole(digits[2]) if digits is not None else None
        if digits is None or value is None:
            self.work.refuse(
                "range_exceeded", pointer, "no number from 1 at its end", "末尾不是自 1 起的整数", stated=stated
            )
            return None
        prefix = digits[1]
        note = Text(f"{prefix} before the number is lost", f"数字前的 {prefix} 丢失") if prefix else None
        self.work.came(ours, pointer, stated, value, relation=Relation.NARROWER if prefix else None, note=note)
        return value

    def block(self, start: str, end: str, count: str) -> Tree:
        """Return the members of a block as stated; that they do not fit each other is told."""
        found = {
            "serialStart": self.serial(start, "CarbonUnit.serialStart"),
            "serialEnd": self.serial(end, "CarbonUnit.serialEnd"),
            "unitCount": self.whole(count, "CarbonUnit.unitCount"),
        }
        draft = {name: value for name, value in found.items() if value is not None}
        if len(draft) == len(found):
            computed = draft["serialEnd"] - draft["serialStart"] + 1
            if computed != draft["unitCount"]:
                arithmetic = f"{draft['serialEnd']} - {draft['serialStart']} + 1 = {computed}"
                self.work.violated(count, arithmetic, draft["unitCount"], computed)
        return draft

    def code(self, pointer: str, ours: str, codes: str, *, needed: bool = True) -> str | None:
        """Return our code of theirs; one without a counterpart is told and, where it is needed, the caller's."""
        stated = self.text(pointer)
        if stated is None:
            return None
        code = self.work.table.ours_of(codes, stated)
        if code is not None:
            self.work.came(ours, pointer, stated, code)
            return code
        tell = self.work.find if not needed or self.given(ours) else self.work.partial
        tell("code_unknown", pointer, stated, stated, stated=stated)
        self.work.came(ours, pointer, stated, relation=Relation.LOST)
        return None

    def given(self, ours: str) -> bool:
        """Whether the caller gives a field."""
        cls, _, name = ours.partition(".")
        return name in self.work.options.of(cls)

    def country(self, pointer: str) -> str | None:
        """Return the two letters of a country."""
        stated = self.text(pointer)
        if stated is None:
            return None
        code = alpha_2(stated.upper())
        if code is None or code not in model().code_lists["iso3166_1"].codes:
            self.work.find("geography_code_unknown", pointer, stated, stated, stated=stated)
            return None
        self.work.came("CarbonUnit.hostCountry", pointer, stated, code)
        return code

    def lost(self, pointer: str, theirs: str | None = None) -> None:
        """Record a value that has no place, if there is one."""
        stated = self.text(pointer)
        if stated is not None:
            self.work.lost(pointer, stated, theirs)

    def sweep(self, base: str = "") -> None:
        """Record everything that was never read as lost."""
        told = {outcome.theirs for outcome in self.work.fields}
        for pointer, value in leaves(at(self.tree, base) if base else self.tree, base):
            if pointer not in told and value not in (None, "", [], {}):
                shown = str(value) if isinstance(value, str) else str(value).lower()
                self.work.lost(pointer, shown)


def whole(text: str) -> int | None:
    """Return an integer from 1 that a document can hold, None for anything else."""
    value = bounded(text)
    if value is not None and value == value.to_integral_value(context=EXACT) and 1 <= value <= _MOST:
        return int(plain(value))
    return None


def allocation(work: Work, unit: Tree) -> None:
    """Draft the use of a retired unit where the caller asks for it: the target is the caller's, never a text."""
    given: Mapping[str, Any] = work.options.of("RemovalAllocation")
    if not given or unit.get("unitStatus") != "retired" or "id" not in unit:
        return
    source = {"type": "DocumentReference", "target": unit["id"], "digest": digest(unit)}
    draft: Tree = {
        "type": "RemovalAllocation",
        "source": source,
        "mode": "retired",
        "tonnes": str(unit["unitCount"]),
    }
    work.computed("RemovalAllocation.source", unit["id"])
    work.drafts.append(work.complete(draft, unit["id"]))
