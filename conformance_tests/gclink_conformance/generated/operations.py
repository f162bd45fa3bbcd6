"""Trials other than checks: conversions, digests and calculations.

A document keeps its digest in every syntax; that is what a citation rests on (GCL-COR-023), and so what a conversion is
held to: the result is read again, has to be of the right form, and has to have the digest of the original. Calculations
are held to the published vectors.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
from gclink.calculations.vectors import Vector, load
from gclink.canonical import canonical_tree, digest

from gclink_conformance.cases import base
from gclink_conformance.generated._calculations import REQUIREMENTS
from gclink_conformance.protocol import MEDIA_TYPES, Message, packed
from gclink_conformance.runner._trial import Trial, written

Tree = dict[str, Any]

_DIGEST: Final = "GCL-COR-023"
#: The syntaxes of conversions, from and to.
_FORMATS: Final = ("json", "xml", "jsonld", "turtle")


@dataclass(frozen=True, slots=True)
class Source:
    """A document by name: of the bases, or of the worked example."""

    root: Path
    name: str
    example: bool

    @property
    def tree(self) -> Tree:
        """The document, arrays in canonical order."""
        return _tree(self.root, self.name, self.example)

    def sent(self, form: str) -> Message:
        """Return the document as it travels."""
        return packed(self.tree["id"], MEDIA_TYPES[form], written(self.tree, form))


@cache
def _tree(root: Path, name: str, example: bool) -> Tree:
    return canonical_tree(base(root, "litchi" if example else name)[name])


@dataclass(frozen=True, slots=True)
class Conversion:
    """Write a document in another syntax."""

    source: Source
    to: str

    def request(self, form: str) -> Message:
        """Return the request."""
        return {
            "op": "convert",
            "from": MEDIA_TYPES[form],
            "to": MEDIA_TYPES[self.to],
            "document": self.source.sent(form),
        }

    def expected(self) -> Message:
        """Return the digest that the result has to have."""
        return {"digest": digest(self.source.tree)}


@dataclass(frozen=True, slots=True)
class Digest:
    """Compute the digest of a document; ``shuffled`` sends its members and arrays in another order."""

    source: Source
    shuffled: bool

    def request(self, form: str) -> Message:
        """Return the request."""
        document = self.source.sent(form)
        if self.shuffled:
            tree = _shuffled(self.source.tree, random.Random(self.source.name))  # noqa: S311 - the same every time
            document["body"] = orjson.dumps(tree, option=orjson.OPT_INDENT_2).decode()
        return {"op": "digest", "document": document}

    def expected(self) -> Message:
        """Return the digest."""
        return {"digest": digest(self.source.tree)}


@dataclass(frozen=True, slots=True)
class Derivation:
    """Compute a named calculation."""

    vector: Vector

    def request(self, form: str) -> Message:  # noqa: ARG002 - inputs have one form
        """Return the request."""
        return {"op": "derive", "quantity": self.vector.calculation, "inputs": dict(self.vector.inputs)}

    def expected(self) -> Message:
        """Return the members that the result has to have, and how far each number may be off."""
        return {"value": dict(self.vector.expected), "tolerance": format(self.vector.tolerance, "f")}


def _shuffled(node: Any, rng: random.Random) -> Any:
    if isinstance(node, dict):
        names = list(node)
        rng.shuffle(names)
        return {name: _shuffled(node[name], rng) for name in names}
    if isinstance(node, list):
        items = [_shuffled(item, rng) for item in node]
        rng.shuffle(items)
        return items
    return node


def operations(root: Path) -> Iterator[Trial]:
    """Yield the trials; ``root`` is the folder of the suite."""
    for source in _sources(root):
        name = f"{'litchi-' if source.example else ''}{source.name}"
        kind = source.tree["type"]
        for to in _FORMATS:
            titles = {"en": f"{kind} to {to}", "zh": f"将 {kind} 转换为 {to}"}
            for form in _FORMATS:
                if form != to:
                    yield _trial(f"convert-{name}-to-{to}-p01", "convert", form, titles, Conversion(source, to), to)
        titles = {"en": f"Digest of a {kind}", "zh": f"{kind} 的摘要"}
        for form in _FORMATS:
            yield _trial(f"digest-{name}-p01", "digest", form, titles, Digest(source, shuffled=False))
        titles = {"en": f"Digest of a {kind} in another order", "zh": f"顺序不同的 {kind} 的摘要"}
        yield _trial(f"digest-{name}-p02", "digest", "json", titles, Digest(source, shuffled=True))
    for file in ("carbon.json", "finance.json"):
        for vector in load(root / "vectors" / file):
            requirement = (vector.requirements or (REQUIREMENTS[vector.calculation],))[0]
            titles = {"en": vector.title or vector.calculation, "zh": f"计算 {vector.calculation}（{vector.id}）"}
            name = f"derive-{vector.id.lower()}-p01"
            yield _trial(name, "derive", "json", titles, Derivation(vector), requirement=requirement)


def _sources(root: Path) -> Iterator[Source]:
    for path in sorted((root / "bases").glob("*.json")):
        yield Source(root, path.stem, example=False)
    for name in base(root, "litchi"):
        yield Source(root, name, example=True)


def _trial(
    case: str,
    operation: str,
    form: str,
    titles: Mapping[str, str],
    source: Conversion | Digest | Derivation,
    to: str | None = None,
    requirement: str = _DIGEST,
) -> Trial:
    return Trial(
        id=f"{case}/{form}",
        case=case,
        requirement=requirement,
        needs=frozenset({requirement}),
        operation=operation,
        format=form,
        polarity="positive",
        scope="document",
        title=titles,
        source=source,
        to=to,
    )
