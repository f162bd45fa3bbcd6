"""JUnit XML for continuous integration: one suite per requirement, one case per test, children that say what happened.

``junit.xsd`` beside this file is the form that is kept; there is no official one.
"""

from __future__ import annotations

import json

from lxml import etree

from gclink_conformance.report._command import rerun
from gclink_conformance.report._plain import legal
from gclink_conformance.report.evidence import evidence
from gclink_conformance.report.groups import Requirement, by_requirement
from gclink_conformance.report.results import Results, Row


def junit(results: Results) -> bytes:
    """Return the results as JUnit XML."""
    counts = results.counts
    root = etree.Element(
        "testsuites",
        name=legal(f"Green Carbon Link conformance of {results.name}"),
        tests=str(len(results.rows)),
        failures=str(counts["fail"]),
        errors=str(counts["error"]),
        skipped=str(counts["declined"]),
        time=_seconds(sum(row.milliseconds for row in results.rows)),
        timestamp=results.header["startedAt"].removesuffix("Z"),
    )
    for entry in by_requirement(results):
        root.append(_suite(results, entry))
    root.insert(0, etree.Comment(f" generated from results.jsonl ({results.digest}), do not edit "))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _suite(results: Results, entry: Requirement) -> etree._Element:
    suite = etree.Element(
        "testsuite",
        name=entry.id,
        tests=str(entry.counts.total),
        failures=str(entry.counts.failed),
        errors=str(entry.counts.error),
        skipped=str(entry.counts.declined),
        time=_seconds(sum(row.milliseconds for row in entry.rows)),
    )
    properties = etree.SubElement(suite, "properties")
    told = {"module": entry.module, "tier": entry.tier, "level": entry.level}
    if entry.statement is not None:
        told |= {"statement.en": entry.statement.en, "statement.zh": entry.statement.zh}
    for name, value in told.items():
        etree.SubElement(properties, "property", name=name, value=legal(value))
    for row in entry.rows:
        suite.append(_test(results, row))
    return suite


def _test(results: Results, row: Row) -> etree._Element:
    test = etree.Element(
        "testcase",
        classname=legal(f"{row.module}.{row.requirement}"),
        name=legal(row.test),
        time=_seconds(row.milliseconds),
    )
    message = legal(row.reason.en)
    match row.outcome:
        case "fail":
            etree.SubElement(test, "failure", message=message, type=row.level).text = _detail(results, row)
        case "error":
            etree.SubElement(test, "error", message=message, type=row.operation).text = _detail(results, row)
        case "declined":
            etree.SubElement(test, "skipped", message=message)
    return test


def _detail(results: Results, row: Row) -> str:
    lines = [f"{row.title.en} / {row.title.zh}", f"reason: {row.reason.en} / {row.reason.zh}"]
    found = evidence(row.case)
    if found is not None and found.base:
        lines.append(f"base: {found.base}")
    if found is not None:
        lines += [f"change: {change}" for change in found.changes]
    lines.append(f"expected: {_json(row.expected)}")
    lines.append(f"actual: {_json(row.actual)}")
    lines.append(f"again: {rerun(results, row)}")
    return legal("\n".join(lines))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3f}"
