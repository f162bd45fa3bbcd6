"""Rules of one document that the rule language cannot say: hashes, powers, words in a text.

Each function has the name that its requirement gives in the source and takes the tree of a document of the right form.
Two requirements speak about a source document that only an importer sees (``SEEN_BY_IMPORTERS``): bridges do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Any

from gclink._text import Text

Tree = dict[str, Any]
Path = tuple[str | int, ...]

#: Procedures about a document outside the bundle, which only the importer of that document can judge.
SEEN_BY_IMPORTERS = frozenset({"GCL-FIN-014", "GCL-FIN-015"})

_POWER = Context(prec=50)
#: The digits before the point that a decimal of the standard can have.
_WHOLE_DIGITS = 15
_SIX = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Found:
    """One violation: where, and what was expected and found there."""

    path: Path
    expected: Text | None = None
    found: Text | None = None


def uniqueness_key(tree: Tree) -> Iterator[Found]:
    """Compare the key of an asset with the one its parts give (GCL-FIN-016)."""
    from gclink.calculations.keys import key_of, normalised

    holder = "sellerIdentifier" if tree["type"] in ("Receivable", "PurchaseOrder") else "keyIdentifier"
    identifier = f"{tree[holder]['scheme']}:{tree[holder]['identifierValue']}"
    match tree["type"]:
        case "Receivable":
            parts: tuple[str, ...] = (
                identifier,
                normalised(tree["invoiceNumber"]),
                tree["issueDate"],
                tree["faceValue"]["currency"],
                str(tree["instalmentSeq"]),
            )
        case "PurchaseOrder":
            number = normalised(tree["orderNumber"])
            parts = ("po", identifier, number, tree["orderDate"], tree["faceValue"]["currency"])
        case "Inventory":
            parts = ("inv", identifier, normalised(tree["receiptNumber"]))
        case _:
            parts = ("und", identifier, normalised(tree["undertakingNumber"]))
    due = key_of(parts)
    if due != tree["uniquenessKey"]:
        text = "|".join(parts)
        expected = Text(f"{due}, from {text}", f"{due}，由 {text} 得出")
        yield Found(("uniquenessKey",), expected, Text(tree["uniquenessKey"], tree["uniquenessKey"]))


def effective_rate(tree: Tree) -> Iterator[Found]:
    """Compare the stated effective rate with the compounded one over 365 days (GCL-FIN-077)."""
    from datetime import date

    if "effectiveRate" not in tree:
        return
    cost = Decimal(tree.get("discountAmount", {}).get("amount", "0")) + Decimal(tree["feeTotal"]["amount"])
    net = Decimal(tree["netProceeds"]["amount"])
    days = (date.fromisoformat(tree["maturityDate"]) - date.fromisoformat(tree["valueDate"])).days
    if net <= 0 or days <= 0:
        return  # other requirements speak about that; a rate cannot be formed
    base = _POWER.add(Decimal(1), _POWER.divide(cost, net))
    if _POWER.multiply(_POWER.log10(base), Decimal(365)) > days * _WHOLE_DIGITS:
        text = f"(1 + {cost}/{net}) ^ (365/{days}) - 1"
        expected = Text(f"{text}, which is too great to be stated", f"{text}，数值过大，无法列示")
        yield Found(("effectiveRate",), expected, Text(tree["effectiveRate"], tree["effectiveRate"]))
        return
    if _is_near(tree["effectiveRate"], cost, net, days):
        return
    rate = _POWER.subtract(_POWER.power(base, _POWER.divide(Decimal(365), Decimal(days))), Decimal(1))
    due = rate.quantize(_SIX, rounding=ROUND_HALF_UP, context=_POWER)
    if due != Decimal(tree["effectiveRate"]):
        expected = Text(
            f"{due.normalize(_POWER):f} = (1 + {cost}/{net}) ^ (365/{days}) - 1",
            f"{due.normalize(_POWER):f} = (1 + {cost}/{net}) ^ (365/{days}) - 1",
        )
        yield Found(("effectiveRate",), expected, Text(tree["effectiveRate"], tree["effectiveRate"]))


def _is_near(stated: str, cost: Decimal, net: Decimal, days: int) -> bool:
    """Whether a binary power proves the stated rate right: it is good for nine digits beyond the six asked for.

    Only where the sixth digit could round either way, or the rate is wrong, is the exact power worth its time.
    """
    millionths = ((1 + float(cost) / float(net)) ** (365 / days) - 1) * 1e6
    nearest = round(millionths)
    return bool(abs(millionths - nearest) < 0.49 and nearest == Decimal(stated) * 1_000_000)


def lexicon(tree: Tree) -> Iterator[Found]:
    """Look in the wording of a claim for terms that its tier or its markets do not back (GCL-BRD-032).

    A generic term needs ``aspectText``; a term of a tier needs exactly that tier; a neutral term in the EEA must not
    rest on external units; offset terms are kept for the tier ``contribution``, whose wording says that nothing is.
    """
    tier = tree["tier"]
    external = Decimal(tree.get("figures", {}).get("externalUnits", "0")) > 0
    european = not _european().isdisjoint(tree["markets"])
    for language, wording in tree["wording"].items():
        for term in _terms(wording):
            match term["rule"]:
                case "never_alone" if "aspectText" not in tree:
                    yield _word(language, term, Text("aspectText beside a general term", "泛化用语须附 aspectText"))
                case "never_use_contribution" if tier != "contribution":
                    yield _word(language, term, Text("a claim of tier contribution", "等级为 contribution 的声明"))
                case "tier" | "tier_with_entity_named" | "tier_without_outside_units_in_eea" if term["needs"] != tier:
                    yield _word(
                        language, term, Text(f"a claim of tier {term['needs']}", f"等级为 {term['needs']} 的声明")
                    )
                case "tier_without_outside_units_in_eea" if european and external:
                    yield _word(
                        language,
                        term,
                        Text(
                            "no neutral wording on external units in the EEA", "欧洲经济区内不得以外部单位支持中和措辞"
                        ),
                    )


def contribution_wording(tree: Tree) -> Iterator[Found]:
    """Look in the wording of a contribution for a phrase that says nothing is offset (GCL-BRD-046)."""
    if tree["tier"] != "contribution":
        return
    for language, wording in tree["wording"].items():
        phrases = _phrases().get(language.split("-")[0], ())
        folded = unicodedata.normalize("NFKC", wording).casefold()
        if phrases and not any(phrase in folded for phrase in phrases):
            listed = ", ".join(phrases)
            yield Found(
                ("wording", language),
                Text(f"one of the phrases: {listed}", f"以下短语之一：{listed}"),
                Text(wording, wording),
            )


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    from gclink.tables import table

    found: dict[str, tuple[str, ...]] = {}
    for row in table("contribution_phrase_v1").rows:
        language, phrase = str(row["language"]), unicodedata.normalize("NFKC", str(row["phrase"])).casefold()
        found[language] = (*found.get(language, ()), phrase)
    return found


def _word(language: str, term: dict[str, str], expected: Text) -> Found:
    return Found(("wording", language), expected, Text(f'"{term["term"]}"', f"“{term['term']}”"))


def _terms(wording: str) -> Iterator[dict[str, str]]:
    folded = unicodedata.normalize("NFKC", wording).casefold()
    for plain, pattern, term in _lexicon():
        if plain in folded and pattern.search(folded):
            yield term


@cache
def _european() -> frozenset[str]:
    """Markets of the European Economic Area."""
    from gclink.tables import table

    return frozenset(str(row["market"]) for row in table("market_rule_v1").rows if row["eea"] == "1")


@cache
def _lexicon() -> tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]:
    """Return the terms: whole words in Latin script, substrings in Chinese."""
    from gclink.tables import table

    found = []
    for row in table("lexicon_v1").rows:
        term = str(row["term"])
        plain = unicodedata.normalize("NFKC", term).casefold()
        folded = re.escape(plain)
        pattern = rf"(?<!\w){folded}(?!\w)" if row["match"] == "whole_word" else folded
        entry = {"term": term, "rule": str(row["rule"]), "needs": str(row.get("neededTier", ""))}
        found.append((plain, re.compile(pattern), entry))
    return tuple(found)


Procedure = Callable[[Tree], Iterable[Found]]

#: Requirement -> the classes it speaks about and its function.
PROCEDURES: dict[str, tuple[tuple[str, ...], Procedure]] = {
    "GCL-BRD-032": (("Claim",), lexicon),
    "GCL-BRD-046": (("Claim",), contribution_wording),
    "GCL-FIN-016": (("Asset",), uniqueness_key),
    "GCL-FIN-077": (("FinancingTransaction",), effective_rate),
}
