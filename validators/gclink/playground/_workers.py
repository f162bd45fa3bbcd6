"""One process that does the work, ended and made anew when a request takes too long."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from multiprocessing.pool import Pool
from typing import Any


class TooSlow(Exception):  # noqa: N818 - an outcome that is told to the user, not a fault of the program
    """The work was ended because it took too long."""


class Worker:
    """Runs functions one after the other in a process of its own."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._pool: Pool | None = None
        self._turn = asyncio.Lock()

    async def run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function returns; raises TooSlow after the allowed seconds."""
        async with self._turn:
            return await asyncio.to_thread(self._run, function, arguments)

    def _run(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self._pool is None:
            # Not a copy of this process: threads of the server must not be copied half way through something.
            self._pool = multiprocessing.get_context("spawn").Pool(1)
        try:
            return self._pool.apply_async(function, arguments).get(self._seconds)
        except multiprocessing.TimeoutError as error:
            self.close()
            raise TooSlow from error

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()
            self._pool = None
