"""The fast checks and the exact scan must agree on every text: a fault found by one and not the other is a hole."""

import json
from typing import Any

import orjson
from gclink._json_problems import ProblemKind
from gclink._json_reader import _suspicious, read_json_documents
from gclink._json_scan import scan
from gclink.errors import UnreadableInput
from gclink.limits import DEFAULT_LIMITS, Limits
from hypothesis import example, given, settings
from hypothesis import strategies as st

#: What orjson refuses although RFC 8259 allows it.
REFUSED_BY_THE_PARSER = {ProblemKind.LONE_SURROGATE, ProblemKind.NUMBER}

BLANK = st.sampled_from(["", "", "", " ", "\n", "\t", "\r\n", "  "])
NUMBERS = st.sampled_from(
    [
        "0",
        "1",
        "-1",
        "12",
        "-0",
        "5.0",
        "-0.0",
        "0.5",
        "1e2",
        "1E2",
        "1e400",
        "-1e400",
        "1e-400",
        "999999999999999",
        "1000000000000000",
        "9007199254740991",
        "9007199254740992",
        "-9007199254740991",
        "-9007199254740992",
        "9223372036854775807",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "12345678901234567890123",
        "1e-05",
        "1.5E+3",
    ]
)
#: Pieces of texts that look like something else: structure, numbers, escapes, and characters of every class.
PIECES = st.sampled_from(
    [
        *[
            "a",
            "1",
            "0",
            "-0",
            " -0",
            ":-0",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "[]",
            "},",
            "},5",
            ":5",
            ",5",
            "null",
            "1.5",
        ],
        *["\\\\", '\\"', "\\/", "\\n", "\\t", "\\b", "\\f", "\\u0022", "\\u0041", "\\u0000", "\\u001f", "\\u00e9"],
        *["\\ud83d\\ude00", "\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800\\ud800\\udc00", "\\ufffe", "\\uFFFF"],
        *["é", "e\u0301", "\u0301", "\u0338", "双", "碳", "，", "₂", "\uac00", "\u1100\u1161", "\u3099", "か\u3099"],
        *["\ufffe", "\uffff", "\ufffd", "😀", "\U0001fffe", "\u2126", "\u212b", "\uf900", "\x7f", "\x85", "\u2028"],
    ]
)
STRINGS = st.lists(PIECES, max_size=4).map(lambda pieces: '"' + "".join(pieces) + '"')
NAMES = st.one_of(st.sampled_from(['"a"', '"b"', '"a"', '"\\u0061"', '"c/d~"', '""', '":"']), STRINGS)


@st.composite
def members(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    pairs = draw(st.lists(st.tuples(NAMES, BLANK, BLANK, values), max_size=5))
    inner = ",".join(f"{draw(BLANK)}{name}{before}:{after}{value}" for name, before, after, value in pairs)
    return "{" + inner + draw(BLANK) + "}"


@st.composite
def items(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    inner = ",".join(draw(BLANK) + value + draw(BLANK) for value in draw(st.lists(values, max_size=5)))
    return "[" + inner + "]"


VALUES = st.recursive(
    st.one_of(STRINGS, STRINGS, NUMBERS, st.sampled_from(["true", "false", "null", "1"])),
    lambda inner: st.one_of(members(inner), members(inner), items(inner)),
    max_leaves=20,
)
#: Values as an honest document has them, so that the fast path is taken and its silence is tested.
HONEST = st.recursive(
    st.one_of(st.text('abc双é-0.:,{}[]\\"\n', max_size=6), st.integers(-(10**15) + 1, 10**15 - 1), st.booleans()),
    lambda inner: st.one_of(
        st.dictionaries(st.text("abc双", max_size=3), inner, max_size=4), st.lists(inner, min_size=1, max_size=4)
    ),
    max_leaves=20,
)


def same(left: Any, right: Any) -> bool:
    """Compare with types, signs of zero and order of members, unlike ``==``."""
    return repr(left) == repr(right)


def assert_agreement(text: str) -> None:
    raw = text.encode()
    exact = scan(text, "t", DEFAULT_LIMITS)
    try:
        tree = orjson.loads(raw)
    except orjson.JSONDecodeError:
        assert {problem.kind for problem in exact.problems} & REFUSED_BY_THE_PARSER
        return
    assert same(tree, exact.tree)
    if not _suspicious(raw, tree, "t", DEFAULT_LIMITS):
        assert exact.problems == ()


@settings(max_examples=300, deadline=None)
@given(members(VALUES))
@example('{"a":[{"b":"1"},"a",5.0]}')
@example('{"a":[1,5.0]}')
@example('{"a":[true,5.0]}')
@example('{"a":["x",null]}')
@example('{"a":[[1.5]]}')
@example('{"a":1,"a":1,"b":"\\u0022"}')
@example('{"a" : 1, "a":1}')
@example('{"a": -0}')
@example('{"a":[1, -0]}')
@example('{"e":"x","\u0301":"y"}')
@example('{"a":{"b":[]}}')
def test_a_text_that_raises_no_suspicion_has_no_fault(text: str) -> None:
    assert_agreement(text)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), HONEST, max_size=4), st.sampled_from([None, 1, 2, 4]))
def test_any_layout_of_an_honest_document_reads_alike(tree: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(tree, ensure_ascii=indent == 1, indent=indent)
    assert_agreement(text)
    (document,) = read_json_documents(text.encode(), "t")
    assert same(document.tree, tree)


@settings(max_examples=300, deadline=None)
@given(
    members(VALUES), st.integers(0, 200), st.sampled_from(['"', "\\", ",", "}", "]", "{", "0", ".", "e", "-", "", "\n"])
)
def test_a_damaged_text_is_refused_by_both_or_read_by_both(text: str, place: int, damage: str) -> None:
    place %= len(text)
    damaged = text[:place] + damage + text[place + 1 :]
    try:
        exact = scan(damaged, "t", DEFAULT_LIMITS)
    except UnreadableInput:
        try:
            orjson.loads(damaged)
        except orjson.JSONDecodeError:
            return
        raise
    assert exact.mark is None
    assert_agreement(damaged)


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.just("x"), lambda inner: st.one_of(st.builds(lambda v: {"a": v}, inner), st.lists(inner, min_size=1))
    )
)
def test_fast_path_and_scan_agree_on_depth(tree: Any) -> None:
    document = {"a": tree}
    raw = orjson.dumps(document)
    for depth in (1, 2, 3, 5):
        limits = Limits(max_depth=depth)
        try:
            scan(raw.decode(), "t", limits)
        except UnreadableInput:
            assert _suspicious(raw, document, "t", limits)
