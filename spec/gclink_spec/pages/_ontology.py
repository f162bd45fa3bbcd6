"""The ontology to browse: files, class tree, a diagram per module, every property, the outside terms."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import Field, Kind, Model
from gclink_spec.pages import _paths as to
from gclink_spec.pages._module_diagram import diagram
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, cell, crumbs, heads, say, terms, wide, word

#: Files of the ontology and what each holds.
FILES = {
    "gclink.ttl": ("classes and properties (OWL 2)", "类与属性（OWL 2）"),
    "codelists.ttl": ("code lists as SKOS concept schemes", "代码表（SKOS 概念体系）"),
    "shapes.ttl": ("structure (T1) as SHACL shapes", "结构（T1），SHACL 形状"),
    "rules.ttl": ("rules inside one document (T2) as SHACL-SPARQL", "文档内规则（T2），SHACL-SPARQL"),
    "alignments.ttl": ("how our terms stand to those of other vocabularies", "与其他词汇表术语的对应"),
    "questions/": ("questions that the graph of a bundle answers", "文档集的图可回答的问题"),
    "queries/": ("rules across documents (T3), one SPARQL query each", "跨文档规则（T3），每条一个 SPARQL 查询"),
}


def pages(site: Site, language: str) -> dict[str, str]:
    """Return the pages below ``reference/ontology``."""
    model = site.model
    return {
        "reference/ontology/index.md": "\n".join(_index(site, language)),
        "reference/ontology/tree.md": "\n".join(_tree(model, language)),
        "reference/ontology/properties.md": "\n".join(_properties(model, language)),
        "reference/ontology/terms.md": "\n".join(_terms(model, language)),
        **{f"reference/ontology/{module}.md": "\n".join(_module(model, module, language)) for module in model.modules},
    }


def _crumbs(language: str) -> list[str]:
    return crumbs(language, (word("ontology", language), "@/reference/ontology/index.md"))


def _index(site: Site, language: str) -> Iterator[str]:
    model = site.model
    yield f"# {word('ontology', language)}"
    yield ""
    yield both(
        language,
        f"Every class, member and code has an IRI below `{model.base}` (prefix `gcl`). A document is the IRI of its "
        "`id`; embedded objects are blank nodes; a member is the property of the same name.",
        f"每个类、成员与代码都有位于 `{model.base}` 之下的 IRI（前缀 `gcl`）。文档即其 `id` 的 IRI；"
        "内嵌对象为空白节点；成员对应同名属性。",
    )
    yield ""
    yield f"| {both(language, 'File', '文件')} | {word('meaning', language)} |"
    yield "|---|---|"
    for name, words in FILES.items():
        yield f"| `ontology/{name}` | {both(language, *words)} |"
    yield "| `schemas/context/v1.jsonld` | " + both(language, "JSON-LD context", "JSON-LD 上下文") + " |"
    yield ""
    yield f"- [{both(language, 'Class tree', '类层级')}](@/reference/ontology/tree.md)"
    yield f"- [{both(language, 'Properties', '属性')}](@/reference/ontology/properties.md)"
    yield f"- [{both(language, 'Outside terms', '外部术语')}](@/reference/ontology/terms.md)"
    yield f"- [{both(language, 'Alignments', '与其他词汇表的对照')}](@/reference/ontology/alignments.md)"
    yield f"- [{both(language, 'Questions to a bundle', '向文档集提问')}](@/reference/ontology/questions.md)"
    yield f"- [{both(language, 'Code lists (concept schemes)', '代码表（概念体系）')}](@/reference/codelists/index.md)"
    yield ""
    yield f"## {both(language, 'Diagrams', '图')} {{#diagrams}}"
    yield ""
    for module, label in model.modules.items():
        yield f"- [{say(label, language)}](@/reference/ontology/{module}.md)"
    yield ""
    yield f"## {both(language, 'Ask it', '查询')} {{#ask}}"
    yield ""
    yield both(
        language,
        "Any SPARQL engine reads the example; this asks for the intensity of every passport:",
        "任何 SPARQL 引擎都可读取示例；下列查询给出每份护照的强度：",
    )
    yield ""
    yield "```sparql"
    yield f"PREFIX gcl: <{model.base}>"
    yield "SELECT ?passport ?value WHERE { ?passport a gcl:CarbonPassport ; gcl:totalExclUptake ?value }"
    yield "```"


def _tree(model: Model, language: str) -> Iterator[str]:
    yield from _crumbs(language)
    yield f"# {both(language, 'Class tree', '类层级')}"
    yield ""
    for cls in model.classes.values():
        if cls.parent is None and any(c.parent == cls.name for c in model.classes.values()):
            yield from _branch(model, cls.name, 0, language)
    yield ""
    yield f"## {both(language, 'Value classes', '值类')} {{#values}}"
    yield ""
    for name in model.values:
        if model.classes[name].parent is None:
            yield from _branch(model, name, 0, language)


def _branch(model: Model, name: str, depth: int, language: str) -> Iterator[str]:
    cls = model.classes[name]
    yield f"{'    ' * depth}- [{name}]({to.cls(name)}) – {say(cls.label, language)}"
    for child in model.classes.values():
        if child.parent == name:
            yield from _branch(model, child.name, depth + 1, language)


def _module(model: Model, module: str, language: str) -> Iterator[str]:
    label = say(model.modules[module], language)
    title = f"{label} · {word('ontology', language)}"
    yield from wide(title, search=False, toc=False)
    yield from _crumbs(language)
    yield f"# {title}"
    yield ""
    yield both(
        language,
        "The documents of this module and what they cite, from left (cites nothing) to right. Grey: documents of "
        "other modules.",
        "本模块的文档及其引用关系，自左（不引用其他文档）至右。灰色：其他模块的文档。",
    )
    yield ""
    yield diagram(model, module, language)
    yield ""
    for cls in model.classes.values():
        if cls.module == module and cls.kind is not Kind.VALUE:
            cited = [
                (f.name, f.targets) for f in cls.fields if f.targets and any(t in model.classes for t in f.targets)
            ]
            yield f"- [{cls.name}]({to.cls(cls.name)}) – {say(cls.label, language)}" + (
                ": " + ", ".join(f"`{n}` → " + "/".join(f"[{t}]({to.cls(t)})" for t in ts) for n, ts in cited)
                if cited
                else ""
            )


def _properties(model: Model, language: str) -> Iterator[str]:
    yield from wide(both(language, "Properties", "属性"), search=False)
    yield from _crumbs(language)
    yield f"# {both(language, 'Properties', '属性')}"
    yield ""
    found: dict[str, list[Field]] = {}
    for cls in model.classes.values():
        for field in cls.fields:
            found.setdefault(field.name, []).append(field)
    yield from heads(language, ("Property", "属性"), "label", ("Domain", "定义域"), ("Range", "值域"))
    for name in sorted(found, key=str.lower):
        fields = found[name]
        domains = ", ".join(f"[{f.owner}]({to.cls(f.owner)}#field-{name})" for f in fields)
        yield f"| `gcl:{name}` | {cell(say(fields[0].label, language))} | {domains} | {_range(model, fields[0])} |"


def _range(model: Model, field: Field) -> str:
    if field.code_list is not None:
        return f"[{field.code_list}]({to.code_list(field.code_list)})"
    if field.targets:
        return ", ".join(f"[{t}]({to.cls(t)})" if t in model.classes else t for t in field.targets)
    return f"[{field.type}]({to.cls(field.type)})" if field.type in model.classes else f"`{field.type}`"


def _terms(model: Model, language: str) -> Iterator[str]:
    yield from wide(both(language, "Outside terms", "外部术语"), search=False)
    yield from _crumbs(language)
    yield f"# {both(language, 'Outside terms', '外部术语')}"
    yield ""
    yield both(
        language,
        "What comes near in other standards, by name: to find one's way, never as a claim that both mean the same.",
        "其他标准中的相近术语，仅以名称列出，供对照查找，不表示含义相同。",
    )
    yield ""
    yield f"| gclink | {both(language, 'Elsewhere', '其他标准')} |"
    yield "|---|---|"
    for cls in model.classes.values():
        if cls.mapping:
            yield f"| [{cls.name}]({to.cls(cls.name)}) | {terms(cls.mapping)} |"
        for field in cls.fields:
            if field.mapping:
                yield f"| [{cls.name}.{field.name}]({to.cls(cls.name)}#field-{field.name}) | {terms(field.mapping)} |"
