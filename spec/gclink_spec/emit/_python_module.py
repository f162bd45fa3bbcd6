"""What a generated module holds above its functions, and how values are spelled in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

#: The names of a path, without the loop variable it may start from.
Names = tuple[str, ...]


@dataclass(slots=True)
class Module:
    """What a generated module needs above its functions: constants, patterns, table columns, imports."""

    numbers: dict[Decimal, str] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    runtime: set[str] = field(default_factory=set)

    def number(self, value: Decimal) -> str:
        """Return the name of a decimal constant."""
        text = canonical(value).replace("-", "minus_").replace(".", "_")
        return self.numbers.setdefault(value, f"N{text}")

    def pattern(self, text: str) -> str:
        """Return the name of the fullmatch method of a pattern."""
        return self.patterns.setdefault(text, f"MATCH_{len(self.patterns) + 1}")

    def table(self, call: str) -> str:
        """Return the name of a table column or relation, given the runtime call that loads it."""
        name = call.upper()
        for char in '("), .-':
            name = name.replace(char, "_")
        self.runtime.add(call.partition("(")[0])
        return self.tables.setdefault(call, "_".join(part for part in name.split("_") if part))

    def use(self, name: str) -> str:
        """Return a name of the runtime and remember to import it."""
        self.runtime.add(name)
        return name


def canonical(value: Decimal) -> str:
    """Return a decimal in the canonical form of the standard."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def bare(code: str) -> str:
    """Return an expression without the parentheses that enclose all of it."""
    if not (code.startswith("(") and code.endswith(")")):
        return code
    depth = 0
    for position, char in enumerate(code):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0 and position < len(code) - 1:
            return code
    return code[1:-1]


def local(kind: str, names: Iterable[str]) -> str:
    """Return the name of the local variable of a member."""
    return f"{kind}_{'_'.join(names)}"
