"""The reference adapter: this project's own library behind ``gclink-adapter/1``.

Run it with ``python -m gclink_conformance.reference``; with ``--http PORT`` it listens on the loopback address instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import orjson
from gclink import __version__
from gclink.calculations import CalculationError, run
from gclink.canonical import digest
from gclink.check import Options, check
from gclink.convert import convert
from gclink.documents import Document, read_bytes
from gclink.errors import GclinkError, UnreadableInput
from gclink.findings import Severity
from gclink.profiles import profiles
from gclink.structure import check_structure

from gclink_conformance.protocol import (
    FORMATS,
    MEDIA_TYPES,
    OPERATIONS,
    PROTOCOL,
    SPEC_VERSION,
    GarbageError,
    Message,
    packed,
    unpacked,
)
from gclink_conformance.unreadable import requirement_of


def answer(message: Message) -> Message:
    """Return the answer to a message; what goes wrong is told as ``failed``, never guessed."""
    try:
        return {"id": message["id"], **_OPERATIONS[message["op"]](message)}
    except CalculationError as error:
        return {"id": message["id"], "failed": True, "message": str(error)}
    except (GclinkError, GarbageError) as error:
        return {"id": message["id"], "failed": True, "message": str(error)}
    except KeyError as error:
        return {"id": message.get("id", ""), "failed": True, "message": f"the request lacks or misnames {error}"}


def _hello(_message: Message) -> Message:
    return {
        "protocol": PROTOCOL,
        "implementation": {
            "name": "gclink",
            "version": __version__,
            "vendor": "Green Carbon Link",
            "language": "Python",
            "homepage": "https://w3id.org/gclink/",
        },
        "claims": [
            {
                "profile": name,
                "specVersion": SPEC_VERSION,
                "tiers": ["T1", "T2", "T3"],
                "formats": list(MEDIA_TYPES),
                "operations": list(OPERATIONS),
            }
            for name, profile in profiles().items()
            if profile.kind == "role"
        ],
    }


def _check(message: Message) -> Message:
    documents: list[Document] = []
    findings: list[Message] = []
    for sent in message["documents"]:
        try:
            documents += _read(sent)
        except UnreadableInput as error:
            findings.append(
                {
                    "requirement": requirement_of(error),
                    "severity": "violation",
                    "document": sent["iri"],
                    "location": "",
                    "message": str(error),
                }
            )
    if documents:
        report = check(documents, Options(message["asOf"], scope=message["scope"], digests=False))
        findings += [
            {
                "requirement": found.requirement,
                "severity": "violation" if found.severity is Severity.ERROR else "warning",
                "document": found.source,
                "location": found.pointer,
                "message": found.message.en,
            }
            for found in report.findings
        ]
    violated = any(found["severity"] == "violation" for found in findings)
    return {"verdict": "violates" if violated else "conforms", "findings": findings}


def _read(sent: Message) -> list[Document]:
    return read_bytes(unpacked(sent), FORMATS[sent["mediaType"]], sent["iri"])


def _one(sent: Message) -> dict[str, Any]:
    documents = _read(sent)
    if len(documents) != 1:
        raise GarbageError(f"{len(documents)} documents instead of one")
    if documents[0].faults or check_structure(documents[0].tree):
        raise GarbageError("the document is not of the right form")
    tree: dict[str, Any] = documents[0].tree
    return tree


def _convert(message: Message) -> Message:
    to = FORMATS[message["to"]]
    written = packed(message["document"]["iri"], message["to"], convert(_one(message["document"]), to))
    return {"document": written}


def _derive(message: Message) -> Message:
    return {"value": run(message["quantity"], message["inputs"])}


def _digest(message: Message) -> Message:
    return {"digest": digest(_one(message["document"]))}


def _bye(_message: Message) -> Message:
    return {}


_OPERATIONS = {
    "hello": _hello,
    "check": _check,
    "convert": _convert,
    "derive": _derive,
    "digest": _digest,
    "bye": _bye,
}


def serve(lines: Iterable[bytes]) -> None:
    """Answer messages, one per line, on standard output until bye or the end of the input."""
    out = sys.stdout.buffer
    for line in lines:
        if not line.strip():
            continue
        message = orjson.loads(line)
        out.write(orjson.dumps(answer(message)) + b"\n")
        out.flush()
        if message.get("op") == "bye":
            return


def main(arguments: list[str]) -> None:
    """Serve on standard input and output, or over HTTP where a port is given."""
    if arguments[:1] == ["--http"]:
        from gclink_conformance.server import serve_http

        serve_http(answer, int(arguments[1]))
    else:
        serve(sys.stdin.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
