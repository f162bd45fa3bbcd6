"""Hostile and broken input through the command line: one clear error with a place, exit code 3, nothing fetched."""

from __future__ import annotations

import io
import socket
import zipfile
from pathlib import Path
from typing import Any

import orjson
import pytest
from gclink.cli import main

ROOT = Path(__file__).resolve().parents[2]
PARTY = (ROOT / "examples" / "litchi" / "json" / "party-bank.json").read_bytes()
XML = (ROOT / "examples" / "litchi" / "xml" / "party-bank.xml").read_bytes()
TURTLE = (ROOT / "examples" / "litchi" / "turtle" / "party-bank.ttl").read_bytes()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any, **_more: Any) -> None:
        raise AssertionError("something tried to open a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def unreadable(path: Path, capfd: pytest.CaptureFixture[str], *more: str) -> str:
    """Run ``gclink validate``; the input must be refused with its name and one error. Return the English message."""
    texts = []
    for language in ("en", "zh"):
        code = main(["validate", str(path), "--lang", language, *more])
        told = capfd.readouterr()
        assert code == 3, told.out + told.err
        assert told.out == ""
        assert "Traceback" not in told.err
        assert path.name in told.err
        assert len(told.err.strip().splitlines()) <= 3
        texts.append(told.err)
    assert texts[0] != texts[1]
    return texts[0]


def deep(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


CASES: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("x.json", b"", "empty"),
    "blanks alone": ("x.json", b"  \n ", ""),
    "half a document": ("x.json", PARTY[: len(PARTY) // 2], ":"),
    "something behind the document": ("x.json", PARTY + b"{}", ":"),
    "NaN": ("x.json", PARTY.replace(b'"CN"', b"NaN", 1), ":"),
    "a byte order mark": ("x.json", b"\xef\xbb\xbf" + PARTY, "byte order mark"),
    "UTF-16": ("x.json", PARTY.decode().encode("utf-16"), ""),
    "a byte that is not UTF-8": ("x.json", PARTY.replace(b'"Bank"', b'"B\xff"', 1), "UTF-8"),
    "a binary file": ("x.json", b"\x89PNG\r\n\x1a\n\x00\x00", ""),
    "a single number": ("x.json", b"42", ""),
    "nesting without end": ("x.json", deep(5_000), "--max-depth"),
    "an empty XML file": ("x.xml", b"", "empty"),
    "half an XML document": ("x.xml", XML[: len(XML) // 2], ":"),
    "an XML document with a DTD": ("x.xml", b"<!DOCTYPE p SYSTEM 'http://example.org/p.dtd'>" + XML[39:], "DOCTYPE"),
    "entities that expand": (
        "x.xml",
        b'<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>',
        "DOCTYPE",
    ),
    "an external entity": ("x.xml", b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>', "DOCTYPE"),
    "XML in another encoding": ("x.xml", XML.replace(b"UTF-8", b"ISO-8859-1", 1), "ISO-8859-1"),
    "XML with a broken byte": ("x.xml", XML.replace(b">Bank<", b">B\xff<", 1), "UTF-8"),
    "XML nested without end": ("x.xml", b"<a>" * 3_000 + b"</a>" * 3_000, ""),
    "an empty Bundle": ("x.xml", b'<Bundle xmlns="https://w3id.org/gclink/"/>', "Bundle"),
    "broken Turtle": ("x.ttl", TURTLE[: len(TURTLE) * 2 // 3] + b" ;;", ":"),
    "Turtle with a broken byte": ("x.ttl", TURTLE.replace(b'"Bank"', b'"B\xff"', 1), "UTF-8"),
    "an empty Turtle file": ("x.ttl", b"", ""),
    "an NDJSON line that breaks off": ("x.ndjson", orjson.dumps(orjson.loads(PARTY)) + b'\n{"type": ', ":2"),
    "a broken ZIP archive": ("x.zip", b"PK\x03\x04 and no more", ""),
}


@pytest.mark.parametrize("name", list(CASES))
def test_what_cannot_be_read_is_one_clear_error(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file, content, part = CASES[name]
    (tmp_path / file).write_bytes(content)
    assert part in unreadable(tmp_path / file, capfd)


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "members",
    [
        {"../outside.json": PARTY},
        {"/etc/outside.json": PARTY},
        {"bomb.json": b" " * 40_000_000},
        {"inner.zip": archive({"party.json": PARTY})},
    ],
    ids=["a path that leaves", "an absolute path", "a bomb", "an archive in an archive"],
)
def test_an_archive_that_could_harm_is_refused(
    members: dict[str, bytes], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.zip").write_bytes(archive(members))
    unreadable(tmp_path / "x.zip", capfd)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.zip"]


def test_a_folder_without_documents_is_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (folder / "notes.txt").write_text("no document")
    unreadable(folder, capfd)


def test_a_limit_names_its_flag_and_the_flag_raises_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, content in (("x.json", PARTY), ("x.xml", XML), ("x.ttl", TURTLE)):
        (tmp_path / name).write_bytes(content)
        assert "--max-bytes" in unreadable(tmp_path / name, capfd, "--max-bytes", "100")
        assert main(["validate", str(tmp_path / name), "--max-bytes", "100000"]) == 0
        capfd.readouterr()


def test_a_context_by_another_iri_is_a_finding_and_never_fetched(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tree = {"@context": "https://example.org/other-context", **orjson.loads(PARTY)}
    (tmp_path / "x.jsonld").write_bytes(orjson.dumps(tree))
    assert main(["validate", str(tmp_path / "x.jsonld"), "--lang", "en"]) == 1
    assert "GCL-COR-002" in capfd.readouterr().out


def test_a_schema_location_is_a_hint_that_nobody_follows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hint = (
        b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        b'xsi:schemaLocation="https://w3id.org/gclink/ http://example.org/evil.xsd">'
    )
    (tmp_path / "x.xml").write_bytes(XML.replace(b'gclink/">', b'gclink/"' + hint, 1))
    assert main(["validate", str(tmp_path / "x.xml"), "--engine", "all"]) == 0
    capfd.readouterr()


def test_the_example_is_checked_without_any_connection(capfd: pytest.CaptureFixture[str]) -> None:
    for syntax in ("json", "xml", "turtle"):
        assert main(["validate", str(ROOT / "examples" / "litchi" / syntax), "--as-of", "2026-10-01"]) == 0
    capfd.readouterr()
