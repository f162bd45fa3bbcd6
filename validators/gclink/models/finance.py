# Generated from spec/ by `gclink spec build`; do not edit.
"""Supply-chain finance (供应链金融): the classes of this part."""

from __future__ import annotations

from typing import Literal

from gclink.models._base import (
    Boolean,
    CanonicalDecimal,
    Date,
    DateTime,
    DecimalFrom0To1,
    DecimalNonNegative,
    DecimalPositive,
    Digest,
    Integer,
    IntegerFrom0To6,
    IntegerFrom0To7,
    IntegerFrom1To12,
    IntegerNonNegative,
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
from gclink.models.codes import (
    AdjustmentBasis,
    Aggregation,
    AssetKind,
    AssignmentKind,
    BenchmarkName,
    Boundary,
    ClaimStatus,
    Commitment,
    Comparator,
    DayCount,
    Disclosure,
    DiscountMethod,
    EligibilityResult,
    EligibilitySystem,
    EnhancementType,
    FeeType,
    FinanceLabel,
    GwpSet,
    ImpactAccounting,
    ImpactTiming,
    Iso3166_1,
    Iso4217,
    KpiDirection,
    KpiMeasure,
    KpiSource,
    Profile,
    ProgrammeLead,
    RatchetCombination,
    RecordType,
    Recourse,
    RoundingMode,
    SettlementType,
    SourceFormat,
    State,
    Technique,
    TechniqueListVersion,
    UseCategory,
    ValuationMethod,
)
from gclink.models.core import (
    Document,
    DocumentReference,
    Identifier,
    IdentifierGlnOrRegistryId,
    Money,
    MoneyPositive,
    Period,
    Quantity,
    QuantityPositive,
    QuantityT,
    QuantityTNonNegative,
)


class AdjustmentComponent(Record):
    """Adjustment component (调整分项).

    Ratchet step that one KPI has reached, as part of a margin adjustment.

    利差调整中某一指标所达到的阶梯档。
    """

    type: Literal["AdjustmentComponent"] = discriminator()
    kpi_key: Text
    """Key of the KPI in the terms.

    指标键：条款中该指标的键。
    """
    observed_value: CanonicalDecimal
    """Value of the cited observation, in the unit of the KPI.

    观测值：所引观测的数值，采用该指标的单位。
    """
    step_position: IntegerPositive
    """Position of the ratchet step that contains the observed value.

    阶梯次序：观测值所在阶梯档的次序号。
    """
    adjustment_bp: Integer
    """Adjustment of that step in basis points; negative lowers the margin.

    调整基点：该档的调整幅度，单位基点，负值表示下调利差。

    Unit: bp.
    """


class GoodsLine(Record):
    """Goods line (货物行).

    One line of goods in the commercial document.

    商业单据中的一行货物。
    """

    type: Literal["GoodsLine"] = discriminator()
    line_number: Text
    """Number of the line, unique in the asset.

    行号：行的编号，在该资产内唯一。
    """
    product: Reference
    """Product type of the goods.

    产品类型：货物的产品类型。

    Refers to: ProductType.
    """
    lot: Maybe[Reference] = None
    """Lot from which the goods stem, where it is known.

    批次：货物所出自的批次，已知时给出。

    Refers to: Lot.
    """
    quantity: QuantityPositive
    """Quantity of goods invoiced or ordered.

    数量：开票或订购的货物数量。
    """
    unit_price: Maybe[Money] = None
    """Price per unit of quantity, not bound to the minor unit of the currency.

    单价：每数量单位的价格，不受币种最小单位限制。

    Unit: any digits.
    """
    line_amount: Money
    """Net amount of the line before tax.

    行净额：该行不含税净额。
    """


class SourceDocument(Record):
    """Source document (原始单据).

    Commercial document behind an asset.

    资产背后的商业单据。
    """

    type: Literal["SourceDocument"] = discriminator()
    format: SourceFormat
    """Format in which the document was received.

    格式：收到该单据时的格式。
    """
    number: Text
    """Number of the document.

    号码：单据的号码。
    """
    digest: Maybe[Digest] = None
    """SHA-256 over the bytes of the file as received.

    摘要：所收到文件字节的 SHA-256 摘要。
    """
    uri: Maybe[Iri] = None
    """IRI at which the document can be obtained.

    链接：可取得该单据的 IRI。
    """


class Asset(Document):
    """Asset (底层资产).

    What is financed: common fields of receivables, purchase orders, inventories and undertakings.

    融资的标的：应收账款、采购订单、存货与付款承诺的共有字段。
    """

    seller: Reference
    """Party that sells the goods and raises the finance.

    卖方：销售货物并取得融资的主体。

    Refers to: Party.
    """
    seller_identifier: Identifier
    """Identifier of the seller that enters the uniqueness key.

    卖方标识：进入唯一键的卖方标识符。
    """
    obligor: Maybe[Reference] = None
    """Party that owes payment: the buyer, or the issuer of an undertaking.

    付款人：负有付款义务的主体：买方或付款承诺方。

    Refers to: Party.
    """
    face_value: Money
    """Highest amount for which the asset can be financed.

    面额：该资产可供融资的最高金额。
    """
    uniqueness_key: Digest
    """SHA-256 over the normalised parts that identify the commercial claim, by which double financing is found.

    唯一键：对识别商业债权的规范化要素计算的 SHA-256，用于发现重复融资。
    """
    source_document: SourceDocument
    """Commercial document behind the asset.

    原始单据：该资产背后的商业单据。
    """
    goods_lines: Maybe[SetOf[GoodsLine]] = None
    """Lines of goods to which carbon links are anchored.

    货物行：绿碳链接所锚定的货物行。
    """
    state: State
    """State in the machine of the class when this version was issued.

    业务状态：本版本签发时在该类状态机中的状态。
    """


class AssignedItem(Record):
    """Assigned item (转让明细).

    One asset of an assignment with the amount transferred.

    债权转让中的一项资产及其转让金额。
    """

    type: Literal["AssignedItem"] = discriminator()
    asset: DocumentReference
    """Citation of the asset transferred.

    资产：所转让资产的引用。

    Refers to: Asset.
    """
    assigned_amount: Money
    """Amount of the claim that is transferred.

    转让金额：所转让的债权金额。
    """


class LegalRegistration(Record):
    """Registration of rights (权利登记).

    Entry in a register of rights or security interests.

    在权利或担保权益登记系统中的登记。
    """

    type: Literal["LegalRegistration"] = discriminator()
    registry_system: Iri
    """IRI of the register.

    登记系统：登记系统的 IRI。
    """
    number: Text
    """Number of the entry.

    登记编号：登记的编号。
    """
    registered_at: DateTime
    """Instant in UTC at which the entry was made.

    登记时间：完成登记的协调世界时时刻。
    """


class Assignment(Document):
    """Assignment (债权转让).

    Transfer of assets, or of security over them, to a financier.

    将资产或其上的担保权益转让给资金方。
    """

    type: Literal["Assignment"] = discriminator()
    assignment_kind: AssignmentKind
    """Whether the claims are sold, assigned as security, pledged or not transferred.

    转让类型：债权为买断转让、担保性转让、质押还是不转让。
    """
    assignor: Reference
    """Party that transfers.

    转让人：作出转让的主体。

    Refers to: Party.
    """
    assignee: Reference
    """Party that receives the claims.

    受让人：受让债权的主体。

    Refers to: Party.
    """
    assigned_items: SetOf[AssignedItem]
    """Assets transferred with their amounts.

    转让明细：所转让的资产及金额。
    """
    item_count: IntegerPositive
    """Number of assigned items, as a control value.

    笔数：转让明细的笔数，用于核对。
    """
    assigned_total: Money
    """Sum of the assigned amounts, as a control value.

    合计：转让金额合计，用于核对。
    """
    effective_date: Date
    """First day on which the transfer is effective.

    生效日：转让生效的首日。
    """
    disclosure: Disclosure
    """Whether the transfer is disclosed to the debtor.

    披露方式：转让是否向付款人披露。
    """
    notified: Boolean
    """True when notice of the transfer has been given to the debtor.

    已通知：已向付款人发出转让通知时为真。
    """
    notified_at: Maybe[DateTime] = None
    """Instant in UTC at which the debtor was notified.

    通知时间：通知付款人的协调世界时时刻。
    """
    registration: Maybe[LegalRegistration] = None
    """Entry of the transfer in a register of rights.

    权利登记：该转让在权利登记系统中的登记。
    """


class BaseRate(Record):
    """Base rate (基准利率).

    Benchmark interest rate with its fixing.

    基准利率及其定价。
    """

    type: Literal["BaseRate"] = discriminator()
    benchmark_name: BenchmarkName
    """Name of the benchmark.

    基准名称：基准的名称。
    """
    tenor: Maybe[Text] = None
    """Tenor of the benchmark.

    期限：基准的期限。
    """
    fixing_date: Date
    """Day on which the value was fixed.

    定价日：确定该数值之日。
    """
    value: CanonicalDecimal
    """Rate fixed, as a fraction per year (0.03 for 3 %).

    数值：所定利率，以年化小数表示（0.03 即 3 %）。

    Unit: fraction per year.
    """


class ConcessionalFunding(Record):
    """Concessional funding (优惠资金).

    Public money at a favourable rate behind part of the financing.

    融资中以优惠利率提供的公共资金部分。
    """

    type: Literal["ConcessionalFunding"] = discriminator()
    scheme_name: Text
    """Name of the public scheme.

    计划名称：该公共计划的名称。
    """
    share: CanonicalDecimal
    """Share of the financed amount that the scheme refinances, above 0 and at most 1.

    比例：该计划所提供资金占融资额的比例，大于 0 且不超过 1。
    """
    rate: CanonicalDecimal
    """Rate of the public money, as a fraction per year.

    利率：该公共资金的利率，以年化小数表示。

    Unit: fraction per year.
    """
    principal: MoneyPositive
    """Amount the scheme refinances.

    本金：该计划所提供资金的本金。
    """


class ControlTransfer(Record):
    """Transfer of control (控制权转移).

    One passing of control over a transferable record.

    电子可转让记录控制权的一次转移。
    """

    type: Literal["ControlTransfer"] = discriminator()
    position: Integer
    """Place in the chain, from 1 without gap.

    次序：在控制链中的次序，自 1 起不间断。
    """
    transferor: Maybe[Reference] = None
    """Party that gives up control, absent only at position 1.

    转出方：放弃控制权的主体，仅第 1 次可缺省。

    Refers to: Party.
    """
    transferee: Reference
    """Party that gains control.

    转入方：取得控制权的主体。

    Refers to: Party.
    """
    transferred_at: DateTime
    """Instant in UTC at which control passed.

    转移时间：控制权转移的协调世界时时刻。
    """
    transferred_amount: MoneyPositive
    """Amount transferred, always the whole record.

    转移金额：转移的金额，始终为记录全额。
    """
    proof: Maybe[Text] = None
    """Proof of the transfer given by the reliable system.

    凭证：可靠系统出具的转移凭证。
    """


class CreditEnhancement(Document):
    """Credit enhancement (增信措施).

    Guarantee, insurance or repurchase promise for exactly one facility or one transaction.

    针对一项授信额度或一笔融资交易（二者择一）的保证、保险或回购承诺。
    """

    type: Literal["CreditEnhancement"] = discriminator()
    enhancement_type: EnhancementType
    """Legal form of the protection.

    增信类型：增信的法律形式。
    """
    guarantor: Reference
    """Party that gives the protection.

    担保方：提供增信的主体。

    Refers to: Party.
    """
    facility: Maybe[Reference] = None
    """Facility that is protected, given instead of transaction.

    授信额度：受增信的授信额度，与 transaction 择一给出。

    Refers to: Facility.
    """
    transaction: Maybe[Reference] = None
    """Transaction that is protected, given instead of facility.

    融资交易：受增信的融资交易，与 facility 择一给出。

    Refers to: FinancingTransaction.
    """
    guaranteed_amount: MoneyPositive
    """Highest amount the guarantor pays.

    担保金额：担保方最高赔付的金额。
    """
    coverage_share: DecimalFrom0To1
    """Share of the outstanding that is covered, from 0 to 1.

    担保比例：对未偿余额的担保比例，取值 0 至 1。
    """
    expiry_date: Date
    """Last day on which the protection can be called.

    失效日：可索赔的最后一日。
    """
    registration: Maybe[LegalRegistration] = None
    """Entry in a register of rights.

    权利登记：在权利登记系统中的登记。
    """
    state: State
    """State in machine credit_enhancement when this version was issued.

    业务状态：本版本签发时在增信措施状态机中的状态。
    """


class DnshAnswer(Record):
    """No-significant-harm answer (无重大损害判定).

    Answer to the question of significant harm for one environmental objective.

    针对一项环境目标的无重大损害判定。
    """

    type: Literal["DnshAnswer"] = discriminator()
    objective: Text
    """Name of the environmental objective.

    环境目标：环境目标的名称。
    """
    met: Boolean
    """True when the activity does no significant harm to the objective.

    是否满足：活动未对该目标造成重大损害时为真。
    """


class EligibilityAssessment(Document):
    """Eligibility assessment (绿色资格评估).

    Test of an asset, product, party or transaction against a green catalogue.

    依据绿色目录对资产、产品、主体或交易所作的评估。
    """

    type: Literal["EligibilityAssessment"] = discriminator()
    subject: Reference
    """What is assessed.

    评估对象：被评估的对象。

    Refers to: Asset, ProductType, Party, FinancingTransaction.
    """
    system: EligibilitySystem
    """Catalogue or principles applied.

    评估体系：所采用的目录或原则。
    """
    system_version: Text
    """Edition of the catalogue or principles.

    体系版本：该目录或原则的版次。
    """
    category: Text
    """Code of the activity or project in that system.

    类别：该体系中活动或项目的代码。
    """
    use_category: Maybe[UseCategory] = None
    """Whether the money serves production, trade or consumption.

    用途类别：资金用于生产、贸易还是消费。
    """
    result: EligibilityResult
    """Outcome of the assessment.

    结果：评估的结论。
    """
    approval_date: Date
    """Day on which the financing was approved.

    批准日：融资获批之日。
    """
    undrawn_at_publication: Maybe[Boolean] = None
    """True when the approved loan had not been drawn when the new edition was published.

    发布时未提款：新版发布时已批贷款尚未提款的为真。
    """
    assessor: Reference
    """Party that made the assessment.

    评估方：作出评估的主体。

    Refers to: Party.
    """
    evidence: SetOf[DocumentReference]
    """Documents on which the assessment rests.

    依据文档：评估所依据的文档。

    Refers to: Document.
    """
    substantial_contribution: Maybe[Boolean] = None
    """True when the activity contributes substantially to an environmental objective.

    实质贡献：活动对某一环境目标有实质贡献时为真。
    """
    dnsh: Maybe[SetOf[DnshAnswer]] = None
    """Answers for the other environmental objectives.

    无重大损害判定：针对其他各项环境目标的判定。
    """
    minimum_safeguards: Maybe[Boolean] = None
    """True when the minimum social safeguards are met.

    最低保障：满足最低社会保障要求时为真。
    """


class LenderShare(Record):
    """Lender share (出资份额).

    Share of one lender in a facility.

    一家出借方在授信额度中的份额。
    """

    type: Literal["LenderShare"] = discriminator()
    lender: Reference
    """Party that lends.

    出借方：出借资金的主体。

    Refers to: Party.
    """
    share: CanonicalDecimal
    """Share of the facility as a fraction; the shares of all lenders add up to exactly 1.

    份额：占授信额度的份额，以小数表示；全部出借方之和恰为 1。
    """


class Fee(Record):
    """Fee (费用).

    Fee that is deducted up front.

    预先扣收的费用。
    """

    type: Literal["Fee"] = discriminator()
    fee_type: FeeType
    """What the fee is for.

    费用类型：费用的用途。
    """
    rate: Maybe[DecimalNonNegative] = None
    """Fee as a fraction of the financed amount.

    费率：费用占融资额的比例，以小数表示。
    """
    fee_amount: Money
    """Amount of the fee.

    费用金额：费用的金额。
    """


class PricingTerms(Record):
    """Pricing terms (定价条款).

    Price of a facility or a transaction; interest is simple, compounding is not provided for.

    授信额度或融资交易的价格；按单利计息，不设复利。
    """

    type: Literal["PricingTerms"] = discriminator()
    base_rate: BaseRate
    """Benchmark on which the rate is built.

    基准利率：构成利率的基准。
    """
    margin_bp: Integer
    """Margin agreed over the base rate, in basis points.

    利差：在基准利率之上约定的利差，单位基点。

    Unit: bp.
    """
    adjustment_bp: Integer
    """Ratchet adjustment applied, in basis points; 0 without ratchet.

    调整基点：所适用的阶梯调整，单位基点；无阶梯为 0。

    Unit: bp.
    """
    floor_rate: Maybe[CanonicalDecimal] = None
    """Lowest all-in rate, as a fraction per year.

    利率下限：综合利率的下限，以年化小数表示。

    Unit: fraction per year.
    """
    all_in_rate: CanonicalDecimal
    """Rate paid: base rate plus margin plus adjustment, not below the floor, as a fraction per year.

    综合利率：实际执行的利率，即基准利率加利差加调整且不低于下限，以年化小数表示。

    Unit: fraction per year.
    """
    day_count: DayCount
    """Convention by which days are turned into a fraction of a year.

    计息基准：将天数换算为年分数的惯例。
    """
    discount_method: DiscountMethod
    """How the price is charged: discount in advance, interest in arrears or early-payment discount.

    计价方式：价格的收取方式：预扣贴息、后付利息或提前付款折扣。
    """
    fees: Maybe[SetOf[Fee]] = None
    """Fees deducted up front.

    费用：预先扣收的费用。
    """
    rounding: RoundingMode
    """Rounding of final amounts, always half up.

    舍入方式：最终金额的舍入方式，固定为四舍五入。
    """


class SubLimit(Record):
    """Sub-limit (分项额度).

    Limit inside a facility for exactly one obligor or one product.

    授信额度内针对一个付款人或一种产品（二者择一）的分项上限。
    """

    type: Literal["SubLimit"] = discriminator()
    obligor: Maybe[Reference] = None
    """Obligor to whom the limit applies, given instead of product.

    付款人：该上限所适用的付款人，与 product 择一给出。

    Refers to: Party.
    """
    product: Maybe[Reference] = None
    """Product type to which the limit applies, given instead of obligor.

    产品类型：该上限所适用的产品类型，与 obligor 择一给出。

    Refers to: ProductType.
    """
    limit: Money
    """Highest outstanding principal for this obligor or product.

    额度：该付款人或产品未偿本金的上限。
    """


class Facility(Document):
    """Facility (授信额度).

    Limit within which a borrower may draw; what is outstanding is derived and never stored.

    借款方可在其内提款的额度；未偿余额由推导得出，不予存储。
    """

    type: Literal["Facility"] = discriminator()
    programme: Reference
    """Programme under which the facility is granted.

    融资计划：授予该额度所依据的融资计划。

    Refers to: Programme.
    """
    lenders: SetOf[LenderShare]
    """Financiers of the facility and their shares.

    出借方：该额度的资金方及其份额。
    """
    borrower: Reference
    """Client of the facility; in a purchase of receivables the seller.

    借款方：额度的使用方；买断应收账款时为卖方。

    Refers to: Party.
    """
    commitment: Commitment
    """Whether the lenders are bound to lend.

    承诺性质：出借方是否负有放款义务。
    """
    revolving: Boolean
    """True when repaid principal may be drawn again.

    循环：已还本金可再次提取时为真。
    """
    limit: Money
    """Highest outstanding principal at any time.

    额度：任一时点未偿本金的上限。
    """
    sub_limits: Maybe[SetOf[SubLimit]] = None
    """Limits per obligor or per product inside the facility.

    分项额度：额度内按付款人或产品设定的分项上限。
    """
    available_from: Date
    """First day on which the facility may be drawn.

    可用起始日：额度可提用的首日。
    """
    maturity_date: Date
    """Last day on which the facility may be drawn.

    到期日：额度可提用的末日。
    """
    pricing: Maybe[PricingTerms] = None
    """Price of the facility, in place of the rate card of the programme.

    定价条款：该额度的价格，取代融资计划的价目。
    """
    sustainability_terms: Maybe[DocumentReference] = None
    """Citation of the KPIs and ratchets that apply to the facility.

    可持续发展条款：适用于该额度的指标与利差阶梯条款的引用。

    Refers to: SustainabilityTerms.
    """
    state: State
    """State in machine facility when this version was issued.

    业务状态：本版本签发时在授信额度状态机中的状态。
    """


class FactoringFeatures(Record):
    """Factoring features (保理要素).

    Services that make up a variant of factoring.

    构成某种保理类型的各项服务。
    """

    type: Literal["FactoringFeatures"] = discriminator()
    ledger_service: Boolean
    """True when the factor keeps the sales ledger.

    账务管理：由保理商管理应收账款分户账时为真。
    """
    collection_service: Boolean
    """True when the factor collects the receivables.

    催收服务：由保理商催收应收账款时为真。
    """
    credit_cover_limit: Maybe[Money] = None
    """Highest credit risk per debtor that the factor bears.

    信用担保限额：保理商对每一付款人承担的信用风险上限。
    """
    correspondent_factor: Maybe[Reference] = None
    """Import factor in a two-factor arrangement.

    进口保理商：双保理安排中的进口保理商。

    Refers to: Party.
    """


class FinancedAsset(Record):
    """Financed asset (融资资产明细).

    One asset of a transaction with the portion brought in; all assets of a transaction share its maturity.

    交易中的一项资产及其带入部分；同一交易的全部资产共用其到期日。
    """

    type: Literal["FinancedAsset"] = discriminator()
    asset: DocumentReference
    """Citation of the asset.

    资产：该资产的引用。

    Refers to: Asset.
    """
    asset_kind: AssetKind
    """Class of the asset as a code.

    资产类型：以代码表示的资产类别。
    """
    face_amount: MoneyPositive
    """Portion of the face value that is brought into the transaction.

    带入面额：带入本交易的面额部分。
    """
    financed_amount: Money
    """Amount advanced against this asset.

    融资金额：针对该资产发放的融资额。
    """
    due_date: Maybe[Date] = None
    """Day on which the asset falls due.

    到期日：该资产的到期之日。
    """
    transferable_record: Maybe[Reference] = None
    """Record that stands for the asset in this transaction.

    电子可转让记录：在本交易中代表该资产的电子可转让记录。

    Refers to: TransferableRecord.
    """


class FxRate(Record):
    """Exchange rate (汇率).

    Exchange rate used in a transaction.

    交易所用的汇率。
    """

    type: Literal["FxRate"] = discriminator()
    source_currency: Iso4217
    """Currency that is converted, by its ISO 4217 code.

    源币种：被折算的币种，以 ISO 4217 代码表示。
    """
    target_currency: Iso4217
    """Currency into which it is converted, by its ISO 4217 code.

    目标币种：折算成的币种，以 ISO 4217 代码表示。
    """
    rate: DecimalPositive
    """Units of the target currency per one unit of the source currency.

    汇率：每一单位源币种折合的目标币种数量。

    Unit: target per source.
    """
    rate_date: Date
    """Day of the quotation.

    汇率日期：汇率报价之日。
    """
    provider: Text
    """Source that published the rate.

    提供方：发布该汇率的来源。
    """


class UseOfProceeds(Record):
    """Use of proceeds (资金用途).

    Money of a transaction that is allocated to one project.

    交易资金中分配给某一项目的部分。
    """

    type: Literal["UseOfProceeds"] = discriminator()
    project_id: Text
    """Number of the project.

    项目编号：项目的编号。
    """
    eligibility: Reference
    """Assessment of the project.

    资格评估：对该项目的资格评估。

    Refers to: EligibilityAssessment.
    """
    allocated_amount: Money
    """Amount allocated to the project.

    分配金额：分配给该项目的金额。
    """
    refinancing_share: DecimalFrom0To1
    """Share of the allocation that replaces earlier finance, from 0 to 1.

    再融资比例：分配金额中用于替换既有融资的比例，取值 0 至 1。
    """
    look_back_years: Maybe[IntegerNonNegative] = None
    """Years by which refinanced spending may precede the transaction.

    回溯年数：被再融资支出可早于本交易的年数。

    Unit: a.
    """
    total_investment: Maybe[Money] = None
    """Total investment of the project.

    总投资：该项目的总投资。
    """


class FinancingTransaction(Document):
    """Financing transaction (融资交易).

    One drawing of finance against one or more assets.

    以一项或多项资产进行的一笔融资。
    """

    type: Literal["FinancingTransaction"] = discriminator()
    programme: Reference
    """Programme under which the transaction is made.

    融资计划：该交易所属的融资计划。

    Refers to: Programme.
    """
    technique: Technique
    """Financing technique, copied from the programme.

    融资技术：融资技术，与融资计划相同。
    """
    facility: Maybe[Reference] = None
    """Facility that is drawn; absent for dynamic discounting.

    授信额度：所使用的授信额度；动态折扣时缺省。

    Refers to: Facility.
    """
    financier: Reference
    """Party that pays out the money.

    资金方：放款的主体。

    Refers to: Party.
    """
    seller: Reference
    """Party that sells the goods and raises the finance.

    卖方：销售货物并取得融资的主体。

    Refers to: Party.
    """
    beneficiary: Reference
    """Party that receives the net proceeds.

    收款方：收取实付净额的主体。

    Refers to: Party.
    """
    obligor: Maybe[Reference] = None
    """Party that owes payment of the assets.

    付款人：对资产负有付款义务的主体。

    Refers to: Party.
    """
    requested_amount: MoneyPositive
    """Amount applied for.

    申请金额：申请的融资金额。
    """
    requested_on: Date
    """Day of the application.

    申请日：提出申请之日。
    """
    items: SetOf[FinancedAsset]
    """Assets brought in and the amounts advanced against them.

    融资资产明细：带入的资产及其融资额。
    """
    advance_rate: CanonicalDecimal
    """Highest share of the face amount that is advanced, above 0 and at most 1.

    预付比例：可预付的面额比例上限，大于 0 且不超过 1。
    """
    financed_amount: Money
    """Principal of the transaction.

    融资金额：交易的本金。
    """
    value_date: Date
    """Day on which the money is paid out and interest starts.

    起息日：放款并开始计息之日。
    """
    maturity_date: Date
    """Day on which the principal falls due.

    到期日：本金到期之日。
    """
    fx: Maybe[FxRate] = None
    """Rate by which face amounts in another currency are converted.

    汇率：将其他币种面额折算所用的汇率。
    """
    pricing: PricingTerms
    """Price of the transaction.

    定价条款：该交易的价格。
    """
    margin_adjustment: Maybe[DocumentReference] = None
    """Citation of the adjustment from which the applied basis points are taken.

    利差调整：所适用基点所出自的利差调整的引用。

    Refers to: MarginAdjustment.
    """
    discount_amount: Maybe[Money] = None
    """Discount deducted in advance or granted for early payment.

    贴息金额：预先扣收的贴息或因提前付款给予的折扣。
    """
    fee_total: Money
    """Sum of the fees deducted up front.

    费用合计：预先扣收的费用合计。
    """
    net_proceeds: Money
    """Amount paid to the beneficiary: financed amount less discount and fees.

    实付净额：付给收款方的金额，即融资额减贴息与费用。
    """
    recourse: Recourse
    """Whether and how far the financier may turn to the seller if the obligor does not pay.

    追索方式：付款人不付款时资金方可否以及在何种范围内向卖方追索。
    """
    disclosure: Disclosure
    """Whether the transfer is disclosed to the debtor.

    披露方式：转让是否向付款人披露。
    """
    assignment_kind: AssignmentKind
    """How the assets are transferred to the financier.

    转让类型：资产转让给资金方的方式。
    """
    assignment: Maybe[DocumentReference] = None
    """Citation of the transfer of the assets.

    债权转让：资产转让文件的引用。

    Refers to: Assignment.
    """
    finance_label: FinanceLabel
    """Label under which the financing is offered to the market.

    融资标签：该融资对外所冠的标签。
    """
    sustainability_terms: Maybe[DocumentReference] = None
    """Citation of the KPIs and ratchets that apply.

    可持续发展条款：所适用的指标与利差阶梯条款的引用。

    Refers to: SustainabilityTerms.
    """
    eligibility_assessments: Maybe[SetOf[DocumentReference]] = None
    """Citations of the assessments that support the label.

    资格评估：支持该标签的资格评估的引用。

    Refers to: EligibilityAssessment.
    """
    use_of_proceeds: Maybe[SetOf[UseOfProceeds]] = None
    """Allocation of the money to projects.

    资金用途：资金在各项目间的分配。
    """
    unallocated_amount: Maybe[Money] = None
    """Part of the financed amount not yet allocated to a project.

    未分配金额：融资额中尚未分配到项目的部分。
    """
    refinances: Maybe[SetOf[Reference]] = None
    """Transactions that are repaid out of this one.

    再融资对象：由本交易资金偿还的交易。

    Refers to: FinancingTransaction.
    """
    concessional_funding: Maybe[ConcessionalFunding] = None
    """Public money behind part of the financed amount.

    优惠资金：融资额中的公共优惠资金部分。
    """
    simple_yield: Maybe[CanonicalDecimal] = None
    """Published yield on the net proceeds without compounding, as a fraction per year with 6 decimals.

    单利收益率：按实付净额计算、不计复利的公布收益率，以年化小数表示，保留 6 位。

    Unit: fraction per year, 6 decimals.
    """
    effective_rate: Maybe[CanonicalDecimal] = None
    """Published yield on the net proceeds compounded yearly, as a fraction per year with 6 decimals.

    有效利率：按实付净额计算、按年复利的公布收益率，以年化小数表示，保留 6 位。

    Unit: fraction per year, 6 decimals.
    """
    payment_ref: Maybe[Text] = None
    """End-to-end reference of the payment.

    付款参考号：付款的端到端参考号。
    """
    state: State
    """State in machine transaction when this version was issued.

    业务状态：本版本签发时在融资交易状态机中的状态。
    """


class GoodsValuation(Record):
    """Goods valuation (货物估值).

    Value of a stock of goods on one day.

    存货在某一日的价值。
    """

    type: Literal["GoodsValuation"] = discriminator()
    valuation_amount: MoneyPositive
    """Value of the whole stock.

    估值金额：全部存货的价值。
    """
    valued_on: Date
    """Day to which the value refers.

    估值日：估值所对应的日期。
    """
    valuation_method: ValuationMethod
    """Method by which the value was found.

    估值方法：得出该价值的方法。
    """
    valuer: Maybe[Reference] = None
    """Party that made the valuation.

    估值方：作出估值的主体。

    Refers to: Party.
    """


class ImpactRecord(Document):
    """Impact record (环境影响记录).

    What a financier reports about the climate effect of a financed asset: reported, never claimed.

    资金方就所融资资产的气候影响所作的报告：仅报告、不主张。
    """

    type: Literal["ImpactRecord"] = discriminator()
    transaction: Reference
    """Transaction that financed the asset.

    融资交易：为该资产提供融资的交易。

    Refers to: FinancingTransaction.
    """
    indicator_code: Maybe[Text] = None
    """Code of the indicator in the reporting framework used.

    指标代码：所用报告框架中的指标代码。
    """
    period: Period
    """Days over which the effect is reported, both ends included.

    期间：报告影响所涵盖的日期范围，含首尾两日。
    """
    timing: ImpactTiming
    """Whether the figures are forecast or observed.

    时点：数值为事前预测还是事后观测。
    """
    accounting: ImpactAccounting
    """Whether figures are gross or, for avoided emissions, net of the baseline.

    核算口径：数值为总额，或就避免排放而言为相对基准的净额。
    """
    emissions: Maybe[QuantityT] = None
    """Emissions of the asset in t CO2e.

    排放：该资产的排放量，单位 t CO2e。
    """
    avoided_emissions: Maybe[QuantityT] = None
    """Emissions avoided against a baseline, in t CO2e.

    避免排放：相对基准所避免的排放量，单位 t CO2e。
    """
    removals: Maybe[QuantityT] = None
    """Carbon removed and stored, as a positive number in t CO2e.

    清除：清除并封存的碳量，以正数表示，单位 t CO2e。
    """
    attribution_base: MoneyPositive
    """Total investment in, or value of, the asset.

    归因基数：该资产的总投资或价值。
    """
    financed_share: MoneyPositive
    """Amount that the financier contributed.

    融资份额：资金方所提供的金额。
    """
    attribution_factor: CanonicalDecimal
    """Financed share divided by attribution base, rounded to 6 decimals.

    归因系数：融资份额与归因基数之比，保留 6 位小数。
    """
    attributed_emissions: Maybe[QuantityTNonNegative] = None
    """Emissions times attribution factor, in t CO2e with 3 decimals.

    归因排放：排放量与归因系数之积，单位 t CO2e，保留 3 位小数。
    """
    attributed_avoided: Maybe[QuantityTNonNegative] = None
    """Avoided emissions times attribution factor, in t CO2e with 3 decimals.

    归因避免排放：避免排放量与归因系数之积，单位 t CO2e，保留 3 位小数。
    """
    attributed_removals: Maybe[QuantityTNonNegative] = None
    """Removals times attribution factor, in t CO2e with 3 decimals.

    归因清除：清除量与归因系数之积，单位 t CO2e，保留 3 位小数。
    """
    registry_units_issued: Boolean
    """True when a registry has issued carbon units for the same effect.

    已签发碳单位：登记机构已就同一影响签发碳单位时为真。
    """
    claim_status: ClaimStatus
    """States that the figures are reported and not claimed.

    主张状态：表明该数值仅报告、不主张。
    """
    evidence: SetOf[DocumentReference]
    """Documents from which the figures are taken.

    依据文档：数值所出自的文档。

    Refers to: Document.
    """


class InterestPeriod(Record):
    """Interest period (计息区间).

    Run of days with one balance and one rate.

    余额与利率均不变的一段日期。
    """

    type: Literal["InterestPeriod"] = discriminator()
    position: Integer
    """Place in the row, from 1 without gap.

    次序：在序列中的次序，自 1 起不间断。
    """
    from_date: Date
    """First day that bears interest.

    起始日：计息的首日，计入。
    """
    until_date: Date
    """Day on which the period ends; it bears no interest in this period.

    截止日：区间截止之日，本区间内不计息。
    """
    principal_balance: Money
    """Principal outstanding during the period.

    本金余额：区间内的未偿本金。
    """
    rate: CanonicalDecimal
    """Interest rate of the period, as a fraction per year.

    利率：区间的利率，以年化小数表示。

    Unit: fraction per year.
    """


class InventoryLot(Record):
    """Lot in stock (存货批次).

    Part of a lot that lies in the stock.

    存货中某一批次的部分。
    """

    type: Literal["InventoryLot"] = discriminator()
    lot: Reference
    """Lot to which the goods belong.

    批次：货物所属的批次。

    Refers to: Lot.
    """
    quantity: Quantity
    """Quantity of the lot in the stock.

    数量：该批次在库的数量。

    Unit: unit of the lot.
    """


class Inventory(Asset):
    """Inventory (存货).

    Goods in a warehouse as an asset; the face value is the value of the stock.

    作为资产的仓储货物，面额即存货估值。
    """

    type: Literal["Inventory"] = discriminator()
    lots: SetOf[InventoryLot]
    """Parts of lots that make up the stock.

    存货批次：构成存货的各批次部分。
    """
    location: IdentifierGlnOrRegistryId
    """Identifier of the place of storage.

    存放地点：存放地点的标识符。
    """
    warehouse: Reference
    """Party that keeps the goods.

    仓储方：保管货物的主体。

    Refers to: Party.
    """
    receipt_number: Text
    """Number of the warehouse receipt.

    仓单号：仓单的编号。
    """
    key_identifier: Identifier
    """Identifier of the warehouse keeper that enters the uniqueness key.

    唯一键标识：进入唯一键的仓储方标识符。
    """
    transferable_record: Maybe[Reference] = None
    """Record that stands for the warehouse receipt.

    电子可转让记录：代表该仓单的电子可转让记录。

    Refers to: TransferableRecord.
    """
    valuation: GoodsValuation
    """Latest value of the stock.

    货物估值：存货的最近估值。
    """
    insurance_policy: Maybe[Text] = None
    """Number of the insurance policy on the goods.

    保险单号：货物保险单的编号。
    """
    insured_amount: Maybe[Money] = None
    """Amount for which the goods are insured.

    保险金额：货物的保险金额。
    """


class Kpi(Record):
    """Key performance indicator (关键绩效指标).

    One indicator by whose value the margin moves.

    其数值决定利差变动的一项指标。
    """

    type: Literal["Kpi"] = discriminator()
    key: Text
    """Key of the indicator, unique in the terms.

    指标键：指标的键，在条款内唯一。
    """
    name: LocalizedText
    """Name of the indicator for readers.

    名称：供阅读者辨认的指标名称。
    """
    measure: KpiMeasure
    """What the indicator measures.

    度量：指标所度量的内容。
    """
    indicator_code: Maybe[Text] = None
    """Code of the indicator in an outside framework, such as an ESRS concept.

    指标代码：外部框架中的指标代码，如 ESRS 概念。
    """
    unit: Ucum
    """Unit of the values: kg CO2e per declared unit for emissions, tonnes for removals.

    单位：数值的单位：排放类为每声明单位 kg CO2e，清除类为吨。
    """
    decimals: IntegerFrom0To6
    """Number of decimals to which an observed value is rounded.

    小数位：观测值舍入保留的小数位数。
    """
    direction: KpiDirection
    """Whether lower or higher values are better.

    方向：数值越低越好还是越高越好。
    """
    boundary: Boundary
    """Life-cycle span that the evidence has to cover.

    系统边界：依据文档必须涵盖的生命周期范围。
    """
    gwp_set: GwpSet
    """Set of global warming potentials that the evidence has to use.

    GWP 数据集：依据文档必须采用的全球变暖潜势数据集。
    """
    methodology_uri: Iri
    """IRI of the method that the evidence has to follow.

    方法链接：依据文档必须遵循的方法的 IRI。
    """
    methodology_version: Text
    """Version of that method.

    方法版本：该方法的版本。
    """
    baseline_value: CanonicalDecimal
    """Value from which improvement is measured, in the unit of the KPI.

    基线值：衡量改进的起点数值，采用该指标的单位。
    """
    baseline_date: Date
    """Day to which the baseline value refers.

    基线日：基线值所对应的日期。
    """
    source_type: KpiSource
    """Class of evidence from which observations are taken.

    来源类型：观测所取自的依据文档类别。
    """


class ObservationInput(Record):
    """Observation input (观测输入).

    One piece of evidence with its weight and value.

    一份依据文档及其权重与数值。
    """

    type: Literal["ObservationInput"] = discriminator()
    evidence: DocumentReference
    """Citation of the document from which the value is taken.

    依据文档：数值所取自文档的引用。

    Refers to: CarbonPassport, RemovalStatement, Label, CarbonAccountGrade, EsgPointEntry.
    """
    lot: Maybe[Reference] = None
    """Lot to which the evidence refers.

    批次：依据文档所对应的批次。

    Refers to: Lot.
    """
    quantity: Quantity
    """Quantity by which the value is weighted.

    数量：数值加权所用的数量。
    """
    value: CanonicalDecimal
    """Value taken from the evidence, in the unit of the KPI.

    数值：取自依据文档的数值，采用该指标的单位。
    """
    observed_on: Maybe[Date] = None
    """Day of this single value, needed where the latest value counts.

    观测日期：该单项数值的日期，按最新值聚合时必须给出。
    """
    carbon_link: Maybe[Reference] = None
    """Link that binds the evidence to financed goods; a plain reference, so that citations form no cycle.

    绿碳链接：将依据文档与所融资货物相连的链接；为避免引用成环，采用不带摘要的引用。

    Refers to: CarbonLink.
    """


class KpiObservation(Document):
    """KPI observation (指标观测).

    Observed value of one KPI on one date.

    某一指标在某一日期的观测值。
    """

    type: Literal["KpiObservation"] = discriminator()
    terms: DocumentReference
    """Citation of the sustainability terms in which the KPI is defined.

    条款：定义该指标的可持续发展条款的引用。

    Refers to: SustainabilityTerms.
    """
    kpi_key: Text
    """Key of the KPI in the terms.

    指标键：条款中该指标的键。
    """
    value: CanonicalDecimal
    """Value aggregated from the inputs, in the unit of the KPI.

    数值：由各输入聚合得出的数值，采用该指标的单位。
    """
    unit: Ucum
    """Unit of the value, the same as that of the KPI.

    单位：数值的单位，与该指标相同。
    """
    decimals: IntegerFrom0To6
    """Number of decimals of the value, the same as that of the KPI.

    小数位：数值的小数位数，与该指标相同。
    """
    observation_date: Date
    """Day on which the value was taken.

    观测日：取得该数值之日。
    """
    period: Period
    """Days for which the value speaks, both ends included.

    期间：数值所代表的日期范围，含首尾两日。
    """
    aggregation: Aggregation
    """How the inputs are combined into the value.

    聚合方式：将各输入合并为该数值的方式。
    """
    observation_inputs: SetOf[ObservationInput]
    """Pieces of evidence with weights and values.

    观测输入：各依据文档及其权重与数值。
    """
    methodology_version: Text
    """Version of the method used, the same as that of the KPI.

    方法版本：所用方法的版本，与该指标相同。
    """
    verification: Maybe[DocumentReference] = None
    """Citation of a statement that verifies the inputs; a statement on the observation itself cites the
    observation instead.

    核查声明：核查各输入的声明的引用；针对观测本身的声明由其引用观测，不在此列。

    Refers to: VerificationStatement.
    """
    state: State
    """State in machine kpi_observation when this version was issued.

    业务状态：本版本签发时在指标观测状态机中的状态。
    """


class MarginAdjustment(Document):
    """Margin adjustment (利差调整).

    Result of the margin ratchets for a facility or a transaction over a time.

    某段时间内利差阶梯对授信额度或融资交易的作用结果。
    """

    type: Literal["MarginAdjustment"] = discriminator()
    terms: DocumentReference
    """Citation of the sustainability terms whose ratchets were run.

    条款：所执行阶梯所在的可持续发展条款的引用。

    Refers to: SustainabilityTerms.
    """
    applies_to: Reference
    """Facility or transaction whose margin is adjusted.

    适用对象：利差被调整的授信额度或融资交易。

    Refers to: Facility, FinancingTransaction.
    """
    adjustment_basis: AdjustmentBasis
    """Whether the adjustment rests on observations or on the lack of them.

    调整依据：调整依据观测得出，还是因无有效数据而适用。
    """
    observations: Maybe[SetOf[DocumentReference]] = None
    """Citations of the observations used.

    指标观测：所用观测的引用。

    Refers to: KpiObservation.
    """
    adjustment_components: Maybe[SetOf[AdjustmentComponent]] = None
    """Step reached in each ratchet.

    调整分项：各阶梯所达到的档。
    """
    adjustment_bp: Integer
    """Total adjustment in basis points after floor and cap; negative lowers the margin.

    调整基点：经上下限截取后的调整合计，单位基点，负值表示下调利差。

    Unit: bp.
    """
    verified_on: Maybe[Date] = None
    """Day on which the observations had been verified.

    核查日：观测完成核查之日。
    """
    effective_from: Date
    """First day on which the adjustment applies, included.

    生效起始日：调整适用的首日，含当日。
    """
    effective_to: Date
    """Last day on which the adjustment applies, included.

    生效截止日：调整适用的末日，含当日。
    """
    state: State
    """State in machine margin_adjustment when this version was issued.

    业务状态：本版本签发时在利差调整状态机中的状态。
    """


class RatchetStep(Record):
    """Ratchet step (阶梯档).

    One interval of KPI values with its adjustment of the margin.

    指标值的一个区间及其对应的利差调整。
    """

    type: Literal["RatchetStep"] = discriminator()
    position: Integer
    """Place of the step in the order of rising values, from 1 without gap.

    次序：按数值递增排列的次序，自 1 起不间断。
    """
    lower: Maybe[CanonicalDecimal] = None
    """Lower end of the interval in the unit of the KPI; absent means without limit.

    下界：区间下端，采用该指标的单位；缺省表示无下限。
    """
    upper: Maybe[CanonicalDecimal] = None
    """Upper end of the interval in the unit of the KPI; absent means without limit.

    上界：区间上端，采用该指标的单位；缺省表示无上限。
    """
    lower_inclusive: Boolean
    """True when the lower bound belongs to this step.

    含下界：下界属于本档时为真。
    """
    upper_inclusive: Boolean
    """True when the upper bound belongs to this step.

    含上界：上界属于本档时为真。
    """
    adjustment_bp: Integer
    """Adjustment of the margin in basis points; negative lowers it.

    调整基点：利差的调整幅度，单位基点，负值表示下调。

    Unit: bp.
    """


class MarginRatchet(Record):
    """Margin ratchet (利差阶梯).

    Steps by which the margin follows one KPI.

    利差随某一指标变动的阶梯。
    """

    type: Literal["MarginRatchet"] = discriminator()
    kpi_key: Text
    """Key of the KPI in the terms.

    指标键：条款中该指标的键。
    """
    steps: SequenceOf[RatchetStep]
    """Steps of the ratchet in the order of rising values.

    阶梯档：按数值递增排列的阶梯档。
    """


class ObligorApproval(Record):
    """Approval by the obligor (付款人确权).

    Promise of the obligor to pay the receivable.

    付款人对应收账款作出的付款确认。
    """

    type: Literal["ObligorApproval"] = discriminator()
    approver: Reference
    """Party that approves; it is the obligor.

    确权方：作出确权的主体，即付款人。

    Refers to: Party.
    """
    approved_at: DateTime
    """Instant in UTC of the approval.

    确权时间：确权的协调世界时时刻。
    """
    approved_amount: Money
    """Amount that the obligor promises to pay.

    确权金额：付款人确认支付的金额。
    """
    irrevocable: Boolean
    """True when the approval cannot be taken back.

    不可撤销：确权不可撤销时为真。
    """


class PerformanceTarget(Record):
    """Performance target (绩效目标).

    Value of a KPI to be reached by a date.

    某一指标在某日之前应达到的数值。
    """

    type: Literal["PerformanceTarget"] = discriminator()
    kpi_key: Text
    """Key of the KPI in the terms.

    指标键：条款中该指标的键。
    """
    target_date: Date
    """Day by which the target is to be reached.

    目标日：应达到目标之日。
    """
    comparator: Comparator
    """Whether the value is an upper or a lower limit.

    比较方式：目标值为上限还是下限。
    """
    value: CanonicalDecimal
    """Value to be reached, in the unit of the KPI.

    数值：应达到的数值，采用该指标的单位。
    """
    ambition_basis: LocalizedText
    """Why the target goes beyond business as usual.

    力度依据：目标超出惯常水平的理由。
    """


class Programme(Document):
    """Programme (融资计划).

    Rules under which one financing technique is offered.

    提供某一融资技术所依据的规则。
    """

    type: Literal["Programme"] = discriminator()
    name: LocalizedText
    """Name of the programme.

    名称：融资计划的名称。
    """
    technique: Technique
    """The one technique of the programme, in the terms of the Global Supply Chain Finance Forum.

    融资技术：该计划的唯一融资技术，采用全球供应链金融论坛的用语。
    """
    technique_list_version: TechniqueListVersion
    """Year of the edition of the technique taxonomy, 2016 or 2021.

    分类版本：融资技术分类的版次年份，2016 或 2021。
    """
    owner: Reference
    """Party that runs the programme; in payables finance the anchor buyer.

    计划方：运行该计划的主体；反向保理中为核心企业买方。

    Refers to: Party.
    """
    led_by: ProgrammeLead
    """Whether buyer, seller or financier leads the programme.

    主导方：由买方、卖方还是资金方主导。
    """
    platform: Maybe[Reference] = None
    """Operator of the system, who is no party to the money flows.

    平台：系统的运营方，不参与资金流转。

    Refers to: Party.
    """
    governing_law: Iso3166_1
    """Country whose law governs the programme, by its ISO 3166-1 two-letter code.

    适用法律：所适用法律的国家或地区，以 ISO 3166-1 二位字母代码表示。
    """
    profiles: Maybe[SetOf[Profile]] = None
    """Sets of additional rules that apply to the programme.

    规则集：适用于该计划的附加规则集。
    """
    valid_from: Date
    """First day of the programme, included.

    起始日：计划的首日，含当日。
    """
    valid_to: Maybe[Date] = None
    """Last day of the programme, included.

    终止日：计划的末日，含当日。
    """
    grace_days: IntegerNonNegative
    """Longest time in calendar days by which a maturity may lie after the due date of the assets.

    宽限天数：到期日可晚于资产到期日的最长日历天数。

    Unit: days.
    """
    valuation_max_age_days: Maybe[IntegerNonNegative] = None
    """Greatest age in calendar days of an admissible stock valuation; 30 if absent.

    估值最长天数：可采用的存货估值的最长日历天数；缺省为 30。

    Unit: days.
    """
    rate_card: Maybe[PricingTerms] = None
    """Default price of the programme, with adjustment 0.

    价目：该计划的默认价格，调整为 0。
    """
    factoring: Maybe[FactoringFeatures] = None
    """Services included where the technique is factoring.

    保理要素：融资技术为保理时所含的服务。
    """
    state: State
    """State in machine programme when this version was issued.

    业务状态：本版本签发时在融资计划状态机中的状态。
    """


class PurchaseOrder(Asset):
    """Purchase order (采购订单).

    Order that is not yet delivered, as an asset; the face value is the value of the order.

    作为资产的尚未交付的订单，面额即订单金额。
    """

    type: Literal["PurchaseOrder"] = discriminator()
    order_number: Text
    """Number given by the buyer.

    订单号：买方赋予的订单编号。
    """
    order_date: Date
    """Day of the order.

    订单日：下单之日。
    """
    delivery_date: Date
    """Day on which delivery is due.

    交货日：约定交货之日。
    """
    accepted_by_seller_at: Maybe[DateTime] = None
    """Instant in UTC at which the seller accepted the order.

    卖方接受时间：卖方接受订单的协调世界时时刻。
    """
    line_net_total: Maybe[Money] = None
    """Sum of the net line amounts.

    行净额合计：各行净额之和。
    """


class Receivable(Asset):
    """Receivable (应收账款).

    Amount owed by the buyer for goods delivered.

    买方因已交付货物而应付的款项。
    """

    type: Literal["Receivable"] = discriminator()
    invoice_number: Text
    """Number of the invoice.

    发票号码：发票的号码。
    """
    issue_date: Date
    """Day of the invoice.

    开票日：开具发票之日。
    """
    due_date: Date
    """Day on which payment is due.

    到期日：应付款之日。
    """
    acceptance_date: Maybe[Date] = None
    """Day on which the buyer accepted the goods.

    验收日：买方验收货物之日。
    """
    statutory_term_days: Maybe[IntegerNonNegative] = None
    """Longest payment term in calendar days that the law allows in this case.

    法定付款天数：法律在此情形下允许的最长付款期限，以日历天计。

    Unit: days.
    """
    instalment_seq: IntegerPositive
    """Number of the instalment; 1 where the invoice is not payable in instalments.

    分期序号：分期的序号；不分期为 1。
    """
    document_payable: Money
    """Amount due of the whole document.

    应付金额：整份单据的应付金额。
    """
    instalment_amount: Maybe[Money] = None
    """Amount of this instalment.

    分期金额：本期分期的金额。
    """
    tax_inclusive_amount: Maybe[Money] = None
    """Total including tax, as a control value.

    含税金额：含税总额，用于核对。
    """
    prepaid_amount: Maybe[Money] = None
    """Amount paid before, as a control value.

    预付金额：已预付的金额，用于核对。
    """
    rounding_amount: Maybe[Money] = None
    """Amount by which the payable was rounded, as a control value; it may be negative.

    尾差：应付金额的舍入差额，用于核对，可为负。
    """
    line_net_total: Maybe[Money] = None
    """Sum of the net line amounts.

    行净额合计：各行净额之和。
    """
    credit_note_total: Maybe[Money] = None
    """Credit notes booked against the invoice before the request for finance.

    贷项合计：申请融资之前已对该发票入账的贷项合计。
    """
    approval: Maybe[ObligorApproval] = None
    """Promise of the obligor to pay.

    确权：付款人作出的付款确认。
    """
    transferable_record: Maybe[Reference] = None
    """Record that evidences the receivable.

    电子可转让记录：证明该应收账款的电子可转让记录。

    Refers to: TransferableRecord.
    """
    purchase_order: Maybe[Reference] = None
    """Order from which the receivable arose.

    采购订单：产生该应收账款的订单。

    Refers to: PurchaseOrder.
    """


class Settlement(Document):
    """Settlement (结算).

    One payment on a transaction, split into its parts.

    针对一笔融资交易的一次付款及其构成。
    """

    type: Literal["Settlement"] = discriminator()
    transaction: Reference
    """Transaction on which the payment is made.

    融资交易：付款所针对的融资交易。

    Refers to: FinancingTransaction.
    """
    settlement_type: SettlementType
    """What the payment is for.

    结算类型：付款的性质。
    """
    payer: Reference
    """Party that pays.

    付款方：支付款项的主体。

    Refers to: Party.
    """
    payee: Reference
    """Party that is paid.

    收款方：收取款项的主体。

    Refers to: Party.
    """
    settled_amount: Money
    """Sum of the four parts.

    结算金额：四个部分之和。
    """
    principal_part: Money
    """Part that repays principal.

    本金部分：用于偿还本金的部分。
    """
    interest_part: Money
    """Part that pays interest.

    利息部分：用于支付利息的部分。
    """
    fee_part: Money
    """Part that pays fees.

    费用部分：用于支付费用的部分。
    """
    reserve_part: Money
    """Part of the money that belongs to the seller.

    尾款部分：款项中属于卖方的部分。
    """
    settled_on: Date
    """Value date of the payment.

    结算日：付款的起息日。
    """
    interest_periods: Maybe[SequenceOf[InterestPeriod]] = None
    """Runs of days for which the interest part is paid.

    计息区间：利息部分所对应的各计息区间。
    """
    payment_ref: Maybe[Text] = None
    """End-to-end reference of the payment.

    付款参考号：付款的端到端参考号。
    """


class SustainabilityTerms(Document):
    """Sustainability terms (可持续发展条款).

    KPIs, targets and margin ratchets agreed for a programme.

    为融资计划约定的指标、目标与利差阶梯。
    """

    type: Literal["SustainabilityTerms"] = discriminator()
    programme: Reference
    """Programme to which the terms belong.

    融资计划：条款所属的融资计划。

    Refers to: Programme.
    """
    sleeping: Boolean
    """True while KPIs are still to be agreed.

    休眠：指标尚待约定时为真。
    """
    kpis: Maybe[SetOf[Kpi]] = None
    """Indicators agreed.

    关键绩效指标：所约定的指标。
    """
    performance_targets: Maybe[SetOf[PerformanceTarget]] = None
    """Targets agreed for the indicators.

    绩效目标：为各指标约定的目标。
    """
    ratchets: Maybe[SetOf[MarginRatchet]] = None
    """Ratchets, one for each KPI that moves the price.

    利差阶梯：利差阶梯，每个影响价格的指标一个。
    """
    combination: RatchetCombination
    """How the steps of several ratchets are combined.

    合并方式：多个阶梯的档位合并方式。
    """
    floor_bp: Integer
    """Lower limit of the total adjustment in basis points, 0 or negative.

    调整下限：调整合计的下限，单位基点，为 0 或负。

    Unit: bp.
    """
    cap_bp: Integer
    """Upper limit of the total adjustment in basis points, 0 or positive.

    调整上限：调整合计的上限，单位基点，为 0 或正。

    Unit: bp.
    """
    no_data_adjustment_bp: Integer
    """Adjustment in basis points applied without a valid observation.

    无数据调整：无有效观测时适用的调整，单位基点。

    Unit: bp.
    """
    effective_lag_days: IntegerNonNegative
    """Calendar days between verification and the first day of effect.

    生效滞后天数：核查至生效首日之间的日历天数。

    Unit: days.
    """
    observation_frequency_months: IntegerFrom1To12
    """Longest time in months between two observations.

    观测频率：两次观测之间的最长月数。

    Unit: months.
    """
    observation_grace_days: IntegerNonNegative
    """Calendar days allowed after the frequency has run out.

    观测宽限天数：观测频率届满后容许的日历天数。

    Unit: days.
    """
    notice_days: IntegerFrom0To7
    """Calendar days within which a revocation must be acted on.

    通知天数：对撤销采取行动的期限，以日历天计。

    Unit: calendar days.
    """
    link_max_age_days: IntegerNonNegative
    """Greatest age in calendar days of the last check of a carbon link at the value date.

    链接检查最长天数：起息日时绿碳链接最近一次检查距今的最长日历天数。

    Unit: days.
    """
    minimum_coverage: Maybe[DecimalFrom0To1] = None
    """Share of the line value that must carry a carbon link, from 0 to 1; 1 if absent.

    最低覆盖率：必须带有绿碳链接的货值比例，取值 0 至 1，缺省为 1。
    """


class TransferableRecord(Document):
    """Transferable record (电子可转让记录).

    Electronic record that stands for a claim; the one document that lives on under its identifier while control
    passes.

    代表债权的电子记录；唯一在控制权转移中沿用原标识延续的文档。
    """

    type: Literal["TransferableRecord"] = discriminator()
    record_type: RecordType
    """Kind of instrument that the record is.

    记录类型：该记录所属的工具种类。
    """
    evidenced_asset: Reference
    """Asset that the record stands for.

    对应资产：该记录所代表的资产。

    Refers to: Asset.
    """
    record_amount: MoneyPositive
    """Amount of the claim in the record.

    记录金额：记录所载的债权金额。
    """
    parent_record: Maybe[Reference] = None
    """Record from whose split this one arose.

    母记录：拆分产生本记录的母记录。

    Refers to: TransferableRecord.
    """
    reliable_system: Iri
    """IRI of the system that ensures singularity, control and integrity.

    可靠系统：保证唯一性、控制与完整性的系统的 IRI。
    """
    legal_basis: Text
    """Enactment that gives the record its effect.

    法律依据：赋予该记录效力的法律。
    """
    control_history: SequenceOf[ControlTransfer]
    """All transfers of control since the record was made.

    控制链：记录产生以来的全部控制权转移。
    """
    controller: Reference
    """Party that holds control now.

    控制人：当前持有控制权的主体。

    Refers to: Party.
    """
    state: State
    """State in machine transferable_record when this version was issued.

    业务状态：本版本签发时在电子可转让记录状态机中的状态。
    """


class Undertaking(Asset):
    """Payment undertaking (付款承诺).

    Promise of a company or bank to pay, as an asset.

    作为资产的企业或银行付款承诺。
    """

    type: Literal["Undertaking"] = discriminator()
    undertaking_number: Text
    """Number of the undertaking.

    承诺编号：付款承诺的编号。
    """
    undertaking_issuer: Reference
    """Party that promises to pay.

    承诺方：作出付款承诺的主体。

    Refers to: Party.
    """
    key_identifier: Identifier
    """Identifier of the promising party that enters the uniqueness key.

    唯一键标识：进入唯一键的承诺方标识符。
    """
    beneficiary: Reference
    """Party to whom payment is promised.

    受益方：承诺付款所对的主体。

    Refers to: Party.
    """
    irrevocable: Boolean
    """True when the promise cannot be taken back.

    不可撤销：承诺不可撤销时为真。
    """
    conditional: Boolean
    """True when payment depends on a condition.

    附条件：付款附有条件时为真。
    """
    due_date: Date
    """Day on which payment is due.

    付款日：应付款之日。
    """
    expiry_date: Date
    """Last day on which payment can be demanded.

    失效日：可要求付款的最后一日。
    """
    underlying: Maybe[Reference] = None
    """Asset whose payment is promised.

    基础资产：该承诺所保障付款的资产。

    Refers to: Asset.
    """
