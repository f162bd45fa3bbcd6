"""A server for ``POST /messages`` around a function that answers messages: the HTTP carrier's other end."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson

from gclink_conformance.protocol import GarbageError, Message, parse


def make_server(answer: Callable[[Message], Message], port: int) -> ThreadingHTTPServer:
    """Return a server on the loopback address that is not yet running; port 0 takes a free one."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            body = self.rfile.read(length)
            if self.path != "/messages":
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            try:
                content = orjson.dumps(answer(parse(body)))
            except GarbageError as error:
                self.send_error(HTTPStatus.BAD_REQUEST, str(error)[:200])
                return
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Say nothing for each request."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def serve_http(answer: Callable[[Message], Message], port: int) -> None:
    """Answer messages until interrupted."""
    with make_server(answer, port) as server:
        server.serve_forever()
