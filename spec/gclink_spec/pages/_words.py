"""The words of the pages themselves, in both languages, and small helpers for Markdown."""

from __future__ import annotations

from gclink_spec._model import Text

LANGUAGES = ("en", "zh")

_WORDS = {
    "reference": Text("Reference", "参考"),
    "classes": Text("Classes", "类"),
    "requirements": Text("Requirements", "要求"),
    "codelists": Text("Code lists", "代码表"),
    "gaps": Text("What a language cannot express", "各语言无法表达的内容"),
    "field": Text("Field", "字段"),
    "label": Text("Name", "名称"),
    "type": Text("Type", "类型"),
    "cardinality": Text("Card.", "基数"),
    "meaning": Text("Meaning", "含义"),
    "inherited": Text("inherited from {parent}", "继承自 {parent}"),
    "code": Text("Code", "代码"),
    "level": Text("Level", "级别"),
    "tier": Text("Tier", "层级"),
    "source": Text("Source", "来源"),
    "why": Text("Why", "理由"),
    "rule": Text("Rule", "规则"),
    "procedure": Text("Procedure", "程序"),
    "structure": Text("Structure", "结构"),
    "decision": Text("Decision", "决定"),
    "algorithm": Text("How", "方法"),
    "query": Text("Query over the graph of a bundle", "文档集图上的查询"),
    "mapping": Text("Outside terms", "外部术语"),
    "document": Text("document", "文档"),
    "value": Text("value class", "值类"),
    "abstract": Text("abstract", "抽象类"),
    "withdrawn": Text("Withdrawn", "已撤回"),
    "target": Text("Language", "语言"),
    "reason": Text("Reason", "原因"),
    "of": Text("of", "的"),
    "bound": Text("bound", "界限"),
    "unit": Text("unit", "单位"),
    "generated": Text(
        "Generated from `spec/`; edit the source, not this page.", "由 `spec/` 生成；请修改源文件，勿改本页。"
    ),
}


def word(name: str, language: str) -> str:
    """Return one word of the pages."""
    text = _WORDS[name]
    return text.zh if language == "zh" else text.en


def say(text: Text, language: str) -> str:
    """Return a text of the model in one language."""
    return text.zh if language == "zh" else text.en


def cell(text: str) -> str:
    """Return text for a table cell: pipes and markup characters kept from meaning anything."""
    return escape(text).replace("|", "\\|").replace("\n", " ")


def escape(text: str) -> str:
    """Return text in which Markdown sees no markup."""
    for character in ("\\", "`", "*", "_", "<", ">", "[", "]", "{", "}"):
        text = text.replace(character, {"<": "&lt;", ">": "&gt;"}.get(character, "\\" + character))
    return text


def terms(text: str) -> str:
    """Return a list of outside terms for a table cell: what stands in backticks stays code."""
    return "`".join(part if number % 2 else cell(part) for number, part in enumerate(text.split("`")))


def anchor(identifier: str) -> str:
    """Return the anchor of a requirement or list on its page."""
    return identifier.lower()
