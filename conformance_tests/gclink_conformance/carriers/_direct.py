"""An implementation in this process: a function that answers messages, held to the same form as every other."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from gclink_conformance.carriers._base import checked
from gclink_conformance.protocol import Message


class DirectCarrier:
    """Calls a function; what it raises is its own defect and goes through."""

    def __init__(self, answer: Callable[[Message], Message]) -> None:
        self._answer = answer

    def exchange(self, message: Message, timeout: float) -> Message:  # noqa: ARG002 - a function is waited for
        """Return the answer, after the way that it would have gone over a wire."""
        return checked(message, orjson.dumps(self._answer(orjson.loads(orjson.dumps(message)))))

    def close(self) -> None:
        """A function needs no end."""
