"""Expressions: conditions are two-valued SPARQL tests, values are SPARQL terms that may be absent.

Absence is an unbound variable or an error; a test that could read one is wrapped, so that it is false and never an
error. Decimals are exact; every product is guarded, because one engine fails on a decimal times zero.
"""

from __future__ import annotations

from gclink_spec.emit.sparql import _checks, _dates, _loops, _round, _tables
from gclink_spec.emit.sparql._group import Group, Value
from gclink_spec.emit.sparql._text import number, quoted, two_valued
from gclink_spec.rules import _ast as ast
from gclink_spec.rules import type_of
from gclink_spec.rules._ast import Type


def condition(group: Group, expr: ast.Expr) -> str:
    """Return a test that is true or false, never an error."""
    match expr:
        case ast.Logic(operator, operands):
            word = " && " if operator == "and" else " || "
            return "(" + word.join(condition(group, operand) for operand in operands) + ")"
        case ast.Not(operand):
            return f"!({condition(group, operand)})"
        case ast.If(asked, then, None):
            return f"(!({condition(group, asked)}) || {condition(group, then)})"
        case ast.If(asked, then, otherwise) if otherwise is not None:
            return f"IF({condition(group, asked)}, {condition(group, then)}, {condition(group, otherwise)})"
        case ast.Quantified():
            return _loops.quantified(group, expr)
        case ast.Compare(_, left, ast.Round() as rounded):
            return _round.rounds_to(group, value(group, left), rounded)
        case ast.Compare():
            return _compare(group, expr)
        case ast.In(left, options):
            return _in(group, left, options)
        case ast.Matches(left, pattern):
            text = value(group, left)
            return two_valued(_checks.anchored(text.text, pattern.replace("\\", "\\\\")), text.absent)
        case ast.Contains(path, item):
            return _contains(group, path, item)
        case ast.Exists(path):
            return _present(group, path)
        case ast.OneOf(paths):
            return "((" + " + ".join(f"IF({_present(group, path)}, 1, 0)" for path in paths) + ") = 1)"
        case ast.Unique():
            return _loops.unique(group, expr)
        case ast.InTable():
            return _tables.in_table(group, expr)
        case ast.Call():
            text = value(group, expr.arguments[0])
            return two_valued(_CHECKS[expr.function](group, text.text), text.absent)
        case _:
            raise NotImplementedError(f"{type(expr).__name__} is no condition")


def value(group: Group, expr: ast.Expr) -> Value:
    """Return a value: numbers as numbers, dates and instants as text, our codes as IRIs, all else as it stands."""
    match expr:
        case ast.Path():
            found = _member(group, expr)
            tagged = bool(expr.steps) and expr.steps[-1].owner == "LocalizedText"
            plain = tagged or type_of(expr) in (Type.DATE, Type.DATETIME)
            return Value(f"STR({found.text})", found.absent) if plain else found
        case ast.Number(amount):
            return Value(number(amount))
        case ast.String(text, code_list):
            return Value(_constant(group, text, code_list))
        case ast.Date(text):
            return Value(quoted(text))
        case ast.Boolean(truth):
            return Value("true" if truth else "false")
        case ast.Arithmetic():
            return _arithmetic(group, expr)
        case ast.Negate(operand):
            negated = value(group, operand)
            return Value(f"(0 - {negated.text})", negated.absent)
        case ast.Coalesce(left, right):
            first, second = value(group, left), value(group, right)
            return Value(f"COALESCE({first.text}, {second.text})", first.absent and second.absent)
        case ast.Sum():
            return _loops.total(group, expr)
        case ast.Count():
            return _loops.number(group, expr)
        case ast.Lookup():
            return _tables.lookup(group, expr)
        case ast.Call(function, arguments):
            values = [value(group, argument) for argument in arguments]
            text = _call(group, function, [v.text for v in values])
            return Value(text, any(v.absent for v in values))
        case _:
            raise NotImplementedError(f"{type(expr).__name__} is no value")


_CHECKS = {
    "validGtin": _checks.valid_gtin,
    "validGln": _checks.valid_gln,
    "validLei": _checks.valid_lei,
    "validUscc": _checks.valid_uscc,
}


