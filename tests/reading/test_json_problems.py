"""Faults that stand in the raw text and vanish in most parsers: each must be reported once, with its place."""

import pytest
from gclink._json_problems import MAX_INTEGER, ProblemKind, text_faults
from gclink._json_reader import read_json, read_json_documents


def only_problem(text: str) -> tuple[str, str, int, int, str]:
    (problem,) = read_json(text.encode("utf-8", "surrogatepass"), "t").problems
    assert problem.expected.en
    assert problem.expected.zh
    assert problem.found in problem.message.en
    assert problem.found in problem.message.zh
    assert problem.requirement == problem.kind.requirement
    return problem.requirement, problem.pointer, problem.line, problem.column, problem.found


def test_a_document_without_faults_has_no_problems() -> None:
    document = read_json('{"name":"双碳荔枝","n":[1,2],"ok":true,"deep":{"list":[{"a":"b"}]}}'.encode(), "t")
    assert document.problems == ()
    assert document.tree == {"name": "双碳荔枝", "n": [1, 2], "ok": True, "deep": {"list": [{"a": "b"}]}}


def test_a_repeated_member_is_found_at_its_second_name_and_the_last_value_stands() -> None:
    text = '{\n  "a": {"x": "1",\n    "x": "2"}\n}'
    assert only_problem(text) == ("GCL-COR-002", "/a/x", 3, 5, "x")
    assert read_json(text.encode(), "t").tree == {"a": {"x": "2"}}


def test_a_repeated_member_is_found_when_one_name_is_escaped() -> None:
    assert only_problem(r'{"a":"1","\u0061":"2"}') == ("GCL-COR-002", "/a", 1, 10, "a")


def test_a_repeated_member_is_not_hidden_by_escaped_quotes() -> None:
    # Two \u0022 put back exactly the two quotes that the dropped name took away.
    assert only_problem(r'{"a":1,"a":2,"b":"\u0022\u0022"}') == ("GCL-COR-002", "/a", 1, 8, "a")


def test_equal_repeated_members_are_still_a_fault() -> None:
    assert only_problem('{"a":"1","a":"1"}')[0] == "GCL-COR-002"


def test_a_member_given_three_times_is_reported_twice() -> None:
    problems = read_json(b'{"a":1,"a":1,"a":1}', "t").problems
    assert [(problem.kind, problem.column) for problem in problems] == [("duplicateKey", 8), ("duplicateKey", 14)]


def test_equal_names_in_different_objects_are_no_fault() -> None:
    assert read_json(b'{"a":{"a":"1"},"b":[{"a":"1"},{"a":"2"}]}', "t").problems == ()


def test_faults_in_a_dropped_member_are_reported_too() -> None:
    kinds = [problem.kind for problem in read_json(b'{"a":null,"a":"1"}', "t").problems]
    assert kinds == [ProblemKind.NULL, ProblemKind.DUPLICATE_KEY]


@pytest.mark.parametrize(
    ("text", "pointer", "column"),
    [('{"a":null}', "/a", 6), ('{"a":["x",null]}', "/a/1", 11), ('{"a":[{"b":null}]}', "/a/0/b", 12)],
)
def test_null_is_found_wherever_it_stands(text: str, pointer: str, column: int) -> None:
    assert only_problem(text) == ("GCL-COR-002", pointer, 1, column, "null")


def test_the_word_null_inside_a_text_is_no_fault() -> None:
    assert read_json(b'{"a":"null",":null":"[null, ,null"}', "t").problems == ()


@pytest.mark.parametrize(
    ("text", "pointer", "column"), [('{"a":[]}', "/a", 6), ('{"a":{"b":[ ]}}', "/a/b", 11), ('{"a":[[]]}', "/a/0", 7)]
)
def test_an_empty_array_is_found_wherever_it_stands(text: str, pointer: str, column: int) -> None:
    assert only_problem(text) == ("GCL-COR-002", pointer, 1, column, "[]")


@pytest.mark.parametrize(
    "number",
    [
        *["5.0", "-5.0", "0.0", "-0.0", "8.5", "1e400", "-1e400", "1e-400", "1E2", "1e2", "1e+2", "-0"],
        *["9007199254740992", "-9007199254740992", "18446744073709551615", "18446744073709551616"],
        *["-9223372036854775809", "12345678901234567890123"],
    ],
)
def test_a_number_that_is_no_plain_integer_is_found_in_members_and_arrays(number: str) -> None:
    assert only_problem(f'{{"a":{number}}}') == ("GCL-COR-003", "/a", 1, 6, number)
    assert only_problem(f'{{"a":[1, {number}]}}') == ("GCL-COR-003", "/a/1", 1, 10, number)
    assert only_problem(f'{{"a":[{{"b":"c"}},"d",{number}]}}') == ("GCL-COR-003", "/a/2", 1, 21, number)


@pytest.mark.parametrize("number", ["0", "1", "-1", "25", str(MAX_INTEGER), str(-MAX_INTEGER), "1234567890123456"])
def test_a_plain_integer_is_no_fault(number: str) -> None:
    document = read_json(f'{{"a":{number},"b":[{number}]}}'.encode(), "t")
    assert document.problems == ()
    assert document.tree == {"a": int(number), "b": [int(number)]}


