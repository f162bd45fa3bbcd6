"""What the schema languages cannot see, by name and with the reason; the readers alone are answerable for it.

Everything that is not listed here is seen by every engine of the syntax, and the comparison holds them to it.
"""

from __future__ import annotations

from typing import Final

from gclink._text import Text

_NFC: Final = Text("no pattern can state normal form C", "正则表达式无法表达规范形式 C")
_ONE_TRIPLE: Final = Text("equal triples are one triple, and a triple knows no array", "相同三元组合一，且没有数组")
_SPELLING: Final = Text(
    "JSON Schema takes 5.0 and 5e0 for the integer 5, and parsers round what they cannot hold",
    "JSON Schema 将 5.0 与 5e0 视为整数 5，且解析器会对无法容纳的数舍入",
)

_JSON: Final = {
    "duplicateKey": Text(
        "a parser keeps one of two equal members before any schema sees them",
        "模式看到之前，解析器已只保留重复成员之一",
    ),
    "number": _SPELLING,
    "spelling": _SPELLING,
    "loneSurrogate": Text(
        "half a surrogate pair is no character, and engines differ on what they do with it",
        "不成对的代理码位不是字符，各引擎处理不一",
    ),
    "notNfc": _NFC,
    "context": Text("a schema looks at the context of the document alone", "模式只查看文档自身的上下文"),
}
_RDF: Final = {
    "sharedNode": Text("a shape looks at a node from one place at a time", "形状一次只从一处查看节点"),
    "cycle": Text("a shape looks at a node from one place at a time", "形状一次只从一处查看节点"),
    "namedGraph": Text("shapes judge the default graph", "形状只判断默认图"),
    "context": Text("there is no context any more once there is a graph", "成为图之后上下文已不存在"),
    "capitals": Text("RDF folds the case of language tags", "RDF 不区分语言标签大小写"),
    "text": _NFC,
}

#: Syntax -> kind of structural fault -> why no engine of that syntax can report it.
UNSEEN: Final[dict[str, dict[str, Text]]] = {
    "json": _JSON,
    "xml": {
        "unique": Text("XML Schema cannot compare whole elements", "XML Schema 无法比较整个元素"),
        "languageTwice": Text(
            "XML Schema compares keys of elements, not of types", "XML Schema 的唯一性约束属于元素而非类型"
        ),
        "hint": Text(
            "XML Schema admits its own attributes, such as xsi:type, everywhere",
            "XML Schema 允许其自身属性（如 xsi:type）出现在任何位置",
        ),
        "text": _NFC,
    },
    "rdf": _RDF,
    # The triples of a JSON text in the plain form; its JSON is judged by the engines of JSON as well.
    "jsonld": {
        **_JSON,
        **_RDF,
        "emptyArray": _ONE_TRIPLE,
        "cardinality": _ONE_TRIPLE,
        "unique": _ONE_TRIPLE,
        "language": Text("a text whose tag is none has no language in RDF", "标签不合规的文本在 RDF 中没有语言"),
    },
}

#: Members of the document itself whose faults make it another node, or none, in RDF.
NODE: Final = frozenset({"/id", "/type"})
