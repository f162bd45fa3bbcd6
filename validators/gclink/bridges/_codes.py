"""The finding codes of all bridges: the level of each and the sentence a reader sees, in English and Chinese.

One list for all neighbours, so that a code means the same wherever it comes from.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from gclink._text import Text

__all__ = ["CODES", "Level", "level_of", "title_of"]


class Level(StrEnum):
    """How grave a finding is; ``info`` changes nothing about the verdict."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_INFO: Final = {
    "lexical_canonicalised": ("written in another spelling of the same value", "改写为同一数值的规范形式"),
    "period_end_convention": (
        "the period ends within a day; that day is taken as the last",
        "期间结束于某日之内，以该日为最后一日",
    ),
    "prepaid_present": ("a prepaid amount is stated, already deducted", "载有预付金额，且已扣除"),
    "date_zone_suffix": ("a date carries a time zone, which is dropped", "日期带有时区，已略去"),
    "due_date_from_payment_means": ("the due date stands with the means of payment", "到期日出自付款方式"),
    "negative_line": ("a line with zero or negative quantity is no goods line", "数量为零或负的行不是货物行"),
}

_WARNING: Final = {
    "proof_missing": ("the credential carries no proof", "凭证没有证明"),
    "digest_missing": ("a linked file has no digest", "所链接的文件没有摘要"),
    "shall_attribute_missing": ("an attribute the method requires is absent", "缺少方法所要求的属性"),
    "extension_not_mapped": ("an extension has no place here", "扩展内容没有对应之处"),
    "version_deprecated": ("this version of the format is deprecated", "该格式版本已弃用"),
    "attribute_unknown": ("the format has no such attribute", "该格式没有此属性"),
}

_ERROR: Final = {
    "amount_is_binary_number": ("the number has passed through binary floating point", "数值经过了二进制浮点表示"),
    "attribute_misplaced": (
        "the attribute stands where the format does not look for it",
        "属性位置有误，该格式不会读取",
    ),
    "attribute_type_doubtful": ("the type of the attribute is doubtful", "属性的类型存疑"),
    "boundary_missing": ("no system boundary is stated", "没有说明系统边界"),
    "code_unknown": ("the code has no counterpart", "代码没有对应值"),
    "components_missing": ("components are not stated", "没有列明排放组成"),
    "credit_note_reference_missing": ("the credit note names no invoice", "贷记单没有指明发票"),
    "currency_code_missing": ("no currency is stated", "没有说明币种"),
    "declared_mass_mismatch": ("mass and declared amount differ", "质量与声明数量不符"),
    "denominator_missing": ("the value has no denominator", "数值没有分母"),
    "due_date_missing": ("no due date is stated", "没有到期日"),
    "duplicate_identifier": ("the identifier has been met before", "标识符重复出现"),
    "error_declaration_present": ("the event is declared an error", "该事件已被声明为错误"),
    "event_identity_missing": ("the event has no identity", "事件没有标识"),
    "flag_value_conflict": ("a flag and a value contradict each other", "标志与数值相互矛盾"),
    "future_dated": ("the date lies after its receipt", "日期晚于收到的时间"),
    "geography_code_unknown": ("the geographical code is not assigned", "地理代码未分配"),
    "geography_multiple": ("more than one geographical level is stated", "列出了多个地理层级"),
    "granularity_unsupported": ("the granularity stated is not borne out", "所称的粒度没有依据"),
    "identifier_check_digit": ("the check digit is wrong", "校验位有误"),
    "identifier_malformed": ("the identifier does not have its form", "标识符的形式有误"),
    "identifier_scheme_mismatch": ("the identifier does not belong to its scheme", "标识符与其体系不符"),
    "identifier_scheme_missing": ("the identifier names no scheme", "标识符没有指明体系"),
    "lexical_not_decimal": ("not a decimal number", "不是十进制数"),
    "mass_fraction_sum": ("the mass fractions do not add up to 1", "质量分数之和不等于 1"),
    "not_a_product_footprint": ("this is not the footprint of a product", "这不是产品足迹"),
    "out_of_scope": ("nothing here has a counterpart", "该内容没有对应的文档"),
    "output_quantity_missing": ("an output has no quantity", "产出没有数量"),
    "period_reversed": ("the period ends before it starts", "期间的结束早于开始"),
    "quantity_missing": ("no quantity is stated", "没有数量"),
    "quantity_nil": ("the quantity is nil", "数量为空"),
    "quantity_without_unit": ("the quantity has no unit", "数量没有单位"),
    "range_exceeded": ("the value is outside its range", "数值超出范围"),
    "reference_period_not_ended": ("the reference period had not ended at issue", "签发时基准期尚未结束"),
    "risk_text_embedded_json": ("a text holds JSON", "文本中嵌有 JSON"),
    "rounding_inside_total": ("a total hides a rounding", "合计中隐含舍入"),
    "self_reference": ("the document names itself as the one it replaces", "文档把自己列为被取代者"),
    "serial_missing": ("no serial number is stated", "没有序列号"),
    "share_scale_ambiguous": ("percent or fraction: taken as percent", "百分数还是分数不明，按百分数读取"),
    "sign_wrong": ("the sign is wrong", "正负号有误"),
    "source_identity_violated": ("the source breaks its own sum", "源文件不满足其自身的等式"),
    "source_schema_invalid": ("the source does not have its own form", "源文件不符合其自身的结构"),
    "subject_mismatch": ("the subject is not the one cited", "主题与所引用的不符"),
    "tax_total_multiple_currency": ("there is a tax total in another currency", "另有其他币种的税额合计"),
    "total_definition_differs": ("the total is defined in another way", "该合计的定义不同"),
    "totals_missing": ("totals are not stated", "没有列出合计"),
    "unit_not_allowed_for_metric": ("the metric does not allow this unit", "该指标不允许此单位"),
    "unit_not_convertible": ("the unit cannot be converted", "单位无法换算"),
    "unit_status_without_current_flag": ("no single current status of the unit", "没有唯一的当前单位状态"),
    "unit_unknown": ("no such unit", "没有这个单位"),
    "uptake_content_mismatch": ("uptake and carbon content disagree", "生物吸收与含碳量不一致"),
    "vacuous_content": ("this says nothing", "该内容没有任何信息"),
    "validity_before_reference_period": ("validity starts before the reference period ends", "有效期早于基准期结束"),
    "validity_over_three_years": ("validity exceeds three years", "有效期超过三年"),
    "version_mismatch": ("version and content do not belong together", "版本与内容不符"),
    "version_unsupported": ("this version cannot be read", "不支持该版本"),
    "vocabulary_iri_undeclared": ("the vocabulary does not declare this IRI", "词表没有声明此 IRI"),
}

#: code -> (level, sentence).
CODES: Final[dict[str, tuple[Level, Text]]] = {
    code: (level, Text(*words))
    for level, group in ((Level.INFO, _INFO), (Level.WARNING, _WARNING), (Level.ERROR, _ERROR))
    for code, words in group.items()
}


def level_of(code: str) -> Level:
    """Return the level of a code; raises KeyError for a code that is in no list."""
    return CODES[code][0]


def title_of(code: str) -> Text:
    """Return the sentence that every finding of this code begins with."""
    return CODES[code][1]
