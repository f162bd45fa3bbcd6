"""Answers that were written elsewhere: one line per request, for implementations without a connection to the runner."""

from __future__ import annotations

from pathlib import Path

from gclink_conformance.carriers._base import SilentError, StartError, UnusableError, checked
from gclink_conformance.protocol import GarbageError, Message, parse


class FileCarrier:
    """The answers of a file by id; two answers to one request are no answer, since either could be the liked one."""

    def __init__(self, path: Path) -> None:
        self._answers: dict[str, bytes] = {}
        self._twice: set[str] = set()
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as error:
            raise StartError(str(error)) from error
        for number, line in enumerate(lines, 1):
            if line.strip():
                self._keep(line, f"{path.name}:{number}")

    def _keep(self, line: bytes, place: str) -> None:
        try:
            name = parse(line).get("id")
        except GarbageError as error:
            raise StartError(f"{place}: {error}") from error
        if not isinstance(name, str):
            raise StartError(f"{place}: the answer has no id")
        if name in self._answers:
            self._twice.add(name)
        self._answers[name] = line

    def exchange(self, message: Message, timeout: float) -> Message:  # noqa: ARG002 - a file answers at once
        """Return the answer to a message; raises SilentError where the file holds none."""
        name = str(message["id"])
        if name in self._twice:
            raise UnusableError(f"there are several answers to {name}")
        if name not in self._answers:
            raise SilentError
        return checked(message, self._answers[name])

    def close(self) -> None:
        """A file needs no end."""
