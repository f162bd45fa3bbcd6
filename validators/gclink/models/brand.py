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
from gclink.models.core import Document, DocumentReference, Geography, MethodReference, Period, Quantity


class Benchmark(Document):
    """Benchmark (基准值).

    Reference footprint of a product group with which a product is compared.

    用于与产品比较的产品组参考足迹。
    """

    type: Literal["Benchmark"] = discriminator()
    product_rule: MethodReference
    """Rule by which the reference value was made.

    产品类别规则：编制该参考值所依据的规则。
    """
    value: DecimalPositive
    """Reference footprint in kg CO2e per declared unit.

    数值：参考足迹，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    declared_unit: Quantity
    """Amount of product to which the value refers.

    声明单位：该数值所对应的产品数量。
    """
    boundary: Boundary
    """Span of the life cycle that the value covers.

    系统边界：该数值所涵盖的生命周期范围。
    """
    geography: Geography
    """Area for which the value is representative.

    地理范围：该数值所代表的地理区域。
    """
    gwp_set: GwpSet
    """Set of global warming potentials used for the value.

    GWP 数据集：该数值所用的全球变暖潜势数据集。
    """
    reference_year: Integer
    """Year for which the value is representative.

    参考年份：该数值所代表的年份。

    Unit: year.
    """
    source_text: LocalizedText
    """Where the value was taken from.

    来源：该数值的出处。
    """
    illustrative: Boolean
    """True when the value only illustrates and must not back a real claim.

    示意值：仅作示意、不得支撑真实声明时为真。
    """


class ProductRequirement(Record):
    """Product requirement (产品要求).

    Tier that one product of a brand has to reach.

    品牌下某一产品应达到的等级。
    """

    type: Literal["ProductRequirement"] = discriminator()
    product: Reference
    """Product type of the brand.

    产品类型：品牌下的产品类型。

    Refers to: ProductType.
    """
    required_tier: ClaimTier
    """Lowest tier that claims about the product have to reach.

    要求等级：该产品声明应达到的最低等级。
    """
    from_date: Date
    """First day on which the requirement applies.

    起始日：该要求开始适用之日。
    """


class BrandProfile(Document):
    """Brand profile (品牌档案).

    Standing of one owner on the way to a net-zero-aligned brand: reductions, residual emissions and their
    neutralisation.

    某一品牌主迈向净零品牌的状况：减排、残余排放及其中和。
    """

    type: Literal["BrandProfile"] = discriminator()
    owner: Reference
    """Entity that owns the brand.

    品牌主：拥有该品牌的主体。

    Refers to: Party.
    """
    name: LocalizedText
    """Name of the brand as shown to consumers.

    品牌名：向消费者展示的品牌名称。
    """
    products: SetOf[ProductRequirement]
    """Tiers that the products of the brand have to reach.

    产品要求：品牌下各产品应达到的等级。
    """
    base_inventory: DocumentReference
    """Citation of the entity inventory of the base year.

    基年清单：基年主体清单的引用。

    Refers to: EntityInventory.
    """
    current_inventory: DocumentReference
    """Citation of the latest entity inventory.

    当前清单：最近主体清单的引用。

    Refers to: EntityInventory.
    """
    verified_reduction: DecimalFrom0To1
    """Reduction of energy and industry emissions against the base year, as a fraction.

    已核查减排比例：能源与工业排放相对基年的减排比例，以小数表示。
    """
    verified_flag_reduction: Maybe[DecimalFrom0To1] = None
    """Reduction of forest, land and agriculture emissions against the base year, as a fraction.

    土地部门减排比例：森林、土地与农业排放相对基年的减排比例，以小数表示。
    """
    residual: DecimalNonNegative
    """Emissions left in the current year, in t CO2e.

    残余排放：当前年份剩余的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    residual_fossil: DecimalNonNegative
    """Fossil part of the residual emissions, in t CO2e.

    化石残余：残余排放中的化石部分，单位 t CO2e。

    Unit: tCO2e.
    """
    neutralisations: Maybe[SetOf[DocumentReference]] = None
    """Citations of allocations of mode retired or inset by which the residual is neutralised.

    中和分配：用于中和残余排放的注销或内嵌方式清除分配的引用。

    Refers to: RemovalAllocation.
    """
    neutralised_durable: DecimalNonNegative
    """Neutralising removals of class d100 and above, in t CO2e.

    持久中和量：d100 及以上等级的中和清除量，单位 t CO2e。

    Unit: tCO2e.
    """
    neutralised_total: DecimalNonNegative
    """All neutralising removals, in t CO2e.

    中和总量：全部中和清除量，单位 t CO2e。

    Unit: tCO2e.
    """
    plan: DocumentReference
    """Citation of the plan behind the profile.

    减排计划：该档案所依据的减排计划的引用。

    Refers to: ReductionPlan.
    """


