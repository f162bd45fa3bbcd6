"""The site as a browser shows it: accessible, no wider than a phone, searchable in both languages, all from here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.long

#: One page of each kind.
PAGES = (
    "index.html",
    "vendors.html",
    "institutions.html",
    "story.html",
    "tutorials/broken.html",
    "standard/2-passport.html",
    "reference/index.html",
    "reference/requirements/GCL-PAS-007.html",
    "reference/requirements/passport.html",
    "reference/findings/index.html",
    "reference/findings/GCL-FIN-022.html",
    "reference/findings/pattern.html",
    "reference/classes/CarbonPassport.html",
    "reference/codelists/claimTier.html",
    "reference/tables/lexicon_v1.html",
    "reference/machines/receivable.html",
    "reference/calculations/pricing.html",
    "reference/profiles/eu.html",
    "reference/ontology/finance.html",
    "conformance/index.html",
    "bridges/index.html",
)
LOOKS = (("en", 1280, "light"), ("zh", 1280, "dark"), ("en", 390, "dark"), ("zh", 390, "light"))
#: Milliseconds: a busy machine is no fault of the site.
PATIENCE = 240_000


@contextmanager
def opened(browser: Any, width: int, scheme: str) -> Iterator[tuple[Any, list[str]]]:
    """Open a page in a window of a width and colour scheme, with the addresses it asks for."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    context.set_default_navigation_timeout(PATIENCE)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        yield page, asked
    finally:
        context.close()


def results(page: Any, sought: str) -> str:
    """Return what the search lists for some words; a key more asks again while the index is still being read."""
    box = page.locator(".md-search__input")
    box.click()
    box.press_sequentially(sought)
    first = page.locator(".md-search-result__item").first
    until = time.monotonic() + PATIENCE / 1000
    while not first.is_visible() and time.monotonic() < until:
        box.press("End")
        page.wait_for_timeout(1_000)
    return str(page.locator(".md-search-result__list").inner_text()).replace("\u200b", "")


def where(address: str, language: str, name: str) -> str:
    return f"{address}/{name}" if language == "en" else f"{address}/{language}/{name}"


@pytest.mark.parametrize(("language", "width", "scheme"), LOOKS)
def test_a_page_of_each_kind_is_accessible_and_fits_its_window(
    browser: Any, address: str, language: str, width: int, scheme: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    faults: list[str] = []
    with opened(browser, width, scheme) as (page, asked):
        for name in PAGES:
            page.goto(where(address, language, name))
            page.wait_for_load_state("networkidle")
            assert page.locator("html").get_attribute("lang") == language
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{name}: wider than {width}")
            for violation in axe.run(page).response["violations"]:
                nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
                faults.append(f"{name}: {violation['id']} ({len(violation['nodes'])}): {nodes}")
        assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert faults == []


@pytest.mark.parametrize(
    ("language", "sought", "found"),
    [
        ("en", "GCL-PAS-007", "GCL-PAS-007"),
        ("en", "margin ratchet", "MarginRatchet"),
        ("zh", "碳排护照", "碳排护照"),
        ("zh", "利差阶梯", "利差阶梯"),
    ],
)
def test_the_search_finds_what_is_sought_in_both_languages(
    browser: Any, address: str, language: str, sought: str, found: str
) -> None:
    with opened(browser, 1280, "light") as (page, _):
        page.goto(where(address, language, "index.html"))
        assert found in results(page, sought)


@pytest.mark.parametrize(("page_name", "sought"), [("index.html", "MarginRatchet"), ("zh/index.html", "利差阶梯")])
def test_the_search_works_in_a_folder_without_a_server(browser: Any, site: Path, page_name: str, sought: str) -> None:
    with opened(browser, 1280, "light") as (page, asked):
        page.goto((site / page_name).as_uri())
        assert sought in results(page, sought)
        assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:"))] == []


def test_the_switch_of_languages_leads_to_the_same_page(browser: Any, address: str) -> None:
    with opened(browser, 1280, "light") as (page, _):
        page.goto(f"{address}/reference/classes/Lot.html")
        link = page.locator('a.md-select__link[hreflang="zh"]').first
        target = link.get_attribute("href")
        page.goto(f"{address}/reference/classes/{target}" if not target.startswith(("/", "http")) else target)
        assert page.url.endswith("/zh/reference/classes/Lot.html")
        assert "批次" in page.locator("h1").inner_text()


def test_one_can_go_from_a_requirement_to_its_sentence_and_back(browser: Any, address: str) -> None:
    with opened(browser, 1280, "light") as (page, _):
        page.goto(f"{address}/reference/requirements/GCL-PAS-007.html")
        page.get_by_role("link", name="In its place in Part 2").click()
        page.wait_for_url("**/standard/2-passport.html#gcl-pas-007")
        page.locator("#gcl-pas-007 + strong a").click()
        page.wait_for_url("**/requirements/GCL-PAS-007.html")
        page.get_by_role("link", name="You got this finding?").click()
        page.wait_for_url("**/findings/GCL-PAS-007.html")
        assert "What to do" in page.locator("article").inner_text()
