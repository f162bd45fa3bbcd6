"""The index of a bundle: who is in it, who points at whom, and what held when.

Facts per document are few (id, class, digest, references, status); everything else is read back when a rule needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar, cast

from gclink.bundle._entry import Entry, Reference, references_of
from gclink.bundle._spool import Spool
from gclink.bundle._status import MACHINES, Span, spans, status_in
from gclink.canonical import digest

#: Modules whose documents must not outlive what they rely on (GCL-COR-026, 028); the others follow GCL-LNK-061 on.
RELYING_MODULES = frozenset({"passport", "removal", "brand", "incentive"})

Made = TypeVar("Made")


class Bundle:
    """Documents of the right form (T1) under one check, at one instant.

    ``as_of`` is the instant of the check, a dateTime in UTC. Documents that are not of the right form are only known by
    name (``broken``), so that a reference to one of them is not reported a second time as unresolved.
    """

    def __init__(self, as_of: str, spool: Spool | None = None) -> None:
        self.as_of = as_of
        self.entries: list[Entry] = []
        self.broken: dict[str, str] = {}
        self._spool = Spool() if spool is None else spool
        self._by_id: dict[str, list[Entry]] = {}
        self._by_class: dict[str, list[Entry]] = {}
        self._made: dict[Callable[[Bundle], Any], Any] = {}

    @property
    def day(self) -> str:
        """The day of the check."""
        return self.as_of[:10]

    def add(self, tree: dict[str, Any], source: str = "", known_digest: str | None = None) -> Entry:
        """Take a document in; the tree must be of the right form.

        A document that is there already, with the same content, is not taken in again: what it breaks is told once.
        Only a TransferableRecord is, since a second copy of it is a second original (GCL-FIN-125).
        """
        content = known_digest or digest(tree)
        for known in self._by_id.get(tree["id"], ()):
            if known.digest == content and known.type != "TransferableRecord":
                return known
        number = self._spool.append(tree)
        entry = Entry(
            number=number,
            id=tree["id"],
            type=tree["type"],
            digest=content,
            issuer=tree["issuer"],
            issued_at=tree["issuedAt"],
            status=tree["status"],
            references=references_of(tree),
            source=source,
            _spool=self._spool,
        )
        self.entries.append(entry)
        same_id = self._by_id.setdefault(entry.id, [])
        same_id.append(entry)
        for name in (entry.type, *entry.cls.parents) if len(same_id) == 1 else ():
            self._by_class.setdefault(name, []).append(entry)
        return entry

    def add_broken(self, identifier: str, type_name: str) -> None:
        """Remember a document that is in the bundle but not of the right form."""
        self.broken.setdefault(identifier, type_name)

    def shared(self, build: Callable[[Bundle], Made]) -> Made:
        """Return what a function makes of this bundle, made on first use: an index that several rules need."""
        if build not in self._made:
            self._made[build] = build(self)
        return cast(Made, self._made[build])

    def of(self, *classes: str) -> Iterator[Entry]:
        """Yield the documents of the classes, abstract classes included, in the order given.

        Of several with one id only the first, which gives the content: that there are others is GCL-COR-021.
        """
        for name in classes:
            yield from self._by_class.get(name, ())

    def get(self, identifier: str | None) -> Entry | None:
        """Return the document with an id (the first one given, where an id stands twice)."""
        entries = self._by_id.get(identifier or "")
        return entries[0] if entries else None

    def all(self, identifier: str) -> tuple[Entry, ...]:
        """Return every document that carries an id."""
        return tuple(self._by_id.get(identifier, ()))

    def tree(self, identifier: str | None) -> dict[str, Any] | None:
        """Return the tree of a document by id."""
        entry = self.get(identifier)
        return None if entry is None else entry.tree

    @cached_property
    def _referring(self) -> dict[str, list[tuple[Entry, Reference]]]:
        index: dict[str, list[tuple[Entry, Reference]]] = {}
        for entry in self.of("Document"):
            for reference in entry.references:
                index.setdefault(reference.target, []).append((entry, reference))
        return index

    @cached_property
    def _referring_by(self) -> dict[tuple[str, str], list[tuple[Entry, Reference]]]:
        """The same by member: much refers to a statement, little of it verifies it."""
        index: dict[tuple[str, str], list[tuple[Entry, Reference]]] = {}
        for target, found in self._referring.items():
            for pair in found:
                index.setdefault((target, pair[1].field), []).append(pair)
        return index

    def referring(self, identifier: str, field: str | None = None) -> Iterator[tuple[Entry, Reference]]:
        """Yield the documents that point at an id, with the reference; ``field`` narrows to one member."""
        if field is None:
            yield from self._referring.get(identifier, ())
        else:
            yield from self._referring_by.get((identifier, field), ())

    @cached_property
    def _events(self) -> dict[tuple[str, str], list[Entry]]:
        index: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.of("LifecycleEvent"):
            tree = entry.tree
            index.setdefault((tree["entity"], tree["machine"]), []).append(entry)
        for events in index.values():
            events.sort(key=lambda event: (event.tree["sequence"], event.id))
        return index

    def events(self, identifier: str, machine: str) -> list[Entry]:
        """Return the life-cycle events of a document in one machine, by sequence."""
        return self._events.get((identifier, machine), [])

    @cached_property
    def _successors(self) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = {}
        for entry in self.of("Document"):
            for reference in entry.references:
                if reference.field == "supersedes" and len(reference.path) == 1:
                    index.setdefault(reference.target, []).append(entry)
        return index

    def successors(self, identifier: str) -> list[Entry]:
        """Return the documents that supersede an id."""
        return self._successors.get(identifier, [])

    @cached_property
    def _spans(self) -> dict[str, tuple[Span, ...]]:
        return {}

    def spans(self, entry: Entry) -> tuple[Span, ...]:
        """Return the effective status of a document over time (GCL-COR-025)."""
        known = self._spans.get(entry.id)
        if known is None:
            known = self._spans[entry.id] = spans(self, entry)
        return known

    def status(self, entry: Entry, at: str | None = None) -> str:
        """Return the effective status of a document at an instant, by default that of the check."""
        return status_in(self.spans(entry), at or self.as_of)

    def active(self, entry: Entry | None, at: str | None = None) -> bool:
        """Whether a document's effective status is active."""
        return entry is not None and self.status(entry, at) == "active"

    def in_force(self, entry: Entry | None, at: str | None = None) -> bool:
        """Whether a document is in force: effective status active or suspended."""
        return entry is not None and self.status(entry, at) in ("active", "suspended")

    def state(self, entry: Entry, at: str | None = None) -> str | None:
        """Return the business state: toState of the last event up to an instant in its machine, else ``state``."""
        current: str | None = entry.tree.get("state")
        for event in self.events(entry.id, MACHINES.get(entry.type, "")):
            if at is None or event.tree["effectiveAt"] <= at:
                current = event.tree["toState"]
        return current

    def relies_on(self, entry: Entry) -> Iterator[tuple[Entry, Reference]]:
        """Yield what a document relies on (GCL-COR-026), as far as the bundle holds it.

        The targets of its DocumentReferences, except ``supersedes``, ``previousEvent`` and the ``statement`` of a
        ReversalEvent, and of InsetRemoval.allocation and StatementLine.event; only for documents of the modules
        passport, removal, brand and incentive. A verification relies on nothing: its subjects are judged by it, and
        one of them may fall without the others.
        """
        if entry.cls.module not in RELYING_MODULES:
            return
        for reference in entry.references:
            if reference.field in ("supersedes", "previousEvent"):
                continue
            if entry.type == "ReversalEvent" and reference.field == "statement":
                continue
            pinned = reference.digest is not None
            named = (reference.owner, reference.field) in (("InsetRemoval", "allocation"), ("StatementLine", "event"))
            if pinned or named:
                target = self.get(reference.target)
                if target is not None:
                    yield target, reference

    def verifications(self, entry: Entry, at: str | None = None) -> list[Entry]:
        """Return the statements that verify a document at an instant (GCL-COR-029).

        A VerificationStatement that is active, lists the document with its exact digest, has the opinion unmodified
        or qualified, and is valid on that day.
        """
        instant = at or self.as_of
        found = []
        for statement, reference in self.referring(entry.id, "subjects"):
            if statement.type != "VerificationStatement" or reference.digest != entry.digest:
                continue
            tree = statement.tree
            valid = tree["validity"]["start"] <= instant[:10] <= tree["validity"]["end"]
            if valid and tree["opinion"] in ("unmodified", "qualified") and self.active(statement, instant):
                found.append(statement)
        return found

    def verified(self, entry: Entry | None, at: str | None = None) -> bool:
        """Whether a document counts as verified (GCL-COR-029)."""
        return entry is not None and bool(self.verifications(entry, at))
