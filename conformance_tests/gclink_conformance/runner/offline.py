"""Requests as a file, and answers from a file: the third carrier, for implementations without a connection.

A request file follows from the seed alone, so that the answers can be scored anywhere with the same suite; with another
suite they are refused.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
from gclink._text import Text
from gclink.errors import GclinkError
from gclink.profiles import profiles as all_profiles

from gclink_conformance.protocol import MEDIA_TYPES, OPERATIONS, PROTOCOL, SPEC_VERSION, Message, validator
from gclink_conformance.runner import _selftest
from gclink_conformance.runner._claims import claims_of, selected
from gclink_conformance.runner._plan import Plan, bye, hello, planned, request
from gclink_conformance.runner.session import Request, Result, run
from gclink_conformance.suite import VERSION, digest

REQUESTS: Final = "requests.jsonl"
PREPARED: Final = "prepared.json"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was prepared."""

    requests: Path
    count: int
    seed: int


def prepare(
    out: Path, claims: Path | None, profiles: tuple[str, ...], seed: int | None, pattern: str | None
) -> Prepared:
    """Write requests.jsonl and prepared.json; raises GclinkError for claims that cannot be used."""
    told = _everything() if claims is None else _read(claims)
    chosen = secrets.randbelow(2**31) if seed is None else seed
    found = selected(claims_of(told), profiles)
    plan = Plan("file:", told, tuple(found), pattern, chosen, 0.0, None)
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    with (out / REQUESTS).open("wb") as file:

        def say(message: Message) -> None:
            nonlocal count
            file.write(orjson.dumps(message) + b"\n")
            count += 1

        say(hello(plan.wire_id("hello")))
        for _, _, _, message in _selftest.requests(plan, found):
            say(message)
        for item in planned(plan):
            if item.declined is None:
                say(request(plan, item))
        say(bye(plan.wire_id("bye")))
    kept = {
        "seed": chosen,
        "profiles": list(profiles),
        "filter": pattern,
        "suite": {"version": VERSION, "digest": digest()},
    }
    (out / PREPARED).write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return Prepared(out / REQUESTS, count, chosen)


def score(prepared: Path, responses: Path, out: Path, baseline: Path | None) -> Result:
    """Score answers; raises GclinkError when they are to requests of another suite."""
    kept = _read_any(prepared / PREPARED)
    if kept["suite"]["digest"] != digest():
        raise GclinkError(
            "suite",
            Text(
                f"the requests were prepared with another suite ({kept['suite']['version']})",
                f"请求由另一版本的套件准备（{kept['suite']['version']}）",
            ),
            Text("Prepare them again, or score them with that suite.", "请重新准备，或用该套件评分。"),
            source=str(prepared / PREPARED),
        )
    asked = Request(
        adapter=f"file:{responses}",
        profiles=tuple(kept["profiles"]),
        out=out,
        seed=kept["seed"],
        baseline=baseline,
        pattern=kept["filter"],
    )
    return run(asked)


def _everything() -> Message:
    roles = [name for name, profile in all_profiles().items() if profile.kind == "role"]
    return {
        "protocol": PROTOCOL,
        "implementation": {"name": "any", "version": "0"},
        "claims": [
            {
                "profile": name,
                "specVersion": SPEC_VERSION,
                "tiers": ["T1", "T2", "T3"],
                "formats": list(MEDIA_TYPES),
                "operations": list(OPERATIONS),
            }
            for name in roles
        ],
    }


def _read(path: Path) -> Message:
    told = {"id": "claims", **_read_any(path)}
    check = validator("messages", "response.hello")
    if not check.is_valid(told):
        raise _unusable(path, next(iter(check.iter_errors(told))).message)
    return told


def _read_any(path: Path) -> dict[str, Any]:
    try:
        content = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise _unusable(path, str(error)) from error
    if not isinstance(content, dict):
        raise _unusable(path, "not an object")
    return content


def _unusable(path: Path, detail: str) -> GclinkError:
    return GclinkError(
        "manifest",
        Text(f"the file cannot be used: {detail}", f"文件无法使用：{detail}"),
        Text(
            "It has to be what `gclink conformance prepare` reads or writes.",
            "应为 `gclink conformance prepare` 读写的文件。",
        ),
        source=str(path),
    )
