"""The built-in functions in XPath 2.0.

Each is a template over variables that are bound one by one with single ``for`` clauses: an absent argument makes the
result absent, and every argument is evaluated once. No ``min`` and ``max``: they ask for a collation even of numbers.
Check digits are computed in steps that fit into 64 bits.
"""

from __future__ import annotations

from gclink_spec.emit.xpath._names import CODEPOINT

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = ", ".join(str(pow(3, power, 31)) for power in range(17))


def _gs1(lengths: str) -> str:
    """Weights 3 and 1 from the right, the check digit itself counting once."""
    digit = "xs:integer(substring({0}, $_d, 1))"
    weight = "(if ((string-length({0}) - $_d) mod 2 = 1) then 3 else 1)"
    total = f"sum(for $_d in 1 to string-length({{0}}) return {digit} * {weight})"
    return f"(if (matches({{0}}, '^({lengths})$')) then {total} mod 10 = 0 else false())"


def _lei() -> str:
    """ISO 7064 MOD 97-10: letters become two digits, then the remainder in blocks of seven."""
    code = "string(if ($_c > 64) then $_c - 55 else $_c - 48)"
    expanded = f"string-join(for $_c in string-to-codepoints({{0}}) return {code}, '')"
    remainder = "xs:integer(substring($_x, 1, 7)) mod 97"
    for start in range(8, 41, 7):
        name = f"$_r{start}"
        remainder = f"(for {name} in {remainder} return xs:integer(concat({name}, substring($_x, {start}, 7))) mod 97)"
    return (
        f"(if (matches({{0}}, '^[0-9A-Z]{{{{18}}}}[0-9]{{{{2}}}}$')) "
        f"then (some $_x in {expanded} satisfies {remainder} = 1) else false())"
    )


def _uscc() -> str:
    """GB 32100: symbols weighted with powers of 3 modulo 31, the check symbol with weight 1."""
    value = f"string-length(substring-before('{_USCC}', substring({{0}}, $_d, 1), {CODEPOINT}))"
    total = f"sum(for $_d in 1 to 17 return {value} * ({_USCC_WEIGHTS})[$_d])"
    check = f"string-length(substring-before('{_USCC}', substring({{0}}, 18, 1), {CODEPOINT}))"
    return f"(if (matches({{0}}, '^[0-9A-HJ-NPQRTUWXY]{{{{18}}}}$')) then ({total} + {check}) mod 31 = 0 else false())"


def _leap_days() -> str:
    """Days of the span that lie in leap years, the first day counted and the last not."""
    leap = "($_y mod 4 = 0 and $_y mod 100 != 0) or $_y mod 400 = 0"
    first = "xs:date(if ({0} > concat($_y, '-01-01')) then {0} else concat($_y, '-01-01'))"
    last = "xs:date(if ({1} < concat($_y + 1, '-01-01')) then {1} else concat($_y + 1, '-01-01'))"
    years = "xs:integer(substring({0}, 1, 4)) to xs:integer(substring({1}, 1, 4))"
    return f"sum(for $_y in {years} return if ({leap}) then days-from-duration({last} - {first}) else 0)"


def _days30() -> str:
    """30E/360: a day 31 counts as day 30, at both ends."""

    def part(argument: int, start: int) -> str:
        return f"xs:integer(substring({{{argument}}}, {start}, {4 if start == 1 else 2}))"

    def day(argument: int) -> str:
        return f"(if ({part(argument, 9)} > 30) then 30 else {part(argument, 9)})"

    years = f"360 * ({part(1, 1)} - {part(0, 1)})"
    months = f"30 * ({part(1, 6)} - {part(0, 6)})"
    return f"({years} + {months} + {day(1)} - {day(0)})"


#: name -> template; ``{0}``, ``{1}`` stand for bound variables.
TEMPLATES: dict[str, str] = {
    "abs": "abs({0})",
    "min": "if ({0} < {1}) then {0} else {1}",
    "max": "if ({0} > {1}) then {0} else {1}",
    "clip": "for $_m in (if ({0} < {2}) then {0} else {2}) return if ($_m > {1}) then $_m else {1}",
    "days": "days-from-duration(xs:date({1}) - xs:date({0}))",
    "days30": _days30(),
    "leapDays": _leap_days(),
    "year": "xs:integer(substring({0}, 1, 4))",
    "ymd": "xs:integer(translate({0}, '-', ''))",
    "dateOf": "substring({0}, 1, 10)",
    "validGtin": _gs1("[0-9]{{8}}|[0-9]{{12,14}}"),
    "validGln": _gs1("[0-9]{{13}}"),
    "validLei": _lei(),
    "validUscc": _uscc(),
}
