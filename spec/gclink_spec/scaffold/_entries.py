"""A new class, field or code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gclink_spec._model import SCALARS, Model
from gclink_spec.scaffold._files import ScaffoldError, insert_before, place_marker, quoted


@dataclass(frozen=True, slots=True)
class Naming:
    """What an entry is called and means, in both languages."""

    en: str
    zh: str
    definition_en: str
    definition_zh: str

    def lines(self, indent: str) -> str:
        """Return label and definition as YAML."""
        return (
            f"{indent}label: {{en: {quoted(self.en)}, zh: {quoted(self.zh)}}}\n"
            f"{indent}definition:\n"
            f"{indent}  en: {quoted(self.definition_en)}\n"
            f"{indent}  zh: {quoted(self.definition_zh)}\n"
        )


def new_class(model: Model, name: str, module: str, kind: str, naming: Naming) -> list[Path]:
    """Write the file of a class and its marker in the prose; it has no member of its own yet."""
    if name in model.classes:
        raise ScaffoldError(f"class {name} is there already: {model.classes[name].origin}")
    if module not in model.modules:
        raise ScaffoldError(f"module {module} is none of {', '.join(model.modules)}")
    path = model.spec / "model" / module / f"{name}.yaml"
    parent = "parent: Document\n" if kind == "document" else ""
    path.write_text(
        f"class: {name}\nmodule: {module}\nkind: {kind}\n{parent}since: {model.version}\n"
        f"{naming.lines('')}fields: {{}}\nrequirements: {{}}\n",
        encoding="utf-8",
    )
    return [path, *place_marker(model, module, "fields", name, [])]


def new_field(
    model: Model, cls: str, name: str, kind: str, cardinality: str, naming: Naming, code_list: str | None = None
) -> list[Path]:
    """Add a field at the end of a class."""
    owner = model.classes.get(cls)
    if owner is None:
        raise ScaffoldError(f"there is no class {cls}")
    if any(field.name == name for field in model.fields_of(cls)):
        raise ScaffoldError(f"{cls} has a field {name} already")
    if kind not in SCALARS and kind != "LocalizedText" and kind not in model.classes:
        raise ScaffoldError(f"type {kind} is neither {', '.join(sorted(SCALARS))}, LocalizedText nor a class")
    if (kind == "code") != (code_list is not None):
        raise ScaffoldError("a field of type code, and no other, names its code list with --list")
    if code_list is not None and code_list not in model.code_lists:
        raise ScaffoldError(f"there is no code list {code_list}")
    path = owner.origin.file
    block = f"  {name}:\n    type: {kind}\n"
    block += f"    list: {code_list}\n" if code_list else ""
    block += f"    cardinality: '{cardinality}'\n{naming.lines('    ')}"
    if model.version != owner.since:
        block += f"    since: {model.version}\n"
    text = path.read_text(encoding="utf-8")
    if "\nfields: {}\n" in text:
        path.write_text(text.replace("\nfields: {}\n", f"\nfields:\n{block}"), encoding="utf-8")
    elif "\nfields:" in text:
        insert_before(path, "requirements", block)
    else:
        insert_before(path, "requirements", f"fields:\n{block}")
    return [path]


def new_code(model: Model, code_list: str, value: str, naming: Naming) -> list[Path]:
    """Add a code at the end of its list."""
    found = model.code_lists.get(code_list)
    if found is None:
        raise ScaffoldError(f"there is no code list {code_list}")
    if found.owner is not None or found.outside:
        raise ScaffoldError(
            f"the codes of {code_list} belong to {found.owner or 'an outside body'}; theirs are taken over"
        )
    if value in found.values():
        raise ScaffoldError(f"{code_list} has a code {value} already")
    definition = f"{{en: {quoted(naming.definition_en)}, zh: {quoted(naming.definition_zh)}}}"
    line = f"  {value}: {{en: {quoted(naming.en)}, zh: {quoted(naming.zh)}, definition: {definition}"
    line += f", since: {model.version}}}\n" if model.version != found.since else "}\n"
    path = found.origin.file
    text = path.read_text(encoding="utf-8")
    path.write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
    insert_before(path, "values", line)
    return [path]
