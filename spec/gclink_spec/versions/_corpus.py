"""The documents that conformed to an earlier version, checked against this one in every syntax."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gclink_spec.versions._place import Artefacts

SYNTAXES = ("json", "xml", "jsonld", "turtle", "ntriples")
_FOLDER = "conformance_tests/bases/"


@dataclass(frozen=True, slots=True)
class Broken:
    """A document of the earlier version that no longer conforms: where, in which syntax, and what it breaks."""

    document: str
    syntax: str
    reason: str


def documents(artefacts: Artefacts) -> dict[str, Any]:
    """Return the trees of the valid documents of a version by their path, members in the order of the text."""
    return {
        path: json.loads(raw)
        for path, raw in sorted(artefacts.files.items())
        if path.startswith(_FOLDER) and path.endswith(".json")
    }


def broken(artefacts: Artefacts, as_of: str) -> Iterator[Broken]:
    """Yield the documents of an earlier version that the running version refuses by themselves (tiers T1 and T2)."""
    from gclink.check import Options, check_document
    from gclink.convert import convert
    from gclink.documents import Document, read_bytes
    from gclink.errors import GclinkError

    options = Options(as_of=as_of, scope="document")
    for path, tree in documents(artefacts).items():
        found = _first(check_document(Document(tree, path, "json"), options))
        if found is not None:
            yield Broken(path, "json", found)
            continue
        for syntax in SYNTAXES:
            try:
                read = read_bytes(convert(tree, syntax), syntax, path)
            except (GclinkError, ValueError, KeyError) as error:
                yield Broken(path, syntax, str(error))
                continue
            for document in read:
                found = _first(check_document(document, options))
                if found is not None:
                    yield Broken(path, syntax, found)


def _first(findings: list[Any]) -> str | None:
    wrong = [finding for finding in findings if finding.severity == "error"]
    return f"{wrong[0].requirement} {wrong[0].pointer}" if wrong else None
