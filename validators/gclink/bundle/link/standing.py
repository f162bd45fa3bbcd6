"""Evidence at the moment of verification: in force, vouched for, and in no suspension."""

from __future__ import annotations

from collections.abc import Iterator

from gclink._text import Text
from gclink.bundle._entry import Entry, Path
from gclink.bundle._index import Bundle
from gclink.bundle._registry import Hit, procedure
from gclink.bundle._values import complete, find, follow, once, same
from gclink.bundle.link.observations import inputs

_VERIFIED = ("verified", "applied")


def evidence_of(bundle: Bundle, observation: Entry) -> Iterator[tuple[Path, Entry]]:
    """Yield place and document of what an observation rests on: that of its inputs, and the verification it cites."""
    for place, _, evidence in inputs(bundle, observation):
        yield (*place, "evidence"), evidence
    statement = follow(bundle, observation.tree, "verification", "VerificationStatement")
    if statement is not None:
        yield ("verification",), statement


def verified_at(bundle: Bundle, observation: Entry) -> str:
    """Return the instant of the verified event, else that of issue."""
    events = (event.tree for event in bundle.events(observation.id, "kpi_observation"))
    found = [tree["effectiveAt"] for tree in events if tree["toState"] == "verified"]
    return str(found[-1]) if found else observation.issued_at


@procedure("GCL-LNK-058")
def evidence_of_verified_observation(bundle: Bundle) -> Iterator[Hit]:
    """When an observation was verified, all under it was active and verified itself."""
    for observation in once(bundle.of("KpiObservation")):
        if not bundle.in_force(observation) or bundle.state(observation) not in _VERIFIED:
            continue
        at = verified_at(bundle, observation)
        for place, _, evidence in inputs(bundle, observation):
            status = bundle.status(evidence, at)
            if status != "active":
                found: Text | None = same(status)
                wanted = Text(f"active at {at}", f"{at} 时有效")
            else:
                found = None if _vouched(bundle, evidence, at) else Text("none", "无")
                wanted = Text(f"a verification valid at {at}", f"{at} 时有效的核查声明")
            if found is not None:
                yield Hit(observation, (*place, "evidence"), wanted, found)


def _vouched(bundle: Bundle, evidence: Entry, at: str) -> bool:
    """Whether evidence is verified: a grade rests on verified passports (GCL-INC-019), a label on its claim.

    A label whose claim, or a claim whose statements, are not all in the bundle is not judged (GCL-COR-022).
    """
    if evidence.type == "CarbonAccountGrade" or bundle.verified(evidence, at):
        return True
    if evidence.type != "Label":
        return False
    claim = follow(bundle, evidence.tree, "claim", "Claim")
    cited = complete(bundle, claim.tree, "verifications", "VerificationStatement") if claim is not None else None
    return cited is None or any(_favourable(bundle, statement, at) for statement in cited)


def _favourable(bundle: Bundle, statement: Entry, at: str) -> bool:
    tree = statement.tree
    valid = tree["validity"]["start"] <= at[:10] <= tree["validity"]["end"]
    return bool(valid and tree["opinion"] in ("unmodified", "qualified") and bundle.active(statement, at))


@procedure("GCL-LNK-066")
def suspended_is_no_data(bundle: Bundle) -> Iterator[Hit]:
    """No margin moves on what was verified while its evidence was in doubt."""
    for adjustment in once(bundle.of("MarginAdjustment")):
        tree = adjustment.tree
        ended = not bundle.in_force(adjustment) or bundle.state(adjustment) == "reversed"
        if tree["adjustmentBasis"] != "observed" or ended:
            continue
        for index, cited in enumerate(tree.get("observations", ())):
            observation = find(bundle, cited["target"], "KpiObservation")
            if observation is None:
                continue
            at = verified_at(bundle, observation)
            doubtful = [e.id for _, e in evidence_of(bundle, observation) if bundle.status(e, at) == "suspended"]
            if doubtful:
                wanted = Text(f"evidence in no suspension at {at}", f"{at} 时依据未被暂停")
                found = Text(f"{doubtful[0]} suspended", f"{doubtful[0]} 已暂停")
                yield Hit(adjustment, ("observations", index), wanted, found)
