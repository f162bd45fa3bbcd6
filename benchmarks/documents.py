"""Checking documents: ours with all findings against other engines doing less."""

from __future__ import annotations

from pathlib import Path

import orjson
from gclink.check import Options, check_document
from gclink.documents import read_bytes

from benchmarks._timing import Figure, medians

_OPTIONS = Options(as_of="2026-10-01T00:00:00Z")


def _check(texts: list[bytes], kind: str) -> int:
    count = 0
    for text in texts:
        for document in read_bytes(text, kind):
            count += len(check_document(document, _OPTIONS))
    return count


def json_figures(root: Path, rounds: int) -> list[Figure]:
    """JSON: bytes to structure, all rules and full findings, against jsonschema alone and against parsing."""
    from gclink.engines._json_schema import validator

    texts = [path.read_bytes() for path in sorted((root / "examples" / "litchi" / "json").glob("*.json"))]

    def theirs() -> int:
        count = 0
        for text in texts:
            tree = orjson.loads(text)
            count += len(list(validator(tree["type"]).iter_errors(tree)))
        return count

    assert _check(texts, "json") == 0
    assert theirs() == 0
    measured = medians(
        {
            "ours": lambda: _check(texts, "json"),
            "jsonschema": theirs,
            "orjson": lambda: [orjson.loads(text) for text in texts],
        },
        rounds,
    )
    size = sum(map(len, texts)) / len(texts) / 1000
    return [
        Figure(
            f"JSON, {len(texts)} documents of {size:.1f} kB: jsonschema / ours",
            measured["jsonschema"] / measured["ours"],
            "x",
            25,
        ),
        Figure("JSON: ours / orjson parsing", measured["ours"] / measured["orjson"], "x", 12, at_least=False),
        Figure("JSON: ours, one document", measured["ours"] / len(texts) * 1e6, "us"),
    ]


def xml_figures(root: Path, rounds: int) -> list[Figure]:
    """XML: bytes to structure, all rules and full findings, against xmlschema alone."""
    from gclink.engines._xml_schema import schema
    from lxml import etree

    texts = [path.read_bytes() for path in sorted((root / "examples" / "litchi" / "xml").glob("*.xml"))]

    def theirs() -> int:
        return sum(len(list(schema().iter_errors(etree.fromstring(text)))) for text in texts)

    assert _check(texts, "xml") == 0
    assert theirs() == 0
    measured = medians({"ours": lambda: _check(texts, "xml"), "xmlschema": theirs}, rounds)
    return [
        Figure(f"XML, {len(texts)} documents: xmlschema / ours", measured["xmlschema"] / measured["ours"], "x", 15),
        Figure("XML: ours, one document", measured["ours"] / len(texts) * 1e6, "us"),
    ]
