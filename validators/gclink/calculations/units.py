"""Blocks of issued units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, not_negative, positive, some
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation


@calculation(
    en="Size of a serial block",
    zh="序号区间数量",
    formula="quantity = serialEnd - serialStart + 1",
    source=("GCL-REM-054",),
    results=("quantity",),
)
def serial_block(*, serial_start: int, serial_end: int) -> Result:
    """Give the number of units in a block; both serial numbers belong to it."""
    positive("serialStart", serial_start)
    if serial_end < serial_start:
        raise InputError("serialEnd", "range", found=str(serial_end), bound=f">= {serial_start}")
    return {"quantity": Decimal(serial_end - serial_start + 1)}


@calculation(
    en="Cumulative issuance",
    zh="累计签发量",
    formula="cumulative = sum of batches",
    source=("GCL-REM-056",),
    results=("cumulative",),
)
def cumulative_issuance(*, batches: tuple[Decimal, ...]) -> Result:
    """Add up the batches of issue."""
    some("batches", batches)
    for place, batch in enumerate(batches):
        not_negative(f"batches[{place}]", batch)
    return {"cumulative": exact(sum(map(ratio, batches), Fraction(0)))}
