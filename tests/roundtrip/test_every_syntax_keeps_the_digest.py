"""Any valid tree keeps its digest through any chain of syntaxes, whatever texts it holds."""

from __future__ import annotations

import random
from typing import Any

import pytest
from gclink._model import model
from gclink.canonical import digest
from gclink.convert import SYNTAXES, convert
from gclink.documents import read_bytes
from gclink.structure import check_structure
from gclink_conformance.trees import valid_tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DOCUMENTS = [name for name, cls in model().classes.items() if cls.kind == "document"]

#: Texts in normal form C of characters that XML 1.0 can carry.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Mn", "Mc", "Me")) | st.sampled_from("\t\n"),
    min_size=1,
    max_size=30,
)


def through(tree: dict[str, Any], chain: list[str]) -> dict[str, Any]:
    for syntax in chain:
        (document,) = read_bytes(convert(tree, syntax), syntax)
        assert document.faults == []
        tree = document.tree
    return tree


@pytest.mark.parametrize("cls", DOCUMENTS)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32 - 1), chain=st.permutations(SYNTAXES))
def test_a_random_document_keeps_its_digest(cls: str, seed: int, chain: list[str]) -> None:
    tree = valid_tree(model(), cls, random.Random(seed), 0.7)
    assert check_structure(tree) == []
    assert digest(through(tree, chain)) == digest(tree)


@settings(max_examples=150, deadline=None)
@given(en=TEXTS, zh=TEXTS, number=TEXTS, chain=st.permutations(SYNTAXES))
def test_any_text_comes_back_as_it_was(en: str, zh: str, number: str, chain: list[str]) -> None:
    import unicodedata

    en, zh, number = (unicodedata.normalize("NFC", text) for text in (en, zh, number))
    tree = valid_tree(model(), "Lot", random.Random(1), 0.5) | {"lotNumber": number}
    party = valid_tree(model(), "Party", random.Random(1), 0.5) | {"name": {"en": en, "zh": zh}}
    for made in (tree, party):
        if check_structure(made) == []:
            assert through(made, chain) == through(made, ["json"])
            assert digest(through(made, chain)) == digest(made)


@pytest.mark.parametrize(
    "text",
    [
        "]]>",
        '"',
        "'",
        "<a>&amp;",
        "\\",
        "a\rb",
        "\r\n",
        " lead and trail ",
        "\t",
        "𠮷野家",
        "שלום",
        "a\u0085b",
        "\u2028",
        "{}",
    ],
)
def test_texts_that_break_careless_writers(text: str) -> None:
    tree = valid_tree(model(), "Lot", random.Random(1), 0.5) | {"lotNumber": text}
    if check_structure(tree):
        pytest.fail(f"{text!r} is a text like any other")
    for syntax in SYNTAXES:
        assert through(tree, [syntax])["lotNumber"] == text
