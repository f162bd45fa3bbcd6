"""One trial: a case in one syntax, as a request that gives nothing away and the outcome that it has to have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import orjson
from gclink.findings import path_of, pointer_of

from gclink_conformance import cases as case_files
from gclink_conformance.cases import Case
from gclink_conformance.protocol import MEDIA_TYPES, Message, packed
from gclink_conformance.runner._requirements import Requirement, requirement
from gclink_conformance.suite import root
from gclink_conformance.syntax import encode

Tree = dict[str, Any]


class Maker(Protocol):
    """What makes the request of a trial other than a check."""

    def request(self, form: str) -> Message:
        """Return the request, given the syntax of the document that is sent."""
        ...

    def expected(self) -> Message:
        """Return what has to come."""
        ...


@dataclass(frozen=True, slots=True)
class Trial:
    """A case in one syntax.

    ``needs`` are the requirements that a profile has to select for the trial to count for it: that of the case, and
    those of every finding that is expected. ``source`` makes the request and says what has to come. ``to`` is the
    syntax that a conversion is asked for.
    """

    id: str
    case: str
    requirement: str
    needs: frozenset[str]
    operation: str
    format: str
    polarity: str
    scope: str
    title: Mapping[str, str]
    source: Case | Maker
    to: str | None = None

    @property
    def about(self) -> Requirement:
        """The requirement of the standard that the trial is for."""
        return requirement(self.requirement)

    def request(self) -> Message:
        """Return the request without ``id`` and ``profile``."""
        if isinstance(self.source, Case):
            return _check(self.source, self.format)
        return self.source.request(self.format)

    def expected(self) -> Message:
        """Return what has to come, in the form that results write it."""
        if isinstance(self.source, Case):
            return _expected(self.source)
        return self.source.expected()


def of_case(case: Case) -> list[Trial]:
    """Return the trials of a case that asks for a verdict, one per syntax."""
    needs = frozenset({case.requirement, *(found.requirement for found in case.findings)})
    return [
        Trial(
            f"{case.id}/{form}",
            case.id,
            case.requirement,
            needs,
            "check",
            form,
            case.polarity,
            case.scope,
            case.title,
            case,
        )
        for form in case.formats
    ]


def _check(case: Case, form: str) -> Message:
    documents = []
    if case.raw:
        documents = [
            packed(iri, MEDIA_TYPES[raw.format], raw.content)
            for iri, raw in zip(iris(case).values(), case.raw, strict=True)
        ]
    else:
        names = iris(case)
        documents = [
            packed(names[name], MEDIA_TYPES[form], written(tree, form)) for name, tree in _documents(case).items()
        ]
    return {"op": "check", "scope": case.scope, "documents": documents, "asOf": case.as_of, "detail": "findings"}


_RECENT: dict[str, dict[str, Tree]] = {}


def _documents(case: Case) -> dict[str, Tree]:
    """Return the documents of a case; they are asked for several times in a row, by one process after another."""
    if case.id not in _RECENT:
        if len(_RECENT) >= 64:
            _RECENT.clear()
        _RECENT[case.id] = case_files.documents(case, root())
    return _RECENT[case.id]


def written(tree: Tree, form: str) -> bytes:
    """Return a document as text; most documents of a bundle are sent many times, and are written once."""
    return _written(orjson.dumps(tree, option=orjson.OPT_PASSTHROUGH_SUBCLASS), form)


@lru_cache(maxsize=20_000)
def _written(tree: bytes, form: str) -> bytes:
    return encode(orjson.loads(tree), form)


def iris(case: Case) -> dict[str, str]:
    """Return what each document of a case is called on the wire.

    That is its own id where it has one to itself, so that nothing about the case shows; else a number.
    """
    if case.raw:
        return {raw.name: f"urn:gclink:sent:{number}" for number, raw in enumerate(case.raw, 1)}
    own = {name: tree.get("id") if isinstance(tree, dict) else None for name, tree in _documents(case).items()}
    ids = list(own.values())
    return {
        name: found
        if isinstance(found, str) and ":" in found and ids.count(found) == 1
        else f"urn:gclink:sent:{number}"
        for number, (name, found) in enumerate(own.items(), 1)
    }


def _expected(case: Case) -> Message:
    names = iris(case)
    trees = {} if case.raw else _documents(case)
    findings = []
    for found in case_files.expected(case, root()):
        due: Message = {"requirement": found.requirement}
        name = found.document or (next(iter(names)) if len(names) == 1 else None)
        if name is not None:
            due["document"] = names.get(name, name)
        if found.location is not None:
            due["location"] = found.location
            tree = trees.get(name) if name is not None else None
            if tree is not None and (within := context(tree, found.location, found.requirement)) is not None:
                due["within"] = within
        findings.append(due)
    return {"verdict": case.verdict, "findings": findings}


def context(tree: Tree, location: str, name: str) -> str | None:
    """Return the place of the object that a rule is about, given a place at or in it; None for structure (T1).

    Engines name the object to which they apply a rule, or a member nearer to the fault: both are right. That object is
    the nearest one around the place whose class the requirement names.
    """
    about = requirement(name)
    if about.tier == "T1":
        return None
    steps = path_of(location)
    found: str | None = None
    node: Any = tree
    for depth in range(len(steps) + 1):
        if isinstance(node, dict) and about.concerns(node.get("type")):
            found = pointer_of(steps[:depth])
        if depth == len(steps):
            break
        try:
            node = node[int(steps[depth])] if isinstance(node, list) else node[steps[depth]]
        except (KeyError, IndexError, ValueError, TypeError):
            break
    return found
