"""The words of what the XML form of a document gets wrong, in both languages."""

from __future__ import annotations

from gclink._model import Class
from gclink._text import Text

EMPTY = Text("the file is empty", "文件为空")
GIVE_A_DOCUMENT = Text("give a document of this standard", "请提供本标准的文档")
EMPTY_BUNDLE = Text("the Bundle element holds no document", "Bundle 元素中没有文档")
FILL_BUNDLE = Text("put documents below it, or give the document itself", "请在其中放入文档，或直接提供文档")
BYTE_ORDER_MARK = Text("the file begins with a byte order mark", "文件以字节顺序标记开头")
SAVE_UTF8 = Text("save the file as UTF-8 without a byte order mark", "请将文件存为不带字节顺序标记的 UTF-8")
DTD = Text("the file declares a document type or an entity", "文件声明了文档类型或实体")
NO_DTD = Text(
    "remove the DOCTYPE and write characters as they are; declarations are refused because they can expand without end",
    "请删除 DOCTYPE 并直接书写字符；此类声明可能无限展开，因此被拒绝",
)
TOO_DEEP = Text("elements are nested too deeply", "元素嵌套过深")
FLATTEN = Text("no document of this standard is nested this deeply", "本标准的文档不会嵌套如此之深")
MEND_XML = Text("mend the XML at this place", "请在此处修正 XML")
A_LANGUAGE = Text('an attribute xml:lang, for example xml:lang="en"', '属性 xml:lang，例如 xml:lang="zh"')
NO_LANGUAGE = Text("no xml:lang", "没有 xml:lang")
ONCE_EACH = Text("each language once", "每种语言只出现一次")
NFC = Text(
    "text in Unicode normal form C with characters that XML can carry", "Unicode 规范形式 C 且可由 XML 承载的文本"
)
NO_ATTRIBUTES = Text("no attribute (only texts by language have xml:lang)", "不带属性（仅多语言文本带 xml:lang）")
ONLY_TEXT = Text("text only", "仅文本")
NO_LOOSE_TEXT = Text("elements only", "仅元素")


def not_utf8(encoding: str) -> Text:
    """Say which encoding was declared."""
    return Text(f"the file declares the encoding {encoding}", f"文件声明编码为 {encoding}")


def invalid_utf8(offset: int) -> Text:
    """Say where the bytes stop being UTF-8."""
    return Text(f"byte {offset} is not UTF-8", f"第 {offset} 字节不是 UTF-8")


def not_well_formed(reason: str) -> Text:
    """Give the parser's reason."""
    return Text(f"not well-formed XML: {reason}", f"XML 不合语法：{reason}")


def attribute(name: str) -> Text:
    """Name an attribute."""
    return Text(f"attribute {name}", f"属性 {name}")


def element(name: str) -> Text:
    """Name an element."""
    return Text(f"element {name}", f"元素 {name}")


def twice(tag: str) -> Text:
    """Say which language stands twice."""
    return Text(f"{tag} twice", f"{tag} 出现两次")


def quoted(text: str) -> Text:
    """Quote loose text."""
    shown = text if len(text) <= 60 else text[:57] + "..."
    return Text(f'the text "{shown}"', f"文本“{shown}”")


def members_of(cls: Class) -> Text:
    """Say that the element names the class, so that no child does."""
    return Text(
        f"only the members of {cls.name}; in XML the element itself names the class",
        f"仅限 {cls.name} 的成员；在 XML 中类由元素本身表明",
    )


def order(cls: Class) -> Text:
    """Give the order of a class."""
    names = ", ".join(cls.fields)
    return Text(f"the order {names}", f"顺序 {names}")


def out_of_order(name: str) -> Text:
    """Name the element that comes too late."""
    return Text(f"element {name} after one that follows it", f"元素 {name} 位于应在其后的元素之后")
