"""Green Carbon Link: read, check, convert, calculate and report documents of the standard.

The whole library in the order in which a document passes through it: ``documents`` (bytes to tree), ``structure`` (T1),
``_rules`` (T2), ``bundle`` (T3), ``findings``, ``report``.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "1.0.0"

if TYPE_CHECKING:
    from gclink.canonical import digest
    from gclink.check import Options, check
    from gclink.convert import convert
    from gclink.documents import Document, read_bytes, read_documents
    from gclink.findings import Finding, Report, Verdict

__all__ = [
    "Document",
    "Finding",
    "Options",
    "Report",
    "Verdict",
    "__version__",
    "check",
    "convert",
    "digest",
    "read_bytes",
    "read_documents",
]

_HOMES = {
    "Document": "documents",
    "Finding": "findings",
    "Options": "check",
    "Report": "findings",
    "Verdict": "findings",
    "check": "check",
    "convert": "convert",
    "digest": "canonical",
    "read_bytes": "documents",
    "read_documents": "documents",
}


def __getattr__(name: str) -> Any:
    # Resolved on first use, because a command that checks one JSON document must not pay for RDF and XML.
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'gclink' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"gclink.{home}"), name)


class _Package(ModuleType):
    """This package, in which ``check`` and ``convert`` are the functions.

    The import system binds a module to its name in the package, and two modules are called like what they hold: without
    this, ``from gclink import Options, check`` would give the module ``gclink.check``.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
