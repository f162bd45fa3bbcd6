"""A small document for each kind of structural fault: how it is broken, so that a page can show the real report.

A sample starts from a sound party, in JSON, XML, JSON-LD or Turtle, and replaces one piece of its text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gclink.check import Options, check_document
from gclink.convert import convert
from gclink.documents import Document, read_bytes
from gclink.findings import Finding
from gclink.structure import Fault, check_structure

from gclink_spec.pages._site import Site


@dataclass(frozen=True, slots=True)
class Sample:
    """One broken text: pieces of the sound document and what each is replaced by."""

    syntax: str
    changes: tuple[tuple[str, str], ...]
    base: str = "party"


def _json(old: str, new: str, base: str = "party") -> Sample:
    return Sample("json", ((old, new),), base)


def _xml(old: str, new: str, base: str = "party") -> Sample:
    return Sample("xml", ((old, new),), base)


def _turtle(*changes: tuple[str, str], base: str = "party") -> Sample:
    return Sample("turtle", changes, base)


_GLN = """[ a gcl:Identifier ;
            gcl:scheme identifierScheme:gln ;
            gcl:identifierValue "6901234000016"
        ]"""
_LAST = 'gcl:accreditations "GlobalCrop 2026-118" .'
_NODE = """

_:gln a gcl:Identifier ;
    gcl:scheme identifierScheme:gln ;
    gcl:identifierValue {} ."""
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

#: Kind of fault -> how a sound document is broken to have it.
SAMPLES: Mapping[str, Sample] = {
    "required": _json('  "partyKind": "cooperative",\n', ""),
    "cardinality": _json('"country": "CN"', '"country": ["CN", "VN"]'),
    "closed": _json('"country": "CN"', '"country": "CN",\n  "nickname": "Lychee"'),
    "type": _json('"country": "CN"', '"country": 156'),
    "spelling": _json('"dataYear": 2026', '"dataYear": 2026.0', "label"),
    "pattern": _json("2026-01-05T08:00:00Z", "2026-01-05 08:00"),
    "text": _json("GlobalCrop 2026-118", ""),
    "enum": _json('"partyKind": "cooperative"', '"partyKind": "coop"'),
    "min": _json('"printRun": 40000', '"printRun": 0', "label"),
    "max": _json('"primaryDataShare": "', '"primaryDataShare": "1', "claim-t1"),
    "unit": _json('"unit": "kg"', '"unit": "pound"', "lot"),
    "scheme": _json('"scheme": "gtin"', '"scheme": "gln"', "product"),
    "unique": _json('"grower",', '"grower",\n    "grower",'),
    "language": _json('"en": "Dual-carbon litchi cooperative"', '"EN": "Dual-carbon litchi cooperative"'),
    "languageTwice": _xml(
        '<name xml:lang="en">', '<name xml:lang="en">Litchi cooperative</name>\n  <name xml:lang="en">'
    ),
    "capitals": _turtle(("@en", "@EN")),
    "order": Sample(
        "xml",
        (("  <status>active</status>\n", ""), ("  <specVersion>", "  <status>active</status>\n  <specVersion>")),
    ),
    "hint": _xml("<Party ", f'<Party {_XSI} xsi:type="Party" '),
    "duplicateKey": _json('"country": "CN"', '"country": "CN",\n  "country": "VN"'),
    "null": _json('"country": "CN"', '"country": null'),
    "emptyArray": _json('[\n    "GlobalCrop 2026-118"\n  ]', "[]"),
    "number": _json('"graceDays": 3', '"graceDays": -0', "programme"),
    "loneSurrogate": _json("GlobalCrop", "\\ud83d"),
    "illegalCharacter": _json("GlobalCrop", "\\u0001"),
    "notNfc": _json("GlobalCrop", "Cafe\\u0301"),
    "sharedNode": _turtle(
        (_GLN, "_:gln"), (_LAST, _LAST.replace(" .", " ;\n    gcl:country _:gln .") + _NODE.format('"6901234000016"'))
    ),
    "cycle": _turtle((_GLN, "_:gln"), (_LAST, _LAST + _NODE.format("_:gln"))),
    "collection": _turtle(("partyRole:grower ,", "( partyRole:grower ) ,")),
    "namedGraph": Sample(
        "jsonld",
        (
            ('"type": "Party",', '"id": "https://example.org/graph",\n  "@graph": [{"type": "Party",'),
            ('    "GlobalCrop 2026-118"\n  ]', '    "GlobalCrop 2026-118"\n  ]}]'),
        ),
    ),
    "context": Sample("jsonld", (("https://w3id.org/gclink/context/v1", "https://example.org/context"),)),
}


def broken(site: Site, kind: str) -> tuple[Sample, str]:
    """Return the broken text of a kind."""
    sample = SAMPLES[kind]
    text = _sound(site, sample)
    for old, new in sample.changes:
        if old not in text:
            raise ValueError(f"the sample of {kind!r} does not fit its base {sample.base!r}: {old!r} is not in it")
        text = text.replace(old, new, 1)
    return sample, text


def _sound(site: Site, sample: Sample) -> str:
    tree: dict[str, Any] = site.bases[f"conformance_tests/bases/{sample.base}.json"]
    if sample.syntax == "json":
        return json.dumps(tree, ensure_ascii=False, indent=2)
    return convert(tree, sample.syntax).decode()


def fault_and_finding(text: str, sample: Sample, kind: str) -> tuple[Fault, Finding] | None:
    """Return the fault of a kind in a text, and what the report says about it."""
    ending = {"json": "json", "xml": "xml", "turtle": "ttl", "jsonld": "jsonld"}[sample.syntax]
    (document,) = read_bytes(text.encode(), sample.syntax, f"{sample.base}.{ending}")
    fault = next((fault for fault in _faults(document) if fault.kind == kind), None)
    if fault is None:
        return None
    findings = check_document(document, Options(as_of="2026-10-01T00:00:00Z"))
    finding = next(found for found in findings if found.requirement == fault.requirement)
    return fault, finding


def _faults(document: Document) -> list[Fault]:
    return document.faults or check_structure(document.tree)