def test_a_number_of_ten_thousand_digits_is_a_fault_and_not_a_crash() -> None:
    (problem,) = read_json(b'{"a":' + b"9" * 10_000 + b"}", "t").problems
    assert problem.requirement == "GCL-COR-003"
    assert len(problem.found) < 100


def test_a_number_beyond_all_doubles_leaves_a_tree_that_every_engine_can_hold() -> None:
    assert read_json(b'{"a":1e400,"b":-1e400}', "t").tree == {"a": 1.7976931348623157e308, "b": -1.7976931348623157e308}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r'{"a":"\ud800"}', "U+D800"),
        (r'{"a":"x\udc00y"}', "U+DC00"),
        (r'{"a":"\udc00\ud800"}', "U+DC00"),
        (r'{"a":"\u0000"}', "U+0000"),
        (r'{"a":"\u001F"}', "U+001F"),
        (r'{"a":"\b"}', "U+0008"),
        (r'{"a":"\f"}', "U+000C"),
        (r'{"a":"\ufffe"}', "U+FFFE"),
        ('{"a":"\uffff"}', "U+FFFF"),
        ('{"a":"e\u0301"}', "U+0065 U+0301"),
        ('{"a":"\u212b"}', "U+212B"),
        (r'{"a":"e\u0301"}', "U+0065 U+0301"),
        ('{"a":"\u304b\u3099"}', "U+304B U+3099"),
    ],
)
def test_a_text_xml_cannot_carry_or_not_in_normal_form_is_found(text: str, found: str) -> None:
    assert only_problem(text) == ("GCL-COR-006", "/a", 1, 6, found)


def test_half_a_surrogate_pair_becomes_the_replacement_character_in_the_tree() -> None:
    assert read_json(rb'{"a":"x\ud800","\udc00":"y"}', "t").tree == {"a": "x\ufffd", "\ufffd": "y"}


def test_a_member_name_is_held_to_the_same_characters() -> None:
    assert only_problem('{"e\u0301":"x"}')[:2] == ("GCL-COR-006", "/e\u0301")


@pytest.mark.parametrize(
    "text",
    [
        "tab\tfeed\nreturn\r",
        "\x7f\x85",
        "é",
        "e\u0338x",
        "双碳荔枝，“网袋”",
        "CO₂",
        "😀",
        "\U0001fffe",
        "\ufffd",
        "가",
        "\\",
        '"',
        "C:\\bin\\fix",
    ],
)
def test_a_text_that_xml_can_carry_is_no_fault(text: str) -> None:
    import json

    assert list(text_faults(text)) == []
    for escaped in (True, False):
        document = read_json(json.dumps({"a": text}, ensure_ascii=escaped).encode(), "t")
        assert document.problems == ()
        assert document.tree == {"a": text}


def test_an_escaped_pair_is_one_character_beyond_the_basic_plane() -> None:
    document = read_json(rb'{"a":"\ud83d\ude00"}', "t")
    assert (document.tree, document.problems) == ({"a": "😀"}, ())


def test_problems_come_in_the_order_of_the_text_with_lines_and_columns_in_characters() -> None:
    text = '{\n "名": null,\r\n "b": {"甲乙": 5.0},\n "c": []\n}'
    found = [(p.pointer, p.line, p.column) for p in read_json(text.encode(), "t").problems]
    assert found == [("/名", 2, 7), ("/b/甲乙", 3, 14), ("/c", 4, 7)]


def test_pointers_escape_slash_and_tilde() -> None:
    assert only_problem('{"a/b~c":null}')[1] == "/a~1b~0c"


def test_in_an_array_of_documents_each_has_its_own_problems_and_pointers() -> None:
    first, second, third = read_json_documents(b'[{"a":null},\n {"a":"x"},\n {"b":{"c":5.0}}]', "t")
    assert [(p.pointer, p.line) for p in first.problems] == [("/a", 1)]
    assert second.problems == ()
    assert [(p.pointer, p.line, p.column) for p in third.problems] == [("/b/c", 3, 12)]
    assert third.base == "/2"


def test_lines_are_counted_from_the_line_the_text_begins_on() -> None:
    (problem,) = read_json(b'{"a":null}', "t", first_line=7).problems
    assert (problem.line, problem.column) == (7, 6)


def test_long_excerpts_are_cut() -> None:
    (problem,) = read_json(b'{"a":1,"' + b"k" * 500 + b'":1,"' + b"k" * 500 + b'":1}', "t").problems
    assert problem.found.endswith("…")
    assert len(problem.found) < 100


def test_a_long_run_of_marks_in_the_wrong_order_costs_no_quadratic_time() -> None:
    # Normalizing this text takes minutes; it needs to be judged all the same.
    text = '{"a":"' + "e" + "\u0301\u0316" * 400_000 + '"}'
    assert only_problem(text) == ("GCL-COR-006", "/a", 1, 6, "U+0065 U+0301")
    assert only_problem(text.replace("e", "x"))[4] == "U+0301 U+0316"


def test_the_first_character_out_of_normal_form_is_named() -> None:
    assert only_problem('{"a":"' + "双" * 1000 + "x\u212by\u0301" + '"}')[4] == "U+212B"
    assert only_problem('{"a":"' + "é" * 1000 + "xe\u0301" + '"}')[4] == "U+0065 U+0301"
