"""The standard in memory: frozen, resolved, in the order of the source.

Every emitter reads this and nothing else, so that no artefact can know more than another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path


class Kind(StrEnum):
    """What a class is: exchanged on its own, only a parent, or embedded in another class."""

    DOCUMENT = "document"
    ABSTRACT = "abstract"
    VALUE = "value"


class Tier(StrEnum):
    """Where a requirement is checked: structure, one document, or a bundle of documents."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


class Level(StrEnum):
    """How strong a requirement is, in the words of RFC 2119 and RFC 8174."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    MAY = "MAY"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the source something stands, for messages that name file and line."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the two languages of the standard."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list."""

    value: str
    label: Text
    definition: Text | None = None
    since: str = "1.0.0"
    deprecated: str | None = None
    replaced_by: str | None = None
    removed_in: str | None = None


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed list of codes; ``owner`` names an outside body whose spelling the codes keep.

    ``outside`` lists (ISO 3166, ISO 4217 ...) stay plain text in RDF; all others are SKOS concepts with IRIs.
    An outside list either enumerates its codes or gives a ``pattern``.
    """

    name: str
    module: str
    label: Text
    definition: Text | None
    codes: tuple[Code, ...]
    owner: str | None
    outside: bool
    pattern: str | None
    since: str
    origin: Origin

    def values(self) -> tuple[str, ...]:
        """Return the code values in the order of the source."""
        return tuple(code.value for code in self.codes)


@dataclass(frozen=True, slots=True)
class Bound:
    """An interval of numbers; ``None`` is an open end. On a Quantity it bounds value, on Money amount."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False


#: Types that are not a class. ``text`` and ``code`` are strings; ``iri`` and ``ref`` absolute IRIs.
SCALARS = frozenset({"text", "code", "decimal", "integer", "boolean", "date", "dateTime", "iri", "ref"})


@dataclass(frozen=True, slots=True)
class Field:
    """One member of a class.

    ``type`` is a name of SCALARS, ``LocalizedText``, or the name of an embedded class; a ``docref`` of the source
    arrives here as type ``DocumentReference`` with ``targets``. ``maximum`` is None for "any number", and then (or
    above 1) the member is an array. ``restrict`` narrows one member of the embedded object: ``("unit", (...))`` for a
    Quantity, ``("scheme", (...))`` for an Identifier. ``bound`` and ``restrict`` hold only what structure (T1) checks;
    ``stated_bound`` and ``stated_units`` repeat what a T2 requirement (``bound_by``, ``units_by``) checks instead,
    for the reader of a table.
    """

    name: str
    owner: str
    type: str
    minimum: int
    maximum: int | None
    label: Text
    definition: Text
    origin: Origin
    targets: tuple[str, ...] = ()
    code_list: str | None = None
    format: str | None = None
    values: tuple[str, ...] = ()
    unit: str | None = None
    restrict: tuple[str, tuple[str, ...]] | None = None
    bound: Bound | None = None
    stated_bound: str | None = None
    bound_by: str | None = None
    stated_units: tuple[str, ...] = ()
    units_by: str | None = None
    requirement: str | None = None
    mapping: str | None = None
    since: str = "1.0.0"
    deprecated: str | None = None
    replaced_by: str | None = None
    removed_in: str | None = None

    @property
    def many(self) -> bool:
        """Whether the member is an array in JSON (cardinality above one)."""
        return self.maximum is None or self.maximum > 1

    @property
    def required(self) -> bool:
        """Whether the member occurs at least once."""
        return self.minimum > 0

    @property
    def embedded(self) -> bool:
        """Whether the value is an object with a class of its own (a language map is not)."""
        return self.type not in SCALARS and self.type != "LocalizedText"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the rule language with the classes whose instances are its context."""

    on: tuple[str, ...]
    text: str
    excepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BundlePart:
    """What a sentence about one document (T2) says across documents besides: a function and a query of its own."""

    procedure: str
    over: tuple[str, ...]
    algorithm: str
    sparql: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """One normative sentence with everything that stands beside it.

    Exactly one of ``rules`` (T2 lines), ``procedure`` (a named function, T2 or T3) and ``structural`` (T1) is set.
    ``owner`` is the class that holds it, None for a bundle rule.
    """

    id: str
    module: str
    level: Level
    tier: Tier
    statement: Text
    source: str
    rationale: Text | None
    origin: Origin
    owner: str | None = None
    rules: tuple[RuleLine, ...] = ()
    at: str | None = None
    procedure: str | None = None
    structural: str | None = None
    over: tuple[str, ...] = ()
    sparql: str | None = None
    algorithm: str | None = None
    why: str | None = None
    bundle_part: BundlePart | None = None
    decision: str | None = None
    problem: str | None = None
    since: str = "1.0.0"
    deprecated: str | None = None
    replaced_by: str | None = None
    removed_in: str | None = None

    @property
    def severity(self) -> str:
        """Return ``error`` for a MUST and ``warning`` for anything weaker."""
        return "error" if self.level is Level.MUST else "warning"

    @property
    def across(self) -> str | None:
        """The function that checks what the sentence says across documents, None where it says nothing across them."""
        if self.tier is Tier.T3:
            return self.procedure
        return None if self.bundle_part is None else self.bundle_part.procedure

    @property
    def query(self) -> str | None:
        """The query that checks what the sentence says across documents."""
        return self.sparql if self.bundle_part is None else self.bundle_part.sparql


@dataclass(frozen=True, slots=True)
class Class:
    """One class; ``fields`` are its own, ``Model.fields_of`` adds the inherited ones."""

    name: str
    module: str
    kind: Kind
    parent: str | None
    label: Text
    definition: Text
    fields: tuple[Field, ...]
    origin: Origin
    mapping: str | None = None
    since: str = "1.0.0"
    deprecated: str | None = None
    replaced_by: str | None = None
    removed_in: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A numeric or relational table, versioned by its name; rows are text by column (lists for relations)."""

    name: str
    title: Text
    key: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str | tuple[str, ...]], ...]
    source: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class MarketRule:
    """One requirement as it applies in a market: since when, with which parameters, in words."""

    requirement: str
    since: str | None
    parameters: Mapping[str, str | int | tuple[str, ...]]
    text: Text


