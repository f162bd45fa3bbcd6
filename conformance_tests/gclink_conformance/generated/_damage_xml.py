"""Damaged and unusual XML."""

from __future__ import annotations

from typing import Final

from gclink_conformance.generated._edit import Edit, foreign_bytes, sound, swap, whole

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ROOT: Final = '<Benchmark xmlns="https://w3id.org/gclink/">'
_TEXT: Final = "A document is UTF-8."
_FORM: Final = "A document is well-formed XML without a document type."
_CLASS: Final = "The root element is a class of the standard, in its namespace."
_CLOSED: Final = "A class holds no member and no attribute that it does not declare."


def _prefixed(content: bytes) -> bytes:
    text = content.decode()
    body = text.removeprefix(_HEAD).replace(_ROOT, "<Benchmark>")
    body = body.replace("</", "\0").replace("<", "<g:").replace("\0", "</g:")
    return (_HEAD + body.replace("<g:Benchmark>", '<g:Benchmark xmlns:g="https://w3id.org/gclink/">')).encode()


XML: Final = (
    sound("prefixed", "GCL-COR-048", "a prefix for the namespace", "命名空间使用前缀", _prefixed),
    sound("no-declaration", "GCL-COR-048", "no XML declaration", "没有 XML 声明", swap(_HEAD, "")),
    sound(
        "comment",
        "GCL-COR-048",
        "a comment and a processing instruction",
        "含注释与处理指令",
        swap("<value>", "<!-- per kg --><?note here?><value>"),
    ),
    sound(
        "cdata", "GCL-COR-048", "a text as CDATA", "文本写成 CDATA", swap("Eastern Asia", "<![CDATA[Eastern Asia]]>")
    ),
    sound(
        "references",
        "GCL-COR-048",
        "a text with character references",
        "文本含字符引用",
        swap("Eastern Asia", "Eastern&#32;A&#x73;ia &amp; more"),
    ),
    sound(
        "padded-value",
        "GCL-COR-048",
        "white space around a value that is no text",
        "非文本值两侧有空白",
        swap("<value>1.25</value>", "<value>\n    1.25\n  </value>"),
    ),
    sound(
        "one-line",
        "GCL-COR-048",
        "everything on one line",
        "全部写在一行",
        lambda c: b"".join(line.strip() for line in c.split(b"\n")),
    ),
    sound(
        "schema-location",
        "GCL-COR-048",
        "a hint where the schema is",
        "带模式位置提示",
        swap(
            _ROOT,
            _ROOT[:-1]
            + ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
            + ' xsi:schemaLocation="https://w3id.org/gclink/ gclink.xsd">',
        ),
    ),
    Edit("truncated", "GCL-COR-048", "", "half a document", "只有半份文档", _FORM, lambda c: c[: len(c) // 2]),
    Edit("empty", "GCL-COR-048", "", "nothing at all", "空文件", _FORM, whole(b"")),
    Edit("two-roots", "GCL-COR-048", "", "two root elements", "有两个根元素", _FORM, lambda c: c + b"<Benchmark/>"),
    Edit("unclosed", "GCL-COR-048", "", "an element that is not closed", "元素未闭合", _FORM, swap("</unit>", "")),
    Edit(
        "ampersand", "GCL-COR-048", "", "a bare ampersand", "未转义的 &", _FORM, swap("Eastern Asia", "Eastern & Asia")
    ),
    Edit(
        "control",
        "GCL-COR-048",
        "",
        "a reference to a control character",
        "引用控制字符",
        _FORM,
        swap("Eastern Asia", "Eastern&#7;Asia"),
    ),
    Edit(
        "unknown-entity",
        "GCL-COR-048",
        "",
        "an entity that nobody declared",
        "未声明的实体",
        _FORM,
        swap("Eastern Asia", "Eastern&nbsp;Asia"),
    ),
    Edit(
        "unknown-prefix",
        "GCL-COR-048",
        "",
        "a prefix that nobody declared",
        "未声明的前缀",
        _FORM,
        swap("<gwpSet>AR6</gwpSet>", "<x:gwpSet>AR6</x:gwpSet>"),
    ),
    Edit(
        "doctype",
        "GCL-COR-048",
        "",
        "a document type",
        "含文档类型声明",
        _FORM,
        swap(_HEAD, _HEAD + "<!DOCTYPE Benchmark>\n"),
    ),
    Edit(
        "outside-doctype",
        "GCL-COR-048",
        "",
        "a document type from elsewhere",
        "引用外部文档类型",
        _FORM,
        swap(_HEAD, _HEAD + '<!DOCTYPE Benchmark SYSTEM "http://example.org/b.dtd">\n'),
    ),
    Edit(
        "entities",
        "GCL-COR-048",
        "",
        "entities that expand",
        "可展开的实体",
        _FORM,
        lambda c: swap("Eastern Asia", "&c;")(
            swap(
                _HEAD,
                _HEAD
                + '<!DOCTYPE Benchmark [<!ENTITY a "Asia "><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n',
            )(c)
        ),
    ),
    Edit(
        "outside-entity",
        "GCL-COR-048",
        "",
        "an entity from a file",
        "引用文件的外部实体",
        _FORM,
        lambda c: swap("Eastern Asia", "&f;")(
            swap(_HEAD, _HEAD + '<!DOCTYPE Benchmark [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n')(c)
        ),
    ),
    Edit(
        "other-encoding",
        "GCL-COR-006",
        "",
        "another encoding",
        "其他编码",
        _TEXT,
        lambda c: c.decode().replace("UTF-8", "ISO-8859-1").encode("latin-1", "xmlcharrefreplace"),
    ),
    *foreign_bytes(_TEXT),
    Edit(
        "decomposed",
        "GCL-COR-006",
        "/geography/region",
        "a letter and its accent as two characters",
        "字母与重音符分为两个字符",
        "Text is NFC.",
        swap("Eastern Asia", "Eastern Asie\u0301"),
    ),
    Edit(
        "no-namespace",
        "GCL-COR-048",
        "/type",
        "no namespace",
        "没有命名空间",
        _CLASS,
        swap(' xmlns="https://w3id.org/gclink/"', ""),
    ),
    Edit(
        "other-namespace",
        "GCL-COR-048",
        "/type",
        "another namespace",
        "其他命名空间",
        _CLASS,
        swap("https://w3id.org/gclink/", "https://example.org/gclink/"),
    ),
    Edit(
        "other-root",
        "GCL-COR-048",
        "/type",
        "a root element that is no class",
        "根元素不是标准中的类",
        _CLASS,
        lambda c: c.replace(b"Benchmark", b"Yardstick"),
    ),
    Edit(
        "attribute",
        "GCL-COR-002",
        "/value",
        "an attribute",
        "多出的属性",
        _CLOSED,
        swap("<value>1.25", '<value unit="kg">1.25'),
    ),
    Edit(
        "nil",
        "GCL-COR-002",
        "/geography",
        "an element that says it is nil",
        "声明为 nil 的元素",
        _CLOSED,
        swap("<geography>", '<geography xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="false">'),
    ),
    Edit(
        "loose-text",
        "GCL-COR-002",
        "/declaredUnit",
        "loose text inside an object",
        "对象内有散落文本",
        "An object holds elements alone.",
        swap("<declaredUnit>", "<declaredUnit>per kg"),
    ),
    Edit(
        "foreign-element",
        "GCL-COR-002",
        None,
        "an element of another namespace",
        "其他命名空间的元素",
        _CLOSED,
        swap("<illustrative>", '<unheardOf xmlns="https://example.org/">x</unheardOf><illustrative>'),
    ),
    Edit(
        "no-language",
        "GCL-COR-008",
        "/sourceText",
        "a localized text without its language",
        "多语言文本缺少语言",
        "A localized text names its language.",
        swap('<sourceText xml:lang="en">', "<sourceText>"),
    ),
    Edit(
        "language-twice",
        "GCL-COR-008",
        "/sourceText/en",
        "a language twice",
        "同一语言出现两次",
        "A language stands once.",
        swap(
            '<sourceText xml:lang="zh">', '<sourceText xml:lang="en">Again</sourceText>\n  <sourceText xml:lang="zh">'
        ),
    ),
    Edit(
        "order",
        "GCL-COR-052",
        "/boundary",
        "members in another order",
        "成员顺序不同",
        "The order is that of the class table.",
        lambda c: swap("<gwpSet>AR6</gwpSet>", "<gwpSet>AR6</gwpSet>\n  <boundary>cradle_to_grave</boundary>")(
            swap("<boundary>cradle_to_grave</boundary>", "")(c)
        ),
    ),
)
