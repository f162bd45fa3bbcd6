"""After evidence is gone: a price paid stays, the successor is cited, no label on money outlives its ground."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gclink._text import Text
from gclink.bundle._dates import night, plus
from gclink.bundle._deals import HOLDING, PAID_OUT, notice_days
from gclink.bundle._entry import Entry
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import Tree, each, find, follow, once, same
from gclink.bundle._words import amount, money
from gclink.bundle.link.periods import speaks
from gclink.bundle.link.propagation import fallen

_FAVOURABLE = ("eligible", "aligned")


@procedure("GCL-LNK-064")
def funded_price_stays(bundle: Bundle) -> Iterator[Hit]:
    """A new version of a transaction whose discount was deducted and paid keeps rate and discount."""
    for entry in once(bundle.of("FinancingTransaction")):
        old = follow(bundle, entry.tree, "supersedes", "FinancingTransaction")
        if old is None or old.tree["pricing"]["discountMethod"] != "advance_discount":
            continue
        if bundle.state(old, entry.issued_at) not in PAID_OUT:
            continue
        agreed, stated = old.tree["pricing"]["allInRate"], entry.tree["pricing"]["allInRate"]
        if Decimal(agreed) != Decimal(stated):
            yield Hit(entry, ("pricing", "allInRate"), same(agreed), same(stated))
        before, after = old.tree.get("discountAmount"), entry.tree.get("discountAmount")
        if before is not None and (after is None or amount(before) != amount(after)):
            found = same(money(after)) if after is not None else Text("none", "无")
            place = ("discountAmount",) if after is not None else ()
            yield Hit(entry, place, same(money(before)), found)


@procedure("GCL-LNK-067")
def successor_cited(bundle: Bundle) -> Iterator[Hit]:
    """A link to a superseded passport has ended within the notice, and what is observed later cites the successor."""
    for passport in once(bundle.of("CarbonPassport")):
        spans = [span for span in bundle.spans(passport) if span.status == "superseded" and span.start <= bundle.as_of]
        if not spans:
            continue
        day = spans[0].start[:10]
        named = [other.id for other in bundle.successors(passport.id)]
        for entry, reference in bundle.referring(passport.id):
            if entry.type == "CarbonLink" and reference.field == "passport":
                yield from _link_ended(bundle, entry, day)
            elif entry.type == "KpiObservation" and reference.field == "evidence" and _later(bundle, entry, day):
                wanted = same(", ".join(named)) if named else Text("the successor", "后继护照")
                yield Hit(entry, reference.path, wanted, same(passport.id))


def _later(bundle: Bundle, observation: Entry, day: str) -> bool:
    return speaks(bundle, observation) and observation.tree["observationDate"] > day


def _link_ended(bundle: Bundle, link: Entry, day: str) -> Iterator[Hit]:
    transaction = follow(bundle, link.tree, "transactionReference", "FinancingTransaction")
    days = notice_days(bundle, transaction)
    limit = plus(day, days)
    at = night(limit)
    stands = link.issued_at <= at and bundle.in_force(link, at) and bundle.state(link, at) == "active"
    if bundle.day > limit and stands:
        told = f"{limit} = {day} + {days}"
        wanted = Text(f"superseded by {told} days", f"不晚于 {told} 天转为 superseded")
        yield Hit(link, ("passport",), wanted, same(str(bundle.state(link))))


@procedure("GCL-LNK-069")
def green_label_after_revocation(bundle: Bundle) -> Iterator[Hit]:
    """Money stays green only as long as an assessment stands behind it."""
    revoked = bundle.shared(fallen)
    for entry in once(bundle.of("FinancingTransaction")):
        if entry.tree["financeLabel"] != "green":
            continue
        for index, assessment in each(bundle, entry.tree, "eligibilityAssessments", "EligibilityAssessment"):
            if assessment.id not in revoked:
                continue
            day, days = revoked[assessment.id][:10], notice_days(bundle, entry)
            limit = plus(day, days)
            at = max(night(limit), entry.issued_at)
            stands = bundle.in_force(entry, at) and bundle.state(entry, at) in HOLDING
            if bundle.day > limit and stands and not _assessed(bundle, entry, assessment, night(limit)):
                told = f"{limit} = {day} + {days}"
                wanted = Text(
                    f"another assessment or no green label by {told} days", f"不晚于 {told} 天另有评估或取消绿色标签"
                )
                yield Hit(entry, ("eligibilityAssessments", index), wanted, same(assessment.id))


def _assessed(bundle: Bundle, transaction: Entry, gone: Entry, at: str) -> bool:
    """Whether a favourable assessment of the same subject, or of the transaction itself, is in force."""
    subjects = {transaction.id, gone.tree["subject"]}
    if find(bundle, gone.tree["subject"], "Asset") is None:
        subjects |= {item["asset"]["target"] for item in transaction.tree["items"]}
    return any(
        other.id != gone.id and other.issued_at <= at and _holds(bundle, other, at)
        for subject in sorted(subjects)
        for other, _ in bundle.referring(subject, "subject")
    )


def _holds(bundle: Bundle, assessment: Entry, at: str) -> bool:
    tree: Tree = assessment.tree
    return tree["type"] == "EligibilityAssessment" and tree["result"] in _FAVOURABLE and bundle.in_force(assessment, at)
