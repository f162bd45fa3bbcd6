# Generated from spec/ by `gclink spec build`; do not edit.
"""Carbon passport and accounting method (碳排护照与核算方法): the classes of this part."""

from __future__ import annotations

from typing import Literal

from gclink.models._base import (
    Boolean,
    CanonicalDecimal,
    DecimalFrom0To1,
    DecimalNonNegative,
    DecimalPositive,
    IntegerFrom20,
    IntegerPositive,
    LocalizedText,
    Maybe,
    Reference,
    SetOf,
)
from gclink.models._record import Record, discriminator
from gclink.models.codes import Boundary, Component, Gas, GwpSet, MethodTier, PassportKind, Stage, UncertaintyMethod
from gclink.models.core import (
    Document,
    DocumentReference,
    Evidence,
    Geography,
    MethodReference,
    Period,
    Quantity,
    QuantityKgNonNegative,
)


class CarbonContent(Record):
    """Carbon content (含碳量).

    Mass of carbon in the product and its packaging, by origin.

    产品及包装所含碳的质量，按来源区分。
    """

    type: Literal["CarbonContent"] = discriminator()
    fossil: DecimalNonNegative
    """Carbon of fossil origin in the product, in kg C per declared unit.

    化石碳：产品所含的化石来源碳，单位为每声明单位 kg C。

    Unit: kgC/DU.
    """
    biogenic: DecimalNonNegative
    """Carbon of biological origin in the product, in kg C per declared unit.

    生物源碳：产品所含的生物来源碳，单位为每声明单位 kg C。

    Unit: kgC/DU.
    """
    recycled: Maybe[DecimalNonNegative] = None
    """Carbon in the product from recycled material, in kg C per declared unit.

    再生碳：产品所含的来自再生材料的碳，单位为每声明单位 kg C。

    Unit: kgC/DU.
    """
    packaging_biogenic: Maybe[DecimalNonNegative] = None
    """Carbon of biological origin in the packaging, in kg C per declared unit.

    包装生物源碳：包装所含的生物来源碳，单位为每声明单位 kg C。

    Unit: kgC/DU.
    """


class DataQuality(Record):
    """Data quality (数据质量).

    Ratings of representativeness from 1 (best) to 5 (worst).

    代表性评分，1 为最好，5 为最差。
    """

    type: Literal["DataQuality"] = discriminator()
    technological: CanonicalDecimal
    """How well the data fit the technology used, from 1 (best) to 5 (worst).

    技术代表性：数据与所用技术的符合程度，1 为最好，5 为最差。
    """
    geographical: CanonicalDecimal
    """How well the data fit the place, from 1 (best) to 5 (worst).

    地理代表性：数据与所在地点的符合程度，1 为最好，5 为最差。
    """
    temporal: CanonicalDecimal
    """How well the data fit the time, from 1 (best) to 5 (worst).

    时间代表性：数据与所属时间的符合程度，1 为最好，5 为最差。
    """


class GasEntry(Record):
    """Gas entry (气体条目).

    Mass of one gas with its global warming potential.

    一种气体的质量及其全球变暖潜势。
    """

    type: Literal["GasEntry"] = discriminator()
    gas: Gas
    """Gas; methane is always told apart by fossil and non-fossil origin.

    气体：气体种类；甲烷始终区分化石源与非化石源。
    """
    gas_mass: DecimalNonNegative
    """Mass emitted in kg per declared unit.

    质量：每声明单位排放的质量，单位 kg。

    Unit: kg/DU.
    """
    gwp: DecimalPositive
    """Global warming potential over 100 years from the table of the set in use, in kg CO2e per kg.

    全球变暖潜势：所用数据集表中的 100 年全球变暖潜势，单位为每 kg 气体的 kg CO2e。

    Unit: kgCO2e/kg.
    """
    value: DecimalNonNegative
    """Mass times global warming potential, in kg CO2e per declared unit.

    数值：质量与全球变暖潜势之积，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    method_tier: Maybe[MethodTier] = None
    """How specific the method is by which the mass was found.

    方法层级：求得该质量所用方法的具体程度。
    """


class GasInventory(Record):
    """Gas inventory (气体清单).

    Masses of the single gases that make up one emission component.

    构成某一排放组成的各种气体的质量。
    """

    type: Literal["GasInventory"] = discriminator()
    component: Component
    """Emission component that the gases explain.

    组成：这些气体所说明的排放组成。
    """
    total: DecimalNonNegative
    """Sum over the gases, equal to the component, in kg CO2e per declared unit.

    合计：各气体之和，等于该组成，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    gases: SetOf[GasEntry]
    """Entries of the single gases.

    气体条目：各种气体的条目。
    """


