"""The words of the pages themselves, in both languages, and small helpers for Markdown."""

from __future__ import annotations

import json

from gclink_spec._model import Text

LANGUAGES = ("en", "zh")

_WORDS = {
    "reference": Text("Reference", "参考"),
    "classes": Text("Classes", "类"),
    "class": Text("Class", "类"),
    "kind": Text("Kind", "种类"),
    "requirements": Text("Requirements", "要求"),
    "requirement": Text("Requirement", "要求"),
    "module": Text("Module", "模块"),
    "findings": Text("Findings", "问题"),
    "cases": Text("Cases", "用例"),
    "codelists": Text("Code lists", "代码表"),
    "codelist": Text("Code list", "代码表"),
    "tables": Text("Tables", "数据表"),
    "calculations": Text("Calculations", "计算"),
    "profiles": Text("Profiles", "规则集"),
    "machines": Text("Life cycles", "生命周期"),
    "ontology": Text("Ontology", "本体"),
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


def both(language: str, en: str, zh: str) -> str:
    """Return one of two texts that a page has of its own."""
    return zh if language == "zh" else en


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


def code(text: str) -> str:
    """Return text as inline code, whatever backticks it holds."""
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


def code_cell(text: str) -> str:
    """Return text as inline code in a cell of a table; a pipe there needs its entity."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    return f"<code>{_quiet(plain)}</code>"


def _quiet(html: str) -> str:
    """Keep Markdown from seeing markup inside HTML."""
    return "".join(f"&#{ord(character)};" if character in "*_`[]{}\\" else character for character in html)


def heads(language: str, *columns: str | tuple[str, str], numbers: int = 0) -> list[str]:
    """Return the head of a table: names of words, or pairs of texts; the last ``numbers`` columns are numbers."""
    texts = [word(each, language) if isinstance(each, str) else both(language, *each) for each in columns]
    rules = ["---"] * (len(texts) - numbers) + ["--:"] * numbers
    return [f"| {' | '.join(texts)} |", f"|{'|'.join(rules)}|"]


def row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def crumbs(language: str, *steps: tuple[str, str]) -> list[str]:
    """Return the line at the head of a page that leads back: pairs of words and link."""
    way = ((word("reference", language), "@/reference/index.md"), *steps)
    return [" › ".join(f"[{words}]({link})" for words, link in way), "{: .gcl-crumbs }", ""]


def wide(text: str, *, search: bool = True, toc: bool = True, boost: int = 1) -> list[str]:
    """Return the front matter of a page that lies outside the menu: the whole width is its own.

    A page that only lists what other pages say stays out of the search; one with a wide drawing needs no contents;
    ``boost`` lifts a page among the results of a search.
    """
    hidden = "navigation" if toc else "navigation, toc"
    out = [] if search else ["search:", "  exclude: true"]
    if boost > 1:
        out = ["search:", f"  boost: {boost}"]
    return ["---", f"title: {json.dumps(text, ensure_ascii=False)}", f"hide: [{hidden}]", *out, "---", ""]


def listed(text: str) -> list[str]:
    """Return the front matter of a page in the menu that only lists what other pages say: the search leaves it out."""
    return ["---", f"title: {json.dumps(text, ensure_ascii=False)}", "search:", "  exclude: true", "---", ""]


def fence(text: str, language: str, indent: str = "") -> list[str]:
    """Return a block of code."""
    ticks = "````" if "```" in text else "```"
    return [f"{indent}{line}".rstrip() for line in (f"{ticks}{language}", *text.splitlines(), ticks)]


def anchor(identifier: str) -> str:
    """Return the anchor of a requirement or list on its page."""
    return identifier.lower()
