"""Tutorials as data: the files a reader writes, the commands a reader types, what the terminal shows.

A block ``json title="lot.json"`` is a file; a block ``shell-session`` holds commands after ``$ `` and what they print.
A line ``...`` in an output stands for any lines. ``echo $?`` prints how the command before it ended.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r'^```([a-z-]+)(?: title="([^"]+)")?$')


@dataclass(frozen=True)
class File:
    """A file that the reader writes."""

    name: str
    content: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command that the reader types, and what is shown below it."""

    text: str
    shown: str
    line: int


def steps(page: str) -> Iterator[File | Command]:
    """Yield what a reader of a page does, in order."""
    lines = page.splitlines()
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        number += 1
        if fence is None:
            continue
        start = number
        while lines[number] != "```":
            number += 1
        block = lines[start:number]
        number += 1
        if fence[2]:
            yield File(fence[2], "\n".join(block) + "\n", start)
        elif fence[1] == "shell-session":
            yield from _commands(block, start)


def _commands(block: list[str], start: int) -> Iterator[Command]:
    text: str | None = None
    at, shown = start, list[str]()
    for offset, line in enumerate(block, 1):
        if line.startswith("$ "):
            if text is not None:
                yield Command(text, "\n".join(shown), at)
            text, at, shown = line[2:], start + offset, []
        else:
            shown.append(line)
    if text is not None:
        yield Command(text, "\n".join(shown), at)


class Terminal:
    """A shell in a folder of its own, with the examples of the checkout at hand."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._last = 0
        for name in ("examples", "conformance_tests", "schemas", "ontology"):
            if not (folder / name).exists():
                (folder / name).symlink_to(root / name)
        binary = folder / ".bin"
        binary.mkdir(exist_ok=True)
        for name, arguments in (("gclink", "-m gclink"), ("python", "")):
            script = binary / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
            script.chmod(0o755)
        paths = os.pathsep.join(str(root / part) for part in ("validators", "spec", "conformance_tests"))
        self._env = {
            "PATH": f"{binary}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": paths,
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "PYTHONWARNINGS": "error",
        }

    def write(self, file: File) -> None:
        """Write a file of the tutorial."""
        (self._folder / file.name).write_text(file.content, encoding="utf-8")

    def run(self, command: Command) -> str:
        """Return what a command prints, both streams in one, without blanks at the ends of lines."""
        shell = shutil.which("bash") or "sh"
        done = subprocess.run(
            [shell, "-c", f"(exit {self._last}); {command.text}"],
            cwd=self._folder,
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        self._last = done.returncode
        return "\n".join(line.rstrip() for line in done.stdout.decode().rstrip().splitlines())


def matches(shown: str, printed: str) -> bool:
    """Whether the output shown is the one printed; a line ``...`` stands for any lines."""
    pattern = "".join("(?:.*\n)*" if line == "..." else re.escape(line.rstrip()) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, printed + "\n" if printed else "") is not None


def rewritten(page: str, terminal: Terminal) -> str:
    """Return a page with every output as it is printed now; one with a line ``...`` is left as it stands."""
    lines = page.splitlines()
    outputs: list[tuple[int, int, list[str]]] = []
    for step in steps(page):
        if isinstance(step, File):
            terminal.write(step)
            continue
        printed = terminal.run(step).splitlines()
        shown = step.shown.splitlines()
        if "..." not in shown:
            outputs.append((step.line, step.line + len(shown), printed))
    for start, end, printed in reversed(outputs):
        lines[start:end] = printed
    return "\n".join(lines) + "\n"


def main() -> None:
    """``python tests/tutorials/tutorial.py PAGE...``: write what the commands of tutorials print today."""
    root = Path(__file__).resolve().parents[2]
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(name)
            page.write_text(rewritten(page.read_text(encoding="utf-8"), Terminal(Path(folder), root)), encoding="utf-8")


if __name__ == "__main__":
    main()
