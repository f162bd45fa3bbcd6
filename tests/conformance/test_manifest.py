"""Each file of cases is a W3C test manifest once the published context is put to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gclink_conformance.manifest import BASE, CONTEXT, context, manifest
from gclink_conformance.suite import root
from pyld import jsonld

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
FILES = sorted((root() / "cases").rglob("*.yaml"))


def loader(url: str, _options: Any = None) -> dict[str, Any]:
    assert url == CONTEXT, "nothing else is fetched"
    return {"contextUrl": None, "documentUrl": url, "document": context()}


def expanded(path: Path) -> dict[str, Any]:
    (found,) = jsonld.expand(manifest(path), {"documentLoader": loader})
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize("path", FILES[::20], ids=lambda path: path.stem)
def test_a_file_of_cases_expands_to_a_manifest(path: Path) -> None:
    found = expanded(path)
    assert found["@type"] == [f"{MF}Manifest"]
    assert found["@id"] == f"{BASE}{path.stem}"
    assert found["http://purl.org/dc/terms/conformsTo"] == [{"@id": f"https://w3id.org/gclink/requirement/{path.stem}"}]
    ((entries),) = (entry["@list"] for entry in found[f"{MF}entries"])
    assert len(entries) == len(manifest(path)["cases"])
    for entry, case in zip(entries, manifest(path)["cases"], strict=True):
        assert entry["@id"] == f"{BASE}{case['id']}"
        kind = {"positive": "PositiveCase", "negative": "NegativeCase"}[case["polarity"]]
        assert entry["@type"] == [f"https://w3id.org/gclink/test/{kind}"]
        assert {name["@language"] for name in entry[f"{MF}name"]} == {"en", "zh"}
        assert entry[f"{MF}action"]
        (result,) = entry[f"{MF}result"]
        assert result["https://w3id.org/gclink/test/verdict"] == [
            {"@id": f"https://w3id.org/gclink/test/{case['expect']['verdict']}"}
        ]


def test_a_manifest_is_a_graph_that_keeps_patches_and_findings() -> None:
    path = next(path for path in FILES if path.stem == "GCL-PAS-007")
    lines = jsonld.normalize(
        manifest(path),
        {"documentLoader": loader, "algorithm": "URDNA2015", "format": "application/n-quads"},
    ).splitlines()
    assert any(f"<{MF}Manifest>" in line for line in lines)
    assert any("test/patch>" in line and "rdf-syntax-ns#JSON" in line for line in lines)
    assert any("test/finding>" in line for line in lines)
    assert any(
        "<http://purl.org/dc/terms/conformsTo> <https://w3id.org/gclink/requirement/GCL-PAS-007>" in line
        for line in lines
    )
