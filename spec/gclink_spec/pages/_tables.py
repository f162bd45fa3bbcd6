"""One page per table of numbers or relations: rows, source, checksum, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gclink.tables import checksum

from gclink_spec._model import Model, Table
from gclink_spec.pages import _paths as to
from gclink_spec.pages._places import in_part
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, cell, crumbs, escape, say, wide, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/tables/<name>.md`` for every table, and their list."""
    model = site.model
    found = {
        f"reference/tables/{name}.md": "\n".join(_page(site, each, language)) for name, each in model.tables.items()
    }
    found["reference/tables/index.md"] = "\n".join(_index(model, language))
    return found


def _index(model: Model, language: str) -> Iterator[str]:
    yield f"# {word('tables', language)}"
    yield ""
    yield both(
        language,
        "Numbers and relations that rules and calculations read: versioned by name, each with its source and a "
        "checksum of its rows.",
        "规则与计算所读取的数值与关系：以名称区分版本，注明来源，并附各行的校验和。",
    )
    yield ""
    yield f"| {both(language, 'Table', '数据表')} | {word('meaning', language)} | {both(language, 'Rows', '行数')} |"
    yield "|---|---|--:|"
    for table in model.tables.values():
        yield f"| [{table.name}]({to.table(table.name)}) | {cell(say(table.title, language))} | {len(table.rows)} |"


def _page(site: Site, table: Table, language: str) -> Iterator[str]:
    model = site.model
    yield from wide(table.name)
    yield from crumbs(language, (word("tables", language), "@/reference/tables/index.md"))
    yield f"# {table.name} · {say(table.title, language)}"
    yield ""
    yield f'{word("source", language)}: <span lang="en">{escape(table.source)}</span>'
    yield ""
    place = in_part(model, "table", table.name, language)
    if place:
        yield place
        yield ""
    key = both(language, "key", "键")
    columns = [f"`{column}`" + (f" ({key})" if column in table.key else "") for column in table.columns]
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in table.rows:
        yield "| " + " | ".join(_cell(row.get(column, "")) for column in table.columns) + " |"
    yield ""
    if table.key:
        yield both(language, "Each combination of key columns stands once.", "各键列的每种组合只出现一次。")
        yield ""
    yield f"`{checksum(table.rows)}`"
    yield ""
    readers = [
        requirement
        for requirement in model.requirements.values()
        if any(re.search(rf"\b{re.escape(table.name)}\b", line.text) for line in requirement.rules)
        or re.search(rf"\b{re.escape(table.name)}\b", requirement.statement.en)
    ]
    if readers:
        yield f"## {both(language, 'Read by', '读取者')} {{#read data-search-exclude}}"
        yield ""
        for requirement in readers:
            link = f"[{requirement.id}]({to.requirement(requirement.id)})"
            yield f"- {link} {escape(say(requirement.statement, language))}"
    if table.name in ("machine", "machine_states"):
        yield f"\n[{word('machines', language)}](@/reference/machines/index.md)"


def _cell(value: str | tuple[str, ...]) -> str:
    return cell(value if isinstance(value, str) else ", ".join(value))
