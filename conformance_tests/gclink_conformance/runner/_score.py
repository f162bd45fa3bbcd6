"""From an answer to an outcome: right verdict, right requirement, right place - or not, and why not, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.calculations.vectors import compare
from gclink.canonical import digest
from gclink.documents import read_bytes
from gclink.errors import GclinkError
from gclink.structure import check_structure

from gclink_conformance.protocol import FORMATS, GarbageError, Message, unpacked
from gclink_conformance.runner._requirements import requirement
from gclink_conformance.runner._trial import Trial


@dataclass(frozen=True, slots=True)
class Outcome:
    """``outcome`` is pass, fail, error or declined; ``grade`` says how much of the answer was right."""

    outcome: str
    grade: str
    reason: Text


def score(trial: Trial, expected: Mapping[str, Any], answer: Message) -> Outcome:
    """Judge an answer of the right form."""
    if answer.get("declined") is True:
        return Outcome("declined", "none", Text(*2 * (str(answer["reason"]),)))
    if answer.get("failed") is True:
        told = str(answer["message"])
        return Outcome("error", "none", Text(f"the implementation failed: {told}", f"实现报告失败：{told}"))
    match trial.operation:
        case "check":
            return _verdict(trial, expected, answer)
        case "digest":
            return _equal(expected["digest"], answer["digest"])
        case "derive":
            return _value(expected, answer["value"])
    return _converted(trial, expected, answer["document"])


#: A verdict and findings that do not fit: a refusal for no reason, or a pass in spite of one.
_CONTRADICTS: Final = {
    "violates": Outcome("fail", "none", Text("violates, but names no violation", "结论为违反，却未指出任何违反")),
    "conforms": Outcome("fail", "none", Text("conforms, but names a violation", "结论为符合，却指出违反")),
}


def _verdict(trial: Trial, expected: Mapping[str, Any], answer: Message) -> Outcome:
    wanted, given = expected["verdict"], answer["verdict"]
    if wanted != given:
        reason = Text(f"verdict {given}, expected {wanted}", f"结论为 {given}，应为 {wanted}")
        return Outcome("fail", "none", reason)
    findings = answer.get("findings", [])
    if (given == "violates") != any(finding.get("severity") != "warning" for finding in findings):
        return _CONTRADICTS[given]
    if trial.about.level != "MUST" and trial.polarity == "negative" and not _named(trial.requirement, findings):
        # A broken recommendation does not change the verdict; that it is told is all there is to get right.
        name = trial.requirement
        return Outcome("fail", "none", Text(f"no finding of {name}", f"未给出关于 {name} 的发现"))
    missing, surplus = differences(expected["findings"], findings, structural=_structural(expected))
    if not missing and not surplus:
        return Outcome("pass", "explained", Text("verdict and findings as expected", "结论与发现均符合预期"))
    return Outcome("pass", "verdict", _unexplained(missing, surplus))


def _named(name: str, findings: list[Message]) -> bool:
    return any(finding["requirement"] == name for finding in findings)


def _structural(expected: Mapping[str, Any]) -> bool:
    """Whether a fault of form is expected: rules need not be judged then, and what they say is not weighed."""
    return any(requirement(found["requirement"]).tier == "T1" for found in expected["findings"])


def differences(
    expected: list[Message], given: list[Message], *, structural: bool
) -> tuple[list[Message], list[Message]]:
    """Return the expected findings that are missing, and the given ones that answer to none.

    A finding is right when requirement, document and place are. Each given finding stands for one expected finding; a
    second one about the same object is passed over.
    """
    left = list(given)
    missing = []
    for due in expected:
        found = next((item for item in left if _exact(due, item)), None) or next(
            (item for item in left if _fits(due, item)), None
        )
        if found is None:
            missing.append(due)
        else:
            left.remove(found)
    surplus = [
        item
        for item in left
        if not any(_fits(due, item) for due in expected) and not (structural and _tier(item) not in ("T1", None))
    ]
    return missing, surplus


def _tier(finding: Message) -> str | None:
    try:
        return requirement(finding["requirement"]).tier
    except KeyError:
        return None


def _exact(due: Message, item: Message) -> bool:
    return _same(due, item) and ("location" not in due or due["location"] == item["location"])


def _fits(due: Message, item: Message) -> bool:
    if not _same(due, item):
        return False
    if "location" not in due or due["location"] == item["location"]:
        return True
    within = due.get("within")
    if within is None:
        return False
    return bool(item["location"] == within or item["location"].startswith(f"{within}/"))


def _same(due: Message, item: Message) -> bool:
    return due["requirement"] == item["requirement"] and ("document" not in due or due["document"] == item["document"])


def _unexplained(missing: list[Message], surplus: list[Message]) -> Text:
    en, zh = ["verdict as expected"], ["结论符合预期"]
    if missing:
        told = ", ".join(map(_told, missing))
        en.append(f"not found: {told}")
        zh.append(f"未发现：{told}")
    if surplus:
        told = ", ".join(map(_told, surplus[:5]))
        en.append(f"found besides: {told}")
        zh.append(f"多出的发现：{told}")
    return Text("; ".join(en), "；".join(zh))


def _told(finding: Message) -> str:
    return f"{finding['requirement']} {finding.get('document', '')}#{finding.get('location', '')}"


def _equal(wanted: str, given: str) -> Outcome:
    if wanted == given:
        return Outcome("pass", "explained", Text("digest as expected", "摘要符合预期"))
    return Outcome("fail", "none", Text(f"digest {given}, expected {wanted}", f"摘要为 {given}，应为 {wanted}"))


def _value(expected: Mapping[str, Any], given: Any) -> Outcome:
    wanted = expected["value"]
    if not isinstance(given, dict):
        if len(wanted) != 1:
            names = ", ".join(wanted)
            return Outcome("fail", "none", Text(f"one value for the members {names}", f"对 {names} 只给出一个值"))
        given = {next(iter(wanted)): given}
    found = compare(wanted, given, Decimal(expected.get("tolerance", "0")))
    if not found:
        return Outcome("pass", "explained", Text("value as expected", "数值符合预期"))
    en = "; ".join(f"{item.member}: {item.found}, expected {item.expected}" for item in found)
    zh = "；".join(f"{item.member}：{item.found}，应为 {item.expected}" for item in found)
    return Outcome("fail", "none", Text(en, zh))


def _converted(trial: Trial, expected: Mapping[str, Any], document: Message) -> Outcome:
    to = trial.to
    assert to is not None
    if FORMATS.get(document["mediaType"]) != to:
        given = document["mediaType"]
        return Outcome("fail", "none", Text(f"the media type is {given}", f"媒体类型为 {given}"))
    try:
        read = read_bytes(unpacked(document), to, "answer")
    except (GclinkError, GarbageError) as error:
        return Outcome("fail", "none", Text(f"not readable: {error}", f"无法读取：{error}"))
    if len(read) != 1:
        return Outcome(
            "fail", "none", Text(f"{len(read)} documents instead of one", f"得到 {len(read)} 份文档，应为一份")
        )
    faults = [*read[0].faults, *check_structure(read[0].tree)]
    if faults:
        names = ", ".join(sorted({fault.requirement for fault in faults}))
        return Outcome("fail", "none", Text(f"the result breaks {names}", f"转换结果违反 {names}"))
    return _equal(expected["digest"], digest(read[0].tree))