class GhgComponents(Record):
    """Greenhouse gas components (排放组成).

    Parts of a footprint: eight additive components that are always stated, 0 included, and five optional ones
    that are inside others or outside every total.

    足迹的各组成：八个可加组成始终列明（含 0），另有五个可选项，或已含于其他组成，或不计入任何总量。
    """

    type: Literal["GhgComponents"] = discriminator()
    fossil_ghg: CanonicalDecimal
    """Additive: emissions of fossil origin, with land-management fossil sources, aircraft and included packaging
    inside, in kg CO2e per declared unit.

    化石源排放：可加：化石来源的排放，已含土地管理化石源、航空及计入的包装，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    land_use_change: CanonicalDecimal
    """Additive: emissions of direct land use change spread over 20 years, in kg CO2e per declared unit.

    土地利用变化：可加：直接土地利用变化的排放，按 20 年分摊，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    land_management_biogenic_co2: CanonicalDecimal
    """Additive: CO2 from losses of soil and biomass carbon stocks under the present land use, in kg CO2e per
    declared unit.

    土地管理生物源 CO2：可加：现有土地利用下土壤与生物量碳储量损失产生的 CO2，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    biogenic_non_co2: CanonicalDecimal
    """Additive: CH4 and N2O of biological origin, such as from soils and the burning of wood, in kg CO2e per
    declared unit.

    生物源非 CO2：可加：土壤、木材燃烧等生物来源的 CH4 与 N2O，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    land_management_removals: CanonicalDecimal
    """Additive, 0 or negative: inset removals stored in soil, biomass or as biochar in soil, in kg CO2e per
    declared unit.

    土地管理清除：可加，为 0 或负：封存于土壤、生物量或以生物炭形式封存于土壤的内嵌清除，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    technological_removals: CanonicalDecimal
    """Additive, 0 or negative: inset removals stored geologically or in materials, in kg CO2e per declared unit.

    技术清除：可加，为 0 或负：封存于地质构造或材料中的内嵌清除，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    ccs_capture: CanonicalDecimal
    """Additive, 0 or negative: fossil CO2 captured and stored, in kg CO2e per declared unit.

    化石碳捕集：可加，为 0 或负：被捕集并封存的化石源 CO2，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    biogenic_uptake: CanonicalDecimal
    """Additive only in the total including uptake, 0 or negative: CO2 taken up by growth and held in the product
    for its life, in kg CO2e per declared unit.

    生物吸收：仅计入含吸收总量，为 0 或负：生长所吸收、在产品寿命内暂存的 CO2，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    land_management_fossil: Maybe[CanonicalDecimal] = None
    """Part of fossil emissions that comes from land management, such as field machinery and fertiliser, in kg CO2e
    per declared unit.

    其中：土地管理化石源：化石源排放中来自土地管理（如田间机械与肥料）的部分，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    aircraft: Maybe[CanonicalDecimal] = None
    """Part of fossil emissions that comes from air transport, in kg CO2e per declared unit.

    其中：航空：化石源排放中来自航空运输的部分，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    packaging: Maybe[CanonicalDecimal] = None
    """Part of the gross emissions that comes from packaging, in kg CO2e per declared unit.

    其中：包装：清除前总排放中来自包装的部分，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    outbound_logistics: Maybe[CanonicalDecimal] = None
    """Part of the gross emissions that comes from transport to the customer, in kg CO2e per declared unit.

    其中：外运物流：清除前总排放中来自运至客户的运输的部分，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    land_carbon_leakage: Maybe[CanonicalDecimal] = None
    """Emissions of indirect land use change outside every total, in kg CO2e per declared unit.

    土地碳泄漏：不计入任何总量的间接土地利用变化排放，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """


class InsetRemoval(Record):
    """Inset removal (内嵌清除).

    Removal of the own value chain that is counted in this passport.

    计入本护照的自有价值链内的清除。
    """

    type: Literal["InsetRemoval"] = discriminator()
    statement: DocumentReference
    """Citation of the verified statement that the removal comes from.

    清除声明：该清除所出自的已核查清除声明的引用。

    Refers to: RemovalStatement.
    """
    allocation: Reference
    """Allocation of mode inset whose target is the lot of this passport.

    清除分配：模式为 inset、目标为本护照批次的清除分配。

    Refers to: RemovalAllocation.
    """
    component: Component
    """Component that the removal enters: land management removals or technological removals.

    组成：该清除计入的组成：土地管理清除或技术清除。
    """
    per_declared_unit: DecimalPositive
    """Removal in kg CO2e per declared unit, positive here and entered in the component with a minus sign.

    单位数值：每声明单位的清除量，单位 kg CO2e，此处为正，计入组成时取负号。

    Unit: kgCO2e/DU.
    """


