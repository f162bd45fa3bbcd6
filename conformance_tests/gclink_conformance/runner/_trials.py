"""Every trial of the suite: cases that ask for a verdict, conversions, digests and calculations."""

from __future__ import annotations

from functools import cache

from gclink_conformance.runner._trial import Trial, of_case
from gclink_conformance.suite import cases


@cache
def trials() -> tuple[Trial, ...]:
    """Return every trial, in the order of the suite."""
    return tuple(trial for case in cases() for trial in of_case(case))
