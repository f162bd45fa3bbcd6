"""The sentences that findings quote, and the advice that goes with each kind of structural fault."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import orjson

from gclink._text import Text
from gclink.findings import Severity, pointer_of
from gclink.migrate import Use
from gclink.structure import Fault


@dataclass(frozen=True, slots=True)
class Sentence:
    """A requirement as a report needs it; ``across`` where it says something across documents."""

    id: str
    level: str
    tier: str
    module: str
    statement: Text
    across: bool = False

    @property
    def severity(self) -> Severity:
        """A MUST is an error, anything weaker a warning."""
        return Severity.ERROR if self.level == "MUST" else Severity.WARNING


@cache
def sentences() -> dict[str, Sentence]:
    """Return every requirement in force, by id."""
    raw = orjson.loads((files("gclink") / "_data" / "requirements.json").read_bytes())["requirements"]
    return {
        identifier: Sentence(
            identifier,
            entry["level"],
            entry["tier"],
            entry["module"],
            Text(entry["statement"]["en"], entry["statement"]["zh"]),
            entry["across"] is not None,
        )
        for identifier, entry in raw.items()
    }


def sentence(requirement: str) -> Sentence:
    """Return one requirement."""
    return sentences()[requirement]


_WHAT = {
    "required": Text("a member is missing", "缺少成员"),
    "cardinality": Text("a member occurs too often or too seldom", "成员出现次数不符"),
    "closed": Text("a member that the class does not have", "出现类中没有的成员"),
    "hint": Text("an attribute that the XML form does not have", "出现 XML 形式中没有的属性"),
    "type": Text("a value of the wrong type", "值的类型不符"),
    "spelling": Text("a number in a form that other readers would change", "其他读取器会改变的数字写法"),
    "pattern": Text("a value in the wrong form", "值的形式不符"),
    "text": Text("a text that cannot be taken", "文本不合要求"),
    "enum": Text("a code that the list does not have", "代码不在代码表中"),
    "min": Text("a number below its bound", "数值低于下限"),
    "max": Text("a number above its bound", "数值高于上限"),
    "unit": Text("a unit that this member does not admit", "该成员不允许此单位"),
    "scheme": Text("an identifier scheme that this member does not admit", "该成员不允许此标识方案"),
    "unique": Text("an item that stands in the array twice", "数组中有重复条目"),
    "language": Text("texts by language in the wrong form", "多语言文本形式不符"),
    "languageTwice": Text("two texts in one language", "同一语言出现两个文本"),
    "capitals": Text("a language tag with capital letters", "语言标签含大写字母"),
    "sharedNode": Text("a blank node that stands in two places", "同一空白节点出现在两处"),
    "cycle": Text("a blank node that contains itself", "空白节点包含其自身"),
    "collection": Text("an RDF collection where values belong", "应为值之处出现 RDF 列表"),
    "namedGraph": Text("statements in a named graph", "语句位于命名图中"),
    "context": Text("a JSON-LD context that is not that of the standard", "JSON-LD 上下文不是本标准的上下文"),
    "order": Text("an element out of order", "元素顺序不符"),
    "duplicateKey": Text("a member is given twice", "成员重复出现"),
    "null": Text("null is not a value of this standard", "本标准不使用 null"),
    "emptyArray": Text("an empty array", "空数组"),
    "number": Text("a number that is not a plain integer", "数字不是普通整数"),
    "loneSurrogate": Text("half a surrogate pair in a text", "文本含不成对的代理码位"),
    "illegalCharacter": Text("a character that XML cannot carry", "文本含 XML 无法承载的字符"),
    "notNfc": Text("a text that is not in normal form C", "文本不是规范形式 C"),
}

_MEND = {
    "required": Text("add the member", "补上该成员"),
    "cardinality": Text("give as many values as the class table states", "按类表给出相应数量的值"),
    "closed": Text("remove the member, or correct the spelling of its name", "删除该成员，或更正其拼写"),
    "type": Text("write the value in the expected form", "按预期形式书写该值"),
    "spelling": Text("write the value in the expected form", "按预期形式书写该值"),
    "pattern": Text("write the value in the expected form", "按预期形式书写该值"),
    "text": Text("correct the text", "更正文本"),
    "enum": Text("choose a code of the list", "选用代码表中的代码"),
    "min": Text("check sign and magnitude", "核对正负号与大小"),
    "max": Text("check sign and magnitude", "核对正负号与大小"),
    "unit": Text("convert the value and give an admitted unit", "换算数值并使用允许的单位"),
    "scheme": Text("give an identifier of an admitted scheme", "给出允许方案的标识符"),
    "unique": Text("remove the repeated item", "删除重复条目"),
    "languageTwice": Text("keep one of the two", "两者只保留其一"),
    "capitals": Text("write the tag in lower case", "将语言标签改为小写"),
    "sharedNode": Text("give each object a blank node of its own", "为每个对象使用各自的空白节点"),
    "cycle": Text("give each object a blank node of its own", "为每个对象使用各自的空白节点"),
    "collection": Text("repeat the property for each value", "对每个值重复该属性"),
    "namedGraph": Text("put the statements into the default graph", "将语句放入默认图"),
    "context": Text(
        'write "@context": "https://w3id.org/gclink/context/v1"',
        '写作 "@context": "https://w3id.org/gclink/context/v1"',
    ),
    "hint": Text("remove the attribute", "删除该属性"),
    "language": Text("key each text by a language tag in lower case", "以小写语言标签为键"),
    "order": Text("put the elements in the order of the class table", "按类表顺序排列元素"),
    "duplicateKey": Text("keep one of the two", "两者只保留其一"),
    "null": Text("leave the member out", "省略该成员"),
    "emptyArray": Text("leave the member out", "省略该成员"),
    "number": Text('write a decimal as a string, for example "5.5"', '小数写作字符串，例如 "5.5"'),
    "loneSurrogate": Text("correct the text", "更正文本"),
    "illegalCharacter": Text("remove the character", "删除该字符"),
    "notNfc": Text("normalise the text to NFC", "将文本规范化为 NFC"),
}

_OTHER = Text("the form is not as the standard states", "形式不符合标准")
_OTHER_MEND = Text("correct the value", "更正该值")


def structural(fault: Fault) -> Text:
    """Say in a few words what is wrong."""
    return _WHAT.get(fault.kind, _OTHER)


def mend(kind: str) -> Text:
    """Say what to do about a structural fault."""
    return _MEND.get(kind, _OTHER_MEND)


def across() -> list[Text]:
    """Say how many of the rules across documents this version checks, as long as it is not all of them."""
    from gclink.bundle import procedures

    whole = sum(sentence.across for sentence in sentences().values())
    checked = len(procedures())
    if checked == whole:
        return []
    return [
        Text(
            f"{checked} of the {whole} rules across documents are checked in this version",
            f"本版本核对 {whole} 条跨文档规则中的 {checked} 条",
        )
    ]


def alone(references: int) -> Text:
    """Say what was not checked because a document came alone."""
    return Text(
        f"one document alone: its {references} references to other documents were not followed; "
        "give the whole bundle, or --scope bundle, to check them"
        if references != 1
        else "one document alone: its reference to another document was not followed; "
        "give the whole bundle, or --scope bundle, to check it",
        f"仅有一份文档：其 {references} 个引用未予核对；请提供整个文档集或使用 --scope bundle",
    )


def deprecated(source: str, use: Use) -> Text:
    """Tell that a document uses a name which is on its way out; it conforms all the same."""
    place = pointer_of(use.path)
    return Text(f"{source}{place}: {use.advice.en}", f"{source}{place}：{use.advice.zh}")
