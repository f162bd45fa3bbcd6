"""A function in this process is held to the suite as an adapter is."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from gclink_conformance.carriers import AdapterError
from gclink_conformance.cli._progress import watching
from gclink_conformance.reference import answer
from gclink_conformance.runner.direct import conclusions, rows
from gclink_conformance.runner.session import Request, run
from gclink_conformance.server import make_server

PART = "gcl-pas-00[6-8]-*"


def test_the_reference_gives_the_same_rows_as_over_a_pipe(trying: Any) -> None:
    direct = rows(answer, ("passport_issuer",), "gcl-pas-007-*", seed=3)
    piped = trying("good").rows
    told = {row["test"]: (row["outcome"], row["grade"]) for row in direct}
    assert {row["test"]: told[row["test"]] for row in piped if "#" not in row["test"]} == {
        row["test"]: (row["outcome"], row["grade"]) for row in piped if "#" not in row["test"]
    }


def test_the_reference_over_http_is_run_by_its_address(tmp_path: Path) -> None:
    server = make_server(answer, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        request = Request(
            f"http://127.0.0.1:{server.server_address[1]}", ("verifier",), tmp_path, 1, pattern="gcl-pas-006-*"
        )
        result = run(request, reports=False)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert {(row["outcome"], row["grade"]) for row in result.rows} == {("pass", "explained")}
    assert all(attempt.told is None for attempt in result.selftest)


def test_a_function_that_accepts_everything_fails_what_it_claims() -> None:
    def lenient(message: dict[str, Any]) -> dict[str, Any]:
        return {"id": message["id"], "verdict": "conforms"} if message["op"] == "check" else answer(message)

    found = rows(lenient, ("passport_issuer",), PART)
    assert {row["polarity"] for row in found if row["outcome"] == "fail"} == {"negative"}
    assert conclusions(found, whole=True)["passport_issuer"]["result"] == "fail"


def test_a_function_is_held_to_the_form_of_answers() -> None:
    with pytest.raises(AdapterError):
        rows(lambda message: {"id": message["id"]}, (), PART)
    found = rows(lambda m: answer(m) if m["op"] == "hello" else {"id": m["id"], "verdict": "fine"}, (), PART)
    assert {row["outcome"] for row in found} == {"error"}


@pytest.mark.parametrize(("language", "word"), [("en", "fail 1"), ("zh", "不符 1")])
def test_a_person_at_a_terminal_sees_how_far_a_run_has_come(
    language: Any, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with watching(language) as watch:
        watch.planned(2)
        watch.row({"outcome": "pass"})
        watch.row({"outcome": "fail"})
    drawn = capsys.readouterr().err
    assert word in drawn
    assert "2/2" in drawn


def test_nothing_is_drawn_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with watching("en") as watch:
        watch.planned(1)
        watch.row({"outcome": "pass"})
    assert capsys.readouterr().err == ""
