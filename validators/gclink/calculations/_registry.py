"""The registry: every named calculation with its texts, its typed function and its edge to JSON."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, get_args, get_type_hints

from gclink.calculations._checks import InputError, shown
from gclink.calculations._convert import convert, encode, kind_of, members_of, missing, strip_optional
from gclink.calculations._formulas import FORMULAS_ZH
from gclink.calculations._members import MEMBERS, json_name
from gclink.calculations._messages import KINDS
from gclink.calculations.errors import CalculationError

__all__ = ["Calculation", "Parameter", "Result", "Value", "calculation", "describe", "get", "names", "run"]

#: What a calculation returns: its members by JSON name, numbers as Decimal.
Value = Decimal | int | bool | str | date | Sequence[Any] | Mapping[str, Any] | None
Result = dict[str, Value]

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One input: its JSON name, its Python argument, its type and its default."""

    member: str
    argument: str
    hint: Any
    required: bool
    default: Any


@dataclass(frozen=True, slots=True)
class Calculation:
    """One named calculation.

    Attributes:
        name: as in the vectors and in the adapter protocol
        family: module that holds it
        titles: by language, ``en`` and ``zh``
        formula: the formula in the names of the members
        source: requirement ids and clauses
        results: members of the result; which of them are there may depend on the inputs
        function: the typed function

    """

    name: str
    family: str
    titles: Mapping[str, str]
    formula: str
    source: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    results: tuple[str, ...]
    function: Callable[..., Result]

    def run(self, inputs: Mapping[str, object]) -> dict[str, object]:
        """Return the result in JSON form for inputs in JSON form; raises CalculationError."""
        by_member = {parameter.member: parameter.argument for parameter in self.parameters}
        for member in inputs:
            if member not in by_member:
                options = ", ".join(by_member)
                raise CalculationError(self.name, member, "unknown_member", options=options)
        result = self.function(**{by_member[member]: value for member, value in inputs.items()})
        return {member: encode(value) for member, value in result.items()}


_REGISTRY: dict[str, Calculation] = {}


def calculation(
    *, en: str, zh: str, formula: str, source: tuple[str, ...], results: tuple[str, ...]
) -> Callable[[Callable[P, Result]], Callable[P, Result]]:
    """Register a function under its own name.

    The registered function converts and completes its arguments before the body sees them, so that a direct call and a
    call from JSON obey the same rules and fail with the same error.
    """

    def register(function: Callable[P, Result]) -> Callable[P, Result]:
        name = function.__name__
        parameters = _parameters(function)

        @wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> Result:
            if args:
                raise TypeError(f"{name}() takes keyword arguments only")
            try:
                result = function(**_arguments(parameters, kwargs))  # type: ignore[call-arg]
                return {member: value for member, value in result.items() if value is not None}
            except InputError as fault:
                raise CalculationError(name, fault.member, fault.problem, **fault.details) from None

        entry = Calculation(
            name=name,
            family=function.__module__.rpartition(".")[2],
            titles={"en": en, "zh": zh},
            formula=formula,
            source=source,
            parameters=parameters,
            results=results,
            function=checked,
        )
        _REGISTRY[name] = entry
        checked.__doc__ = f"{inspect.getdoc(function)}\n\n{_reference(entry)}"
        return checked

    return register


def _parameters(function: Callable[..., Result]) -> tuple[Parameter, ...]:
    hints = get_type_hints(function)
    return tuple(
        Parameter(
            member=json_name(argument),
            argument=argument,
            hint=hints[argument],
            required=parameter.default is inspect.Parameter.empty,
            default=None if parameter.default is inspect.Parameter.empty else parameter.default,
        )
        for argument, parameter in inspect.signature(function).parameters.items()
    )


def _arguments(parameters: tuple[Parameter, ...], given: Mapping[str, object]) -> dict[str, Any]:
    unknown = set(given) - {parameter.argument for parameter in parameters}
    if unknown:
        options = ", ".join(parameter.argument for parameter in parameters)
        raise InputError(min(unknown), "unknown_member", options=options)
    arguments: dict[str, Any] = {}
    for parameter in parameters:
        value = given.get(parameter.argument)
        if value is not None:
            arguments[parameter.argument] = convert(parameter.hint, value, parameter.member)
        elif parameter.required:
            raise missing(parameter.member, parameter.hint)
        else:
            arguments[parameter.argument] = parameter.default
    return arguments


def names() -> tuple[str, ...]:
    """Return the names of all calculations, in alphabetical order."""
    return tuple(sorted(_REGISTRY))


def get(name: str) -> Calculation:
    """Return a calculation by its name; raises CalculationError with the names there are."""
    if name not in _REGISTRY:
        raise CalculationError(name, "", "unknown_calculation", options=", ".join(names()))
    return _REGISTRY[name]


def run(name: str, inputs: Mapping[str, object]) -> dict[str, object]:
    """Run a calculation on inputs in JSON form and return its result in JSON form.

    Decimals are canonical texts on both sides. Raises CalculationError naming the calculation, the member and the mend.
    """
    return get(name).run(inputs)


def describe(name: str, lang: str = "en") -> dict[str, object]:
    """Return what a calculation does, in English (``en``) or Chinese (``zh``), ready for JSON.

    Members: name, family, summary, formula, source, inputs (name, title, kind, unit, required, default, and ``members``
    for objects and lists of objects) and results (name, title, unit).
    """
    entry = get(name)
    return {
        "name": entry.name,
        "family": entry.family,
        "summary": entry.titles["zh" if lang == "zh" else "en"],
        "formula": FORMULAS_ZH.get(name, entry.formula) if lang == "zh" else entry.formula,
        "source": list(entry.source),
        "inputs": [_input(p.member, p.hint, p.required, p.default, lang) for p in entry.parameters],
        "results": [{"name": m, "title": MEMBERS[m].title(lang), "unit": MEMBERS[m].unit} for m in entry.results],
    }


def _input(member: str, hint: Any, required: bool, default: object, lang: str) -> dict[str, object]:
    known = MEMBERS[member]
    described: dict[str, object] = {
        "name": member,
        "title": known.title(lang),
        "kind": KINDS[kind_of(hint)][1 if lang == "zh" else 0],
        "unit": known.unit,
        "required": required,
    }
    if default is not None:
        described["default"] = encode(default)
    inner = strip_optional(hint)
    if kind_of(inner) == "list":
        inner = get_args(inner)[0]
    if kind_of(inner) == "object" and not get_args(inner):
        described["members"] = [
            _input(name, part, needed, None, lang) for name, (_, part, needed) in members_of(inner).items()
        ]
    return described


def _reference(entry: Calculation) -> str:
    """Return the part of the docstring that follows from the registration."""
    lines = [f"Formula: {entry.formula}", f"Source: {', '.join(entry.source)}", "", "Inputs:"]
    for parameter in entry.parameters:
        known = MEMBERS[parameter.member]
        default = "" if parameter.required else "; optional"
        if parameter.default is not None:
            default = f"; default {shown(parameter.default)}"
        lines.append(f"    {parameter.argument}: {known.title('en')} [{known.unit or '-'}]{default}")
    lines += ["", "Results:"]
    lines += [f"    {m}: {MEMBERS[m].title('en')} [{MEMBERS[m].unit or '-'}]" for m in entry.results]
    lines += ["", "Raises CalculationError for an input that is missing, malformed or out of its bounds."]
    return "\n".join(lines)
