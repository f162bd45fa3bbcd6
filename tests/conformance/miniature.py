"""A miniature implementation that misbehaves as asked: ``python miniature.py MANNER FILE``.

Speaks gclink-adapter/1 on standard input and output. ``FILE`` is its memory over restarts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

MANNER = sys.argv[1]
MEMORY = Path(sys.argv[2])
#: The first process is the one that the first trials are made with: it behaves, unless the manner is to say one thing.
FIRST = not MEMORY.exists()
BEHAVES = FIRST and MANNER not in ("accepts-all", "rejects-all")


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The right answer. The library is loaded for it alone: most manners never give one."""
    from gclink_conformance.reference import answer as right

    return right(request)


def first_answer(request: dict[str, Any]) -> dict[str, Any]:
    """The right answer to a first trial: a sound document holds the roles of a party."""
    verdict = "conforms" if "roles" in request["documents"][0]["body"] else "violates"
    return {"id": request["id"], "verdict": verdict, "findings": []}


def say(message: Any) -> None:
    print(message if isinstance(message, str) else json.dumps(message, ensure_ascii=False), flush=True)


def hello(request: dict[str, Any]) -> dict[str, Any]:
    claim = {
        "profile": "passport_issuer",
        "specVersion": "1.0",
        "tiers": ["T1", "T2", "T3"],
        "formats": ["json", "xml"],
        "operations": ["check", "convert", "derive", "digest"],
    }
    if MANNER == "unknown-profile":
        claim["profile"] = "astrologer"
    if MANNER == "other-version":
        claim["specVersion"] = "9.9"
    if MANNER == "declines-by-name":
        claim["declines"] = [{"requirement": "GCL-PAS-007", "formats": ["xml"], "reason": "no sums in XML"}]
    if MANNER == "declines-nothing-known":
        claim["declines"] = [{"requirement": "GCL-XXX-999", "reason": "never heard of it"}]
    if MANNER == "changes-claims" and not FIRST:
        claim["formats"] = ["json"]
    MEMORY.touch()
    return {
        "id": request["id"],
        "protocol": "gclink-adapter/1",
        "implementation": {"name": "miniature", "version": MANNER},
        "claims": [claim],
    }


def main() -> None:
    seen: set[str] = set()
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "hello":
            say(hello(request))
        elif request["op"] == "bye":
            say({"id": request["id"]})
            return
        elif BEHAVES:
            say(first_answer(request))
        else:
            respond(request, seen)


def respond(request: dict[str, Any], seen: set[str]) -> None:
    key = json.dumps({name: value for name, value in request.items() if name != "id"}, sort_keys=True)
    again = key in seen
    seen.add(key)
    sent = [document["iri"] for document in request.get("documents", ())]
    finding = {
        "requirement": "GCL-COR-001",
        "severity": "violation",
        "document": (sent or ["urn:none"])[0],
        "location": "",
    }
    right = {"id": request["id"], "verdict": "violates", "findings": [finding]}
    match MANNER:
        case "accepts-all":
            say({"id": request["id"], "verdict": "conforms", "findings": []})
        case "rejects-all":
            say(right)
        case "no-findings":
            say({"id": request["id"], "verdict": answer(request)["verdict"]})
        case "wrong-place":
            told = answer(request)
            say({**told, "findings": [{**found, "document": "urn:elsewhere"} for found in told["findings"]]})
        case "cannot-tell":
            say({"id": request["id"], "verdict": "cannot_tell", "findings": []})
        case "hangs":
            time.sleep(60)
        case "late":
            time.sleep(2.3)
            say(answer(request))
        case "garbage":
            say("Segmentation fault (just kidding)")
        case "no-object":
            say([right])
        case "wrong-verdict-word":
            say({**right, "verdict": "ok"})
        case "half-a-line":
            sys.stdout.write(json.dumps(right)[:20])
            sys.stdout.flush()
            os._exit(0)
        case "dies" | "changes-claims":
            print("something broke", file=sys.stderr, flush=True)
            os._exit(7)
        case "other-id":
            say({**right, "id": "another"})
        case "no-id":
            say({"verdict": "violates", "findings": []})
        case "talks":
            say(answer(request))
            say({"id": "unasked", "verdict": "conforms"})
        case "changes-its-mind" if again:
            told = answer(request)
            say({**told, "findings": [{**found, "location": "/elsewhere"} for found in told["findings"]]})
        case "declines":
            say({"id": request["id"], "declined": True, "reason": "not today"})
        case "fails":
            say({"id": request["id"], "failed": True, "message": "out of paper"})
        case _:
            say(answer(request))


if __name__ == "__main__":
    main()
