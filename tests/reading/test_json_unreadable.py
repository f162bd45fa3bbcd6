"""Inputs that hold no document: each is refused for its own reason, with its place and a way to mend it."""

import gzip

import pytest
from gclink._json_reader import read_json, read_json_documents
from gclink.errors import Unreadable, UnreadableInput


def refused(raw: bytes | str, first_line: int = 1) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        read_json_documents(raw.encode() if isinstance(raw, str) else raw, "a.json", first_line=first_line)
    error = caught.value
    assert error.source == "a.json"
    assert error.exit_code == 3
    for text in (error.message, error.hint):
        assert text.en
        assert text.zh
        assert text.en != text.zh
    return error


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Unreadable.EMPTY),
        (b" \r\n\t", Unreadable.BLANK),
        (b'\xef\xbb\xbf{"a":1}', Unreadable.BYTE_ORDER_MARK),
        ('{"a":1}'.encode("utf-16"), Unreadable.WRONG_ENCODING),
        ('{"a":1}'.encode("utf-16-le"), Unreadable.WRONG_ENCODING),
        ('{"a":1}'.encode("utf-16-be"), Unreadable.WRONG_ENCODING),
        ('{"a":1}'.encode("utf-32"), Unreadable.WRONG_ENCODING),
        ('{"a":1}'.encode("utf-32-be"), Unreadable.WRONG_ENCODING),
        (gzip.compress(b'{"a":1}', mtime=0), Unreadable.BINARY),
        (b"PK\x03\x04", Unreadable.BINARY),
        (b"%PDF-1.7", Unreadable.BINARY),
        (b'{"a":"\x00"}', Unreadable.BINARY),
        (b"<?xml version='1.0'?><a/>", Unreadable.OTHER_FORMAT),
        (b"<CarbonPassport xmlns='x'>", Unreadable.OTHER_FORMAT),
        (b"@prefix gcl: <https://w3id.org/gclink/> .", Unreadable.OTHER_FORMAT),
        (b"<https://a.example/1> a <https://w3id.org/gclink/Party> .", Unreadable.OTHER_FORMAT),
    ],
)
def test_bytes_that_are_no_json_text_are_told_apart(raw: bytes, code: Unreadable) -> None:
    assert refused(raw).code == code


def test_the_wrong_encoding_is_named() -> None:
    assert "UTF-16" in refused('{"a":1}'.encode("utf-16")).message.en
    assert "UTF-32" in refused('{"a":1}'.encode("utf-32")).message.zh


def test_invalid_utf8_is_placed_by_byte_line_and_column() -> None:
    error = refused('{\n "名": "'.encode() + b"\xff" + b'"}')
    assert error.code == Unreadable.INVALID_UTF8
    assert (error.byte_offset, error.line, error.column) == (11, 2, 8)
    assert "0xFF" in error.message.en
    assert "0xFF" in error.message.zh


@pytest.mark.parametrize("bad", [b"\xc3", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", "荔枝".encode("gb18030")])
def test_every_kind_of_broken_utf8_is_refused(bad: bytes) -> None:
    assert refused(b'{"a":"' + bad + b'"}').code == Unreadable.INVALID_UTF8


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "-NaN", "nan"])
def test_what_is_not_a_number_is_called_by_its_name(word: str) -> None:
    error = refused(f'{{"a":\n {word}}}')
    assert (error.code, error.line, error.column) == (Unreadable.NOT_A_NUMBER, 2, 2)
    assert word in error.message.en


@pytest.mark.parametrize(
    "text",
    ['{"a":1', '{"a":', '{"a"', '{"a', "{", '{"a":[1,', '{"a":"x', '{"a":"x\\', '{"a":"\\u00', '{"a":tr', '{"a":-'],
)
def test_half_a_document_is_said_to_be_cut_off(text: str) -> None:
    error = refused(text)
    assert (error.code, error.column) == (Unreadable.INCOMPLETE, len(text) + 1)


