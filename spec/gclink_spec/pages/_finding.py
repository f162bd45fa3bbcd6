"""One page per finding: you got this error, do that. For every requirement, and for every kind of structural fault."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from gclink.findings import Finding
from gclink.report.text import render
from gclink_conformance.cases import Case

from gclink_spec._model import Requirement, Tier
from gclink_spec.pages import _paths as to
from gclink_spec.pages._members import members
from gclink_spec.pages._places import in_part
from gclink_spec.pages._requirement import change
from gclink_spec.pages._requirements import classes
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both, code, code_cell, crumbs, escape, fence, say, wide, word


def pages(site: Site, language: str) -> dict[str, str]:
    """Return ``reference/findings/<id>.md`` for every requirement."""
    return {
        f"reference/findings/{name}.md": "\n".join(_page(site, requirement, language))
        for name, requirement in site.model.requirements.items()
    }


def _page(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    name = requirement.id
    title = both(language, f"You got {name}", f"收到问题 {name}")
    yield from wide(title)
    yield from crumbs(language, (word("findings", language), f"@/reference/findings/index.md#{requirement.module}"))
    yield f"# {title}"
    yield ""
    yield f"> {escape(say(requirement.statement, language))}"
    yield ""
    place = in_part(site.model, "req", name, language, ("its place in Part {}", "在第 {} 部分中的位置"))
    words = both(language, "The requirement with its rules and cases", "该要求及其规则与用例")
    yield f"[{words}]({to.requirement(name)}) · {place}"
    yield ""
    case = site.negative(name)
    finding = _finding_of(site, case, name)
    if finding is not None and case is not None:
        yield from _shown(case, finding, language)
    yield from _mend(site, requirement, finding, language)
    yield from _ways(site, requirement, language)


def _finding_of(site: Site, case: Case | None, requirement: str) -> Finding | None:
    if case is None:
        return None
    findings = site.report(case).findings
    return next((found for found in findings if found.requirement == requirement), findings[0] if findings else None)


def _shown(case: Case, finding: Finding, language: str) -> Iterator[str]:
    yield f"## {both(language, 'What the report says', '报告的内容')} {{#report data-search-exclude}}"
    yield ""
    yield both(
        language,
        f"For example, for the case `{case.id}` ({escape(case.title['en'])}):",
        f"以用例 `{case.id}`（{escape(case.title.get('zh', case.title['en']))}）为例：",
    )
    yield ""
    yield from fence("\n".join(_lines(finding, language)), "text")
    yield ""
    if finding.requirement != case.requirement:
        link = f"[{finding.requirement}]({to.finding(finding.requirement)})"
        yield both(
            language,
            f"The fault is told under {link}, which sees it first.",
            f"该错误由先行发现它的 {link} 报告。",
        )
        yield ""


def _lines(finding: Finding, language: str) -> list[str]:
    from gclink.findings import Report

    text = render(Report((), (finding,), "document", ""), "zh" if language == "zh" else "en")
    lines = [line.rstrip() for line in text.splitlines()[:-2]]
    return textwrap.dedent("\n".join(lines)).splitlines()


def _mend(site: Site, requirement: Requirement, finding: Finding | None, language: str) -> Iterator[str]:
    yield f"## {both(language, 'What to do', '处理办法')} {{#mend data-search-exclude}}"
    yield ""
    steps = list(_steps(site, requirement, finding, language))
    yield from (f"{index}. {step}" for index, step in enumerate(steps, 1))
    yield ""
    read = members(site, requirement)
    if read:
        yield both(language, "The rule looks at these members:", "该规则涉及下列成员：")
        yield ""
        for place, field in read:
            name = field.code_list
            link = f" · [{name}]({to.code_list(name)})" if name else ""
            yield (
                f"- [{escape(place)}]({to.cls(field.owner)}#field-{field.name}) – "
                f"{escape(say(field.label, language))}{link}"
            )
        yield ""


def _steps(site: Site, requirement: Requirement, finding: Finding | None, language: str) -> Iterator[str]:
    if requirement.tier is Tier.T3:
        yield both(
            language,
            "Check all documents of the trade together (a folder, a ZIP or several paths): the rule compares "
            "documents, and one that is missing counts as not existing.",
            "将同一笔交易的全部文档一并核对（文件夹、ZIP 或多个路径）：该规则比较多份文档，未提供的文档视为不存在。",
        )
    yield both(
        language,
        "Open the document that the report names, at the place it names (a JSON Pointer, with the line of your file).",
        "打开报告所指文档，定位到所指位置（JSON Pointer 及文件行号）。",
    )
    if finding is not None and finding.expected is not None:
        yield both(
            language,
            "Compare what was *expected* with what was *found*: the report computes both from your document.",
            "比较“应为”与“实为”：两者均由报告根据您的文档算出。",
        )
    if finding is not None and finding.mend is not None:
        yield escape(say_text(finding.mend, language)) + both(language, ".", "。")
    rows = site.derivations.get(requirement.id, ())
    if rows:
        named = ", ".join(dict.fromkeys(code(row.member) for row in rows))
        yield both(
            language,
            f"{named} follows from other members: `gclink derive FILE` shows the sum line by line. Correct the part "
            "that is wrong, or state the value that the parts give.",
            f"{named} 由其他成员得出：`gclink derive 文件` 逐行显示算式。请更正有误的组成，或写明各部分得出的值。",
        )
    if "digest" in requirement.statement.en.lower():
        yield both(
            language,
            "A citation carries the digest of the document as it is now: `gclink digest FILE` prints it. A document "
            "that was changed after it was cited is a new document: issue it as one, with `supersedes`.",
            "引用须携带被引文档当前内容的摘要：`gclink digest 文件` 可给出。"
            "被引用之后又修改的文档是新文档：请另行签发并写明 `supersedes`。",
        )
    if requirement.level.value != "MUST":
        yield both(
            language,
            "This is a recommendation: it is a warning and does not change the verdict. Keep the document as it is if "
            "you have a reason.",
            "此为推荐：仅作警告，不影响结论。如有理由可保持原样。",
        )
    yield both(
        language, "Check again: `gclink validate PATH --as-of DAY`.", "再次核对：`gclink validate 路径 --as-of 日期`。"
    )


def say_text(text: Any, language: str) -> str:
    """Return a text of the library in one language."""
    return str(text.zh if language == "zh" else text.en)


def _ways(site: Site, requirement: Requirement, language: str) -> Iterator[str]:
    """Yield the ways in which the cases of the suite break the sentence, each with the change that did it."""
    broken = [case for case in site.cases.get(requirement.id, ()) if case.negative and not case.raw]
    if not broken:
        return
    yield f"## {both(language, 'How it comes about', '常见成因')} {{#ways data-search-exclude}}"
    yield ""
    yield both(
        language,
        "Each line changes a sound document so that it breaks exactly this; your document may hold the same change.",
        "下列每项改动都使一份完好的文档恰好违反本要求；您的文档中可能有同样的改动。",
    )
    yield ""
    for case in broken:
        title = case.title.get(language) or case.title["en"]
        changes = "".join(f"<br>{_changed(operation)}" for operation in case.patch[:4])
        yield f"- **{escape(title)}** `{case.id}`{changes}"
    yield ""
    about = ", ".join(f"[{name}]({to.cls(name)})" for name in classes(requirement))
    if about:
        yield f"{both(language, 'Classes', '相关类')}: {about}"


def _changed(operation: Mapping[str, Any]) -> str:
    return change(operation) if operation.get("path") else f"{operation['op']} {code_cell(str(operation['document']))}"
