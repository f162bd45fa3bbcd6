"""How terms of this standard stand to those of other vocabularies, with what differs; per class, and as one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from gclink_spec._model import Class, Model, Text
from gclink_spec.alignments import Alignment, vocabularies
from gclink_spec.pages import _paths as to
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, cell, code_cell, crumbs, escape, heads, row, say, wide, word

_RELATIONS: Mapping[str, Text] = {
    "exactMatch": Text("the same", "相同"),
    "closeMatch": Text("close", "相近"),
    "broadMatch": Text("theirs is broader", "对方较宽"),
    "narrowMatch": Text("theirs is narrower", "对方较窄"),
    "relatedMatch": Text("related", "相关"),
}


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/ontology/alignments.md``."""
    return {"reference/ontology/alignments.md": "\n".join(_page(site.model, language))}


def _page(model: Model, language: str) -> Iterator[str]:
    title = both(language, "Alignments", "与其他词汇表的对照")
    yield from wide(title)
    yield from crumbs(language, (word("ontology", language), "@/reference/ontology/index.md"))
    yield f"# {title}"
    yield ""
    yield both(
        language,
        "`ontology/alignments.ttl` maps classes, members and codes to other vocabularies with a SKOS relation; each "
        "row says what differs. Nothing outside is used in place of our IRI.",
        "`ontology/alignments.ttl` 以 SKOS 关系将类、成员与代码对应到其他词汇表，每行说明差异。"
        "外部 IRI 从不取代本标准的 IRI。",
    )
    yield ""
    for vocabulary in vocabularies(model.spec):
        yield f"## {escape(vocabulary.name)} {{#{_anchor(vocabulary.name)}}}"
        yield ""
        version = escape(vocabulary.version)
        yield both(
            language,
            f"Version {version}; terms looked up on {vocabulary.looked}.",
            f"版本 {version}；术语查阅日期 {vocabulary.looked}。",
        )
        yield ""
        if vocabulary.rows:
            yield from heads(
                language, ("gclink", "gclink"), ("Relation", "关系"), ("Theirs", "对方术语"), ("What differs", "差异")
            )
            for each in vocabulary.rows:
                relation, theirs = say(_RELATIONS[each.relation], language), code_cell(each.to)
                yield row(_ours(model, each.of), relation, theirs, cell(say(each.note, language)))
            yield ""
        if vocabulary.units:
            yield from heads(language, ("UCUM unit", "UCUM 单位"), ("Theirs", "对方术语"))
            for unit, theirs in vocabulary.units.items():
                yield row(code_cell(unit), code_cell(theirs))
            yield ""


def _anchor(name: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in name.lower())


def _ours(model: Model, of: str) -> str:
    if "/" in of:
        name, _, value = of.partition("/")
        return f"[{of}]({to.code_list(name)}#code-{value})"
    cls, _, member = of.partition(".")
    field = model.field(cls, member) if member else None
    if field is None:
        return f"[{of}]({to.cls(cls)})"
    return f"[{of}]({to.cls(cls)}#field-{member})"


def of_class(model: Model, cls: Class, language: str) -> Iterator[str]:
    """Yield the rows about a class and its members, for its page."""
    own = _by_class(model.spec).get(cls.name, ())
    if not own:
        return
    yield f"## {both(language, 'In other vocabularies', '在其他词汇表中')} {{#alignments data-search-exclude}}"
    yield ""
    yield from heads(
        language, ("gclink", "gclink"), ("Relation", "关系"), ("Theirs", "对方术语"), ("What differs", "差异")
    )
    for each in own:
        theirs = f"{code_cell(each.to)} ({escape(each.vocabulary)})"
        relation = say(_RELATIONS[each.relation], language)
        yield row(_ours(model, each.of), relation, theirs, cell(say(each.note, language)))
    yield ""


@cache
def _by_class(spec: Path) -> Mapping[str, tuple[Alignment, ...]]:
    found: dict[str, list[Alignment]] = {}
    for vocabulary in vocabularies(spec):
        for each in vocabulary.rows:
            if "/" not in each.of:
                found.setdefault(each.of.partition(".")[0], []).append(each)
    return {name: tuple(rows) for name, rows in found.items()}
