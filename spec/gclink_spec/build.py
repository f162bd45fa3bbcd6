"""Write every artefact, or say which one no longer matches the source.

An emitter is a module of ``gclink_spec.emit`` with ``emit(model) -> {path: bytes}``; this list is the only place that
knows them all. A file below a generated folder that no emitter wrote is drift too: it would be read and never follow.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gclink_spec import prose
from gclink_spec._model import Model
from gclink_spec.emit._gap import Gap

#: Emitters in the order in which they run; each is a module of gclink_spec.emit.
EMITTERS = (
    "runtime",
    "migrations",
    "examples",
    "profiles",
    "tables",
    "json_schema",
    "context",
    "credential_context",
    "owl",
    "alignments",
    "skos",
    "shacl_core",
    "shacl_rules",
    "bundle_queries",
    "questions",
    "xsd",
    "xsd11",
    "schematron",
    "pydantic_models",
    "python_rules",
    "linkml",
)

#: Folders that hold generated files only.
GENERATED = (
    "ontology/queries",
    "ontology/questions",
    "schemas/json",
    "schemas/bundle",
    "schemas/context",
    "schemas/xsd",
    "schemas/schematron",
    "schemas/linkml",
    "validators/gclink/_data",
    "validators/gclink/_generated",
)


@dataclass(frozen=True, slots=True)
class Drift:
    """A generated file that differs from what the source gives: ``changed``, ``missing`` or ``unknown``."""

    path: str
    kind: str

    def __str__(self) -> str:
        words = {
            "changed": "does not match the source",
            "missing": "is missing",
            "unknown": "is written by no emitter",
        }
        return f"{self.path}: {words[self.kind]}\n    mend: run `gclink spec build` and commit what it writes"


def artefacts(model: Model) -> dict[str, bytes]:
    """Return every generated file, path relative to the repository root."""
    files: dict[str, bytes] = {}
    for name in EMITTERS:
        module = importlib.import_module(f"gclink_spec.emit.{name}")
        emit: Callable[[Model], dict[str, bytes]] = module.emit
        for path, content in emit(model).items():
            if path in files:
                raise ValueError(f"two emitters write {path}")
            files[path] = content
    return files | prose.filled(model)


def gaps(model: Model) -> tuple[Gap, ...]:
    """Return what each target language cannot express, by requirement."""
    found: list[Gap] = []
    for name in EMITTERS:
        module = importlib.import_module(f"gclink_spec.emit.{name}")
        inexpressible = getattr(module, "inexpressible", None)
        if inexpressible is not None:
            found += inexpressible(model)
    return tuple(found)


def write(files: dict[str, bytes], root: Path) -> tuple[str, ...]:
    """Write the files that changed, remove generated ones that no emitter wrote; return the paths touched."""
    touched: list[str] = []
    for path, content in files.items():
        target = root / path
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        touched.append(path)
    for path in _strangers(files, root):
        (root / path).unlink()
        touched.append(path)
    return tuple(touched)


def drift(files: dict[str, bytes], root: Path) -> tuple[Drift, ...]:
    """Return every difference between the committed artefacts and what the source gives."""
    found: list[Drift] = []
    for path, content in files.items():
        target = root / path
        if not target.is_file():
            found.append(Drift(path, "missing"))
        elif target.read_bytes() != content:
            found.append(Drift(path, "changed"))
    found += [Drift(path, "unknown") for path in _strangers(files, root)]
    return tuple(found)


def _strangers(files: dict[str, bytes], root: Path) -> Iterator[str]:
    for folder in GENERATED:
        base = root / folder
        for path in sorted(base.rglob("*")) if base.is_dir() else ():
            relative = path.relative_to(root).as_posix()
            if path.is_file() and "__pycache__" not in path.parts and relative not in files:
                yield relative
