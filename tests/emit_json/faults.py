"""One fault at a time, from the model: for every structural constraint a document that breaks it and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import samples
from gclink_spec import Model
from gclink_spec._model import Bound, Field
from gclink_spec.constraints import constraint, kinds_of

Path = tuple[str | int, ...]

BAD_FORM = {
    "decimal": "5.0",
    "date": "2023-02-29",
    "dateTime": "2024-02-29T24:00:00Z",
    "iri": "no scheme",
    "ref": "/relative",
    "text": "with blank",
    "code": "cn-45",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A document with one fault: the constraint it breaks, the requirement, and where."""

    name: str
    document: dict[str, Any]
    root: str
    pointer: Path
    key: str
    requirement: str


def faults(model: Model) -> Iterator[Fault]:
    """Yield faults until every constraint that a document can reach is broken once (by each way there is)."""
    seen: set[str] = set()
    for root in model.documents:
        sound = samples.document(model, root, items=2)
        yield _unknown_member(sound, root, (), root)
        needed = {"type", *(field.name for field in model.fields_of(root) if field.required)}
        for path, field in _members(model, root, sound, ()):
            for kind in kinds_of(model, field):
                found = constraint(model, field, kind)
                if found.key in seen:
                    continue
                seen.add(found.key)
                for number, (where, change) in enumerate(_changes(model, field, kind)):
                    # Without the optional members beside the path, for speed.
                    kept = {name: value for name, value in sound.items() if name in needed or name == path[0]}
                    document = copy.deepcopy(kept)
                    change(_at(document, path[:-1]), path[-1])
                    pointer = (*path, *where)
                    name = f"{found.key} {number} in {root}"
                    yield Fault(name, document, root, pointer, found.key, found.requirement)
            if field.embedded and f"{field.type}#closed" not in seen:
                seen.add(f"{field.type}#closed")
                yield _unknown_member(sound, root, (*path, 0) if field.many else path, field.type)


def _unknown_member(sound: dict[str, Any], root: str, path: Path, name: str) -> Fault:
    document = copy.deepcopy(sound)
    _at(document, path)["unheardOf"] = "x"
    return Fault(f"{name}#closed in {root}", document, root, (*path, "unheardOf"), f"{name}#closed", "GCL-COR-002")


def _members(model: Model, cls: str, node: Any, path: Path) -> Iterator[tuple[Path, Field]]:
    for field in model.fields_of(cls):
        here = (*path, field.name)
        yield here, field
        if field.embedded:
            inner = node[field.name][0] if field.many else node[field.name]
            yield from _members(model, field.type, inner, (*here, 0) if field.many else here)


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node


Change = tuple[Path, Callable[[Any, Any], None]]


def _set(value: Any) -> Callable[[Any, Any], None]:
    def change(holder: Any, step: Any) -> None:
        holder[step] = value

    return change


def _inside(field: Field, value: Any) -> Change:
    """Put a value where the field is, or in the place of its first item."""
    if field.many:
        return (0,), lambda holder, step: _set(value)(holder[step], 0)
    return (), _set(value)


def _member_of(field: Field, member: str, value: Any) -> Change:
    """Put a value into one member of the embedded object (of the first one)."""
    if field.many:
        return (0, member), lambda holder, step: _set(value)(holder[step][0], member)
    return (member,), lambda holder, step: _set(value)(holder[step], member)


def _changes(model: Model, field: Field, kind: str) -> list[Change]:
    match kind:
        case "required":
            return [((), lambda holder, step: holder.pop(step))]
        case "cardinality":
            return _cardinality(model, field)
        case "type":
            return _types(field)
        case "pattern":
            bad = BAD_FORM[field.type]
            good = samples.value(model, field)
            return [_inside(field, bad), _inside(field, f"{good}\n"), _inside(field, f" {good}"), _inside(field, "")]
        case "text" if field.type == "LocalizedText":
            return [_member_of(field, "en", ""), _member_of(field, "zh", "a\u0001b")]
        case "text":
            return [_inside(field, ""), _inside(field, "a\ufffeb")]
        case "enum":
            return [_inside(field, "no_such_code"), _inside(field, "")]
        case "min":
            return [_number(field, text) for text in _below(field)]
        case "max":
            return [_number(field, text) for text in _above(field)]
        case "unit":
            return [_member_of(field, "unit", "[lb_av]")]
        case "scheme":
            other = next(code for code in ("did", "lei") if field.restrict and code not in field.restrict[1])
            return [_member_of(field, "scheme", other)]
        case "unique":
            return [((1,), lambda holder, step: _set(copy.deepcopy(holder[step][0]))(_grown(holder[step]), 1))]
        case "language":
            tag: Change = (("EN",), lambda holder, step: _set("x")(holder[step], "EN"))
            line: Change = (("en\n",), lambda holder, step: _set("x")(holder[step], "en\n"))
            return [tag, line, ((), _set({}))]
    raise AssertionError(kind)


def _grown(items: list[Any]) -> list[Any]:
    if len(items) == 1:
        items.append(None)
    return items


def _cardinality(model: Model, field: Field) -> list[Change]:
    if not field.many:
        return [((), lambda holder, step: _set([holder[step]])(holder, step))]
    found: list[Change] = [((), _set([])), ((), lambda holder, step: _set(holder[step][0])(holder, step))]
    if field.maximum is not None:
        items = [samples.value(model, field, number) for number in range(field.maximum + 1)]
        found.append(((), _set(items)))
    return found


def _types(field: Field) -> list[Change]:
    if field.embedded:
        plain = _inside(field, "text")
        other = _inside(field, {"type": "Nonsense"})
        bare = _inside(field, {})
        return [plain, other, bare]
    if field.type == "LocalizedText":
        return [_inside(field, "text"), _member_of(field, "en", 5)]
    if field.type == "integer":
        return [_inside(field, value) for value in ("1", True, 10**15, 1.5)]
    if field.type == "boolean":
        return [_inside(field, value) for value in ("true", 1)]
    return [_inside(field, value) for value in (5, False, {"en": "x"})]


def _number(field: Field, text: str) -> Change:
    if field.embedded:
        return _member_of(field, "value" if field.type == "Quantity" else "amount", text)
    return _inside(field, int(text) if field.type == "integer" else text)


def _below(field: Field) -> list[str]:
    bound = _bound(field)
    assert bound.minimum is not None
    found = [str(int(bound.minimum) - 1), "-123456"]
    if field.type != "integer" and bound.minimum == 0:
        found += ["-0.001"]
    return [*found, str(int(bound.minimum))] if bound.exclusive_minimum else found


def _above(field: Field) -> list[str]:
    bound = _bound(field)
    assert bound.maximum is not None
    found = [str(int(bound.maximum) + 1), "123456"]
    if field.type != "integer":
        found.append(f"{int(bound.maximum)}.0001" if bound.maximum > 0 else "0.0001")
    return found


def _bound(field: Field) -> Bound:
    assert field.bound is not None
    return field.bound
