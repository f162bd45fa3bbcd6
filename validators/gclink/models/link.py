# Generated from spec/ by `gclink spec build`; do not edit.
"""Green carbon link (绿碳链接): the classes of this part."""

from __future__ import annotations

from typing import Literal

from gclink.models._base import (
    Date,
    DateTime,
    DecimalFrom0To1,
    DecimalNonNegative,
    DecimalNonPositive,
    DecimalPositive,
    Maybe,
    Reference,
    SetOf,
    Text,
    Ucum,
)
from gclink.models._record import Record, discriminator
from gclink.models.codes import Boundary, GwpSet, LinkPurpose, PledgePurpose, State
from gclink.models.core import Document, DocumentReference, Money, Period, QuantityNonNegative, QuantityPositive
from gclink.models.finance import LegalRegistration


class PassportExtract(Record):
    """Passport extract (护照摘录).

    Values of a passport as they stood when the link was made.

    建立链接时护照的数值。
    """

    type: Literal["PassportExtract"] = discriminator()
    declared_unit_text: Ucum
    """UCUM code of the declared unit of the passport.

    单位文本：护照声明单位的 UCUM 代码。
    """
    intensity: DecimalNonNegative
    """Gross emissions per one unit: gross emissions divided by the value of the declared unit, half up to 6
    decimals, in kg CO2e.

    强度：单位清除前总排放，即清除前总排放除以声明单位数值，四舍五入至 6 位小数，单位 kg CO2e。

    Unit: kgCO2e per one unit.
    """
    inset_per_unit: Maybe[DecimalNonPositive] = None
    """Sum of the two removal components divided by the value of the declared unit, half up to 6 decimals, in kg
    CO2e; 0 or negative as in the passport.

    单位内嵌清除：两个清除组成之和除以声明单位数值，四舍五入至 6 位小数，单位 kg CO2e，与护照一致为 0 或负。

    Unit: kgCO2e per one unit.
    """
    reference_period: Period
    """Reference period of the passport.

    基准期：护照的基准期。
    """
    valid_until: Date
    """Last day of validity of the passport.

    有效期至：护照有效期的最后一日。
    """
    gwp_set: GwpSet
    """Set of global warming potentials of the passport.

    GWP 数据集：护照所用的全球变暖潜势数据集。
    """
    boundary: Boundary
    """System boundary of the passport.

    系统边界：护照的系统边界。
    """


class CarbonLink(Document):
    """Carbon link (绿碳链接).

    Binding of one goods line and one lot to one financing transaction by way of the carbon passport of the same
    goods.

    通过同一货物的碳排护照，将一个货物行、一个批次与一笔融资交易绑定。
    """

    type: Literal["CarbonLink"] = discriminator()
    asset: DocumentReference
    """Citation of the financed asset that holds the line.

    资产：货物行所在的被融资资产的引用。

    Refers to: Asset.
    """
    line_number: Text
    """Number of the goods line in that asset.

    行号：该资产中货物行的行号。
    """
    lot: Reference
    """Lot of the goods behind the line.

    批次：货物行背后货物的批次。

    Refers to: Lot.
    """
    transaction_reference: DocumentReference
    """Citation of the financing transaction.

    融资交易引用：融资交易的引用。

    Refers to: FinancingTransaction.
    """
    purposes: SetOf[LinkPurpose]
    """What the link is used for.

    用途：链接的用途。
    """
    covered_quantity: QuantityPositive
    """Part of the quantity of the line that stems from this lot, in the unit of the line, the lot and the
    passport.

    覆盖数量：货物行数量中出自该批次的部分，单位与货物行、批次及护照一致。
    """
    passport: DocumentReference
    """Citation of the passport of the goods.

    碳排护照：货物的碳排护照的引用。

    Refers to: CarbonPassport.
    """
    extract: PassportExtract
    """Values copied from the passport so that the link can be read without it.

    护照摘录：自护照摘录、无需查阅护照即可读取的数值。
    """
    covered_emissions: QuantityNonNegative
    """Covered quantity times intensity, in kg CO2e.

    覆盖排放：覆盖数量与强度之积，单位 kg CO2e。
    """
    label: Maybe[DocumentReference] = None
    """Citation of the product label on the goods.

    标识：货物上产品标识的引用。

    Refers to: Label.
    """
    eligibility: Maybe[Reference] = None
    """Assessment on which a link of purpose eligibility rests.

    资格评估：资格用途的链接所依据的资格评估。

    Refers to: EligibilityAssessment.
    """
    verification: Maybe[DocumentReference] = None
    """Citation of the verification of the passport.

    核查声明：对该护照的核查声明的引用。

    Refers to: VerificationStatement.
    """
    checked_at: DateTime
    """Instant in UTC at which status and digests were last checked.

    核对时间：最近一次核对状态与摘要的协调世界时时刻。
    """
    state: State
    """State in machine carbon_link when this version was issued.

    业务状态：本版本签发时在绿碳链接状态机中的状态。
    """


class RemovalPledge(Document):
    """Removal pledge (清除量质押).

    Contract side of exactly one removal allocation of mode pledged; the tonnes are counted in the allocation
    alone.

    恰对应一条质押方式清除分配的合同面；吨数仅在分配中记账。
    """

    type: Literal["RemovalPledge"] = discriminator()
    allocation: Reference
    """Allocation of mode pledged whose target is this pledge.

    清除分配：方式为质押、目标为本质押的清除分配。

    Refers to: RemovalAllocation.
    """
    statement: DocumentReference
    """Citation of the statement whose tonnes are pledged.

    清除声明：被质押吨数所属清除声明的引用。

    Refers to: RemovalStatement.
    """
    tonnes: DecimalPositive
    """Quantity pledged in t CO2e, equal to that of the allocation.

    吨数：质押数量，单位 t CO2e，与该分配相等。

    Unit: tCO2e.
    """
    pledgor: Reference
    """Party that pledges its tonnes.

    出质人：以其清除量出质的主体。

    Refers to: Party.
    """
    pledgee: Reference
    """Party to whom the tonnes are pledged.

    质权人：接受质押的主体。

    Refers to: Party.
    """
    secures: Reference
    """Facility or transaction that the pledge secures.

    担保对象：该质押所担保的授信额度或融资交易。

    Refers to: Facility, FinancingTransaction.
    """
    pledge_purpose: PledgePurpose
    """Whether the pledge is security or evidence of performance.

    质押用途：该质押用于担保还是绩效证据。
    """
    period: Period
    """Days on which the pledge lasts, both ends included.

    期间：质押存续的日期范围，含首尾两日。
    """
    registration: Maybe[LegalRegistration] = None
    """Entry of the pledge in a register of rights.

    权利登记：该质押在权利登记系统中的登记。
    """
    haircut: Maybe[DecimalFrom0To1] = None
    """Deduction from the value for the risk of reversal, from 0 to below 1.

    折扣率：因逆转风险对价值的扣减，取值 0 至小于 1。
    """
    unit_value: Maybe[Money] = None
    """Value of one tonne of CO2e.

    单位价值：每吨 CO2e 的价值。

    Unit: per t.
    """
    collateral_value: Maybe[Money] = None
    """Tonnes times value per tonne times one minus the haircut.

    押品价值：吨数×单位价值×（1−折扣率）。
    """
    state: State
    """State in machine removal_pledge when this version was issued.

    业务状态：本版本签发时在清除量质押状态机中的状态。
    """
