"""A file of cases as a W3C test manifest: the file as it is, with the published context and the type of a manifest.

Test harnesses of the RDF world read ``mf:Manifest``; the context maps what the files say to it, and keeps patches and
raw texts as JSON literals.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import orjson
import yaml
from gclink._schemas import artefacts

#: Where the context is published, and below which the cases have their IRIs.
CONTEXT: Final = "https://w3id.org/gclink/protocol/manifest.jsonld"
BASE: Final = "https://w3id.org/gclink/test/case/"


def context() -> dict[str, Any]:
    """Return the published context."""
    loaded: dict[str, Any] = orjson.loads((artefacts("schemas/protocol") / "manifest.jsonld").read_bytes())
    return loaded


def manifest(path: Path) -> dict[str, Any]:
    """Return a file of cases as JSON-LD: a manifest whose entries are its cases, by their ids."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {
        "@context": [CONTEXT, {"@base": BASE}],
        "@id": content["requirement"],
        "@type": "Manifest",
        **content,
    }
