"""A request of the suite as the reference implementation reads it, taken apart so that a mutant changes one part only.

Every mutant answers the message of the protocol. What it did not change it has from the reference, which is asked once.
"""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import FrameType
from typing import Any, Final

import orjson
from gclink.bundle import Bundle
from gclink.documents import Document, read_bytes
from gclink.errors import GclinkError
from gclink.structure import Fault, check_structure

from gclink_conformance.carriers._base import checked
from gclink_conformance.protocol import FORMATS, Message, unpacked
from gclink_conformance.reference import answer as reference
from gclink_conformance.runner._requirements import requirements
from gclink_conformance.runner._score import Outcome, score
from gclink_conformance.runner._trial import Trial

#: Seconds after which a mutant is taken to go round in circles.
_PATIENCE: Final = 2.0


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One finding: requirement, document (as called on the wire) and place."""

    requirement: str
    document: str
    location: str


@dataclass(slots=True)
class Form:
    """One document as read: its tree, and the faults of its form."""

    source: str
    document: Document
    faults: list[Fault]


@dataclass
class Situation:
    """One trial with its request. ``told`` is what the reference says, which is what has to be said."""

    trial: Trial
    request: Message
    expected: Message
    told: tuple[Told, ...] = ()
    notes: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def forms(self) -> list[Form]:
        """The documents; empty where one of them cannot be read at all."""
        found = []
        for sent in self.request["documents"]:
            try:
                documents = _read(orjson.dumps(sent))
            except GclinkError:
                return []
            found += [Form(sent["iri"], document, _faults(document)) for document in documents]
        return found

    @cached_property
    def sound(self) -> list[Form]:
        """The documents of the right form."""
        return [form for form in self.forms if not form.faults]

    @cached_property
    def bundle(self) -> Bundle:
        """The sound documents as the rules across documents see them."""
        made = Bundle(self.request["asOf"])
        for form in self.forms:
            if not form.faults:
                made.add(form.document.tree, form.source)
            elif form.document.id is not None:
                made.add_broken(form.document.id, form.document.type or "")
        return made

    def judge(self, findings: Callable[[Situation], Iterable[Told]]) -> Outcome | None:
        """Return how the suite judges a mutant's answer; None where it is, word for word, that of the reference."""
        try:
            with _patience():
                told = tuple(findings(self))
        except Exception as error:
            return self._scored(
                {"id": self.request["id"], "failed": True, "message": f"{type(error).__name__}: {error}"}
            )
        if sorted(told) == sorted(self.told):
            return None
        return self._scored(answer_of(self.request["id"], told))

    def _scored(self, answer: Message) -> Outcome:
        return score(self.trial, self.expected, checked(self.request, orjson.dumps(answer)))


def answer_of(identifier: str, told: Iterable[Told]) -> Message:
    """Return the answer to a check that gives these findings; a broken recommendation is a warning."""
    findings = []
    for found in told:
        about = requirements().get(found.requirement)
        severity = "violation" if about is None or about.level == "MUST" else "warning"
        findings.append(
            {
                "requirement": found.requirement,
                "severity": severity,
                "document": found.document,
                "location": found.location,
                "message": "not as required",
            }
        )
    violated = any(found["severity"] == "violation" for found in findings)
    return {"id": identifier, "verdict": "violates" if violated else "conforms", "findings": findings}


class UnsoundReferenceError(AssertionError):
    """The reference itself is not right on a trial: nothing can be learnt from mutants of it."""


def situation(trial: Trial) -> Situation:
    """Return a trial with what the reference says to it; raises UnsoundReferenceError where that is wrong."""
    identifier = hashlib.blake2b(trial.id.encode(), digest_size=10).hexdigest()
    request = {"op": "check", "id": identifier, "profile": "validator", "specVersion": "1.0", **trial.request()}
    made = Situation(trial, request, trial.expected())
    given = reference(request)
    outcome = score(trial, made.expected, given)
    if outcome.grade != "explained":
        raise UnsoundReferenceError(f"{trial.id}: {outcome.reason.en}")
    made.told = tuple(Told(found["requirement"], found["document"], found["location"]) for found in given["findings"])
    return made


@lru_cache(maxsize=4000)
def _read(sent: bytes) -> tuple[Document, ...]:
    message = orjson.loads(sent)
    return tuple(read_bytes(unpacked(message), FORMATS[message["mediaType"]], message["iri"]))


def _faults(document: Document) -> list[Fault]:
    return [*document.faults, *([] if document.faults else check_structure(document.tree))]


class CirclesError(Exception):
    """A mutant does not come to an end."""


@contextmanager
def _patience() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise CirclesError(f"no end within {_PATIENCE} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
