"""Rules across documents of module core: identity, references, supersession, status, verification, lots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from gclink._rules_runtime import EXACT
from gclink._text import Text
from gclink.bundle._entry import Entry, Path, Reference
from gclink.bundle._index import Bundle
from gclink.bundle._lots import on_cycles, reached, sources, turned
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._status import ORDER, best_within
from gclink.bundle._values import find, same, shown

Tree = dict[str, Any]

#: Moves of machine ``document``; only the issuer may supersede, and what was superseded or revoked stays so.
_MOVES = {
    "active": frozenset({"superseded", "suspended", "revoked"}),
    "suspended": frozenset({"active", "superseded", "revoked"}),
}
#: Classes whose lots are the matter of a removal.
_FED = ("ProductionBatch", "CaptureRecord")
#: Tiers for which a book-and-claim lot is good enough.
_UP_TO_T1 = frozenset({"t0_disclosed", "t1_measured", "contribution"})
#: Members in which a claim cites what it speaks for.
_CLAIMED = frozenset({("Claim", "passports"), ("Claim", "allocations"), ("Claim", "units")})
#: What a lot is for the carbon of its run; waste is neither.
_KINDS = {"residue": "residue", "main_product": "product", "co_product": "product"}
#: Members that name who answers for a document or earns from it.
_PARTIES = frozenset({"operator", "owner", "seller", "financier", "claimant", "holder"})
#: Member of a verified document -> class of what it names, and the member of that which names the site.
_OPERATED = {
    "subjectLot": ("Lot", "producedAt"),
    "processRuns": ("ProcessRun", "site"),
    "activity": ("RemovalActivity", None),
}


@procedure("GCL-COR-021")
def same_id_same_digest(bundle: Bundle) -> Iterator[Hit]:
    """Two documents with one id have one digest; only a TransferableRecord is re-issued under its id."""
    first: dict[str, Entry] = {}
    for entry in bundle.entries:
        other = first.setdefault(entry.id, entry)
        if other.digest != entry.digest and entry.type != "TransferableRecord":
            yield Hit(entry, ("id",), same(other.digest), same(entry.digest))


@procedure("GCL-COR-022")
def references_resolve(bundle: Bundle) -> Iterator[Hit]:
    """Every reference leads to a document of the bundle, of a class that the member names."""
    for entry in bundle.of("Document"):
        for reference in entry.references:
            targets = bundle.all(reference.target)
            allowed = ", ".join(reference.classes)
            if targets:
                if not any(target.is_a(*reference.classes) for target in targets):
                    yield Hit(entry, reference.path, Text(f"a {allowed}", f"类 {allowed}"), same(targets[0].type))
            elif reference.target not in bundle.broken:
                yield Hit(
                    entry,
                    reference.path,
                    Text(f"a {allowed} of the bundle", f"文档集内的 {allowed}"),
                    Text(f"{reference.target}, which is not in it", f"{reference.target}，文档集内没有"),
                )


@procedure("GCL-COR-023")
def digest_matches(bundle: Bundle) -> Iterator[Hit]:
    """The digest of a citation is that of its target."""
    for entry in bundle.of("Document"):
        for reference in entry.references:
            if reference.digest is None:
                continue
            found = [target.digest for target in bundle.all(reference.target)]
            if found and reference.digest not in found:
                yield Hit(entry, (*reference.path, "digest"), same(found[0]), same(reference.digest))


@procedure("GCL-COR-024")
def supersession_chain(bundle: Bundle) -> Iterator[Hit]:
    """A successor is of the class and issuer of what it replaces, and later; there is one active successor."""
    for entry in bundle.of("Document"):
        for reference in _supersedes(entry):
            old = bundle.get(reference.target)
            if old is None:
                continue
            if old.type != entry.type:
                yield Hit(entry, reference.path, Text(f"a {entry.type}", f"类 {entry.type}"), same(old.type))
            elif old.issuer != entry.issuer:
                yield Hit(entry, reference.path, same(entry.issuer), same(old.issuer))
            elif old.issued_at >= entry.issued_at:
                before = Text(f"issued before {entry.issued_at}", f"早于 {entry.issued_at} 签发")
                yield Hit(entry, reference.path, before, same(old.issued_at))
    for entry in bundle.of("Document"):
        active = dict.fromkeys(other.id for other in bundle.successors(entry.id) if bundle.active(other))
        if len(active) > 1:
            names = ", ".join(active)
            yield Hit(entry, (), Text("at most one active successor", "至多一个有效后继"), same(names))


def _supersedes(entry: Entry) -> list[Reference]:
    return [reference for reference in entry.references if reference.path == ("supersedes",)]


@procedure("GCL-COR-025")
def effective_status(bundle: Bundle) -> Iterator[Hit]:
    """A revocation is final: no later event, and no own status, lifts it."""
    for entry in bundle.of("Document"):
        revoked = entry.status == "revoked"
        for event in bundle.events(entry.id, "document"):
            if revoked:
                yield Hit(entry, (), Text("no event after the revocation", "撤销之后不再有事件"), same(event.id))
                break
            revoked = event.tree["toState"] == "revoked"


@procedure("GCL-COR-026")
def basis_is_active(bundle: Bundle) -> Iterator[Hit]:
    """What an active document of the carbon modules relies on is active."""
    for entry in bundle.of("Document"):
        if not bundle.active(entry):
            continue
        for target, reference in bundle.relies_on(entry):
            status = bundle.status(target)
            if status != "active":
                yield Hit(
                    entry, reference.path, same("active"), Text(f"{target.id} is {status}", f"{target.id} 为 {status}")
                )


@procedure("GCL-COR-027")
def event_author_and_move(bundle: Bundle) -> Iterator[Hit]:
    """A status event comes from the issuer or its verifier, not before the issue, and makes a permitted move."""
    for event in bundle.of("LifecycleEvent"):
        tree = event.tree
        entity = bundle.get(tree["entity"])
        if tree["machine"] != "document" or entity is None:
            continue
        authors = {entity.issuer}
        if tree["toState"] != "superseded":
            authors |= {
                statement.tree["verifier"]
                for statement, _ in bundle.referring(entity.id, "subjects")
                if statement.type == "VerificationStatement"
            }
        if event.issuer not in authors:
            yield Hit(event, ("issuer",), same(" / ".join(sorted(authors))), same(event.issuer))
        if tree["effectiveAt"] < entity.issued_at:
            at = Text(f"at or after {entity.issued_at}", f"不早于 {entity.issued_at}")
            yield Hit(event, ("effectiveAt",), at, same(tree["effectiveAt"]))
        if tree["toState"] not in _MOVES.get(tree["fromState"], frozenset()):
            moves = ", ".join(sorted(_MOVES.get(tree["fromState"], frozenset()))) or "-"
            yield Hit(event, ("toState",), same(moves), same(tree["toState"]))


@procedure("GCL-COR-028")
def status_propagates(bundle: Bundle) -> Iterator[Hit]:
    """No document is in better standing than what it relies on, with a grace of 24 hours."""
    now = datetime.strptime(bundle.as_of, "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 - instants of the standard are UTC
    since = (now - timedelta(hours=24)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for entry in bundle.of("Document"):
        own = bundle.status(entry)
        if own == "active":
            continue  # GCL-COR-026 speaks about active documents
        for target, reference in bundle.relies_on(entry):
            basis = best_within(bundle.spans(target), since, bundle.as_of)
            if ORDER.index(own) < ORDER.index(basis):
                worse = Text(f"{basis} or worse", f"{basis} 或更差")
                yield Hit(entry, reference.path, worse, same(own))


@procedure("GCL-COR-029")
def counts_as_verified(bundle: Bundle) -> Iterator[Hit]:
    """A verification that a document cites is one that verifies: active, in its validity, not adverse."""
    for entry in bundle.of("Document"):
        if not bundle.active(entry):
            continue
        for reference in (*entry.refers("verification"), *entry.refers("verifications")):
            statement = bundle.get(reference.target)
            if statement is None or statement.type != "VerificationStatement":
                continue
            tree = statement.tree
            if tree["opinion"] not in ("unmodified", "qualified"):
                yield Hit(entry, reference.path, same("unmodified / qualified"), same(tree["opinion"]))
            elif not tree["validity"]["start"] <= bundle.day <= tree["validity"]["end"]:
                days = f"{tree['validity']['start']} - {tree['validity']['end']}"
                yield Hit(
                    entry, reference.path, Text(f"a check within {days}", f"核对日在 {days} 内"), same(bundle.day)
                )


@procedure("GCL-COR-030")
def verifier_independent(bundle: Bundle) -> Iterator[Hit]:
    """The verifier is none of the parties that the verified document is about or that use it for money."""
    for statement in bundle.of("VerificationStatement"):
        verifier = statement.tree["verifier"]
        for reference in statement.refers("subjects"):
            subject = bundle.get(reference.target)
            if subject is None:
                continue
            role = next((role for role, party in _interested(bundle, subject) if party == verifier), None)
            if role is not None:
                yield Hit(
                    statement,
                    ("verifier",),
                    Text(f"somebody else than the {role} of {subject.id}", f"不同于 {subject.id} 的 {role}"),
                    same(verifier),
                )
                break


def _interested(bundle: Bundle, subject: Entry) -> Iterator[tuple[str, str]]:
    """Yield role and id of the parties one step away from a verified document."""
    yield "issuer", subject.issuer
    for reference in subject.references:
        if reference.field in _PARTIES:
            yield reference.field, reference.target
        elif reference.field in _OPERATED:
            yield from _operators(bundle, reference)
    for citing, reference in bundle.referring(subject.id):
        member = (reference.owner, reference.field)
        if member in _CLAIMED:
            yield "claimant", citing.tree["claimant"]
        elif member == ("CarbonLink", "passport"):
            yield from _traders(bundle, citing.tree)


def _operators(bundle: Bundle, reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the operator of an activity, or of the site of a lot or run."""
    kind, place = _OPERATED[reference.field]
    entry = find(bundle, reference.target, kind)
    if entry is not None and place is not None:
        entry = find(bundle, entry.tree[place], "Site")
    if entry is not None:
        yield "operator", entry.tree["operator"]


