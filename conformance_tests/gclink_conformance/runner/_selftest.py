"""The first trials of an adapter: one document that nobody refuses and one text that nobody takes, per syntax.

What fails here says "your adapter" and not "your implementation": bytes did not arrive, or the answer was not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from gclink._text import Text

from gclink_conformance.carriers import AdapterError, Carrier
from gclink_conformance.cases import AS_OF, base
from gclink_conformance.protocol import MEDIA_TYPES, SPEC_VERSION, Message, packed
from gclink_conformance.runner._claims import Claim
from gclink_conformance.runner._plan import Plan
from gclink_conformance.suite import root
from gclink_conformance.syntax import encode

#: Per syntax, a text that is no document in it.
_REFUSED: Mapping[str, bytes] = {
    "json": b'{"type": "Party"',
    "jsonld": b'{"type": "Party"',
    "xml": b"<Party><id>",
    "turtle": b"<urn:a> a ",
    "ntriples": b"<urn:a> a ",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One trial of the adapter. ``told`` is None when all is well."""

    profile: str
    format: str
    kind: str
    told: Text | None

    def row(self) -> dict[str, Any]:
        """Return the attempt as the header of the results keeps it."""
        made: dict[str, Any] = {
            "profile": self.profile,
            "format": self.format,
            "kind": self.kind,
            "ok": self.told is None,
        }
        return made if self.told is None else {**made, "reason": {"en": self.told.en, "zh": self.told.zh}}


def requests(plan: Plan, claims: Mapping[str, Claim]) -> Iterator[tuple[Claim, str, str, Message]]:
    """Yield claim, syntax, ``accept`` or ``reject``, and message of each attempt."""
    party = orjson.loads(orjson.dumps(base(root(), "party")["party"]))
    for claim in claims.values():
        if "check" not in claim.operations:
            continue
        for form in (name for name in MEDIA_TYPES if name in claim.formats):
            for kind in ("accept", "reject"):
                sent = encode(party, form) if kind == "accept" else _REFUSED[form]
                iri = party["id"] if kind == "accept" else "urn:gclink:sent:1"
                yield (
                    claim,
                    form,
                    kind,
                    {
                        "op": "check",
                        "id": plan.wire_id(f"selftest {claim.profile} {form} {kind}"),
                        "profile": claim.profile,
                        "specVersion": SPEC_VERSION,
                        "scope": "document",
                        "documents": [packed(iri, MEDIA_TYPES[form], sent)],
                        "asOf": AS_OF,
                        "detail": "findings",
                    },
                )


def attempt(plan: Plan, claims: Mapping[str, Claim], carrier: Carrier) -> list[Attempt]:
    """Try an adapter that has answered hello; ends with the first failure of the connection itself."""
    made: list[Attempt] = []
    for claim, form, kind, message in requests(plan, claims):
        try:
            answer = carrier.exchange(message, plan.timeout)
        except AdapterError as error:
            return [*made, Attempt(claim.profile, form, kind, error.text)]
        made.append(Attempt(claim.profile, form, kind, _told(kind, answer)))
    return made


def _told(kind: str, answer: Message) -> Text | None:
    if answer.get("failed") is True:
        return Text(f"the implementation failed: {answer['message']}", f"实现报告失败：{answer['message']}")
    wanted = "conforms" if kind == "accept" else "violates"
    given = "declined" if answer.get("declined") is True else answer["verdict"]
    if given == wanted:
        return None
    what = ("a sound document", "一份正确的文档") if kind == "accept" else ("half a text", "一段残缺的文本")
    return Text(f"{what[0]}: {given}, expected {wanted}", f"{what[1]}：{given}，应为 {wanted}")
