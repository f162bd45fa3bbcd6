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
    """Buffer Entry (缓冲分录).

    One movement.
    """

    type: Literal["BufferEntry"] = discriminator()
    position: IntegerPositive
    """Order of booking

    次序
    """
    entry_kind: BufferEntryKind
    """entry kind.

    类别
    """
    booked_on: Date
    """booked on.

    入账日期
    """
    tonnes: DecimalPositive
    """Always positive

    吨数

    Unit: tCO2e.
    """
    signed_tonnes: CanonicalDecimal
    """+ deposit, - otherwise

    带号吨数

    Unit: tCO2e.
    """
    booked_for: Reference
    """booked for.

    入账依据

    Refers to: RemovalStatement, ReversalEvent.
    """


class BufferAccount(Document):
    """Buffer Account (缓冲账户).

    Reserve of one activity or pool.
    """

    type: Literal["BufferAccount"] = discriminator()
    holder: Reference
    """holder.

    持有方

    Refers to: Party.
    """
    durability_class: DurabilityClass
    """durability class.

    耐久等级
    """
    entries: SequenceOf[BufferEntry]
    """entries.

    分录
    """
    balance: CanonicalDecimal
    """balance.

    余额

    Unit: tCO2e.
    """
    as_of: Date
    """as of.

    截至日期
    """


class FeedUse(Record):
    """Feed Use (原料使用).

    Part of a lot fed to a batch.
    """

    type: Literal["FeedUse"] = discriminator()
    lot: Reference
    """lot.

    批次

    Refers to: Lot.
    """
    dry_mass: QuantityTPositive
    """dry mass.

    干质量
    """
    share: DecimalFrom0To1
    """Share of batch feed

    份额
    """


class CaptureRecord(Document):
    """Capture Record (碳捕集记录).

    Metered CO2 captured from a biogenic stream.
    """

    type: Literal["CaptureRecord"] = discriminator()
    activity: Reference
    """activity.

    活动

    Refers to: RemovalActivity.
    """
    run: Reference
    """run.

    运行

    Refers to: ProcessRun.
    """
    period: Period
    """period.

    期间
    """
    co2_captured: QuantityTPositive
    """Metered

    捕集 CO2
    """
    biogenic_fraction: DecimalFrom0To1
    """14C or feed mass balance

    生物源比例
    """
    biogenic_method: BiogenicMethod
    """biogenic method.

    生物源测定方法
    """
    feeds: SetOf[FeedUse]
    """feeds.

    原料
    """
    meter: Evidence
    """meter.

    计量凭证
    """


class CarbonUnit(Document):
    """Carbon Unit (碳单位).

    A block of issued units of a registry.
    """

    type: Literal["CarbonUnit"] = discriminator()
    registry: Reference
    """registry.

    登记机构

    Refers to: Party.
    """
    registry_kind: UnitType
    """registry kind.

    单位类别
    """
    statement: Maybe[DocumentReference] = None
    """Absent for outside units

    清除声明

    Refers to: RemovalStatement.
    """
    host_country: Iso3166_1
    """host country.

    东道国
    """
    ndc_covered: YesNoUnknown
    """ndc covered.

    纳入国家自主贡献
    """
    serial_start: IntegerPositive
    """serial start.

    起始序号
    """
    serial_end: IntegerPositive
    """serial end.

    结束序号
    """
    unit_count: IntegerPositive
    """unit count.

    单位数量

    Unit: tCO2e.
    """
    vintage: Integer
    """vintage.

    年份

    Unit: year.
    """
    durability_class: DurabilityClass
    """durability class.

    耐久等级
    """
    unit_status: UnitStatus
    """unit status.

    单位状态
    """
    corresponding_adjustment: CaDeclaration
    """corresponding adjustment.

    相应调整声明
    """
    ca_status: CaStatus
    """ca status.

    相应调整状态
    """
    beneficiary: Maybe[Reference] = None
    """When retired

    受益方

    Refers to: Party.
    """
    retired_on: Maybe[Date] = None
    """retired on.

    注销日期
    """
    purpose: Maybe[Iri] = None
    """id of the claim it was retired for

    用途
    """
    status_reason: Maybe[LocalizedText] = None
    """status reason.

    状态原因
    """


