"""The merged graph that queries across documents run over: prefixes, macros, views and derived properties.

They stand in ``spec/bundle/graph`` beside the rules whose ``sparql`` uses them, and are written out in full in every
published query, so that a reader of one file needs no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gclink_spec._form import form_problems
from gclink_spec._model import Model, Table
from gclink_spec._yaml import Located, read_yaml
from gclink_spec.exceptions import Problem, SpecError

#: The folder below ``spec/bundle`` that holds no rules.
FOLDER = "graph"
#: Files of macros and views in the order of the views; what only one module needs has a file and numbers of its own.
SHARED = ("macros", "views", "link")

#: A column that a macro writes out.
_COLUMN = re.compile(r"\{(\w+)\.(\w+)\}")
_STRING = r'"(?:[^"\\]|\\.)*"'
_CALL = re.compile(rf"{_STRING}|(?<![\w?:$])([A-Z][A-Z0-9]*)\(")
_WORD = re.compile(rf"{_STRING}|[?$]?[A-Za-z_][A-Za-z0-9_]*:?")
_PREFIX = re.compile(rf"{_STRING}|<[^<>\s]*>|(?<![\w?$])([A-Za-z][A-Za-z0-9_]*):(?=[A-Za-z_])")


@dataclass(frozen=True, slots=True)
class Macro:
    """A name in capitals with its arguments, and the text that stands for it."""

    name: str
    arguments: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A CONSTRUCT whose triples are added to the graph before the queries run; views run in the order of numbers."""

    number: int
    name: str
    note: str
    sparql: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A property that an engine adds before the views, with its meaning."""

    property: str
    of: str
    value: str
    semantics: str


@dataclass(frozen=True, slots=True)
class BundleGraph:
    """Everything that the queries across documents share."""

    prefixes: Mapping[str, str]
    conventions: tuple[str, ...]
    macros: Mapping[str, Macro]
    views: tuple[View, ...]
    derived: tuple[Derived, ...]

    def expand(self, query: str) -> str:
        """Return a query with every macro written out, arguments first; raises ValueError for a wrong call."""
        parts: list[str] = []
        position = 0
        while (match := _CALL.search(query, position)) is not None:
            macro = self.macros.get(match[1]) if match[1] else None
            if macro is None:
                parts.append(query[position : match.end()])
                position = match.end()
                continue
            arguments, end = _arguments(query, match.end())
            if len(arguments) != len(macro.arguments):
                raise ValueError(f"{macro.name} takes {len(macro.arguments)} arguments, not {len(arguments)}")
            given = dict(zip(macro.arguments, map(self.expand, arguments), strict=True))
            text = _replaced(self.expand(macro.text), given)
            parts += [query[position : match.start()], text]
            position = end
        return "".join(parts) + query[position:]

    def header(self, query: str) -> str:
        """Return the prefixes that an expanded query uses, as PREFIX lines; raises ValueError for an unknown one."""
        used = {match[1] for match in _PREFIX.finditer(query) if match[1]}
        unknown = sorted(used - self.prefixes.keys())
        if unknown:
            raise ValueError(f"there is no prefix {', '.join(unknown)}")
        return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in self.prefixes.items() if name in used)


def _replaced(text: str, given: Mapping[str, str]) -> str:
    """Return a macro's text with its arguments put in, all at once: an argument may hold the name of another."""

    def put(word: re.Match[str]) -> str:
        return given.get(word[0], word[0])

    return _WORD.sub(put, text)


def load_graph(model: Model) -> BundleGraph:
    """Read ``spec/bundle/graph``; raises SpecError naming file and line for a part that is not of its form."""
    folder = model.spec / "bundle" / FOLDER
    prefixes, derived = (_read(folder / f"{name}.yaml", model.spec) for name in ("prefixes", "derived"))
    shared = {file: _read(file, model.spec) for file in (folder / f"{name}.yaml" for name in SHARED)}
    lists = {name: f"{model.base}{name}/" for name, entry in sorted(model.code_lists.items()) if not entry.outside}
    return BundleGraph(
        prefixes={**{name: str(iri) for name, iri in prefixes["prefixes"].items()}, **lists},
        conventions=tuple(prefixes["conventions"]),
        macros={
            name: _macro(name, entry, model, file)
            for file, part in shared.items()
            for name, entry in part.get("macros", {}).items()
        },
        views=tuple(
            View(number, entry["name"], entry["note"], entry["sparql"])
            for part in shared.values()
            for number, entry in enumerate(part.get("views", ()), int(part.get("first", 1)))
        ),
        derived=tuple(
            Derived(entry["property"], entry["of"], entry["value"], entry["semantics"]) for entry in derived["derived"]
        ),
    )


def _read(file: Path, spec: Path) -> Located:
    entry = read_yaml(file)
    wrong = list(form_problems(entry, file, spec))
    if wrong:
        raise SpecError(wrong)
    return entry


def _macro(name: str, entry: Located, model: Model, file: Path) -> Macro:
    arguments = tuple(entry["arguments"])
    lookup = entry.get("lookup")
    place = f"{file}:{entry.line}"
    if lookup is None:
        return Macro(
            name, arguments, _COLUMN.sub(lambda found: _joined(model, found[1], found[2], place), entry["text"])
        )
    return Macro(
        name,
        arguments,
        _lookup(_table(model, lookup["table"], lookup["column"], place), lookup["column"], arguments[0]),
    )


def _table(model: Model, name: str, column: str, place: str) -> Table:
    table = model.tables.get(name)
    if table is None or column not in table.columns:
        problem = f"there is no column {column} of a table {name}"
        raise SpecError([Problem(place, problem, "name a table of spec/model/tables")])
    return table


def _joined(model: Model, name: str, column: str, place: str) -> str:
    """Return the values of a column as the alternatives of a regular expression."""
    return "|".join(sorted({str(row[column]) for row in _table(model, name, column, place).rows if row.get(column)}))


def _lookup(table: Table, column: str, argument: str) -> str:
    """Return a column as nested IFs; a key that is in no row gives the most frequent value, to be caught elsewhere."""
    values = Counter(str(row[column]) for row in table.rows if row.get(column))
    usual, *others = [value for value, _ in values.most_common()]
    text = usual
    for value in sorted(others, reverse=True):
        keys = ", ".join(f'"{row[table.key[0]]}"' for row in table.rows if row.get(column) == value)
        text = f"IF({argument} IN ({keys}), {value}, {text})"
    return text


def _arguments(query: str, start: int) -> tuple[list[str], int]:
    """Return the arguments of a call whose parenthesis opens just before ``start``, and where the call ends."""
    depth, begin, found = 0, start, []
    for match in re.compile(rf"{_STRING}|[(),]").finditer(query, start):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")" and depth:
            depth -= 1
        elif match[0] in ",)" and not depth:
            found.append(query[begin : match.start()].strip())
            begin = match.end()
            if match[0] == ")":
                return found, match.end()
    raise ValueError("a macro call does not end")
