"""Allocation between the outputs of a process."""

from __future__ import annotations

from decimal import Decimal

from gclink.calculations._checks import fraction, not_negatives, positive
from gclink.calculations._numbers import half_away, ratio
from gclink.calculations._registry import Result, calculation


@calculation(
    en="Residue test by share of revenue",
    zh="按收入份额判定剩余物",
    formula="share = cullFruitValue_CNY / (fruitValue_CNY + cullFruitValue_CNY); residue if share < threshold",
    source=("GCL-COR-036",),
    results=("share", "verdict"),
)
def residue_share(
    *, fruit_value_cny: Decimal, cull_fruit_value_cny: Decimal, threshold: Decimal = Decimal("0.01")
) -> Result:
    """Tell whether an output is a residue, which carries no burden, or a co-product.

    The verdict is ``residue`` or ``co_product`` (codes of list flowRole). Exactly the threshold is a co-product.
    """
    not_negatives(fruitValue_CNY=fruit_value_cny, cullFruitValue_CNY=cull_fruit_value_cny)
    fraction("threshold", threshold)
    total = ratio(fruit_value_cny) + ratio(cull_fruit_value_cny)
    positive("fruitValue_CNY + cullFruitValue_CNY", total)
    share = ratio(cull_fruit_value_cny) / total
    return {"share": half_away(share), "verdict": "residue" if share < ratio(threshold) else "co_product"}
