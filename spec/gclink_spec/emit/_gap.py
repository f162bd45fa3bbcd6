"""What an emitter cannot express, named instead of dropped."""

from __future__ import annotations

from dataclasses import dataclass

from gclink_spec._model import Text


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that one target language cannot hold, and why; shown on the requirement's page."""

    requirement: str
    target: str
    reason: Text
