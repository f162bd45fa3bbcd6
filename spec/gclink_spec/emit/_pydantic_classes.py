"""The classes of one module of the standard as pydantic models, in the order in which they need each other."""

from __future__ import annotations

from gclink_spec._model import Class, Field, Kind, Model
from gclink_spec.constraints import kinds_of
from gclink_spec.emit._json_classes import CONTEXT_IRI
from gclink_spec.emit._json_names import restrict_name, type_name
from gclink_spec.emit._pydantic_names import MARK, both, docstring, python_type, snake
from gclink_spec.emit._pydantic_types import bound_arguments, fields_of_all


def class_module(model: Model, module: str) -> str:
    """Return the source of one module."""
    classes = _in_order(model, module)
    body: list[str] = []
    for cls in classes:
        body.append(_class(model, cls))
        body += _variants(model, cls)
    part = model.modules[module]
    head = [MARK, docstring("", [f"{part.en} ({part.zh}): the classes of this part."])]
    return "".join([*head, _imports(model, module, classes), *body])


def _in_order(model: Model, module: str) -> list[Class]:
    """Return the classes of a module, parents and embedded classes first, otherwise by name."""
    found: list[Class] = []
    entered: set[str] = set()

    def visit(cls: Class) -> None:
        if cls.name in entered:
            return
        entered.add(cls.name)
        needed = [cls.parent] if cls.parent else []
        needed += sorted(field.type for field in cls.fields if field.embedded)
        for name in needed:
            if model.classes[name].module == module:
                visit(model.classes[name])
        if cls.name != "LocalizedText":
            found.append(cls)

    for name in sorted(name for name, cls in model.classes.items() if cls.module == module):
        visit(model.classes[name])
    return found


def _class(model: Model, cls: Class) -> str:
    parent = cls.parent or "Record"
    lines = [f"\n\nclass {cls.name}({parent}):\n"]
    lines.append(docstring("    ", [f"{cls.label.en} ({cls.label.zh}).", *both(cls.definition)]))
    lines.append("\n")
    if cls.name == "Document":
        lines.append(_CONTEXT)
    if cls.kind is not Kind.ABSTRACT:
        lines.append(f'    type: Literal["{cls.name}"] = discriminator()\n')
    for field in cls.fields:
        lines.append(f"    {snake(field.name)}: {_annotation(model, field)}{'' if field.required else ' = None'}\n")
        lines.append(docstring("    ", _about(field)))
    if lines[-1] == "\n":
        lines.append("    pass\n")
    return "".join(lines)


_CONTEXT = f'''    json_ld_context: Maybe[Literal["{CONTEXT_IRI}"]] = Field(
        default=None, validation_alias="@context", serialization_alias="@context"
    )
    """The JSON-LD context, where a document names it; no part of its content."""
'''


def _annotation(model: Model, field: Field) -> str:
    one = python_type(field)
    if field.many:
        one = f"{'SetOf' if 'unique' in kinds_of(model, field) else 'SequenceOf'}[{one}]"
        if field.maximum is not None:
            one = f"Annotated[{one}, Field(max_length={field.maximum})]"
    return one if field.required else f"Maybe[{one}]"


def _about(field: Field) -> list[str]:
    """Return the paragraphs on one field: what it is in both languages, its unit and what it refers to."""
    notes = []
    if field.unit and field.unit != "1":
        notes.append(f"Unit: {field.unit}.")
    if field.targets:
        notes.append(f"Refers to: {', '.join(field.targets)}.")
    chinese = f"{field.label.zh}：{field.definition.zh}" if field.definition.zh else field.label.zh
    return [field.definition.en or f"{field.label.en}.", chinese, " ".join(notes)]


def _variants(model: Model, cls: Class) -> list[str]:
    """Return the narrowed forms of a class that fields anywhere in the standard use."""
    found: dict[str, str] = {}
    for field in fields_of_all(model):
        name = type_name(field)
        if field.type != cls.name or name == cls.name:
            continue
        arguments = []
        if field.bound is not None:
            arguments.append(f"bound=DecimalForm({bound_arguments(field.bound)})")
        if field.restrict is not None:
            member, values = field.restrict
            listed = ", ".join(f'"{value}"' for value in values)
            arguments.append(f"{member}=({listed}{',' if len(values) == 1 else ''})")
        narrowed = f"Narrowed({', '.join(arguments)})"
        line = f"{name} = Annotated[{cls.name}, {narrowed}]\n"
        found[name] = line if len(line) <= 121 else f"{name} = Annotated[\n    {cls.name},\n    {narrowed},\n]\n"
    return ["\n\n", *(found[name] for name in sorted(found))] if found else []


