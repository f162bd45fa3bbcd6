"""The carriers: the same messages by pipe, by HTTP and by file, and every way in which a partner can break."""

from __future__ import annotations

import json
import os
import shlex
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from gclink_conformance.carriers import (
    AdapterError,
    DiedError,
    FileCarrier,
    HttpCarrier,
    LateError,
    OtherIdError,
    SilentError,
    StartError,
    StdioCarrier,
    open_carrier,
)
from gclink_conformance.carriers._base import UnusableError
from gclink_conformance.reference import answer
from gclink_conformance.server import make_server

DIGEST = {"op": "digest", "id": "7", "document": {"iri": "urn:a", "mediaType": "application/json", "body": "{}"}}
GOOD = {"id": "7", "digest": "sha-256:" + "0" * 64}


def script(text: str) -> str:
    return shlex.join([sys.executable, "-c", text])


@contextmanager
def serving(respond: Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            respond(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/base/"
        finally:
            server.shutdown()
            thread.join()


def reply(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def test_an_address_a_file_and_a_command_each_have_their_carrier(tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_bytes(b"")
    assert isinstance(open_carrier("http://127.0.0.1:1"), HttpCarrier)
    assert isinstance(open_carrier(f"file:{tmp_path / 'answers.jsonl'}"), FileCarrier)
    assert isinstance(open_carrier("python adapter.py"), StdioCarrier)


def test_the_reference_says_the_same_over_http_as_by_itself() -> None:
    server = make_server(answer, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with closing(HttpCarrier(f"http://127.0.0.1:{server.server_address[1]}")) as carrier:
            hello = {"op": "hello", "id": "1", "protocol": "gclink-adapter/1", "runner": {"name": "t", "version": "1"}}
            assert carrier.exchange(hello, 5) == answer(hello)
            assert carrier.exchange({**DIGEST}, 5) == answer(DIGEST)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_http_posts_to_messages_below_the_base() -> None:
    paths = []

    def respond(handler: BaseHTTPRequestHandler, message: dict[str, Any]) -> None:
        paths.append(handler.path)
        reply(handler, json.dumps({**GOOD, "id": message["id"]}).encode())

    with serving(respond) as base, closing(HttpCarrier(base)) as carrier:
        assert carrier.exchange(DIGEST, 5) == GOOD
        assert carrier.exchange(DIGEST, 5) == GOOD
    assert paths == ["/base/messages"] * 2


def drip(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    for _number in range(30):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("respond", "error"),
    [
        (lambda _, __: time.sleep(0.9), LateError),
        (drip, LateError),
        (lambda handler, _: reply(handler, b"oops", 500), UnusableError),
        (lambda handler, _: reply(handler, b"", 302), UnusableError),
        (lambda handler, _: reply(handler, b"<html>"), UnusableError),
        (lambda handler, _: reply(handler, json.dumps({**GOOD, "id": "8"}).encode()), OtherIdError),
        (lambda handler, _: handler.connection.shutdown(2), DiedError),
    ],
    ids=["silent", "dripping", "broken", "redirecting", "not JSON", "another id", "hanging up"],
)
def test_a_server_that_breaks_is_told_how(respond: Any, error: type[AdapterError]) -> None:
    with serving(respond) as base, closing(HttpCarrier(base)) as carrier, pytest.raises(error):
        carrier.exchange(DIGEST, 0.5 if error is LateError else 20)


def test_a_server_that_closes_an_idle_connection_is_asked_again() -> None:
    def respond(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        reply(handler, json.dumps(GOOD).encode())
        handler.close_connection = True

    with serving(respond) as base, closing(HttpCarrier(base)) as carrier:
        assert carrier.exchange(DIGEST, 5) == GOOD
        time.sleep(0.1)
        assert carrier.exchange(DIGEST, 5) == GOOD


@pytest.mark.parametrize("base", ["http://127.0.0.1:9", "http:///x", "http://h/?q=1"])
def test_nobody_at_the_address_is_an_adapter_that_cannot_be_started(base: str) -> None:
    with pytest.raises(StartError):
        HttpCarrier(base).exchange(DIGEST, 2)


def test_a_command_that_reads_nothing_and_writes_nothing_costs_its_time_and_no_more() -> None:
    big = {**DIGEST, "document": {**DIGEST["document"], "body": "x" * 3_000_000}}
    with closing(StdioCarrier(script("import time; time.sleep(60)"))) as carrier:
        started = time.monotonic()
        with pytest.raises(LateError):
            carrier.exchange(big, 0.5)
        assert time.monotonic() - started < 3


def test_one_that_talks_without_end_is_ended_and_fills_no_memory() -> None:
    flood = "import sys\nwhile True: sys.stdout.write('x' * 1000 + chr(10))"
    carrier = StdioCarrier(script(flood))
    for _ in range(2):
        with pytest.raises(UnusableError):
            carrier.exchange(DIGEST, 5)
    carrier.close()


def test_a_large_document_goes_both_ways() -> None:
    echo = (
        "import sys, json\n"
        "for line in sys.stdin:\n"
        "    m = json.loads(line)\n"
        "    print(json.dumps({'id': m['id'], 'document': m['document']}), flush=True)"
    )
    sent = {"iri": "urn:a", "mediaType": "application/json", "body": "荔" * 1_000_000}
    message = {"op": "convert", "id": "1", "from": "application/json", "to": "application/json", "document": sent}
    with closing(StdioCarrier(script(echo))) as carrier:
        assert carrier.exchange(message, 20)["document"] == sent


def test_what_an_adapter_started_is_ended_with_it(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("process groups are a matter of POSIX")
    mark = tmp_path / "pid"
    text = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(mark)!r}, 'w').write(str(child.pid))\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)"
    )
    carrier = StdioCarrier(script(text))
    with pytest.raises(UnusableError, match="ready"):
        carrier.exchange(DIGEST, 30)
    pid = int(mark.read_text())
    for _ in range(50):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the child of the adapter goes on")


@pytest.mark.parametrize("command", ["", "no-such-program-at-all", "/"])
def test_a_command_that_cannot_be_started_is_told(command: str) -> None:
    with pytest.raises(StartError):
        StdioCarrier(command).exchange(DIGEST, 1)


def test_an_unfinished_line_is_no_answer() -> None:
    text = f"import sys; sys.stdin.readline(); sys.stdout.write({json.dumps(GOOD)!r})"
    with pytest.raises(DiedError):
        StdioCarrier(script(text)).exchange(DIGEST, 5)


def test_answers_of_a_file_are_found_by_id_and_two_to_one_request_are_none(tmp_path: Path) -> None:
    path = tmp_path / "responses.jsonl"
    lines = [{**GOOD, "id": "8"}, GOOD, {**GOOD, "id": "9"}, {**GOOD, "id": "9"}]
    path.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    carrier = FileCarrier(path)
    assert carrier.exchange(DIGEST, 1) == GOOD
    with pytest.raises(UnusableError, match="several"):
        carrier.exchange({**DIGEST, "id": "9"}, 1)
    with pytest.raises(SilentError):
        carrier.exchange({**DIGEST, "id": "10"}, 1)


@pytest.mark.parametrize("content", [b"not json\n", b'{"verdict": "conforms"}\n', b'{"id": 5}\n'])
def test_a_file_that_holds_no_answers_is_refused_with_its_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "responses.jsonl"
    path.write_bytes(b"\n" + content)
    with pytest.raises(StartError, match=r"responses\.jsonl:2"):
        FileCarrier(path)


def test_every_failure_is_told_in_both_languages() -> None:
    for kind in AdapterError.__subclasses__():
        text = kind("x").text
        assert text.en != text.zh
        assert kind.code != AdapterError.code


def test_an_answer_that_is_cut_off_is_no_answer() -> None:
    def respond(handler: BaseHTTPRequestHandler, _: dict[str, Any]) -> None:
        body = json.dumps(GOOD).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) + 5))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    with serving(respond) as base, closing(HttpCarrier(base)) as carrier, pytest.raises(DiedError):
        carrier.exchange(DIGEST, 5)
