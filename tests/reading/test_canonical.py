"""The canonical form is RFC 8785 of the ordered tree, byte for byte, whichever library wrote it."""

import hashlib
import sys
from typing import Any

import pytest
import rfc8785
from gclink import canonical
from gclink.canonical import (
    CanonicalFormError,
    canonical_bytes,
    canonical_order,
    canonical_tree,
    digest,
    repeated_items,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=6), st.sampled_from(["\ue000", "\uffff", "😀", "\U0010ffff", "é", "\x7f", "\u2028"])
)
TREES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1)),
    lambda inner: st.one_of(st.dictionaries(TEXTS, inner, max_size=5), st.lists(inner, max_size=5)),
    max_leaves=25,
)


def reference(value: Any) -> Any:
    """Order arrays as the standard says, with the reference library alone."""
    if isinstance(value, dict):
        return {name: reference(item) for name, item in value.items()}
    if isinstance(value, list):
        items = [reference(item) for item in value]
        if all(isinstance(i, dict) and type(i.get("position")) is int for i in items):
            return sorted(items, key=lambda i: (i["position"], rfc8785.dumps(i)))
        return sorted(items, key=rfc8785.dumps)
    return value


@settings(max_examples=250, deadline=None)
@given(st.dictionaries(TEXTS, TREES, max_size=6))
@example({"\ue000": 1, "😀": 2})
@example({"a": ["😀", "\ue000", "\uffff"]})
@example({"a": [{"\uffff": 1, "\U00010000": 2}, {"b": 1}]})
@example({"a": [{"position": 2}, {"position": 1}, {"position": 1, "a": "x"}]})
@example({"a": [{"position": True}, {"position": False}]})
@example({"a": [{"position": "2"}, {"position": "10"}]})
def test_the_form_is_that_of_the_reference_library(tree: dict[str, Any]) -> None:
    assert canonical_bytes(tree) == rfc8785.dumps(reference({k: v for k, v in tree.items() if k != "@context"}))


def test_every_character_is_escaped_as_in_rfc_8785() -> None:
    for start in range(0, sys.maxunicode + 1, 0x1000):
        text = "".join(chr(code) for code in range(start, start + 0x1000) if not 0xD800 <= code < 0xE000)
        assert canonical_bytes({"a": text}) == rfc8785.dumps({"a": text})


def test_control_characters_have_the_spelling_of_the_rfc() -> None:
    assert canonical_bytes({"a": '\x00\b\t\n\x0b\f\r\x1f"\\/\x7f'}) == (
        rb'{"a":"\u0000\b\t\n\u000b\f\r\u001f\"\\/' + b'\x7f"}'
    )


def test_names_are_ordered_by_utf16_units_and_not_by_code_points() -> None:
    # U+E000 comes before U+1F600 by code point, after its surrogates by UTF-16 unit.
    assert canonical_bytes({"\ue000": 1, "😀": 2}) == '{"😀":2,"\ue000":1}'.encode()


def test_the_fast_writer_is_used_where_it_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> bytes:
        raise AssertionError("the reference library was asked")

    monkeypatch.setattr(canonical.rfc8785, "dumps", refuse)
    assert canonical_bytes({"b": "双碳", "a": [2, 1]}) == '{"a":[1,2],"b":"双碳"}'.encode()
    with pytest.raises(AssertionError, match="reference library"):
        canonical_bytes({"😀": 1})


def test_the_context_is_left_out_at_the_top_only() -> None:
    tree = {"@context": "https://w3id.org/gclink/context", "a": {"@context": "x"}}
    assert canonical_bytes(tree) == b'{"a":{"@context":"x"}}'
    assert "@context" in tree


def test_arrays_are_sets_ordered_by_the_bytes_of_their_items() -> None:
    tree = {"a": [{"b": "2"}, {"b": "10"}, "z", "a", 10, 9, True, [2, 1]]}
    assert canonical_bytes(tree) == b'{"a":["a","z",10,9,[1,2],true,{"b":"10"},{"b":"2"}]}'
    assert tree["a"][0] == {"b": "2"}


def test_a_quote_ends_a_text_before_its_continuation_in_the_order() -> None:
    # The closing quote (U+0022) comes after a blank and after "!": "a b" before "a".
    assert canonical_order(["a", "a b", "a#", "a!"]) == ["a b", "a!", "a", "a#"]


def test_items_with_a_position_are_ordered_by_it_as_numbers() -> None:
    items = [{"position": 10, "v": "a"}, {"position": 9, "v": "b"}, {"position": 2, "v": "c"}]
    assert [item["v"] for item in canonical_order(items)] == ["c", "b", "a"]


def test_one_item_without_a_position_makes_the_array_a_set() -> None:
    items: list[Any] = [{"position": 10}, {"position": 9}, {"a": 1}]
    assert canonical_order(items) == [{"a": 1}, {"position": 10}, {"position": 9}]


def test_arrays_inside_items_are_ordered_before_the_items() -> None:
    left, right = {"a": [{"s": ["b", "a"]}, {"s": ["a", "a"]}]}, {"a": [{"s": ["a", "a"]}, {"s": ["a", "b"]}]}
    assert canonical_bytes(left) == canonical_bytes(right)


def test_the_tree_given_is_never_changed() -> None:
    tree = {"b": [{"c": ["2", "1"]}, {"c": ["1"]}], "a": {"d": [3, 2]}}
    copy = {"b": [{"c": ["2", "1"]}, {"c": ["1"]}], "a": {"d": [3, 2]}}
    ordered = canonical_tree(tree)
    assert tree == copy
    assert ordered["b"] == [{"c": ["1", "2"]}, {"c": ["1"]}]
    assert ordered["a"] == {"d": [2, 3]}


def test_the_digest_is_sha_256_over_the_form() -> None:
    assert digest({"b": 1, "a": ["y", "x"]}) == "sha-256:" + hashlib.sha256(b'{"a":["x","y"],"b":1}').hexdigest()


def test_the_order_in_which_a_document_was_written_does_not_change_its_digest() -> None:
    assert digest({"a": "1", "b": ["x", "y"]}) == digest({"b": ["y", "x"], "a": "1", "@context": "c"})
    assert digest({"a": "1"}) != digest({"a": "1.0"})


@pytest.mark.parametrize(
    "value",
    [None, 1.0, float("nan"), 2**53, -(2**53), 2**64, "\ud800", {"\ud800": 1}, {1: "a"}, {"a"}, b"a", ("a",)],
)
def test_what_no_document_can_hold_has_no_form(value: Any) -> None:
    for tree in ({"a": value}, {"a": [value, "x"]}, {"😀": {"a": value}}):
        with pytest.raises(CanonicalFormError) as caught:
            canonical_bytes(tree)
        assert caught.value.code == "no_canonical_form"
        assert caught.value.message.zh.endswith("没有规范形式")


def test_integers_are_written_up_to_the_greatest_that_all_parsers_read() -> None:
    assert canonical_bytes({"a": [2**53 - 1, 1 - 2**53]}) == b'{"a":[-9007199254740991,9007199254740991]}'


def test_repeated_items_are_those_equal_in_canonical_form() -> None:
    items = [{"a": "1", "b": ["x", "y"]}, "a", {"b": ["y", "x"], "a": "1"}, "a", 1, True, "1"]
    assert repeated_items(items) == (2, 3)
    assert repeated_items([]) == ()