def _traders(bundle: Bundle, link: Tree) -> Iterator[tuple[str, str]]:
    """Yield who sells the linked goods and who lends on them."""
    asset, transaction = bundle.get(link["asset"]["target"]), bundle.get(link["transactionReference"]["target"])
    if asset is not None and asset.is_a("Asset"):
        yield "seller", asset.tree["seller"]
    if transaction is not None and transaction.type == "FinancingTransaction":
        yield "seller", transaction.tree["seller"]
        yield "financier", transaction.tree["financier"]


@procedure("GCL-COR-037")
def residue_everywhere(bundle: Bundle) -> Iterator[Hit]:
    """A lot that is a residue in one run is no product of another."""
    roles: dict[str, set[str]] = {}
    for run, path, flow in _flows(bundle, "outputs"):
        kind = _KINDS.get(flow["role"])
        if kind is None or not bundle.in_force(run):
            continue
        before = roles.setdefault(flow["lot"], set())
        if before - {kind}:
            yield Hit(run, (*path, "role"), same(*(before - {kind})), same(flow["role"]))
        before.add(kind)


def _flows(bundle: Bundle, member: str) -> Iterator[tuple[Entry, Path, Tree]]:
    seen: set[str] = set()
    for run in bundle.of("ProcessRun"):
        if run.id in seen:
            continue  # given twice, used once
        seen.add(run.id)
        for index, flow in enumerate(run.tree.get(member, ())):
            yield run, (member, index), flow


