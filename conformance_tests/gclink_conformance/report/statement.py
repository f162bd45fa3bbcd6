"""The conformance statement: the run as a document of the standard, which can be cited, superseded and revoked.

It is checked before it is given out: a suite that wrote a statement which breaks the standard would refute itself.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

from gclink.check import Options, check
from gclink.convert import convert
from gclink.documents import read_bytes

from gclink_conformance.report._plain import iri, line
from gclink_conformance.report.results import Results
from gclink_conformance.report.words import formats

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://w3id.org/gclink/conformance")


def statement(results: Results, issuer: str | None = None) -> dict[str, Any] | None:
    """Return the statement, None where nothing was run; raises ValueError if it breaks the standard.

    ``issuer`` is the IRI of the Party that answers for the run. Without it the home page of the implementation stands
    there, or an IRI made from the name of its vendor.
    """
    if not results.rows or not results.profiles:
        return None
    about, counts, when = results.implementation, results.counts, results.footer["finishedAt"]
    homepage = iri(about.get("homepage"))
    answers = issuer or homepage or _made(f"vendor {about.get('vendor', about['name'])}")
    tree: dict[str, Any] = {
        "type": "ConformanceStatement",
        "id": _made(f"{results.digest} {answers}"),
        "specVersion": "1.0.0",
        "issuer": answers,
        "issuedAt": when,
        "status": "active",
        "implementationName": line(str(about["name"])),
        "implementationVersion": line(str(about["version"])),
        **({"implementationUri": homepage} if homepage else {}),
        "suiteVersion": line(str(results.header["suite"]["version"])),
        "suiteDigest": results.header["suite"]["digest"],
        "testedAt": when,
        "testsTotal": len(results.rows),
        "testsPassed": counts["pass"],
        "testsFailed": counts["fail"],
        "testsInError": counts["error"],
        "testsDeclined": counts["declined"],
        "resultsDigest": results.digest,
        "outcomes": [_outcome(results, name) for name in sorted(results.profiles)],
    }
    _prove(tree)
    return tree


def written(tree: dict[str, Any]) -> bytes:
    """Return a statement as its file."""
    return convert(tree, "json")


def _outcome(results: Results, name: str) -> dict[str, Any]:
    profile = results.profiles[name]
    must, should = profile["must"], profile["should"]
    rows = [row for row in results.rows if name in row.profiles]
    asked = [row for row in rows if row.outcome != "declined"] or rows
    claim = results.claim(name)
    used = {row.format for row in asked} or set(claim["formats"] or ("json",))
    tiers = {row.tier for row in asked} or set(claim["tiers"] or ("T1",))
    return {
        "type": "ConformanceOutcome",
        "conformanceClass": name,
        "syntaxes": formats(used),
        "tiers": sorted(tier.lower() for tier in tiers),
        "conclusion": profile["result"],
        "conformanceGrade": profile["grade"] if profile["result"] == "pass" else "none",
        "mandatoryRun": must["executed"],
        "mandatoryPassed": must["passed"],
        "mandatoryFailed": must["executed"] - must["passed"],
        "mandatoryDeclined": must["declined"],
        "recommendedRun": should["executed"],
        "recommendedPassed": should["passed"],
    }


def _made(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, name)}"


def _prove(tree: dict[str, Any]) -> None:
    read = read_bytes(convert(tree, "json"), "json", "statement.json")
    found = check(read, Options(as_of=tree["issuedAt"], scope="document")).findings
    if found:
        told = "; ".join(
            f"{finding.requirement} at {finding.pointer or '/'}: {finding.message.en}" for finding in found
        )
        raise ValueError(f"the results make no sound statement: {told}")
