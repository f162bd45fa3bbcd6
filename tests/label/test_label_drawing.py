"""The carbon label: drawn from documents that conform, the same every time, readable by people and machines."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import segno
from gclink.canonical import digest
from gclink.label import draw_label
from gclink.label._code import QUIET, payload
from gclink.label._fit import width, wrapped
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
BASES = ROOT / "conformance_tests" / "bases"
SVG = "{http://www.w3.org/2000/svg}"


def _base(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((BASES / f"{name}.json").read_text(encoding="utf-8"))
    return tree


def _pair(design: str, claim: str, **members: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {**_base("label"), "design": design, **members}, _base(claim)


PAIRS = {
    "t1": _pair("footprint_mark", "claim-t1"),
    "t2": _pair("low_carbon_mark", "claim-t2"),
    "t3": _pair("neutral_mark", "claim-t3", displayedValue=_base("claim-t3")["figures"]["netPerUnit"]),
    "t4": _pair("net_zero_mark", "claim-t4"),
    "t5": (_base("label-negative"), _base("claim-t5")),
    "contribution": _pair("contribution_note", "claim-contribution"),
}


def _parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def _texts(root: etree._Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("languages", ["en", "zh", "both"])
def test_a_label_is_an_image_with_a_title_and_a_description(name: str, languages: str) -> None:
    root = _parsed(draw_label(*PAIRS[name], languages))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("width") == "70mm"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert ("碳排标章" in (title.text or "")) == (languages != "en")
    assert ("Carbon label" in (title.text or "")) == (languages != "zh")
    assert PAIRS[name][0]["id"] in (description.text or "")


def test_a_label_shows_what_a_shopper_has_to_know() -> None:
    label, claim = PAIRS["t1"]
    texts = _texts(_parsed(draw_label(label, claim, "both")))
    for due in ("碳排标章", "T1", "0.980895", "kg CO₂e/kg", "从摇篮到坟墓", "Cradle to grave", "2026",
                "Example verification body", "2026-09-01 – 2028-09-01"):  # fmt: skip
        assert due in texts
    assert "".join(texts).count(digest(label).removeprefix("sha-256:")) == 1


def test_a_net_value_never_stands_without_the_emissions_before_removals() -> None:
    texts = _texts(_parsed(draw_label(*PAIRS["t5"], "both")))
    assert "0.405479" in texts
    assert "−0.462317" in texts
    assert texts.index("清除前总排放") < texts.index("净值")
    assert "38.582208 t CO₂e" in texts


def test_a_low_carbon_label_shows_what_it_is_compared_with() -> None:
    assert "1.25 kg CO₂e/kg" in _texts(_parsed(draw_label(*PAIRS["t2"], "en")))


@pytest.mark.parametrize("name", ["t4", "contribution"])
def test_a_claim_without_a_product_figure_shows_words_and_no_number(name: str) -> None:
    label, claim = PAIRS[name]
    texts = _texts(_parsed(draw_label(label, claim, "en")))
    assert label["displayedValue"] not in texts
    assert claim["wording"]["en"].split()[0] in " ".join(texts)


def test_one_language_is_one_language() -> None:
    english = " ".join(_texts(_parsed(draw_label(*PAIRS["t1"], "en"))))
    chinese = _texts(_parsed(draw_label(*PAIRS["t1"], "zh")))
    assert not re.search("[一-鿿]", english)
    assert "Boundary" not in chinese


def test_the_code_holds_the_link_the_identifier_and_the_digest() -> None:
    label, claim = PAIRS["t1"]
    content = payload(label["qrUri"], label["id"], digest(label))
    assert content == f"{label['qrUri']}#id={label['id']}&digest={digest(label)}"
    matrix = segno.make(content, error="m", micro=False, boost_error=False).matrix
    (path,) = (e for e in _parsed(draw_label(label, claim)).iter(f"{SVG}path") if e.get("shape-rendering"))
    drawn = [[0] * len(matrix) for _ in matrix]
    for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path.get("d") or ""):
        for cell in range(int(column), int(column) + int(length)):
            drawn[int(row) - QUIET][cell - QUIET] = 1
    assert drawn == [list(row) for row in matrix]


def test_a_link_with_a_fragment_keeps_it() -> None:
    assert payload("https://example.org/a#b", "urn:x:1", "sha-256:00") == (
        "https://example.org/a#b&id=urn:x:1&digest=sha-256:00"
    )


def test_an_identifier_cannot_add_a_digest_of_its_own() -> None:
    assert payload("https://example.org/a", "urn:x:1&digest=sha-256:ff", "sha-256:00").count("&digest=") == 1


def test_the_same_documents_give_the_same_bytes_in_another_process() -> None:
    code = (
        "import json, sys; from gclink.label import draw_label;"
        "sys.stdout.buffer.write(draw_label(*[json.load(open(p, encoding='utf-8')) for p in sys.argv[1:3]]).encode())"
    )
    names = [str(BASES / "label-negative.json"), str(BASES / "claim-t5.json")]
    drawn = [subprocess.run([sys.executable, "-c", code, *names], capture_output=True, check=True).stdout] * 2
    assert drawn[0] == draw_label(*PAIRS["t5"]).encode()


@pytest.mark.parametrize("languages", ["en", "zh", "both"])
def test_long_words_stay_inside_the_label(languages: str) -> None:
    label, claim = copy.deepcopy(PAIRS["t5"])
    label["boundaryText"] = {
        "en": "Cradle to grave with cultivation, smoking, packaging, cold chain, retail, use and end of life",
        "zh": "从摇篮到坟墓，含种植、熏制、包装、冷链、零售、使用与废弃处理等全部阶段",
    }
    label["verifierText"] = "An independent verification body with a very long name, accreditation EX-ACC 117-2026"
    label["displayedValue"] = "-123456789.123456789"
    label["id"] = "https://example.org/gclink/" + "labels/" * 20
    claim["wording"] = {"en": "Carbon negative litchi of this harvest " * 3, "zh": "本季收获的负碳荔枝" * 8}
    root = _parsed(draw_label(label, claim, languages))
    right = float((root.get("viewBox") or "").split()[2]) - 40
    bottom = float((root.get("viewBox") or "").split()[3])
    for element in root.iter(f"{SVG}text"):
        x, y, size = (float(element.get(name) or 0) for name in ("x", "y", "font-size"))
        if element.get("font-family") is None and element.get("text-anchor") is None:
            assert x + width(element.text or "", size) <= right + 2, element.text
        assert y < bottom - 20
        assert size >= 10


def test_a_text_that_means_markup_stays_text() -> None:
    label, claim = copy.deepcopy(PAIRS["t1"])
    label["verifierText"] = '</text><script>alert("1")</script>'
    root = _parsed(draw_label(label, claim))
    assert not list(root.iter(f"{SVG}script"))
    assert '<script>alert("1")</script>' in " ".join(_texts(root))


def test_chinese_lines_do_not_begin_with_a_comma() -> None:
    lines, _ = wrapped("我们支付异地封存的一吨，不用于抵销", 10, 111, 4)
    assert [line[0] for line in lines if line[0] in "，。"] == []
    assert "".join(lines) == "我们支付异地封存的一吨，不用于抵销"
