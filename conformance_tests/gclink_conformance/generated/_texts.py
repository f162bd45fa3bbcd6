"""Titles and reasons of generated cases, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gclink._model import Class, Field

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "required": ("is missing", "缺失"),
    "cardinality": ("stands another number of times than allowed", "出现次数不符"),
    "type": ("is of another type", "类型不符"),
    "pattern": ("is not of its form", "形式不符"),
    "text": ("is an empty text", "为空文本"),
    "enum": ("is no code of its list", "不属于代码表"),
    "min": ("is below its bound", "低于下限"),
    "max": ("is above its bound", "高于上限"),
    "unit": ("is in another unit", "单位不符"),
    "scheme": ("is of another scheme", "方案不符"),
    "unique": ("holds an item twice", "含重复项"),
    "language": ("has no proper language tag", "语言标签不符"),
}
_RATIONALES: Final[Mapping[str, str]] = {
    "required": "The class table demands the member.",
    "cardinality": "The class table says how often the member stands.",
    "type": "The class table gives the type of the member.",
    "pattern": "The value is not of the lexical form that the standard gives.",
    "text": "A text is not empty.",
    "enum": "The class table names the code list.",
    "min": "The class table gives the bound.",
    "max": "The class table gives the bound.",
    "unit": "The class table names the unit.",
    "scheme": "The class table names the scheme.",
    "unique": "An array without position holds no two equal items.",
    "language": "A language tag is a lower-case BCP 47 tag.",
    "closed": "A class holds no member that it does not declare.",
}


def title(holder: Class, field: Field | None, kind: str) -> dict[str, str]:
    """Return the title of a case that breaks one constraint."""
    if field is None:
        return {
            "en": f"{holder.label.en}: a member nobody declared",
            "zh": f"{holder.label.zh}：未定义的成员",
        }
    en, zh = _KINDS[kind]
    return {
        "en": f"{holder.label.en}: {field.name} {en}",
        "zh": f"{holder.label.zh}：{field.label.zh}{zh}",
    }


def rationale(kind: str) -> str:
    """Return why the case violates."""
    return _RATIONALES[kind]