class LabAnalysis(Record):
    """Lab Analysis (实验室分析).

    Analysis of one batch.
    """

    type: Literal["LabAnalysis"] = discriminator()
    laboratory: Reference
    """laboratory.

    实验室

    Refers to: Party.
    """
    accredited: Boolean
    """accredited.

    ISO 17025 认可
    """
    sampled_on: Date
    """sampled on.

    取样日期
    """
    total_carbon: DecimalFrom0To1
    """Mass fraction dry

    总碳
    """
    inorganic_carbon: DecimalFrom0To1
    """inorganic carbon.

    无机碳
    """
    hydrogen: DecimalFrom0To1
    """hydrogen.

    氢
    """
    organic_carbon: DecimalFrom0To1
    """Total minus inorganic

    有机碳
    """
    h_to_corg: DecimalNonNegative
    """(H / Corg) x 12

    H/Corg 摩尔比
    """
    inertinite_share: Maybe[DecimalFrom0To1] = None
    """By random reflectance

    惰质组份额
    """
    report: Evidence
    """report.

    报告
    """


class Leakage(Record):
    """Leakage (泄漏).

    Positive tCO2e.
    """

    type: Literal["Leakage"] = discriminator()
    ecological_leakage: CanonicalDecimal
    """ecological leakage.

    生态泄漏

    Unit: tCO2e.
    """
    market_leakage: CanonicalDecimal
    """market leakage.

    市场泄漏

    Unit: tCO2e.
    """
    total: CanonicalDecimal
    """total.

    合计

    Unit: tCO2e.
    """


class MethaneTest(Record):
    """Methane Test (甲烷测试).

    Measured process methane.
    """

    type: Literal["MethaneTest"] = discriminator()
    runs: Integer
    """runs.

    测试次数
    """
    mean: DecimalNonNegative
    """mean.

    均值

    Unit: kg CH4/t char.
    """
    standard_deviation: DecimalNonNegative
    """standard deviation.

    标准差

    Unit: kg CH4/t char.
    """
    value: DecimalNonNegative
    """mean + 1 SD

    采用值

    Unit: kg CH4/t char.
    """


class PermanenceBasis(Record):
    """Permanence Basis (永久性依据).

    Inputs of the permanence factor.
    """

    type: Literal["PermanenceBasis"] = discriminator()
    permanence_method: PermanenceMethod
    """permanence method.

    方法
    """
    table_version: TableVersion
    """table version.

    数据表版本
    """
    horizon_years: IntegerPositive
    """200 puro_bc200, 100 woolf100 and ipcc2019_t1, 1000 geological, 200 random_reflectance, 35 or more
    product_storage, 5 or more stock_difference

    时间尺度

    Unit: a.
    """
    dry_mass_tonnes: Maybe[DecimalPositive] = None
    """Biochar only

    干质量

    Unit: t.
    """
    organic_carbon: Maybe[DecimalFrom0To1] = None
    """Biochar only

    有机碳
    """
    h_to_corg: Maybe[DecimalNonNegative] = None
    """Biochar only

    H/Corg
    """
    soil_temperature_celsius: Maybe[CanonicalDecimal] = None
    """soil temperature celsius.

    土壤温度

    Unit: Cel.
    """
    table_row: Maybe[Integer] = None
    """Row key used

    表行
    """
    factor: DecimalFrom0To1
    """factor.

    永久系数
    """


class ProductionBatch(Document):
    """Production Batch (生物炭批次).

    One homogeneous biochar batch.
    """

    type: Literal["ProductionBatch"] = discriminator()
    activity: Reference
    """activity.

    活动

    Refers to: RemovalActivity.
    """
    lot: Reference
    """The char as a Lot

    批次

    Refers to: Lot.
    """
    run: Reference
    """run.

    热解运行

    Refers to: ProcessRun.
    """
    feeds: SetOf[FeedUse]
    """feeds.

    原料
    """
    wet_mass: QuantityTPositive
    """wet mass.

    湿质量
    """
    moisture: DecimalFrom0To1
    """moisture.

    含水率
    """
    dry_mass: QuantityTPositive
    """dry mass.

    干质量
    """
    temperature: QuantityCelPositive
    """Highest treatment temperature

    炭化温度
    """
    temperature_min: QuantityCelPositive
    """Lowest in batch

    最低温度
    """
    lab: LabAnalysis
    """lab.

    实验室分析
    """
    methane_test: Maybe[MethaneTest] = None
    """Absent: default

    甲烷测试
    """
    methane_default_used: Boolean
    """methane default used.

    采用默认甲烷
    """
    yield_text: Maybe[LocalizedText] = None
    """Averaging or measurement behind a yield outside 0.10 to 0.40

    得炭率说明
    """


