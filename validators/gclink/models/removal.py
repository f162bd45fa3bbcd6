# Generated from spec/ by `gclink spec build`; do not edit.
"""Carbon removal (碳清除): the classes of this part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from gclink.models._base import (
    Boolean,
    CanonicalDecimal,
    Date,
    DecimalFrom0To1,
    DecimalNonNegative,
    DecimalPositive,
    Integer,
    IntegerPositive,
    Iri,
    LocalizedText,
    Maybe,
    Reference,
    SequenceOf,
    SetOf,
)
from gclink.models._record import Record, discriminator
from gclink.models.codes import (
    AllocationMode,
    BiogenicMethod,
    BufferEntryKind,
    CaDeclaration,
    CaStatus,
    DurabilityClass,
    Iso3166_1,
    PermanenceMethod,
    ReversalCause,
    StorageType,
    StorageUse,
    TableVersion,
    UnitStatus,
    UnitType,
    YesNoUnknown,
)
from gclink.models.core import (
    Document,
    DocumentReference,
    Evidence,
    MethodReference,
    Period,
    QuantityCelPositive,
    QuantityHarPositive,
    QuantityTNonNegative,
    QuantityTPerHarNonNegative,
    QuantityTPositive,
)


class BufferEntry(Record):
    """Buffer entry (缓冲分录).

    One movement of a buffer account.

    缓冲账户的一次变动。
    """

    type: Literal["BufferEntry"] = discriminator()
    position: IntegerPositive
    """Order of booking, from 1.

    次序：入账的次序，自 1 起。
    """
    entry_kind: BufferEntryKind
    """Whether tonnes go in, go out or cover a reversal.

    类别：吨数为存入、释放还是弥补逆转。
    """
    booked_on: Date
    """Day of booking.

    入账日期：入账之日。
    """
    tonnes: DecimalPositive
    """Quantity moved in t CO2e, always positive.

    吨数：变动数量，单位 t CO2e，始终为正。

    Unit: tCO2e.
    """
    signed_tonnes: CanonicalDecimal
    """Same quantity with a sign: positive for a deposit, negative otherwise, in t CO2e.

    带号吨数：同一数量的带号值，存入为正，其余为负，单位 t CO2e。

    Unit: tCO2e.
    """
    booked_for: Reference
    """Removal statement or reversal event that causes the movement.

    入账依据：引起该变动的清除声明或逆转事件。

    Refers to: RemovalStatement, ReversalEvent.
    """


class BufferAccount(Document):
    """Buffer account (缓冲账户).

    Reserve of removals set aside to cover reversals of one activity or pool.

    为弥补某一活动或资金池的逆转而预留的清除量储备。
    """

    type: Literal["BufferAccount"] = discriminator()
    holder: Reference
    """Party that holds the account.

    持有方：持有该账户的主体。

    Refers to: Party.
    """
    durability_class: DurabilityClass
    """Class of the removals in the account.

    耐久等级：账户内清除量的耐久等级。
    """
    entries: SequenceOf[BufferEntry]
    """All movements of the account.

    分录：账户的全部变动。
    """
    balance: CanonicalDecimal
    """Sum of the signed tonnes, in t CO2e.

    余额：带号吨数之和，单位 t CO2e。

    Unit: tCO2e.
    """
    as_of: Date
    """Day to which the balance refers.

    截至日期：余额所对应的日期。
    """


class FeedUse(Record):
    """Feed use (原料使用).

    Part of a lot that is fed to a batch or capture.

    投入某一批生物炭或捕集的批次部分。
    """

    type: Literal["FeedUse"] = discriminator()
    lot: Reference
    """Lot fed.

    批次：所投入的批次。

    Refers to: Lot.
    """
    dry_mass: QuantityTPositive
    """Dry mass fed in tonnes.

    干质量：投入的干质量，单位吨。
    """
    share: DecimalFrom0To1
    """Share of the whole feed, from 0 to 1; the shares add up to 1.

    份额：占全部原料的份额，取值 0 至 1，合计为 1。
    """


class CaptureRecord(Document):
    """Capture record (碳捕集记录).

    Metered quantity of CO2 captured from a biogenic stream.

    自生物源气流捕集的 CO2 的计量数量。
    """

    type: Literal["CaptureRecord"] = discriminator()
    activity: Reference
    """Activity to which the capture belongs.

    活动：该捕集所属的清除活动。

    Refers to: RemovalActivity.
    """
    run: Reference
    """Process run in which the CO2 was captured.

    运行：捕集 CO2 的工艺运行。

    Refers to: ProcessRun.
    """
    period: Period
    """Days of capture, both ends included.

    期间：捕集的日期范围，含首尾两日。
    """
    co2_captured: QuantityTPositive
    """Mass of CO2 in tonnes as metered.

    捕集 CO2：计量所得的 CO2 质量，单位吨。
    """
    biogenic_fraction: DecimalFrom0To1
    """Share of the CO2 that is of biological origin, from 0 to 1.

    生物源比例：CO2 中生物来源的比例，取值 0 至 1。
    """
    biogenic_method: BiogenicMethod
    """How the biogenic fraction was found.

    生物源测定方法：测定生物源比例的方法。
    """
    feeds: SetOf[FeedUse]
    """Lots from whose carbon the CO2 came.

    原料：CO2 之碳所出自的批次。
    """
    meter: Evidence
    """File with the readings of the meter.

    计量凭证：载有计量读数的文件。
    """


class CarbonUnit(Document):
    """Carbon unit (碳单位).

    Block of units issued by a registry, one for each t CO2e.

    登记机构签发的一段碳单位，每单位对应 1 t CO2e。
    """

    type: Literal["CarbonUnit"] = discriminator()
    registry: Reference
    """Registry that issued the units.

    登记机构：签发该单位的登记机构。

    Refers to: Party.
    """
    registry_kind: UnitType
    """Whether the units stand for reductions or removals, by nature or technology.

    单位类别：该单位代表减排还是清除、自然类还是技术类。
    """
    statement: Maybe[DocumentReference] = None
    """Citation of the statement on which the units were issued; absent for outside units.

    清除声明：据以签发的清除声明的引用；外部单位缺省。

    Refers to: RemovalStatement.
    """
    host_country: Iso3166_1
    """Country of the activity by its ISO 3166-1 two-letter code.

    东道国：活动所在国家或地区的 ISO 3166-1 二位字母代码。
    """
    ndc_covered: YesNoUnknown
    """Whether the activity falls under the nationally determined contribution of the host country.

    纳入国家自主贡献：活动是否纳入东道国的国家自主贡献。
    """
    serial_start: IntegerPositive
    """Serial number of the first unit of the block.

    起始序号：区间首个单位的序号。
    """
    serial_end: IntegerPositive
    """Serial number of the last unit of the block.

    结束序号：区间末个单位的序号。
    """
    unit_count: IntegerPositive
    """Number of units in the block, each 1 t CO2e.

    单位数量：区间内的单位数量，每单位 1 t CO2e。

    Unit: tCO2e.
    """
    vintage: Integer
    """Calendar year in which the effect took place.

    年份：减排或清除发生的日历年。

    Unit: year.
    """
    durability_class: DurabilityClass
    """Class of the storage behind the units.

    耐久等级：单位背后封存的耐久等级。
    """
    unit_status: UnitStatus
    """Status of the units in the registry.

    单位状态：单位在登记机构的状态。
    """
    corresponding_adjustment: CaDeclaration
    """What the host country has declared about a corresponding adjustment.

    相应调整声明：东道国就相应调整所作的声明。
    """
    ca_status: CaStatus
    """How far the corresponding adjustment has come.

    相应调整状态：相应调整的进展。
    """
    beneficiary: Maybe[Reference] = None
    """Party for whose benefit the units were retired.

    受益方：单位注销的受益主体。

    Refers to: Party.
    """
    retired_on: Maybe[Date] = None
    """Day of retirement.

    注销日期：注销之日。
    """
    purpose: Maybe[Iri] = None
    """Identifier of the claim for which the units were retired.

    用途：注销所用于的声明的标识。
    """
    status_reason: Maybe[LocalizedText] = None
    """Why the units have this status, in words.

    状态原因：处于该状态的原因说明。
    """


class LabAnalysis(Record):
    """Laboratory analysis (实验室分析).

    Analysis of a representative sample of one biochar batch.

    对某一批生物炭代表性样品的分析。
    """

    type: Literal["LabAnalysis"] = discriminator()
    laboratory: Reference
    """Laboratory that made the analysis.

    实验室：进行分析的实验室。

    Refers to: Party.
    """
    accredited: Boolean
    """True when the laboratory is accredited for the analysis.

    ISO/IEC 17025 认可：实验室就该分析获得认可时为真。
    """
    sampled_on: Date
    """Day on which the sample was taken.

    取样日期：取样之日。
    """
    total_carbon: DecimalFrom0To1
    """Mass of carbon divided by dry mass, from 0 to 1.

    总碳：碳质量与干质量之比，取值 0 至 1。
    """
    inorganic_carbon: DecimalFrom0To1
    """Mass of carbonate carbon divided by dry mass, from 0 to 1.

    无机碳：碳酸盐碳质量与干质量之比，取值 0 至 1。
    """
    hydrogen: DecimalFrom0To1
    """Mass of hydrogen divided by dry mass, from 0 to 1.

    氢：氢质量与干质量之比，取值 0 至 1。
    """
    organic_carbon: DecimalFrom0To1
    """Total carbon less inorganic carbon, as a fraction of dry mass.

    有机碳：总碳减去无机碳，以占干质量的比例表示。
    """
    h_to_corg: DecimalNonNegative
    """Molar ratio of hydrogen to organic carbon, taken as twelve times the mass ratio.

    H/Corg 摩尔比：氢与有机碳的摩尔比，按质量比的 12 倍计。
    """
    inertinite_share: Maybe[DecimalFrom0To1] = None
    """Share of carbon that random reflectance shows to be inert, from 0 to 1.

    惰质组份额：随机反射率法测得的惰质碳份额，取值 0 至 1。
    """
    report: Evidence
    """File of the laboratory report.

    报告：实验室报告文件。
    """


class Leakage(Record):
    """Leakage (泄漏).

    Emissions that an activity causes outside its boundary, as positive quantities in t CO2e.

    活动在其边界之外引起的排放，以正数表示，单位 t CO2e。
    """

    type: Literal["Leakage"] = discriminator()
    ecological_leakage: CanonicalDecimal
    """Emissions from ecosystems from which biomass or land was taken, in t CO2e.

    生态泄漏：因取用生物质或土地而在生态系统中引起的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    market_leakage: CanonicalDecimal
    """Emissions from others who replace the biomass or land used, in t CO2e.

    市场泄漏：他人为替代所用生物质或土地而产生的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    total: CanonicalDecimal
    """Sum of both kinds, in t CO2e.

    合计：两类泄漏之和，单位 t CO2e。

    Unit: tCO2e.
    """


class MethaneTest(Record):
    """Methane test (甲烷测试).

    Measurement of the methane that a kiln gives off.

    对炭化窑甲烷排放的测量。
    """

    type: Literal["MethaneTest"] = discriminator()
    runs: Integer
    """Number of runs measured.

    测试次数：测量的运行次数。
    """
    mean: DecimalNonNegative
    """Mean of the runs, in kg CH4 per t of char.

    均值：各次测量的均值，单位为每吨炭 kg CH4。

    Unit: kg CH4/t char.
    """
    standard_deviation: DecimalNonNegative
    """Standard deviation of the runs, in kg CH4 per t of char.

    标准差：各次测量的标准差，单位为每吨炭 kg CH4。

    Unit: kg CH4/t char.
    """
    value: DecimalNonNegative
    """Mean plus one standard deviation, in kg CH4 per t of char.

    采用值：均值加一倍标准差，单位为每吨炭 kg CH4。

    Unit: kg CH4/t char.
    """


class PermanenceBasis(Record):
    """Permanence basis (永久性依据).

    Inputs from which the permanence factor follows.

    推导永久性因子所用的输入。
    """

    type: Literal["PermanenceBasis"] = discriminator()
    permanence_method: PermanenceMethod
    """Method by which the factor was found.

    方法：求得因子所用的方法。
    """
    table_version: TableVersion
    """Version of the table that the method reads.

    数据表版本：该方法所查数据表的版本。
    """
    horizon_years: IntegerPositive
    """Number of years for which the carbon counts as stored under the method.

    时间尺度：按该方法碳计为封存的年数。

    Unit: a.
    """
    dry_mass_tonnes: Maybe[DecimalPositive] = None
    """Dry mass of biochar stored in tonnes; only for biochar.

    干质量：封存生物炭的干质量，单位吨，仅用于生物炭。

    Unit: t.
    """
    organic_carbon: Maybe[DecimalFrom0To1] = None
    """Organic carbon as a fraction of dry mass; only for biochar.

    有机碳：有机碳占干质量的比例，仅用于生物炭。
    """
    h_to_corg: Maybe[DecimalNonNegative] = None
    """Molar ratio of hydrogen to organic carbon; only for biochar.

    H/Corg 摩尔比：氢与有机碳的摩尔比，仅用于生物炭。
    """
    soil_temperature_celsius: Maybe[CanonicalDecimal] = None
    """Mean annual soil temperature in degrees Celsius.

    土壤温度：土壤年平均温度，单位摄氏度。

    Unit: Cel.
    """
    table_row: Maybe[Integer] = None
    """Key of the row used.

    表行：所用表行的键。
    """
    factor: DecimalFrom0To1
    """Share of the stored carbon that counts as still stored at the end of the horizon, from 0 to 1.

    永久性因子：时间尺度届满时仍计为封存的碳的比例，取值 0 至 1。
    """


class ProductionBatch(Document):
    """Production batch (生物炭批次).

    One homogeneous batch of biochar from one run.

    一次运行产出的一批均质生物炭。
    """

    type: Literal["ProductionBatch"] = discriminator()
    activity: Reference
    """Activity to which the batch belongs.

    活动：该批次所属的清除活动。

    Refers to: RemovalActivity.
    """
    lot: Reference
    """The biochar of the batch as a lot.

    批次：该批生物炭所对应的批次。

    Refers to: Lot.
    """
    run: Reference
    """Process run that made the char.

    热解运行：产出该炭的工艺运行。

    Refers to: ProcessRun.
    """
    feeds: SetOf[FeedUse]
    """Biomass lots fed.

    原料：所投入的生物质批次。
    """
    wet_mass: QuantityTPositive
    """Mass of the char as weighed in tonnes.

    湿质量：称量所得的炭质量，单位吨。
    """
    moisture: DecimalFrom0To1
    """Mass of water divided by wet mass, from 0 to 1.

    含水率：水分质量与湿质量之比，取值 0 至 1。
    """
    dry_mass: QuantityTPositive
    """Mass of the char without water in tonnes.

    干质量：不含水分的炭质量，单位吨。
    """
    temperature: QuantityCelPositive
    """Highest temperature in the batch in degrees Celsius.

    最高炭化温度：批内最高温度，单位摄氏度。
    """
    temperature_min: QuantityCelPositive
    """Lowest treatment temperature in the batch in degrees Celsius.

    最低炭化温度：批内最低炭化温度，单位摄氏度。
    """
    lab: LabAnalysis
    """Analysis of the char.

    实验室分析：对该炭的分析。
    """
    methane_test: Maybe[MethaneTest] = None
    """Measurement of the methane of the kiln; absent where the default is used.

    甲烷测试：炭化窑甲烷的测量；采用默认值时缺省。
    """
    methane_default_used: Boolean
    """True when the default methane value is used instead of a test.

    采用默认甲烷：以默认甲烷值代替测试时为真。
    """
    yield_text: Maybe[LocalizedText] = None
    """Measurement or averaging behind a yield outside 0.10 to 0.40 of the dry feed.

    得炭率说明：得炭率超出干原料 0.10 至 0.40 时的测量或平均依据。
    """


class ProjectEmissions(Record):
    """Project emissions (项目排放).

    Emissions that the activity itself causes, as positive quantities in t CO2e.

    活动本身引起的排放，以正数表示，单位 t CO2e。
    """

    type: Literal["ProjectEmissions"] = discriminator()
    biomass_supply: CanonicalDecimal
    """Emissions of collecting, chipping and moving the biomass, in t CO2e.

    原料供应：收集、破碎与运输生物质的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    production: CanonicalDecimal
    """Emissions of the energy used in production, in t CO2e.

    生产能耗：生产用能的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    process_gas: CanonicalDecimal
    """Methane and nitrous oxide of the process, in t CO2e.

    工艺气体：工艺产生的甲烷与氧化亚氮，单位 t CO2e。

    Unit: tCO2e.
    """
    use: CanonicalDecimal
    """Emissions of delivery and spreading or injection, in t CO2e.

    施用：运送与施撒或注入的排放，单位 t CO2e。

    Unit: tCO2e.
    """
    infrastructure: CanonicalDecimal
    """Emissions of plant and machinery, spread over their life, in t CO2e.

    基础设施：厂房与设备的排放，按使用寿命分摊，单位 t CO2e。

    Unit: tCO2e.
    """
    land_use_change: CanonicalDecimal
    """Emissions of land use change caused by the activity, in t CO2e.

    土地利用变化：活动引起的土地利用变化排放，单位 t CO2e。

    Unit: tCO2e.
    """
    total: CanonicalDecimal
    """Sum of the six items, in t CO2e.

    合计：六项之和，单位 t CO2e。

    Unit: tCO2e.
    """


class RemovalActivity(Document):
    """Removal activity (清除活动).

    Project that takes CO2 out of the air and stores it.

    从大气中移除并封存 CO2 的项目。
    """

    type: Literal["RemovalActivity"] = discriminator()
    name: LocalizedText
    """Name of the activity.

    名称：活动的名称。
    """
    operator: Reference
    """Party that runs the activity.

    运营方：运营该活动的主体。

    Refers to: Party.
    """
    storage_type: StorageType
    """Where the carbon is stored.

    储存类型：碳的储存场所类型。
    """
    methodology: MethodReference
    """Method by which the removal is quantified.

    方法学：量化清除所用的方法学。
    """
    permanence_method: PermanenceMethod
    """Method by which permanence is found.

    永久性方法：确定永久性所用的方法。
    """
    country: Iso3166_1
    """Country of the activity by its ISO 3166-1 two-letter code.

    东道国：活动所在国家或地区的 ISO 3166-1 二位字母代码。
    """
    ndc_covered: YesNoUnknown
    """Whether the activity falls under the nationally determined contribution of the country.

    纳入国家自主贡献：活动是否纳入该国的国家自主贡献。
    """
    sites: SetOf[Reference]
    """Sites of production and storage.

    场所：生产与封存的场所。

    Refers to: Site.
    """
    baseline_text: LocalizedText
    """What would happen to the biomass or land without the activity.

    基线说明：无该活动时生物质或土地的情形。
    """
    additionality_text: LocalizedText
    """Why the removal would not take place without the activity.

    额外性说明：无该活动则清除不会发生的理由。
    """
    period: Period
    """Days over which removals may be generated, both ends included.

    活动期：可产生清除的日期范围，含首尾两日。
    """
    monitoring_end: Maybe[Date] = None
    """Last day on which the store is monitored, needed for classes d35 and d5.

    监测截止：封存监测的最后一日，d35 与 d5 等级必须给出。
    """
    started_on: Date
    """Day on which the activity started.

    开始日期：活动开始之日。
    """
    hydrocarbon_recovery: Boolean
    """True when injected CO2 serves to bring up oil or gas; must be false.

    用于采油气：注入的 CO2 用于采出油气时为真，必须为假。
    """


class RemovalAllocation(Document):
    """Removal allocation (清除分配).

    Assignment of part of a statement or unit to one use at one place.

    将清除声明或碳单位的一部分分配给唯一的一项用途。
    """

    type: Literal["RemovalAllocation"] = discriminator()
    source: DocumentReference
    """Citation of the statement or unit that is divided.

    来源：被划分的清除声明或碳单位的引用。

    Refers to: RemovalStatement, CarbonUnit.
    """
    mode: AllocationMode
    """Kind of use.

    方式：用途的方式。
    """
    target: Maybe[Iri] = None
    """Identifier of the document that receives the tonnes: a lot for inset, a party for sold, a claim or brand
    profile for retired, a pledge for pledged, a scheme for policy_credited; absent for reserved.

    目标：取得吨数的文档标识：内嵌为批次，出售为主体，注销为声明或品牌档案，质押为清除量质押，政策核发为激励机制；预留时缺省。
    """
    tonnes: DecimalPositive
    """Quantity allocated in t CO2e.

    吨数：分配的数量，单位 t CO2e。

    Unit: tCO2e.
    """
    period: Period
    """Days of the allocation, both ends included; only pledged and reserved tonnes become free at its end.

    有效期：分配的日期范围，含首尾两日；仅质押与预留的吨数期满后释放。
    """
    owner: Reference
    """Party to whom the tonnes belong.

    所有方：吨数所属的主体。

    Refers to: Party.
    """


class StatementLine(Record):
    """Statement line (清除明细).

    One storage event with its permanence, as a line of a removal statement.

    清除声明中的一行：一次封存事件及其永久性。
    """

    type: Literal["StatementLine"] = discriminator()
    event: Reference
    """Storage event that the line counts.

    封存事件：该行所计的封存事件。

    Refers to: StorageEvent.
    """
    stored_co2: CanonicalDecimal
    """CO2 stored before the permanence factor, in t CO2.

    封存 CO2：计入永久性因子之前封存的 CO2，单位 t CO2。

    Unit: tCO2.
    """
    permanence: PermanenceBasis
    """Inputs and factor of the permanence.

    永久性依据：永久性的输入与因子。
    """
    durable_co2: CanonicalDecimal
    """Stored CO2 times the permanence factor, in t CO2.

    永久 CO2：封存 CO2 与永久性因子之积，单位 t CO2。

    Unit: tCO2.
    """


class RemovalStatement(Document):
    """Removal statement (清除声明).

    Net removal of one activity in one period; every quantity is positive, in t CO2e.

    某一活动在某一期间的净清除量；各数量均为正，单位 t CO2e。
    """

    type: Literal["RemovalStatement"] = discriminator()
    activity: Reference
    """Activity that made the removal.

    活动：产生该清除的活动。

    Refers to: RemovalActivity.
    """
    period: Period
    """Days over which carbon was stored, both ends included.

    期间：封存碳的日期范围，含首尾两日。
    """
    vintage: Integer
    """Calendar year in which the period ends.

    年份：期间结束所在的日历年。

    Unit: year.
    """
    ex_ante: Boolean
    """True when the quantities are forecast; must be false to be used.

    事前量：数量为事前预测时为真；使用时必须为假。
    """
    durability_class: DurabilityClass
    """Class of the storage.

    耐久等级：封存的耐久等级。
    """
    lines: SetOf[StatementLine]
    """Storage events with their permanence.

    明细：各封存事件及其永久性。
    """
    gross_stored: CanonicalDecimal
    """CO2 stored before the permanence factor, in t CO2.

    封存总量：计入永久性因子之前封存的 CO2，单位 t CO2。

    Unit: tCO2.
    """
    durable_stored: CanonicalDecimal
    """CO2 stored after the permanence factor, in t CO2.

    永久封存量：计入永久性因子之后封存的 CO2，单位 t CO2。

    Unit: tCO2.
    """
    baseline: CanonicalDecimal
    """Removal that would have happened without the activity, in t CO2e.

    基线清除：无该活动也会发生的清除，单位 t CO2e。

    Unit: tCO2e.
    """
    project_emissions: ProjectEmissions
    """Emissions of the activity itself.

    项目排放：活动本身的排放。
    """
    leakage: Leakage
    """Emissions caused outside the boundary.

    泄漏：在边界之外引起的排放。
    """
    net_before_discount: CanonicalDecimal
    """Durably stored less baseline, project emissions and leakage, in t CO2e.

    折扣前净量：永久封存量减去基线、项目排放与泄漏，单位 t CO2e。

    Unit: tCO2e.
    """
    relative_half_width: CanonicalDecimal
    """Half-width of the 90 % interval of the net quantity divided by its value.

    相对半宽：净量 90 % 区间半宽与其数值之比。
    """
    discount: CanonicalDecimal
    """Deduction for uncertainty, in t CO2e.

    不确定性折扣：因不确定性作出的扣减，单位 t CO2e。

    Unit: tCO2e.
    """
    net: CanonicalDecimal
    """Net quantity after the discount, in t CO2e.

    净清除量：扣除折扣后的净量，单位 t CO2e。

    Unit: tCO2e.
    """
    buffer_deposit: CanonicalDecimal
    """Part set aside against reversals, in t CO2e.

    缓冲存入：为应对逆转而预留的部分，单位 t CO2e。

    Unit: tCO2e.
    """
    issuable: CanonicalDecimal
    """Net removal less buffer deposit: what may be allocated or issued, in t CO2e.

    可用量：净清除量减缓冲存入，即可分配或签发的数量，单位 t CO2e。

    Unit: tCO2e.
    """


class ReversalEvent(Document):
    """Reversal event (逆转事件).

    Loss of carbon that had counted as stored.

    已计为封存的碳的流失。
    """

    type: Literal["ReversalEvent"] = discriminator()
    statement: DocumentReference
    """Citation of the statement whose carbon was lost.

    清除声明：碳流失所属清除声明的引用。

    Refers to: RemovalStatement.
    """
    occurred_on: Date
    """Day of the loss.

    发生日期：流失发生之日。
    """
    tonnes: DecimalPositive
    """Quantity lost in t CO2e.

    吨数：流失的数量，单位 t CO2e。

    Unit: tCO2e.
    """
    cause: ReversalCause
    """Whether the operator could have avoided the loss.

    原因：运营方是否本可避免该流失。
    """
    covered_tonnes: DecimalNonNegative
    """Quantity made good so far, in t CO2e.

    已弥补吨数：迄今已弥补的数量，单位 t CO2e。

    Unit: tCO2e.
    """
    covered_by: Maybe[SetOf[Reference]] = None
    """Buffer account, statements or units by which the loss is made good.

    弥补来源：用以弥补流失的缓冲账户、清除声明或碳单位。

    Refers to: BufferAccount, RemovalStatement, CarbonUnit.
    """
    due_by: Date
    """Last day for making the loss good.

    弥补期限：弥补流失的最后期限。
    """


class StockMeasurement(Document):
    """Stock measurement (碳储量测量).

    Carbon in the soil or biomass of a site on one date.

    某场所土壤或生物量在某一日期的碳储量。
    """

    type: Literal["StockMeasurement"] = discriminator()
    activity: Reference
    """Activity for which the stock was measured.

    活动：测量所属的清除活动。

    Refers to: RemovalActivity.
    """
    site: Reference
    """Site measured.

    场所：所测量的场所。

    Refers to: Site.
    """
    measured_on: Date
    """Day of the measurement.

    测量日期：测量之日。
    """
    stock: QuantityTNonNegative
    """Carbon on the whole site, in tonnes of C.

    碳储量：整个场所的碳量，单位吨碳。
    """
    biochar_carbon: QuantityTNonNegative
    """Carbon of applied biochar that is part of the stock, in tonnes of C; 0 if none.

    已施生物炭碳：储量中所含已施用生物炭的碳，单位吨碳，无则为 0。
    """


class StorageEvent(Document):
    """Storage event (封存事件).

    Act by which carbon is put into its store.

    将碳置入封存处的行为。
    """

    type: Literal["StorageEvent"] = discriminator()
    activity: Reference
    """Activity to which the storage belongs.

    活动：该封存所属的清除活动。

    Refers to: RemovalActivity.
    """
    batch: Maybe[Reference] = None
    """Biochar batch that is stored; one of batch, capture and stocks is given.

    生物炭批次：所封存的生物炭批次；batch、capture、stocks 三者择一。

    Refers to: ProductionBatch.
    """
    capture: Maybe[Reference] = None
    """Captured CO2 that is stored.

    捕集记录：所封存的捕集 CO2 的记录。

    Refers to: CaptureRecord.
    """
    stocks: Maybe[Annotated[SetOf[Reference], Field(max_length=2)]] = None
    """Earlier and later measurement between which the stock grew.

    储量测量：储量增长前后的两次测量。

    Refers to: StockMeasurement.
    """
    site: Reference
    """Site at which the carbon is stored.

    封存场所：碳封存所在的场所。

    Refers to: Site.
    """
    stored_on: Date
    """Day of storage.

    封存日期：封存之日。
    """
    stored_mass: QuantityTPositive
    """Mass put into the store: dry biochar, injected CO2 or product, in tonnes.

    封存质量：置入封存处的质量：干生物炭、注入的 CO2 或产品，单位吨。
    """
    loss_fraction: Maybe[DecimalFrom0To1] = None
    """Share lost in transport and injection, from 0 to 1.

    损失率：运输与注入过程中的损失比例，取值 0 至 1。
    """
    storage_use: StorageUse
    """What the carbon is put to.

    用途：碳的用途。
    """
    applied_area: Maybe[QuantityHarPositive] = None
    """Area over which biochar is spread, in hectares.

    施用面积：施撒生物炭的面积，单位公顷。
    """
    prior_application: Maybe[QuantityTPerHarNonNegative] = None
    """Dry biochar already applied there in the last 10 years, in tonnes per hectare.

    此前十年施用量：该处此前十年已施用的干生物炭，单位吨每公顷。
    """
    evidence_files: SetOf[Evidence]
    """Photographs, delivery notes or logs of the act.

    证据：该行为的照片、送货单或记录。
    """