class ClaimFigures(Record):
    """Claim figures (声明数据).

    Numbers behind a product claim, all for the same declared unit and lot.

    产品声明背后的数据，均针对同一声明单位与批次。
    """

    type: Literal["ClaimFigures"] = discriminator()
    boundary: Boundary
    """Span of the life cycle that the figures cover.

    系统边界：数据所涵盖的生命周期范围。
    """
    declared_unit_text: Ucum
    """UCUM code of the declared unit.

    单位文本：声明单位的 UCUM 代码。
    """
    covered_units: DecimalPositive
    """Number of declared units of the lot for which the claim is made.

    覆盖数量：声明所覆盖的该批次声明单位数量。

    Unit: declared units.
    """
    gross_per_unit: DecimalNonNegative
    """Gross emissions of the passport, in kg CO2e per declared unit.

    单位总排放 E：护照的清除前总排放，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    relative_half_width: DecimalNonNegative
    """Half-width of the 95 % interval divided by the gross emissions.

    相对半宽 U：95 % 区间半宽与清除前总排放之比。
    """
    base_year_per_unit: Maybe[DecimalNonNegative] = None
    """Gross emissions of the base year, in kg CO2e per declared unit.

    基年单位排放：基年的清除前总排放，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    base_year: Maybe[Integer] = None
    """Year against which a reduction is measured.

    基年：衡量减排所对照的年份。

    Unit: year.
    """
    benchmark_value: Maybe[DecimalPositive] = None
    """Reference value of the cited benchmark, in kg CO2e per declared unit.

    基准值：所引基准值的数值，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    removals_inset: DecimalNonNegative
    """Removals of the lot in its own chain, all classes, net of buffer, as a positive number in t CO2e.

    内嵌清除 Rq：该批次自有链内各等级清除量，扣除缓冲，以正数表示，单位 t CO2e。

    Unit: tCO2e.
    """
    removals_durable: DecimalNonNegative
    """Part of the inset removals of class d100 and above, net of buffer, in t CO2e.

    其中：持久清除（d100 及以上）：内嵌清除中 d100 及以上等级的部分，扣除缓冲，单位 t CO2e。

    Unit: tCO2e.
    """
    removal_half_width: DecimalNonNegative
    """Half-width of the interval of the removals divided by their value.

    清除相对半宽 uR：清除量区间半宽与其数值之比。
    """
    external_units: DecimalNonNegative
    """Retired units of outside projects, in t CO2e.

    外部单位 K：已注销的外部项目碳单位，单位 t CO2e。

    Unit: tCO2e.
    """
    net_per_unit: CanonicalDecimal
    """Gross emissions per unit less inset removals per unit, in kg CO2e per declared unit.

    单位净值：单位总排放减去单位内嵌清除，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    primary_data_share: DecimalFrom0To100
    """Share of the gross emissions that rests on primary data, in percent.

    初级数据占比：清除前总排放中由初级数据得出的百分数。

    Unit: percent.
    """
    data_quality_worst: Maybe[DecimalFrom1To5] = None
    """Worst of the three ratings of the passport, from 1 (best) to 5 (worst).

    最差数据质量：护照三项评分中最差者，1 为最好，5 为最差。
    """


