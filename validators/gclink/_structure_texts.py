"""The words of structural findings: what was expected and what was found, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from gclink._model import Class, Field, model
from gclink._text import Text

LANGUAGE = re.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*")

ABSENT = Text("nothing", "缺失")
AN_OBJECT = Text("an object", "一个对象")
CLASS_NAME = Text(
    "`type` with the name of a document class, for example CarbonPassport", "`type` 为文档类名，例如 CarbonPassport"
)
A_BOOLEAN = Text("true or false", "true 或 false")
AN_INTEGER = Text(
    "a whole number without fraction or exponent, at most 15 digits", "整数，不含小数点或指数，至多 15 位"
)
A_LANGUAGE_MAP = Text(
    'texts by language, for example {"en": "...", "zh": "..."}', '按语言给出的文本，例如 {"en": "...", "zh": "..."}'
)
ONE_LANGUAGE = Text("at least one language", "至少一种语言")
LANGUAGE_TAG = Text(
    "a language tag in lower case, for example en, zh or zh-hans", "小写语言标签，例如 en、zh 或 zh-hans"
)
SOME_TEXT = Text("a text that is not empty", "非空文本")
DISTINCT = Text("items that differ from each other", "互不相同的条目")

_FORMS = {
    "decimal": Text(
        'a decimal in canonical form, for example "0.41" or "-2", at most 15 digits before and 9 after the point',
        '规范形式的小数，例如 "0.41" 或 "-2"，小数点前至多 15 位、后至多 9 位',
    ),
    "date": Text("an existing day as YYYY-MM-DD, 1900 to 2999", "真实存在的日期 YYYY-MM-DD，1900 至 2999 年"),
    "dateTime": Text("an instant in UTC as YYYY-MM-DDThh:mm:ssZ", "UTC 时刻 YYYY-MM-DDThh:mm:ssZ"),
    "iri": Text("an absolute IRI without blanks", "不含空白的绝对 IRI"),
    "ref": Text("an absolute IRI without blanks", "不含空白的绝对 IRI"),
    "digest": Text("sha-256: and 64 hexadecimal digits in lower case", "sha-256: 加 64 位小写十六进制数"),
    "ucum": Text("a UCUM unit, for example kg or kW.h", "UCUM 单位，例如 kg 或 kW.h"),
    "language": Text("a language tag in lower case", "小写语言标签"),
    "className": Text("the name of a class", "类名"),
}


def found(value: Any) -> Text:
    """Show a value as it stands, shortened."""
    if value is None:
        return Text("null", "null")
    try:
        shown = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        shown = repr(value)
    if len(shown) > 120:
        shown = shown[:117] + "..."
    return Text(shown, shown)


def found_type(name: Any) -> Text:
    """Say which class an embedded object names."""
    if name is None:
        return Text("an object without `type`", "没有 `type` 的对象")
    return Text(f"an object of type {name}", f"类型为 {name} 的对象")


def items(count: int) -> Text:
    """Say how many items there are."""
    return Text(f"{count} item" + ("" if count == 1 else "s"), f"{count} 项")


def member(name: str) -> Text:
    """Name a member."""
    return Text(f"member `{name}`", f"成员 `{name}`")


def members_of(cls: Class) -> Text:
    """Say which members a class has."""
    names = ", ".join(cls.fields)
    return Text(f"only the members of {cls.name}: {names}", f"仅限 {cls.name} 的成员：{names}")


def required(field: Field) -> Text:
    """Say which member has to stand here."""
    return Text(f"`{field.name}` ({field.label.en})", f"`{field.name}`（{field.label.zh}）")


def one(field: Field) -> Text:
    """Say that a member is single."""
    return Text(f"one value of `{field.name}`, not an array", f"`{field.name}` 只有一个值，而非数组")


def an_array(field: Field) -> Text:
    """Say that a member is an array, also for one item."""
    return Text(f"an array, also for one item of `{field.name}`", f"数组（即使 `{field.name}` 只有一项）")


def cardinality(field: Field) -> Text:
    """Say how often a member occurs."""
    least = max(field.minimum, 1)
    if field.maximum is None:
        return Text(f"at least {least} item" + "s" * (least > 1), f"至少 {least} 项")
    return Text(f"{least} to {field.maximum} items", f"{least} 至 {field.maximum} 项")


def a_text(field: Field) -> Text:
    """Say that the value is written as a JSON string, and in which form."""
    form_text = _FORMS.get(field.format or field.type)
    if form_text is None:
        return Text("a text", "文本")
    return Text(f"a string: {form_text.en}", f"字符串：{form_text.zh}")


def form(field: Field) -> Text:
    """Say which lexical form a field has."""
    known = _FORMS.get(field.format or field.type)
    if known is not None:
        return known
    pattern = field.pattern.pattern if field.pattern else ""
    return Text(f"the form {pattern}", f"形式 {pattern}")


def one_of(values: Iterable[str]) -> Text:
    """List the values allowed, the first dozen of a long list."""
    allowed = list(values)
    shown = ", ".join(allowed[:12]) + (", ..." if len(allowed) > 12 else "")
    return Text(f"one of {shown}", f"以下之一：{shown}")


def code_of(field: Field) -> Text:
    """Name the code list and its values."""
    assert field.code_list is not None
    code_list = model().code_lists[field.code_list]
    values = one_of(code_list.codes)
    return Text(f"a code of the list {field.code_list}: {values.en}", f"代码表 {field.code_list} 中的代码：{values.zh}")


def bound(field: Field) -> Text:
    """Show the interval."""
    return Text(f"a number {field.bound}", f"数值 {field.bound}")


def an_object_of(cls: Class) -> Text:
    """Name the class an embedded object has."""
    return Text(f'an object with "type": "{cls.name}"', f'带有 "type": "{cls.name}" 的对象')
