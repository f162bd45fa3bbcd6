"""The page in a real browser: no barrier that axe knows, nothing wider than a phone, switches that work, no request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import report_rows as made
from gclink_conformance.report import write_all

pytestmark = pytest.mark.long

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
if CHROMIUM is None:
    pytest.skip("no Chromium on this machine", allow_module_level=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("report")
    write_all(made.write(folder, made.MIXED), folder)
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield started
        started.close()


def opened(browser: object, address: str, width: int, theme: str, language: str) -> object:
    # The policy of the page also forbids the script of axe, so it is lifted for the check.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{address}?lang={language}")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    return page


@pytest.mark.parametrize(
    ("width", "theme", "language"),
    [(1280, "light", "en"), (390, "dark", "zh"), (390, "light", "en"), (1280, "dark", "zh")],
)
def test_the_page_has_no_barrier_and_fits(browser: object, address: str, width: int, theme: str, language: str) -> None:
    page = opened(browser, address, width, theme, language)
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width  # type: ignore[attr-defined]


def test_the_switch_of_languages_and_colours_works(browser: object, address: str) -> None:
    page = opened(browser, address, 1280, "light", "en")
    heading = page.locator("#matrix-h")  # type: ignore[attr-defined]
    assert heading.inner_text() == "By module, tier and syntax"
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")  # type: ignore[attr-defined]
    page.locator("label[for=l-zh]").click()  # type: ignore[attr-defined]
    assert heading.inner_text() == "按模块、层级与语法"
    assert page.evaluate("document.documentElement.lang") == "zh"  # type: ignore[attr-defined]
    page.locator("label[for=t-dark]").click()  # type: ignore[attr-defined]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before  # type: ignore[attr-defined]


def test_the_filter_shows_what_matches_and_says_when_nothing_does(browser: object, address: str) -> None:
    page = opened(browser, address, 1280, "light", "en")
    field = page.locator("#filter")  # type: ignore[attr-defined]
    field.fill("gcl-cor-009")
    assert page.locator("#failures .case:visible").count() == 1  # type: ignore[attr-defined]
    field.fill("no such thing")
    assert page.locator("#none").is_visible()  # type: ignore[attr-defined]


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: object, address: str) -> None:
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert asked == [address]
    assert said == []