class Claim(Document):
    """Claim (声明).

    Statement about the climate performance of a lot, product or brand at one tier of the claim ladder.

    关于批次、产品或品牌气候表现、处于声明阶梯某一等级的声明。
    """

    type: Literal["Claim"] = discriminator()
    tier: ClaimTier
    """Step of the claim ladder, or contribution.

    等级：声明阶梯的等级，或气候贡献。
    """
    subject_lot: Maybe[Reference] = None
    """Lot the claim is about, given instead of the other two subjects.

    批次主题：声明所述的批次，与另两种主题择一给出。

    Refers to: Lot.
    """
    subject_product: Maybe[Reference] = None
    """Product type the claim is about, given instead of the other two subjects.

    产品主题：声明所述的产品类型，与另两种主题择一给出。

    Refers to: ProductType.
    """
    subject_brand: Maybe[Reference] = None
    """Brand profile the claim is about; only for tier t4.

    品牌主题：声明所述的品牌档案，仅用于 T4。

    Refers to: BrandProfile.
    """
    claimant: Reference
    """Party that makes the claim; it is the issuer.

    声明方：作出声明的主体，即签发方。

    Refers to: Party.
    """
    markets: SetOf[Market]
    """Markets in which the claim is shown.

    市场：展示该声明的市场。
    """
    wording: LocalizedText
    """Exact text that is shown.

    措辞：所展示的确切文字。
    """
    aspect_text: Maybe[LocalizedText] = None
    """Part or property of the product to which the claim is limited.

    方面说明：声明所限定的产品部分或属性。
    """
    consumer_facing: Boolean
    """True when the claim is shown to consumers.

    面向消费者：向消费者展示时为真。
    """
    future: Boolean
    """True when the claim speaks about a later state.

    未来声明：声明涉及未来状态时为真。
    """
    comparative: Boolean
    """True when the claim compares with another product or an average.

    比较声明：与其他产品或平均值比较时为真。
    """
    passports: Maybe[SetOf[DocumentReference]] = None
    """Citations of the carbon passports behind the claim.

    护照：声明所依据碳排护照的引用。

    Refers to: CarbonPassport.
    """
    verifications: Maybe[SetOf[DocumentReference]] = None
    """Citations of the verifications of the evidence.

    核查声明：对依据文档的核查声明的引用。

    Refers to: VerificationStatement.
    """
    allocations: Maybe[SetOf[DocumentReference]] = None
    """Citations of the removals used for the claim.

    清除分配：声明所用清除分配的引用。

    Refers to: RemovalAllocation.
    """
    units: Maybe[SetOf[DocumentReference]] = None
    """Citations of the carbon units retired for the claim.

    外部碳单位：为该声明注销的碳单位的引用。

    Refers to: CarbonUnit.
    """
    benchmark: Maybe[DocumentReference] = None
    """Citation of the reference value compared with.

    基准值：所比较的基准值的引用。

    Refers to: Benchmark.
    """
    plan: Maybe[DocumentReference] = None
    """Citation of the plan that backs the claim.

    减排计划：支撑该声明的减排计划的引用。

    Refers to: ReductionPlan.
    """
    figures: Maybe[ClaimFigures] = None
    """Numbers copied so that the claim can be recomputed.

    数据：为便于重算声明而摘录的数据。
    """
    validity: Period
    """Days on which the claim may be shown, both ends included.

    有效期：声明可供展示的日期范围，含首尾两日。
    """


