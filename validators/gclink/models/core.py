# Generated from spec/ by `gclink spec build`; do not edit.
"""Core (核心): the classes of this part."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from gclink.models._base import (
    Boolean,
    CanonicalDecimal,
    Date,
    DateTime,
    DecimalFrom0To1,
    DecimalNonNegative,
    Digest,
    IntegerNonNegative,
    IntegerPositive,
    Iri,
    LocalizedText,
    Maybe,
    Reference,
    SetOf,
    Text,
    Ucum,
)
from gclink.models._forms import DecimalForm, Narrowed
from gclink.models._record import Record, discriminator
from gclink.models.codes import (
    ActorRole,
    AllocationMethod,
    AssuranceLevel,
    ConformanceClass,
    ConformanceConclusion,
    ConformanceGrade,
    CustodyModel,
    DocumentStatus,
    EnergyCarrier,
    EventReason,
    FlowRole,
    IdentifierScheme,
    Iso3166_1,
    Iso3166_2,
    Iso4217,
    Machine,
    PartyKind,
    PartyRole,
    ProcessType,
    SiteRole,
    SoilType,
    State,
    Syntax,
    VerdictTier,
    VerificationOpinion,
    VerificationStandard,
)


class ConformanceOutcome(Record):
    """Conformance outcome (符合性结论).

    Conclusion of a run of the suite about one conformance class, with the counts it rests on.

    测试就一个符合性类别得出的结论，及其所依据的计数。
    """

    type: Literal["ConformanceOutcome"] = discriminator()
    conformance_class: ConformanceClass
    """Class whose requirements were tested.

    符合性类别：被测试的要求所属的类别。
    """
    syntaxes: SetOf[Syntax]
    """Syntaxes in which documents were given to the implementation.

    语法：向实现提交文档所用的语法。
    """
    tiers: SetOf[VerdictTier]
    """Tiers of verdict from which tests were run.

    层级：所测试的判定层级。
    """
    conclusion: ConformanceConclusion
    """Whether the implementation gets the class right.

    结论：该实现是否正确处理此类别。
    """
    conformance_grade: ConformanceGrade
    """How much of each right answer was right, the verdict alone or its reason and place too.

    等级：正确的回答正确到何种程度：仅判定正确，或理由与位置也正确。
    """
    mandatory_run: IntegerNonNegative
    """Number of tests of MUST requirements that were run, declined ones not counted.

    强制性测试执行数：已执行的 MUST 要求测试数目，不含被拒绝者。
    """
    mandatory_passed: IntegerNonNegative
    """Number of those that were answered rightly.

    强制性测试通过数：其中回答正确的数目。
    """
    mandatory_failed: IntegerNonNegative
    """Number of those that were answered wrongly or not usably.

    强制性测试失败数：其中回答错误或没有可用回答的数目。
    """
    mandatory_declined: IntegerNonNegative
    """Number of tests of MUST requirements that the implementation declined by name.

    强制性测试拒绝数：实现指明拒绝的 MUST 要求测试数目。
    """
    recommended_run: IntegerNonNegative
    """Number of tests of SHOULD and MAY requirements that were run.

    推荐性测试执行数：已执行的 SHOULD 与 MAY 要求测试数目。
    """
    recommended_passed: IntegerNonNegative
    """Number of those that were answered rightly.

    推荐性测试通过数：其中回答正确的数目。
    """


class DocumentReference(Record):
    """Document reference (文档引用).

    Citation of a document that is pinned to its exact content by a digest.

    以摘要锁定确切内容的文档引用。
    """

    type: Literal["DocumentReference"] = discriminator()
    target: Iri
    """Identifier of the cited document.

    目标：被引用文档的标识。
    """
    digest: Digest
    """SHA-256 over the canonical JSON form (RFC 8785) of the cited document, written with the prefix sha-256 and a
    colon.

    摘要：被引用文档规范化 JSON 形式（RFC 8785）的 SHA-256 摘要，前缀为 sha-256 加冒号。
    """


class Document(Record):
    """Document (文档).

    Base of every exchanged record: it carries who issued what and when, never changes once issued, and is cited
    by its digest.

    所有交换记录的基类：载明由谁、何时签发何种内容，签发后不再更改，并以摘要被引用。
    """

    json_ld_context: Maybe[Literal["https://w3id.org/gclink/context/v1"]] = Field(
        default=None, validation_alias="@context", serialization_alias="@context"
    )
    """The JSON-LD context, where a document names it; no part of its content."""
    id: Iri
    """Absolute IRI of this exact content; changed content gets a new one, only a TransferableRecord keeps its own.

    标识：本份内容的绝对 IRI；内容变更即启用新标识，仅 TransferableRecord 保留原标识。
    """
    spec_version: Text
    """Version of this standard that the document follows, three numbers separated by points.

    规范版本：文档所遵循的本标准版本号，由点分隔的三个数字组成。

    Unit: n.n.n.
    """
    issuer: Reference
    """Party that answers for the content.

    签发方：对文档内容负责的主体。

    Refers to: Party.
    """
    issued_at: DateTime
    """Instant of issue in UTC, to the second.

    签发时间：签发时刻，采用协调世界时，精确到秒。
    """
    status: DocumentStatus
    """Status of the document when it was issued; every later change is a LifecycleEvent.

    状态：文档签发时的状态；其后的任何变化均以生命周期事件发布。
    """
    supersedes: Maybe[DocumentReference] = None
    """Earlier document of the same class and issuer that this one replaces.

    替代：被本文档替代的同类、同一签发方的较早文档。

    Refers to: Document.
    """


class ConformanceStatement(Document):
    """Conformance statement (符合性声明).

    What one run of the conformance suite found about one version of one implementation, pinned to the exact
    suite and the exact results.

    一次符合性测试对某一实现的某一版本所得的结论，锁定到确切的测试套件与确切的结果。
    """

    type: Literal["ConformanceStatement"] = discriminator()
    implementation_name: Text
    """Name of the software under test, as it gave it itself.

    实现名称：被测软件自报的名称。
    """
    implementation_version: Text
    """Version of the software under test, as it gave it itself.

    实现版本：被测软件自报的版本。
    """
    implementation_uri: Maybe[Iri] = None
    """IRI at which the software can be found.

    实现主页：可查得该软件的 IRI。
    """
    suite_version: Text
    """Version of the conformance suite that was run.

    套件版本：所运行的符合性测试套件的版本。
    """
    suite_digest: Digest
    """Digest of the cases and expectations of that suite.

    套件摘要：该套件全部用例与期望的摘要。
    """
    tested_at: DateTime
    """Instant in UTC at which the run ended.

    测试完成时间：测试结束的时刻，采用协调世界时。
    """
    tests_total: IntegerPositive
    """Number of tests of the run, declined ones included.

    测试总数：本次测试的数目，含被拒绝者。
    """
    tests_passed: IntegerNonNegative
    """Number of tests answered rightly.

    通过数：回答正确的测试数目。
    """
    tests_failed: IntegerNonNegative
    """Number of tests answered wrongly.

    失败数：回答错误的测试数目。
    """
    tests_in_error: IntegerNonNegative
    """Number of tests that got no usable answer, such as a timeout or a crash.

    出错数：没有得到可用回答的测试数目，如超时或崩溃。
    """
    tests_declined: IntegerNonNegative
    """Number of tests that the implementation declined by name.

    拒绝数：实现指明拒绝的测试数目。
    """
    results_digest: Digest
    """SHA-256 over the bytes of the file of results, written with the prefix sha-256 and a colon.

    结果摘要：结果文件字节的 SHA-256 摘要，前缀为 sha-256 加冒号。
    """
    outcomes: SetOf[ConformanceOutcome]
    """What the run says about each conformance class that was tested.

    各类结论：测试就每个被测符合性类别得出的结论。
    """


class Quantity(Record):
    """Quantity (数量).

    Decimal number with its unit of measure.

    带计量单位的十进制数值。
    """

    type: Literal["Quantity"] = discriminator()
    value: CanonicalDecimal
    """Number of units.

    数值：以该单位计的数值。
    """
    unit: Ucum
    """Unit of measure by its UCUM code.

    单位：以 UCUM 代码表示的计量单位。
    """


QuantityCelPositive = Annotated[
    Quantity,
    Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True), unit=("Cel",)),
]
QuantityHar = Annotated[Quantity, Narrowed(unit=("har",))]
QuantityHarPositive = Annotated[
    Quantity,
    Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True), unit=("har",)),
]
QuantityKgNonNegative = Annotated[Quantity, Narrowed(bound=DecimalForm(minimum=Decimal("0")), unit=("kg",))]
QuantityKgOrTOrLOrPiece = Annotated[Quantity, Narrowed(unit=("kg", "t", "L", "{piece}"))]
QuantityKgPositive = Annotated[
    Quantity,
    Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True), unit=("kg",)),
]
QuantityMJOrKWHOrLOrKgPositive = Annotated[
    Quantity,
    Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True), unit=("MJ", "kW.h", "L", "kg")),
]
QuantityNonNegative = Annotated[Quantity, Narrowed(bound=DecimalForm(minimum=Decimal("0")))]
QuantityPositive = Annotated[Quantity, Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True))]
QuantityT = Annotated[Quantity, Narrowed(unit=("t",))]
QuantityTNonNegative = Annotated[Quantity, Narrowed(bound=DecimalForm(minimum=Decimal("0")), unit=("t",))]
QuantityTPerHarNonNegative = Annotated[Quantity, Narrowed(bound=DecimalForm(minimum=Decimal("0")), unit=("t/har",))]
QuantityTPositive = Annotated[
    Quantity,
    Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True), unit=("t",)),
]


class EnergyUse(Record):
    """Energy use (能源使用).

    Amount of one energy carrier used in a process run.

    一次工艺运行所使用的某一能源品种的数量。
    """

    type: Literal["EnergyUse"] = discriminator()
    carrier: EnergyCarrier
    """Kind of fuel or energy.

    能源品种：燃料或能量的种类。
    """
    quantity: QuantityMJOrKWHOrLOrKgPositive
    """Amount used in the run, in MJ, kW.h, L or kg.

    数量：该次运行的使用量，单位为 MJ、kW.h、L 或 kg。
    """


class Evidence(Record):
    """Evidence file (证据).

    File outside the bundle that supports a statement, pinned by its digest.

    文档集之外、以摘要锁定的佐证文件。
    """

    type: Literal["Evidence"] = discriminator()
    uri: Iri
    """IRI at which the file can be obtained.

    链接：可取得该文件的 IRI。
    """
    digest: Digest
    """SHA-256 over the bytes of the file, written with the prefix sha-256 and a colon.

    摘要：文件字节的 SHA-256 摘要，前缀为 sha-256 加冒号。
    """
    media_type: Maybe[Text] = None
    """Media type of the file as registered by IANA.

    媒体类型：文件在 IANA 注册的媒体类型。

    Unit: IANA.
    """
    title: Maybe[LocalizedText] = None
    """Title of the file for readers.

    标题：供阅读者辨认的文件标题。
    """


class Geography(Record):
    """Geography (地理范围).

    Area for which the data of a footprint are representative, given at exactly one level.

    足迹数据所代表的地理区域，三级之中只给出一级。
    """

    type: Literal["Geography"] = discriminator()
    region: Maybe[Text] = None
    """Region or subregion by its United Nations M49 name.

    联合国区域：以联合国 M49 名称表示的区域或次区域。

    Unit: UN M49 name.
    """
    country: Maybe[Iso3166_1] = None
    """Country or territory by its ISO 3166-1 two-letter code.

    国家：以 ISO 3166-1 二位字母代码表示的国家或地区。
    """
    subdivision: Maybe[Iso3166_2] = None
    """Province or state by its ISO 3166-2 code.

    行政区：以 ISO 3166-2 代码表示的省、州等行政区。
    """


class Identifier(Record):
    """Identifier (标识符).

    Business identifier of a party, site or product together with the scheme that issued it.

    主体、场所或产品的业务标识及其所属方案。
    """

    type: Literal["Identifier"] = discriminator()
    scheme: IdentifierScheme
    """Numbering scheme to which the value belongs.

    方案：该值所属的编码方案。
    """
    identifier_value: Text
    """Identifier as issued under the scheme, without blanks or separators.

    值：按该方案赋予的标识，不含空格与分隔符。
    """


IdentifierGln = Annotated[Identifier, Narrowed(scheme=("gln",))]
IdentifierGlnOrRegistryId = Annotated[Identifier, Narrowed(scheme=("gln", "registry_id"))]
IdentifierGtin = Annotated[Identifier, Narrowed(scheme=("gtin",))]


class LifecycleEvent(Document):
    """Life-cycle event (生命周期事件).

    Dated change of state: with machine document it changes the status of another document, with any other
    machine the business state of a finance or link document.

    有日期的状态变化：document 状态机改变其他文档的状态，其余状态机改变金融或链接文档的业务状态。
    """

    type: Literal["LifecycleEvent"] = discriminator()
    entity: Iri
    """Identifier of the document whose state changes.

    对象：状态发生变化的文档的标识。
    """
    machine: Machine
    """Machine in which the move happens; document stands for the status of any document, the others are business
    machines of modules finance and link.

    状态机：发生迁移的状态机；document 用于任何文档的状态，其余为金融与链接模块的业务状态机。
    """
    from_state: State
    """State of the machine before the event.

    原状态：事件发生前该状态机的状态。
    """
    to_state: State
    """State of the machine after the event.

    新状态：事件发生后该状态机的状态。
    """
    sequence: IntegerPositive
    """Running number of the event, from 1 without gap per document and machine.

    序号：事件的连续编号，按文档和状态机从 1 起不间断。
    """
    effective_at: DateTime
    """Instant in UTC from which the new state holds.

    生效时间：新状态开始生效的协调世界时时刻。
    """
    actor: Reference
    """Party that makes the move; it is the issuer of the event.

    行为方：作出该迁移的主体，即事件的签发方。

    Refers to: Party.
    """
    actor_role: ActorRole
    """Role in which the actor makes the move.

    行为角色：行为方作出该迁移时所处的角色。
    """
    reason: Maybe[EventReason] = None
    """Cause of the move by code.

    原因：以代码表示的迁移原因。
    """
    previous_event: Maybe[DocumentReference] = None
    """Citation of the event before this one of the same document and machine, given from sequence number 2 on.

    前一事件：同一文档、同一状态机上一事件的引用，自序号 2 起给出。

    Refers to: LifecycleEvent.
    """


class Period(Record):
    """Period (期间).

    Span of calendar days, first and last day both included.

    日历日的时间段，首日与末日均含在内。
    """

    type: Literal["Period"] = discriminator()
    start: Date
    """First day of the period, included.

    起始日：期间的第一天，含当日。
    """
    end: Date
    """Last day of the period, included.

    结束日：期间的最后一天，含当日。
    """


class Lot(Document):
    """Lot (批次).

    Physical quantity of one product from one origin and one production period.

    同一产地、同一生产期间的某一产品的实物数量。
    """

    type: Literal["Lot"] = discriminator()
    lot_number: Text
    """Lot code given by the producer.

    批号：生产者赋予的批号。
    """
    product: Reference
    """Product type of which the lot consists.

    产品类型：该批次所属的产品类型。

    Refers to: ProductType.
    """
    quantity: QuantityKgOrTOrLOrPiece
    """Whole amount that physically exists, in kg, t, L or pieces.

    数量：实际存在的全部数量，单位为 kg、t、L 或件。
    """
    produced_at: Reference
    """Site at which the lot was grown or made.

    产地：该批次种植或制造的场所。

    Refers to: Site.
    """
    period: Period
    """Days of harvest or making, both ends included.

    生产期间：采收或制造的日期范围，含首尾两日。
    """
    dry_matter_fraction: Maybe[CanonicalDecimal] = None
    """Dry mass divided by wet mass, from 0 to 1.

    干物质比例：干质量与湿质量之比，取值 0 至 1。
    """
    carbon_fraction: Maybe[CanonicalDecimal] = None
    """Mass of carbon divided by dry mass, from 0 to 1.

    含碳比例：碳质量与干质量之比，取值 0 至 1。
    """
    produced_from: Maybe[SetOf[Reference]] = None
    """Lots from which this lot was made.

    来源批次：用于制得本批次的来源批次。

    Refers to: Lot.
    """
    custody_model: CustodyModel
    """Model by which the identity of the goods is kept along the chain.

    监管链模式：货物身份沿链条保持的方式。
    """
    events: Maybe[SetOf[Iri]] = None
    """Identifiers of EPCIS events about the lot.

    事件引用：与该批次有关的 EPCIS 事件标识。
    """


class MaterialFlow(Record):
    """Material flow (物料流).

    One lot entering or leaving a process run.

    进入或离开一次工艺运行的一个批次。
    """

    type: Literal["MaterialFlow"] = discriminator()
    lot: Reference
    """Lot that flows.

    批次：流动的批次。

    Refers to: Lot.
    """
    role: FlowRole
    """Whether the flow is input, main product, co-product, residue or waste.

    流角色：该流为投入、主产品、共生产品、剩余物还是废弃物。
    """
    mass: QuantityTPositive
    """Mass in tonnes as weighed, water included.

    质量：称量所得的质量，单位吨，含水分。
    """
    dry_mass: Maybe[QuantityTPositive] = None
    """Mass in tonnes without water.

    干质量：不含水分的质量，单位吨。
    """
    carbon_mass: Maybe[QuantityTNonNegative] = None
    """Mass of carbon in the flow, in tonnes of C.

    碳质量：该流所含碳的质量，单位吨碳。
    """
    allocation_basis: Maybe[DecimalNonNegative] = None
    """Revenue, mass, energy or carbon of the output by which burdens are shared, in one unit for the run; 0 for
    residue and waste.

    分配基数：用于分摊负担的产出收入、质量、能量或含碳量，同一运行采用同一单位；剩余物与废弃物为 0。
    """
    allocation_factor: Maybe[DecimalFrom0To1] = None
    """Share of the burdens of the run carried by this output, from 0 to 1; the factors of all outputs add up to 1.

    分配系数：该产出所承担的运行负担份额，取值 0 至 1；全部产出的系数之和为 1。
    """
    economic_share: Maybe[DecimalFrom0To1] = None
    """Share of this output in the revenue of the run, from 0 to 1, given for residues.

    经济份额：该产出占运行收入的份额，取值 0 至 1，剩余物必须给出。
    """


class MethodReference(Record):
    """Method reference (方法引用).

    Method, standard or data source named with its version.

    载明版本的方法、标准或数据来源。
    """

    type: Literal["MethodReference"] = discriminator()
    method_name: Text
    """Name under which the method is published.

    名称：该方法发布时的名称。
    """
    version: Text
    """Version or edition of the method.

    版本：该方法的版本号或版次。
    """
    uri: Maybe[Iri] = None
    """IRI at which the method can be found.

    链接：可查得该方法的 IRI。
    """
    publisher: Maybe[Text] = None
    """Body that publishes and maintains the method.

    编制机构：发布并维护该方法的机构。
    """


class Money(Record):
    """Money (金额).

    Amount of money in one currency.

    某一币种的金额。
    """

    type: Literal["Money"] = discriminator()
    amount: CanonicalDecimal
    """Amount in major units of the currency, at most as many decimals as its minor unit except in a unit price.

    金额：以币种主单位计的金额，除单价外小数位不超过其最小单位。
    """
    currency: Iso4217
    """Currency by its ISO 4217 code.

    币种：以 ISO 4217 代码表示的币种。
    """


MoneyPositive = Annotated[Money, Narrowed(bound=DecimalForm(minimum=Decimal("0"), exclusive_minimum=True))]


class Party(Document):
    """Party (主体).

    Actor of the chain: grower, kiln operator, brand owner, verifier, lender or authority.

    链条中的行为主体：种植者、炭化运营者、品牌主、核查机构、金融机构或主管部门等。
    """

    type: Literal["Party"] = discriminator()
    name: LocalizedText
    """Legal name, or the common name where there is none.

    名称：法定名称，无法定名称的为通用名称。
    """
    party_kind: PartyKind
    """Whether the party is a legal entity, a cooperative, a natural person or a public body.

    主体类别：该主体为法人、合作社、自然人还是公共机构。
    """
    identifiers: Maybe[SetOf[Identifier]] = None
    """Business identifiers under which the party is registered.

    标识符：该主体登记所用的业务标识。
    """
    roles: SetOf[PartyRole]
    """What the party does in the chain.

    角色：该主体在链条中承担的角色。
    """
    country: Iso3166_1
    """Country of the seat by its ISO 3166-1 two-letter code.

    国家：住所所在国家或地区的 ISO 3166-1 二位字母代码。
    """
    subdivision: Maybe[Iso3166_2] = None
    """Province or state of the seat by its ISO 3166-2 code.

    行政区：住所所在省、州等行政区的 ISO 3166-2 代码。
    """
    accreditations: Maybe[SetOf[Text]] = None
    """Accreditation numbers, as of verifiers and laboratories.

    认可信息：认可证书编号，如核查机构和实验室的编号。
    """


class ProcessRun(Document):
    """Process run (工艺运行).

    One run of a process that turns input lots into output lots.

    将投入批次转化为产出批次的一次工艺运行。
    """

    type: Literal["ProcessRun"] = discriminator()
    process_type: ProcessType
    """Kind of process that was run.

    工艺类型：所运行工艺的种类。
    """
    site: Reference
    """Site at which the run took place.

    场所：运行所在的场所。

    Refers to: Site.
    """
    period: Period
    """Days on which the run took place, both ends included.

    期间：运行的起止日期，含首尾两日。
    """
    inputs: Maybe[SetOf[MaterialFlow]] = None
    """Flows of the lots consumed.

    投入：所消耗批次的物料流。
    """
    outputs: SetOf[MaterialFlow]
    """Flows of the lots made.

    产出：所产出批次的物料流。
    """
    allocation_method: AllocationMethod
    """The one method by which the burdens of the run are shared among its outputs.

    分配方法：将运行负担在各产出之间分摊的唯一方法。
    """
    dry_mass_loss: Maybe[QuantityTNonNegative] = None
    """Dry mass in tonnes that leaves as gas, water vapour excluded.

    干物质损失：以气体形式离开的干质量，单位吨，不含水蒸气。
    """
    carbon_loss_measured: Maybe[QuantityTNonNegative] = None
    """Mass of carbon in tonnes that leaves as gas, given when it was measured.

    碳损失实测值：以气体形式离开的碳质量，单位吨，实测时给出。
    """
    nitrogen_applied: Maybe[QuantityKgNonNegative] = None
    """Mass of nitrogen in kg spread with fertiliser and manure in a cultivation run.

    施氮量：种植运行中随肥料施入的氮质量，单位 kg。
    """
    energy_use: Maybe[SetOf[EnergyUse]] = None
    """Energy carriers used in the run.

    能源使用：该次运行所用的能源。
    """


class ProductType(Document):
    """Product type (产品类型).

    Product independent of any lot.

    不依赖于具体批次的产品。
    """

    type: Literal["ProductType"] = discriminator()
    name: LocalizedText
    """Name under which the product is sold.

    名称：产品销售所用的名称。
    """
    identifiers: Maybe[SetOf[IdentifierGtin]] = None
    """Trade item numbers of the product.

    标识符：该产品的贸易项目代码。
    """
    classifications: Maybe[SetOf[Iri]] = None
    """Concept IRIs of product vocabularies such as AGROVOC, FoodOn or CPC.

    分类：AGROVOC、FoodOn、CPC 等产品词表的概念 IRI。
    """
    biogenic_product: Boolean
    """True when the product contains carbon of biological origin.

    生物质产品：产品含有生物来源的碳时为真。
    """
    perennial: Boolean
    """True when the product comes from a perennial crop such as an orchard.

    多年生作物：产品来自果园等多年生作物时为真。
    """
    product_rule: Maybe[MethodReference] = None
    """Product category rule by which footprints of this product are made.

    产品类别规则：编制该产品足迹所依据的产品类别规则。
    """


class Site(Document):
    """Site (场所).

    Place where something grows, is processed or is stored.

    种植、加工或储存所在的地点。
    """

    type: Literal["Site"] = discriminator()
    name: LocalizedText
    """Name by which the place is known.

    名称：该地点通行的名称。
    """
    operator: Reference
    """Party that runs the site.

    运营方：运营该场所的主体。

    Refers to: Party.
    """
    site_roles: SetOf[SiteRole]
    """What the place is used for.

    用途：该地点的用途。
    """
    identifiers: Maybe[SetOf[IdentifierGln]] = None
    """Location numbers of the site.

    标识符：该场所的位置码。
    """
    country: Iso3166_1
    """Country of the site by its ISO 3166-1 two-letter code.

    国家：场所所在国家或地区的 ISO 3166-1 二位字母代码。
    """
    geometry_wkt: Maybe[Text] = None
    """Boundary as well-known text in WGS 84, longitude before latitude.

    空间边界：以 WKT 文本表示的边界，采用 WGS 84 坐标系，先经度后纬度。

    Unit: WKT, WGS 84, lon lat.
    """
    area: Maybe[QuantityHar] = None
    """Ground area in hectares.

    面积：占地面积，单位公顷。
    """
    soil_temperature: Maybe[Quantity] = None
    """Mean annual temperature of the soil in degrees Celsius.

    土壤年均温：土壤的年平均温度，单位摄氏度。
    """
    soil_type: Maybe[SoilType] = None
    """Whether the soil is mineral or organic.

    土壤类型：土壤为矿质土还是有机土。
    """


class VerificationStatement(Document):
    """Verification statement (核查声明).

    Opinion of an independent body on one or more exact documents.

    独立机构对一份或多份确切文档出具的意见。
    """

    type: Literal["VerificationStatement"] = discriminator()
    subjects: SetOf[DocumentReference]
    """Citations of exactly the documents that were verified.

    核查对象：所核查的确切文档的引用。

    Refers to: Document.
    """
    verifier: Reference
    """Body that gives the opinion; it is the issuer of the statement.

    核查机构：出具意见的机构，即声明的签发方。

    Refers to: Party.
    """
    accreditation: Maybe[Text] = None
    """Number of the accreditation under which the verifier works.

    认可编号：核查机构所持认可的编号。
    """
    standard: VerificationStandard
    """Standard by which the verification was carried out.

    核查标准：实施核查所依据的标准。
    """
    level: AssuranceLevel
    """Whether assurance is limited or reasonable.

    保证等级：为有限保证还是合理保证。
    """
    opinion: VerificationOpinion
    """Kind of opinion given on the documents.

    意见类型：对文档所出具意见的类型。
    """
    materiality: CanonicalDecimal
    """Largest error, in percent of the verified figure, that the opinion leaves uncorrected.

    实质性阈值：意见所容许的未更正差错上限，以占被核查数值的百分数表示。

    Unit: percent.
    """
    completed_on: Date
    """Day on which the verification work ended.

    完成日期：核查工作结束之日。
    """
    validity: Period
    """Days on which the opinion may be relied on, both ends included.

    有效期：意见可供依据的日期范围，含首尾两日。
    """
    scope_text: Maybe[LocalizedText] = None
    """What the verification covered, in words.

    范围说明：核查所涵盖内容的文字说明。
    """
