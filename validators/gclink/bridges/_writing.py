"""Documents of this standard on their way out: what was taken, where it went, what has no place there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gclink._text import Text
from gclink.bridges._json import ABSENT, Digits, at
from gclink.bridges._known import Known
from gclink.bridges._mapping import Row, Table
from gclink.bridges._reading import shown
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, Relation

__all__ = ["Writing", "number"]


class Writing:
    """One document of this standard, written through a table.

    Paths of findings are JSON Pointers into that document. Members nobody has taken in the end are told as lost.
    """

    def __init__(self, table: Table, options: ImportOptions, tree: Mapping[str, Any], known: Known) -> None:
        self.table = table
        self.options = options
        self.tree = tree
        self.known = known
        self.owner = str(tree["type"])
        self.made: Any = {}
        self.findings: list[Finding] = []
        self.outcomes: list[FieldOutcome] = []
        self.missing: list[str] = []
        self._taken: set[str] = {"/type", "/specVersion"}

    def get(self, ours: str) -> Any:
        """Return the value of a field (``Class.field.member``) without taking it, or ABSENT."""
        return at(self.tree, _pointer(ours))

    def take(self, ours: str) -> Any:
        """Return the value of a field, or ABSENT, and mark it as dealt with."""
        self._taken.add(_pointer(ours))
        return self.get(ours)

    def put(self, theirs: str, value: Any) -> None:
        """Set a value at a JSON Pointer of the foreign document; holders on the way are made (``/0`` begins a list)."""
        tokens = theirs.split("/")[1:]
        place = self.made
        for token, following in zip(tokens, [*tokens[1:], None], strict=True):
            empty: Any = [] if following is not None and following.isdigit() else {}
            if isinstance(place, list):
                index = int(token)
                while len(place) <= index:
                    place.append({})
                if following is None:
                    place[index] = value
                elif not place[index]:
                    place[index] = empty
                place = place[index]
            elif following is None:
                place[token] = value
            else:
                place = place.setdefault(token, empty)

    def find(
        self,
        code: str,
        ours: str,
        detail: Text | None = None,
        *,
        stated: Any = None,
        computed: Any = None,
        consequence: Consequence = Consequence.NOTE,
    ) -> None:
        """Report a finding at a field."""
        self.findings.append(
            Finding.of(
                code,
                _pointer(ours),
                detail,
                stated=None if stated is None else shown(stated),
                computed=None if computed is None else shown(computed),
                consequence=consequence,
            )
        )

    def tell(
        self,
        relation: Relation,
        ours: str,
        theirs: str,
        *,
        stated: Any = None,
        written: Any = None,
        note: Text | None = None,
        caller: bool = False,
    ) -> None:
        """Report how a field came over."""
        self.outcomes.append(
            FieldOutcome(
                relation,
                theirs,
                ours,
                None if stated is None else shown(stated),
                None if written is None else shown(written),
                note,
                caller,
            )
        )

    def apply_rows(self) -> None:
        """Write every field whose row names a conversion and belongs to this class."""
        for row in self.table.rows:
            if row.theirs and row.via and row.owner == self.owner and row.back not in (None, Relation.LOST):
                self._apply(row)

    def _apply(self, row: Row) -> None:
        value = self.take(row.ours)
        if value is ABSENT or row.via not in _BACK:
            return
        written = _BACK[row.via](self, row, value)
        if written is ABSENT:
            return
        self.put(row.theirs, written)
        assert row.back is not None
        self.tell(row.back, row.ours, row.theirs, stated=value, written=written, note=row.note if row.note.en else None)

    def supply(self, theirs: str, name: str) -> Any:
        """Write what only the caller can give: a parameter of the format's own name; return it, or ABSENT."""
        value = self.options.of(self.table.name, self.tree.get("id")).get(name, ABSENT)
        if value is not ABSENT:
            self.put(theirs, value)
            self.tell(Relation.MISSING, "", theirs, written=value, caller=True)
        return value

    def require(self, *theirs: str) -> None:
        """Note which places that the neighbour demands are still empty."""
        for path in theirs:
            if at(self.made, path) in (ABSENT, "", []):
                self.missing.append(path)
                self.tell(Relation.MISSING, "", path)

    def text(self, ours: str, value: Any) -> str:
        """Return one language of a text: the one asked for, else English, else the first; the others are lost."""
        tags = [self.options.language, "en", *sorted(value)]
        tag = next(tag for tag in tags if tag in value)
        for other in sorted(value.keys() - {tag}):
            self.tell(Relation.LOST, f"{ours}.{other}", "", stated=value[other])
        return str(value[tag])

    def item(self) -> Item:
        """Return the item: what was made is not among its drafts, which are documents of this standard."""
        self._lose(self.tree, "")
        return Item("", tuple(self.findings), tuple(self.outcomes), (), tuple(self.missing), str(self.tree.get("id")))

    def _lose(self, value: Any, place: str) -> None:
        """Tell what nobody has taken, each time the largest whole."""
        if place in self._taken:
            return
        below = f"{place}/"
        if place and not any(taken.startswith(below) for taken in self._taken):
            self.tell(Relation.LOST, self.owner + place.replace("/", "."), "", stated=value)
            return
        inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
        for name, item in inner:
            if name != "type":
                self._lose(item, f"{place}/{name}")


def _pointer(ours: str) -> str:
    return "".join("/" + step for step in ours.split(".")[1:])


def number(writing: Writing, ours: str, text: str) -> Digits:
    """Return a decimal as a JSON number with the same digits; one that a double cannot hold is told."""
    if not _survives(text):
        detail = Text("more digits than a double holds", "位数超出双精度浮点数")
        writing.find("amount_is_binary_number", ours, detail, stated=text)
    return Digits(text)


def _same(_writing: Writing, _row: Row, value: Any) -> Any:
    return value


def _digits(writing: Writing, row: Row, value: Any) -> Any:
    return number(writing, row.ours, value)


def _survives(text: str) -> bool:
    """Whether a reader that makes doubles of numbers still sees the same decimal."""
    from decimal import Decimal

    return Decimal(repr(float(text))) == Decimal(text)


def _percent(writing: Writing, row: Row, value: Any) -> Any:
    return _digits(writing, row, value) if writing.table.settings.get("numbers") else value


def _ratio(writing: Writing, row: Row, value: Any) -> Any:
    from gclink.bridges import _lexical as lexical

    part = lexical.plain(lexical.EXACT.divide(lexical.EXACT.create_decimal(value), 100))
    return _digits(writing, row, part)


def _localized(writing: Writing, row: Row, value: Any) -> Any:
    return writing.text(row.ours, value)


def _code(writing: Writing, row: Row, value: Any) -> Any:
    code = writing.table.theirs_of(row.codes, value)
    if code is None:
        writing.find("code_unknown", row.ours, stated=value, consequence=Consequence.REFUSE)
        return ABSENT
    return code


_BACK = {
    "boolean": _same,
    "code": _code,
    "decimal": _same,
    "instant": _same,
    "localized": _localized,
    "number": _digits,
    "percent": _percent,
    "ratio": _ratio,
    "text": _same,
    "texts": _same,
}
