"""Runs the published Schematron over an XML document with elementpath: the reference engine's view of the rules.

Reads nothing but the Schematron file, so that what runs is what is published. Every test is parsed once per process,
when a document first needs it. Only what the file uses is understood: contexts that are names or parent/child names,
and tests in XPath 2.0.
"""

from __future__ import annotations

import decimal
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from gclink._schemas import artefacts
from gclink._xml_names import NAMESPACE

SCH = "{http://purl.oclc.org/dsdl/schematron}"
_CONTEXT = re.compile(r"(?:g:([A-Za-z0-9]+)/)?g:([A-Za-z0-9]+)")
_ID = re.compile(r"(?P<requirement>[A-Z-]+[0-9]{3})\.(?P<line>[0-9]+)\.(?P<context>[A-Za-z]+)")
_CODEPOINT = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
#: Digits enough for every product of the rules to be exact; elementpath computes in the context that is current.
_DIGITS = 400


class SchematronError(Exception):
    """The Schematron file asks for something that this runner does not understand."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One test with its identity; ``places`` are (parent name or None, element name)."""

    requirement: str
    line: int
    context: str
    role: str
    places: tuple[tuple[str | None, str], ...]
    test: str


@dataclass(frozen=True, slots=True)
class Violation:
    """One assertion that an element does not fulfil."""

    requirement: str
    line: int
    role: str
    element: etree._Element


def violations(root: etree._Element) -> list[Violation]:
    """Return every violation below an element (a document or a bundle), by requirement and line.

    The document is valid against the XML Schema; otherwise a cast may fail, which raises elementpath's error.
    """
    return sorted(_violations(root), key=lambda v: (v.requirement, v.line))


def _violations(root: etree._Element) -> Iterator[Violation]:
    from elementpath import ElementNode, XPathContext, get_node_tree

    assertions, variables = _assertions()
    tree = get_node_tree(root)
    with decimal.localcontext(decimal.Context(prec=_DIGITS)):
        for node in tree.iter():
            if not isinstance(node, ElementNode):
                continue
            element: Any = node.value
            for assertion in assertions.get(_local(element), ()):
                if not _placed(assertion, element):
                    continue
                context = XPathContext(tree, item=node, variables=variables)
                test = _parsed(assertion.test)
                if not test.boolean_value(test.select(context)):
                    yield Violation(assertion.requirement, assertion.line, assertion.role, element)


@cache
def _published() -> etree._Element:
    return etree.fromstring((artefacts("schemas/schematron") / "gclink.sch").read_bytes())


@cache
def _parser() -> Any:
    from elementpath import XPath2Parser

    namespaces = {str(ns.attrib["prefix"]): str(ns.attrib["uri"]) for ns in _published().iter(f"{SCH}ns")}
    # Without it elementpath compares text by the host's language, behind one lock for the whole process.
    return XPath2Parser(namespaces=namespaces, default_collation=_CODEPOINT)


@cache
def _parsed(test: str) -> Any:
    return _parser().parse(test)


@cache
def _assertions() -> tuple[dict[str, tuple[Assertion, ...]], dict[str, Any]]:
    """Return the assertions by element name, and the tables."""
    root = _published()
    variables: dict[str, Any] = {
        str(let.attrib["name"]): _string(str(let.attrib["value"])) for let in root.iterchildren(f"{SCH}let")
    }
    found: defaultdict[str, list[Assertion]] = defaultdict(list)
    for rule in root.iter(f"{SCH}rule"):
        places = _places(str(rule.attrib["context"]))
        for made in rule.iterchildren(f"{SCH}assert"):
            identity = _ID.match(str(made.attrib["id"]))
            if identity is None:
                raise SchematronError(f"the id {made.attrib['id']!r} names no requirement")
            assertion = Assertion(
                identity["requirement"],
                int(identity["line"]),
                identity["context"],
                str(made.attrib["role"]),
                places,
                str(made.attrib["test"]),
            )
            for name in dict.fromkeys(name for _, name in places):
                found[name].append(assertion)
    return {name: tuple(listed) for name, listed in found.items()}, variables


def _places(context: str) -> tuple[tuple[str | None, str], ...]:
    places = []
    for part in context.split(" | "):
        match = _CONTEXT.fullmatch(part)
        if match is None:
            raise SchematronError(f"the context {part!r} is more than a name or parent/name")
        places.append((match[1], match[2]))
    return tuple(places)


def _placed(assertion: Assertion, element: etree._Element) -> bool:
    name = _local(element)
    parent = element.getparent()
    above = None if parent is None else _local(parent)
    return any(place[1] == name and place[0] in (None, above) for place in assertion.places)


def _local(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag[len(NAMESPACE) + 2 :] if tag.startswith(f"{{{NAMESPACE}}}") else tag


def _string(literal: str) -> str:
    if not (literal[:1] == literal[-1:] == "'" and len(literal) >= 2):
        raise SchematronError(f"a variable of the Schematron is not a string literal: {literal[:40]}")
    return literal[1:-1].replace("''", "'")
