"""The published schemas of the protocol: sound, with sound examples, and strict where it matters."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import orjson
import pytest
from gclink.check import Options, check
from gclink.documents import read_bytes
from gclink_conformance.protocol import (
    MEDIA_TYPES,
    OPERATIONS,
    PROTOCOL,
    RESULTS,
    GarbageError,
    accept,
    packed,
    parse,
    schema,
    unpacked,
    validator,
)

NAMES = ("messages", "results", "baseline")
DEFINITIONS = schema("messages")["$defs"]
MESSAGES = [name for name in DEFINITIONS if name.startswith(("request.", "response."))]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema_and_says_what_it_is(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$id"] == f"https://w3id.org/gclink/protocol/{name}.json"
    assert schema(name)["title"]
    assert schema(name)["description"]


@pytest.mark.parametrize("name", MESSAGES)
def test_every_message_is_described_and_has_a_sound_example(name: str) -> None:
    definition = DEFINITIONS[name]
    assert definition["description"]
    for example in definition["examples"]:
        assert [error.message for error in validator("messages", name).iter_errors(example)] == []


def test_every_operation_has_a_request_and_a_response() -> None:
    operations = {"hello", *OPERATIONS, "bye"}
    assert {name.partition(".")[2] for name in MESSAGES} == operations | {"declined", "failed"}
    assert schema("messages")["x-protocol"] == PROTOCOL
    assert schema("results")["title"] == RESULTS


def test_a_document_in_an_example_conforms() -> None:
    document = DEFINITIONS["document"]["examples"][0]
    report = check(read_bytes(unpacked(document), "json"), Options("2026-10-01T00:00:00Z", scope="document"))
    assert report.findings == ()


def test_the_media_types_are_those_of_the_schema() -> None:
    assert list(MEDIA_TYPES.values()) == DEFINITIONS["mediaType"]["enum"]
    assert list(MEDIA_TYPES) == DEFINITIONS["format"]["enum"]


GOOD: dict[str, dict[str, Any]] = {name: DEFINITIONS[f"response.{name}"]["examples"][0] for name in ("check", "digest")}


@pytest.mark.parametrize(
    ("operation", "change"),
    [
        ("check", {"verdict": "valid"}),
        ("check", {"verdict": None}),
        ("check", {"findings": "none"}),
        ("check", {"findings": [{"requirement": "GCL-COR-1", "document": "urn:a", "location": ""}]}),
        ("check", {"findings": [{"requirement": "GCL-COR-001", "document": "urn:a", "location": "id"}]}),
        ("check", {"findings": [{"requirement": "GCL-COR-001", "location": ""}]}),
        ("digest", {"digest": "sha-256:AB"}),
        ("check", {"declined": True}),
        ("check", {"declined": False, "reason": "x"}),
        ("check", {"failed": True}),
    ],
)
def test_an_answer_of_another_form_is_garbage(operation: str, change: dict[str, Any]) -> None:
    accept(operation, GOOD[operation])
    with pytest.raises(GarbageError):
        accept(operation, {**GOOD[operation], **change})


def test_members_beside_those_described_are_passed_over() -> None:
    accept("check", {**GOOD["check"], "took": 3, "findings": [{**GOOD["check"]["findings"][0], "line": 7}]})


def test_a_refusal_in_the_place_of_an_answer_is_accepted() -> None:
    for operation in OPERATIONS:
        accept(operation, {"id": "1", "declined": True, "reason": "no"})
        accept(operation, {"id": "1", "failed": True, "message": "no"})


@pytest.mark.parametrize("line", [b"", b"ok", b"[]", b'"x"', b"{", b"{} {}", b'{"id": NaN}', b"\xff"])
def test_a_line_that_is_no_object_is_garbage(line: bytes) -> None:
    with pytest.raises(GarbageError):
        parse(line)


@pytest.mark.parametrize("content", [b"", b"plain", "荔枝".encode(), b"\xff\xfe", b"\xed\xa0\x80", bytes(range(256))])
def test_a_document_travels_byte_for_byte(content: bytes) -> None:
    sent = packed("urn:a", "application/json", content)
    assert ("bodyBase64" in sent) == (content in (b"\xff\xfe", b"\xed\xa0\x80", bytes(range(256))))
    assert unpacked(json.loads(orjson.dumps(sent))) == content
    assert validator("messages", "document").is_valid(sent)


def test_half_a_base_64_is_garbage() -> None:
    with pytest.raises(GarbageError):
        unpacked({"bodyBase64": "AAA"})
