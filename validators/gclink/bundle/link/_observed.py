"""Observations that count, with the terms and the indicator that they are made for, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._values import Tree, documents, find, follow
from gclink.bundle.finance.observation import kpi_of

#: States of an observation on which nothing rests.
_GONE = frozenset({"rejected", "withdrawn", "superseded"})


def observations(bundle: Bundle) -> Iterator[tuple[Entry, Entry, Tree]]:
    """Yield each observation in force that was not given up, with its terms and its indicator."""
    for observation in documents(bundle, "KpiObservation"):
        if not bundle.in_force(observation) or bundle.state(observation) in _GONE:
            continue
        terms = follow(bundle, observation.tree, "terms", "SustainabilityTerms")
        kpi = kpi_of(terms.tree, observation.tree["kpiKey"]) if terms is not None else None
        if terms is not None and kpi is not None:
            yield observation, terms, kpi


def _inputs(bundle: Bundle, observation: Entry, *classes: str) -> Iterator[tuple[int, Entry, Tree]]:
    for index, item in enumerate(observation.tree["observationInputs"]):
        evidence = find(bundle, item["evidence"]["target"], *classes)
        if evidence is not None:
            yield index, evidence, item


def passports_of(bundle: Bundle, observation: Entry) -> Iterator[tuple[int, Entry]]:
    """Yield place and passport of each input that rests on one."""
    for index, passport, _ in _inputs(bundle, observation, "CarbonPassport"):
        yield index, passport


def statements_of(bundle: Bundle, observation: Entry) -> Iterator[tuple[int, Entry, Tree]]:
    """Yield place, statement and quantity of each input that rests on a removal statement."""
    for index, statement, item in _inputs(bundle, observation, "RemovalStatement"):
        yield index, statement, item["quantity"]
