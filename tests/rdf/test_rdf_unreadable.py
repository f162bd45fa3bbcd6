"""What is no RDF, or too much of it, is refused with a place and a way out."""

from __future__ import annotations

import time

import pytest
from gclink._rdf_reader import read_rdf
from gclink.errors import LimitExceeded, Unreadable, UnreadableInput
from gclink.limits import Limits

PREFIX = "@prefix gcl: <https://w3id.org/gclink/> .\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        (PREFIX + "<https://ex.org/a> a gcl:Site", 2, 30, "end"),
        (PREFIX + '<https://ex.org/a> gcl:name "open ;\n', 2, 29, ""),
        (PREFIX + "<https://ex.org/a> a gc:Site .", 2, 22, "prefix gc:"),
        (PREFIX + "<https://ex.org/a> gcl:area [ a gcl:Quantity .", 2, None, ""),
        (PREFIX + "<https://ex.org/a> a gcl:Site ; gcl:sequence 5. 6 .", 2, None, ""),
        ("{}", 1, 1, ""),
        ("<?xml version='1.0'?><a/>", 1, None, ""),
    ],
)
def test_broken_turtle_is_refused_with_line_and_column(text: str, line: int, column: int | None, words: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(text.encode(), "turtle", "broken.ttl")
    error = caught.value
    assert error.code == Unreadable.SYNTAX
    assert error.line == line
    assert column is None or error.column == column
    assert words in error.message.en
    assert error.message.zh.startswith("文本不是 Turtle")
    assert error.place.startswith(f"broken.ttl:{line}")


def test_bytes_that_are_no_utf8_are_named_with_their_place() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(PREFIX.encode() + b'<https://ex.org/a> gcl:country "\xff" .', "turtle", "latin.ttl")
    assert caught.value.code == Unreadable.INVALID_UTF8
    assert (caught.value.line, caught.value.column) == (2, 33)


def test_a_byte_order_mark_is_named() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(b"\xef\xbb\xbf" + PREFIX.encode(), "turtle", "bom.ttl")
    assert caught.value.code == Unreadable.BYTE_ORDER_MARK


@pytest.mark.parametrize("text", ["", PREFIX, "# nothing but a comment\n"])
@pytest.mark.parametrize("kind", ["turtle", "trig"])
def test_a_text_without_documents_is_no_input(text: str, kind: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(text.encode(), kind, "empty")
    assert caught.value.code == Unreadable.NO_DOCUMENTS


def test_only_named_graphs_is_no_input() -> None:
    text = "<https://ex.org/a> <https://ex.org/b> <https://ex.org/c> <https://ex.org/g> .\n"
    with pytest.raises(UnreadableInput) as caught:
        read_rdf(text.encode(), "nquads", "named.nq")
    assert caught.value.code == Unreadable.NO_DOCUMENTS


def test_terms_of_rdf_1_2_are_refused() -> None:
    text = '<https://ex.org/a> <https://ex.org/b> <<( <https://ex.org/a> <https://ex.org/b> "x" )>> .\n'
    with pytest.raises(UnreadableInput, match=r"RDF 1\.2"):
        read_rdf(text.encode(), "ntriples", "star.nt")


def test_an_unknown_syntax_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="none of the RDF syntaxes"):
        read_rdf(b"", "rdfxml", "x")


@pytest.mark.parametrize(
    ("limits", "body", "flag"),
    [
        (Limits(max_bytes=50), "<https://ex.org/a> a gcl:Site .", "--max-bytes"),
        (Limits(max_members=2), "<https://ex.org/a> a gcl:Site ; gcl:a 1 ; gcl:b 2 .", "--max-members"),
        (Limits(max_string=20), f'<urn:a> gcl:a "{"x" * 21}" .', "--max-string"),
        (Limits(max_documents=1), "<urn:a> a gcl:Site . <urn:b> a gcl:Site .", "--max-documents"),
        (Limits(max_depth=5), "<urn:a> " + "gcl:a [ " * 9 + "]" * 9 + " .", "--max-depth"),
    ],
)
def test_a_limit_names_the_option_that_raises_it(limits: Limits, body: str, flag: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        read_rdf((PREFIX + body).encode(), "turtle", "large.ttl", limits)
    assert caught.value.flag == flag


def test_a_graph_of_shared_nodes_does_not_explode() -> None:
    levels = "".join(f"_:n{i} gcl:a _:n{i + 1} ; gcl:b _:n{i + 1} .\n" for i in range(60))
    [document] = read_rdf((PREFIX + "<urn:a> gcl:a _:n0 .\n" + levels).encode(), "turtle", "bomb.ttl")
    assert len(document.problems) == 60


def test_many_documents_in_a_file_cost_no_more_than_one_by_one() -> None:
    def seconds(count: int) -> float:
        body = "".join(
            f'<urn:{i}> a gcl:Site ; gcl:name "A"@EN ; gcl:siteRoles gcl:a , gcl:b .\n' for i in range(count)
        )
        begin = time.process_time()
        assert len(read_rdf((PREFIX + body).encode(), "turtle", "many.ttl")) == count
        return time.process_time() - begin

    # Ten times the documents cost about ten times as much, and a hundred times if each looked at all the others. The
    # least of several turns of processor time says so on a busy machine too.
    few, many = (min(seconds(count) for _ in range(3)) for count in (400, 4000))
    assert many < 30 * few


def test_a_deep_nest_within_the_default_limit_is_read() -> None:
    text = PREFIX + "<urn:a> a gcl:Site ; gcl:a " + "[ gcl:a " * 200 + "1" + " ]" * 200 + " ."
    [document] = read_rdf(text.encode(), "turtle", "deep.ttl")
    assert document.tree["id"] == "urn:a"
