"""The accounting and finance method as code: every named calculation of the standard, exact and typed.

Each calculation is a function of one small module per family, called with keyword arguments, and stands in a registry
by its name, where inputs and results have JSON form:

    >>> from gclink.calculations import run
    >>> run("all_in_rate", {"baseRate": "0.03", "marginBp": 120, "adjustmentBp": -10})["allInRate"]
    '0.041'

Factors and rates come from the tables of the standard (``gclink.tables``). Money is rounded half away from zero, once,
to the minor unit of its currency; carbon figures that do not end are rounded the same way to 12 decimals.
"""

from __future__ import annotations

from gclink.calculations import (  # each family registers its calculations when it is imported
    adjustment,
    allocation,
    bioccs,
    biochar,
    buffer,
    claims,
    daycount,
    deal,
    footprint,
    gases,
    identifiers,
    impact,
    interest,
    invoice,
    keys,
    lifecycle,
    litchi,
    observation,
    outstanding,
    permanence,
    pricing,
    ratchet,
    receivable,
    records,
    settlement,
    units,
    yields,
)
from gclink.calculations._registry import Calculation, Parameter, describe, get, names, run
from gclink.calculations.errors import CalculationError

__all__ = ["Calculation", "CalculationError", "Parameter", "describe", "get", "names", "run"]

#: The modules that hold the calculations, in the order of the method.
FAMILIES = (
    footprint,
    gases,
    allocation,
    permanence,
    biochar,
    bioccs,
    buffer,
    units,
    claims,
    litchi,
    daycount,
    pricing,
    yields,
    interest,
    ratchet,
    observation,
    adjustment,
    invoice,
    receivable,
    settlement,
    outstanding,
    deal,
    keys,
    identifiers,
    lifecycle,
    records,
    impact,
)
