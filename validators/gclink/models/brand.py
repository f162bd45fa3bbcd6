# Generated from spec/ by `gclink spec build`; do not edit.
"""Brand claims and labels (品牌声明与标章): the classes of this part."""

from __future__ import annotations

from typing import Literal

from gclink.models._base import (
    Boolean,
    CanonicalDecimal,
    Date,
    DecimalFrom0To1,
    DecimalFrom0To100,
    DecimalFrom1To5,
    DecimalNonNegative,
    DecimalPositive,
    Integer,
    IntegerFrom1To12,
    IntegerPositive,
    Iri,
    LocalizedText,
    Maybe,
    Reference,
    SequenceOf,
    SetOf,
    Text,
    Ucum,
)
from gclink.models._record import Record, discriminator
from gclink.models.codes import Boundary, ClaimTier, GwpSet, LabelDesign, Market
from gclink.models.core import Document, DocumentReference, Geography, MethodReference, Period, QuantityU2013


class Benchmark(Document):
    """Benchmark (基准值).

    Reference value of a product group.
    """

    type: Literal["Benchmark"] = discriminator()
    product_rule: MethodReference
    """product rule.

    产品类别规则
    """
    value: DecimalPositive
    """value.

    数值

    Unit: kgCO2e/DU.
    """
    declared_unit: QuantityU2013
    """declared unit.

    声明单位
    """
    boundary: Boundary
    """boundary.

    系统边界
    """
    geography: Geography
    """geography.

    地理范围
    """
    gwp_set: GwpSet
    """gwp set.

    GWP 数据集
    """
    reference_year: Integer
    """reference year.

    参考年份

    Unit: year.
    """
    source_text: LocalizedText
    """source text.

    来源
    """
    illustrative: Boolean
    """true: may not back a real claim

    示意值
    """


class ProductRequirement(Record):
    """Product Requirement (产品要求).

    Tier each product must reach.
    """

    type: Literal["ProductRequirement"] = discriminator()
    product: Reference
    """product.

    产品类型

    Refers to: ProductType.
    """
    required_tier: ClaimTier
    """required tier.

    要求等级
    """
    from_date: Date
    """from date.

    起始日
    """


class BrandProfile(Document):
    """Brand Profile (品牌档案).

    Net-zero brand profile of one owner.
    """

    type: Literal["BrandProfile"] = discriminator()
    owner: Reference
    """owner.

    品牌主

    Refers to: Party.
    """
    name: LocalizedText
    """Brand name, e.g. 双碳荔枝

    品牌名
    """
    products: SetOf[ProductRequirement]
    """products.

    产品要求
    """
    base_inventory: DocumentReference
    """base inventory.

    基年清单

    Refers to: EntityInventory.
    """
    current_inventory: DocumentReference
    """current inventory.

    当前清单

    Refers to: EntityInventory.
    """
    verified_reduction: DecimalFrom0To1
    """energyIndustry part

    已核查减排比例
    """
    verified_flag_reduction: Maybe[DecimalFrom0To1] = None
    """verified flag reduction.

    土地部门减排比例
    """
    residual: DecimalNonNegative
    """residual.

    残余排放

    Unit: tCO2e.
    """
    residual_fossil: DecimalNonNegative
    """residual fossil.

    化石残余

    Unit: tCO2e.
    """
    neutralisations: Maybe[SetOf[DocumentReference]] = None
    """Allocations, mode retired or inset

    中和分配

    Refers to: RemovalAllocation.
    """
    neutralised_durable: DecimalNonNegative
    """d100 and above

    持久中和量

    Unit: tCO2e.
    """
    neutralised_total: DecimalNonNegative
    """neutralised total.

    中和总量

    Unit: tCO2e.
    """
    plan: DocumentReference
    """plan.

    减排计划

    Refers to: ReductionPlan.
    """


class ClaimFigures(Record):
    """Claim Figures (声明数据).

    Numbers behind a product claim, all for the same declared unit and lot.
    """

    type: Literal["ClaimFigures"] = discriminator()
    boundary: Boundary
    """boundary.

    系统边界
    """
    declared_unit_text: Ucum
    """kg and so on

    单位文本
    """
    covered_units: DecimalPositive
    """Units of the lot

    覆盖数量

    Unit: declared units.
    """
    gross_per_unit: DecimalNonNegative
    """grossEmissions of the passport

    单位总排放 E

    Unit: kgCO2e/DU.
    """
    relative_half_width: DecimalNonNegative
    """95 %

    相对半宽 U
    """
    base_year_per_unit: Maybe[DecimalNonNegative] = None
    """base year per unit.

    基年单位排放

    Unit: kgCO2e/DU.
    """
    base_year: Maybe[Integer] = None
    """base year.

    基年

    Unit: year.
    """
    benchmark_value: Maybe[DecimalPositive] = None
    """benchmark value.

    基准值

    Unit: kgCO2e/DU.
    """
    removals_inset: DecimalNonNegative
    """Positive, all classes, net of buffer

    内嵌清除 Rq

    Unit: tCO2e.
    """
    removals_durable: DecimalNonNegative
    """Of removalsInset, net of buffer

    其中 d100 及以上

    Unit: tCO2e.
    """
    removal_half_width: DecimalNonNegative
    """removal half width.

    清除相对半宽 uR
    """
    external_units: DecimalNonNegative
    """Retired units

    外部单位 K

    Unit: tCO2e.
    """
    net_per_unit: CanonicalDecimal
    """grossPerUnit - removalsInset*1000/coveredUnits

    单位净值

    Unit: kgCO2e/DU.
    """
    primary_data_share: DecimalFrom0To100
    """primary data share.

    初级数据占比

    Unit: percent.
    """
    data_quality_worst: Maybe[DecimalFrom1To5] = None
    """data quality worst.

    最差数据质量
    """


