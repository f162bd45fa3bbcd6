"""One page per family of calculations: formula, inputs, results, a worked example, the requirements behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gclink.calculations import Calculation, describe
from gclink.calculations.vectors import Vector, load

from gclink_spec.pages import _paths as to
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, cell, code_cell, crumbs, escape, fence, heads, row, wide, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/calculations/<family>.md``, and the list of all."""
    families: dict[str, list[Calculation]] = {}
    for entry in site.calculations:
        families.setdefault(entry.family, []).append(entry)
    found = {
        f"reference/calculations/{family}.md": "\n".join(_page(site, family, entries, language))
        for family, entries in families.items()
    }
    found["reference/calculations/index.md"] = "\n".join(_index(families, language))
    return found


def _index(families: Mapping[str, list[Calculation]], language: str) -> Iterator[str]:
    yield f"# {word('calculations', language)}"
    yield ""
    yield both(
        language,
        "Named calculations of the accounting method and of finance: exact, with decimals, the same in the library, on "
        "the command line (`gclink calculate NAME MEMBER=VALUE...`) and in the test vectors.",
        "核算方法与金融的命名计算：十进制精确运算，程序库、"
        "命令行（`gclink calculate 名称 成员=值...`）与测试向量一致。",
    )
    yield ""
    yield f"| {both(language, 'Calculation', '计算')} | {word('label', language)} | {word('requirements', language)} |"
    yield "|---|---|---|"
    for entries in families.values():
        for entry in entries:
            link = to.calculation(entry.family, entry.name)
            yield f"| [{entry.name}]({link}) | {cell(entry.titles[language])} | {_sources(entry)} |"


def _sources(entry: Calculation) -> str:
    return ", ".join(
        f"[{s}]({to.requirement(s)})" if s.startswith("GCL-") and len(s) == 11 else cell(s) for s in entry.source
    )


def _page(site: Site, family: str, entries: list[Calculation], language: str) -> Iterator[str]:
    yield from wide(f"{word('calculations', language)} · {family}")
    yield from crumbs(language, (word("calculations", language), "@/reference/calculations/index.md"))
    yield f"# {word('calculations', language)} · {family}"
    yield ""
    yield f"`gclink.calculations.{family}`"
    yield ""
    for entry in entries:
        yield from _entry(site, entry, language)


def _entry(site: Site, entry: Calculation, language: str) -> Iterator[str]:
    told: dict[str, Any] = describe(entry.name, language)
    yield f"## {escape(told['summary'])} · {escape(entry.name)} {{#{entry.name}}}"
    yield ""
    yield from fence(told["formula"], "text")
    yield ""
    yield f"{word('requirements', language)}: {_sources(entry)}"
    yield ""
    yield from heads(language, ("Input", "输入"), "meaning", "type", ("Unit", "单位"), ("Default", "默认值"))
    for given in told["inputs"]:
        default = both(language, "required", "必填") if given["required"] else code_cell(str(given.get("default", "–")))
        unit = cell(given["unit"]) or "–"
        yield row(f"`{given['name']}`", cell(given["title"]), cell(given["kind"]), unit, default)
    yield ""
    yield from heads(language, ("Result", "结果"), "meaning", ("Unit", "单位"))
    for result in told["results"]:
        yield f"| `{result['name']}` | {cell(result['title'])} | {cell(result['unit']) or '–'} |"
    yield ""
    vector = _vector(site, entry.name)
    if vector is not None:
        yield both(language, f"Example, test vector `{vector.id}`:", f"示例，测试向量 `{vector.id}`：")
        yield ""
        shown = {"inputs": vector.inputs, "result": entry.run(vector.inputs)}
        yield from fence(json.dumps(shown, ensure_ascii=False, indent=1), "json")
        yield ""


def _vector(site: Site, name: str) -> Vector | None:
    """Return the shortest test vector of a calculation."""
    own = [v for v in _vectors(site.root) if v.calculation == name]
    return min(own, key=lambda v: len(json.dumps(dict(v.inputs), default=str)), default=None)


@cache
def _vectors(root: Path) -> tuple[Vector, ...]:
    folder = root / "conformance_tests" / "vectors"
    return tuple(vector for path in sorted(folder.glob("*.json")) for vector in load(path))
