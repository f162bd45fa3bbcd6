"""What the schema languages cannot see, by name and with the reason; the readers alone are answerable for it.

Everything that is not listed here is seen by every engine of the syntax, and the comparison holds them to it.
"""

from __future__ import annotations

from typing import Final

from gclink._text import Text

#: Syntax -> kind of structural fault -> why no engine of that syntax can report it.
UNSEEN: Final[dict[str, dict[str, Text]]] = {
    "json": {
        "duplicateKey": Text(
            "a parser keeps one of two equal members before any schema sees them",
            "解析器在任何模式看到之前已只保留重复成员之一",
        ),
        "number": Text(
            "JSON Schema takes 5.0 and 5e0 for the integer 5, and parsers round what they cannot hold",
            "JSON Schema 将 5.0 与 5e0 视为整数 5，且解析器会对无法容纳的数舍入",
        ),
        "loneSurrogate": Text(
            "half a surrogate pair is no character, and engines differ on what they do with it",
            "不成对的代理码位不是字符，各引擎处理不一",
        ),
        "notNfc": Text("no pattern can state normal form C", "正则表达式无法表达规范形式 C"),
    },
    "xml": {
        "unique": Text(
            "XML Schema cannot compare whole elements", "XML Schema 无法比较整个元素"
        ),
        "text": Text("no pattern can state normal form C", "正则表达式无法表达规范形式 C"),
        "twice": Text(
            "XML Schema cannot compare the languages of two elements", "XML Schema 无法比较两个元素的语言"
        ),
    },
    "rdf": {
        "sharedNode": Text("a shape looks at a node from one place", "形状只从一处查看节点"),
        "cycle": Text("a shape looks at a node from one place", "形状只从一处查看节点"),
        "namedGraph": Text("SHACL looks at the default graph", "SHACL 只查看默认图"),
        "context": Text("the context is gone once there is a graph", "成为图之后上下文已不存在"),
        "language": Text("RDF folds the case of language tags", "RDF 不区分语言标签大小写"),
        "text": Text("no pattern can state normal form C", "正则表达式无法表达规范形式 C"),
        "unique": Text("equal triples are one triple", "相同的三元组即同一三元组"),
    },
}
