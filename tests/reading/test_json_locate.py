"""A finding names its place in the text as an editor shows it."""

import pytest
from gclink._json_reader import read_json, read_json_documents

TEXT = """{
  "id": "x",
  "名称": {"zh": "双碳荔枝", "en": "litchi"},
  "stages": [
    {"name": "a"}, {"name": "b",
      "items": ["1", "2"]}
  ],
  "a/b": {"c~d": true}
}
"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/id", (2, 9)),
        ("/名称", (3, 9)),
        ("/名称/en", (3, 30)),
        ("/stages", (4, 13)),
        ("/stages/1", (5, 20)),
        ("/stages/1/items/1", (6, 22)),
        ("/a~1b/c~0d", (8, 18)),
    ],
)
def test_the_value_at_a_pointer_is_found(pointer: str, place: tuple[int, int]) -> None:
    assert read_json(TEXT.encode(), "t").locate(pointer) == place


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/missing", (1, 1)),
        ("/名称/fr", (3, 9)),
        ("/stages/7/name", (4, 13)),
        ("/stages/x", (4, 13)),
        ("/id/deep/er", (2, 9)),
    ],
)
def test_what_is_missing_is_placed_at_the_object_that_should_hold_it(pointer: str, place: tuple[int, int]) -> None:
    assert read_json(TEXT.encode(), "t").locate(pointer) == place


def test_places_may_be_asked_in_any_order() -> None:
    document = read_json(TEXT.encode(), "t")
    assert [document.locate(p) for p in ("/a~1b", "/id", "/stages/1/items")] == [(8, 10), (2, 9), (6, 16)]


def test_of_repeated_members_the_last_is_meant_as_in_the_tree() -> None:
    assert read_json(b'{"a":"1",\n"a":"2"}', "t").locate("/a") == (2, 5)


def test_documents_of_an_array_are_located_in_their_file() -> None:
    _, second = read_json_documents(b'[{"a":"1"},\n  {"a":"2"}]', "t")
    assert second.locate("/a") == (2, 8)
    assert second.locate("/b") == (2, 3)


def test_lines_count_from_the_line_the_text_begins_on() -> None:
    document = read_json(b'{"a":"1"}', "t", first_line=12)
    assert (document.locate("/a"), document.locate("")) == ((12, 6), (12, 1))
