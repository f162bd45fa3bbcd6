"""Hostile sizes cost a message and not the machine, and the message names the option that allows more."""

import pickle

import pytest
from gclink._json_reader import read_json, read_json_documents
from gclink.errors import GclinkError, LimitExceeded, Text, Unreadable, UnreadableInput
from gclink.limits import DEFAULT_LIMITS, PARSER_DEPTH, Limits


def exceeded(raw: bytes, limits: Limits = DEFAULT_LIMITS) -> LimitExceeded:
    with pytest.raises(LimitExceeded) as caught:
        read_json_documents(raw, "t", limits)
    error = caught.value
    assert error.code == Unreadable.LIMIT
    assert error.exit_code == 3
    assert error.flag in error.hint.en
    assert error.flag in error.hint.zh
    return error


def nested(depth: int) -> bytes:
    return b'{"a":' * depth + b'"x"' + b"}" * depth


def test_a_document_larger_than_allowed_is_refused_before_it_is_parsed() -> None:
    error = exceeded(b"\xff" * 11, Limits(max_bytes=10))
    assert error.flag == "--max-bytes"
    assert "11" in error.message.en


@pytest.mark.parametrize(
    ("raw", "column"),
    [
        (nested(201), 200 * 5 + 1),
        (nested(2_000), 200 * 5 + 1),
        (b'{"a":' + b"[" * 200 + b"1" + b"]" * 200 + b"}", 5 + 200),
        (b"[" * 100_000, 201),
        (b'{"a":' * 100_000, 200 * 5 + 1),
    ],
)
def test_too_deep_a_document_is_refused_where_it_goes_too_deep(raw: bytes, column: int) -> None:
    error = exceeded(raw)
    assert (error.flag, error.line, error.column) == ("--max-depth", 1, column)


def test_depth_up_to_the_limit_is_read_and_one_more_is_not() -> None:
    assert read_json(nested(200), "t").problems == ()
    assert read_json(nested(3), "t", Limits(max_depth=3)).problems == ()
    assert exceeded(nested(4), Limits(max_depth=3)).column == 16


def test_a_wide_document_is_not_mistaken_for_a_deep_one() -> None:
    wide = b'{"list":[' + b",".join([b'{"a":{"b":"}{ ] ["}}'] * 2000) + b"]}"
    assert read_json(wide, "t").problems == ()


def test_the_greatest_depth_is_what_the_parser_can_read() -> None:
    assert read_json(nested(PARSER_DEPTH), "t", Limits(max_depth=PARSER_DEPTH)).problems == ()
    with pytest.raises(LimitExceeded, match="exceeds the limit") as caught:
        read_json(nested(PARSER_DEPTH + 1), "t", Limits(max_depth=PARSER_DEPTH))
    assert "deepest" in caught.value.hint.en


@pytest.mark.parametrize(
    "raw", [b'{"a":[1,2,3,4]}', b'{"a":1,"b":1,"c":1,"d":1,"e":1}', b'{"a":1,"a":1,"a":1,"a":1,"a":1}']
)
def test_members_and_items_are_counted_together(raw: bytes) -> None:
    assert exceeded(raw, Limits(max_members=5)).flag == "--max-members"
    assert read_json(raw, "t", Limits(max_members=6)).tree


@pytest.mark.parametrize(
    "raw", [b'{"a":"123456"}', b'{"123456":"a"}', rb'{"a":"\"\"\"\"\"\""}', b'{"a":["12","123456"]}']
)
def test_a_text_longer_than_allowed_is_refused(raw: bytes) -> None:
    assert exceeded(raw, Limits(max_string=5)).flag == "--max-string"
    assert read_json(raw, "t", Limits(max_string=6)).problems == ()


def test_more_faults_than_anyone_reads_end_the_reading() -> None:
    raw = b'{"a":[' + b",".join([b"null"] * 11) + b"]}"
    assert exceeded(raw, Limits(max_problems=10)).flag == "--max-problems"
    assert len(read_json(raw, "t", Limits(max_problems=11)).problems) == 11


def test_documents_in_an_array_are_counted() -> None:
    assert exceeded(b"[{},{},{}]", Limits(max_documents=2)).flag == "--max-documents"


def test_many_faults_on_one_long_line_are_located_in_linear_time() -> None:
    raw = b'{"a":[' + b",".join([b'"' + b"x" * 100 + b'",null'] * 9_000) + b"]}"
    problems = read_json(raw, "t").problems
    assert len(problems) == 9_000
    assert problems[-1].column == len(raw) - 5


def test_limits_refuse_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="--max-bytes must be at least 1"):
        Limits(max_bytes=0)
    with pytest.raises(ValueError, match="--max-depth must be at most 250"):
        Limits(max_depth=251)


def test_every_limit_has_a_message_in_both_languages() -> None:
    from dataclasses import fields

    for field in fields(Limits):
        error = DEFAULT_LIMITS.exceeded(field.name, 7)
        assert error.flag == "--" + field.name.replace("_", "-")
        assert error.message.en.startswith("the ")
        assert "上限" in error.message.zh


@pytest.mark.parametrize(
    "error",
    [
        UnreadableInput(
            Unreadable.SYNTAX, Text("m", "消息"), Text("h", "提示"), source="a", line=1, column=2, byte_offset=1
        ),
        DEFAULT_LIMITS.exceeded("max_depth", source="a", line=3),
    ],
)
def test_an_error_crosses_processes_whole(error: GclinkError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert copy.__dict__ == error.__dict__
    assert str(copy) == str(error)


def test_an_error_is_rendered_in_the_language_asked_for() -> None:
    error = UnreadableInput(Unreadable.SYNTAX, Text("m", "消息"), Text("h", "提示"), source="a.json", line=3, column=9)
    assert error.render("en") == "a.json:3:9: m\n  h"
    assert error.render("zh") == "a.json:3:9: 消息\n  提示"
