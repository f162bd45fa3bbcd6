"""One EPCIS event, the same for JSON-LD and XML, with the place of every part in its own file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Final

from gclink.bridges._lexical import instant_of

__all__ = ["CONVERTED", "HARVEST", "LOST", "READ", "Declared", "Entry", "Event", "Part", "cbv"]

#: The types of event that have a counterpart.
CONVERTED: Final = frozenset({"ObjectEvent", "TransformationEvent"})

#: Members of an event that a bridge reads, in both syntaxes.
READ: Final = frozenset(
    {
        "eventID",
        "eventTime",
        "eventTimeZoneOffset",
        "recordTime",
        "action",
        "bizStep",
        "readPoint",
        "bizLocation",
        "transformationID",
        "epcList",
        "quantityList",
        "inputEPCList",
        "inputQuantityList",
        "outputEPCList",
        "outputQuantityList",
        "childEPCs",
        "childQuantityList",
        "errorDeclaration",
    }
)
#: The attributes of lot master data (CBV) that are read.
HARVEST: Final = ("harvestStartDate", "harvestEndDate")
#: Members of an event that have no place here.
LOST: Final = frozenset(
    {
        "disposition",
        "persistentDisposition",
        "bizTransactionList",
        "sourceList",
        "destinationList",
        "sensorElementList",
        "parentID",
        "certificationInfo",
        "ilmd",
    }
)

_CBV: Final = ("urn:epcglobal:cbv:", "https://ref.gs1.org/cbv/", "https://ns.gs1.org/cbv/", "cbv:")
_KINDS: Final = {"bizstep": "BizStep-", "disp": "Disp-", "er": "ER-"}


@dataclass(frozen=True, slots=True)
class Part:
    """One stated text and its place."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of an event: an EPC, or a class with a quantity.

    ``quantity`` is the text of the number, None where it is nil or absent; ``listed`` says whether the entry stands in
    a list of quantities.
    """

    epc: str
    path: str
    listed: bool
    quantity: str | None = None
    uom: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """The declaration that an event was an error."""

    path: str
    time: Part | None
    reason: Part | None
    corrections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event; ``objects`` of an object event, ``inputs`` and ``outputs`` of a transformation, else ``others``."""

    type: str
    path: str
    event_id: Part | None = None
    time: Part | None = None
    offset: Part | None = None
    recorded: Part | None = None
    action: Part | None = None
    step: Part | None = None
    read_point: Part | None = None
    location: Part | None = None
    transformation: Part | None = None
    objects: tuple[Entry, ...] = ()
    inputs: tuple[Entry, ...] = ()
    outputs: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()
    #: First and last day of the harvest, where the master data of the lot name them in the words of the CBV.
    harvest: tuple[Part | None, Part | None] = (None, None)
    error: Declared | None = None
    #: Whatever has no place: the standard members that are lost, by name of the row, and the extensions.
    rest: tuple[tuple[str, Part], ...] = ()
    extensions: tuple[Part, ...] = ()
    unknown: tuple[Part, ...] = field(default=())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All objects of the event."""
        return (*self.objects, *self.inputs, *self.outputs, *self.others)

    @property
    def instant(self) -> datetime | None:
        """The moment of the event in UTC, None without a zone."""
        return instant_of(self.time.text) if self.time is not None else None

    @property
    def local_day(self) -> str | None:
        """The day of the event where it happened."""
        instant, zone = self.instant, _zone(self.offset.text) if self.offset is not None else None
        return None if instant is None or zone is None else instant.astimezone(zone).date().isoformat()

    @property
    def zones_disagree(self) -> bool:
        """Whether the time names an offset of its own that is another one; ``Z`` names an instant and no place."""
        if self.time is None or self.offset is None or len(self.time.text) < 6:
            return False
        own = self.time.text[-6:]
        return own[0] in "+-" and own[3] == ":" and own not in ("+00:00", "-00:00") and own != self.offset.text

    def content(self) -> str:
        """Return a digest of what the event says, the same for both syntaxes."""
        said = (
            self.type,
            self.instant.isoformat() if self.instant is not None else "",
            cbv("bizstep", self.step.text) if self.step is not None else "",
            self.transformation.text if self.transformation is not None else "",
            sorted((entry.epc, entry.quantity or "", entry.uom or "") for entry in self.entries),
            self.error is not None,
        )
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def cbv(kind: str, text: str) -> str:
    """Return the bare term of a vocabulary of the CBV (``bizstep``, ``disp``, ``er``), another text as it is."""
    for prefix in _CBV:
        if text.startswith(prefix):
            return text.removeprefix(prefix).removeprefix(f"{kind}:").removeprefix(_KINDS[kind])
    return text


def _zone(text: str) -> timezone | None:
    if len(text) != 6 or text[0] not in "+-" or text[3] != ":" or not (text[1:3] + text[4:]).isdigit():
        return None
    shift = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    return timezone(-shift if text[0] == "-" else shift) if shift <= timedelta(hours=14) else None
