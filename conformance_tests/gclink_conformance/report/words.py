"""The words that every report shares, in both languages."""

from __future__ import annotations

from typing import Final

from gclink._text import Text
from gclink.profiles import profiles

#: Outcomes of a test, as a reader sees them.
OUTCOME: Final = {
    "pass": Text("passed", "通过"),
    "fail": Text("failed", "失败"),
    "error": Text("error", "出错"),
    "declined": Text("declined", "拒绝"),
}
#: Conclusions about a profile.
RESULT: Final = {
    "pass": Text("pass", "通过"),
    "fail": Text("fail", "未通过"),
    "error": Text("error", "出错"),
    "inconclusive": Text("inconclusive", "无结论"),
}
#: Grades of a profile or a test.
GRADE: Final = {
    "explained": Text("explained", "有据"),
    "verdict": Text("verdict", "判定"),
    "none": Text("no grade", "无等级"),
}
#: Syntaxes by their short name, in the order in which they are shown.
FORMAT: Final = {
    "json": "JSON",
    "xml": "XML",
    "jsonld": "JSON-LD",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
}
#: Tiers of verdict.
TIER: Final = {
    "T1": Text("form", "形式"),
    "T2": Text("rules in one document", "单份文档内的规则"),
    "T3": Text("rules across documents", "跨文档的规则"),
}
#: Operations that the protocol asks for.
OPERATION: Final = {
    "check": Text("check", "核对"),
    "convert": Text("convert", "转换"),
    "derive": Text("derive", "推算"),
    "digest": Text("digest", "摘要"),
}
#: Modules of the standard in the order of its parts.
MODULE: Final = {
    "core": Text("Core", "核心"),
    "passport": Text("Carbon passport", "碳排护照"),
    "removal": Text("Carbon removal", "碳清除"),
    "brand": Text("Brand claims and labels", "品牌声明与标章"),
    "finance": Text("Supply-chain finance", "供应链金融"),
    "link": Text("Green carbon link", "绿碳链接"),
    "incentive": Text("Incentives", "激励"),
}


def profile_label(name: str) -> Text:
    """Return what a profile is called; a name that the standard does not have stands for itself."""
    found = profiles().get(name)
    return found.label if found is not None else Text(name, name)


def module_label(name: str) -> Text:
    """Return what a module is called."""
    return MODULE.get(name, Text(name, name))


def formats(names: set[str]) -> list[str]:
    """Return syntaxes in the order in which they are shown."""
    return [name for name in FORMAT if name in names]


def number(value: int) -> str:
    """Return a count with thousands apart."""
    return f"{value:,}"
