"""The broken variants: a document of the story with one fault, and what must be found in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import yaml
from gclink_conformance.patch import apply

from examples.build import orchard
from examples.build._bundle import documents

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant: its file name, the fault in both languages, the document, and (requirement, place) pairs."""

    name: str
    fault: dict[str, str]
    tree: Tree
    finds: tuple[tuple[str, str], ...]


def variants() -> tuple[Variant, ...]:
    """Return every variant of ``examples/broken/variants.yaml``."""
    source = Path(__file__).resolve().parents[1] / "broken" / "variants.yaml"
    trees = documents()
    trees |= {f"orchard/{name}": tree for name, tree in orchard.documents().items()}
    trees |= {f"what-if/{name}": tree for name, tree in orchard.scenario().items()}
    found = []
    for entry in yaml.safe_load(source.read_text(encoding="utf-8"))["variants"]:
        tree = orjson.loads(orjson.dumps(trees[entry["base"]]))
        for operation in entry["patch"]:
            tree = apply(tree, operation)
        places = [
            (requirement, place)
            for requirement, given in entry["finds"].items()
            for place in (given if isinstance(given, list) else [given])
        ]
        found.append(Variant(entry["name"], entry["fault"], tree, tuple(places)))
    return tuple(found)


def files() -> dict[str, bytes]:
    """Return the plain files and the table of them, by path below ``examples``."""
    found = {
        f"broken/{variant.name}.json": orjson.dumps(
            variant.tree, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        )
        for variant in variants()
    }
    return found | {"broken/README.md": _table().encode()}


def _table() -> str:
    lines = [
        "# Broken documents to try · 可试的错误文档",
        "",
        "Written by `python -m examples.build` from `variants.yaml`; each holds one fault. Try one:",
        "`gclink validate examples/broken/total-does-not-add-up.json`, in Chinese with `--lang zh`.",
        "",
        "| File · 文件 | Fault | 错误 | Finding · 发现 |",
        "|---|---|---|---|",
    ]
    for variant in variants():
        finds = ", ".join(dict.fromkeys(requirement for requirement, _ in variant.finds))
        lines.append(f"| `{variant.name}.json` | {variant.fault['en']} | {variant.fault['zh']} | {finds} |")
    return "\n".join(lines) + "\n"