@dataclass(frozen=True, slots=True)
class Profile:
    """A selection of requirements: for a role (what an implementation claims) or a market (which rules apply there).

    A market has the codes of ``Claim.markets`` and of ``Programme.profiles`` that choose it, and its own rules.
    """

    name: str
    kind: str
    label: Text
    definition: Text
    requirements: tuple[str, ...]
    origin: Origin
    markets: tuple[str, ...] = ()
    programme: str | None = None
    rules: tuple[MarketRule, ...] = ()


@dataclass(frozen=True)
class Model:
    """The whole standard.

    ``classes``, ``code_lists``, ``requirements`` and ``tables`` keep a stable order: modules in the order of
    ``modules``, names within a module alphabetical, requirements by id.
    """

    version: str
    base: str
    modules: Mapping[str, Text]
    classes: Mapping[str, Class]
    code_lists: Mapping[str, CodeList]
    requirements: Mapping[str, Requirement]
    tables: Mapping[str, Table]
    withdrawn: Mapping[str, str]
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    spec: Path = Path("spec")

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the parents of a class, nearest first."""
        chain: list[str] = []
        parent = self.classes[name].parent
        while parent is not None:
            chain.append(parent)
            parent = self.classes[parent].parent
        return tuple(chain)

    def fields_of(self, name: str) -> tuple[Field, ...]:
        """Return inherited fields first (outermost parent first), then own ones: the order of every artefact.

        The first field of every class is the discriminator ``type``; value classes do not list it in the source.
        """
        lineage = (*reversed(self.ancestors(name)), name)
        return tuple(f for cls in lineage for f in self.classes[cls].fields)

    def field(self, cls: str, name: str) -> Field | None:
        """Return one field of a class, inherited ones included."""
        return self._field_index.get((cls, name))

    @cached_property
    def _field_index(self) -> dict[tuple[str, str], Field]:
        return {(cls, f.name): f for cls in self.classes for f in self.fields_of(cls)}

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """Names of the concrete document classes."""
        return tuple(c.name for c in self.classes.values() if c.kind is Kind.DOCUMENT)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """Names of the embedded classes, LocalizedText included."""
        return tuple(c.name for c in self.classes.values() if c.kind is Kind.VALUE)

    def concrete(self, name: str) -> tuple[str, ...]:
        """Return the concrete classes that a class name stands for: itself, or all below an abstract one."""
        if self.classes[name].kind is not Kind.ABSTRACT:
            return (name,)
        return tuple(c for c in self.documents if name in self.ancestors(c))

    def iri(self, name: str) -> str:
        """Return the IRI of a class or field."""
        return self.base + name

    def code_iri(self, code_list: str, code: str) -> str:
        """Return the IRI of a code of one of our lists."""
        return f"{self.base}{code_list}/{code}"

    def rules(self) -> Iterator[tuple[Requirement, RuleLine]]:
        """Yield every line of the rule language with its requirement, in the order of ids."""
        for requirement in self.requirements.values():
            for line in requirement.rules:
                yield requirement, line
