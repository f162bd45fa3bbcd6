"""A minimal adapter: one JSON object per line in, one per line out. Replace `faults` by your own software."""

import json
import sys

IMPLEMENTATION = {"name": "My checker", "version": "0.1", "language": "Python"}
CLAIMS = [
    {
        "profile": "passport_issuer",
        "specVersion": "1.0",
        "tiers": ["T1"],
        "formats": ["json"],
        "operations": ["check"],
    }
]


def faults(document):
    """Yield the requirement and the place (a JSON Pointer) of each fault of one document."""
    try:
        tree = json.loads(document["body"])  # bytes that are not UTF-8 come as bodyBase64
    except (KeyError, ValueError):
        tree = None
    if not isinstance(tree, dict):
        yield "GCL-COR-048", ""
        return
    for member in ("id", "specVersion", "issuer", "issuedAt"):
        if member not in tree:
            yield "GCL-COR-001", f"/{member}"


def check(request):
    findings = [
        {"requirement": requirement, "severity": "violation", "document": document["iri"], "location": place}
        for document in request["documents"]
        for requirement, place in faults(document)
    ]
    return {"verdict": "violates" if findings else "conforms", "findings": findings}


def answer(request):
    if request["op"] == "hello":
        return {"protocol": "gclink-adapter/1", "implementation": IMPLEMENTATION, "claims": CLAIMS}
    if request["op"] == "check":
        return check(request)
    return {} if request["op"] == "bye" else {"declined": True, "reason": "not implemented"}


for line in sys.stdin:
    message = json.loads(line)
    print(json.dumps({"id": message["id"], **answer(message)}), flush=True)