class ProjectEmissions(Record):
    """Project Emissions (项目排放).

    Positive tCO2e.
    """

    type: Literal["ProjectEmissions"] = discriminator()
    biomass_supply: CanonicalDecimal
    """Collection, chipping, transport

    原料供应

    Unit: tCO2e.
    """
    production: CanonicalDecimal
    """production.

    生产能耗

    Unit: tCO2e.
    """
    process_gas: CanonicalDecimal
    """CH4 and N2O of the process

    工艺气体

    Unit: tCO2e.
    """
    use: CanonicalDecimal
    """Delivery and spreading, injection

    施用

    Unit: tCO2e.
    """
    infrastructure: CanonicalDecimal
    """Amortised

    基础设施

    Unit: tCO2e.
    """
    land_use_change: CanonicalDecimal
    """land use change.

    土地利用变化

    Unit: tCO2e.
    """
    total: CanonicalDecimal
    """total.

    合计

    Unit: tCO2e.
    """


class RemovalActivity(Document):
    """Removal Activity (清除活动).

    A project that takes CO2 out of the air and stores it.
    """

    type: Literal["RemovalActivity"] = discriminator()
    name: LocalizedText
    """name.

    名称
    """
    operator: Reference
    """operator.

    运营方

    Refers to: Party.
    """
    storage_type: StorageType
    """storage type.

    储存类型
    """
    methodology: MethodReference
    """methodology.

    方法学
    """
    permanence_method: PermanenceMethod
    """permanence method.

    永久性方法
    """
    country: Iso3166_1
    """country.

    东道国
    """
    ndc_covered: YesNoUnknown
    """ndc covered.

    纳入国家自主贡献
    """
    sites: SetOf[Reference]
    """sites.

    场所

    Refers to: Site.
    """
    baseline_text: LocalizedText
    """baseline text.

    基线说明
    """
    additionality_text: LocalizedText
    """additionality text.

    额外性说明
    """
    period: Period
    """period.

    活动期
    """
    monitoring_end: Maybe[Date] = None
    """Needed for d35 and d5

    监测截止
    """
    started_on: Date
    """started on.

    开始日期
    """
    hydrocarbon_recovery: Boolean
    """Must be false

    用于采油气
    """


class RemovalAllocation(Document):
    """Removal Allocation (清除分配).

    Use of part of a statement or unit, at one place only.
    """

    type: Literal["RemovalAllocation"] = discriminator()
    source: DocumentReference
    """What is divided

    来源

    Refers to: RemovalStatement, CarbonUnit.
    """
    mode: AllocationMode
    """mode.

    方式
    """
    target: Maybe[Iri] = None
    """id of a document: inset Lot; sold Party; retired Claim or BrandProfile; pledged RemovalPledge;
    policy_credited IncentiveScheme; absent for reserved

    目标
    """
    tonnes: DecimalPositive
    """tonnes.

    吨数

    Unit: tCO2e.
    """
    period: Period
    """Inset, sold, retired and policy_credited stay used after its end; pledged and reserved end with it

    有效期
    """
    owner: Reference
    """owner.

    所有方

    Refers to: Party.
    """


class StatementLine(Record):
    """Statement Line (清除明细).

    One storage event with its permanence.
    """

    type: Literal["StatementLine"] = discriminator()
    event: Reference
    """event.

    封存事件

    Refers to: StorageEvent.
    """
    stored_co2: CanonicalDecimal
    """stored CO2.

    封存 CO2

    Unit: tCO2.
    """
    permanence: PermanenceBasis
    """permanence.

    永久性依据
    """
    durable_co2: CanonicalDecimal
    """storedCO2 x factor

    永久 CO2

    Unit: tCO2.
    """


