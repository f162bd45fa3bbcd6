"""A command that reads one JSON object per line and writes one per line.

Reader and writer run in threads of their own, so that an adapter that neither reads nor writes costs its time and no
more, on every system.
"""

from __future__ import annotations

import contextlib
import os
import queue
import shlex
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import orjson

from gclink_conformance.carriers._base import (
    DiedError,
    LateError,
    StartError,
    UnusableError,
    checked,
)
from gclink_conformance.protocol import Message

#: A line longer than this is garbage: it protects the runner's memory.
_LONGEST = 64 * 1024 * 1024
#: Lines that are taken from an adapter before they are looked at.
_AHEAD = 8
#: Seconds that an adapter has to leave after it was told to.
_PATIENCE = 2.0


class StdioCarrier:
    """The adapter as a child process, started with the first message and again after every failure."""

    def __init__(self, command: str, log: Path | None = None) -> None:
        self._command = shlex.split(command, posix=os.name != "nt")
        self._log = log
        self._child: _Child | None = None

    def exchange(self, message: Message, timeout: float) -> Message:
        """Send a line and wait for one; raises AdapterError, after which the child is gone."""
        if self._child is None:
            self._child = _Child(self._command, self._log)
        try:
            return checked(message, self._child.ask(orjson.dumps(message) + b"\n", timeout))
        except Exception:
            self._end(0.05)
            raise

    def close(self) -> None:
        """End the child: by closing its input, then by force."""
        self._end(_PATIENCE)

    def _end(self, patience: float) -> None:
        if self._child is not None:
            self._child.end(patience)
            self._child = None


class _Child:
    def __init__(self, command: list[str], log: Path | None) -> None:
        self._stderr: IO[bytes] | int = subprocess.DEVNULL if log is None else log.open("ab")
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the command is what the user asked to run
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                start_new_session=os.name != "nt",
            )
        except (OSError, ValueError, IndexError) as error:
            self._close_log()
            raise StartError(str(error)) from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        # Bounded, so that one that talks without end waits and does not fill the memory.
        self._lines: queue.Queue[bytes | None] = queue.Queue(_AHEAD)
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._read, self._write)]
        for thread in self._threads:
            thread.start()

    def ask(self, line: bytes, timeout: float) -> bytes:
        """Return the next line of the child after it was sent one."""
        if not self._lines.empty():
            early = self._lines.get()
            if early is None:
                raise DiedError(self._ending(timeout))
            raise UnusableError(f"it spoke without being asked: {early[:80]!r}")
        self._outgoing.put(line)
        started = time.monotonic()
        try:
            answer = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise LateError(f"{timeout:g}") from None
        if answer is None:
            raise DiedError(self._ending(max(0.1, timeout - (time.monotonic() - started))))
        if len(answer) > _LONGEST:
            raise UnusableError(f"a line of more than {_LONGEST} bytes")
        return answer

    def _read(self) -> None:
        # A line that is cut off by the end of the stream was never finished: it is no answer.
        while (line := self._stdout.readline(_LONGEST + 1)) and (line.endswith(b"\n") or len(line) > _LONGEST):
            self._lines.put(line)
        self._lines.put(None)

    def _write(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the child has gone; the reader tells it
            while (line := self._outgoing.get()) is not None:
                self._stdin.write(line)
                self._stdin.flush()
        with contextlib.suppress(OSError):
            self._stdin.close()

    def _ending(self, patience: float) -> str:
        try:
            code = self._process.wait(min(patience, _PATIENCE))
        except subprocess.TimeoutExpired:
            return "it closed its output"
        return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"

    def end(self, patience: float) -> None:
        """Close the input, wait a moment, then kill the child and what it started."""
        self._outgoing.put(None)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        self._kill()
        self._process.wait()
        reader, writer = self._threads
        while reader.is_alive():
            with contextlib.suppress(queue.Empty):
                self._lines.get(timeout=0.02)
        writer.join(_PATIENCE)
        self._stdout.close()
        self._close_log()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _close_log(self) -> None:
        if not isinstance(self._stderr, int):
            self._stderr.close()
