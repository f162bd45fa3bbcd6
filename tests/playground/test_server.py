"""The server of the playground answers every question of the page, and refuses what is too much or not for it."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gclink.playground import PlaygroundLimits, make_app
from starlette.testclient import TestClient

ROOT = Path(__file__).resolve().parents[2]
LITCHI = ROOT / "examples" / "litchi"
AS_OF = "2026-10-01T00:00:00Z"


@pytest.fixture(scope="module")
def page() -> Iterator[TestClient]:
    with TestClient(make_app(hosts=("testserver",))) as client:
        yield client


def sent(*paths: Path) -> list[dict[str, str]]:
    return [{"name": path.name, "text": path.read_text("utf-8")} for path in paths]


def asked(page: TestClient, texts: list[dict[str, str]], path: str = "/examine", **more: Any) -> Any:
    return page.post(path, json={"texts": texts, "asOf": AS_OF, **more}).json()


def test_the_page_and_its_parts_are_served_with_a_policy_that_lets_nothing_in_from_outside(page: TestClient) -> None:
    for path in ("/", "/static/app.js", "/static/style.css", "/static/icon.svg"):
        answer = page.get(path)
        assert answer.status_code == 200
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "http://" not in answer.text.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in answer.text
    assert page.get("/static/..%2f_app.py").status_code == 404
    assert page.get("/static/nothing.js").status_code == 404


@pytest.mark.parametrize(("folder", "ending"), [("json", "json"), ("xml", "xml"), ("turtle", "ttl")])
def test_a_document_of_any_syntax_conforms_with_the_same_digest(page: TestClient, folder: str, ending: str) -> None:
    path = LITCHI / folder / f"passport-fruit.{ending}"
    answer = asked(page, [{"name": "", "text": path.read_text("utf-8")}])
    assert answer["report"]["verdict"] == "conforms"
    first = asked(page, sent(LITCHI / "json" / "passport-fruit.json"))
    assert answer["report"]["documents"][0]["digest"] == first["report"]["documents"][0]["digest"]


def test_a_finding_comes_with_requirement_place_and_line(page: TestClient) -> None:
    answer = asked(page, sent(ROOT / "examples" / "broken" / "total-does-not-add-up.json"))
    assert answer["report"]["verdict"] == "violates"
    (finding,) = [each for each in answer["report"]["findings"] if each["requirement"] == "GCL-PAS-007"]
    assert finding["location"] == "/totalExclUptake"
    assert finding["line"] > 1
    (total,) = [each for each in answer["documents"][0]["derived"] if each["pointer"] == "/totalExclUptake"]
    assert total["outcome"] == "differs"
    assert total["parts"]


def test_a_bundle_has_links_and_a_label(page: TestClient) -> None:
    answer = asked(page, sent(*sorted((LITCHI / "json").glob("*.json"))))
    assert answer["report"]["scope"] == "bundle"
    assert answer["report"]["verdict"] == "conforms"
    assert {link["inside"] for link in answer["links"]} == {True}
    (label,) = answer["labels"]
    assert label["svg"].startswith("<svg") or "<svg" in label["svg"][:200]


def test_a_zip_is_a_bundle(page: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted((LITCHI / "json").glob("*.json")):
            archive.write(path, path.name)
    text = base64.b64encode(packed.getvalue()).decode()
    answer = asked(page, [{"name": "litchi.zip", "base64": text}])
    assert answer["report"]["verdict"] == "conforms"
    assert len(answer["documents"]) == len(list((LITCHI / "json").glob("*.json")))
    assert answer["documents"][0]["source"].startswith("litchi.zip")


def test_a_label_whose_claim_does_not_conform_is_not_drawn(page: TestClient) -> None:
    texts = sent(LITCHI / "json" / "label-fruit.json", LITCHI / "json" / "claim-fruit.json")
    texts[1]["text"] = texts[1]["text"].replace('"t1_measured"', '"t5_carbon_negative"')
    answer = asked(page, texts)
    assert "svg" not in answer["labels"][0]
    assert answer["labels"][0]["error"]["code"] == "label_refused"


def test_conversion_keeps_the_content_and_refuses_a_broken_form(page: TestClient) -> None:
    texts = sent(LITCHI / "json" / "lot-fruit.json")
    xml = asked(page, texts, "/convert", to="xml")["text"]
    assert asked(page, [{"name": "lot.xml", "text": xml}])["report"]["verdict"] == "conforms"
    texts[0]["text"] = texts[0]["text"].replace('"lotNumber"', '"lotNo"')
    assert asked(page, texts, "/convert", to="xml")["error"]["code"] == "not_sound"


def test_what_cannot_be_read_is_told_with_its_place_in_both_languages(page: TestClient) -> None:
    answer = page.post("/examine", json={"texts": [{"name": "a.json", "text": '{\n "type": \n'}]})
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["source"] == "a.json"
    assert error["line"] >= 2
    assert error["message"]["en"] != error["message"]["zh"]


def test_examples_are_offered_and_only_those(page: TestClient) -> None:
    names = page.get("/examples").json()["examples"]
    assert names[0] == "litchi"
    for name in ("broken/total-does-not-add-up.json", "litchi/passport-fruit.json"):
        assert name in names
        assert asked(page, page.get(f"/examples/{name}").json()["texts"])["documents"][0]["type"] == "CarbonPassport"
    assert page.get("/examples/../../pyproject.toml").status_code == 404
    assert page.get("/examples/broken/variants.yaml").status_code == 404


def test_a_foreign_host_name_is_refused(page: TestClient) -> None:
    assert page.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_form_of_another_page_is_refused(page: TestClient) -> None:
    answer = page.post("/examine", content=b'{"texts": [{"text": ""}]}', headers={"content-type": "text/plain"})
    assert answer.status_code == 415
    assert page.post("/examine", json={"texts": []}).status_code == 400


def test_too_much_at_once_is_refused_with_the_limit() -> None:
    with TestClient(make_app(("testserver",), PlaygroundLimits(max_bytes=1000))) as page:
        answer = page.post("/examine", json={"texts": [{"text": "x" * 2000}]})
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "too_large"


def test_work_that_takes_too_long_is_ended_and_the_next_request_is_served() -> None:
    texts = sent(*sorted((LITCHI / "json").glob("*.json")))
    with TestClient(make_app(("testserver",), PlaygroundLimits(seconds=0.01))) as page:
        for _ in range(2):
            answer = page.post("/examine", json={"texts": texts})
            assert answer.status_code == 408
            assert answer.json()["error"]["code"] == "too_slow"
