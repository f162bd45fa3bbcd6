# Generated from spec/ by `gclink spec build`; do not edit.
"""Incentives (激励): the classes of this part."""

from __future__ import annotations

from typing import Literal

from gclink.models._base import (
    Boolean,
    Date,
    DecimalFrom0To1,
    DecimalFrom0To100,
    DecimalNonNegative,
    DecimalPositive,
    LocalizedText,
    Maybe,
    Reference,
    SetOf,
    Text,
    Ucum,
)
from gclink.models._record import discriminator
from gclink.models.codes import (
    Boundary,
    CarbonGrade,
    ClaimTier,
    EsgIndicator,
    GradeScale,
    GwpSet,
    IncentiveBasis,
    IncentiveKind,
    RateUnit,
)
from gclink.models.core import Document, DocumentReference, MethodReference, Money, Period, QuantityKgPositive


class CarbonAccountGrade(Document):
    """Carbon account grade (碳账户评级).

    Grade of one holder in a carbon account scheme for one period; intensity and benchmark let it be recomputed.

    某一持有方在某期间的碳账户评级；可由强度与基准值重算。
    """

    type: Literal["CarbonAccountGrade"] = discriminator()
    holder: Reference
    """Party whose account is graded.

    持有方：被评级账户的主体。

    Refers to: Party.
    """
    account_scheme: MethodReference
    """Published rules of the account with their version.

    碳账户机制：碳账户公开规则及其版本。
    """
    scale: GradeScale
    """Scale on which the grade is given.

    评级尺度：评级所用的尺度。
    """
    grade: CarbonGrade
    """Grade reached.

    评级：所达到的等级。
    """
    intensity: DecimalNonNegative
    """Gross emissions per one unit without deduction of removals, in kg CO2e.

    强度：单位清除前总排放，不扣除清除，单位 kg CO2e。

    Unit: kgCO2e per one unit.
    """
    declared_unit_text: Ucum
    """UCUM code of the unit of the intensity.

    单位文本：强度单位的 UCUM 代码。
    """
    boundary: Boundary
    """Span of the life cycle that the intensity covers.

    系统边界：强度所涵盖的生命周期范围。
    """
    gwp_set: GwpSet
    """Set of global warming potentials used for the intensity.

    GWP 数据集：强度所用的全球变暖潜势数据集。
    """
    benchmark: Maybe[DocumentReference] = None
    """Citation of the sector value that the grade compares with.

    基准值：评级所比较的行业基准值的引用。

    Refers to: Benchmark.
    """
    benchmark_value: DecimalPositive
    """Benchmark per one unit, copied, in kg CO2e.

    基准值数值：摘录的单位基准值，单位 kg CO2e。

    Unit: kgCO2e per one unit.
    """
    period: Period
    """Days graded, both ends included.

    期间：评级所涵盖的日期范围，含首尾两日。
    """
    evidence: Maybe[SetOf[DocumentReference]] = None
    """Citations of the passports on which the grade rests.

    依据文档：评级所依据护照的引用。

    Refers to: CarbonPassport.
    """


class Incentive(Document):
    """Incentive (激励).

    Base of rewards, subsidies and rating points; how they may be combined is a matter of their scheme.

    奖励、补贴与评级积分的基类；能否叠加由其机制规定。
    """

    incentive_scheme: Reference
    """Scheme under which the incentive is granted.

    机制：给予激励所依据的机制。

    Refers to: IncentiveScheme.
    """
    beneficiary: Reference
    """Party that benefits; consumers may be pseudonymous, for ESG points the rated entity.

    受益方：受益的主体；消费者可用化名，ESG 积分为被评主体。

    Refers to: Party.
    """
    evidence: SetOf[DocumentReference]
    """Citations of the documents on which the incentive rests.

    依据文档：激励所依据文档的引用。

    Refers to: CarbonPassport, RemovalStatement, Claim, Label.
    """
    period: Period
    """Days for which the incentive is granted, both ends included.

    期间：激励所对应的日期范围，含首尾两日。
    """


class EsgPointEntry(Incentive):
    """ESG point entry (ESG 评级积分).

    Points given by a rating agency to one entity for one period.

    评级机构就某一期间给予某一主体的积分。
    """

    type: Literal["EsgPointEntry"] = discriminator()
    indicator: EsgIndicator
    """Indicator for which the points are given.

    指标：给予积分所依据的指标。
    """
    indicator_value: DecimalNonNegative
    """Value of the indicator, in its own unit.

    指标值：指标的数值，采用该指标自身的单位。
    """
    points: DecimalFrom0To100
    """Points given.

    得分：给予的得分。
    """
    maximum: DecimalPositive
    """Most points that can be given for the indicator.

    满分：该指标可得的最高分。
    """


