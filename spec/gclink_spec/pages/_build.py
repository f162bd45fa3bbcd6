"""Build the whole site in a folder of its own, without touching the checkout: for tests and for a look."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from gclink_spec._load import load_model
from gclink_spec.pages._write import GENERATED, write_pages


def build(root: Path, folder: Path) -> Path:
    """Return the built site of a checkout; ``folder`` is made, and holds the pages it was built from too.

    Raises subprocess.CalledProcessError, with what mkdocs says, when a page has a warning.
    """
    folder.mkdir(parents=True)
    (folder / "spec").symlink_to(root / "spec")
    shutil.copy(root / "mkdocs.yml", folder)
    ignored = shutil.ignore_patterns(*GENERATED)
    shutil.copytree(root / "docs", folder / "docs", ignore=ignored)
    write_pages(load_model(root / "spec"), folder / "docs")
    site = folder / "site"
    subprocess.run(  # noqa: S603 - the interpreter of this process
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return site
