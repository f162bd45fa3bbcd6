"""Which pages there are, and where they go."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.pages import (
    _alignments,
    _calculations,
    _changelog,
    _classes,
    _codelists,
    _finding,
    _gaps,
    _index,
    _machines,
    _ontology,
    _profiles,
    _questions,
    _requirement,
    _requirements,
    _standard,
    _structure_finding,
    _tables,
)
from gclink_spec.pages._paths import resolve
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import LANGUAGES

#: What is generated in the folder of a language; nothing else is touched.
GENERATED = ("reference", "standard")

_OF_SITE = (
    _index,
    _requirement,
    _finding,
    _structure_finding,
    _classes,
    _codelists,
    _tables,
    _machines,
    _calculations,
    _profiles,
    _ontology,
    _alignments,
    _questions,
    _gaps,
    _changelog,
)
_OF_MODEL = (_requirements, _standard)


def write_pages(model: Model, docs: Path) -> int:
    """Write every page of the reference, of the standard's parts; return how many files."""
    count = 0
    for language in LANGUAGES:
        for folder in GENERATED:
            shutil.rmtree(docs / language / folder, ignore_errors=True)
        for path, text in pages(model, language):
            target = docs / language / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.rstrip() + "\n", encoding="utf-8")
            count += 1
    return count


def pages(model: Model, language: str) -> Iterator[tuple[str, str]]:
    """Yield every generated page of a language with its path; links are relative."""
    site = site_of(model)
    for of_site in _OF_SITE:
        for path, text in of_site.pages(site, language).items():
            yield path, resolve(path, text)
    for of_model in _OF_MODEL:
        for path, text in of_model.pages(model, language).items():
            yield path, resolve(path, text)


_sites: list[Site] = []


def site_of(model: Model) -> Site:
    """Return what the pages are made of: reports of cases are computed once for both languages."""
    if not _sites or _sites[0].model is not model:
        _sites[:] = [Site(model, model.spec.resolve().parent)]
    return _sites[0]