class EntityInventory(Document):
    """Entity inventory (主体清单).

    Greenhouse gas emissions of an entity in one year over all scopes.

    某一主体一年内全部范围的温室气体排放。
    """

    type: Literal["EntityInventory"] = discriminator()
    reporting_entity: Reference
    """Entity whose emissions are reported.

    报告主体：所报告排放的主体。

    Refers to: Party.
    """
    year: Integer
    """Calendar year reported.

    年份：报告的日历年。
    """
    energy_industry: DecimalNonNegative
    """Emissions of all scopes outside forest, land and agriculture, in t CO2e.

    能源工业排放：除森林、土地与农业以外全部范围的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    flag: DecimalNonNegative
    """Emissions from forest, land and agriculture (FLAG), in t CO2e.

    土地部门排放：森林、土地与农业（FLAG）排放，单位 t CO2e。

    Unit: tCO2e.
    """
    fossil_part: DecimalNonNegative
    """Part of both figures that is of fossil origin, in t CO2e.

    化石部分：上述两项中化石来源的部分，单位 t CO2e。

    Unit: tCO2e.
    """
    total: DecimalNonNegative
    """Sum of both figures, in t CO2e.

    总量：上述两项之和，单位 t CO2e。

    Unit: tCO2e.
    """
    boundary_text: LocalizedText
    """Organisational boundary in words.

    边界：组织边界的文字说明。
    """


class Label(Document):
    """Carbon label (碳排标章).

    What is printed or shown on a product.

    印制或展示在产品上的标识。
    """

    type: Literal["Label"] = discriminator()
    claim: DocumentReference
    """Citation of the claim behind the label.

    声明：标识所依据声明的引用。

    Refers to: Claim.
    """
    design: LabelDesign
    """Design of the label.

    图样代码：标识的图样。
    """
    displayed_value: CanonicalDecimal
    """Figure printed, in the displayed unit.

    显示值：所印数值，采用显示单位。

    Unit: displayedUnit.
    """
    displayed_unit: Text
    """Unit printed beside the figure.

    显示单位：与数值一同印明的单位。
    """
    boundary_text: LocalizedText
    """System boundary in the words printed.

    边界文字：所印的系统边界文字。
    """
    data_year: Integer
    """Year from which the data come.

    数据年份：数据所属的年份。

    Unit: year.
    """
    verifier_text: Text
    """Name of the verifier as printed.

    核查机构文字：所印的核查机构名称。
    """
    qr_uri: Iri
    """IRI behind the printed code, such as a GS1 Digital Link.

    二维码链接：所印二维码指向的 IRI，如 GS1 Digital Link。
    """
    print_run: IntegerPositive
    """Number of labels printed.

    印量：印制的标识枚数。
    """
    units_per_label: DecimalPositive
    """Number of declared units that one label covers.

    每枚覆盖量：每枚标识所覆盖的声明单位数量。

    Unit: declared units.
    """
    validity: Period
    """Days on which the label may be shown, both ends included.

    有效期：标识可供展示的日期范围，含首尾两日。
    """


class PlanTarget(Record):
    """Plan target (计划目标).

    One dated target of a reduction plan.

    减排计划的一项有期限的目标。
    """

    type: Literal["PlanTarget"] = discriminator()
    position: IntegerPositive
    """Place of the target in the order of years, from 1.

    次序：目标按年份排列的次序，自 1 起。
    """
    target_year: Integer
    """Year by which the target is to be reached.

    目标年份：应达到目标的年份。

    Unit: year.
    """
    reduction_share: DecimalFrom0To1
    """Reduction against the base year, as a fraction.

    减排比例：相对基年的减排比例，以小数表示。
    """
    scope_text: LocalizedText
    """Emissions that the target covers, in words.

    范围：目标所涵盖排放的文字说明。
    """


class ReductionPlan(Document):
    """Reduction plan (减排计划).

    Published plan with dated targets and the resources to reach them.

    载明有期限目标及所需资源的公开计划。
    """

    type: Literal["ReductionPlan"] = discriminator()
    reporting_entity: Reference
    """Entity that commits itself.

    报告主体：作出承诺的主体。

    Refers to: Party.
    """
    base_year: Integer
    """Year against which reductions are measured.

    基年：衡量减排所对照的年份。

    Unit: year.
    """
    targets: SequenceOf[PlanTarget]
    """Dated targets of the plan.

    目标：计划的各项有期限目标。
    """
    public_uri: Iri
    """IRI at which the plan is published.

    公开链接：公开发布该计划的 IRI。
    """
    review_months: IntegerFrom1To12
    """Longest time in months between two reviews.

    复核周期：两次复核之间的最长月数。

    Unit: months.
    """
    resources_text: LocalizedText
    """Money, people and measures set aside for the plan.

    资源说明：为计划安排的资金、人员与措施。
    """
    period: Period
    """Days over which the plan runs, both ends included.

    计划期：计划的起止日期，含首尾两日。
    """
