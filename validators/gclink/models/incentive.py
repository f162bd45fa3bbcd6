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
    """Carbon Account Grade (碳账户评级).

    Grade of one holder in a carbon account scheme for one period, issued by the party that runs the scheme;
    intensity and benchmark let the grade be recomputed.
    """

    type: Literal["CarbonAccountGrade"] = discriminator()
    holder: Reference
    """Whose account

    持有方

    Refers to: Party.
    """
    account_scheme: MethodReference
    """Published rules of the account with their version

    碳账户机制
    """
    scale: GradeScale
    """scale.

    评级尺度
    """
    grade: CarbonGrade
    """grade.

    评级
    """
    intensity: DecimalNonNegative
    """Gross emissions per unit, removals not deducted

    强度

    Unit: kgCO2e per one unit.
    """
    declared_unit_text: Ucum
    """Unit of the intensity

    单位文本
    """
    boundary: Boundary
    """boundary.

    系统边界
    """
    gwp_set: GwpSet
    """gwp set.

    GWP 数据集
    """
    benchmark: Maybe[DocumentReference] = None
    """Sector value the grade compares with

    基准值

    Refers to: Benchmark.
    """
    benchmark_value: DecimalPositive
    """Copied

    基准值数值

    Unit: kgCO2e per one unit.
    """
    period: Period
    """Period graded

    期间
    """
    evidence: Maybe[SetOf[DocumentReference]] = None
    """evidence.

    依据文档

    Refers to: CarbonPassport.
    """


class Incentive(Document):
    """Incentive (激励).

    Base of the three grants; the stacking rule is that of its scheme (exclusive, eligibleCostShare).
    """

    incentive_scheme: Reference
    """incentive scheme.

    机制

    Refers to: IncentiveScheme.
    """
    beneficiary: Reference
    """Consumer may be pseudonymous; for ESG points the rated entity

    受益方

    Refers to: Party.
    """
    evidence: SetOf[DocumentReference]
    """evidence.

    依据文档

    Refers to: CarbonPassport, RemovalStatement, Claim, Label.
    """
    period: Period
    """What the grant is for

    期间
    """


class EsgPointEntry(Incentive):
    """Esg Point Entry (ESG 评级积分).

    Points of a rating agency for one entity and period.
    """

    type: Literal["EsgPointEntry"] = discriminator()
    indicator: EsgIndicator
    """indicator.

    指标
    """
    indicator_value: DecimalNonNegative
    """indicator value.

    指标值
    """
    points: DecimalFrom0To100
    """points.

    得分
    """
    maximum: DecimalPositive
    """maximum.

    满分
    """


class IncentiveScheme(Document):
    """Incentive Scheme (激励机制).

    Published rules of a reward, subsidy or rating scheme.
    """

    type: Literal["IncentiveScheme"] = discriminator()
    owner: Reference
    """owner.

    机制方

    Refers to: Party.
    """
    scheme_kind: IncentiveKind
    """scheme kind.

    类别
    """
    name: LocalizedText
    """name.

    名称
    """
    version: Text
    """version.

    版本
    """
    basis: SetOf[IncentiveBasis]
    """basis.

    依据类别
    """
    minimum_tier: ClaimTier
    """minimum tier.

    最低等级
    """
    rate: DecimalPositive
    """Money per tCO2e or per kg, or points per tCO2e

    费率
    """
    rate_unit: RateUnit
    """rate unit.

    费率单位
    """
    cap: Maybe[DecimalPositive] = None
    """Total per beneficiary and period

    上限
    """
    exclusive: Boolean
    """No other scheme may reward the same tonne or lot

    排他
    """
    eligible_cost_share: Maybe[DecimalFrom0To1] = None
    """eligible cost share.

    可支持成本比例
    """
    period: Period
    """period.

    有效期
    """


class PolicySubsidy(Incentive):
    """Policy Subsidy (政策补贴).

    Public money granted on verified carbon data.
    """

    type: Literal["PolicySubsidy"] = discriminator()
    basis_quantity: DecimalPositive
    """basis quantity.

    依据数量

    Unit: tCO2e or kg.
    """
    grant_amount: Money
    """grant amount.

    金额
    """
    eligible_cost: Maybe[Money] = None
    """eligible cost.

    合格成本
    """
    other_support: Maybe[Money] = None
    """Same tonne or lot

    其他支持
    """


class PurchaseReward(Incentive):
    """Purchase Reward (直接消费奖励).

    Reward to a consumer who buys a labelled lot directly.
    """

    type: Literal["PurchaseReward"] = discriminator()
    lot: Reference
    """lot.

    批次

    Refers to: Lot.
    """
    quantity: QuantityKgPositive
    """quantity.

    购买数量
    """
    purchased_on: Date
    """purchased on.

    购买日期
    """
    benchmark_value: DecimalPositive
    """Copied

    基准值

    Unit: kgCO2e/DU.
    """
    gross_per_unit: DecimalNonNegative
    """Copied

    单位总排放

    Unit: kgCO2e/DU.
    """
    avoided: DecimalNonNegative
    """Reported, never a unit

    降低量

    Unit: kgCO2e.
    """
    points: DecimalNonNegative
    """points.

    积分
    """
    direct_sale: Boolean
    """Seller is grower or cooperative

    直接销售
    """