class RemovalStatement(Document):
    """Removal Statement (清除声明).

    Net removal of one activity and period; every quantity is POSITIVE tCO2e.
    """

    type: Literal["RemovalStatement"] = discriminator()
    activity: Reference
    """activity.

    活动

    Refers to: RemovalActivity.
    """
    period: Period
    """period.

    期间
    """
    vintage: Integer
    """vintage.

    年份

    Unit: year.
    """
    ex_ante: Boolean
    """Must be false to be used

    事前量
    """
    durability_class: DurabilityClass
    """durability class.

    耐久等级
    """
    lines: SetOf[StatementLine]
    """lines.

    明细
    """
    gross_stored: CanonicalDecimal
    """Before permanence

    封存总量

    Unit: tCO2.
    """
    durable_stored: CanonicalDecimal
    """After permanence

    永久封存量

    Unit: tCO2.
    """
    baseline: CanonicalDecimal
    """baseline.

    基线清除

    Unit: tCO2e.
    """
    project_emissions: ProjectEmissions
    """project emissions.

    项目排放
    """
    leakage: Leakage
    """leakage.

    泄漏
    """
    net_before_discount: CanonicalDecimal
    """net before discount.

    折扣前净量

    Unit: tCO2e.
    """
    relative_half_width: CanonicalDecimal
    """90 % half-width u

    相对半宽
    """
    discount: CanonicalDecimal
    """discount.

    不确定性折扣

    Unit: tCO2e.
    """
    net: CanonicalDecimal
    """net.

    净清除量

    Unit: tCO2e.
    """
    buffer_deposit: CanonicalDecimal
    """buffer deposit.

    缓冲存入

    Unit: tCO2e.
    """
    issuable: CanonicalDecimal
    """net - bufferDeposit

    可用量

    Unit: tCO2e.
    """


class ReversalEvent(Document):
    """Reversal Event (逆转事件).

    Loss of stored carbon.
    """

    type: Literal["ReversalEvent"] = discriminator()
    statement: DocumentReference
    """statement.

    清除声明

    Refers to: RemovalStatement.
    """
    occurred_on: Date
    """occurred on.

    发生日期
    """
    tonnes: DecimalPositive
    """tonnes.

    吨数

    Unit: tCO2e.
    """
    cause: ReversalCause
    """cause.

    原因
    """
    covered_tonnes: DecimalNonNegative
    """covered tonnes.

    已弥补吨数

    Unit: tCO2e.
    """
    covered_by: Maybe[SetOf[Reference]] = None
    """Buffer account, other statement or unit

    弥补来源

    Refers to: BufferAccount, RemovalStatement, CarbonUnit.
    """
    due_by: Date
    """due by.

    弥补期限
    """


class StockMeasurement(Document):
    """Stock Measurement (碳储量测量).

    Stock of carbon in soil or biomass at one date.
    """

    type: Literal["StockMeasurement"] = discriminator()
    activity: Reference
    """activity.

    活动

    Refers to: RemovalActivity.
    """
    site: Reference
    """site.

    场所

    Refers to: Site.
    """
    measured_on: Date
    """measured on.

    测量日期
    """
    stock: QuantityTNonNegative
    """tC on the site

    碳储量
    """
    biochar_carbon: QuantityTNonNegative
    """Applied char carbon included in stock; 0 if none

    已施生物炭碳
    """


class StorageEvent(Document):
    """Storage Event (封存事件).

    The act that puts carbon in its store.
    """

    type: Literal["StorageEvent"] = discriminator()
    activity: Reference
    """activity.

    活动

    Refers to: RemovalActivity.
    """
    batch: Maybe[Reference] = None
    """One of batch, capture, stocks

    生物炭批次

    Refers to: ProductionBatch.
    """
    capture: Maybe[Reference] = None
    """capture.

    捕集记录

    Refers to: CaptureRecord.
    """
    stocks: Maybe[Annotated[SetOf[Reference], Field(max_length=2)]] = None
    """Earlier and later

    储量测量

    Refers to: StockMeasurement.
    """
    site: Reference
    """site.

    封存场所

    Refers to: Site.
    """
    stored_on: Date
    """stored on.

    封存日期
    """
    stored_mass: QuantityTPositive
    """t dry char, t CO2 injected or t product

    封存质量
    """
    loss_fraction: Maybe[DecimalFrom0To1] = None
    """Transport and injection

    损失率
    """
    storage_use: StorageUse
    """storage use.

    用途
    """
    applied_area: Maybe[QuantityHarPositive] = None
    """applied area.

    施用面积
    """
    prior_application: Maybe[QuantityTPerHarNonNegative] = None
    """Dry char already applied in 10 years

    此前十年施用量
    """
    evidence_files: SetOf[Evidence]
    """evidence files.

    证据
    """
