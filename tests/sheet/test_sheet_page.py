"""The printed page shows every member of every document, says what is wrong first, and asks nothing of anybody."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner
from gclink._text import Language
from gclink.check import Options, check
from gclink.cli.report import command
from gclink.documents import Document, read_documents
from gclink.sheet import page

ROOT = Path(__file__).resolve().parents[2]
LITCHI = sorted((ROOT / "examples" / "litchi" / "json").glob("*.json"))
BROKEN = ROOT / "examples" / "broken" / "total-does-not-add-up.json"
OPTIONS = Options(as_of="2026-10-01T00:00:00Z")


class _Reader(HTMLParser):
    """The text of a page, the anchors in it, and whether every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.ids, self.links, self.open = "", set(), set(), []  # type: ignore[var-annotated]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag != "meta":
            self.open.append(tag)
        if named.get("id"):
            self.ids.add(named["id"])
        if named.get("href"):
            self.links.add(str(named["href"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data + "\n"


def made(paths: list[Path], language: Language = "en") -> tuple[_Reader, str]:
    documents = list(read_documents(paths))
    text = page(documents, check(documents, OPTIONS), language)
    return _Reader(text), text


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [
            leaf for name, inner in value.items() if name not in ("type", "target", "digest") for leaf in _leaves(inner)
        ]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner)]
    return [] if isinstance(value, bool) else [str(value)]


def test_every_value_of_every_document_stands_on_the_page() -> None:
    read, _ = made(LITCHI)
    names = {orjson.loads(path.read_bytes())["id"] for path in LITCHI}
    for path in LITCHI:
        tree = orjson.loads(path.read_bytes())
        for leaf in _leaves({name: value for name, value in tree.items() if name not in ("wording", "title")}):
            shown = (
                leaf.replace("T", " ").replace("Z", " UTC") if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+Z", leaf) else leaf
            )
            if leaf not in names and not re.search("[\u4e00-\u9fff]", leaf):
                assert shown in read.text or shown.upper() in read.text or _is_code(leaf, tree), (path.name, leaf)


def _is_code(leaf: str, tree: dict[str, Any]) -> bool:
    """A code is shown by its label where label and code are the same word in the two spellings."""
    return leaf == leaf.lower() and leaf in orjson.dumps(tree).decode()


def test_the_page_is_well_formed_and_its_links_lead_somewhere() -> None:
    read, text = made(LITCHI)
    assert read.open == []
    assert read.links
    assert {link.removeprefix("#") for link in read.links} <= read.ids
    assert "<script" not in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)


@pytest.mark.parametrize(
    ("language", "verdict", "expected"), [("en", "Does not conform", "expected"), ("zh", "不符合标准", "应为")]
)
def test_what_is_wrong_comes_first_in_either_language(language: Language, verdict: str, expected: str) -> None:
    read, _ = made([BROKEN], language)
    assert read.text.index(verdict) < read.text.index("GCL-PAS-007") < read.text.index(expected)
    assert read.text.index("GCL-PAS-007") < read.text.index("0.42735")


def test_texts_of_a_document_cannot_become_part_of_the_page() -> None:
    tree = orjson.loads((ROOT / "examples" / "litchi" / "json" / "product-litchi.json").read_bytes())
    tree["name"]["en"] = "<script>alert(1)</script>"
    documents = [Document(tree, "a.json", "json")]
    text = page(documents, check(documents, OPTIONS), "en")
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_bars_of_a_passport_are_as_long_as_its_components() -> None:
    _, text = made([ROOT / "examples" / "litchi" / "json" / "passport-fruit.json"])
    chart = text[text.index('class="chart"') : text.index("</svg>")]
    widths = [Decimal(width) for width in re.findall(r'<rect [^>]*width="([0-9.]+)"', chart)]
    values = [Decimal("0.42735"), Decimal("0.286"), Decimal("0.2772")]
    assert len(widths) == 3
    for width, value in zip(widths, values, strict=True):
        assert abs(width / widths[0] - value / values[0]) < Decimal("0.01")


def test_a_document_that_is_not_of_the_right_form_is_named_and_not_shown() -> None:
    read, _ = made([ROOT / "examples" / "broken" / "unknown-member.json"])
    assert "GCL-COR-002" in read.text
    assert "not of the right form" in read.text


def test_the_command_writes_the_page_and_says_the_verdict_by_its_exit_code(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    run = CliRunner().invoke(command, [str(BROKEN), "-o", str(out), "--lang", "zh"], standalone_mode=False)
    assert run.return_value == 1
    assert out.read_text("utf-8").startswith('<!doctype html>\n<html lang="zh-Hans">')
    run = CliRunner().invoke(
        command, [str(ROOT / "examples/litchi/json"), "-o", str(out), "--as-of", "2026-10-01"], standalone_mode=False
    )
    assert run.return_value == 0
