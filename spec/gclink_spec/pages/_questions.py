"""The questions that the graph of a bundle answers: their words, their queries, and the answers of the example."""

from __future__ import annotations

from collections.abc import Iterator

from gclink.documents import read_documents
from gclink.questions import answer, questions

from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, code_cell, crumbs, escape, fence, heads, row, wide, word

_AS_OF = "2026-10-01T23:59:59Z"
#: What an IRI of the example begins with; the table leaves it out.
_BASE = "https://example.org/gclink/"


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/ontology/questions.md``."""
    return {"reference/ontology/questions.md": "\n".join(_page(site, language))}


def _page(site: Site, language: str) -> Iterator[str]:
    title = both(language, "Questions to a bundle", "向文档集提问")
    yield from wide(title)
    yield from crumbs(language, (word("ontology", language), "@/reference/ontology/index.md"))
    yield f"# {title}"
    yield ""
    yield both(
        language,
        "Each question is a published SPARQL query over the graph of a bundle; `gclink ask NAME PATH` asks it. The "
        "answers below are those of the litchi example on 2026-10-01.",
        "每个问题都是对文档集图的一条已发布 SPARQL 查询，以 `gclink ask 名称 路径` 提问。"
        "下列答案来自荔枝示例（2026-10-01）。",
    )
    yield ""
    example = str(site.root / "examples" / "litchi" / "json")
    for name, question in questions().items():
        yield f"## {escape(both(language, question.text.en, question.text.zh))} {{#{name}}}"
        yield ""
        yield f"`gclink ask {name} examples/litchi/json --as-of 2026-10-01`"
        yield ""
        rows = answer(name, read_documents([example]), _AS_OF)
        if rows:
            yield from heads(language, *((column, column) for column in question.columns))
            for each in rows:
                shown = (each[column].removeprefix(_BASE) for column in question.columns)
                yield row(*(code_cell(value) if value else "–" for value in shown))
        else:
            yield both(language, "In the example: none.", "示例中：无。")
        yield ""
        yield f'??? example "SPARQL · `ontology/questions/{name}.rq`"'
        yield ""
        query = (site.root / "ontology" / "questions" / f"{name}.rq").read_text(encoding="utf-8")
        yield from fence(query.rstrip(), "sparql", "    ")
        yield ""