@procedure("GCL-COR-041")
def lot_not_overdrawn(bundle: Bundle) -> Iterator[Hit]:
    """What active runs take of a lot is not more than the lot; lots not counted by mass are not compared."""
    taken: dict[str, Decimal] = {}
    for run, path, flow in _flows(bundle, "inputs"):
        lot = bundle.get(flow["lot"])
        if not bundle.active(run) or lot is None or lot.type != "Lot":
            continue
        held = _tonnes(lot.tree["quantity"])
        if held is None:
            continue
        before = taken.get(lot.id, Decimal(0))
        taken[lot.id] = EXACT.add(before, Decimal(flow["mass"]["value"]))  # flows state mass in t
        if before <= held < taken[lot.id]:
            most = Text(f"at most {shown(held)} t of {lot.id}", f"{lot.id} 至多 {shown(held)} t")
            yield Hit(run, (*path, "mass"), most, same(f"{shown(taken[lot.id])} t"))


def _tonnes(quantity: Tree) -> Decimal | None:
    value = Decimal(quantity["value"])
    return {"t": value, "kg": EXACT.scaleb(value, -3)}.get(quantity["unit"])


@procedure("GCL-COR-042")
def lot_ancestry(bundle: Bundle) -> Iterator[Hit]:
    """A lot does not come from itself, and no source begins after the lot ends."""
    circular = on_cycles(sources(bundle))
    for lot in bundle.of("Lot"):
        end = lot.tree["period"]["end"]
        for reference in lot.refers("producedFrom"):
            source = bundle.get(reference.target)
            if source is None or source.type != "Lot":
                continue
            start = source.tree["period"]["start"]
            if start > end:
                yield Hit(lot, reference.path, Text(f"begun by {end}", f"不晚于 {end} 开始"), same(start))
        if lot.id in circular:
            yield Hit(lot, ("producedFrom",), Text("other lots", "其他批次"), same(lot.id))


@procedure("GCL-COR-043")
def book_and_claim_limits(bundle: Bundle) -> Iterator[Hit]:
    """A book-and-claim lot, or what is made of one, feeds no removal, no inset and no claim above t1."""
    claimed = [lot.id for lot in bundle.of("Lot") if lot.tree["custodyModel"] == "book_and_claim"]
    tainted = reached(turned(sources(bundle)), claimed) if claimed else set()
    for entry in bundle.of("Document") if tainted else ():
        for reference in entry.references:
            if reference.target in tainted and _is_fed(entry, reference.field):
                wanted = Text("a lot of another custody model", "其他监管链模式的批次")
                yield Hit(entry, reference.path, wanted, same("book_and_claim"))


def _is_fed(entry: Entry, field: str) -> bool:
    if entry.type == "Claim":
        return field == "subjectLot" and entry.tree["tier"] not in _UP_TO_T1
    if entry.type == "CarbonPassport":
        return field == "subjectLot" and bool(entry.tree.get("insetRemovals"))
    return entry.type in _FED