class LandUseAssessment(Record):
    """Land use assessment (土地利用评估).

    Look-back on the land behind the land use change figure.

    支撑土地利用变化数值的土地回溯评估。
    """

    type: Literal["LandUseAssessment"] = discriminator()
    lookback_years: IntegerFrom20
    """Number of years before the harvest that were examined, at least 20.

    回溯年数：采收之前所考察的年数，不少于 20 年。

    Unit: a.
    """
    converted: Boolean
    """True when land was converted to the present use within the look-back.

    曾有转换：回溯期内土地曾转换为现有用途时为真。
    """
    evidence_files: SetOf[Evidence]
    """Maps, images or deeds that support the finding.

    证据：支持该结论的地图、影像或权属文件。
    """


class StageFootprint(Record):
    """Stage footprint (阶段排放).

    Components of one life-cycle stage.

    一个生命周期阶段的排放组成。
    """

    type: Literal["StageFootprint"] = discriminator()
    stage: Stage
    """Life-cycle stage the figures belong to.

    阶段：数值所属的生命周期阶段。
    """
    components: GhgComponents
    """Components arising in this stage, in kg CO2e per declared unit.

    排放组成：该阶段产生的各组成，单位为每声明单位 kg CO2e。
    """


class Uncertainty(Record):
    """Uncertainty (不确定性).

    Interval around the gross emissions; its relative half-width is (high - low) / (2 × grossEmissions).

    清除前总排放的区间，其相对半宽为 (high - low) / (2 × grossEmissions)。
    """

    type: Literal["Uncertainty"] = discriminator()
    low: DecimalNonNegative
    """Lower limit of the interval, in kg CO2e per declared unit.

    下限：区间下限，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    high: DecimalNonNegative
    """Upper limit of the interval, in kg CO2e per declared unit.

    上限：区间上限，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    confidence: DecimalFrom0To1
    """Probability that the value lies in the interval; always 0.95.

    置信度：数值落在区间内的概率，固定为 0.95。
    """
    uncertainty_method: UncertaintyMethod
    """Method by which the interval was found.

    方法：求得区间所用的方法。
    """


