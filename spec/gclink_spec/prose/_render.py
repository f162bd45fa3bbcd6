"""The generated stretches of a part: what the model says, in Markdown that also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from gclink_spec._model import Code, Field, Kind, Model, Requirement, Text
from gclink_spec.exceptions import SpecError
from gclink_spec.prose._markers import Marker, scan
from gclink_spec.prose._parts import Part, parts

_WORDS = {
    "field": Text("Field", "字段"),
    "name": Text("Name", "名称"),
    "type": Text("Type", "类型"),
    "card": Text("Card.", "基数"),
    "meaning": Text("Meaning", "含义"),
    "code": Text("Code", "代码"),
    "from": Text("From", "原状态"),
    "to": Text("To", "新状态"),
    "roles": Text("Roles", "角色"),
    "note": Text("Note", "说明"),
    "initial": Text("initial", "初始"),
    "final": Text("final", "终态"),
    "document": Text("Document", "文档"),
    "abstract": Text("Abstract", "抽象类"),
    "value": Text("Value class", "值类"),
    "fields of": Text("the fields of {parent} come first", "先列 {parent} 的字段"),
    "no fields": Text("It has no member of its own.", "没有自有成员。"),
    "rule": Text("Rule", "规则"),
    "procedure": Text("Procedure", "程序"),
    "structure": Text("Checked by the structure of every form", "由各语法的结构核对"),
    "source": Text("Source", "来源"),
    "on": Text("on", "对象"),
    "all": Text("every document", "全部文档"),
    "MUST": Text("MUST", "必须 (MUST)"),
    "SHOULD": Text("SHOULD", "宜 (SHOULD)"),
    "MAY": Text("MAY", "可 (MAY)"),
}
_MACHINE = "machine"
_STATES = "machine_states"


def filled(model: Model) -> dict[str, bytes]:
    """Return every part with its stretches rewritten, by path; raises SpecError where a marker is wrong."""
    return {part.path: fill(model, part).encode() for part in parts(model.spec)}


def fill(model: Model, part: Part) -> str:
    """Return the text of a part in which each stretch says what the model says now."""
    found = scan(part)
    if found.problems:
        raise SpecError(list(found.problems))
    lines = part.text.splitlines()
    result: list[str] = []
    last = 0
    for marker in found.markers:
        result += lines[last : marker.line]
        result += body(model, marker, part.language)
        last = marker.end - 1
    return "\n".join([*result, *lines[last:]]) + "\n"


def body(model: Model, marker: Marker, language: str) -> list[str]:
    """Return the lines between the two comments; none where the name is unknown, which the check reports."""
    known: dict[str, tuple[Container[str], Callable[[Model, str, str], Iterator[str]]]] = {
        "req": (model.requirements, _requirement),
        "fields": (model.classes, _fields),
        "codes": (model.code_lists, _codes),
        "table": (model.tables, _table),
        "machine": (machines(model), _machine),
    }
    names, render = known[marker.kind]
    return [line.rstrip() for line in render(model, marker.name, language)] if marker.name in names else []


def machines(model: Model) -> tuple[str, ...]:
    """Return the names of the life-cycle machines in the order of their code list."""
    return model.code_lists[_MACHINE].values() if _MACHINE in model.code_lists else ()


def word(name: str, language: str) -> str:
    """Return one of the words that the stretches are made with."""
    return say(_WORDS[name], language)


def say(text: Text, language: str) -> str:
    """Return a text in one language."""
    return text.zh if language == "zh" else text.en


def plain(text: str) -> str:
    """Return text in which Markdown sees no markup, changed as little as possible."""
    text = re.sub(r"([\\`*\[\]{}])", r"\\\1", text)
    text = re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\_", text)
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)


def cell(text: str) -> str:
    """Return text for a cell of a table."""
    return plain(text).replace("|", "\\|").replace("\n", " ")


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _requirement(model: Model, name: str, language: str) -> Iterator[str]:
    requirement = model.requirements[name]
    level = word(requirement.level.value, language)
    yield f"> **{name}** · {level} · {requirement.tier.value} · {_about(requirement, language)}"
    yield ">"
    yield f"> {plain(say(requirement.statement, language))}"
    if requirement.rules:
        for line in requirement.rules:
            yield ">"
            yield f"> {word('rule', language)} ({', '.join(line.on)}): {_code(line.text)}"
    elif requirement.procedure:
        yield ">"
        yield f"> {word('procedure', language)}: {_code(requirement.procedure)}"
    else:
        yield ">"
        yield f"> {word('structure', language)}."


def _about(requirement: Requirement, language: str) -> str:
    classes = (requirement.owner,) if requirement.owner else requirement.over
    return ", ".join(classes) if classes else word("all", language)


def _fields(model: Model, name: str, language: str) -> Iterator[str]:
    cls = model.classes[name]
    yield f"#### {name} · {plain(say(cls.label, language))}"
    yield ""
    kind = {Kind.DOCUMENT: "document", Kind.ABSTRACT: "abstract", Kind.VALUE: "value"}[cls.kind]
    lead = f"*{word(kind, language)}*"
    if cls.parent:
        lead += f" ({word('fields of', language).format(parent=cls.parent)})"
    yield f"{lead} – {plain(say(cls.definition, language))}"
    yield ""
    if not cls.fields:
        yield word("no fields", language)
        return
    yield _row(word(head, language) for head in ("field", "name", "type", "card", "meaning"))
    yield "|---|---|---|---|---|"
    for field in cls.fields:
        yield _row(
            (
                f"`{field.name}`",
                cell(say(field.label, language)),
                cell(_type(field)),
                _cardinality(field),
                cell(say(field.definition, language)),
            )
        )


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cardinality(field: Field) -> str:
    low, high = field.minimum, field.maximum
    many = "\\*" if high is None else str(high)
    return str(low) if low == high else f"{low}..{many}"


def _type(field: Field) -> str:
    if field.type == "code":
        kind = f"code {field.code_list}"
    elif field.targets:
        prefix = "docref" if field.type == "DocumentReference" else "ref"
        kind = f"{prefix} {', '.join(field.targets)}"
    else:
        kind = field.type
    if field.restrict:
        kind += f", {field.restrict[0]} {' '.join(field.restrict[1])}"
    elif field.stated_units:
        kind += f", unit {' '.join(field.stated_units)}"
    elif field.unit:
        kind += f", {field.unit}"
    bound = field.stated_bound or _bound(field)
    return f"{kind}, {bound}" if bound else kind


def _bound(field: Field) -> str:
    if field.bound is None:
        return ""
    low, high = field.bound.minimum, field.bound.maximum
    if low is not None and high is not None:
        return f"{low}..{high}"
    if low is not None:
        return f"{'>' if field.bound.exclusive_minimum else '>='}{low}"
    return f"{'<' if field.bound.exclusive_maximum else '<='}{high}"


def _codes(model: Model, name: str, language: str) -> Iterator[str]:
    code_list = model.code_lists[name]
    yield f"#### {name} · {plain(say(code_list.label, language))}"
    yield ""
    if code_list.definition:
        yield plain(say(code_list.definition, language))
        yield ""
    yield _row(word(head, language) for head in ("code", "name", "meaning"))
    yield "|---|---|---|"
    for code in code_list.codes:
        yield _row((f"`{code.value}`", cell(say(code.label, language)), _meaning(code, language)))


def _meaning(code: Code, language: str) -> str:
    return cell(say(code.definition, language)) if code.definition else "–"


def _table(model: Model, name: str, language: str) -> Iterator[str]:
    table = model.tables[name]
    yield f"#### {name} · {plain(say(table.title, language))}"
    yield ""
    yield _row(tuple(f"`{column}`" for column in table.columns))
    yield f"|{'---|' * len(table.columns)}"
    for row in table.rows:
        yield _row(tuple(_value(row.get(column, "")) for column in table.columns))
    yield ""
    yield f"{word('source', language)}: {plain(table.source)}"


def _value(value: str | tuple[str, ...]) -> str:
    return cell(value) if isinstance(value, str) else cell(", ".join(value))


def _machine(model: Model, name: str, language: str) -> Iterator[str]:
    label = next(code.label for code in model.code_lists[_MACHINE].codes if code.value == name)
    yield f"#### {name} · {plain(say(label, language))}"
    yield ""
    states = [row for row in model.tables[_STATES].rows if row["machine"] == name]
    parts = []
    for kind in ("initial", "final"):
        of_kind = [f"`{row['state']}`" for row in states if row["kind"] == kind]
        parts.append(f"{word(kind, language)} {', '.join(of_kind)}")
    yield "; ".join(parts)
    yield ""
    yield _row(word(head, language) for head in ("from", "to", "roles", "note"))
    yield "|---|---|---|---|"
    for row in model.tables[_MACHINE].rows:
        if row["machine"] == name:
            note = str(row.get("note") or "")
            yield _row((f"`{row['from']}`", f"`{row['to']}`", _value(row["roles"]), cell(note) or "–"))
