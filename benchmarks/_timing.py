"""Interleaved timing: what is compared runs turn by turn, so that a busy machine slows both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: a ratio, or a time in seconds; ``at_least`` says on which side of the goal it has to be."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = True

    @property
    def met(self) -> bool:
        """Whether the goal is reached; a figure without one is."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    @property
    def goal_text(self) -> str:
        """The goal as text."""
        return f"{'>=' if self.at_least else '<='} {self.goal:g}"

    def as_dict(self) -> dict[str, Any]:
        """Return the figure as plain data."""
        return {"name": self.name, "value": round(self.value, 4), "unit": self.unit, "goal": self.goal, "met": self.met}


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int, least: float = 0.2) -> dict[str, float]:
    """Return the median seconds of one run of each task; a short task is repeated within a round."""
    repeats = {}
    for name, task in tasks.items():
        task()
        started = time.perf_counter()
        task()
        taken = max(time.perf_counter() - started, 1e-6)
        repeats[name] = max(1, int(least / taken))
    times: dict[str, list[float]] = {name: [] for name in tasks}
    gc.disable()
    try:
        for _ in range(rounds):
            for name, task in tasks.items():
                started = time.perf_counter()
                for _ in range(repeats[name]):
                    task()
                times[name].append((time.perf_counter() - started) / repeats[name])
            gc.collect()
    finally:
        gc.enable()
    return {name: statistics.median(measured) for name, measured in times.items()}
