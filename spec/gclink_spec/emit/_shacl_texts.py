"""The messages of the core shapes, by kind of constraint, in both languages."""

from __future__ import annotations

from gclink_spec._model import Bound, Class, Field, Model, Text

_FORMS = {
    "decimal": Text("a decimal in canonical form, for example 0.41 or -2", "规范形式的小数，例如 0.41 或 -2"),
    "integer": Text("an integer in canonical form", "规范形式的整数"),
    "boolean": Text("true or false", "true 或 false"),
    "date": Text("an existing day YYYY-MM-DD", "真实存在的日期 YYYY-MM-DD"),
    "dateTime": Text("an instant in UTC, YYYY-MM-DDThh:mm:ssZ", "UTC 时刻 YYYY-MM-DDThh:mm:ssZ"),
    "iri": Text("an absolute IRI", "绝对 IRI"),
    "ref": Text("an absolute IRI", "绝对 IRI"),
    "text": Text("a text", "文本"),
    "code": Text("a code as plain text", "普通文本形式的代码"),
    "LocalizedText": Text("a text with a language tag", "带语言标签的文本"),
    "digest": Text("sha-256: and 64 hexadecimal digits in lower case", "sha-256: 加 64 位小写十六进制数"),
    "ucum": Text("a UCUM unit", "UCUM 单位"),
    "language": Text("a language tag in lower case", "小写语言标签"),
    "className": Text("the name of a class", "类名"),
}


def closed(cls: Class) -> Text:
    """Say that a class has no other members."""
    return Text(f"{cls.label.en} ({cls.name}) has no such member", f"{cls.label.zh}（{cls.name}）没有此成员")


def message(model: Model, field: Field, kind: str) -> Text:
    """Return what a shape says when its constraint is broken: the member, and what it must be."""
    what = _must(model, field, kind)
    return Text(f"{field.name} ({field.label.en}): {what.en}", f"{field.name}（{field.label.zh}）：{what.zh}")


def _must(model: Model, field: Field, kind: str) -> Text:
    match kind:
        case "required":
            return Text("must be present", "必须存在")
        case "cardinality":
            return Text(f"must occur at most {_times(field)}", f"至多出现 {field.maximum} 次")
        case "type":
            return _type(model, field)
        case "pattern":
            form = _form(field)
            return Text(f"must be {form.en}", f"必须是{form.zh}")
        case "text":
            return Text("must not be empty nor hold control characters", "不得为空，也不得含控制字符")
        case "enum":
            return _enum(model, field)
        case "min" | "max":
            assert field.bound is not None
            low, high = _interval(field.bound, kind)
            return Text(f"must be {low}", f"必须{high}")
        case "unit" | "scheme":
            assert field.restrict is not None
            allowed = ", ".join(field.restrict[1])
            return Text(f"{kind} must be one of: {allowed}", f"{kind} 必须是其中之一：{allowed}")
        case "language":
            return Text("must have each language once", "每种语言只能出现一次")
    raise ValueError(f"no message for a constraint of kind {kind!r}")


def _times(field: Field) -> str:
    return "once" if field.maximum == 1 else f"{field.maximum} times"


def _type(model: Model, field: Field) -> Text:
    if field.embedded:
        label = model.classes[field.type].label
        return Text(
            f"must be a blank node of the one class {field.type} ({label.en})",
            f"必须是仅属于 {field.type}（{label.zh}）类的空白节点",
        )
    if field.type == "code" and field.code_list and not model.code_lists[field.code_list].outside:
        return Text(
            f"must be the IRI of a code of the list {field.code_list}", f"必须是代码表 {field.code_list} 中代码的 IRI"
        )
    form = _FORMS[field.type]
    return Text(f"must be {form.en}, with the datatype of the standard", f"必须是{form.zh}，并使用标准规定的数据类型")


def _form(field: Field) -> Text:
    if field.type == "code":
        return Text(f"a code in the form of the list {field.code_list}", f"符合代码表 {field.code_list} 形式的代码")
    return _FORMS[field.format or field.type]


def _enum(model: Model, field: Field) -> Text:
    if field.values:
        allowed = ", ".join(field.values)
        return Text(f"must be one of: {allowed}", f"必须是其中之一：{allowed}")
    assert field.code_list is not None
    name, label = field.code_list, model.code_lists[field.code_list].label
    return Text(f"must be a code of the list {name} ({label.en})", f"必须是代码表 {name}（{label.zh}）中的代码")


def _interval(bound: Bound, kind: str) -> tuple[str, str]:
    if kind == "min":
        return (
            (f"greater than {bound.minimum}", f"大于 {bound.minimum}")
            if bound.exclusive_minimum
            else (f"at least {bound.minimum}", f"不小于 {bound.minimum}")
        )
    return (
        (f"less than {bound.maximum}", f"小于 {bound.maximum}")
        if bound.exclusive_maximum
        else (f"at most {bound.maximum}", f"不大于 {bound.maximum}")
    )
