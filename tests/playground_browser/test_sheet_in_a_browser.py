"""The printed page in a real browser: accessible, no wider than a phone, in light and dark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from gclink.check import Options, check
from gclink.documents import read_documents
from gclink.sheet import page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.long, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["litchi/json", "broken/total-does-not-add-up.json"])
def test_the_page_can_be_read_by_everybody(tmp_path: Path, name: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    documents = list(read_documents([ROOT / "examples" / name]))
    file = tmp_path / "report.html"
    text = page(documents, check(documents, Options(as_of="2026-10-01T00:00:00Z")), "zh" if width < 500 else "en")
    file.write_text(text, encoding="utf-8")
    with playwright.sync_playwright() as started:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        browser = started.chromium.launch(executable_path=CHROMIUM, args=options)
        context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
        opened = context.new_page()
        opened.goto(file.as_uri())
        results = Axe().run(opened)
        assert [fault["id"] for fault in results.response["violations"]] == [], results.generate_report()
        assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        browser.close()
