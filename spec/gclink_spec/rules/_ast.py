"""The rule language as a tree: what the parser builds and the three back ends read.

Nodes are frozen and typed by ``analyse``: after it every ``Path`` knows its class, field and cardinality and every
expression its type, so that a back end never guesses a cast.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Type(StrEnum):
    """Type of an expression's value."""

    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    TEXT = "text"
    CODE = "code"  # a code of one of our lists: an IRI in RDF
    IRI = "iri"
    DATE = "date"
    DATETIME = "dateTime"
    OBJECT = "object"
    MONTHS = "months"  # only the right operand of date + months


@dataclass(frozen=True, slots=True)
class Step:
    """One member on a path: the field's name, the class it was found in, and whether it can be absent or repeated."""

    name: str
    owner: str
    optional: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Path:
    """``a.b.c``; ``root`` is the loop variable it starts from, or None for the context object.

    Before the analysis ``names`` holds every name as written and ``root`` is None. After it ``names`` and ``steps`` run
    side by side and leave the loop variable out: ``i.value`` is root ``i``, names ``("value",)``; a bare loop variable
    has no names at all (then ``type`` says what one item of its array is). ``steps``, ``type`` (and ``code_list``,
    ``object_class`` when they apply) are filled in by the analysis.
    A language tag of a LocalizedText (``name.en``) is a step with owner ``LocalizedText``.
    """

    names: tuple[str, ...]
    root: str | None = None
    steps: tuple[Step, ...] = ()
    type: Type | None = None
    code_list: str | None = None
    object_class: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal literal, exact."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class String:
    """A text literal; compared with a code path it is a code (``code_list`` filled in by the analysis)."""

    value: str
    code_list: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date literal YYYY-MM-DD."""

    value: str


@dataclass(frozen=True, slots=True)
class Boolean:
    """true or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Months:
    """``N months``: only the right operand of a date addition."""

    value: int


@dataclass(frozen=True, slots=True)
class Binder:
    """``name in path``: one loop variable over an array."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class If:
    condition: Expr
    then: Expr
    otherwise: Expr | None


@dataclass(frozen=True, slots=True)
class Quantified:
    """``every``/``some`` binders [where filter]: body."""

    every: bool
    binders: tuple[Binder, ...]
    where: Expr | None
    body: Expr


@dataclass(frozen=True, slots=True)
class Logic:
    """``and``/``or`` over two or more operands, in the order written."""

    operator: str
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expr


@dataclass(frozen=True, slots=True)
class Compare:
    """``left op right [within tolerance]``; with a tolerance only ``=`` is written: abs(left - right) <= tolerance."""

    operator: str
    left: Expr
    right: Expr
    within: Expr | None = None


@dataclass(frozen=True, slots=True)
class In:
    """``left in (a, b, ...)``."""

    left: Expr
    options: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """``left matches "pattern"``, anchored at both ends."""

    left: Expr
    pattern: str


@dataclass(frozen=True, slots=True)
class Contains:
    """``path contains value``: an array of scalars holds the value."""

    path: Path
    value: Expr


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """``+``, ``-`` or ``*`` over two operands; ``date + N months`` is ``+`` with a Months right operand."""

    operator: str
    left: Expr
    right: Expr
    type: Type | None = None


@dataclass(frozen=True, slots=True)
class Negate:
    operand: Expr


@dataclass(frozen=True, slots=True)
class Coalesce:
    """``a ?? b``: b where a is absent."""

    left: Expr
    right: Expr
    type: Type | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """``sum(value for binders [where filter])``; empty sum is 0."""

    value: Expr
    binders: tuple[Binder, ...]
    where: Expr | None


@dataclass(frozen=True, slots=True)
class Count:
    """``count(binders [where filter])``."""

    binders: tuple[Binder, ...]
    where: Expr | None


@dataclass(frozen=True, slots=True)
class Unique:
    """``unique(value for binders [where filter])``: no value occurs twice."""

    value: Expr
    binders: tuple[Binder, ...]
    where: Expr | None


@dataclass(frozen=True, slots=True)
class Exists:
    path: Path


@dataclass(frozen=True, slots=True)
class OneOf:
    """``oneOf(a, b, ...)``: exactly one of the single members is present."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """``round(numerator / denominator, scale)``, scale = 10^digits; only the right side of ``=``."""

    numerator: Expr
    denominator: Expr
    scale: Expr


@dataclass(frozen=True, slots=True)
class Lookup:
    """``lookup("table", key, "column")``: absent when the key has no row."""

    table: str
    key: Expr
    column: str
    type: Type | None = None


@dataclass(frozen=True, slots=True)
class InTable:
    """``inTable("table", key...)``: the relation holds a row with exactly these keys."""

    table: str
    keys: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A built-in function; ``_types.FUNCTIONS`` has all of them with their types."""

    function: str
    arguments: tuple[Expr, ...]
    type: Type | None = None


Expr = (
    Path
    | Number
    | String
    | Date
    | Boolean
    | Months
    | If
    | Quantified
    | Logic
    | Not
    | Compare
    | In
    | Matches
    | Contains
    | Arithmetic
    | Negate
    | Coalesce
    | Sum
    | Count
    | Unique
    | Exists
    | OneOf
    | Round
    | Lookup
    | InTable
    | Call
)


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A parsed and analysed line for one context class.

    ``context`` is a concrete document class or an embedded class; ``excepts`` are ``Class.field`` places left out.
    ``line`` is the index of the line within its requirement (a requirement with several lines is violated when any is).
    ``declared`` is the class as written, which may be an abstract parent of ``context``. ``location`` is the member a
    finding should point at (its root may be a loop variable), ``operands`` are the paths whose values explain it.
    """

    requirement: str
    line: int
    context: str
    excepts: tuple[str, ...]
    text: str
    expr: Expr
    declared: str = ""
    location: Path | None = None
    operands: tuple[Path, ...] = ()
