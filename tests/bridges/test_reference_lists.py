"""The identifiers and codes of two public lists are judged here as their keepers judge them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal

from gclink._rules_runtime import valid_lei
from gclink.bridges._lexical import identifier_fault
from gclink.tables import lookup, table
from interop_files import expectations, needed
from rdflib import Graph

LEI = re.compile(r"\b[0-9A-Z]{18}[0-9]{2}\b")


def test_every_published_lei_passes_and_a_mistyped_one_does_not() -> None:
    path = needed("gleif/gleif_lei_L1_sample.ttl")
    (entry,) = expectations("gleif")
    graph = Graph().parse(path, format="turtle")
    assert len(graph) == entry["measured"]["triples"]
    found = set(LEI.findall(path.read_text(encoding="utf-8")))
    assert len(found) == entry["measured"]["leisValidMod97"]
    assert all(valid_lei(lei) and identifier_fault("lei", lei) is None for lei in found)
    for lei in found:
        other = lei[:-1] + str((int(lei[-1]) + 1) % 10)
        assert not valid_lei(other)
        assert identifier_fault("lei", other) == "identifier_check_digit"
    assert identifier_fault("lei", "743700T6Y2Q7Z5Q9QZ11") == "identifier_check_digit"


def test_the_currencies_are_those_of_the_list_with_their_minor_units() -> None:
    path = needed("iso4217/iso4217_codes.csv")
    (entry,) = expectations("iso4217")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == entry["documents"]
    active: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["AlphabeticCode"] and not row["WithdrawalDate"]:
            active[row["AlphabeticCode"]].add(row["MinorUnit"])
    assert len(active) == entry["measured"]["activeCodes"]
    for code, units in active.items():
        (unit,) = units
        if unit.isdigit():
            assert lookup("currency", code, "scale") == Decimal(10) ** int(unit), code
            assert str(lookup("currency", code, "until")) == "2999-12-31", code


def test_a_withdrawn_currency_is_no_current_one() -> None:
    path = needed("iso4217/iso4217_codes.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    current = {row["AlphabeticCode"] for row in rows if not row["WithdrawalDate"]}
    withdrawn = {row["AlphabeticCode"] for row in rows if row["WithdrawalDate"]} - current
    known = [code for code in sorted(withdrawn) if table("currency").row(code) is not None]
    assert known, "the table knows withdrawn codes"
    for code in known:
        assert str(lookup("currency", code, "until")) < "2999-12-31", code
    assert lookup("currency", "CNX", "until") is None
