"""Small parts of the hunt, each made once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gclink_conformance.strength import _hunt
from gclink_conformance.strength._mutant import Fate


def hunted(pattern: str, one_in: int) -> list[Fate]:
    """The fates under the cases of the requirement alone, in a second or two."""
    return _hunt.hunt([replace(part, wide=False) for part in _hunt.parts(pattern, one_in)])


@pytest.fixture(scope="session")
def of_sums() -> list[Fate]:
    """The mutants of a rule of one document: the total of a passport."""
    return hunted("GCL-PAS-007", 1)


@pytest.fixture(scope="session")
def of_pledges() -> list[Fate]:
    """A sample of the mutants of a rule across documents."""
    return hunted("GCL-LNK-036", 2)
