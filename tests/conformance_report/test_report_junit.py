"""JUnit XML of the form that is published beside it, with a child for every test that did not pass."""

from __future__ import annotations

from importlib.resources import files

import pytest
import report_rows as made
from gclink_conformance.report.junit import junit
from gclink_conformance.report.results import read
from lxml import etree


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring((files("gclink_conformance.report") / "junit.xsd").read_bytes()))


def tree(rows: list[made.Record], **changes: object) -> etree._Element:
    return etree.fromstring(junit(read(made.raw(rows, made.header(**changes)), "results.jsonl")))


@pytest.mark.parametrize("rows", [made.MIXED, made.SOUND], ids=["mixed", "sound"])
def test_the_file_has_the_published_form(rows: list[made.Record], schema: etree.XMLSchema) -> None:
    schema.assertValid(tree(rows))


def test_the_published_form_refuses_a_failure_without_a_reason(schema: etree.XMLSchema) -> None:
    root = tree(made.MIXED)
    failure = root.find(".//failure")
    assert failure is not None
    failure.text = ""
    assert not schema.validate(root)


def test_every_test_that_did_not_pass_has_its_child() -> None:
    root = tree(made.MIXED)
    for row in made.MIXED:
        [test] = root.xpath(f"//testcase[@name='{row['test']}']")
        wanted = {"pass": [], "fail": ["failure"], "error": ["error"], "declined": ["skipped"]}[row["outcome"]]
        assert [child.tag for child in test] == wanted


def test_counts_are_those_of_the_children() -> None:
    root = tree(made.MIXED)
    for element in (root, *root.findall("testsuite")):
        assert int(element.get("tests")) == len(list(element.iter("testcase")))
        assert int(element.get("failures")) == len(list(element.iter("failure")))
        assert int(element.get("errors")) == len(list(element.iter("error")))
        assert int(element.get("skipped")) == len(list(element.iter("skipped")))


def test_a_failure_tells_change_expectation_answer_and_command() -> None:
    [failure] = tree(made.MIXED).xpath("//testcase[@name='gcl-cor-004-n01/xml']/failure")
    assert failure.get("message") == "verdict conforms, expected violates"
    assert failure.get("type") == "MUST"
    lines = failure.text.splitlines()
    assert 'change: replace /period/start: "2026-02-30"' in lines
    assert any(line.startswith("expected: ") and "GCL-COR-004" in line for line in lines)
    assert any(line.startswith('actual: {"findings": [], "verdict": "conforms"}') for line in lines)
    assert lines[-1].startswith("again: gclink conformance rerun gcl-cor-004-n01 --adapter ")


def test_signs_that_xml_cannot_carry_do_not_break_it(schema: etree.XMLSchema) -> None:
    rows = [made.row("gcl-cor-004-n01", "xml", "fail", reason={"en": "a\x00\ufffeb", "zh": "]]>\x1b"})]
    about = {**made.IMPLEMENTATION, "name": "\x08<&>"}
    root = tree(rows, implementation=about)
    schema.assertValid(root)
    [failure] = root.xpath("//failure")
    assert failure.get("message") == "a\\u0000\\ufffeb"
