"""NDJSON, standard input and telling a syntax from its first characters."""

import io
import os
import threading
from pathlib import Path

import pytest
from gclink._json_reader import read_json
from gclink.containers import ContainerKind, Source, SourceKind, open_sources, sniff
from gclink.errors import LimitExceeded, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits


def from_stdin(data: bytes, limits: Limits = DEFAULT_LIMITS) -> list[Source]:
    return list(open_sources(["-"], limits, stdin=io.BytesIO(data)))


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_each_line_is_a_source_with_its_number_and_blank_lines_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path, "a.ndjson", b'{"a":1}\r\n\n  \n{"a":2}\n{"a":3}')
    sources = list(open_sources([path]))
    assert [(s.kind, s.first_line, s.raw) for s in sources] == [
        (SourceKind.NDJSON_LINE, 1, b'{"a":1}'),
        (SourceKind.NDJSON_LINE, 4, b'{"a":2}'),
        (SourceKind.NDJSON_LINE, 5, b'{"a":3}'),
    ]
    assert {s.name for s in sources} == {str(path)}


def test_a_bad_line_reports_its_number_and_the_next_ones_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.ndjson", b'{"a":"1"}\n{"a":\n{"a":null}\n')
    first, second, third = open_sources([path])
    assert read_json(first.raw, first.name, first_line=first.first_line).problems == ()
    with pytest.raises(UnreadableInput) as caught:
        read_json(second.raw, second.name, first_line=second.first_line)
    assert caught.value.place == f"{path}:2:6"
    (problem,) = read_json(third.raw, third.name, first_line=third.first_line).problems
    assert (problem.line, problem.column) == (3, 6)


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = b'{"a":1}\n' * (len(buffer) // 8)
            buffer[: len(line)] = line
            return len(line)

    sources = open_sources(["-"], stdin=io.BufferedReader(Endless()))
    assert [next(sources).first_line for _ in range(20_000)][-1] == 20_000


def test_a_line_longer_than_allowed_is_refused_by_its_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.ndjson", b'{"a":1}\n{"a":"xxxxxxxxxxxxxxxxxxxxx"}\n')
    with pytest.raises(LimitExceeded) as caught:
        list(open_sources([path], Limits(max_bytes=10)))
    assert (caught.value.flag, caught.value.line) == ("--max-bytes", 2)


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_ndjson_file_without_documents_is_an_error(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        list(open_sources([write(tmp_path, "a.ndjson", data)]))
    assert caught.value.code == Unreadable.NO_DOCUMENTS


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"a":1}', SourceKind.JSON),
        (b'  \n{"a":\n1}\n', SourceKind.JSON),
        (b'[{"a":1}]', SourceKind.JSON),
        (b"[ ]", SourceKind.JSON),
        (b'{"@context":{},"@graph":[]}', SourceKind.JSON),
        (b'\xef\xbb\xbf{"a":1}', SourceKind.JSON),
        ('{"a":1}'.encode("utf-16"), SourceKind.JSON),
        (b'{"a":1}\n', SourceKind.JSON),
        (b'{"a":1}\n{"a":', ContainerKind.NDJSON),
        (b'{"a":1}\n\n{"a":2}', ContainerKind.NDJSON),
        (b'{"a":{}\n}\n{"a":2}', SourceKind.JSON),
        (b"<?xml version='1.0'?><a/>", SourceKind.XML),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", SourceKind.XML),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16"), SourceKind.XML),
        (b"<!-- x --><a/>", SourceKind.XML),
        (b"<!DOCTYPE a []><a/>", SourceKind.XML),
        (b"<CarbonPassport xmlns='https://w3id.org/gclink/'>", SourceKind.XML),
        (b"<gcl:Party xmlns:gcl='https://w3id.org/gclink/'>", SourceKind.XML),
        (b"<gcl:Party>\n <gcl:id>", SourceKind.XML),
        ("<护照>x</护照>".encode(), SourceKind.XML),
        (b"@prefix gcl: <https://w3id.org/gclink/> .", SourceKind.TURTLE),
        (b"PREFIX gcl: <https://w3id.org/gclink/>", SourceKind.TURTLE),
        (b"BASE <https://w3id.org/gclink/>", SourceKind.TURTLE),
        (b"# a comment\n# more\n@prefix : <urn:x:> .", SourceKind.TURTLE),
        (b"<https://a.example/1> a <https://b.example/C> ;", SourceKind.TURTLE),
        (b"[] a <https://b.example/C> .", SourceKind.TURTLE),
        (b'<https://a.example/1> <https://b.example/p> "x" .\n', SourceKind.NTRIPLES),
        (b"<urn:a:1> <https://b.example/p> <https://b.example/C> .", SourceKind.NTRIPLES),
        (b'_:b0 <https://b.example/p> "x"@en .\n', SourceKind.NTRIPLES),
        (b'# c\n<https://a.example/1> <https://b.example/p> "5"^^<urn:x:d> .\r\n', SourceKind.NTRIPLES),
        (b"PK\x03\x04....", ContainerKind.ZIP),
    ],
)
def test_a_syntax_is_told_from_its_first_characters(data: bytes, kind: SourceKind | ContainerKind) -> None:
    assert sniff(data) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Unreadable.EMPTY),
        (b" \n", Unreadable.BLANK),
        (b"hello", Unreadable.UNKNOWN_FORMAT),
        (b"Base camp is here", Unreadable.UNKNOWN_FORMAT),
        (b"type: Party\nid: x\n", Unreadable.UNKNOWN_FORMAT),
        (b"type,id\nParty,x\n", Unreadable.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n", Unreadable.UNKNOWN_FORMAT),
        (b"5", Unreadable.UNKNOWN_FORMAT),
    ],
)
def test_what_is_no_known_syntax_is_refused(data: bytes, code: Unreadable) -> None:
    with pytest.raises(UnreadableInput) as caught:
        sniff(data, "x")
    assert (caught.value.code, caught.value.source) == (code, "x")


def test_standard_input_is_told_by_its_content_and_named() -> None:
    (source,) = from_stdin(b"<Party/>")
    assert (source.name, source.kind, source.raw) == ("<stdin>", SourceKind.XML, b"<Party/>")
    assert [s.first_line for s in from_stdin(b'{"a":1}\n{"a":2}\n')] == [1, 2]


def test_standard_input_longer_than_a_first_look_is_read_whole() -> None:
    text = b'{"a":"' + b"x" * 200_000 + b'"}'
    (source,) = from_stdin(text)
    assert source.raw == text
    assert [s.raw for s in from_stdin(text + b"\n" + text)] == [text, text]
    many = b'{"a":"12345678"}\n' * 20_000
    assert b"".join(s.raw + b"\n" for s in from_stdin(many)) == many


def test_standard_input_larger_than_allowed_is_refused() -> None:
    with pytest.raises(LimitExceeded) as caught:
        from_stdin(b'{"a":"123456"}', Limits(max_bytes=13))
    assert (caught.value.flag, caught.value.source) == ("--max-bytes", "<stdin>")


def test_empty_standard_input_is_an_error() -> None:
    with pytest.raises(UnreadableInput) as caught:
        from_stdin(b"")
    assert caught.value.code == Unreadable.EMPTY


def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xml"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b'{"a":1}'))
    writer.start()
    (source,) = open_sources([pipe])
    writer.join()
    assert (source.kind, source.raw) == (SourceKind.JSON, b'{"a":1}')
