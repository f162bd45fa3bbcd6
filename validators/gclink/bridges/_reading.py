"""One foreign document on its way in: what was taken, what it became, what is to be said about it.

The rows of the table that name a conversion are applied here, the same way for every neighbour; what needs more
judgement a bridge does itself with the same means. Whatever nobody has taken in the end is told as lost or unknown, so
that a value cannot vanish by being forgotten.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from gclink._json_problems import ProblemKind, text_faults
from gclink._model import model
from gclink._text import Text
from gclink.bridges._conversions import CONVERSIONS
from gclink.bridges._json import ABSENT, at, leaves
from gclink.bridges._mapping import Row, Table
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, Relation
from gclink.bridges._trees import complete, ordered
from gclink.structure import walk

__all__ = ["PARTIAL", "REFUSE", "Reading", "patterned", "shown"]

REFUSE: Final = Consequence.REFUSE
PARTIAL: Final = Consequence.PARTIAL


class Reading:
    """One document of a source, read through a table.

    ``base`` is the pointer of the document inside its file; paths of rows are below it, paths of findings are from the
    file's root.
    """

    def __init__(self, table: Table, options: ImportOptions, tree: Any, base: str = "", key: str | None = None) -> None:
        self.table = table
        self.options = options
        self.tree = tree
        self.base = base
        self.key = key
        self.findings: list[Finding] = []
        self.outcomes: list[FieldOutcome] = []
        self.drafts: dict[str, dict[str, Any]] = {}
        self.missing: list[str] = []
        #: Members that repeat others: what they lack is told there.
        self.implied: set[str] = set()
        self._taken: set[str] = set()

    # Reading

    def get(self, path: str) -> Any:
        """Return the value at a path without taking it, or ABSENT; an empty text counts as absent."""
        value = at(self.tree, path)
        return ABSENT if value is None or (isinstance(value, str) and not value) else value

    def take(self, path: str) -> Any:
        """Return the value at a path, or ABSENT, and mark it as dealt with."""
        self._taken.add(path)
        return self.get(path)

    def taken(self, path: str) -> bool:
        """Whether a value, or what holds it, has been dealt with."""
        while path:
            if path in self._taken:
                return True
            path = path.rpartition("/")[0]
        return "" in self._taken

    def matches(self, pattern: str) -> Iterator[tuple[str, Any]]:
        """Yield path and value of everything a path with ``*`` for array places names."""
        found = [("", self.tree)]
        for token in pattern.split("/")[1:]:
            below: list[tuple[str, Any]] = []
            for place, value in found:
                if token == "*" and isinstance(value, list):  # noqa: S105 - a token of a path
                    below += [(f"{place}/{index}", item) for index, item in enumerate(value)]
                elif token != "*" and (item := at(value, f"/{token}")) is not ABSENT:  # noqa: S105 - the same
                    below.append((f"{place}/{token}", item))
            found = below
        yield from found

    # Telling

    def find(
        self,
        code: str,
        path: str,
        detail: Text | None = None,
        *,
        stated: Any = None,
        computed: Any = None,
        consequence: Consequence = Consequence.NOTE,
    ) -> None:
        """Report a finding at a path of this document; the same twice is said once."""
        finding = Finding.of(
            code,
            self.base + path,
            detail,
            stated=None if stated is None or stated is ABSENT else shown(stated),
            computed=None if computed is None or computed is ABSENT else shown(computed),
            consequence=consequence,
        )
        if consequence is not Consequence.NOTE:
            # The same said before as a remark is now said with its consequence.
            milder = replace(finding, consequence=Consequence.NOTE)
            self.findings = [found for found in self.findings if found != milder]
        if finding not in self.findings:
            self.findings.append(finding)

    def tell(
        self,
        relation: Relation,
        theirs: str,
        ours: str,
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
                self.base + theirs if theirs else "",
                ours,
                None if stated is None or stated is ABSENT else shown(stated),
                None if written is None or written is ABSENT else shown(written),
                note,
                caller,
            )
        )

    def told(self, row: Row, path: str, stated: Any, written: Any) -> None:
        """Report the outcome of a row with its own relation and note."""
        assert row.into is not None
        self.tell(row.into, path, row.ours, stated=stated, written=written, note=row.note if row.note.en else None)

    def found(self, code: str) -> bool:
        """Whether a finding of this code was reported."""
        return any(finding.code == code for finding in self.findings)

    # Writing

    def put(self, ours: str, value: Any) -> None:
        """Set ``Class.field.member`` of a draft; objects on the way are made, with their type."""
        owner, *steps = ours.split(".")
        place = self.draft(owner)
        cls = model().classes[owner]
        for step in steps[:-1]:
            field = cls.fields[step]
            cls = model().classes[field.type]
            place = place.setdefault(step, {"type": cls.name})
        place[steps[-1]] = value

    def draft(self, owner: str) -> dict[str, Any]:
        """Return the draft of a class, made if it is not there."""
        return self.drafts.setdefault(owner, {"type": owner})

    def value(self, ours: str) -> Any:
        """Return what a draft holds at ``Class.field.member``, or ABSENT."""
        owner, _, path = ours.partition(".")
        return at(self.drafts.get(owner, {}), "/" + path.replace(".", "/"))

    # Rows

    def apply_rows(self) -> None:
        """Apply every row that names a conversion, and list what rows declare as lost."""
        for row in self.table.rows:
            if row.theirs and row.into is not None and row.via in CONVERSIONS:
                self.apply(row)

    def apply(self, row: Row, path: str | None = None) -> Any:
        """Apply one row and return what was written, or ABSENT; ``path`` stands in for the row's own."""
        place = row.theirs if path is None else path
        value = self.take(place)
        if value is ABSENT and row.via in ("decimal", "percent") and at(self.tree, place) == "":
            value = ""  # an empty text is no number, while an empty description says nothing
        if value is ABSENT:
            return ABSENT
        written = CONVERSIONS[row.via](self, row, place, value)
        if written is ABSENT:
            return ABSENT
        if row.ours and row.into not in (Relation.LOST, None):
            self.put(row.ours, written)
            self.told(row, place, value, written)
        else:
            self.told(row, place, value, None)
        return written

    def lose_rows(self) -> None:
        """List the values of rows that are lost, and of those nobody has taken."""
        for row in self.table.rows:
            if not row.theirs or row.into is None:
                continue
            for place, value in list(self.matches(row.theirs)):
                if self.taken(place) or value is None or value == "" or value == []:
                    continue
                if row.into is Relation.LOST or not row.ours:
                    self._taken.add(place)
                    self.tell(Relation.LOST, place, row.ours, stated=value, note=row.note if row.note.en else None)

    def check_shall(self) -> None:
        """Report attributes that the method asks for and the schema does not."""
        for row in self.table.rows:
            if row.shall and self.get(row.theirs) is ABSENT:
                parent, _, name = row.theirs.rpartition("/")
                self.find("shall_attribute_missing", parent, Text(name, name))

    def check_unknown(self) -> None:
        """Report every member that the form does not have: misplaced where its name belongs elsewhere."""
        known = {patterned(row.theirs) for row in self.table.rows if row.theirs}
        known |= {path for row in known for path in _ancestors(row)}
        opened = frozenset(self.table.settings.get("open", ()))
        ends = {path.rpartition("/")[2]: path for path in sorted(known, reverse=True)}
        told: list[str] = []
        for place, value in leaves(self.tree):
            if self.taken(place) or any(place.startswith(path + "/") or place == path for path in told):
                continue
            path = _first_unknown(place, known, opened)
            if path is None:
                if value not in (None, "", [], {}):
                    self.tell(Relation.LOST, place, "", stated=value)
                continue
            told.append(path)
            name = path.rpartition("/")[2]
            home = ends.get(name)
            self.tell(Relation.LOST, path, "", stated=at(self.tree, path))
            if home is not None:
                self.find("attribute_misplaced", path, Text(f"it belongs at {home}", f"应位于 {home}"))
            else:
                self.find("attribute_unknown", path, Text(name, name))

    # The end

    def fill(self, owner: str, identity: str | None = None) -> None:
        """Fill a draft with what the caller supplies; a stated value is never replaced."""
        supplied = complete(owner, self.options.of(owner, identity))
        self._fill(owner, self.draft(owner), supplied, owner)

    def _fill(self, cls: str, tree: dict[str, Any], supplied: Mapping[str, Any], path: str) -> None:
        for name, value in supplied.items():
            if name == "type":
                continue
            field = model().classes[cls].fields.get(name)
            if name not in tree:
                tree[name] = value
                self.tell(Relation.MISSING, "", f"{path}.{name}", written=value, caller=True)
            elif field is not None and _can_be_completed(field.type, tree[name], value):
                self._fill(field.type, tree[name], value, f"{path}.{name}")
            elif tree[name] != value:
                note = Text("the stated value stands, the caller's is left aside", "保留原值，未采用调用者提供的值")
                self.tell(
                    Relation.CONTRADICTORY, "", f"{path}.{name}", stated=tree[name], written=tree[name], note=note
                )

    def item(self, *owners: str) -> Item:
        """Return the item: the named drafts in order of their fields, and what they lack.

        A structural fault that is no lack refuses the item, since no document of the right form can be made of it.
        """
        drafts = []
        for owner in owners:
            if owner not in self.drafts:
                continue
            draft = self._legal(owner, ordered(owner, self.drafts[owner]))
            for fault in walk(draft):
                self._structural(owner, fault)
            drafts.append(draft)
        self._tell_the_rest()
        return Item(
            path=self.base,
            findings=tuple(self.findings),
            fields=tuple(self.outcomes),
            drafts=tuple(drafts),
            missing=tuple(dict.fromkeys(self.missing)),
            key=self.key,
            content=hashlib.sha256(json.dumps(self.tree, sort_keys=True).encode()).hexdigest(),
        )

    def _tell_the_rest(self) -> None:
        """List every value that nobody has spoken of, so that none is dropped in silence."""
        if any(finding.consequence is REFUSE for finding in self.findings):
            return  # nothing is written of it at all
        told = {outcome.theirs.removeprefix(self.base) for outcome in self.outcomes if outcome.theirs}
        told |= {finding.path.removeprefix(self.base) for finding in self.findings} - {""}
        for place, value in leaves(self.tree):
            if value in (None, "", [], {}) or any(path in told for path in (place, *_ancestors(place))):
                continue
            row = self.table.by_theirs(place) or self.table.by_theirs(patterned(place))
            computed = row is not None and row.into is Relation.COMPUTED
            relation = Relation.COMPUTED if computed else Relation.LOST
            note = row.note if row is not None and row.note.en else None
            self.tell(relation, place, row.ours if row is not None and computed else "", stated=value, note=note)

    def _legal(self, place: str, value: Any) -> Any:
        """Return a draft whose texts a document can hold: in normal form C; a character XML cannot carry refuses it."""
        if isinstance(value, dict):
            return {name: self._legal(f"{place}.{name}", item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._legal(place, item) for item in value]
        if not isinstance(value, str) or (value.isascii() and value.isprintable()):
            return value
        source = self._source_of(place)
        faults = list(text_faults(value))
        for kind, found in faults:
            if kind is not ProblemKind.NOT_NFC:
                detail = Text(f"a character no document can carry: {found}", f"文档无法承载的字符：{found}")
                self.findings.append(Finding.of("source_schema_invalid", source, detail, consequence=REFUSE))
                return value
        if not faults:
            return value
        written = unicodedata.normalize("NFC", value)
        self.findings.append(Finding.of("lexical_canonicalised", source, stated=value, computed=written))
        return written

    def _source_of(self, place: str) -> str:
        """Return where a member of a draft comes from, the document itself where nobody said."""
        return next((out.theirs for out in self.outcomes if out.theirs and place.startswith(out.ours)), self.base)

    def _structural(self, owner: str, fault: Any) -> None:
        place = ".".join([owner, *map(str, fault.path)])
        if fault.path and fault.path[0] in self.implied and len(fault.path) > 1:
            return
        if fault.kind == "required":
            if place not in self.missing:
                self.missing.append(place)
                self.tell(Relation.MISSING, "", place)
            return
        if (fault.kind, fault.path) == ("min", ("grossEmissions",)) and self.found("sign_wrong"):
            return  # the sum of components with a wrong sign: told where it comes from, and kept visible
        code = {"enum": "code_unknown", "pattern": "range_exceeded", "min": "range_exceeded", "max": "range_exceeded"}
        source = self._source_of(place)
        self.findings.append(
            Finding.of(
                code.get(fault.kind, "source_schema_invalid"),
                source,
                Text(
                    f"{place}: {fault.found.en}, {fault.expected.en}", f"{place}：{fault.found.zh}，{fault.expected.zh}"
                ),
                consequence=REFUSE,
            )
        )


def _can_be_completed(cls: str, stated: Any, supplied: Any) -> bool:
    """Whether members can be added to a stated object; not to a geography, which has exactly one."""
    known = cls in model().classes and cls != "Geography"
    return known and isinstance(stated, dict) and isinstance(supplied, dict)


def shown(value: Any) -> str:
    """Return a value as a report shows it: text as it is, anything else as JSON."""
    if isinstance(value, str):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def patterned(path: str) -> str:
    """Return a path with ``*`` for every place in an array."""
    return "/".join("*" if token.isdigit() else token for token in path.split("/"))


def _ancestors(path: str) -> Iterator[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def _first_unknown(place: str, known: set[str], opened: frozenset[str]) -> str | None:
    """Return the shortest beginning of a path that no row, nor what holds one, is at; None for a known path.

    Below a row for a whole object, and below the paths the table calls open, nothing is unknown.
    """
    tokens = place.split("/")
    for end in range(2, len(tokens) + 1):
        path = "/".join(tokens[:end])
        if patterned(path) in opened:
            return None
        if patterned(path) in known:
            continue
        holder = patterned(path.rpartition("/")[0])
        return None if holder in known and not _holds(holder, known) else path
    return None


def _holds(path: str, known: set[str]) -> bool:
    """Whether some known path lies below."""
    return any(other.startswith(path + "/") for other in known)
