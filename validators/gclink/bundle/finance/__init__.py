"""Rules across documents of module finance: who lends against what, at which price, and what became of it."""

from gclink.bundle.finance import (  # each topic registers its rules when it is imported
    adjustment,
    assets,
    chains,
    cover,
    green,
    interest,
    limits,
    moves,
    observation,
    parties,
    programme,
    records,
    settlement,
    transfer,
)

__all__ = [
    "adjustment",
    "assets",
    "chains",
    "cover",
    "green",
    "interest",
    "limits",
    "moves",
    "observation",
    "parties",
    "programme",
    "records",
    "settlement",
    "transfer",
]
