"""The rules as Python: the fast path of the library.

One module per module of the standard, one function per class, and ``rules.py`` with ``CHECKS``. The same rules travel
as trees in ``rules.json`` for the explanation of a violation, which must not depend on the code it explains.
"""

from __future__ import annotations

from gclink_spec._model import Model
from gclink_spec.emit._python_function import Function, Plan, write_function
from gclink_spec.emit._python_module import Module
from gclink_spec.emit._rules_json import rules_json
from gclink_spec.rules import compile_rules

_FOLDER = "validators/gclink/_generated"
_MARK = "Generated from spec/ by gclink_spec.emit.python_rules; do not edit."


def emit(model: Model) -> dict[str, bytes]:
    """Return the rule modules, their registry and the rule trees by repository path."""
    rules = compile_rules(model)
    plan = Plan(model, rules)
    files = {
        f"{_FOLDER}/rules_{name}.py": module_source(model, plan, name).encode()
        for name in model.modules
        if _functions(model, plan, name)
    }
    files[f"{_FOLDER}/rules.py"] = _registry(model).encode()
    files["validators/gclink/_data/rules.json"] = rules_json(model, rules)
    return files


def _functions(model: Model, plan: Plan, module: str) -> list[Function]:
    return [function for function in plan.functions() if model.classes[function.cls].module == module]


def module_source(model: Model, plan: Plan, name: str) -> str:
    """Return the source of the rule functions of one module of the standard."""
    module = Module()
    functions = _functions(model, plan, name)
    bodies = [write_function(model, module, plan, function) for function in functions]
    foreign: dict[str, set[str]] = {}
    for function in functions:
        for _, inner in plan.embedded(function.cls):
            home = model.classes[inner.cls].module
            if home != name:
                foreign.setdefault(home, set()).add(inner.name)
    runtime = sorted(module.runtime | {"Tree", "Violation"}, key=lambda n: (n.islower(), n))
    lines = [f'"""Rules of module {name}.\n\n{_MARK}\n"""', "# ruff: noqa: E501, RUF001, RUF003, SIM", ""]
    lines += ["from __future__ import annotations", ""]
    lines += ["import re"] if module.patterns else []
    needs_decimal = bool(module.numbers) or any("D(" in body for body in bodies)
    lines += ["from decimal import Decimal as D"] if needs_decimal else []
    lines += [""] if module.patterns or needs_decimal else []
    lines += [
        f"from gclink._generated.rules_{home} import {', '.join(sorted(names))}"
        for home, names in sorted(foreign.items())
    ]
    lines += [f"from gclink._rules_runtime import {', '.join(runtime)}", ""]
    lines += [f'{constant} = D("{value:f}")' for value, constant in sorted(module.numbers.items())]
    lines += [f'{constant} = re.compile(r"{pattern}").fullmatch' for pattern, constant in module.patterns.items()]
    lines += [f"{constant} = {call}" for call, constant in sorted(module.tables.items())]
    return "\n".join(lines) + "\n\n\n" + "\n\n".join(bodies)


def _registry(model: Model) -> str:
    by_module: dict[str, list[str]] = {}
    for name in model.documents:
        by_module.setdefault(model.classes[name].module, []).append(f"check_{name}")
    lines = [
        f'"""Every document class with the function that runs its rules.\n\n{_MARK}\n"""',
        "# ruff: noqa: E501",
        "",
    ]
    lines += ["from __future__ import annotations", "", "from collections.abc import Callable", ""]
    lines += [
        f"from gclink._generated.rules_{module} import {', '.join(sorted(names))}"
        for module, names in sorted(by_module.items())
    ]
    lines += ["from gclink._rules_runtime import Tree, Violation, exactly", ""]
    lines += [
        "#: Document class -> check of one T1-valid tree: the violations of the document and of every object in it."
    ]
    lines += ["CHECKS: dict[str, Callable[[Tree], list[Violation]]] = {"]
    lines += [f'    "{name}": exactly(check_{name}),' for name in sorted(model.documents)]
    return "\n".join([*lines, "}"]) + "\n"