def _imports(model: Model, module: str, classes: list[Class]) -> str:
    """Return the import lines for exactly the names that the module uses."""
    base: set[str] = set()
    codes: set[str] = set()
    others: dict[str, set[str]] = {}
    field_call = annotated = False
    for cls in classes:
        if cls.parent and model.classes[cls.parent].module != module:
            others.setdefault(model.classes[cls.parent].module, set()).add(cls.parent)
        for field in cls.fields:
            name = python_type(field)
            if not field.required:
                base.add("Maybe")
            if field.many:
                base.add("SetOf" if "unique" in kinds_of(model, field) else "SequenceOf")
                field_call = field_call or field.maximum is not None
                annotated = annotated or field.maximum is not None
            if field.type == "code" or field.values:
                codes.add(name)
            elif not field.embedded:
                base.add(name)
            elif model.classes[field.type].module != module:
                others.setdefault(model.classes[field.type].module, set()).add(name)
    narrowed = [f for f in fields_of_all(model) if f.embedded and model.classes[f.type].module == module]
    bounds = any(field.bound is not None for field in narrowed)
    variants = bounds or any(restrict_name(field) for field in narrowed)
    documents = module == model.classes["Document"].module
    typing = ["Annotated"] if annotated or variants else []
    lines = ["\nfrom __future__ import annotations\n\n"]
    if bounds:
        lines.append("from decimal import Decimal\n")
    lines.append(f"from typing import {', '.join([*typing, 'Literal'])}\n\n")
    if field_call or documents:
        lines.append("from pydantic import Field\n\n")
    local = {"_base": base}
    if variants:
        local["_forms"] = {"DecimalForm", "Narrowed"} if bounds else {"Narrowed"}
    needs_record = any(cls.parent is None for cls in classes)
    local["_record"] = {"Record", "discriminator"} if needs_record else {"discriminator"}
    local |= {"codes": codes, **others}
    for name in sorted(local):
        if local[name]:
            lines.append(_import(name, sorted(local[name])))
    return "".join(lines)


def _import(module: str, names: list[str]) -> str:
    line = f"from gclink.models.{module} import {', '.join(names)}\n"
    if len(line) <= 120:
        return line
    return f"from gclink.models.{module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"


def any_module(model: Model) -> str:
    """Return the union of all document classes and the function that reads any document."""
    by_module: dict[str, list[str]] = {}
    for name in model.documents:
        by_module.setdefault(model.classes[name].module, []).append(name)
    imports = "".join(_import(module, sorted(by_module[module])) for module in sorted(by_module))
    members = "\n    | ".join(sorted(model.documents))
    return f'''{MARK}"""Any document of the standard, told apart by ``type``."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

{imports}
AnyDocument = Annotated[
    {members},
    Field(discriminator="type"),
]


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(AnyDocument)


def parse_document(data: str | bytes) -> AnyDocument:
    """Read one document of any class from JSON; raises pydantic.ValidationError."""
    document: AnyDocument = _adapter().validate_json(data)
    return document


def document_from_tree(tree: dict[str, Any]) -> AnyDocument:
    """Read one document of any class from its canonical tree; raises pydantic.ValidationError."""
    document: AnyDocument = _adapter().validate_python(tree)
    return document
'''


def package_module(model: Model) -> str:
    """Return ``__init__``: every class and code list by name, imported when it is first asked for."""
    homes = {cls.name: cls.module for cls in model.classes.values() if cls.name != "LocalizedText"}
    homes |= dict.fromkeys(("AnyDocument", "document_from_tree", "parse_document"), "any")
    homes["LocalizedText"] = "_base"
    table = "".join(f'    "{name}": "{homes[name]}",\n' for name in sorted(homes))
    typed: dict[str, list[str]] = {}
    for name, module in homes.items():
        typed.setdefault(module, []).append(name)
    imports = "".join(
        "".join(f"    {line}\n" for line in _reexport(module, sorted(typed[module]))) for module in sorted(typed)
    )
    return f'''{MARK}"""Typed models of the standard for Python, generated from the same source as the JSON Schemas.

``from gclink.models import CarbonPassport`` loads only the module that is needed, since pydantic takes its time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
{imports}
_HOMES = {{
{table}}}

__all__ = [  # noqa: PLE0604
    *_HOMES,
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"gclink.models.{{_HOMES[name]}}"), name)
    raise AttributeError(f"module 'gclink.models' has no attribute {{name!r}}")


def __dir__() -> list[str]:
    return sorted(_HOMES)
'''


def _reexport(module: str, names: list[str]) -> list[str]:
    return [f"from gclink.models.{module} import {name} as {name}" for name in names]
