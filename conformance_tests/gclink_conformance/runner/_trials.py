"""Every trial of the suite: cases that ask for a verdict, conversions, digests and calculations."""

from __future__ import annotations

from functools import cache

from gclink_conformance.generated.operations import operations
from gclink_conformance.runner._trial import Trial, of_case
from gclink_conformance.suite import cases, root


@cache
def trials() -> tuple[Trial, ...]:
    """Return every trial, in the order of the suite."""
    return (*(trial for case in cases() for trial in of_case(case)), *operations(root()))
