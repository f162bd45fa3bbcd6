"""The evidence of a link: valid when it was looked at and when the money went out, and enough of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from gclink._text import Text
from gclink.bundle._dates import days
from gclink.bundle._deals import deals, items, terms_of
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, follow, once, same, shown
from gclink.bundle.link.goods import line_of
from gclink.calculations._numbers import half_away

#: Oldest check of a link where no terms name an age, in days.
_MAX_AGE = 30
#: Members of a link that cite evidence.
EVIDENCE = ("passport", "label", "verification")


@procedure("GCL-LNK-006")
def evidence_active_at_check(bundle: Bundle) -> Iterator[Hit]:
    """Passport, label and verification were active when the link was checked."""
    for link in once(bundle.of("CarbonLink")):
        at = link.tree["checkedAt"]
        for member in EVIDENCE:
            evidence = follow(bundle, link.tree, member, "Document")
            status = bundle.status(evidence, at) if evidence is not None else "active"
            if status != "active":
                yield Hit(link, (member,), Text(f"active at {at}", f"{at} 时有效"), same(status))


@procedure("GCL-LNK-014")
def evidence_valid_at_value_date(bundle: Bundle) -> Iterator[Hit]:
    """Passport and verification are still valid on the value date."""
    for link in once(bundle.of("CarbonLink")):
        transaction = follow(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None:
            continue
        day, until = transaction.tree["valueDate"], link.tree["extract"]["validUntil"]
        wanted = Text(f"valid on {day}", f"{day} 时在有效期内")
        if day > until:
            yield Hit(link, ("extract", "validUntil"), wanted, same(until))
        statement = follow(bundle, link.tree, "verification", "VerificationStatement")
        if statement is not None and day > statement.tree["validity"]["end"]:
            yield Hit(link, ("verification",), wanted, same(statement.tree["validity"]["end"]))


@procedure("GCL-LNK-016")
def verification_of_passport(bundle: Bundle) -> Iterator[Hit]:
    """The verification of a link speaks about its very passport, and favourably."""
    for link in once(bundle.of("CarbonLink")):
        statement = follow(bundle, link.tree, "verification", "VerificationStatement")
        if statement is None:
            continue
        passport, opinion = link.tree["passport"], statement.tree["opinion"]
        pairs = {(subject["target"], subject["digest"]) for subject in statement.tree["subjects"]}
        if (passport["target"], passport["digest"]) not in pairs:
            wanted = Text(f"a statement on {passport['target']}", f"针对 {passport['target']} 的核查声明")
            yield Hit(link, ("verification",), wanted, same(", ".join(sorted(target for target, _ in pairs))))
        if opinion not in ("unmodified", "qualified"):
            yield Hit(link, ("verification",), same("unmodified / qualified"), same(opinion))


@procedure("GCL-LNK-017")
def label_of_passport(bundle: Bundle) -> Iterator[Hit]:
    """A linked label stands for the same goods, on the same passport, on the value date."""
    for link in once(bundle.of("CarbonLink")):
        label = follow(bundle, link.tree, "label", "Label")
        if label is None:
            continue
        transaction = follow(bundle, link.tree, "transactionReference", "FinancingTransaction")
        valid = label.tree["validity"]
        if transaction is not None and not valid["start"] <= transaction.tree["valueDate"] <= valid["end"]:
            day = transaction.tree["valueDate"]
            found = same(f"{valid['start']} - {valid['end']}")
            yield Hit(link, ("label",), Text(f"valid on {day}", f"{day} 时在有效期内"), found)
        claim, lot = follow(bundle, label.tree, "claim", "Claim"), follow(bundle, link.tree, "lot", "Lot")
        if claim is None:
            continue
        subject = claim.tree.get("subjectLot") or claim.tree.get("subjectProduct")
        if lot is not None and subject not in (lot.id, lot.tree["product"]):
            yield Hit(link, ("label",), same(f"{lot.id} / {lot.tree['product']}"), same(str(subject)))
        passports = [cited["target"] for cited in claim.tree.get("passports", ())]
        passport = link.tree["passport"]["target"]
        if passport not in passports:
            wanted = Text(f"a claim on {passport}", f"依据 {passport} 的声明")
            yield Hit(link, ("label",), wanted, same(", ".join(passports)) if passports else Text("none", "无"))


@procedure("GCL-LNK-018")
def link_fresh(bundle: Bundle) -> Iterator[Hit]:
    """A link that serves a price was checked shortly before the value date."""
    for link in once(bundle.of("CarbonLink")):
        transaction = follow(bundle, link.tree, "transactionReference", "FinancingTransaction")
        if transaction is None or link.tree["purposes"] == ["information"]:
            continue
        terms = terms_of(bundle, transaction.tree)
        most = terms.tree["linkMaxAgeDays"] if terms is not None else _MAX_AGE
        age = days(link.tree["checkedAt"], transaction.tree["valueDate"])
        if not 0 <= age <= most:
            wanted = Text(f"0 to {most} days before the value date", f"起息日前 0 至 {most} 天")
            yield Hit(link, ("checkedAt",), wanted, Text(f"{age} days", f"{age} 天"))


@procedure("GCL-LNK-019")
def coverage_of_value(bundle: Bundle) -> Iterator[Hit]:
    """The goods behind green money carry links, by value; an asset that names no goods carries none."""
    linked = bundle.shared(_covered)
    for deal in bundle.shared(deals).values():
        tree = deal.entry.tree
        least = _minimum(bundle, tree)
        if least <= 0 or not deal.funded:
            continue
        whole, covered = Fraction(0), Fraction(0)
        for _, asset, item in items(bundle, tree):
            lines = asset.tree.get("goodsLines", ())
            if not lines:
                whole += _converted(tree, item["faceAmount"])
            for line in lines:
                value, quantity = _converted(tree, line["lineAmount"]), Fraction(line["quantity"]["value"])
                share = linked.get((deal.entry.id, asset.id, line["lineNumber"]), Decimal(0))
                whole += value
                covered += value * Fraction(share) / quantity
        if covered < Fraction(least) * whole:
            told = f"{shown(half_away(covered, 2))} / {shown(half_away(whole, 2))}"
            found = f"{told} = {shown(half_away(covered / whole, 6))}"
            yield Hit(deal.entry, ("financeLabel",), Text(f"a share of {least}", f"份额 {least}"), same(found))


def _converted(transaction: Tree, money: Tree) -> Fraction:
    """Return an amount in the currency of the transaction; one that it has no rate for counts as nothing (GCL-FIN-005).

    Amounts are compared, so that what cannot be converted must not stand on one side alone.
    """
    own, rate = transaction["financedAmount"]["currency"], transaction.get("fx", {})
    if money["currency"] == own:
        return Fraction(money["amount"])
    known = (rate.get("sourceCurrency"), rate.get("targetCurrency")) == (money["currency"], own)
    return Fraction(money["amount"]) * Fraction(rate["rate"]) if known else Fraction(0)


def _minimum(bundle: Bundle, tree: Tree) -> Decimal:
    """Return the share of value that has to carry links: all of it for green, as agreed for sustainability-linked."""
    if tree["financeLabel"] == "green":
        return Decimal(1)
    if tree["financeLabel"] != "sustainability_linked":
        return Decimal(0)
    terms = terms_of(bundle, tree)
    return Decimal(terms.tree.get("minimumCoverage", "1")) if terms is not None else Decimal(0)


def _covered(bundle: Bundle) -> dict[tuple[str, str, str], Decimal]:
    """Return the quantity that links in force cover, by transaction, asset and line."""
    index: dict[tuple[str, str, str], Decimal] = {}
    for link in once(bundle.of("CarbonLink")):
        tree = link.tree
        if not bundle.in_force(link):
            continue
        line = line_of(bundle, tree)
        if line is not None and line["quantity"]["unit"] == tree["coveredQuantity"]["unit"]:
            key = (tree["transactionReference"]["target"], tree["asset"]["target"], tree["lineNumber"])
            index[key] = index.get(key, Decimal(0)) + Decimal(tree["coveredQuantity"]["value"])
    return index