class Claim(Document):
    """Claim (声明).

    A statement about the climate performance of a product lot or brand, at one tier of the ladder.
    """

    type: Literal["Claim"] = discriminator()
    tier: ClaimTier
    """Ladder step or contribution

    等级
    """
    subject_lot: Maybe[Reference] = None
    """Product claims

    批次主题

    Refers to: Lot.
    """
    subject_product: Maybe[Reference] = None
    """subject product.

    产品主题

    Refers to: ProductType.
    """
    subject_brand: Maybe[Reference] = None
    """t4 only

    品牌主题

    Refers to: BrandProfile.
    """
    claimant: Reference
    """Equals issuer

    声明方

    Refers to: Party.
    """
    markets: SetOf[Market]
    """Where it is shown

    市场
    """
    wording: LocalizedText
    """Exact text shown

    措辞
    """
    aspect_text: Maybe[LocalizedText] = None
    """What part of the product the claim is about

    方面说明
    """
    consumer_facing: Boolean
    """consumer facing.

    面向消费者
    """
    future: Boolean
    """About a later state

    未来声明
    """
    comparative: Boolean
    """comparative.

    比较声明
    """
    passports: Maybe[SetOf[DocumentReference]] = None
    """passports.

    护照

    Refers to: CarbonPassport.
    """
    verifications: Maybe[SetOf[DocumentReference]] = None
    """verifications.

    核查声明

    Refers to: VerificationStatement.
    """
    allocations: Maybe[SetOf[DocumentReference]] = None
    """allocations.

    清除分配

    Refers to: RemovalAllocation.
    """
    units: Maybe[SetOf[DocumentReference]] = None
    """units.

    外部碳单位

    Refers to: CarbonUnit.
    """
    benchmark: Maybe[DocumentReference] = None
    """benchmark.

    基准值

    Refers to: Benchmark.
    """
    plan: Maybe[DocumentReference] = None
    """plan.

    减排计划

    Refers to: ReductionPlan.
    """
    figures: Maybe[ClaimFigures] = None
    """Copied numbers for recomputation

    数据
    """
    validity: Period
    """validity.

    有效期
    """


class EntityInventory(Document):
    """Entity Inventory (主体清单).

    Yearly entity emissions, all scopes.
    """

    type: Literal["EntityInventory"] = discriminator()
    reporting_entity: Reference
    """reporting entity.

    报告主体

    Refers to: Party.
    """
    year: Integer
    """year.

    年份
    """
    energy_industry: DecimalNonNegative
    """All scopes without FLAG

    能源工业排放

    Unit: tCO2e.
    """
    flag: DecimalNonNegative
    """FLAG part

    土地部门排放

    Unit: tCO2e.
    """
    fossil_part: DecimalNonNegative
    """Of energyIndustry + flag

    化石部分

    Unit: tCO2e.
    """
    total: DecimalNonNegative
    """total.

    总量

    Unit: tCO2e.
    """
    boundary_text: LocalizedText
    """boundary text.

    边界
    """


class Label(Document):
    """Label (标识).

    What is printed or shown on a product.
    """

    type: Literal["Label"] = discriminator()
    claim: DocumentReference
    """claim.

    声明

    Refers to: Claim.
    """
    design: LabelDesign
    """design.

    图样代码
    """
    displayed_value: CanonicalDecimal
    """displayed value.

    显示值

    Unit: displayedUnit.
    """
    displayed_unit: Text
    """displayed unit.

    显示单位
    """
    boundary_text: LocalizedText
    """boundary text.

    边界文字
    """
    data_year: Integer
    """data year.

    数据年份

    Unit: year.
    """
    verifier_text: Text
    """verifier text.

    核查机构文字
    """
    qr_uri: Iri
    """GS1 Digital Link or equal

    二维码链接
    """
    print_run: IntegerPositive
    """Labels printed

    印量
    """
    units_per_label: DecimalPositive
    """units per label.

    每枚覆盖量

    Unit: declared units.
    """
    validity: Period
    """validity.

    有效期
    """


class PlanTarget(Record):
    """Plan Target (计划目标).

    One dated target.
    """

    type: Literal["PlanTarget"] = discriminator()
    position: IntegerPositive
    """position.

    次序
    """
    target_year: Integer
    """target year.

    目标年份

    Unit: year.
    """
    reduction_share: DecimalFrom0To1
    """Against base year

    减排比例
    """
    scope_text: LocalizedText
    """scope text.

    范围
    """


class ReductionPlan(Document):
    """Reduction Plan (减排计划).

    Dated targets with resources.
    """

    type: Literal["ReductionPlan"] = discriminator()
    reporting_entity: Reference
    """reporting entity.

    报告主体

    Refers to: Party.
    """
    base_year: Integer
    """base year.

    基年

    Unit: year.
    """
    targets: SequenceOf[PlanTarget]
    """targets.

    目标
    """
    public_uri: Iri
    """public uri.

    公开链接
    """
    review_months: IntegerFrom1To12
    """review months.

    复核周期

    Unit: months.
    """
    resources_text: LocalizedText
    """resources text.

    资源说明
    """
    period: Period
    """period.

    计划期
    """
