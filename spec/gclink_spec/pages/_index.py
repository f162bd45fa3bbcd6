"""The front page of the reference: what there is, by kind and by module."""

from __future__ import annotations

from collections.abc import Iterator

from gclink_spec._model import Kind
from gclink_spec.pages import _paths as to
from gclink_spec.pages._ontology import FILES
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, heads, row, say, word

#: Word of a kind of page -> its list, and what a reader finds there.
_KINDS = {
    "requirements": ("requirements/index.md", "every sentence, its rule, its cases", "每条语句及其规则与用例"),
    "findings": ("findings/index.md", "you got this error: do that", "收到此错误时如何处理"),
    "classes": ("classes/index.md", "fields, diagram, example", "字段、图与示例"),
    "codelists": ("codelists/index.md", "codes in both languages", "双语代码"),
    "tables": ("tables/index.md", "numbers with source and checksum", "数值及其来源与校验和"),
    "machines": ("machines/index.md", "states and who may change them", "状态及可变更者"),
    "calculations": ("calculations/index.md", "formula, inputs, example", "公式、输入与示例"),
    "profiles": ("profiles/index.md", "roles and markets", "角色与市场"),
    "ontology": ("ontology/index.md", "files, diagrams, properties", "文件、图与属性"),
    "gaps": ("gaps.md", "by requirement, with the reason", "按要求列出并说明原因"),
}


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/index.md``."""
    return {"reference/index.md": "\n".join(_page(site, language))}


def _page(site: Site, language: str) -> Iterator[str]:
    model = site.model
    cases = sum(len(group) for group in site.cases.values())
    yield f"# {word('reference', language)}"
    yield ""
    yield word("generated", language)
    yield ""
    counts = {
        "requirements": len(model.requirements),
        "findings": len(model.requirements),
        "classes": len(model.classes),
        "codelists": len(model.code_lists),
        "tables": len(model.tables),
        "machines": len(model.code_lists["machine"].codes),
        "calculations": len(site.calculations),
        "profiles": len(model.profiles),
        "ontology": len(FILES),
        "gaps": sum(map(len, site.gaps.values())),
    }
    yield from heads(language, ("What", "内容"), ("You find", "可查阅"), ("Number", "数量"), numbers=1)
    for name, (path, en, zh) in _KINDS.items():
        yield row(f"[{word(name, language)}](@/reference/{path})", both(language, en, zh), str(counts[name]))
    yield ""
    yield both(
        language,
        f"{cases} hand-written cases show the requirements kept and broken; [the changes]"
        "(@/reference/changelog.md) are recorded.",
        f"{cases} 个手写用例展示各项要求的满足与违反；另有[变更记录](@/reference/changelog.md)。",
    )
    yield ""
    for index, (module, label) in enumerate(model.modules.items(), 1):
        yield f"## {say(label, language)} {{#{module}}}"
        yield ""
        count = sum(requirement.module == module for requirement in model.requirements.values())
        lists = any(code_list.module == module for code_list in model.code_lists.values())
        yield (
            f"[{both(language, f'Part {index}', f'第 {index} 部分')}]"
            f"({to.part(f'{index}-{module}')}) · "
            f"[{word('requirements', language)} ({count})](@/reference/requirements/{module}.md)"
            + (f" · [{word('codelists', language)}](@/reference/codelists/index.md#{module})" if lists else "")
            + f" · [{both(language, 'diagram', '图')}](@/reference/ontology/{module}.md)"
        )
        yield ""
        for kind in (Kind.DOCUMENT, Kind.ABSTRACT, Kind.VALUE):
            own = [cls for cls in model.classes.values() if cls.module == module and cls.kind is kind]
            if own:
                yield f"{word(kind.value, language)}: " + ", ".join(f"[{c.name}]({to.cls(c.name)})" for c in own)
                yield ""
