"""The rules as they stand in the published artefacts: cut out once, so that a page shows what runs."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from gclink._procedures import PROCEDURES
from gclink._requirements import rule_text
from gclink.bundle import procedures

_SHAPE = re.compile(r'gcl:requirement "(GCL-[A-Z]{3}-[0-9]{3})"')
_SELECT = re.compile(r'sh:targetClass (\S+) ;.*?sh:select """\n(.*?)\n""" \]', re.DOTALL)
_ASSERT = re.compile(
    r'<sch:rule context="([^"]*)"|(<sch:assert id="(GCL-[A-Z]{3}-[0-9]{3})[^"]*".*?</sch:assert>)', re.DOTALL
)
_XSD = re.compile(r'<xs:assert [^>]*id="(GCL-[A-Z]{3}-[0-9]{3})[^"]*"[^>]*?(?:/>|>.*?</xs:assert>)', re.DOTALL)
_TEST = re.compile(r'test="([^"]*)"')

Pieces = Mapping[str, tuple[tuple[str, str], ...]]


class Rules:
    """Rules by requirement; each piece has the class or context it speaks about and its text."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def shacl(self) -> Pieces:
        """SHACL-SPARQL: the query of each shape, with its target class."""
        found: dict[str, list[tuple[str, str]]] = {}
        for block in (self._root / "ontology" / "rules.ttl").read_text(encoding="utf-8").split("\n\n"):
            name, query = _SHAPE.search(block), _SELECT.search(block)
            if name and query:
                found.setdefault(name[1], []).append((query[1], query[2].replace('""\\"', '"""').replace("\\\\", "\\")))
        return {name: tuple(group) for name, group in found.items()}

    @cached_property
    def schematron(self) -> Pieces:
        """XPath 2.0: the test of each Schematron assertion, with its context."""
        found: dict[str, list[tuple[str, str]]] = {}
        context = ""
        text = (self._root / "schemas" / "schematron" / "gclink.sch").read_text(encoding="utf-8")
        for match in _ASSERT.finditer(text):
            if match[2] is None:
                context = _plain(match[1])
            else:
                test = _TEST.search(match[2])
                assert test is not None
                found.setdefault(match[3], []).append((context, _plain(test[1])))
        return {name: tuple(group) for name, group in found.items()}

    @cached_property
    def xsd11(self) -> frozenset[str]:
        """The requirements that XSD 1.1 asserts, with the test of Schematron."""
        text = (self._root / "schemas" / "xsd" / "gclink-rules.xsd").read_text(encoding="utf-8")
        return frozenset(match[1] for match in _XSD.finditer(text))

    def query(self, requirement: str) -> str | None:
        """Return the published query over the graph of a bundle."""
        path = self._root / "ontology" / "queries" / f"{requirement}.rq"
        return path.read_text(encoding="utf-8").rstrip() if path.is_file() else None

    def python(self, requirement: str) -> str | None:
        """Return the Python that decides: the generated check, or the procedure."""
        if requirement in PROCEDURES:
            return inspect.getsource(PROCEDURES[requirement][1]).rstrip()
        across = procedures()
        if requirement in across:
            return inspect.getsource(inspect.unwrap(across[requirement])).rstrip()
        return rule_text(requirement, "python")


def _plain(text: str) -> str:
    for name, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{name};", character)
    return text