def product(group: Group, left: Value, right: Value) -> Value:
    """Return a product that is 0 when a factor is, without multiplying; absent when a factor is."""
    a, b = _atom(group, left.text), _atom(group, right.text)
    absent = left.absent or right.absent
    zeros = [f"{factor} = 0" for factor in (a, b) if not _is_number(factor) or not factor.strip("0.")]
    if not zeros:
        return Value(f"({a} * {b})")
    zero = f"(({a} + {b}) - ({a} + {b}))" if absent else "0"
    return Value(f"IF(({' || '.join(zeros)}), {zero}, ({a} * {b}))", absent)


def _is_number(text: str) -> bool:
    return text.strip("()-").replace(".", "").isdigit()


def _atom(group: Group, text: str) -> str:
    """Return a text that may be repeated: a constant or a variable."""
    return text if _is_number(text) else group.let(text)


def _arithmetic(group: Group, expr: ast.Arithmetic) -> Value:
    left = value(group, expr.left)
    if isinstance(expr.right, ast.Months):
        months = expr.right.value if expr.operator == "+" else -expr.right.value
        return Value(_dates.add_months(group, left.text, months), left.absent)
    right = value(group, expr.right)
    absent = left.absent or right.absent
    match expr.operator:
        case "*":
            return product(group, left, right)
        case "-":
            return Value(f"({left.text} - {right.text})", absent)
        case _:
            return Value(f"({left.text} + {right.text})", absent)


def _call(group: Group, function: str, arguments: list[str]) -> str:
    match function, [_atom(group, argument) for argument in arguments]:
        case "abs", [a]:
            return f"ABS({a})"
        case "min", [a, b]:
            return f"IF({a} < {b}, {a}, {b})"
        case "max", [a, b]:
            return f"IF({a} > {b}, {a}, {b})"
        case "clip", [a, low, high]:
            upper = group.let(f"IF({a} < {high}, {a}, {high})")
            return f"IF({upper} > {low}, {upper}, {low})"
        case "days", [start, end]:
            return _dates.days(group, start, end)
        case "days30", [start, end]:
            return _dates.days30(group, start, end)
        case "leapDays", [start, end]:
            return _dates.leap_days(group, start, end)
        case "year", [date]:
            return _dates.year(group, date)
        case "ymd", [date]:
            return _dates.ymd(group, date)
        case "dateOf", [instant]:
            return f"SUBSTR({instant}, 1, 10)"
        case _:
            raise NotImplementedError(f"function {function}")


def _compare(group: Group, expr: ast.Compare) -> str:
    left, right = value(group, expr.left), value(group, expr.right)
    absent = left.absent or right.absent
    if expr.within is None:
        return two_valued(f"({left.text} {expr.operator} {right.text})", absent)
    tolerance = value(group, expr.within)
    return two_valued(f"(ABS({left.text} - {right.text}) <= {tolerance.text})", absent or tolerance.absent)


def _in(group: Group, left: ast.Expr, options: tuple[ast.Expr, ...]) -> str:
    """Return a chain of ``=``: one engine reads IN as equality of terms, not of values."""
    subject, values = value(group, left), [value(group, option) for option in options]
    atom = _atom(group, subject.text)
    tests = [two_valued(f"{atom} = {option.text}", option.absent) for option in values]
    return two_valued("(" + " || ".join(tests) + ")", subject.absent)


def _contains(group: Group, path: ast.Path, item: ast.Expr) -> str:
    inner = Group(group.scope, group.scope.triples(path, found := group.scope.names.fresh("v")))
    wanted = value(inner, item)
    dated = type_of(path) in (Type.DATE, Type.DATETIME)
    test = f"{f'STR({found})' if dated else found} = {wanted.text}"
    return "EXISTS { " + inner.render(test).replace("\n", " ") + " }"


def _present(group: Group, path: ast.Path) -> str:
    several = any(step.many for step in path.steps) or path.object_class == "LocalizedText"
    return _loops.exists(group, path) if several else f"BOUND({_member(group, path).text})"


def _member(group: Group, path: ast.Path) -> Value:
    return group.member(path) if path.steps else Value(group.scope.variable(path.root))


def _constant(group: Group, text: str, code_list: str | None) -> str:
    """Return a code of one of our lists as an IRI, any other text as a string."""
    model = group.scope.model
    if code_list is None or model.code_lists[code_list].outside:
        return quoted(text)
    return f"<{model.code_iri(code_list, text)}>"
