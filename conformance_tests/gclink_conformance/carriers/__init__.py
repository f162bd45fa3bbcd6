"""How messages reach an implementation: standard input and output of a command, HTTP, or files of lines."""

from __future__ import annotations

from pathlib import Path

from gclink_conformance.carriers._base import (
    AdapterError,
    Carrier,
    DiedError,
    LateError,
    OtherIdError,
    SilentError,
    StartError,
)
from gclink_conformance.carriers._direct import DirectCarrier
from gclink_conformance.carriers._file import FileCarrier
from gclink_conformance.carriers._http import HttpCarrier
from gclink_conformance.carriers._stdio import StdioCarrier

__all__ = [
    "AdapterError",
    "Carrier",
    "DiedError",
    "DirectCarrier",
    "FileCarrier",
    "HttpCarrier",
    "LateError",
    "OtherIdError",
    "SilentError",
    "StartError",
    "StdioCarrier",
    "open_carrier",
]


def open_carrier(adapter: str, log: Path | None = None) -> Carrier:
    """Return the carrier for an adapter: ``http(s)://`` a base address, ``file:`` answers, anything else a command.

    ``log`` is where the standard error of a command is appended to. Nothing is started before the first message.
    """
    if adapter.startswith(("http://", "https://")):
        return HttpCarrier(adapter)
    if adapter.startswith("file:"):
        return FileCarrier(Path(adapter.removeprefix("file:")))
    return StdioCarrier(adapter, log)
