"""Messages of the calculations in English and Chinese, by code."""

from __future__ import annotations

from typing import Final

_MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "whole": ("{calculation}: {problem}; {mend}.", "{calculation}：{problem}；{mend}。"),
    "missing": ("{member} is missing", "缺少 {member}"),
    "missing.mend": ("give it as {expected}, like {example}", "请给出{expected}，例如 {example}"),
    "unknown_member": ("{member} is no input of it", "{member} 不是该计算的输入"),
    "unknown_member.mend": ("its inputs are {options}", "其输入为 {options}"),
    "unknown_calculation": ("there is no calculation of this name", "没有这个名称的计算"),
    "unknown_calculation.mend": ("use one of {options}", "请使用 {options} 之一"),
    "form": ("{member} is {found}, not {expected}", "{member} 为 {found}，不是{expected}"),
    "form.mend": ("write it like {example}", "请写成 {example} 的形式"),
    "code": ("{member} = {found} is no admitted code", "{member} = {found} 不是许可的代码"),
    "code.mend": ("use one of {options}", "请使用 {options} 之一"),
    "range": ("{member} = {found} does not hold to {bound}", "{member} = {found} 不满足 {bound}"),
    "range.mend": ("give a value with {bound}", "请给出满足 {bound} 的值"),
    "after": ("{member} = {found} is not after {other}", "{member} = {found} 不晚于 {other}"),
    "after.mend": ("correct one of the two dates", "请更正其中一个日期"),
    "row": ("table {table} has no row for {member} = {found}", "数据表 {table} 中没有 {member} = {found} 的行"),
    "row.mend": ("its rows are {options}", "现有的行为 {options}"),
    "count": ("{member} has {found} items", "{member} 有 {found} 项"),
    "count.mend": ("give {bound}", "请给出 {bound}"),
    "steps": (
        "{member} = {found} lies in {number} steps of the ratchet, not in one",
        "{member} = {found} 落在 {number} 个阶梯档，而非一个",
    ),
    "steps.mend": ("make the ratchet well formed (GCL-FIN-096)", "请使阶梯连续且不重叠（GCL-FIN-096）"),
    "latest": ("{member} of the latest day do not agree", "{member} 中最近一日的值不一致"),
    "latest.mend": ("keep one value for that day (GCL-FIN-103)", "该日只保留一个值（GCL-FIN-103）"),
    "beyond": (
        "{member} = {found} needs a net of {net} t, the char stores only {limit} t for good",
        "{member} = {found} 要求净量 {net} 吨，而该生物炭仅永久封存 {limit} 吨",
    ),
    "beyond.mend": ("lower it or correct the inputs of the char", "请调低该值或更正生物炭数据"),
    "characters": (
        "{member} = {found} has a length or characters that scheme {scheme} does not have",
        "{member} = {found} 的长度或字符不符合 {scheme}",
    ),
    "characters.mend": ("write {bound}", "请写成 {bound}"),
}

#: What an input can be, with an example of its form.
KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "decimal": ("a decimal", "小数", '"0.041"'),
    "integer": ("an integer", "整数", "85"),
    "boolean": ("a boolean", "布尔值", "true"),
    "date": ("a date", "日期", '"2026-06-25"'),
    "instant": ("an instant in UTC", "世界时的时刻", '"2026-06-25T01:30:00Z"'),
    "text": ("a text", "文本", '"CNY"'),
    "list": ("a list", "列表", "[...]"),
    "object": ("an object", "对象", "{...}"),
}


def message(code: str, lang: str, **details: str) -> str:
    """Return a message in ``en`` or ``zh`` with its details filled in; kinds are named in the same language."""
    column = 1 if lang == "zh" else 0
    if "expected" in details:
        details = {**details, "expected": KINDS[details["expected"]][column]}
    return _MESSAGES[code][column].format(**details)
