"""Every construct of the rule language gives, in every XPath engine, the verdict written by hand."""

from __future__ import annotations

import pytest
from documents import to_xml
from engines import ElementPath, Engine, Saxon
from gclink_spec import Model
from gclink_spec.emit.xpath import Compiler, InlineTables
from gclink_spec.rules import analyse, parse
from lines import LINES, Line
from oracle import Oracle


def _engine(name: str) -> Engine:
    if name == "elementpath":
        return ElementPath()
    return Saxon(pytest.importorskip("saxonche"))


@pytest.fixture(scope="module", params=["elementpath", "saxonche"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return _engine(request.param)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text)
def test_a_line_means_in_xpath_what_it_says(model: Model, engine: Engine, line: Line) -> None:
    condition = Compiler(model, InlineTables(model)).condition(analyse(model, parse(line.text), line.on))
    for expected, objects in ((True, line.holds), (False, line.fails)):
        for tree in objects:
            found = engine.holds(condition, to_xml(model, {"type": line.on, **tree}))
            assert found is expected, (line.text, tree, condition)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text)
def test_the_oracle_of_these_tests_reads_a_line_as_written(model: Model, line: Line) -> None:
    expr = analyse(model, parse(line.text), line.on)
    for expected, objects in ((True, line.holds), (False, line.fails)):
        for tree in objects:
            assert Oracle(model, tree).holds(expr) is expected, (line.text, tree)
