"""The page as a person uses it, in a real browser: paste, see the finding, jump to it, mend it, switch the language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
ROOT = Path(__file__).resolve().parents[2]
BROKEN = "broken/total-does-not-add-up.json"
DONE = "#verdict.conforms, #verdict.violates, #verdict.unreadable"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "gclink", "serve", "--port", "0", "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as server:
        assert server.stderr is not None
        yield server.stderr.readline().strip().partition("?")[0]
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        options = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=options)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console", lambda line: faults.append(line.text) if line.type == "error" and "422" not in line.text else None
    )
    opened.on(
        "request", lambda asked: faults.append(asked.url) if not asked.url.startswith((address, "blob:")) else None
    )
    opened.goto(f"{address}?lang=en")
    opened.wait_for_selector("body[data-ready]")
    yield opened
    assert faults == []
    context.close()


def start_from(page: Any, example: str) -> None:
    page.select_option("#examples", example)
    page.wait_for_selector(DONE, timeout=60_000)


def test_a_finding_is_shown_and_its_place_is_found_and_mended_by_typing(page: Any) -> None:
    start_from(page, BROKEN)
    assert page.inner_text("#verdict") == "Does not conform"
    assert "GCL-PAS-007" in page.inner_text("#panel")
    page.click("button.place")
    chosen = page.evaluate(
        "() => { const t = document.getElementById('text'); return t.value.slice(t.selectionStart, t.selectionEnd); }"
    )
    assert '"totalExclUptake": "0.684"' in chosen
    area = page.locator("#text")
    text = area.input_value()
    for wrong, right in (("0.684", "0.71335"), ("0.4068", "0.43615")):
        assert f'"{wrong}"' in text
        text = text.replace(f'"{wrong}"', f'"{right}"')
    area.fill(text)
    page.wait_for_selector("#verdict.conforms", timeout=60_000)
    assert "No finding" in page.inner_text("#panel")


def test_everything_is_said_in_chinese_after_one_click(page: Any) -> None:
    start_from(page, BROKEN)
    page.click("#language")
    assert page.inner_text("#verdict") == "不符合标准"
    assert "不含吸收总量必须等于" in page.inner_text("#panel")
    assert page.get_attribute("html", "lang") == "zh-Hans"


def test_sums_links_labels_conversion_and_digests_follow_the_bundle(page: Any) -> None:
    start_from(page, "litchi")
    page.click("#tab-sums")
    assert "0.71335" in page.inner_text("#panel")
    page.click("#tab-links")
    assert page.locator("svg.graph g").count() == len(list((ROOT / "examples/litchi/json").glob("*.json")))
    page.click("#tab-labels")
    page.wait_for_function("() => document.querySelector('.drawn img')?.naturalWidth > 100")
    page.click("#tab-digests")
    assert page.locator("#panel tbody tr").count() == page.locator("#files button").count()
    page.click("#tab-convert")
    page.wait_for_function("() => document.getElementById('converted').textContent.includes('<CarbonPassport')")


def test_a_wrong_sum_comes_first(page: Any) -> None:
    start_from(page, BROKEN)
    page.click("#tab-sums")
    assert "/totalExclUptake" in page.locator("#panel caption").first.inner_text()
    assert page.locator("#panel table").first.locator(".differs").count() >= 1


def test_files_can_be_opened_and_half_a_document_says_where_it_ends(page: Any) -> None:
    page.set_input_files(
        "#file",
        [str(ROOT / "examples/litchi/xml/lot-fruit.xml"), str(ROOT / "examples/litchi/json/product-litchi.json")],
    )
    page.wait_for_selector(DONE, timeout=60_000)
    assert page.locator("#files button").count() == 2
    page.click("#clear")
    page.fill("#text", '{"type": "Lot",')
    page.wait_for_selector("#verdict.unreadable", timeout=60_000)
    assert "1:" in page.inner_text("#panel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_can_be_used_by_everybody(browser: Any, address: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}?lang=zh")
    page.wait_for_selector("body[data-ready]")
    start_from(page, "litchi")
    for tab in ("findings", "sums", "links", "labels", "digests"):
        page.click(f"#tab-{tab}")
        results = Axe().run(page)
        assert [fault["id"] for fault in results.response["violations"]] == [], results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
