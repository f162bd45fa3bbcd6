"""Expected failures: known ones do not fail a build, and an excuse that no longer holds does.

Every entry has a day on which it ends. A test that passes though it is excused, an entry that fits no test, and one
whose day has come are all told, so that a list of excuses cannot outlive its reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from gclink._text import Text
from gclink.errors import GclinkError

from gclink_conformance.protocol import validator
from gclink_conformance.runner._plan import matches

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Excuse:
    """Tests that are known to fail, why, and until when (a day, itself included)."""

    match: str
    reason: str
    expires: str


def load(path: Path) -> tuple[Excuse, ...]:
    """Return the excuses of a file (YAML or JSON); raises GclinkError naming what is wrong."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _unusable(path, str(error)) from error
    check = validator("baseline")
    if not check.is_valid(content):
        raise _unusable(path, next(iter(check.iter_errors(content))).message)
    excuses = tuple(Excuse(**entry) for entry in content["expectedFailures"])
    for excuse in excuses:
        try:
            datetime.strptime(excuse.expires, "%Y-%m-%d").replace(tzinfo=UTC)
        except ValueError as error:
            raise _unusable(path, str(error)) from error
    return excuses


def apply(rows: Sequence[Row], excuses: Sequence[Excuse], today: str) -> list[dict[str, str]]:
    """Mark the rows whose failure is excused, and return what does not fit, in both languages."""
    told: list[Text] = []
    for excuse in excuses:
        fitting = [row for row in rows if matches(excuse.match, row["test"], row["case"], row["requirement"])]
        if excuse.expires < today:
            told.append(
                Text(
                    f"{excuse.match}: the excuse ended on {excuse.expires}",
                    f"{excuse.match}：豁免已于 {excuse.expires} 到期",
                )
            )
            continue
        if not fitting:
            told.append(
                Text(f"{excuse.match}: fits no test of this run", f"{excuse.match}：与本次运行的任何测试都不匹配")
            )
        elif all(row["outcome"] == "pass" for row in fitting):
            told.append(Text(f"{excuse.match}: passes although it is excused", f"{excuse.match}：已列为预期失败却通过"))
        for row in fitting:
            if row["outcome"] in ("fail", "error"):
                row["expectedFailure"] = excuse.reason
    return [{"en": text.en, "zh": text.zh} for text in told]


def today() -> str:
    """Return the present day in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%d")


def _unusable(path: Path, detail: str) -> GclinkError:
    return GclinkError(
        "baseline",
        Text(f"the list of expected failures cannot be used: {detail}", f"预期失败清单无法使用：{detail}"),
        Text(
            "Give `expectedFailures:` with match, reason and expires (YYYY-MM-DD) for each.",
            "请提供 `expectedFailures:`，每项含 match、reason 与 expires（YYYY-MM-DD）。",
        ),
        source=str(path),
    )