class CarbonPassport(Document):
    """Carbon passport (碳排护照).

    Footprint of one declared unit of a lot or product over one reference period, split so that every total can
    be recomputed.

    某批次或产品一个声明单位在一个基准期内的足迹，其组成细分至任一总量均可重算。
    """

    type: Literal["CarbonPassport"] = discriminator()
    passport_kind: PassportKind
    """Whether the figures look back on measured activity or ahead on planned activity.

    护照类别：数值回顾已发生的活动还是预测计划中的活动。
    """
    subject_lot: Maybe[Reference] = None
    """Lot the passport speaks about, given instead of subjectProduct.

    批次主题：护照所述的批次，与 subjectProduct 择一给出。

    Refers to: Lot.
    """
    subject_product: Maybe[Reference] = None
    """Product type the passport speaks about, given instead of subjectLot.

    产品主题：护照所述的产品类型，与 subjectLot 择一给出。

    Refers to: ProductType.
    """
    declared_unit: Quantity
    """Amount of product to which every figure of the passport refers.

    声明单位：护照全部数值所对应的产品数量。
    """
    mass_per_declared_unit: QuantityKgNonNegative
    """Mass of product in kg in one declared unit, without packaging; 0 for energy, transport and time.

    单位产品质量：一个声明单位所含产品的质量，单位 kg，不含包装；能量、运输和时间类为 0。
    """
    covered_quantity: Maybe[Quantity] = None
    """Amount of the lot for which this passport speaks, in the unit of the declared unit.

    覆盖数量：本护照所覆盖的批次数量，单位与声明单位相同。

    Unit: unit of declaredUnit.
    """
    boundary: Boundary
    """Span of the life cycle that the figures cover.

    系统边界：数值所涵盖的生命周期范围。
    """
    boundary_text: Maybe[LocalizedText] = None
    """Processes inside and outside the boundary, in words.

    边界说明：边界内外过程的文字说明。
    """
    period: Period
    """Days over which the activity data were collected, both ends included.

    基准期：活动数据所属的日期范围，含首尾两日。
    """
    validity: Period
    """Days on which the passport may be used, both ends included.

    有效期：护照可供使用的日期范围，含首尾两日。
    """
    geography: Geography
    """Area for which the data are representative.

    地理范围：数据所代表的地理区域。
    """
    gwp_set: GwpSet
    """Assessment report whose 100-year global warming potentials are used throughout the passport.

    GWP 数据集：整本护照统一采用的 100 年全球变暖潜势所出自的评估报告。
    """
    components: GhgComponents
    """Additive and of-which components over the whole boundary, in kg CO2e per declared unit.

    排放组成：整个边界内的可加组成与“其中”项，单位为每声明单位 kg CO2e。
    """
    gross_emissions: DecimalNonNegative
    """Sum of the four positive additive components, before any removal or uptake, in kg CO2e per declared unit.

    清除前总排放：四个正的可加组成之和，未计任何清除或吸收，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    total_excl_uptake: CanonicalDecimal
    """Sum of all additive components except biogenic uptake, in kg CO2e per declared unit.

    不含生物吸收总量：除生物吸收外全部可加组成之和，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    total_incl_uptake: CanonicalDecimal
    """Total excluding uptake plus biogenic uptake, in kg CO2e per declared unit.

    含生物吸收总量：不含生物吸收总量加生物吸收，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    stages: SetOf[StageFootprint]
    """Breakdown of the components by life-cycle stage.

    阶段：各组成按生命周期阶段的细分。
    """
    gas_inventories: Maybe[SetOf[GasInventory]] = None
    """Masses of the single gases behind emission components.

    气体清单：排放组成背后各种气体的质量。
    """
    carbon_content: CarbonContent
    """Mass of carbon in the product and its packaging, in kg C per declared unit.

    含碳量：产品及包装所含碳的质量，单位为每声明单位 kg C。
    """
    packaging_included: Boolean
    """True when the emissions of the packaging are inside the totals.

    含包装：包装排放计入总量时为真。
    """
    outbound_logistics_included: Boolean
    """True when the transport to the customer is inside the totals.

    含外运：运至客户的运输计入总量时为真。
    """
    ccs_included: Boolean
    """True when captured carbon or technological removals are inside the totals.

    含碳捕集：碳捕集或技术清除计入总量时为真。
    """
    land_use: Maybe[LandUseAssessment] = None
    """Assessment of past conversion of the land, required for products of biological origin.

    土地利用评估：对土地以往转换情况的评估，生物质产品必须给出。
    """
    harvest_count: Maybe[IntegerPositive] = None
    """Number of harvests over which a perennial crop was averaged.

    采收季数：多年生作物所平均的采收季数。
    """
    averaging_text: Maybe[LocalizedText] = None
    """How the yield was averaged where fewer than three harvests were available.

    平均方法：采收不足三季时所用平均方法的说明。
    """
    exempted_percent: CanonicalDecimal
    """Share of emissions cut off, in percent of the total estimated.

    豁免比例：因取舍准则而未计的排放占估算总量的百分数。

    Unit: percent.
    """
    exempted_largest: CanonicalDecimal
    """Share of the largest single process cut off, in percent of the total estimated.

    最大单项豁免：未计的最大单一过程占估算总量的百分数。

    Unit: percent.
    """
    exempted_text: Maybe[LocalizedText] = None
    """Which processes were cut off and why.

    豁免说明：未计入的过程及其理由。
    """
    primary_data_share: CanonicalDecimal
    """Share of the gross emissions that rests on primary data, in percent.

    初级数据占比：清除前总排放中由初级数据得出的百分数。

    Unit: percent.
    """
    data_quality: Maybe[DataQuality] = None
    """Ratings of the representativeness of the data.

    数据质量：数据代表性的评分。
    """
    uncertainty: Maybe[Uncertainty] = None
    """Interval within which the gross emissions lie.

    不确定性：清除前总排放所处的区间。
    """
    methodologies: SetOf[MethodReference]
    """Cross-sector standards that the footprint follows.

    方法标准：足迹所遵循的跨行业标准。
    """
    product_rules: Maybe[SetOf[MethodReference]] = None
    """Product or sector rules that the footprint follows.

    产品类别规则：足迹所遵循的产品或行业规则。
    """
    secondary_sources: Maybe[SetOf[MethodReference]] = None
    """Databases from which secondary factors were taken.

    次级数据源：次级因子所出自的数据库。
    """
    process_runs: Maybe[SetOf[Reference]] = None
    """Process runs on which the figures rest.

    工艺运行：数值所依据的工艺运行。

    Refers to: ProcessRun.
    """
    inset_removals: Maybe[SetOf[InsetRemoval]] = None
    """Removals of the own value chain that are counted in this passport.

    内嵌清除：计入本护照的自有价值链内的清除。
    """
