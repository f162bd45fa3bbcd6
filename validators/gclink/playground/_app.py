"""The server of the playground: the page, and the questions that the page asks."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gclink.errors import GclinkError, Text
from gclink.playground import _examples, _work
from gclink.playground._limits import PlaygroundLimits
from gclink.playground._workers import TooSlow, Worker

_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
#: Names under which a page on this machine is reached.
LOCAL = ("127.0.0.1", "localhost", "[::1]")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' blob: data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def make_app(hosts: Sequence[str] = LOCAL, limits: PlaygroundLimits | None = None) -> Starlette:
    """Return the application; ``hosts`` are the names under which a browser may reach it."""
    allowed = limits or PlaygroundLimits()
    worker = Worker(allowed.seconds)

    def answering(function: Callable[..., Any]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            try:
                asked = await _asked(request, allowed)
                found = await worker.run(function, asked, allowed.max_documents)
            except TooSlow:
                return _refused(
                    408, "too_slow", f"no answer after {allowed.seconds:g} s", f"{allowed.seconds:g} 秒内未完成"
                )
            except _Refusal as refusal:
                return _refused(refusal.status, refusal.code, refusal.en, refusal.zh)
            return JSONResponse(found, 422 if "error" in found else 200, _HEADERS)

        return answer

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            worker.close()

    return Starlette(
        routes=[
            Route("/", _static),
            Route("/static/{name}", _static),
            Route("/examples", _example),
            Route("/examples/{name:path}", _example),
            Route("/examine", answering(_work.examine), methods=["POST"]),
            Route("/convert", answering(_work.converted), methods=["POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
        lifespan=life,
    )


class _Refusal(Exception):  # noqa: N818 - becomes an answer at once
    def __init__(self, status: int, code: str, en: str, zh: str) -> None:
        super().__init__(en)
        self.status, self.code, self.en, self.zh = status, code, en, zh


async def _asked(request: Request, limits: PlaygroundLimits) -> dict[str, Any]:
    """Return the question of the page; refuses what is too large or is no question."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        # A form of another page could send anything else without asking the browser's leave.
        raise _Refusal(415, "not_json", "the request is not application/json", "请求不是 application/json")
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > limits.max_bytes:
            megabytes = f"{limits.max_bytes / 1e6:g} MB"
            raise _Refusal(413, "too_large", f"more than {megabytes} at once", f"一次超过 {megabytes}")
    try:
        asked = json.loads(raw)
    except ValueError:
        asked = None
    texts = asked.get("texts") if isinstance(asked, dict) else None
    if not isinstance(texts, list) or not texts or not all(isinstance(text, dict) for text in texts):
        raise _Refusal(400, "no_texts", "the request holds no texts", "请求中没有文本")
    return dict(asked)


def _refused(status: int, code: str, en: str, zh: str) -> Response:
    hint = Text("use the command line for what is larger", "更大的任务请使用命令行")
    return JSONResponse(_work.failure(GclinkError(code, Text(en, zh), hint)), status, _HEADERS)


async def _static(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    file = files("gclink.playground") / "static" / name
    kind = _TYPES.get(name.rpartition(".")[2])
    if kind is None or "/" in name or not file.is_file():
        return Response("not found", 404, _HEADERS, "text/plain")
    return Response(file.read_bytes(), 200, _HEADERS, f"{kind}; charset=utf-8")


async def _example(request: Request) -> Response:
    name = request.path_params.get("name")
    if name is None:
        return JSONResponse({"examples": _examples.names()}, 200, _HEADERS)
    try:
        return JSONResponse({"texts": _examples.texts(name)}, 200, _HEADERS)
    except GclinkError as error:
        return JSONResponse(_work.failure(error), 404, _HEADERS)
