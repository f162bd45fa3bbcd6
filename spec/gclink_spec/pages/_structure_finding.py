"""One page per kind of structural fault, and the list of all findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from gclink._finding_texts import mend, structural
from gclink.findings import Report
from gclink.report.text import render

from gclink_spec._model import Tier
from gclink_spec.constraints import constraints
from gclink_spec.pages import _paths as to
from gclink_spec.pages._samples import SAMPLES, broken, fault_and_finding
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, code, crumbs, escape, fence, heads, say, wide, word

_SYNTAX = {"json": "json", "jsonld": "json", "xml": "xml", "turtle": "turtle"}
#: Lines of the sound document that are shown around a change.
_AROUND = 2


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/findings/<kind>.md`` for every kind of structural fault, and the index."""
    found = {f"reference/findings/{kind}.md": "\n".join(_page(site, kind, language)) for kind in SAMPLES}
    found["reference/findings/index.md"] = "\n".join(_index(site, language))
    return found


def _page(site: Site, kind: str, language: str) -> Iterator[str]:
    sample, text = broken(site, kind)
    pair = fault_and_finding(text, sample, kind)
    if pair is None:
        raise ValueError(f"the sample of {kind!r} does not have that fault")
    fault, finding = pair
    what = structural(fault)
    title = both(language, what.en, what.zh)
    title = title[0].upper() + title[1:]
    yield from wide(title)
    yield from crumbs(language, (word("findings", language), "@/reference/findings/index.md#structure"))
    yield f"# {title}"
    yield ""
    yield f"`{kind}` · T1 · [{fault.requirement}]({to.requirement(fault.requirement)})"
    yield ""
    yield f"> {escape(say(site.model.requirements[fault.requirement].statement, language))}"
    yield ""
    yield f"## {both(language, 'What to do', '处理办法')} {{#mend}}"
    yield ""
    advice = mend(kind)
    words = both(language, advice.en, advice.zh)
    yield escape(words[0].upper() + words[1:]) + both(language, ".", "。")
    yield ""
    yield f"## {both(language, 'An example', '示例')} {{#example data-search-exclude}}"
    yield ""
    yield both(language, "This piece of a document:", "文档中的这一段：")
    yield ""
    yield from fence(_piece(sample.changes, text), _SYNTAX[sample.syntax])
    yield ""
    yield both(language, "is reported as", "报告如下：")
    yield ""
    report = Report((), (finding,), "document", "")
    shown = render(report, "zh" if language == "zh" else "en").splitlines()[:-2]
    yield from fence(textwrap.dedent("\n".join(line.rstrip() for line in shown)), "text")
    yield ""
    yield from _where(site, kind, language)


def _piece(changes: tuple[tuple[str, str], ...], text: str) -> str:
    """Return the lines around the last change that left something, else around the place of the first."""
    new = next((new for _, new in changes if new and new in text), "")
    lines = text.splitlines()
    start = text[: text.index(new)].count("\n") if new else 8
    end = start + new.count("\n")
    return "\n".join(lines[max(0, start - _AROUND) : end + _AROUND + 1])


def _where(site: Site, kind: str, language: str) -> Iterator[str]:
    keys = [c for c in constraints(site.model) if c.kind == kind]
    if not keys:
        yield both(
            language,
            "The reader finds this on the raw text, before any schema sees the document.",
            "由读取器在原始文本上发现，先于任何模式核对。",
        )
        return
    yield f"## {both(language, 'Where it is checked', '核对位置')} {{#where data-search-exclude}}"
    yield ""
    yield both(
        language,
        f"At {len(keys)} places of the model; a finding names its place in `constraint`.",
        f"模型中共 {len(keys)} 处；问题以 `constraint` 指明位置。",
    )
    yield ""
    groups: dict[str, list[str]] = {}
    for constraint in keys:
        owner, _, member = constraint.key.partition("#")[0].partition(".")
        groups.setdefault(owner, []).append(member)
    for owner, members in groups.items():
        names = ", ".join(code(member) for member in members if member)
        yield f"- [{owner}]({to.cls(owner)}){': ' + names if names else ''}"


def _index(site: Site, language: str) -> Iterator[str]:
    yield f"# {word('findings', language)}"
    yield ""
    yield both(
        language,
        "You got an error: find its id here, and what to do. A report names the requirement (`GCL-PAS-007`); a fault "
        "of form (T1) also has a kind. The search box takes the id too.",
        "收到错误时，在此按编号查找处理办法。报告会给出要求编号（如 `GCL-PAS-007`）；形式错误（T1）另有种类。"
        "也可在搜索框中输入编号。",
    )
    yield ""
    yield f"## T1 · {both(language, 'faults of form', '形式错误')} {{#structure}}"
    yield ""
    yield from heads(language, "kind", ("What is wrong", "错误"), ("What to do", "处理办法"))
    for kind in SAMPLES:
        sample, text = broken(site, kind)
        pair = fault_and_finding(text, sample, kind)
        assert pair is not None
        what, advice = structural(pair[0]), mend(kind)
        yield (
            f"| [{kind}]({to.finding(kind)}) | {escape(both(language, what.en, what.zh))} | "
            f"{escape(both(language, advice.en, advice.zh))} |"
        )
    yield ""
    for module, label in site.model.modules.items():
        yield f"## {say(label, language)} {{#{module}}}"
        yield ""
        own = [r for r in site.model.requirements.values() if r.module == module and r.tier is not Tier.T1]
        yield f"| {both(language, 'Finding', '问题')} | {both(language, 'What breaks it', '成因')} |"
        yield "|---|---|"
        for requirement in own:
            case = site.negative(requirement.id)
            title = "" if case is None else case.title.get(language) or case.title["en"]
            yield f"| [{requirement.id}]({to.finding(requirement.id)}) | {escape(title).replace('|', chr(92) + '|')} |"
        yield ""
