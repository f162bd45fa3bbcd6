"""Check digits of identifiers, in steps that every engine can take.

The form is tested first and an ill-formed text replaced by zeros, so that no cast can fail. Remainders are tested as
"a quotient is whole": no engine has a modulo operator, and a product with zero is an error in one of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from gclink_spec.emit.sparql._group import Group

_LEI = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CHUNK = 8


def anchored(text: str, pattern: str) -> str:
    """Return a test that a text matches a pattern from end to end.

    A character is added behind both: ``$`` alone also matches before a final line end in one engine.
    """
    return f'REGEX(CONCAT({text}, "#"), "^({pattern})#$")'


def valid_gtin(group: Group, text: str, lengths: str = "[0-9]{8}|[0-9]{12}|[0-9]{13}|[0-9]{14}") -> str:
    """Return a test of GTIN-8, -12, -13 and -14: digits weigh 3 and 1 in turn, their sum ends in 0."""
    text = group.let(text)
    form = group.let(anchored(text, lengths))
    padded = f'SUBSTR(CONCAT("000000", {text}), (STRLEN({text}) - 7), 14)'
    digits = group.let(f'IF({form}, {padded}, "00000000000000")')
    three = group.let(_sum(f"xsd:integer(SUBSTR({digits}, {i}, 1))" for i in range(1, 14, 2)))
    one = group.let(_sum(f"xsd:integer(SUBSTR({digits}, {i}, 1))" for i in range(2, 15, 2)))
    total = group.let(f"STR(({three} + {three} + {three} + {one}))")
    return f'({form} && STRENDS({total}, "0"))'


def valid_gln(group: Group, text: str) -> str:
    """Return a test of a GLN: 13 digits under the rule of a GTIN."""
    return valid_gtin(group, text, "[0-9]{13}")


def valid_lei(group: Group, text: str) -> str:
    """Return a test of an LEI: letters read as 10 to 35, the number leaves 1 when divided by 97."""
    text = group.let(text)
    form = group.let(anchored(text, "[0-9A-Z]{18}[0-9]{2}"))
    safe = group.let(f'IF({form}, {text}, "{"0" * 20}")')
    digits = group.let("CONCAT(" + ", ".join(f"STR({_worth(_LEI, safe, i)})" for i in range(1, 21)) + ")")
    padded = group.let(f'SUBSTR(CONCAT("{"0" * 40}", {digits}), (STRLEN({digits}) + 1), 40)')
    chunks = [f"xsd:integer(SUBSTR({padded}, {start}, {_CHUNK}))" for start in range(1, 41, _CHUNK)]
    weights = [pow(10, 40 - start - _CHUNK + 1, 97) for start in range(1, 41, _CHUNK)]
    total = group.let(_sum(f"({w} * {c})" for w, c in zip(weights, chunks, strict=True)))
    return f"({form} && {_divides(group, f'({total} + 96)', 97)})"


def valid_uscc(group: Group, text: str) -> str:
    """Return a test of a USCC: the weighted sum and the check character together are a multiple of 31."""
    text = group.let(text)
    form = group.let(anchored(text, "[0-9A-HJ-NPQRTUWXY]{18}"))
    safe = group.let(f'IF({form}, {text}, "{"0" * 18}")')
    weights = [*(pow(3, i, 31) for i in range(17)), 1]
    total = group.let(_sum(f"({w} * {_worth(_USCC, safe, i)})" for i, w in enumerate(weights, 1)))
    return f"({form} && {_divides(group, f'({total} + 31)', 31)})"


def _divides(group: Group, number: str, divisor: int) -> str:
    quotient = group.let(f"({number} / {divisor})")
    return f"(FLOOR({quotient}) = {quotient})"


def _worth(alphabet: str, text: str, position: int) -> str:
    """Return the place of a character in an alphabet, from 0."""
    return f'STRLEN(STRBEFORE("{alphabet}", SUBSTR({text}, {position}, 1)))'


def _sum(parts: Iterable[str]) -> str:
    return "(" + " + ".join(parts) + ")"
