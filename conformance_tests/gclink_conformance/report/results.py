"""Results of a run as they are read: form checked line by line, counts and digest checked against the lines.

A file that was cut off, edited or put together from two runs must not become a report, since a report is believed.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from gclink._text import Text
from gclink.errors import GclinkError

from gclink_conformance.protocol import RESULTS, validator

#: The outcomes of a test, worst last.
OUTCOMES = ("pass", "declined", "fail", "error")


class ResultsError(GclinkError):
    """A file of results that cannot be believed; ``line`` says where."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One test: what was asked, what had to come, what came."""

    test: str
    case: str
    requirement: str
    module: str
    tier: str
    level: str
    profiles: tuple[str, ...]
    operation: str
    format: str
    polarity: str
    title: Text
    expected: Mapping[str, Any]
    actual: Mapping[str, Any] | None
    outcome: str
    grade: str
    reason: Text
    milliseconds: float
    expected_failure: str | None = None

    @property
    def wrong(self) -> bool:
        """Whether the answer was wrong or none was had."""
        return self.outcome in ("fail", "error")

    @property
    def mandatory(self) -> bool:
        """Whether the test is about a MUST."""
        return self.level == "MUST"


@dataclass(frozen=True, slots=True)
class Results:
    """One run: header, rows in the order of the file, footer; ``digest`` is over the bytes of the whole file."""

    header: Mapping[str, Any]
    rows: tuple[Row, ...]
    footer: Mapping[str, Any]
    digest: str
    source: str

    @property
    def implementation(self) -> Mapping[str, Any]:
        """Who was tested, as it said itself."""
        found: Mapping[str, Any] = self.header["implementation"]
        return found

    @property
    def name(self) -> str:
        """Name and version of the implementation."""
        return f"{self.implementation['name']} {self.implementation['version']}"

    @property
    def profiles(self) -> Mapping[str, Mapping[str, Any]]:
        """The conclusion by profile."""
        found: Mapping[str, Mapping[str, Any]] = self.footer["profiles"]
        return found

    @property
    def counts(self) -> Mapping[str, int]:
        """Tests by outcome."""
        found: Mapping[str, int] = self.footer["counts"]
        return found

    def claim(self, profile: str) -> Mapping[str, Any]:
        """What was claimed for a profile: a pass reaches no further than its tiers and syntaxes."""
        found = [claim for claim in self.header["claims"] if claim["profile"] == profile]
        return found[0] if found else {"tiers": [], "formats": [], "operations": []}

    @property
    def passed(self) -> bool:
        """Whether every profile that was selected passed; false where there is none."""
        return bool(self.profiles) and all(profile["result"] == "pass" for profile in self.profiles.values())


def load(path: Path) -> Results:
    """Read results; raises ResultsError with the line at fault."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ResultsError(
            "results",
            Text(f"the results cannot be read: {reason}", f"无法读取结果文件：{reason}"),
            Text("give the results.jsonl of a run", "请给出一次测试所得的 results.jsonl"),
            source=str(path),
        ) from error
    return read(raw, str(path))


def read(raw: bytes, source: str) -> Results:
    """Read results from bytes; raises ResultsError."""
    lines = raw.split(b"\n")
    if lines[-1]:
        raise _broken(source, len(lines), "the last line has no end, so the file was cut off", "末行不完整，文件被截断")
    lines.pop()
    parsed = [_parsed(line, number, source) for number, line in enumerate(lines, 1)]
    if not parsed or parsed[0].get("kind") != "header":
        raise _broken(source, 1, f"the first line is no header of {RESULTS}", f"首行不是 {RESULTS} 的表头")
    if parsed[-1].get("kind") != "footer":
        raise _broken(
            source, len(lines), "there is no footer, so the run did not end", "缺少末行汇总，说明测试没有结束"
        )
    for number, entry in enumerate(parsed, 1):
        _check_form(entry, _kind(number, len(parsed)), number, source)
    rows = tuple(_row(entry) for entry in parsed[1:-1])
    _check_sums(rows, parsed[-1], len(lines), source)
    before = raw[: len(raw) - len(lines[-1]) - 1]
    _check_digest(before, parsed[-1]["digest"], len(lines), source)
    return Results(parsed[0], rows, parsed[-1], _sha256(raw), source)


def _parsed(line: bytes, number: int, source: str) -> dict[str, Any]:
    try:
        entry = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise _broken(source, number, f"not JSON: {error}", f"不是 JSON：{error}") from error
    if not isinstance(entry, dict):
        raise _broken(source, number, "not a JSON object", "不是 JSON 对象")
    return entry


def _kind(number: int, last: int) -> str:
    if number == 1:
        return "header"
    return "footer" if number == last else "row"


def _check_form(entry: dict[str, Any], kind: str, number: int, source: str) -> None:
    fault = next(iter(validator("results", kind).iter_errors(entry)), None)
    if fault is None:
        return
    place = "/".join(str(step) for step in fault.instance_path)
    raise _broken(
        source,
        number,
        f"no {kind} of {RESULTS}: {fault.message} at /{place}",
        f"不是 {RESULTS} 的 {kind}：/{place} 有误",
    )


def _check_sums(rows: tuple[Row, ...], footer: Mapping[str, Any], line: int, source: str) -> None:
    twice = [test for test, count in Counter(row.test for row in rows).items() if count > 1]
    if twice:
        raise _broken(source, line, f"the test {twice[0]} occurs twice", f"测试 {twice[0]} 出现两次")
    if footer["rows"] != len(rows):
        told = footer["rows"]
        raise _broken(
            source,
            line,
            f"the footer tells of {told} rows, there are {len(rows)}",
            f"汇总称 {told} 行，实为 {len(rows)} 行",
        )
    counted = Counter(row.outcome for row in rows)
    for outcome in OUTCOMES:
        told = footer["counts"][outcome]
        if told != counted[outcome]:
            raise _broken(
                source,
                line,
                f"the footer tells of {told} tests with outcome {outcome}, there are {counted[outcome]}",
                f"汇总称结果为 {outcome} 的测试有 {told} 项，实为 {counted[outcome]} 项",
            )


def _check_digest(before: bytes, told: str, line: int, source: str) -> None:
    if _sha256(before) != told:
        raise _broken(
            source, line, "the lines are not those that the footer was made for", "内容与汇总所载摘要不符，文件被改动过"
        )


def _row(entry: Mapping[str, Any]) -> Row:
    return Row(
        test=entry["test"],
        case=entry["case"],
        requirement=entry["requirement"],
        module=entry["module"],
        tier=entry["tier"],
        level=entry["level"],
        profiles=tuple(entry["profiles"]),
        operation=entry["operation"],
        format=entry["format"],
        polarity=entry["polarity"],
        title=_text(entry["title"]),
        expected=entry["expected"],
        actual=entry["actual"],
        outcome=entry["outcome"],
        grade=entry["grade"],
        reason=_text(entry["reason"]),
        milliseconds=entry["milliseconds"],
        expected_failure=entry.get("expectedFailure"),
    )


def _text(entry: Mapping[str, str]) -> Text:
    return Text(entry["en"], entry["zh"])


def _sha256(raw: bytes) -> str:
    return f"sha-256:{hashlib.sha256(raw).hexdigest()}"


def _broken(source: str, line: int, en: str, zh: str) -> ResultsError:
    return ResultsError(
        "results",
        Text(en, zh),
        Text("take the file as the run wrote it, or run the suite again", "请使用测试原样写出的文件，或重新测试"),
        source=source,
        line=line,
    )
