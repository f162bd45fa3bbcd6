"""The events of one file, with the version and the day of the file."""

from __future__ import annotations

from dataclasses import dataclass

from gclink.bridges.epcis._event import Event, Part

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """One EPCIS file; ``created`` is when it was made, which stands in where an event has no record time.

    ``rest`` is every value of the file with its place; what no event brings over is listed as lost by it.
    """

    version: Part | None
    created: Part | None
    events: tuple[Event, ...]
    rest: tuple[Part, ...] = ()