class IncentiveScheme(Document):
    """Incentive scheme (激励机制).

    Published rules of a reward, subsidy or rating scheme.

    奖励、补贴或评级机制的公开规则。
    """

    type: Literal["IncentiveScheme"] = discriminator()
    owner: Reference
    """Party that runs the scheme.

    机制方：运行该机制的主体。

    Refers to: Party.
    """
    scheme_kind: IncentiveKind
    """Whether the scheme rewards purchases, pays subsidies or gives points.

    类别：该机制奖励消费、发放补贴还是给予积分。
    """
    name: LocalizedText
    """Name of the scheme.

    名称：机制的名称。
    """
    version: Text
    """Version of the rules.

    版本：规则的版本。
    """
    basis: SetOf[IncentiveBasis]
    """Classes of documents that the scheme accepts as evidence.

    依据类别：该机制接受为依据的文档类别。
    """
    minimum_tier: ClaimTier
    """Lowest claim tier that the scheme rewards.

    最低等级：该机制所奖励的最低声明等级。
    """
    rate: DecimalPositive
    """Money or points per unit of the rate.

    费率：每费率单位的金额或积分。
    """
    rate_unit: RateUnit
    """What the rate is counted per.

    费率单位：费率的计量单位。
    """
    cap: Maybe[DecimalPositive] = None
    """Highest total per beneficiary and period, in money or points as the rate.

    上限：每一受益方在一个期间内的总额上限，与费率同为金额或积分。
    """
    exclusive: Boolean
    """True when no other scheme may reward the same tonne or lot.

    排他：其他机制不得再奖励同一吨或同一批次时为真。
    """
    eligible_cost_share: Maybe[DecimalFrom0To1] = None
    """Highest share of the eligible cost that the scheme supports, from 0 to 1.

    可支持成本比例：该机制可支持的合格成本比例上限，取值 0 至 1。
    """
    period: Period
    """Days on which the scheme is open, both ends included.

    有效期：机制的有效日期范围，含首尾两日。
    """


class PolicySubsidy(Incentive):
    """Policy subsidy (政策补贴).

    Public money granted on verified carbon data.

    依据经核查的碳数据发放的公共资金。
    """

    type: Literal["PolicySubsidy"] = discriminator()
    basis_quantity: DecimalPositive
    """Quantity on which the grant is computed, in t CO2e or kg as the scheme says.

    依据数量：计算补贴所依据的数量，按机制规定以 t CO2e 或 kg 计。

    Unit: tCO2e or kg.
    """
    grant_amount: Money
    """Amount granted.

    金额：补贴的金额。
    """
    eligible_cost: Maybe[Money] = None
    """Cost that the scheme may support.

    合格成本：机制可予支持的成本。
    """
    other_support: Maybe[Money] = None
    """Support from other sources for the same tonne or lot.

    其他支持：同一吨或同一批次从其他来源取得的支持。
    """


class PurchaseReward(Incentive):
    """Purchase reward (直接消费奖励).

    Reward to a consumer who buys a labelled lot directly from the grower.

    对直接向生产者购买带标识批次的消费者的奖励。
    """

    type: Literal["PurchaseReward"] = discriminator()
    lot: Reference
    """Lot bought.

    批次：所购批次。

    Refers to: Lot.
    """
    quantity: QuantityKgPositive
    """Quantity bought in kg.

    购买数量：购买的数量，单位 kg。
    """
    purchased_on: Date
    """Day of the purchase.

    购买日期：购买之日。
    """
    benchmark_value: DecimalPositive
    """Benchmark in kg CO2e per declared unit, copied.

    基准值：摘录的基准值，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    gross_per_unit: DecimalNonNegative
    """Gross emissions of the lot in kg CO2e per declared unit, copied.

    单位总排放：摘录的该批次单位清除前总排放，单位为每声明单位 kg CO2e。

    Unit: kgCO2e/DU.
    """
    avoided: DecimalNonNegative
    """Emissions by which the purchase stays below the benchmark, in kg CO2e; reported, never a unit.

    降低量：所购产品低于基准的排放量，单位 kg CO2e；仅作披露，不构成碳单位。

    Unit: kgCO2e.
    """
    points: DecimalNonNegative
    """Points granted for the purchase.

    积分：因该次购买给予的积分。
    """
    direct_sale: Boolean
    """True when the seller is the grower or its cooperative.

    直接销售：卖方为种植者或其合作社时为真。
    """
