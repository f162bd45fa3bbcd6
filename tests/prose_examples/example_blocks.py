"""Fenced blocks and inline commands of a page of Markdown, and the shell in which a reader would type them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Pages that are generated from the model, and from nothing that a person typed.
GENERATED = ("reference", "standard")

#: What of the checkout a reader finds in the folder; ``spec`` is not there, since commands that edit it would follow.
_CHECKOUT = (
    "examples",
    "conformance_tests",
    "schemas",
    "ontology",
    "requirements",
    "pyproject.toml",
    "Makefile",
)

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})(.*)$")
_INFO = re.compile(r"\{([^}]*)\}|([\w.+-]*)((?: +\w+=\"[^\"]*\")*)")
_MARK = re.compile(r"<!-- example (\S+)(?: (.+?))? -->")
_INLINE = re.compile(r"(?<!`)`(gclink [^`\n]+)`(?!`)")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block. ``words`` are what stands beside its language, ``mark`` the comment directly before it."""

    page: Path
    line: int
    language: str
    words: frozenset[str]
    mark: tuple[str, ...]
    body: str

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"

    @property
    def meant_to_run(self) -> bool:
        """False for a block that says so: of language ``text``, or written ``{.sh .norun}``."""
        return self.language != "text" and "norun" not in self.words


def pages() -> list[Path]:
    """Return every page that people write: README, CONTRIBUTING, the parts, the documentation."""
    docs = [
        path
        for path in sorted((ROOT / "docs").rglob("*.md"))
        if not set(GENERATED) & set(path.relative_to(ROOT / "docs").parts)
    ]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "spec" / "parts").glob("*.md")), *docs]


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page."""
    return list(_blocks(page, page.read_text(encoding="utf-8")))


def _blocks(page: Path, text: str) -> Iterator[Block]:
    lines = text.splitlines()
    mark: tuple[str, ...] = ()
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if marked := _MARK.fullmatch(line.strip()):
            mark = (marked[1], *(marked[2] or "").split())
            continue
        fence = _FENCE.match(line)
        if fence is None:
            mark = mark if not line.strip() else ()
            continue
        start = number
        while number < len(lines) and lines[number].strip() != fence[2]:
            number += 1
        body = "\n".join(inner.removeprefix(fence[1]) for inner in lines[start:number])
        number += 1
        language, words = _info(fence[3].strip())
        yield Block(page, start, language, words, mark, body)
        mark = ()


def _info(info: str) -> tuple[str, frozenset[str]]:
    found = _INFO.fullmatch(info)
    if found is None:
        return info, frozenset()
    if found[1] is not None:
        classes = re.findall(r"\.([\w+-]+)", found[1])
        return (classes[0] if classes else ""), frozenset(classes[1:])
    return found[2], frozenset(re.findall(r"(\w+)=", found[3]))


def inline_commands(page: Path) -> list[tuple[int, str]]:
    """Return the commands of ours that stand in running text, with their lines."""
    found = []
    fenced = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            found += [(number, command) for command in _INLINE.findall(line)]
    return found


@dataclass(frozen=True, slots=True)
class Command:
    """One line that a reader types; ``shown`` is what stands below it, None where nothing is shown."""

    text: str
    shown: str | None


def commands(block: Block) -> list[Command]:
    """Return the commands of a shell block: lines, or lines after ``$ `` with their output."""
    lines = block.body.splitlines()
    if not any(line.startswith("$ ") for line in lines):
        joined = re.sub(r"\\\n\s*", "", block.body).splitlines()
        return [Command(_uncommented(line), None) for line in joined if _uncommented(line)]
    found: list[Command] = []
    for line in lines:
        if line.startswith("$ "):
            found.append(Command(line[2:], ""))
        elif found:
            found[-1] = Command(found[-1].text, f"{found[-1].shown}{line}\n")
    return found


def _uncommented(line: str) -> str:
    return re.sub(r"(^|\s+)#.*$", "", line).strip()


class Shell:
    """A folder of its own in which the examples of the checkout lie, with ``gclink`` and ``python`` at hand.

    A reader of Chinese pages has an environment in Chinese.
    """

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.folder = folder
        for name in _CHECKOUT:
            (folder / name).symlink_to(ROOT / name)
        binary = folder / ".bin"
        binary.mkdir()
        for name, arguments in (("gclink", "-m gclink "), ("python", ""), ("python3", "")):
            script = binary / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n', encoding="utf-8")
            script.chmod(0o755)
        self._environment = {
            "PATH": f"{binary}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in ("validators", "spec", "conformance_tests")),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "GCLINK_LANG": language,
            "COLUMNS": "100",
        }

    def run(self, text: str) -> tuple[int, str]:
        """Return the exit code of a command, and what it printed without blanks at the ends of lines."""
        done = subprocess.run(
            [shutil.which("bash") or "sh", "-c", text],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )
        return done.returncode, "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().rstrip().splitlines())


_MORE = re.compile(r"… and ([0-9]+) more lines|……另有 ([0-9]+) 行")


def matches(shown: str, printed: str) -> bool:
    """Whether the output shown is the one printed.

    A line ``...`` stands for any lines; a last line that tells how many more there are, for exactly so many.
    """
    lines = shown.splitlines()
    if lines and (more := _MORE.fullmatch(lines[-1])):
        found = printed.splitlines()
        return found[: len(lines) - 1] == lines[:-1] and len(found) == len(lines) - 1 + int(more[1] or more[2])
    pattern = "".join("(?:.*\n)*" if line == "..." else re.escape(line.rstrip()) + "\n" for line in lines)
    return re.fullmatch(pattern, printed) is not None
