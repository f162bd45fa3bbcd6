"""Trials that were asked twice under two ids: an implementation that says two things is right in neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]

_REASON = {
    "en": "another answer than the first time to the same request under another id",
    "zh": "同一请求以不同 id 再次提出时，应答与第一次不同",
}


def compare_repeats(rows: Sequence[Row]) -> None:
    """Fail every repeat whose answer differs from the first one, beyond the order of findings and their wording."""
    first = {row["test"]: row for row in rows}
    for row in rows:
        if not row["test"].endswith("#2"):
            continue
        other = first.get(row["test"].removesuffix("#2"))
        if other is None or "error" in (row["outcome"], other["outcome"]):
            continue
        if substance(row["actual"]) != substance(other["actual"]):
            row["outcome"], row["grade"], row["reason"] = "fail", "none", dict(_REASON)


def substance(answer: Any) -> Any:
    """Return what an answer says, without wording and without the order of its findings."""
    if not isinstance(answer, dict):
        return answer
    if "verdict" in answer:
        found = sorted(
            (item["requirement"], item["document"], item["location"]) for item in answer.get("findings") or ()
        )
        return answer["verdict"], found
    if "document" in answer:
        return answer["document"].get("mediaType")  # two writings of one document may differ; both were read
    return {name: value for name, value in answer.items() if name not in ("reason", "message")}
