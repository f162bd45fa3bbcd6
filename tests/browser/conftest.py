"""The site, built and served, and a browser to read it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from built_site import served, site_in


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; workers of one run share it."""
    base = tmp_path_factory.getbasetemp()
    return site_in(base.parent if base.name.startswith("popen-") else base)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The Chromium of this machine, without a window."""
    sync_api = pytest.importorskip("playwright.sync_api")
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if binary is None:
        pytest.skip("no Chromium on this machine: install it to read the site as a browser does")
    with sync_api.sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        chromium = playwright.chromium.launch(executable_path=binary, args=arguments)
        yield chromium
        chromium.close()
