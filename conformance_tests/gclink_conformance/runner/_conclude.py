"""What follows from the rows: a conclusion for each profile, and the exit code of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

Row = Mapping[str, Any]


class Exit(IntEnum):
    """The one ladder of exit codes; of several reasons the highest counts."""

    PASS = 0
    NONCONFORMANT = 1
    USAGE = 2
    BROKEN_ADAPTER = 3
    BASELINE = 4
    INCONCLUSIVE = 5
    NO_REPORT = 6


def conclusion(rows: Sequence[Row], *, whole: bool, declined_by_name: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return the conclusion about one profile from its rows.

    It rests on the MUST trials alone. Without an executed one, or with one polarity only, nothing is concluded;
    neither from a part of the trials (``whole`` false), nor where a MUST was declined that the claim (
    ``declined_by_name``, the tests) does not decline.
    """
    must = [row for row in rows if row["level"] == "MUST"]
    tried = [row for row in must if row["outcome"] != "declined"]
    outcomes = {row["outcome"] for row in must}
    grade = "none"
    silent = [row for row in must if row["outcome"] == "declined" and row["test"] not in declined_by_name]
    reason = _open_reason(tried, silent, whole=whole)
    if "error" in outcomes:
        result = "error"
    elif "fail" in outcomes:
        result = "fail"
    elif reason is not None:
        result = "inconclusive"
    else:
        result = "pass"
        grade = "explained" if all(row["grade"] == "explained" for row in tried) else "verdict"
    made = {
        "result": result,
        "grade": grade,
        "must": tally(must),
        "should": tally(row for row in rows if row["level"] != "MUST"),
    }
    return made if result != "inconclusive" or reason is None else {**made, "reason": reason}


def _open_reason(tried: Sequence[Row], silent: Sequence[Row], *, whole: bool) -> dict[str, str] | None:
    """Return why nothing can be concluded, None where something can."""
    if not tried:
        return {"en": "no mandatory test was executed", "zh": "未执行任何强制性测试"}
    # Conversions and calculations have no negative cases; where only they are claimed, no polarity is missing.
    polarities = {row["polarity"] for row in tried if row["operation"] == "check"}
    if len(polarities) == 1:
        only = polarities.pop()
        zh = {"positive": "正例", "negative": "反例"}[only]
        return {"en": f"only {only} cases were executed", "zh": f"只执行了{zh}"}
    if silent:
        names = sorted({row["requirement"] for row in silent})
        listed = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        return {
            "en": f"declined without being named in the claim: {listed}",
            "zh": f"未在声明中列出却拒绝回答：{listed}",
        }
    if not whole:
        return {"en": "only a part of the tests was run", "zh": "只运行了部分测试"}
    return None


def tally(rows: Iterable[Row]) -> dict[str, int]:
    """Count rows; ``executed`` is every one that was asked, errors among them."""
    counts = Counter(row["outcome"] for row in rows)
    return {
        "executed": counts["pass"] + counts["fail"] + counts["error"],
        "passed": counts["pass"],
        "failed": counts["fail"],
        "errors": counts["error"],
        "declined": counts["declined"],
    }


def exit_code(rows: Sequence[Row], profiles: Mapping[str, Mapping[str, Any]], *, whole: bool, baseline: bool) -> Exit:
    """Return the exit code of a run; ``baseline`` says that the run does not fit its expected failures."""
    reached = [Exit.PASS]
    counted = [row for row in rows if "expectedFailure" not in row]
    if any(row["outcome"] == "fail" and row["level"] == "MUST" for row in counted):
        reached.append(Exit.NONCONFORMANT)
    if any(row["outcome"] == "error" for row in counted):
        reached.append(Exit.BROKEN_ADAPTER)
    if baseline:
        reached.append(Exit.BASELINE)
    nothing = all(row["outcome"] == "declined" for row in rows)
    if nothing or (whole and any(made["result"] == "inconclusive" for made in profiles.values())):
        reached.append(Exit.INCONCLUSIVE)
    return max(reached)
