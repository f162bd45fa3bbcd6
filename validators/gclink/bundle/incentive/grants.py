"""A grant under its scheme and on its evidence: in force, verified, good enough, judged by somebody apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import LADDER, complete, documents, each, follow, number, same, shown

#: The kinds of grant, each with the kind of scheme that gives it.
KINDS = {"PurchaseReward": "purchase_reward", "PolicySubsidy": "policy_subsidy", "EsgPointEntry": "esg_points"}
_BASIS = {
    "CarbonPassport": "passport",
    "RemovalStatement": "removal_statement",
    "Claim": "claim",
    "Label": "label",
}


def scheme_of(bundle: Bundle, grant: Entry) -> Entry | None:
    """Return the scheme that a grant is given under."""
    return follow(bundle, grant.tree, "incentiveScheme", "IncentiveScheme")


def _claim_behind(bundle: Bundle, evidence: Entry) -> Entry | None:
    """Return the claim that a piece of evidence is, or that a label stands for."""
    return evidence if evidence.type == "Claim" else follow(bundle, evidence.tree, "claim", "Claim")


@procedure("GCL-INC-002")
def scheme_in_force(bundle: Bundle) -> Iterator[Hit]:
    """A grant is given under a scheme of its kind, active on that day, for a time within that of the scheme."""
    for grant in documents(bundle, *KINDS):
        scheme = scheme_of(bundle, grant)
        if scheme is None:
            continue
        own, around = grant.tree["period"], scheme.tree["period"]
        if scheme.tree["schemeKind"] != KINDS[grant.type]:
            yield Hit(grant, ("incentiveScheme",), same(KINDS[grant.type]), same(scheme.tree["schemeKind"]))
        if not _active_at(bundle, scheme, grant.issued_at):
            wanted = Text(f"a scheme active on {grant.issued_at}", f"{grant.issued_at} 有效的机制")
            yield Hit(grant, ("incentiveScheme",), wanted, _standing(bundle, scheme, grant.issued_at))
        if own["start"] < around["start"] or own["end"] > around["end"]:
            days = Text(f"within {around['start']} - {around['end']}", f"在 {around['start']} 至 {around['end']} 内")
            yield Hit(grant, ("period",), days, same(f"{own['start']} - {own['end']}"))


def _active_at(bundle: Bundle, entry: Entry, instant: str) -> bool:
    """Whether a document was issued by an instant and active at it."""
    return entry.issued_at <= instant and bundle.active(entry, instant)


def _standing(bundle: Bundle, entry: Entry, instant: str) -> Text:
    """Return what a document was at an instant: issued later, or its status."""
    if entry.issued_at > instant:
        return Text(f"issued {entry.issued_at}", f"签发于 {entry.issued_at}")
    return same(bundle.status(entry, instant))


@procedure("GCL-INC-003")
def grant_evidence(bundle: Bundle) -> Iterator[Hit]:
    """When a grant is given its evidence is active, verified, and of a kind that the scheme names."""
    for grant in documents(bundle, *KINDS):
        scheme = scheme_of(bundle, grant)
        for index, evidence in each(bundle, grant.tree, "evidence", *_BASIS):
            place = ("evidence", index)
            basis = _BASIS[evidence.type]
            if scheme is not None and basis not in scheme.tree["basis"]:
                yield Hit(grant, place, same(" / ".join(scheme.tree["basis"])), same(basis))
            elif not _active_at(bundle, evidence, grant.issued_at):
                wanted = Text(f"active on {grant.issued_at}", f"{grant.issued_at} 时有效")
                yield Hit(grant, place, wanted, _standing(bundle, evidence, grant.issued_at))
            elif not _verified(bundle, evidence, grant.issued_at):
                yield Hit(grant, place, Text("verified evidence", "经核查的依据"), Text("not verified", "未核查"))


def _verified(bundle: Bundle, evidence: Entry, instant: str) -> bool:
    """Whether evidence was verified at an instant; a claim or label through every passport of the claim."""
    if evidence.type not in ("Claim", "Label"):
        return bundle.verified(evidence, instant)
    claim = _claim_behind(bundle, evidence)
    if claim is None:
        return True  # a missing document is told by GCL-COR-022
    passports = complete(bundle, claim.tree, "passports", "CarbonPassport")
    if passports is None:
        return True
    return bool(passports) and all(bundle.verified(passport, instant) for passport in passports)


@procedure("GCL-INC-004")
def minimum_tier(bundle: Bundle) -> Iterator[Hit]:
    """A claim behind a grant reaches the tier that the scheme asks for."""
    for grant in documents(bundle, *KINDS):
        scheme = scheme_of(bundle, grant)
        if scheme is None:
            continue
        least = scheme.tree["minimumTier"]
        for index, evidence in each(bundle, grant.tree, "evidence", "Claim", "Label"):
            claim = _claim_behind(bundle, evidence)
            if claim is not None and not _reaches(claim.tree["tier"], least):
                wanted = Text(f"{least} or higher", f"{least} 或更高")
                yield Hit(grant, ("evidence", index), wanted, same(claim.tree["tier"]))


def _reaches(tier: str, least: str) -> bool:
    return tier in LADDER and least in LADDER and LADDER.index(tier) >= LADDER.index(least)


@procedure("GCL-INC-016")
def rater_independent(bundle: Bundle) -> Iterator[Hit]:
    """Who rates is a rating agency, not the rated party and not the verifier of the evidence."""
    for entry in documents(bundle, "EsgPointEntry"):
        rater = follow(bundle, entry.tree, "issuer", "Party")
        verifiers = {
            str(opinion.tree["verifier"])
            for _, evidence in each(bundle, entry.tree, "evidence", *_BASIS)
            for opinion in bundle.verifications(evidence)
        }
        if rater is not None and "rating_agency" not in rater.tree["roles"]:
            yield Hit(entry, ("issuer",), same("rating_agency"), same(", ".join(rater.tree["roles"])))
        elif entry.issuer == entry.tree["beneficiary"]:
            yield Hit(entry, ("issuer",), Text("not the rated party", "非被评主体"), same(entry.issuer))
        elif entry.issuer in verifiers:
            yield Hit(
                entry, ("issuer",), Text("not the verifier of the evidence", "非依据的核查机构"), same(entry.issuer)
            )


@procedure("GCL-INC-017")
def revoked_evidence_suspends(bundle: Bundle) -> Iterator[Hit]:
    """A grant whose evidence was revoked rests or is revoked too."""
    for grant in documents(bundle, *KINDS):
        if bundle.status(grant) in ("suspended", "revoked"):
            continue
        for index, evidence in each(bundle, grant.tree, "evidence", *_BASIS):
            if bundle.status(evidence) == "revoked":
                wanted = Text("a suspended or revoked grant", "激励已暂停或撤销")
                yield Hit(grant, ("evidence", index), wanted, same(bundle.status(grant)))


@procedure("GCL-INC-019")
def grade_matches_evidence(bundle: Bundle) -> Iterator[Hit]:
    """A grade compares with the benchmark that it cites, and rests on active, verified passports."""
    for grade in documents(bundle, "CarbonAccountGrade"):
        tree = grade.tree
        benchmark = follow(bundle, tree, "benchmark", "Benchmark")
        if benchmark is not None:
            value, unit = Decimal(benchmark.tree["value"]), benchmark.tree["declaredUnit"]
            if Decimal(tree["benchmarkValue"]) * number(unit) != value:
                wanted = same(f"{shown(value)} / {unit['value']} {unit['unit']}")
                yield Hit(grade, ("benchmarkValue",), wanted, same(tree["benchmarkValue"]))
            own = {"declaredUnitText": unit["unit"], **{name: benchmark.tree[name] for name in ("boundary", "gwpSet")}}
            for member, wanted_text in own.items():
                if tree[member] != wanted_text:
                    yield Hit(grade, (member,), same(wanted_text), same(tree[member]))
        if bundle.active(grade):
            for index, passport in each(bundle, tree, "evidence", "CarbonPassport"):
                if not bundle.active(passport):
                    yield Hit(grade, ("evidence", index), same("active"), same(bundle.status(passport)))
                elif not bundle.verified(passport):
                    wanted = Text("a verified passport", "经核查的护照")
                    yield Hit(grade, ("evidence", index), wanted, Text("not verified", "未核查"))
