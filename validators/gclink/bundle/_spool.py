"""Where the trees of a bundle wait: in memory while there are few, in a temporary file when there are many.

A register of 100,000 documents is checked on a laptop; only the index of it is held in memory.
"""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from typing import IO, Any

import orjson

#: From this many documents on, trees are written to disk.
IN_MEMORY = 2_000
#: How many trees read back from disk are kept at hand.
AT_HAND = 2_000


class Spool:
    """Trees by number, appended once and read often."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._limit = in_memory
        self._kept: list[dict[str, Any]] = []
        self._places: list[tuple[int, int]] = []
        self._file: IO[bytes] | None = None
        self._recent: OrderedDict[int, dict[str, Any]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept) + len(self._places)

    def append(self, tree: dict[str, Any]) -> int:
        """Keep a tree and return its number."""
        number = len(self)
        if number < self._limit:
            self._kept.append(tree)
            return number
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="gclink-")  # noqa: SIM115 - lives as long as the spool
        raw = orjson.dumps(tree)
        self._file.seek(0, 2)
        self._places.append((self._file.tell(), len(raw)))
        self._file.write(raw)
        return number

    def read(self, number: int) -> dict[str, Any]:
        """Return a tree; it is not to be changed."""
        if number < len(self._kept):
            return self._kept[number]
        tree = self._recent.get(number)
        if tree is None:
            assert self._file is not None
            offset, length = self._places[number - len(self._kept)]
            self._file.seek(offset)
            tree = orjson.loads(self._file.read(length))
            self._recent[number] = tree
            if len(self._recent) > AT_HAND:
                self._recent.popitem(last=False)
        else:
            self._recent.move_to_end(number)
        return tree

    def close(self) -> None:
        """Drop the temporary file."""
        if self._file is not None:
            self._file.close()
            self._file = None
