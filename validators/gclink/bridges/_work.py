"""The record that a bridge keeps while it reads one source document: findings, outcomes, what was read, what lacks.

The relation of every outcome comes from the mapping table, so that the report cannot say other than the page does; and
whatever was never read is swept up at the end as lost, so that nothing drops in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from gclink._model import model
from gclink._text import Text
from gclink.bridges._mapping import Row, Table
from gclink.bridges._nodes import Node
from gclink.bridges._registry import ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, Relation
from gclink.structure import walk

__all__ = ["Tree", "Work", "known_of"]

Tree = dict[str, Any]

#: The code for each kind of structural fault that has one of its own.
_OF_FAULT = {"enum": "code_unknown", "pattern": "range_exceeded", "min": "range_exceeded", "max": "range_exceeded"}


class Work:
    """What is said about one source document; ``path`` is its place in the source."""

    def __init__(self, table: Table, options: ImportOptions, path: str = "") -> None:
        self.table = table
        self.options = options
        self.path = path
        self.findings: list[Finding] = []
        self.fields: list[FieldOutcome] = []
        self.missing: list[str] = []
        self.drafts: list[Tree] = []
        self._read: set[str] = set()
        self._said: set[Finding] = set()

    def find(
        self,
        code: str,
        path: str,
        en: str = "",
        zh: str = "",
        *,
        stated: object = None,
        computed: object = None,
        consequence: Consequence = Consequence.NOTE,
    ) -> None:
        """Report a finding; one that was said about the same place in the same words is not said again."""
        found = Finding.of(
            code,
            path,
            Text(en, zh) if en else None,
            stated=None if stated is None else str(stated),
            computed=None if computed is None else str(computed),
            consequence=consequence,
        )
        if found not in self._said:
            self._said.add(found)
            self.findings.append(found)

    def violated(self, path: str, arithmetic: str, stated: object, computed: object) -> None:
        """Report a sum or count of the source that does not hold, with its arithmetic; the tolerance is zero."""
        en, zh = f"{arithmetic}, tolerance 0", f"{arithmetic}，容差 0"
        self.find("source_identity_violated", path, en, zh, stated=stated, computed=computed)

    def partial(self, code: str, path: str, en: str = "", zh: str = "", **values: object) -> None:
        """Report a finding because of which no document can be written."""
        self.find(code, path, en, zh, consequence=Consequence.PARTIAL, **values)

    def refuse(self, code: str, path: str, en: str = "", zh: str = "", **values: object) -> None:
        """Report a finding because of which nothing is made of the source."""
        self.find(code, path, en, zh, consequence=Consequence.REFUSE, **values)

    def row(self, ours: str, theirs: str | None = None) -> Row:
        """Return a row of the table; a KeyError tells of a bridge that does what its table does not say."""
        for row in self.table.rows:
            if row.ours == ours and (theirs is None or row.theirs == theirs):
                return row
        raise KeyError(f"{self.table.name}: no row for {ours or theirs}")

    def came(
        self,
        ours: str,
        path: str,
        stated: str,
        written: object = None,
        *,
        theirs: str | None = None,
        relation: Relation | None = None,
        note: Text | None = None,
    ) -> None:
        """Record how a stated value came over; the relation is that of the row unless this value did worse."""
        row = self.row(ours, theirs)
        chosen = relation or row.into or Relation.LOST
        wrote = None if chosen in (Relation.LOST, Relation.MISSING) else str(stated if written is None else written)
        self.fields.append(FieldOutcome(chosen, path, ours, stated, wrote, note or row.note))
        self._read.add(path)

    def computed(self, ours: str, written: object) -> None:
        """Record a value that the bridge made from others."""
        self.fields.append(FieldOutcome(Relation.COMPUTED, "", ours, None, str(written), self.row(ours).note))

    def lost(self, path: str, stated: str, theirs: str | None = None, note: Text | None = None) -> None:
        """Record a stated value that has no place."""
        if note is None and theirs is not None:
            note = self.row("", theirs).note
        self.fields.append(FieldOutcome(Relation.LOST, path, "", stated, None, note))
        self._read.add(path)

    def read(self, *nodes: Node | None) -> None:
        """Say that nodes were read without an outcome of their own."""
        self._read.update(node.path for node in nodes if node is not None)

    def sweep(self, root: Node, attribute: str = "/@") -> None:
        """Record every text that was never read as lost, and every attribute of what holds no text of its own."""
        for node in root.walk():
            if not node.children and node.text and node.path not in self._read:
                self.lost(node.path, node.text)
            for name, value in node.attributes.items() if not node.text else ():
                if value and not name.startswith("{"):
                    self.lost(f"{node.path}{attribute}{name}", value)

    def complete(self, draft: Tree, identity: str | None = None) -> Tree:
        """Return the draft with what the caller passed, in the order of its class, and note what still lacks."""
        cls = model().classes[draft["type"]]
        given = self.options.of(cls.name, identity)
        filled = dict(draft)
        if cls.is_a("Document"):
            filled = {"specVersion": model().version, "status": "active", **filled}
        for name, value in given.items():
            if name in cls.fields and name not in filled:
                filled[name] = value
                written = value if isinstance(value, str | int) else None
                self.fields.append(
                    FieldOutcome(
                        Relation.MISSING,
                        "",
                        f"{cls.name}.{name}",
                        None,
                        None if written is None else str(written),
                        caller=True,
                    )
                )
        self.missing += [
            f"{cls.name}.{name}" for name, field in cls.fields.items() if field.minimum and name not in filled
        ]
        made: Tree = {name: filled[name] for name in ("type", *cls.fields) if name in filled}
        composed: Tree = _composed(made)
        if composed != made:
            en, zh = f"{cls.name}: text in normal form C", f"{cls.name}：文本采用规范形式 C"
            self.find("lexical_canonicalised", self.path, en, zh)
        return composed

    def item(self, *, key: str | None = None, content: str | None = None) -> Item:
        """Return all that was said, with the drafts.

        A draft that is whole and yet has not the right form refuses the source: no document can be made of it.
        """
        for draft in self.drafts:
            self._judge(draft)
        return Item(
            path=self.path,
            findings=tuple(self.findings),
            fields=tuple(self.fields),
            drafts=tuple(self.drafts),
            missing=tuple(dict.fromkeys(self.missing)),
            key=key,
            content=content,
        )

    def _judge(self, draft: Tree) -> None:
        """Report what structure would say of a draft; members that lack are told already."""
        for fault in walk(draft):
            place = ".".join([str(draft["type"]), *map(str, fault.path)])
            if fault.kind == "required":
                if not self.missing:
                    self.missing.append(place)
                continue
            ours = ".".join(part for part in place.split(".") if not part.isdigit())
            source = next((out.theirs for out in self.fields if out.theirs and ours.startswith(out.ours)), self.path)
            self.refuse(
                _OF_FAULT.get(fault.kind, "source_schema_invalid"),
                source or "/",
                f"{place}: {fault.found.en}, {fault.expected.en}",
                f"{place}：{fault.found.zh}，{fault.expected.zh}",
            )


def _composed(value: Any) -> Any:
    """Return a value with every text in normal form C."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {name: _composed(item) for name, item in value.items()}
    return [_composed(item) for item in value] if isinstance(value, list | tuple) else value


def known_of(options: ImportOptions, name: str, drafts: Iterable[Mapping[str, Any]] = ()) -> list[Mapping[str, Any]]:
    """Return the known documents of a class, those just made included."""
    return [tree for tree in (*options.known, *drafts) if tree.get("type") == name]
