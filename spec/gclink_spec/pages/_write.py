"""Which pages there are, and where they go."""

from __future__ import annotations

import shutil
from pathlib import Path

from gclink_spec._model import Model
from gclink_spec.pages import _classes, _codelists, _gaps, _index, _requirements, _standard
from gclink_spec.pages._words import LANGUAGES


def write_pages(model: Model, docs: Path) -> int:
    """Write every page of the reference and of the standard's parts in both languages; return how many files."""
    count = 0
    for language in LANGUAGES:
        reference = {
            **_index.pages(model, language),
            **_classes.pages(model, language),
            **_codelists.pages(model, language),
            **_requirements.pages(model, language),
            **_gaps.pages(model, language),
        }
        count += _write(docs / language / "reference", reference)
        count += _write(docs / language / "standard", _standard.pages(model, language))
    return count


def _write(folder: Path, pages: dict[str, str]) -> int:
    if folder.is_dir():
        shutil.rmtree(folder)
    for path, text in pages.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.rstrip() + "\n", encoding="utf-8")
    return len(pages)
