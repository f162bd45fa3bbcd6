"""How far a run has come, live, for a person at a terminal; nothing is drawn into files and pipes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gclink._text import Language

from gclink_conformance.runner.session import Watch

_WORDS = {"en": ("pass", "fail", "error", "declined"), "zh": ("通过", "不符", "出错", "拒绝")}


@contextmanager
def watching(language: Language) -> Iterator[Watch]:
    """Yield what a run tells its progress to."""
    if not sys.stderr.isatty():
        yield Watch()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    counts: Counter[str] = Counter()
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        task = progress.add_task(_told(counts, language), total=None)

        def told(row: dict[str, Any]) -> None:
            counts[row["outcome"]] += 1
            progress.update(task, advance=1, description=_told(counts, language))

        yield Watch(lambda count: progress.update(task, total=count), told)


def _told(counts: Counter[str], language: Language) -> str:
    names = ("pass", "fail", "error", "declined")
    colours = ("green", "red", "magenta", "yellow")
    parts = []
    for name, word, colour in zip(names, _WORDS[language], colours, strict=True):
        if counts[name] or name == "pass":
            parts.append(f"[{colour}]{word} {counts[name]}[/{colour}]")
    return "  ".join(parts)
