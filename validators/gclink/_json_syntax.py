"""Why a text is not JSON, said so that the writer of the file can mend it.

Only reached after the parser refused the text, so nothing here is hurried: it looks at what stands at the fault and
recognises the usual causes (half a file, a trailing comma, quotes of another language, NaN).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gclink.errors import Text, Unreadable

__all__ = ["COLON", "COMMA_OR_BRACE", "COMMA_OR_BRACKET", "KEY", "NOTHING", "VALUE", "Explanation", "explain"]

VALUE: Final = Text("a value", "一个值")
KEY: Final = Text('a member name in double quotes (")', '用双引号 (") 括起的成员名')
COLON: Final = Text("a colon (:)", "冒号 (:)")
COMMA_OR_BRACE: Final = Text("a comma or }", "逗号或 }")
COMMA_OR_BRACKET: Final = Text("a comma or ]", "逗号或 ]")
NOTHING: Final = Text("the end of the document", "文档结尾")

_NO_NUMBER: Final = re.compile(r"-?(NaN|Infinity|nan|inf|Inf)\b|-?1\.#")
_WORD: Final = re.compile(r"[^\s\"{}\[\],:]{1,20}")

_DEFAULT_HINT: Final = Text(
    "Check the text just before this place; JSON needs double quotes, commas between members and no comments.",
    "请检查此处之前的文本；JSON 要求使用双引号、成员之间用逗号分隔、不得有注释。",
)

#: What stands at the fault, tried in this order, and how to mend it.
_HINTS: Final = (
    (re.compile("['‘’“”「」＂]"), Text('JSON knows only the straight quote (").', 'JSON 只使用英文直双引号 (")。')),
    (re.compile("//|/\\*|#"), Text("JSON has no comments; remove it.", "JSON 不支持注释，请删除。")),
    (re.compile("(True|False)\\b"), Text("JSON writes true and false.", "JSON 使用小写的 true 与 false。")),
    (re.compile("(None|undefined|nil)\\b"), Text("Leave the member out instead.", "请省略该成员。")),
    (re.compile("[，：；｛｝［］]"), Text("Use the ASCII character , : { } [ or ].", "请改用半角标点 , : { } [ ]。")),
    (re.compile("[+]"), Text("A number has no leading plus.", "数字前不得有加号。")),
    (re.compile("-?[.]"), Text("A number needs a digit before the point.", "小数点前必须有数字。")),
    (re.compile(";"), Text("JSON separates members with commas.", "JSON 以逗号分隔成员。")),
)

_TRAILING_COMMA: Final = Text("Remove the comma before the closing bracket.", "请删除右括号之前的逗号。")
_INCOMPLETE: Final = Text(
    "The file was probably cut off while it was copied, downloaded or written.",
    "该文件可能在复制、下载或写入时被截断。",
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The code, message and hint of one fault of syntax."""

    code: Unreadable
    message: Text
    hint: Text


def explain(text: str, at: int, expected: Text) -> Explanation:
    """Return why the text is not JSON at the character ``at``, where ``expected`` should stand."""
    if at >= len(text):
        return Explanation(
            Unreadable.INCOMPLETE,
            Text(
                f"the document ends before it is complete; expected {expected.en}",
                f"文档不完整即已结束；此处应为{expected.zh}",
            ),
            _INCOMPLETE,
        )
    if match := _NO_NUMBER.match(text, at):
        return Explanation(
            Unreadable.NOT_A_NUMBER,
            Text(f"{match[0]} is not a JSON value", f"{match[0]} 不是 JSON 值"),
            Text("Leave the member out when there is no value.", "没有数值时请省略该成员。"),
        )
    shown = _shown(text, at)
    if expected is NOTHING:
        return Explanation(
            Unreadable.TRAILING_DATA,
            Text(f"{shown} stands after the end of the document", f"文档结束之后还有 {shown}"),
            Text(
                "One file holds one document or one array of documents; with one document per line name it .ndjson.",
                "一个文件只含一份文档或一个文档数组；若每行一份文档，请将文件命名为 .ndjson。",
            ),
        )
    return Explanation(
        Unreadable.SYNTAX,
        Text(f"found {shown} where {expected.en} was expected", f"此处应为{expected.zh}，却是 {shown}"),
        _hint(text, at, expected),
    )


def _hint(text: str, at: int, expected: Text) -> Text:
    before = text[:at].rstrip(" \t\r\n")[-1:]
    if before == "," and text[at] in "}]":
        return _TRAILING_COMMA
    if text[at] < " ":
        return Text("Write a line break inside a text as \\n, a tab as \\t.", "文本中的换行写作 \\n，制表符写作 \\t。")
    if before.isdigit() and text[at] in ".eE":
        return Text("A number needs digits after the point and after the e.", "小数点与 e 之后必须有数字。")
    for pattern, hint in _HINTS:
        if pattern.match(text, at):
            return hint
    if expected is KEY and _WORD.match(text, at):
        return Text("Put the member name in double quotes.", "请用双引号括起成员名。")
    if text[at].isdigit() and before.isdigit():
        return Text("A number has no leading zero.", "数字不得有前导零。")
    if expected in (COMMA_OR_BRACE, COMMA_OR_BRACKET) and text[at] == '"':
        return Text("A comma is missing before this place.", "此处之前缺少逗号。")
    return _DEFAULT_HINT


def _shown(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    shown = word[0] if word else text[at]
    return shown if shown.isprintable() else f"U+{ord(text[at]):04X}"
