"""Damaged and unusual Turtle and JSON-LD."""

from __future__ import annotations

from typing import Final

import orjson

from gclink_conformance.generated._edit import Edit, foreign_bytes, sound, swap, whole

_FORM: Final = "A document is a graph that can be parsed."
_TEXT: Final = "Text is NFC, and a document is UTF-8."
_CONTEXT: Final = '"https://w3id.org/gclink/context/v1"'
_FOREIGN: Final = "Another context could give every member another meaning, so there is one."


def _graph(content: bytes) -> bytes:
    tree = orjson.loads(content)
    context = tree.pop("@context")
    return orjson.dumps({"@context": context, "@graph": [tree]})


TURTLE: Final = (
    sound(
        "comments", "GCL-COR-048", "comments", "含注释", swap("gcl:specVersion", "# the version\n    gcl:specVersion")
    ),
    sound(
        "long-quotes",
        "GCL-COR-048",
        "a text in long quotation marks",
        "文本使用长引号",
        swap('"Eastern Asia"', '"""Eastern Asia"""'),
    ),
    sound(
        "escaped",
        "GCL-COR-006",
        "a character as an escape",
        "以转义书写的字符",
        swap('"示例，未经调查"', r'"\u793A\u4F8B，未经调查"'),
    ),
    sound(
        "typed-integer",
        "GCL-COR-048",
        "an integer with its type written out",
        "整数写明类型",
        swap("gcl:referenceYear 2025", 'gcl:referenceYear "2025"^^xsd:integer'),
    ),
    sound(
        "typed-text",
        "GCL-COR-048",
        "a text with its type written out",
        "文本写明类型",
        swap('"Eastern Asia"', '"Eastern Asia"^^xsd:string'),
    ),
    sound(
        "bare-decimal",
        "GCL-COR-003",
        "a decimal in the short form",
        "小数使用简写",
        swap('"1.25"^^xsd:decimal', "1.25"),
    ),
    sound(
        "named-blank",
        "GCL-COR-048",
        "a blank node with a label",
        "空白节点带标签",
        lambda c: (
            swap(
                "gcl:declaredUnit [ a gcl:Quantity ;\n"
                '        gcl:value "1"^^xsd:decimal ;\n        gcl:unit "kg"\n    ]',
                "gcl:declaredUnit _:unit",
            )(c)
            + b'_:unit a gcl:Quantity ; gcl:value "1"^^xsd:decimal ; gcl:unit "kg" .\n'
        ),
    ),
    Edit("truncated", "GCL-COR-048", "", "half a document", "只有半份文档", _FORM, lambda c: c[: len(c) // 2]),
    Edit("empty", "GCL-COR-048", "", "nothing at all", "空文件", _FORM, whole(b"")),
    Edit(
        "no-document",
        "GCL-COR-048",
        "",
        "prefixes alone",
        "只有前缀声明",
        _FORM,
        whole(b"@prefix gcl: <https://w3id.org/gclink/> .\n"),
    ),
    Edit("no-dot", "GCL-COR-048", "", "no dot at the end", "末尾缺少句点", _FORM, swap("true .", "true")),
    Edit(
        "two-semicolons",
        "GCL-COR-048",
        "",
        "a comma in the place of a semicolon",
        "分号写成逗号",
        _FORM,
        swap('"1.0.0" ;', '"1.0.0" ,'),
    ),
    Edit(
        "unknown-prefix",
        "GCL-COR-048",
        "",
        "a prefix that nobody declared",
        "未声明的前缀",
        _FORM,
        swap("gcl:gwpSet gwpSet:AR6", "gcl:gwpSet sets:AR6"),
    ),
    Edit(
        "open-text",
        "GCL-COR-048",
        "",
        "a text that is not closed",
        "文本未闭合",
        _FORM,
        swap('"Eastern Asia"', '"Eastern Asia'),
    ),
    Edit(
        "blank-in-iri",
        "GCL-COR-005",
        "/issuer",
        "a blank in an IRI",
        "IRI 内含空格",
        "An IRI holds no blank.",
        swap("parties/rules>", "parties/the rules>"),
    ),
    *foreign_bytes(_TEXT),
    Edit(
        "decomposed",
        "GCL-COR-006",
        "/geography/region",
        "a letter and its accent as two characters",
        "字母与重音符分为两个字符",
        _TEXT,
        swap("Eastern Asia", "Eastern Asie\u0301"),
    ),
    Edit(
        "double",
        "GCL-COR-003",
        "/value",
        "a double for a decimal",
        "小数写成双精度数",
        "A decimal is an xsd:decimal.",
        swap('"1.25"^^xsd:decimal', "1.25e0"),
    ),
    Edit(
        "text-for-decimal",
        "GCL-COR-003",
        "/value",
        "a text for a decimal",
        "小数写成文本",
        "A decimal is an xsd:decimal.",
        swap('"1.25"^^xsd:decimal', '"1.25"'),
    ),
    Edit(
        "zeros",
        "GCL-COR-003",
        "/value",
        "zeros at the end of a decimal",
        "小数末尾有零",
        "A decimal is canonical.",
        swap('"1.25"^^xsd:decimal', "1.250"),
    ),
    Edit(
        "ill-typed",
        "GCL-COR-003",
        "/value",
        "a decimal that is no number",
        "小数不是数字",
        "A decimal is canonical.",
        swap('"1.25"^^xsd:decimal', '"much"^^xsd:decimal'),
    ),
    Edit(
        "one-for-true",
        "GCL-COR-048",
        "/illustrative",
        "1 for true",
        "true 写成 1",
        "A boolean is true or false.",
        swap("gcl:illustrative true", 'gcl:illustrative "1"^^xsd:boolean'),
    ),
    Edit(
        "text-for-iri",
        "GCL-COR-048",
        "/issuer",
        "a text for an IRI",
        "IRI 写成文本",
        "A reference is a node.",
        swap("<https://example.org/gclink/parties/rules>", '"https://example.org/gclink/parties/rules"'),
    ),
    Edit(
        "code-as-text",
        "GCL-COR-048",
        "/boundary",
        "a text for a code",
        "代码写成文本",
        "A code is a node.",
        swap("boundary:cradle_to_grave", '"cradle_to_grave"'),
    ),
    Edit(
        "two-values",
        "GCL-COR-047",
        "/value",
        "two values of a member",
        "同一成员有两个值",
        "The member stands once.",
        swap('"1.25"^^xsd:decimal', '"1.25"^^xsd:decimal , "9.99"^^xsd:decimal'),
    ),
    Edit(
        "two-classes",
        "GCL-COR-048",
        "/type",
        "two classes of a document",
        "文档有两个类",
        "A document is of one class.",
        swap("a gcl:Benchmark", "a gcl:Benchmark , gcl:Party"),
    ),
    Edit(
        "no-language",
        "GCL-COR-048",
        "/sourceText",
        "a localized text without its language",
        "多语言文本缺少语言",
        "A localized text is a literal with a language.",
        swap("@en", ""),
    ),
)
JSONLD: Final = (
    sound("graph", "GCL-COR-048", "the document inside a graph", "文档置于 @graph 中", _graph),
    sound(
        "keywords",
        "GCL-COR-048",
        "the keywords of JSON-LD for id and type",
        "使用 JSON-LD 关键字 @id 与 @type",
        lambda c: c.replace(b'"type":', b'"@type":').replace(b'"id":', b'"@id":'),
    ),
    Edit(
        "foreign-context",
        "GCL-COR-002",
        "/@context",
        "a context of somebody else",
        "他人的 @context",
        _FOREIGN,
        swap(_CONTEXT, '"https://example.org/context"'),
    ),
    Edit(
        "own-context",
        "GCL-COR-002",
        "/@context",
        "a context of its own",
        "自带的 @context",
        _FOREIGN,
        swap(_CONTEXT, '{"@vocab": "https://w3id.org/gclink/"}'),
    ),
    Edit(
        "second-context",
        "GCL-COR-002",
        "/@context",
        "a second context behind the first",
        "在标准 @context 之后另加一个",
        _FOREIGN,
        swap(_CONTEXT, f'[{_CONTEXT}, {{"value": "https://example.org/value"}}]'),
    ),
    Edit("truncated", "GCL-COR-048", "", "half a document", "只有半份文档", _FORM, lambda c: c[: len(c) // 2]),
    Edit(
        "repeated",
        "GCL-COR-002",
        "/value",
        "a member twice, with two values",
        "同一成员出现两次且值不同",
        "A member stands once.",
        swap('"value": "1.25"', '"value": "9.99", "value": "1.25"'),
    ),
    Edit(
        "decomposed",
        "GCL-COR-006",
        "/geography/region",
        "a letter and its accent as two characters",
        "字母与重音符分为两个字符",
        _TEXT,
        swap("Eastern Asia", "Eastern Asie\u0301"),
    ),
    Edit(
        "latin-1",
        "GCL-COR-006",
        "",
        "a byte that is not UTF-8",
        "非 UTF-8 字节",
        _TEXT,
        swap("Eastern Asia", b"Eastern Asi\xe9"),
    ),
)