@pytest.mark.parametrize("rest", ["x", '{"b":1}', "]", "}", "\n{}", ", 1"])
def test_data_after_the_document_is_refused(rest: str) -> None:
    error = refused('{"a":1}\n' + rest)
    assert error.code == Unreadable.TRAILING_DATA
    assert error.line == 2 + rest.count("\n")
    assert ".ndjson" in error.hint.en


@pytest.mark.parametrize(
    ("text", "line", "column", "expected", "hint"),
    [
        ("{'a':1}", 1, 2, "member name", "straight quote"),
        ("{a:1}", 1, 2, "member name", "double quotes"),
        ('{"a":1,}', 1, 8, "member name", "comma before"),
        ('{"a":[1,]}', 1, 9, "a value", "comma before"),
        ('{"a":1\n "b":2}', 2, 2, "a comma or }", "comma is missing"),
        ('{"a" 1}', 1, 6, "colon", "double quotes"),
        ('{"a":01}', 1, 7, "a comma or }", "leading zero"),
        ('{"a":+1}', 1, 6, "a value", "leading plus"),
        ('{"a":.5}', 1, 6, "a value", "digit before the point"),
        ('{"a":5.}', 1, 7, "a comma or }", "digits after the point"),
        ('{"a":1e}', 1, 7, "a comma or }", "digits after the point"),
        ('{"a":True}', 1, 6, "a value", "true and false"),
        ('{"a":None}', 1, 6, "a value", "Leave the member out"),
        ('{"a":tru}', 1, 6, "a value", "double quotes"),
        ('{"a":1 // why\n}', 1, 8, "a comma or }", "no comments"),
        ('{"a"：1}', 1, 5, "colon", "ASCII"),
        ('{"a":“x”}', 1, 6, "a value", "straight quote"),
        ('{"a":"x\ny"}', 1, 8, "rest of a text", "line break"),
        ('{"a":"\x01"}', 1, 7, "rest of a text", "line break"),
        ('{"a":"\\x"}', 1, 7, "an escape", "double quotes"),
        ('{"a":"\\u12G4"}', 1, 7, "an escape", "double quotes"),
        ('{"a":[1}', 1, 8, "a comma or ]", "double quotes"),
        ("\x0c{}", 1, 1, "a value", "line break"),
        ("hello", 1, 1, "a value", "double quotes"),
    ],
)
def test_a_fault_of_syntax_says_where_and_what_was_expected(
    text: str, line: int, column: int, expected: str, hint: str
) -> None:
    error = refused(text)
    assert (error.code, error.line, error.column) == (Unreadable.SYNTAX, line, column)
    assert expected in error.message.en
    assert hint in error.hint.en


def test_the_byte_offset_of_a_fault_counts_bytes_and_the_column_characters() -> None:
    error = refused('{"双碳":x}')
    assert (error.column, error.byte_offset) == (7, 10)


def test_lines_of_an_ndjson_file_are_reported_by_their_number() -> None:
    assert refused('{"a":', first_line=41).line == 41
    assert refused(b'{"a":"\xff"}', first_line=41).line == 41


@pytest.mark.parametrize(
    ("text", "line"), [('"x"', 1), ("1", 1), ("null", 1), ("true", 1), ('[{"a":1},\n "x"]', 2), ("[[{}]]", 1)]
)
def test_only_objects_are_documents(text: str, line: int) -> None:
    error = refused(text)
    assert (error.code, error.line) == (Unreadable.TOP_LEVEL, line)


def test_an_empty_array_holds_no_document() -> None:
    assert refused(" []").code == Unreadable.NO_DOCUMENTS


def test_one_document_is_asked_for_and_several_are_refused() -> None:
    assert read_json(b'[{"a":"1"}]', "t").tree == {"a": "1"}
    with pytest.raises(UnreadableInput) as caught:
        read_json(b'[{"a":"1"},\n{"a":"2"}]', "t")
    assert (caught.value.code, caught.value.line) == (Unreadable.SEVERAL_DOCUMENTS, 2)


def test_a_syntax_fault_after_half_a_surrogate_pair_is_still_a_syntax_fault() -> None:
    assert refused(r'{"a":"\ud800",}').code == Unreadable.SYNTAX
