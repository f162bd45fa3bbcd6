"""What a sound source holds beyond its form: texts in both languages, names that resolve, IRIs that keep their meaning.

Each check yields Problems that name file and line, say what is wrong, and how to mend it. ``lint`` runs them all; none
stops at the first fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gclink_spec import alignments, history, prose, published, questions
from gclink_spec._model import SCALARS, Field, Kind, Model, Origin, Requirement, Text, Tier
from gclink_spec.exceptions import Problem

_REQUIREMENT = re.compile(r"GCL-[A-Z]{3}-[0-9]{3}")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_FIELD = re.compile(r"[a-z][A-Za-z0-9]*")
_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_CHINESE = re.compile("[\u4e00-\u9fff]")
#: Words of the rule language, which a field cannot be called.
RESERVED = frozenset(
    [
        "if",
        "then",
        "else",
        "every",
        "some",
        "where",
        "or",
        "and",
        "not",
        "in",
        "matches",
        "contains",
        "within",
        "sum",
        "count",
        "unique",
        "exists",
        "oneOf",
        "round",
        "lookup",
        "inTable",
        "for",
        "months",
        "true",
        "false",
    ]
)


def lint(model: Model, spec: Path) -> list[Problem]:
    """Return every problem of a loaded source, in the order of the checks."""
    problems: list[Problem] = []
    ours = (_names, _texts, _references, _one_meaning, _requirements, _code_lists)
    for check in (*ours, history.check, alignments.check, questions.check):
        problems += check(model)
    problems += _rules(model)
    problems += published.check(model, spec / "published.yaml")
    problems += prose.check(model, spec)
    return problems


def _problem(origin: Origin, message: str, mend: str) -> Problem:
    return Problem(str(origin), message, mend)


def _fields(model: Model) -> Iterator[Field]:
    for cls in model.classes.values():
        yield from cls.fields


def _names(model: Model) -> Iterator[Problem]:
    for cls in model.classes.values():
        if not _CLASS.fullmatch(cls.name):
            yield _problem(cls.origin, f"class name {cls.name!r} is not UpperCamelCase", "rename the class")
        if cls.origin.file.stem != cls.name:
            yield _problem(cls.origin, f"the file holds class {cls.name}", f"name the file {cls.name}.yaml")
    for field in _fields(model):
        if not _FIELD.fullmatch(field.name):
            yield _problem(field.origin, f"field name {field.name!r} is not lowerCamelCase", "rename the field")
        if field.name in RESERVED or field.name == "type":
            yield _problem(field.origin, f"{field.name!r} is a word of the rule language", "rename the field")


def _texts(model: Model) -> Iterator[Problem]:
    for cls in model.classes.values():
        yield from _text(cls.label, "label", f"class {cls.name}", cls.origin)
        yield from _text(cls.definition, "definition", f"class {cls.name}", cls.origin)
    for field in _fields(model):
        yield from _text(field.label, "label", f"field {field.owner}.{field.name}", field.origin)
        yield from _text(field.definition, "definition", f"field {field.owner}.{field.name}", field.origin)
    for code_list in model.code_lists.values():
        yield from _text(code_list.label, "label", f"code list {code_list.name}", code_list.origin)
        for code in code_list.codes:
            if not (code.label.en and code.label.zh):
                yield _problem(code_list.origin, f"code {code.value} lacks a label in one language", "give en and zh")
    for requirement in model.requirements.values():
        yield from _text(requirement.statement, "statement", requirement.id, requirement.origin)
        yield from _text(requirement.rationale or Text("", ""), "rationale", requirement.id, requirement.origin)
    for profile in model.profiles.values():
        yield from _text(profile.label, "label", f"profile {profile.name}", profile.origin)
        for rule in profile.rules:
            yield from _text(rule.text, "text", f"{rule.requirement} in profile {profile.name}", profile.origin)
            if rule.requirement not in profile.requirements:
                problem = f"profile {profile.name} has a rule {rule.requirement} that it does not select"
                yield _problem(profile.origin, problem, "select it, or remove the rule")


def _text(text: Text, kind: str, owner: str, origin: Origin) -> Iterator[Problem]:
    for language, words in (("en", text.en), ("zh", text.zh)):
        if not words.strip():
            yield _problem(origin, f"{owner} has no {kind} in {language}", f"add `{kind}: {{{language}: ...}}`")
    if kind != "label" and text.zh and not _CHINESE.search(text.zh):
        yield _problem(origin, f"the zh {kind} of {owner} holds no Chinese", "translate it")


def _references(model: Model) -> Iterator[Problem]:
    for cls in model.classes.values():
        if cls.parent is not None and cls.parent not in model.classes:
            yield _problem(cls.origin, f"parent {cls.parent} is no class", "name an abstract class")
        elif cls.parent is not None and model.classes[cls.parent].kind is not Kind.ABSTRACT:
            yield _problem(cls.origin, f"parent {cls.parent} is not abstract", "inherit from abstract classes only")
    for field in _fields(model):
        place = f"{field.owner}.{field.name}"
        if field.type not in SCALARS and field.type not in model.classes:
            yield _problem(field.origin, f"{place} has the unknown type {field.type}", "name a scalar or value class")
        elif field.type in model.classes and model.classes[field.type].kind is not Kind.VALUE:
            yield _problem(field.origin, f"{place} embeds {field.type}, which stands alone", "use `ref` or `docref`")
        for target in field.targets:
            if target not in model.classes or model.classes[target].kind is Kind.VALUE:
                yield _problem(field.origin, f"{place} refers to {target}, no document class", "correct the target")
        if field.type in ("ref", "DocumentReference") and not field.targets:
            yield _problem(field.origin, f"{place} names no target class", "add `target: [Class]`")
        if field.type == "code" and field.code_list not in model.code_lists:
            yield _problem(field.origin, f"{place} uses the unknown code list {field.code_list}", "add the list")
        for requirement in (field.bound_by, field.units_by):
            if requirement is not None and requirement not in model.requirements:
                yield _problem(field.origin, f"{place} names {requirement}, which does not exist", "correct the id")
        if field.type == "LocalizedText" and field.many:
            yield _problem(
                field.origin, f"{place} is an array of language maps", "make it single: RDF cannot tell apart"
            )


def _one_meaning(model: Model) -> Iterator[Problem]:
    """A field name is one IRI, so it has one type and one code list in the whole standard."""
    first: dict[str, Field] = {}
    for field in _fields(model):
        known = first.setdefault(field.name, field)
        if (known.type, known.code_list) != (field.type, field.code_list):
            yield _problem(
                field.origin,
                f"{field.name} is {field.type} here and {known.type} at {known.origin}: one IRI, two meanings",
                "rename one of the two",
            )
    for name in set(first) & set(model.code_lists):
        field = first[name]
        if field.code_list not in (name, None) and not model.code_lists[name].outside:
            yield _problem(
                field.origin,
                f"field {name} has the IRI of code list {name}, but takes another list",
                "rename the field",
            )


def _requirements(model: Model) -> Iterator[Problem]:
    for requirement in model.requirements.values():
        if not _REQUIREMENT.fullmatch(requirement.id):
            yield _problem(requirement.origin, f"{requirement.id} is not GCL-AREA-NNN", "correct the id")
        forms = [bool(requirement.rules), requirement.procedure is not None, requirement.structural is not None]
        if sum(forms) != 1:
            yield _problem(
                requirement.origin,
                f"{requirement.id} has {sum(forms)} of rule, procedure and structural",
                "give exactly one of them",
            )
        yield from _tier(requirement)
        if requirement.level.value not in requirement.statement.en:
            yield _problem(
                requirement.origin,
                f"the statement of {requirement.id} does not say {requirement.level.value}",
                f"word it with {requirement.level.value}",
            )


def open_problems(model: Model) -> list[Problem]:
    """Return the contradictions that the source itself names as not settled yet."""
    return [
        _problem(
            requirement.origin,
            f"{requirement.id} has an open problem: {requirement.problem}",
            "settle it and record how under `decision`",
        )
        for requirement in model.requirements.values()
        if requirement.problem
    ]


def _tier(requirement: Requirement) -> Iterator[Problem]:
    expected = {
        Tier.T1: requirement.structural is not None,
        Tier.T2: bool(requirement.rules) or requirement.procedure is not None,
        Tier.T3: requirement.procedure is not None,
    }
    if not expected[requirement.tier]:
        yield _problem(
            requirement.origin,
            f"{requirement.id} is {requirement.tier} but is not checked as such",
            "T1 is structural, T2 a rule or a procedure, T3 a procedure",
        )


def _code_lists(model: Model) -> Iterator[Problem]:
    used = {field.code_list for field in _fields(model)}
    for code_list in model.code_lists.values():
        if not code_list.codes and code_list.pattern is None:
            yield _problem(code_list.origin, f"code list {code_list.name} is empty", "add codes, or a pattern")
        if code_list.owner is None:
            for code in code_list.codes:
                if not _CODE.fullmatch(code.value):
                    yield _problem(code_list.origin, f"code {code.value!r} is not lower_snake_case", "rename the code")
        if code_list.pattern is not None:
            yield from _pattern(code_list.pattern, code_list.origin)
        tables = {column for table in model.tables.values() for column in table.columns}
        if code_list.name not in used and code_list.name not in tables:
            yield _problem(code_list.origin, f"no field uses code list {code_list.name}", "use it or remove it")
        for code in code_list.codes:
            if code.replaced_by is not None and code.replaced_by not in code_list.values():
                yield _problem(
                    code_list.origin,
                    f"{code.value} is replaced by {code.replaced_by}, no code of the list",
                    "correct it",
                )


def _pattern(pattern: str, origin: Origin) -> Iterator[Problem]:
    from gclink_spec.rules._pattern import fault

    found = fault(pattern)
    if found is not None:
        yield _problem(
            origin,
            f"pattern {pattern!r} holds {found[1]!r} at {found[0]}, which engines read differently",
            "use literals, classes, {n,m}, * + ?, | and plain groups",
        )


def _rules(model: Model) -> list[Problem]:
    from gclink_spec.rules import rules_and_problems

    return list(rules_and_problems(model)[1])
