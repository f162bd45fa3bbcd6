"""One run from beginning to end: hello, first trials, all trials, conclusions, results, reports."""

from __future__ import annotations

import importlib
import secrets
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gclink._text import Text
from gclink.errors import GclinkError

from gclink_conformance.carriers import AdapterError, open_carrier
from gclink_conformance.protocol import RESULTS, SPEC_VERSION, Message
from gclink_conformance.runner import _baseline, _results, _selftest
from gclink_conformance.runner._claims import claims_of, selected
from gclink_conformance.runner._conclude import Exit, conclusion, exit_code
from gclink_conformance.runner._plan import Plan, Planned, hello, planned
from gclink_conformance.runner._repeats import compare_repeats
from gclink_conformance.suite import VERSION, digest

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asks of a run. ``seed`` None draws one; ``pattern`` selects trials by test, case or requirement."""

    adapter: str
    profiles: tuple[str, ...] = ()
    out: Path = Path("conformance")
    seed: int | None = None
    jobs: int = 1
    timeout: float = 30.0
    baseline: Path | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how a run goes on: ``planned`` the number of trials, ``row`` every row."""

    planned: Callable[[int], None] = lambda _count: None
    row: Callable[[Row], None] = lambda _row: None


@dataclass(slots=True)
class Result:
    """What a run gave. ``results`` is None when the adapter did not even answer hello."""

    exit: Exit
    results: Path | None = None
    hello: Message | None = None
    selftest: Sequence[_selftest.Attempt] = ()
    rows: Sequence[Row] = ()
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    baseline: Sequence[Mapping[str, str]] = ()
    reports: Sequence[Path] = ()
    told: Text | None = None
    seed: int = 0
    adapter: str = ""


class AdapterUnusableError(GclinkError):
    """The adapter does not even say who it is."""

    exit_code = Exit.BROKEN_ADAPTER


def greet(request: Request) -> tuple[Plan, list[_selftest.Attempt]]:
    """Open a conversation, and try the adapter; raises AdapterUnusableError or GclinkError (claims)."""
    seed = secrets.randbelow(2**31) if request.seed is None else request.seed
    log = request.out / "adapter.log"
    request.out.mkdir(parents=True, exist_ok=True)
    log.unlink(missing_ok=True)
    plan = Plan(request.adapter, {}, request.profiles, request.pattern, seed, request.timeout, str(log))
    try:
        with closing(open_carrier(request.adapter, log)) as carrier:
            told = carrier.exchange(hello(plan.wire_id("hello")), request.timeout)
            if "claims" not in told:
                raise _no_hello(str(told.get("reason") or told.get("message")), request.out)
            claims = selected(claims_of(told), request.profiles)
            plan = Plan(request.adapter, told, tuple(claims), request.pattern, seed, request.timeout, str(log))
            return plan, _selftest.attempt(plan, claims, carrier)
    except AdapterError as error:
        raise AdapterUnusableError(error.code, error.text, _look(request.out), source=request.adapter) from error


def _no_hello(detail: str, out: Path) -> AdapterUnusableError:
    return AdapterUnusableError(
        "hello",
        Text(f"the adapter does not answer hello: {detail}", f"适配器未应答 hello：{detail}"),
        _look(out),
    )


def _look(out: Path) -> Text:
    return Text(
        f"What it wrote to standard error stands in {out / 'adapter.log'}.",
        f"其标准错误输出见 {out / 'adapter.log'}。",
    )


def run(request: Request, watch: Watch | None = None, *, reports: bool = True) -> Result:
    """Run the suite against an adapter, write the results and the reports, and say what follows.

    Raises GclinkError for a request that cannot be run and AdapterUnusableError for an adapter that does not answer.
    """
    from gclink_conformance.runner._pytest import run_trials

    watch = watch or Watch()
    excuses = () if request.baseline is None else _baseline.load(request.baseline)
    started = _results.now()
    plan, attempts = greet(request)
    due = planned(plan)
    watch.planned(len(due))
    rows = run_trials(plan, request.jobs, watch.row) if due else []
    result = finish(request, plan, attempts, due, rows, excuses, started)
    if reports:
        _report(result, request.out)
    return result


def finish(
    request: Request,
    plan: Plan,
    attempts: Sequence[_selftest.Attempt],
    due: Sequence[Planned],
    rows: list[Row],
    excuses: Sequence[_baseline.Excuse],
    started: str,
) -> Result:
    """Conclude from the rows of a run and write the results."""
    from gclink_conformance.runner._ask import row_of
    from gclink_conformance.runner._score import Outcome

    lost = {item.test: item for item in due}.keys() - {row["test"] for row in rows}
    rows += [row_of(item, None, Outcome("error", "none", _LOST), 0.0) for item in due if item.test in lost]
    rows.sort(key=lambda row: str(row["test"]))
    compare_repeats(rows)
    misfits = _baseline.apply(rows, excuses, _baseline.today())
    whole = request.pattern is None
    by_name = frozenset(item.test for item in due if item.declined is not None)
    profiles = {
        name: conclusion([row for row in rows if name in row["profiles"]], whole=whole, declined_by_name=by_name)
        for name in plan.profiles
    }
    code = exit_code(rows, profiles, whole=whole, baseline=bool(misfits))
    if any(attempt.told is not None for attempt in attempts):
        code = max(code, Exit.BROKEN_ADAPTER)
    result = Result(code, None, plan.hello, attempts, rows, profiles, misfits, seed=plan.seed, adapter=plan.adapter)
    result.results = request.out / "results.jsonl"
    _results.write(result.results, _header(request, plan, attempts, started), rows, _footer(result))
    return result


_LOST = Text("no result: the runner lost the process that asked", "没有结果：运行器失去了提问的进程")


def _header(request: Request, plan: Plan, attempts: Sequence[_selftest.Attempt], started: str) -> Row:
    return {
        "kind": "header",
        "format": RESULTS,
        "suite": {"version": VERSION, "digest": digest(), "specVersion": SPEC_VERSION},
        "implementation": plan.hello["implementation"],
        "claims": plan.hello["claims"],
        "adapter": plan.adapter,
        "profiles": list(plan.profiles),
        "filter": request.pattern,
        "seed": plan.seed,
        "jobs": request.jobs,
        "timeout": request.timeout,
        "startedAt": started,
        "selftest": [attempt.row() for attempt in attempts],
    }


def _footer(result: Result) -> Row:
    counts = Counter(row["outcome"] for row in result.rows)
    return {
        "kind": "footer",
        "rows": len(result.rows),
        "counts": {name: counts[name] for name in ("pass", "fail", "error", "declined")},
        "profiles": dict(result.profiles),
        "baseline": list(result.baseline),
        "exit": int(result.exit),
        "finishedAt": _results.now(),
    }


def _report(result: Result, out: Path) -> None:
    """Write every report; one that cannot be written is told, and the results stay."""
    assert result.results is not None
    if importlib.util.find_spec("gclink_conformance.report") is None:
        return
    try:
        report = importlib.import_module("gclink_conformance.report")
        result.reports = report.write_all(result.results, out)
    except Exception as error:  # a report is never worth the results: whatever broke is told, with exit code 6
        result.exit = Exit.NO_REPORT
        result.told = Text(f"a report could not be written: {error}", f"无法写出报告：{error}")
