"""Check digits of GTIN, GLN, LEI and the unified social credit code."""

from __future__ import annotations

import re

from gclink.calculations._checks import InputError, one_of
from gclink.calculations._registry import Result, calculation

_USCC_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_BODY = re.compile(rf"[{_USCC_SYMBOLS}]{{17}}")
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_BODIES = {
    "gtin": (re.compile(r"[0-9]{7}|[0-9]{11,13}"), "7, 11, 12 or 13 digits"),
    "gln": (re.compile(r"[0-9]{12}"), "12 digits"),
    "lei": (re.compile(r"[0-9A-Z]{18}"), "18 characters 0-9A-Z"),
    "uscc": (_USCC_BODY, f"17 characters of {_USCC_SYMBOLS}"),
}


def gs1_check(body: str) -> str:
    """Return the modulo-10 check digit of GS1: weights 3, 1, 3 ... from the right (GCL-COR-013, 014)."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)


def lei_remainder(text: str) -> int:
    """Return the number modulo 97, letters read as 10 (A) to 35 (Z) (GCL-COR-015)."""
    return int("".join(str(int(symbol, 36)) for symbol in text)) % 97


def lei_check_digits(body: str) -> str:
    """Return the two check digits of ISO 7064 MOD 97-10."""
    return f"{98 - lei_remainder(body + '00'):02d}"


def uscc_check_symbol(body: str) -> str:
    """Return the 18th character: (31 - sum of value * 3^(i-1) mod 31) mod 31 (GCL-COR-016)."""
    total = sum(_USCC_SYMBOLS.index(symbol) * pow(3, place, 31) for place, symbol in enumerate(body))
    return _USCC_SYMBOLS[-total % 31]


_CHECKS = {"gtin": gs1_check, "gln": gs1_check, "lei": lei_check_digits, "uscc": uscc_check_symbol}


@calculation(
    en="Check digit of an identifier",
    zh="标识符校验位",
    formula="gtin, gln: (10 - sum of digit * weight mod 10) mod 10 with weights 3, 1 from the right; lei: 98 - "
    "(expanded body and 00 mod 97); uscc: symbol (31 - sum of value * 3^(i-1) mod 31) mod 31",
    source=("GCL-COR-013", "GCL-COR-014", "GCL-COR-015", "GCL-COR-016"),
    results=("check", "value"),
)
def check_digit(*, scheme: str, body: str) -> Result:
    """Give the check digit or digits of a body and the whole identifier."""
    one_of("scheme", scheme, _BODIES)
    form, bound = _BODIES[scheme]
    if not form.fullmatch(body):
        raise InputError("body", "characters", found=body, scheme=scheme, bound=bound)
    check = _CHECKS[scheme](body)
    return {"check": check, "value": body + check}


@calculation(
    en="Check of an LEI",
    zh="LEI 校验",
    formula="18 characters 0-9A-Z and 2 digits; remainder = expanded number mod 97; pass if 1",
    source=("GCL-COR-015",),
    results=("remainder", "verdict"),
)
def lei_check(*, lei: str) -> Result:
    """Tell whether an LEI has its form and its check digits; there is a remainder if all characters are 0-9A-Z."""
    remainder = lei_remainder(lei) if re.fullmatch(r"[0-9A-Z]+", lei) else None
    passed = _LEI.fullmatch(lei) is not None and remainder == 1
    return {"remainder": remainder, "verdict": "pass" if passed else "fail"}


@calculation(
    en="Check of a unified social credit code",
    zh="统一社会信用代码校验",
    formula="18 characters of 0-9A-HJ-NPQRTUWXY; the 18th is symbol (31 - sum of value * 3^(i-1) mod 31) mod 31",
    source=("GCL-COR-016",),
    results=("checkSymbol", "verdict"),
)
def uscc_check(*, uscc: str) -> Result:
    """Tell whether a code has its form and its check character; ``checkSymbol`` is the right one."""
    body = uscc[:17]
    symbol = uscc_check_symbol(body) if _USCC_BODY.fullmatch(body) else None
    return {"checkSymbol": symbol, "verdict": "pass" if symbol is not None and uscc == body + symbol else "fail"}
