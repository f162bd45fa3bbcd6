# Generated from spec/ by `gclink spec build`; do not edit.
"""The code lists of the standard."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field


class ActorRole(StrEnum):
    """role of the actor (行为角色).

    Roles in which a party may move a state machine.

    主体推动状态机迁移时可担任的角色。
    """

    SELLER = "seller"
    OBLIGOR = "obligor"
    FINANCIER = "financier"
    PLATFORM = "platform"
    VERIFIER = "verifier"
    ISSUER = "issuer"
    CONTROLLER = "controller"
    """holder of the record (记录控制人)."""
    GUARANTOR = "guarantor"


class AllocationMethod(StrEnum):
    """allocation method (分配方法).

    Ways to share the burdens of a process among its outputs, in the terms of ISO 14044.

    按 ISO 14044 用语将过程负担在各产出间分摊的方法。
    """

    NONE = "none"
    """single output (单一产出)."""
    SUBDIVISION = "subdivision"
    PHYSICAL_MASS = "physical_mass"
    """by mass (质量分配)."""
    PHYSICAL_ENERGY = "physical_energy"
    """by energy (能量分配)."""
    PHYSICAL_CARBON = "physical_carbon"
    """by carbon (碳含量分配)."""
    ECONOMIC = "economic"
    """by revenue (经济分配)."""


class AssuranceLevel(StrEnum):
    """level of assurance (保证等级).

    Depth of a verification: how much work stands behind the opinion.

    核查的深度，即意见背后工作的充分程度。
    """

    LIMITED = "limited"
    REASONABLE = "reasonable"


class ConformanceClass(StrEnum):
    """conformance class (符合性类别).

    Selections of requirements that an implementation of one role, or for one market, gets right.

    某一角色或面向某一市场的实现须正确处理的一组要求。
    """

    PASSPORT_ISSUER = "passport_issuer"
    """Passport issuer (碳排护照签发方)."""
    BRAND_OWNER = "brand_owner"
    """Brand owner (品牌主)."""
    REMOVAL_OPERATOR = "removal_operator"
    """Removal operator (碳清除运营方)."""
    FINANCIER = "financier"
    """Financier (资金方)."""
    VERIFIER = "verifier"
    """Verifier (核查机构)."""
    REGISTRY = "registry"
    """Registry (登记机构)."""
    VALIDATOR = "validator"
    """Validator (校验器)."""
    CN = "cn"
    """China (中国市场)."""
    EU = "eu"
    """European Union (欧盟市场)."""


class ConformanceConclusion(StrEnum):
    """conclusion about a conformance class (符合性类别的结论).

    What a run of the suite concludes about one conformance class.

    一次测试就一个符合性类别得出的结论。
    """

    PASS = "pass"
    FAIL = "fail"
    ERROR = "error"
    INCONCLUSIVE = "inconclusive"


class ConformanceGrade(StrEnum):
    """grade of conformance (符合性等级).

    How much of each answer was right.

    每个回答正确到何种程度。
    """

    EXPLAINED = "explained"
    VERDICT = "verdict"
    NONE = "none"


class CustodyModel(StrEnum):
    """chain-of-custody model (监管链模式).

    Chain-of-custody models in the terms of ISO 22095.

    采用 ISO 22095 用语的监管链模式。
    """

    IDENTITY_PRESERVED = "identity_preserved"
    """identity preserved (身份保持)."""
    SEGREGATED = "segregated"
    MASS_BALANCE = "mass_balance"
    """mass balance (质量平衡)."""
    CONTROLLED_BLENDING = "controlled_blending"
    """controlled blending (受控混合)."""
    BOOK_AND_CLAIM = "book_and_claim"
    """book and claim (登记声明)."""


class DocumentStatus(StrEnum):
    """document status (文档状态).

    Status of a document at issue and, derived from events, at any later instant.

    文档签发时的状态，以及由事件推导的其后任一时刻的状态。
    """

    ACTIVE = "active"
    SUPERSEDED = "superseded"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


class EnergyCarrier(StrEnum):
    """energy carrier (能源品种).

    Fuels and energies used in process runs.

    工艺运行所用的燃料与能量种类。
    """

    ELECTRICITY = "electricity"
    DIESEL = "diesel"
    PETROL = "petrol"
    LPG = "lpg"
    """LPG (液化石油气)."""
    NATURAL_GAS = "natural_gas"
    """natural gas (天然气)."""
    WOOD = "wood"
    SYNGAS = "syngas"
    """pyrolysis gas (热解气)."""
    OTHER = "other"


class EventReason(StrEnum):
    """event reason (事件原因).

    Causes of a change of state.

    状态变化的原因。
    """

    CONTRACT = "contract"
    DISPUTE = "dispute"
    CREDIT = "credit"
    """credit event (信用事件)."""
    CARBON_EVIDENCE_REVOKED = "carbon_evidence_revoked"
    """carbon evidence revoked (碳证据撤销)."""
    CARBON_EVIDENCE_SUSPENDED = "carbon_evidence_suspended"
    """carbon evidence suspended (碳证据暂停)."""
    CORRECTION = "correction"
    REMOVAL_REVERSAL = "removal_reversal"
    """reversal of a removal (清除逆转)."""
    OTHER = "other"


class FlowRole(StrEnum):
    """role of a flow (流角色).

    Role of a lot in a process run; it decides whether the flow carries burdens.

    批次在工艺运行中的角色，决定该流是否承担负担。
    """

    INPUT = "input"
    MAIN_PRODUCT = "main_product"
    """main product (主产品)."""
    CO_PRODUCT = "co_product"
    """co-product (共生产品)."""
    RESIDUE = "residue"
    WASTE = "waste"


class IdentifierScheme(StrEnum):
    """identifier scheme (标识方案).

    Numbering schemes for parties, sites and products.

    主体、场所和产品的编码方案。
    """

    GTIN = "gtin"
    """GS1 trade item number (全球贸易项目代码)."""
    GLN = "gln"
    """GS1 location number (全球位置码)."""
    LEI = "lei"
    """legal entity identifier (法人机构识别编码)."""
    USCC = "uscc"
    """unified social credit code (统一社会信用代码)."""
    BIC = "bic"
    """business identifier code (银行识别代码)."""
    DID = "did"
    """decentralised identifier (去中心化标识)."""
    NATIONAL_OTHER = "national_other"
    """other national number (其他国家号码)."""
    REGISTRY_ID = "registry_id"
    """registry number (登记编号)."""


class Iso3166_1(StrEnum):
    """country (ISO 3166-1 alpha-2) (国家或地区（ISO 3166-1 二位代码）).

    Officially assigned two-letter codes of countries and territories.

    正式分配的国家和地区二位字母代码。
    """

    AD = "AD"
    AE = "AE"
    AF = "AF"
    AG = "AG"
    AI = "AI"
    AL = "AL"
    AM = "AM"
    AO = "AO"
    AQ = "AQ"
    AR = "AR"
    AS = "AS"
    AT = "AT"
    AU = "AU"
    AW = "AW"
    AX = "AX"
    AZ = "AZ"
    BA = "BA"
    BB = "BB"
    BD = "BD"
    BE = "BE"
    BF = "BF"
    BG = "BG"
    BH = "BH"
    BI = "BI"
    BJ = "BJ"
    BL = "BL"
    BM = "BM"
    BN = "BN"
    BO = "BO"
    BQ = "BQ"
    BR = "BR"
    BS = "BS"
    BT = "BT"
    BV = "BV"
    BW = "BW"
    BY = "BY"
    BZ = "BZ"
    CA = "CA"
    CC = "CC"
    CD = "CD"
    CF = "CF"
    CG = "CG"
    CH = "CH"
    CI = "CI"
    CK = "CK"
    CL = "CL"
    CM = "CM"
    CN = "CN"
    CO = "CO"
    CR = "CR"
    CU = "CU"
    CV = "CV"
    CW = "CW"
    CX = "CX"
    CY = "CY"
    CZ = "CZ"
    DE = "DE"
    DJ = "DJ"
    DK = "DK"
    DM = "DM"
    DO = "DO"
    DZ = "DZ"
    EC = "EC"
    EE = "EE"
    EG = "EG"
    EH = "EH"
    ER = "ER"
    ES = "ES"
    ET = "ET"
    FI = "FI"
    FJ = "FJ"
    FK = "FK"
    FM = "FM"
    FO = "FO"
    FR = "FR"
    GA = "GA"
    GB = "GB"
    GD = "GD"
    GE = "GE"
    GF = "GF"
    GG = "GG"
    GH = "GH"
    GI = "GI"
    GL = "GL"
    GM = "GM"
    GN = "GN"
    GP = "GP"
    GQ = "GQ"
    GR = "GR"
    GS = "GS"
    GT = "GT"
    GU = "GU"
    GW = "GW"
    GY = "GY"
    HK = "HK"
    HM = "HM"
    HN = "HN"
    HR = "HR"
    HT = "HT"
    HU = "HU"
    ID = "ID"
    IE = "IE"
    IL = "IL"
    IM = "IM"
    IN = "IN"
    IO = "IO"
    IQ = "IQ"
    IR = "IR"
    IS = "IS"
    IT = "IT"
    JE = "JE"
    JM = "JM"
    JO = "JO"
    JP = "JP"
    KE = "KE"
    KG = "KG"
    KH = "KH"
    KI = "KI"
    KM = "KM"
    KN = "KN"
    KP = "KP"
    KR = "KR"
    KW = "KW"
    KY = "KY"
    KZ = "KZ"
    LA = "LA"
    LB = "LB"
    LC = "LC"
    LI = "LI"
    LK = "LK"
    LR = "LR"
    LS = "LS"
    LT = "LT"
    LU = "LU"
    LV = "LV"
    LY = "LY"
    MA = "MA"
    MC = "MC"
    MD = "MD"
    ME = "ME"
    MF = "MF"
    MG = "MG"
    MH = "MH"
    MK = "MK"
    ML = "ML"
    MM = "MM"
    MN = "MN"
    MO = "MO"
    MP = "MP"
    MQ = "MQ"
    MR = "MR"
    MS = "MS"
    MT = "MT"
    MU = "MU"
    MV = "MV"
    MW = "MW"
    MX = "MX"
    MY = "MY"
    MZ = "MZ"
    NA = "NA"
    NC = "NC"
    NE = "NE"
    NF = "NF"
    NG = "NG"
    NI = "NI"
    NL = "NL"
    NO = "NO"
    NP = "NP"
    NR = "NR"
    NU = "NU"
    NZ = "NZ"
    OM = "OM"
    PA = "PA"
    PE = "PE"
    PF = "PF"
    PG = "PG"
    PH = "PH"
    PK = "PK"
    PL = "PL"
    PM = "PM"
    PN = "PN"
    PR = "PR"
    PS = "PS"
    PT = "PT"
    PW = "PW"
    PY = "PY"
    QA = "QA"
    RE = "RE"
    RO = "RO"
    RS = "RS"
    RU = "RU"
    RW = "RW"
    SA = "SA"
    SB = "SB"
    SC = "SC"
    SD = "SD"
    SE = "SE"
    SG = "SG"
    SH = "SH"
    SI = "SI"
    SJ = "SJ"
    SK = "SK"
    SL = "SL"
    SM = "SM"
    SN = "SN"
    SO = "SO"
    SR = "SR"
    SS = "SS"
    ST = "ST"
    SV = "SV"
    SX = "SX"
    SY = "SY"
    SZ = "SZ"
    TC = "TC"
    TD = "TD"
    TF = "TF"
    TG = "TG"
    TH = "TH"
    TJ = "TJ"
    TK = "TK"
    TL = "TL"
    TM = "TM"
    TN = "TN"
    TO = "TO"
    TR = "TR"
    TT = "TT"
    TV = "TV"
    TW = "TW"
    TZ = "TZ"
    UA = "UA"
    UG = "UG"
    UM = "UM"
    US = "US"
    UY = "UY"
    UZ = "UZ"
    VA = "VA"
    VC = "VC"
    VE = "VE"
    VG = "VG"
    VI = "VI"
    VN = "VN"
    VU = "VU"
    WF = "WF"
    WS = "WS"
    YE = "YE"
    YT = "YT"
    ZA = "ZA"
    ZM = "ZM"
    ZW = "ZW"


#: subdivision (ISO 3166-2) (行政区（ISO 3166-2）).
Iso3166_2 = Annotated[str, Field(strict=True, pattern="^([A-Z]{2}-[A-Z0-9]{1,3})$")]


class Iso4217(StrEnum):
    """currency (ISO 4217) (币种（ISO 4217）).

    Current and withdrawn currency codes; whether a code is in force on a day is a rule of module finance.

    现行与已撤销的货币代码；某日是否有效由金融模块的规则判断。
    """

    ADP = "ADP"
    AED = "AED"
    AFA = "AFA"
    AFN = "AFN"
    ALK = "ALK"
    ALL = "ALL"
    AMD = "AMD"
    ANG = "ANG"
    AOA = "AOA"
    AOK = "AOK"
    AON = "AON"
    AOR = "AOR"
    ARA = "ARA"
    ARP = "ARP"
    ARS = "ARS"
    ARY = "ARY"
    ATS = "ATS"
    AUD = "AUD"
    AWG = "AWG"
    AYM = "AYM"
    AZM = "AZM"
    AZN = "AZN"
    BAD = "BAD"
    BAM = "BAM"
    BBD = "BBD"
    BDT = "BDT"
    BEC = "BEC"
    BEF = "BEF"
    BEL = "BEL"
    BGJ = "BGJ"
    BGK = "BGK"
    BGL = "BGL"
    BGN = "BGN"
    BHD = "BHD"
    BIF = "BIF"
    BMD = "BMD"
    BND = "BND"
    BOB = "BOB"
    BOP = "BOP"
    BOV = "BOV"
    BRB = "BRB"
    BRC = "BRC"
    BRE = "BRE"
    BRL = "BRL"
    BRN = "BRN"
    BRR = "BRR"
    BSD = "BSD"
    BTN = "BTN"
    BUK = "BUK"
    BWP = "BWP"
    BYB = "BYB"
    BYN = "BYN"
    BYR = "BYR"
    BZD = "BZD"
    CAD = "CAD"
    CDF = "CDF"
    CHC = "CHC"
    CHE = "CHE"
    CHF = "CHF"
    CHW = "CHW"
    CLF = "CLF"
    CLP = "CLP"
    CNY = "CNY"
    COP = "COP"
    COU = "COU"
    CRC = "CRC"
    CSD = "CSD"
    CSJ = "CSJ"
    CSK = "CSK"
    CUC = "CUC"
    CUP = "CUP"
    CVE = "CVE"
    CYP = "CYP"
    CZK = "CZK"
    DDM = "DDM"
    DEM = "DEM"
    DJF = "DJF"
    DKK = "DKK"
    DOP = "DOP"
    DZD = "DZD"
    ECS = "ECS"
    ECV = "ECV"
    EEK = "EEK"
    EGP = "EGP"
    ERN = "ERN"
    ESA = "ESA"
    ESB = "ESB"
    ESP = "ESP"
    ETB = "ETB"
    EUR = "EUR"
    FIM = "FIM"
    FJD = "FJD"
    FKP = "FKP"
    FRF = "FRF"
    GBP = "GBP"
    GEK = "GEK"
    GEL = "GEL"
    GHC = "GHC"
    GHP = "GHP"
    GHS = "GHS"
    GIP = "GIP"
    GMD = "GMD"
    GNE = "GNE"
    GNF = "GNF"
    GNS = "GNS"
    GQE = "GQE"
    GRD = "GRD"
    GTQ = "GTQ"
    GWE = "GWE"
    GWP = "GWP"
    GYD = "GYD"
    HKD = "HKD"
    HNL = "HNL"
    HRD = "HRD"
    HRK = "HRK"
    HTG = "HTG"
    HUF = "HUF"
    IDR = "IDR"
    IEP = "IEP"
    ILP = "ILP"
    ILR = "ILR"
    ILS = "ILS"
    INR = "INR"
    IQD = "IQD"
    IRR = "IRR"
    ISJ = "ISJ"
    ISK = "ISK"
    ITL = "ITL"
    JMD = "JMD"
    JOD = "JOD"
    JPY = "JPY"
    KES = "KES"
    KGS = "KGS"
    KHR = "KHR"
    KMF = "KMF"
    KPW = "KPW"
    KRW = "KRW"
    KWD = "KWD"
    KYD = "KYD"
    KZT = "KZT"
    LAJ = "LAJ"
    LAK = "LAK"
    LBP = "LBP"
    LKR = "LKR"
    LRD = "LRD"
    LSL = "LSL"
    LSM = "LSM"
    LTL = "LTL"
    LTT = "LTT"
    LUC = "LUC"
    LUF = "LUF"
    LUL = "LUL"
    LVL = "LVL"
    LVR = "LVR"
    LYD = "LYD"
    MAD = "MAD"
    MDL = "MDL"
    MGA = "MGA"
    MGF = "MGF"
    MKD = "MKD"
    MLF = "MLF"
    MMK = "MMK"
    MNT = "MNT"
    MOP = "MOP"
    MRO = "MRO"
    MRU = "MRU"
    MTL = "MTL"
    MTP = "MTP"
    MUR = "MUR"
    MVQ = "MVQ"
    MVR = "MVR"
    MWK = "MWK"
    MXN = "MXN"
    MXP = "MXP"
    MXV = "MXV"
    MYR = "MYR"
    MZE = "MZE"
    MZM = "MZM"
    MZN = "MZN"
    NAD = "NAD"
    NGN = "NGN"
    NIC = "NIC"
    NIO = "NIO"
    NLG = "NLG"
    NOK = "NOK"
    NPR = "NPR"
    NZD = "NZD"
    OMR = "OMR"
    PAB = "PAB"
    PEH = "PEH"
    PEI = "PEI"
    PEN = "PEN"
    PES = "PES"
    PGK = "PGK"
    PHP = "PHP"
    PKR = "PKR"
    PLN = "PLN"
    PLZ = "PLZ"
    PTE = "PTE"
    PYG = "PYG"
    QAR = "QAR"
    RHD = "RHD"
    ROK = "ROK"
    ROL = "ROL"
    RON = "RON"
    RSD = "RSD"
    RUB = "RUB"
    RUR = "RUR"
    RWF = "RWF"
    SAR = "SAR"
    SBD = "SBD"
    SCR = "SCR"
    SDD = "SDD"
    SDG = "SDG"
    SDP = "SDP"
    SEK = "SEK"
    SGD = "SGD"
    SHP = "SHP"
    SIT = "SIT"
    SKK = "SKK"
    SLE = "SLE"
    SLL = "SLL"
    SOS = "SOS"
    SRD = "SRD"
    SRG = "SRG"
    SSP = "SSP"
    STD = "STD"
    STN = "STN"
    SUR = "SUR"
    SVC = "SVC"
    SYP = "SYP"
    SZL = "SZL"
    THB = "THB"
    TJR = "TJR"
    TJS = "TJS"
    TMM = "TMM"
    TMT = "TMT"
    TND = "TND"
    TOP = "TOP"
    TPE = "TPE"
    TRL = "TRL"
    TRY = "TRY"
    TTD = "TTD"
    TWD = "TWD"
    TZS = "TZS"
    UAH = "UAH"
    UAK = "UAK"
    UGS = "UGS"
    UGW = "UGW"
    UGX = "UGX"
    USD = "USD"
    USN = "USN"
    USS = "USS"
    UYI = "UYI"
    UYN = "UYN"
    UYP = "UYP"
    UYU = "UYU"
    UYW = "UYW"
    UZS = "UZS"
    VEB = "VEB"
    VED = "VED"
    VEF = "VEF"
    VES = "VES"
    VNC = "VNC"
    VND = "VND"
    VUV = "VUV"
    WST = "WST"
    XAD = "XAD"
    XAF = "XAF"
    XAG = "XAG"
    XAU = "XAU"
    XBA = "XBA"
    XBB = "XBB"
    XBC = "XBC"
    XBD = "XBD"
    XCD = "XCD"
    XCG = "XCG"
    XDR = "XDR"
    XEU = "XEU"
    XFO = "XFO"
    XFU = "XFU"
    XOF = "XOF"
    XPD = "XPD"
    XPF = "XPF"
    XPT = "XPT"
    XRE = "XRE"
    XSU = "XSU"
    XTS = "XTS"
    XUA = "XUA"
    XXX = "XXX"
    YDD = "YDD"
    YER = "YER"
    YUD = "YUD"
    YUM = "YUM"
    YUN = "YUN"
    ZAL = "ZAL"
    ZAR = "ZAR"
    ZMK = "ZMK"
    ZMW = "ZMW"
    ZRN = "ZRN"
    ZRZ = "ZRZ"
    ZWC = "ZWC"
    ZWD = "ZWD"
    ZWG = "ZWG"
    ZWL = "ZWL"
    ZWN = "ZWN"
    ZWR = "ZWR"


class Machine(StrEnum):
    """state machine (状态机).

    State machines that a life-cycle event can move.

    生命周期事件可推动的状态机。
    """

    PROGRAMME = "programme"
    FACILITY = "facility"
    RECEIVABLE = "receivable"
    PURCHASE_ORDER = "purchase_order"
    """purchase order (采购订单)."""
    INVENTORY = "inventory"
    UNDERTAKING = "undertaking"
    TRANSFERABLE_RECORD = "transferable_record"
    """transferable record (电子可转让记录)."""
    CREDIT_ENHANCEMENT = "credit_enhancement"
    """credit enhancement (增信措施)."""
    TRANSACTION = "transaction"
    KPI_OBSERVATION = "kpi_observation"
    """KPI observation (指标观测)."""
    MARGIN_ADJUSTMENT = "margin_adjustment"
    """margin adjustment (利差调整)."""
    CARBON_LINK = "carbon_link"
    """carbon link (绿碳链接)."""
    REMOVAL_PLEDGE = "removal_pledge"
    """removal pledge (清除量质押)."""
    DOCUMENT = "document"
    """document status (文档状态)."""


class PartyKind(StrEnum):
    """legal nature of a party (主体类别).

    Legal nature of a party; it decides which identifiers may be published.

    主体的法律性质，决定可公开哪些标识。
    """

    LEGAL_ENTITY = "legal_entity"
    """legal entity (法人)."""
    COOPERATIVE = "cooperative"
    """farmer cooperative (农民专业合作社)."""
    NATURAL_PERSON = "natural_person"
    """natural person (自然人)."""
    PUBLIC_BODY = "public_body"
    """public body (公共机构)."""


class PartyRole(StrEnum):
    """role of a party (主体角色).

    Roles that parties play along the chain.

    主体在链条中承担的角色。
    """

    GROWER = "grower"
    PROCESSOR = "processor"
    KILN_OPERATOR = "kiln_operator"
    """kiln operator (炭化运营者)."""
    STORAGE_OPERATOR = "storage_operator"
    """storage operator (封存运营者)."""
    BRAND_OWNER = "brand_owner"
    """brand owner (品牌主)."""
    RETAILER = "retailer"
    CONSUMER = "consumer"
    VERIFIER = "verifier"
    LABORATORY = "laboratory"
    REGISTRY = "registry"
    FINANCIER = "financier"
    AUTHORITY = "authority"
    """public authority (主管部门)."""
    RATING_AGENCY = "rating_agency"
    """rating agency (评级机构)."""
    SCHEME_OPERATOR = "scheme_operator"
    """scheme operator (机制运营方)."""
    TRADER = "trader"
    PLATFORM = "platform"
    """platform operator (平台运营方)."""
    GUARANTOR = "guarantor"
    """guarantor or insurer (担保或保险机构)."""
    WAREHOUSE_KEEPER = "warehouse_keeper"
    """warehouse keeper (仓储方)."""
    ASSESSOR = "assessor"
    """assessor or valuer (评估机构)."""


class ProcessType(StrEnum):
    """process type (工艺类型).

    Kinds of process from cultivation to storage of the product.

    从种植到产品储存的工艺种类。
    """

    CULTIVATION = "cultivation"
    HARVEST = "harvest"
    PRUNING = "pruning"
    CHIPPING = "chipping"
    PYROLYSIS = "pyrolysis"
    GASIFICATION = "gasification"
    COMBUSTION = "combustion"
    CARBON_CAPTURE = "carbon_capture"
    """carbon capture (碳捕集)."""
    FERMENTATION = "fermentation"
    DISTILLATION = "distillation"
    MUSHROOM_CULTIVATION = "mushroom_cultivation"
    """mushroom growing (菌菇栽培)."""
    BEEKEEPING = "beekeeping"
    ANIMAL_HUSBANDRY = "animal_husbandry"
    """animal husbandry (养殖)."""
    PACKING = "packing"
    TRANSPORT = "transport"
    COLD_STORAGE = "cold_storage"
    """cold storage (冷藏)."""
    ASH_RETURN = "ash_return"
    """return of ash to the soil (草木灰还田)."""
    OTHER = "other"


class SiteRole(StrEnum):
    """use of a site (场所用途).

    Uses of a place.

    地点的用途。
    """

    ORCHARD = "orchard"
    PLOT = "plot"
    KILN = "kiln"
    PLANT = "plant"
    """processing plant (加工厂)."""
    STORE = "store"
    """storage site (封存场地)."""
    GEOLOGICAL_STORE = "geological_store"
    """geological store (地质封存点)."""
    KITCHEN = "kitchen"
    DISTILLERY = "distillery"
    APIARY = "apiary"
    MUSHROOM_HOUSE = "mushroom_house"
    """mushroom house (菇房)."""
    POULTRY_HOUSE = "poultry_house"
    """poultry house (禽舍)."""


class SoilType(StrEnum):
    """soil type (土壤类型).

    Kinds of soil that the storage of carbon distinguishes.

    碳封存所区分的土壤种类。
    """

    MINERAL = "mineral"
    """mineral soil (矿质土)."""
    ORGANIC = "organic"
    """organic soil (有机土)."""


class State(StrEnum):
    """business and document state (业务状态与文档状态).

    States of all machines; which of them belong to one machine stands in its transition table.

    全部状态机的状态；各状态机所用的状态见其迁移表。
    """

    PROPOSED = "proposed"
    OPEN = "open"
    AVAILABLE = "available"
    SUSPENDED = "suspended"
    MATURED = "matured"
    TERMINATED = "terminated"
    CLOSED = "closed"
    ISSUED = "issued"
    APPROVED = "approved"
    DISPUTED = "disputed"
    CANCELLED = "cancelled"
    OFFERED = "offered"
    """offered for financing (已提交融资)."""
    FINANCED = "financed"
    PLEDGED = "pledged"
    PART_SETTLED = "part_settled"
    """part settled (部分结清)."""
    SETTLED = "settled"
    OVERDUE = "overdue"
    REPURCHASED = "repurchased"
    RELEASED = "released"
    DEFAULTED = "defaulted"
    WRITTEN_OFF = "written_off"
    """written off (已核销)."""
    ACCEPTED = "accepted"
    FULFILLED = "fulfilled"
    STORED = "stored"
    WITHDRAWN = "withdrawn"
    ENFORCED = "enforced"
    HONOURED = "honoured"
    DISHONOURED = "dishonoured"
    EXPIRED = "expired"
    TRANSFERRED = "transferred"
    SPLIT = "split"
    PRESENTED = "presented"
    """presented for payment (已提示付款)."""
    DISCHARGED = "discharged"
    CALLED = "called"
    """called upon (已索赔)."""
    PAID = "paid"
    REJECTED = "rejected"
    REQUESTED = "requested"
    FUNDED = "funded"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    APPLIED = "applied"
    SUPERSEDED = "superseded"
    CALCULATED = "calculated"
    REVERSED = "reversed"
    ACTIVE = "active"
    REVOKED = "revoked"


class Syntax(StrEnum):
    """syntax (语法).

    Written forms of a document.

    文档的书写形式。
    """

    JSON = "json"
    """JSON (JSON 语法)."""
    XML = "xml"
    """XML (XML 语法)."""
    JSONLD = "jsonld"
    """JSON-LD (JSON-LD 语法)."""
    TURTLE = "turtle"
    """Turtle (Turtle 语法)."""
    NTRIPLES = "ntriples"
    """N-Triples (N-Triples 语法)."""


class VerdictTier(StrEnum):
    """tier of verdict (判定层级).

    What a requirement looks at.

    要求所核对的范围。
    """

    T1 = "t1"
    """form of one document (单份文档的形式)."""
    T2 = "t2"
    """rules inside one document (单份文档内的规则)."""
    T3 = "t3"
    """rules across documents (跨文档的规则)."""


class VerificationOpinion(StrEnum):
    """kind of opinion (意见类型).

    Kinds of verification opinion.

    核查意见的类型。
    """

    UNMODIFIED = "unmodified"
    QUALIFIED = "qualified"
    ADVERSE = "adverse"
    DISCLAIMER = "disclaimer"


class VerificationStandard(StrEnum):
    """verification standard (核查标准).

    Standards by which statements are verified.

    核查声明所依据的标准。
    """

    ISO_14064_3 = "iso_14064_3"
    """ISO 14064-3 (ISO 14064-3 标准)."""
    ISAE_3410 = "isae_3410"
    """ISAE 3410 (ISAE 3410 准则)."""
    SCHEME_RULE = "scheme_rule"
    """scheme rule (机制规则)."""


class Boundary(StrEnum):
    """system boundary (系统边界).

    Spans of the life cycle, in the terms of ISO 14067.

    采用 ISO 14067 用语的生命周期范围。
    """

    CRADLE_TO_GATE = "cradle_to_gate"
    """cradle to gate (摇篮到大门)."""
    GATE_TO_GATE = "gate_to_gate"
    """gate to gate (大门到大门)."""
    CRADLE_TO_GRAVE = "cradle_to_grave"
    """cradle to grave (摇篮到坟墓)."""


class Component(StrEnum):
    """additive component (排放组成).

    The eight additive components of a footprint, named as codes.

    以代码表示的足迹八个可加组成。
    """

    FOSSIL_GHG = "fossil_ghg"
    """fossil GHG (化石源排放)."""
    LAND_USE_CHANGE = "land_use_change"
    """land use change (土地利用变化)."""
    LAND_MANAGEMENT_BIOGENIC_CO2 = "land_management_biogenic_co2"
    """land management biogenic CO2 (土地管理生物源 CO2)."""
    BIOGENIC_NON_CO2 = "biogenic_non_co2"
    """biogenic non-CO2 (生物源非 CO2)."""
    LAND_MANAGEMENT_REMOVALS = "land_management_removals"
    """land management removals (土地管理清除)."""
    TECHNOLOGICAL_REMOVALS = "technological_removals"
    """technological removals (技术清除)."""
    CCS_CAPTURE = "ccs_capture"
    """fossil carbon capture (化石碳捕集)."""
    BIOGENIC_UPTAKE = "biogenic_uptake"
    """biogenic uptake (生物吸收)."""


class Gas(StrEnum):
    """greenhouse gas (气体).

    Greenhouse gases for which the standard holds potentials; methane is split by origin.

    本标准列有潜势值的温室气体，甲烷按来源区分。
    """

    CO2 = "co2"
    """carbon dioxide (二氧化碳)."""
    CH4_FOSSIL = "ch4_fossil"
    """methane, fossil (化石源甲烷)."""
    CH4_NON_FOSSIL = "ch4_non_fossil"
    """methane, non-fossil (非化石源甲烷)."""
    N2O = "n2o"
    """nitrous oxide (氧化亚氮)."""
    SF6 = "sf6"
    """sulphur hexafluoride (六氟化硫)."""


class GwpSet(StrEnum):
    """set of GWP values (GWP 数据集).

    IPCC assessment reports whose 100-year potentials may be used.

    可采用其 100 年潜势值的 IPCC 评估报告。
    """

    AR5 = "AR5"
    """IPCC Fifth Assessment, 100 years (第五次评估报告 100 年)."""
    AR6 = "AR6"
    """IPCC Sixth Assessment, 100 years (第六次评估报告 100 年)."""


class MethodTier(StrEnum):
    """method tier (方法层级).

    How specific an emission method is, in the tiers of the IPCC guidelines.

    排放方法的具体程度，按 IPCC 指南的层级划分。
    """

    TIER_1 = "tier_1"
    """default factor (tier 1) (缺省因子（一级）)."""
    TIER_2 = "tier_2"
    """regional factor (tier 2) (区域因子（二级）)."""
    TIER_3 = "tier_3"
    """model (tier 3) (模型（三级）)."""
    MEASURED = "measured"


class PassportKind(StrEnum):
    """kind of passport (护照类别).

    Whether a footprint looks back or ahead.

    足迹为回顾型还是前瞻型。
    """

    RETROSPECTIVE = "retrospective"
    PROSPECTIVE = "prospective"


class Stage(StrEnum):
    """life-cycle stage (生命周期阶段).

    Stages of the life cycle of goods from a farm.

    农产品的生命周期阶段。
    """

    RAW_MATERIALS = "raw_materials"
    """inputs and raw materials (投入与原料)."""
    CULTIVATION = "cultivation"
    COLLECTION = "collection"
    """collection of residues (剩余物收集)."""
    PROCESSING = "processing"
    PACKAGING = "packaging"
    DISTRIBUTION = "distribution"
    """transport and cold chain (运输与冷链)."""
    RETAIL = "retail"
    USE = "use"
    """use and preparation (使用与食用准备)."""
    END_OF_LIFE = "end_of_life"
    """end of life (废弃处置)."""


class UncertaintyMethod(StrEnum):
    """uncertainty method (不确定性方法).

    Methods by which an uncertainty interval is found.

    求得不确定性区间的方法。
    """

    MONTE_CARLO = "monte_carlo"
    """Monte Carlo (蒙特卡罗)."""
    ERROR_PROPAGATION = "error_propagation"
    """error propagation (误差传播)."""
    EXPERT = "expert"
    """expert judgement (专家判断)."""


class AllocationMode(StrEnum):
    """mode of an allocation (分配方式).

    Uses to which a tonne can be put; each tonne has one.

    一吨可作的用途，每吨只有一种。
    """

    INSET = "inset"
    """inset in own chain (内嵌)."""
    SOLD = "sold"
    RETIRED = "retired"
    """retired for a claim (注销用于声明)."""
    PLEDGED = "pledged"
    """pledged to a financier (质押)."""
    POLICY_CREDITED = "policy_credited"
    """credited by a public scheme (政策核发)."""
    RESERVED = "reserved"


class BiogenicMethod(StrEnum):
    """method for the biogenic fraction (生物源测定方法).

    Methods by which the biogenic fraction of CO2 is found.

    测定 CO2 生物源比例的方法。
    """

    RADIOCARBON = "radiocarbon"
    """radiocarbon test (碳十四检测)."""
    FEED_MASS_BALANCE = "feed_mass_balance"
    """feed mass balance (原料质量平衡)."""
    PURE_BIOGENIC = "pure_biogenic"
    """only biogenic feed (纯生物质原料)."""


class BufferEntryKind(StrEnum):
    """kind of buffer entry (缓冲分录类别).

    Movements of a buffer account.

    缓冲账户的变动类别。
    """

    DEPOSIT = "deposit"
    RELEASE = "release"
    REVERSAL_COVER = "reversal_cover"
    """reversal cover (逆转弥补)."""


class CaDeclaration(StrEnum):
    """declaration of a corresponding adjustment (相应调整声明).

    What the host country has declared about a corresponding adjustment under the Paris Agreement.

    东道国依《巴黎协定》就相应调整所作的声明。
    """

    COMMITTED = "committed"
    NOT_REQUIRED = "not_required"
    """not required (不需要)."""
    UNKNOWN = "unknown"


class CaStatus(StrEnum):
    """status of a corresponding adjustment (相应调整状态).

    How far a corresponding adjustment has come.

    相应调整的进展。
    """

    NOT_STARTED = "not_started"
    """not started (未开始)."""
    PENDING = "pending"
    COMPLETED = "completed"


class DurabilityClass(StrEnum):
    """durability class (耐久等级).

    Classes of storage by method and time horizon.

    按方法与时间尺度划分的封存等级。
    """

    D1000 = "d1000"
    """geological, 1000 years and more (地质级（千年以上）)."""
    D200 = "d200"
    """biochar by puro_bc200 or random reflectance, 200 years (生物炭（200 年法或随机反射率法）)."""
    D100 = "d100"
    """biochar by woolf100 or ipcc2019_t1, 100 years (生物炭（100 年法）)."""
    D35 = "d35"
    """durable product, 35 years and more (耐久产品（35 年以上）)."""
    D5 = "d5"
    """land stock, 5 years and more (陆地储量（5 年以上）)."""


class PermanenceMethod(StrEnum):
    """permanence method (永久性方法).

    Methods by which the lasting share of stored carbon is found.

    确定封存碳持久比例的方法。
    """

    PURO_BC200 = "puro_bc200"
    """Puro BC+200 linear table (Puro 200 年线性表)."""
    WOOLF100 = "woolf100"
    """Woolf et al. 100 years (Woolf 100 年回归)."""
    IPCC2019_T1 = "ipcc2019_t1"
    """IPCC 2019 Tier 1 (IPCC 2019 一级方法)."""
    RANDOM_REFLECTANCE = "random_reflectance"
    """random reflectance (随机反射率)."""
    GEOLOGICAL = "geological"
    """geological store (地质封存)."""
    PRODUCT_STORAGE = "product_storage"
    """product storage (产品储存)."""
    STOCK_DIFFERENCE = "stock_difference"
    """stock difference (储量差)."""


class ReversalCause(StrEnum):
    """cause of a reversal (逆转原因).

    Whether the operator could have avoided a loss.

    运营方是否本可避免流失。
    """

    AVOIDABLE = "avoidable"
    UNAVOIDABLE = "unavoidable"


class StorageType(StrEnum):
    """type of storage (储存类型).

    Stores of carbon.

    碳的储存类型。
    """

    SOIL_BIOCHAR = "soil_biochar"
    """biochar in soil (土壤中的生物炭)."""
    CONSTRUCTION_MATERIAL = "construction_material"
    """biochar or carbon in building material (建筑材料中的生物炭或碳)."""
    GEOLOGICAL = "geological"
    """geological CO2 store (地质封存)."""
    DURABLE_PRODUCT = "durable_product"
    """long-lived product (耐久产品)."""
    LAND_BIOMASS = "land_biomass"
    """living biomass on land (陆地生物量)."""
    SOIL_CARBON = "soil_carbon"
    """soil organic carbon (土壤有机碳)."""


class StorageUse(StrEnum):
    """use in storage (封存用途).

    Uses to which stored material is put; fuel and other never count as removal.

    所封存物料的用途；燃料与其他不得计为清除。
    """

    SOIL = "soil"
    CONCRETE = "concrete"
    ASPHALT = "asphalt"
    INJECTION = "injection"
    """geological injection (地质注入)."""
    PRODUCT = "product"
    """durable product (耐久产品)."""
    STANDING = "standing"
    """standing stock (现存储量)."""
    FUEL = "fuel"
    OTHER = "other"


class TableVersion(StrEnum):
    """version of a permanence table (数据表版本).

    Versions of the tables that permanence methods read.

    永久性方法所查数据表的版本。
    """

    PURO_TABLE_6_1_2025 = "puro_table_6_1_2025"
    """Puro Table 6.1, edition 2025 (Puro 表 6.1（2025 版）)."""
    WOOLF100_2021_R2 = "woolf100_2021_r2"
    """Woolf 2021, two decimals (Woolf 2021 两位小数)."""
    IPCC2019_APP4_V1 = "ipcc2019_app4_v1"
    """IPCC 2019 App. 4 (IPCC 2019 附录 4)."""
    NONE = "none"
    """no table (无表)."""


class UnitStatus(StrEnum):
    """unit status (碳单位状态).

    Status of units in a registry.

    碳单位在登记机构的状态。
    """

    HELD = "held"
    RETIRED = "retired"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    BUFFER = "buffer"
    """in a buffer (缓冲)."""
    EXPORTED = "exported"
    PENDING_EXPORT = "pending_export"
    """pending export (待转出)."""


class UnitType(StrEnum):
    """type of unit (碳单位类别).

    Kinds of carbon units by effect and by means.

    按效果与手段划分的碳单位类别。
    """

    REDUCTION_NATURE = "reduction_nature"
    """reduction, nature-based (自然减排)."""
    REDUCTION_TECHNICAL = "reduction_technical"
    """reduction, technological (技术减排)."""
    REMOVAL_NATURE = "removal_nature"
    """removal, nature-based (自然清除)."""
    REMOVAL_TECHNICAL = "removal_technical"
    """removal, technological (技术清除)."""


class YesNoUnknown(StrEnum):
    """yes, no or unknown (是否未知).

    Answer that leaves room for what is not known.

    允许未知的是非回答。
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class ClaimTier(StrEnum):
    """claim tier (声明等级).

    Steps of the claim ladder; t4 belongs to an entity and contribution stands outside the ladder.

    声明阶梯的各等级；T4 属于主体，气候贡献不在阶梯之内。
    """

    T0_DISCLOSED = "t0_disclosed"
    """T0 disclosed (T0 已披露)."""
    T1_MEASURED = "t1_measured"
    """T1 footprint measured (T1 碳足迹标识)."""
    T2_LOW_CARBON = "t2_low_carbon"
    """T2 low-carbon (T2 低碳)."""
    T3_CARBON_NEUTRAL = "t3_carbon_neutral"
    """T3 carbon neutral (T3 碳中和)."""
    T4_NET_ZERO_ALIGNED = "t4_net_zero_aligned"
    """T4 net-zero-aligned brand (T4 净零品牌)."""
    T5_CARBON_NEGATIVE = "t5_carbon_negative"
    """T5 carbon-negative lot (T5 负碳批次)."""
    CONTRIBUTION = "contribution"
    """climate contribution without offset claim (气候贡献)."""


class GenericWording(StrEnum):
    """rule for generic wording (泛化措辞).

    Whether a market allows general environmental words; used in table market_rule_v1.

    市场是否允许泛化环境措辞；用于表 market_rule_v1。
    """

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class LabelDesign(StrEnum):
    """label design (标识图样).

    Designs of labels, one for each claim tier that may be shown.

    标识的图样，每个可展示的声明等级各有一种。
    """

    FOOTPRINT_MARK = "footprint_mark"
    """product carbon footprint mark (产品碳足迹标识)."""
    LOW_CARBON_MARK = "low_carbon_mark"
    """product low-carbon mark (产品减碳低碳标识)."""
    NEUTRAL_MARK = "neutral_mark"
    """product carbon neutral mark (产品碳中和标识)."""
    NET_ZERO_MARK = "net_zero_mark"
    """net-zero brand mark (净零品牌标识)."""
    NEGATIVE_MARK = "negative_mark"
    """carbon-negative lot mark (负碳批次标识)."""
    CONTRIBUTION_NOTE = "contribution_note"
    """contribution note (气候贡献说明)."""


class Market(StrEnum):
    """market (ISO 3166-1 alpha-2 or EU) (市场（ISO 3166-1 二位代码或 EU）).

    A country, or EU for the internal market of the European Union.

    国家或地区，或以 EU 表示欧盟内部市场。
    """

    AD = "AD"
    AE = "AE"
    AF = "AF"
    AG = "AG"
    AI = "AI"
    AL = "AL"
    AM = "AM"
    AO = "AO"
    AQ = "AQ"
    AR = "AR"
    AS = "AS"
    AT = "AT"
    AU = "AU"
    AW = "AW"
    AX = "AX"
    AZ = "AZ"
    BA = "BA"
    BB = "BB"
    BD = "BD"
    BE = "BE"
    BF = "BF"
    BG = "BG"
    BH = "BH"
    BI = "BI"
    BJ = "BJ"
    BL = "BL"
    BM = "BM"
    BN = "BN"
    BO = "BO"
    BQ = "BQ"
    BR = "BR"
    BS = "BS"
    BT = "BT"
    BV = "BV"
    BW = "BW"
    BY = "BY"
    BZ = "BZ"
    CA = "CA"
    CC = "CC"
    CD = "CD"
    CF = "CF"
    CG = "CG"
    CH = "CH"
    CI = "CI"
    CK = "CK"
    CL = "CL"
    CM = "CM"
    CN = "CN"
    CO = "CO"
    CR = "CR"
    CU = "CU"
    CV = "CV"
    CW = "CW"
    CX = "CX"
    CY = "CY"
    CZ = "CZ"
    DE = "DE"
    DJ = "DJ"
    DK = "DK"
    DM = "DM"
    DO = "DO"
    DZ = "DZ"
    EC = "EC"
    EE = "EE"
    EG = "EG"
    EH = "EH"
    ER = "ER"
    ES = "ES"
    ET = "ET"
    EU = "EU"
    FI = "FI"
    FJ = "FJ"
    FK = "FK"
    FM = "FM"
    FO = "FO"
    FR = "FR"
    GA = "GA"
    GB = "GB"
    GD = "GD"
    GE = "GE"
    GF = "GF"
    GG = "GG"
    GH = "GH"
    GI = "GI"
    GL = "GL"
    GM = "GM"
    GN = "GN"
    GP = "GP"
    GQ = "GQ"
    GR = "GR"
    GS = "GS"
    GT = "GT"
    GU = "GU"
    GW = "GW"
    GY = "GY"
    HK = "HK"
    HM = "HM"
    HN = "HN"
    HR = "HR"
    HT = "HT"
    HU = "HU"
    ID = "ID"
    IE = "IE"
    IL = "IL"
    IM = "IM"
    IN = "IN"
    IO = "IO"
    IQ = "IQ"
    IR = "IR"
    IS = "IS"
    IT = "IT"
    JE = "JE"
    JM = "JM"
    JO = "JO"
    JP = "JP"
    KE = "KE"
    KG = "KG"
    KH = "KH"
    KI = "KI"
    KM = "KM"
    KN = "KN"
    KP = "KP"
    KR = "KR"
    KW = "KW"
    KY = "KY"
    KZ = "KZ"
    LA = "LA"
    LB = "LB"
    LC = "LC"
    LI = "LI"
    LK = "LK"
    LR = "LR"
    LS = "LS"
    LT = "LT"
    LU = "LU"
    LV = "LV"
    LY = "LY"
    MA = "MA"
    MC = "MC"
    MD = "MD"
    ME = "ME"
    MF = "MF"
    MG = "MG"
    MH = "MH"
    MK = "MK"
    ML = "ML"
    MM = "MM"
    MN = "MN"
    MO = "MO"
    MP = "MP"
    MQ = "MQ"
    MR = "MR"
    MS = "MS"
    MT = "MT"
    MU = "MU"
    MV = "MV"
    MW = "MW"
    MX = "MX"
    MY = "MY"
    MZ = "MZ"
    NA = "NA"
    NC = "NC"
    NE = "NE"
    NF = "NF"
    NG = "NG"
    NI = "NI"
    NL = "NL"
    NO = "NO"
    NP = "NP"
    NR = "NR"
    NU = "NU"
    NZ = "NZ"
    OM = "OM"
    PA = "PA"
    PE = "PE"
    PF = "PF"
    PG = "PG"
    PH = "PH"
    PK = "PK"
    PL = "PL"
    PM = "PM"
    PN = "PN"
    PR = "PR"
    PS = "PS"
    PT = "PT"
    PW = "PW"
    PY = "PY"
    QA = "QA"
    RE = "RE"
    RO = "RO"
    RS = "RS"
    RU = "RU"
    RW = "RW"
    SA = "SA"
    SB = "SB"
    SC = "SC"
    SD = "SD"
    SE = "SE"
    SG = "SG"
    SH = "SH"
    SI = "SI"
    SJ = "SJ"
    SK = "SK"
    SL = "SL"
    SM = "SM"
    SN = "SN"
    SO = "SO"
    SR = "SR"
    SS = "SS"
    ST = "ST"
    SV = "SV"
    SX = "SX"
    SY = "SY"
    SZ = "SZ"
    TC = "TC"
    TD = "TD"
    TF = "TF"
    TG = "TG"
    TH = "TH"
    TJ = "TJ"
    TK = "TK"
    TL = "TL"
    TM = "TM"
    TN = "TN"
    TO = "TO"
    TR = "TR"
    TT = "TT"
    TV = "TV"
    TW = "TW"
    TZ = "TZ"
    UA = "UA"
    UG = "UG"
    UM = "UM"
    US = "US"
    UY = "UY"
    UZ = "UZ"
    VA = "VA"
    VC = "VC"
    VE = "VE"
    VG = "VG"
    VI = "VI"
    VN = "VN"
    VU = "VU"
    WF = "WF"
    WS = "WS"
    YE = "YE"
    YT = "YT"
    ZA = "ZA"
    ZM = "ZM"
    ZW = "ZW"


class OffsetProductClaim(StrEnum):
    """rule for offset product claims (抵销类产品声明).

    How a market treats product claims that rest on outside units; used in table market_rule_v1.

    市场对依靠外部碳单位的产品声明的处理方式；用于表 market_rule_v1。
    """

    ALLOWED = "allowed"
    DISCLOSE = "disclose"
    """allowed with disclosure of K (须披露 K)."""
    FORBIDDEN = "forbidden"


class AdjustmentBasis(StrEnum):
    """basis of an adjustment (调整依据).

    On what a margin adjustment rests.

    利差调整的依据。
    """

    OBSERVED = "observed"
    NO_DATA = "no_data"
    """no data (无有效数据)."""


class Aggregation(StrEnum):
    """aggregation (聚合方式).

    Ways to combine inputs into one observed value.

    将各输入合并为一个观测值的方式。
    """

    QUANTITY_WEIGHTED_MEAN = "quantity_weighted_mean"
    """quantity-weighted mean (数量加权平均)."""
    SUM = "sum"
    LAST = "last"
    """latest value (最新值)."""


class AssetKind(StrEnum):
    """kind of asset (资产类型).

    Classes of financed assets.

    所融资资产的类别。
    """

    RECEIVABLE = "receivable"
    PURCHASE_ORDER = "purchase_order"
    """purchase order (采购订单)."""
    INVENTORY = "inventory"
    UNDERTAKING = "undertaking"


class AssignmentKind(StrEnum):
    """kind of assignment (转让类型).

    Legal ways in which assets pass to the financier.

    资产转给资金方的法律方式。
    """

    SALE = "sale"
    """true sale (买断转让)."""
    SECURITY_ASSIGNMENT = "security_assignment"
    """assignment as security (担保性转让)."""
    PLEDGE = "pledge"
    NONE = "none"
    """no transfer (不转让)."""


class ClaimStatus(StrEnum):
    """claim status (主张状态).

    Standing of a reported climate effect.

    所报告气候影响的主张状态。
    """

    REPORTED_NOT_CLAIMED = "reported_not_claimed"
    """reported, not claimed (仅报告、不主张)."""


class Commitment(StrEnum):
    """commitment (承诺性质).

    Whether a lender is bound to lend.

    出借方是否负有放款义务。
    """

    COMMITTED = "committed"
    UNCOMMITTED = "uncommitted"


class Comparator(StrEnum):
    """comparator (比较方式).

    How a value is compared with a target.

    数值与目标的比较方式。
    """

    AT_MOST = "at_most"
    """at most (不高于)."""
    AT_LEAST = "at_least"
    """at least (不低于)."""


class DayCount(StrEnum):
    """day count convention (计息基准).

    Day count conventions, with the display names of the FINOS Common Domain Model.

    计息基准惯例，采用 FINOS CDM 的显示名称。
    """

    ACT_360 = "ACT/360"
    """Actual/360 (实际天数/360)."""
    ACT_365_FIXED = "ACT/365.FIXED"
    """Actual/365 fixed (实际天数/365（固定）)."""
    C_30E_360 = "30E/360"
    """30E/360 (Eurobond) (30E/360（欧洲债券）)."""
    ACT_ACT_ISDA = "ACT/ACT.ISDA"
    """Actual/actual ISDA (实际/实际（ISDA）)."""


class Disclosure(StrEnum):
    """disclosure (披露方式).

    Whether the debtor is told about a transfer.

    是否将转让告知付款人。
    """

    DISCLOSED = "disclosed"
    """disclosed to the debtor (明转让)."""
    UNDISCLOSED = "undisclosed"
    """not disclosed to the debtor (暗转让)."""


class DiscountMethod(StrEnum):
    """method of charging (计价方式).

    How the price of finance is charged.

    融资价格的收取方式。
    """

    ADVANCE_DISCOUNT = "advance_discount"
    """discount deducted in advance (预扣贴息)."""
    INTEREST_IN_ARREARS = "interest_in_arrears"
    """interest paid afterwards (后付利息)."""
    APR_EARLY_PAYMENT = "apr_early_payment"
    """annual rate for early payment (提前付款年化折扣)."""


class EligibilityResult(StrEnum):
    """result of an assessment (评估结果).

    Outcomes of an eligibility assessment.

    资格评估的结论。
    """

    ELIGIBLE = "eligible"
    ALIGNED = "aligned"
    NOT_ELIGIBLE = "not_eligible"
    """not eligible (不符合)."""


class EligibilitySystem(StrEnum):
    """assessment system (评估体系).

    Catalogues and principles by which green eligibility is assessed.

    评估绿色资格所用的目录与原则。
    """

    CN_GFEPC = "cn_gfepc"
    """Chinese green finance catalogue (绿色金融支持项目目录)."""
    EU_TAXONOMY = "eu_taxonomy"
    """European Union taxonomy (欧盟分类法)."""
    GLP = "glp"
    """Green Loan Principles (绿色贷款原则)."""
    ICC_PGTF = "icc_pgtf"
    """ICC green trade finance principles (国际商会绿色贸易融资原则)."""
    LOCAL = "local"
    """local standard (地方标准)."""


class EnhancementType(StrEnum):
    """type of enhancement (增信类型).

    Legal forms of credit protection.

    增信的法律形式。
    """

    GUARANTEE = "guarantee"
    INSURANCE = "insurance"
    AVAL = "aval"
    GOVERNMENT_GUARANTEE = "government_guarantee"
    """government guarantee (政府性融资担保)."""
    BUYBACK = "buyback"
    """repurchase undertaking (回购承诺)."""


class FeeType(StrEnum):
    """type of fee (费用类型).

    What a fee is charged for.

    收取费用的事由。
    """

    ARRANGEMENT = "arrangement"
    """arrangement fee (安排费)."""
    PLATFORM = "platform"
    """platform fee (平台费)."""
    COMMITMENT = "commitment"
    """commitment fee (承诺费)."""
    LATE_PAYMENT = "late_payment"
    """late payment fee (逾期费用)."""
    VERIFICATION = "verification"
    """verification fee (核查费)."""


class FinanceLabel(StrEnum):
    """finance label (融资标签).

    Labels under which finance is offered; they speak about the loan, never about the product.

    融资所冠的标签；只说明贷款，不说明产品。
    """

    GREEN = "green"
    SUSTAINABILITY_LINKED = "sustainability_linked"
    """sustainability-linked (可持续发展挂钩)."""
    TRANSITION = "transition"
    SOCIAL = "social"
    NONE = "none"
    """no label (无标签)."""


class ImpactAccounting(StrEnum):
    """impact accounting (影响核算口径).

    Whether reported figures are gross or net of a baseline.

    所报数值为总额还是相对基准的净额。
    """

    GROSS = "gross"
    NET = "net"
    """net of the baseline (相对基准的净额)."""


class ImpactTiming(StrEnum):
    """impact timing (影响时点).

    Whether reported figures are forecast or observed.

    所报数值为预测还是观测所得。
    """

    EX_ANTE = "ex_ante"
    """ex ante (事前)."""
    EX_POST = "ex_post"
    """ex post (事后)."""


class KpiDirection(StrEnum):
    """direction of a KPI (指标方向).

    Which direction of change counts as improvement.

    何种变化方向视为改进。
    """

    LOWER_IS_BETTER = "lower_is_better"
    """lower is better (越低越好)."""
    HIGHER_IS_BETTER = "higher_is_better"
    """higher is better (越高越好)."""


class KpiMeasure(StrEnum):
    """measure of a KPI (指标度量).

    What an indicator measures.

    指标所度量的内容。
    """

    EMISSIONS_EXCLUDING_REMOVALS = "emissions_excluding_removals"
    """emissions without removals (不含清除的排放)."""
    EMISSIONS_NET_OF_INSET_REMOVALS = "emissions_net_of_inset_removals"
    """emissions less inset removals (扣除内嵌清除的排放)."""
    REMOVALS_QUANTITY = "removals_quantity"
    """quantity of removals (清除量)."""
    OTHER = "other"


class KpiSource(StrEnum):
    """source of a KPI (指标来源).

    Classes of evidence from which observations are taken.

    观测所取自的依据文档类别。
    """

    PASSPORT = "passport"
    LABEL = "label"
    CARBON_ACCOUNT = "carbon_account"
    """carbon account (碳账户)."""
    RATING = "rating"


class Profile(StrEnum):
    """rule profile (规则集).

    Sets of additional rules by jurisdiction.

    按法域设定的附加规则集。
    """

    CN = "cn"
    """China profile (中国规则集)."""
    EU = "eu"
    """European Union profile (欧盟规则集)."""


class ProgrammeLead(StrEnum):
    """lead of a programme (主导方).

    Who leads a programme.

    融资计划的主导方。
    """

    BUYER = "buyer"
    """led by the buyer (买方主导)."""
    SELLER = "seller"
    """led by the seller (卖方主导)."""
    FINANCIER = "financier"
    """led by the financier (资金方主导)."""


class RatchetCombination(StrEnum):
    """combination of ratchets (阶梯合并方式).

    How the steps of several ratchets are combined.

    多个阶梯档位的合并方式。
    """

    SINGLE = "single"
    """one ratchet (单一指标)."""
    SUM = "sum"
    """sum of the steps (求和)."""
    WORST = "worst"
    """highest step (取最差)."""


class RecordType(StrEnum):
    """type of record (记录类型).

    Kinds of transferable instruments.

    可转让工具的种类。
    """

    RECEIVABLE_VOUCHER = "receivable_voucher"
    """electronic receivable voucher (应收账款电子凭证)."""
    BILL_OF_EXCHANGE = "bill_of_exchange"
    """bill of exchange (汇票)."""
    PROMISSORY_NOTE = "promissory_note"
    """promissory note (本票)."""
    WAREHOUSE_RECEIPT = "warehouse_receipt"
    """warehouse receipt (仓单)."""


class Recourse(StrEnum):
    """recourse (追索方式).

    How far the financier may turn to the seller.

    资金方可向卖方追索的范围。
    """

    FULL = "full"
    """full recourse (完全追索)."""
    LIMITED = "limited"
    """limited recourse (有限追索)."""
    NONE = "none"
    """without recourse (无追索)."""


class RoundingMode(StrEnum):
    """rounding mode (舍入方式).

    Rounding of final amounts.

    最终金额的舍入方式。
    """

    HALF_UP = "half_up"
    """round half up (四舍五入)."""


class SettlementType(StrEnum):
    """type of settlement (结算类型).

    What a payment on a transaction is for.

    针对交易的付款性质。
    """

    OBLIGOR_PAYMENT = "obligor_payment"
    """payment by the obligor (付款人付款)."""
    REPAYMENT = "repayment"
    PREPAYMENT = "prepayment"
    RECOURSE_PAYMENT = "recourse_payment"
    """recourse payment (追索付款)."""
    REFINANCING = "refinancing"
    """repayment out of new finance (再融资偿还)."""
    RESERVE_RELEASE = "reserve_release"
    """release of the residual to the seller (尾款释放)."""
    WRITE_OFF = "write_off"
    """write off (核销)."""


class SourceFormat(StrEnum):
    """format of a source document (单据格式).

    Formats of commercial documents.

    商业单据的格式。
    """

    UBL_INVOICE = "ubl_invoice"
    """UBL invoice (UBL发票)."""
    CII_INVOICE = "cii_invoice"
    """CII invoice (CII发票)."""
    CN_E_INVOICE = "cn_e_invoice"
    """Chinese digital invoice (数电发票)."""
    ISO20022_TSIN = "iso20022_tsin"
    """ISO 20022 trade-services message (ISO 20022贸易服务报文)."""
    UBL_ORDER = "ubl_order"
    """UBL order (UBL订单)."""
    WAREHOUSE_RECEIPT = "warehouse_receipt"
    """warehouse receipt (仓单)."""
    OTHER = "other"


class Technique(StrEnum):
    """financing technique (融资技术).

    Supply-chain finance techniques in the terms of the Global Supply Chain Finance Forum.

    采用全球供应链金融论坛用语的供应链融资技术。
    """

    RECEIVABLES_DISCOUNTING = "receivables_discounting"
    """Receivables discounting (应收账款贴现)."""
    FORFAITING = "forfaiting"
    """Forfaiting (福费廷)."""
    FACTORING = "factoring"
    """Factoring (保理)."""
    PAYABLES_FINANCE = "payables_finance"
    """Payables finance (应付账款融资（反向保理）)."""
    CORPORATE_PAYMENT_UNDERTAKING = "corporate_payment_undertaking"
    """Corporate payment undertaking (企业付款承诺)."""
    DYNAMIC_DISCOUNTING = "dynamic_discounting"
    """Dynamic discounting (动态折扣)."""
    BANK_PAYMENT_UNDERTAKING = "bank_payment_undertaking"
    """Bank payment undertaking (银行付款承诺)."""
    LOAN_AGAINST_RECEIVABLES = "loan_against_receivables"
    """Loan against receivables (应收账款质押融资)."""
    DISTRIBUTOR_FINANCE = "distributor_finance"
    """Distributor finance (经销商融资)."""
    LOAN_AGAINST_INVENTORY = "loan_against_inventory"
    """Loan against inventory (存货质押融资)."""
    PRE_SHIPMENT_FINANCE = "pre_shipment_finance"
    """Pre-shipment finance (装运前融资（订单融资）)."""
    BANK_PAYMENT_OBLIGATION = "bank_payment_obligation"
    """Bank payment obligation (legacy) (银行付款责任（旧）)."""


class UseCategory(StrEnum):
    """category of use (用途类别).

    What green money is spent on.

    绿色资金的用途。
    """

    PRODUCTION = "production"
    TRADE = "trade"
    CONSUMPTION = "consumption"


class ValuationMethod(StrEnum):
    """valuation method (估值方法).

    Methods by which goods are valued.

    货物估值的方法。
    """

    MARKET_PRICE = "market_price"
    """market price (市场价)."""
    COST = "cost"
    APPRAISAL = "appraisal"
    CONTRACT_PRICE = "contract_price"
    """contract price (合同价)."""


class LinkPurpose(StrEnum):
    """purpose of a link (链接用途).

    What a carbon link is used for; every purpose but information needs a verification.

    绿碳链接的用途；除信息披露外均须有核查。
    """

    INFORMATION = "information"
    KPI = "kpi"
    """KPI evidence (指标证据)."""
    ELIGIBILITY = "eligibility"
    """eligibility evidence (资格证据)."""
    COLLATERAL = "collateral"
    """collateral evidence (押品证据)."""


class PledgePurpose(StrEnum):
    """purpose of a pledge (质押用途).

    What pledged removals serve for.

    所质押清除量的用途。
    """

    COLLATERAL = "collateral"
    """security (担保)."""
    PERFORMANCE = "performance"
    """evidence for a removals KPI (绩效证据)."""


class CarbonGrade(StrEnum):
    """carbon account grade (碳账户评级).

    Grades of the four-colour scale, from best to worst.

    四色尺度的等级，由优至劣。
    """

    DARK_GREEN = "dark_green"
    """dark green (深绿)."""
    LIGHT_GREEN = "light_green"
    """light green (浅绿)."""
    YELLOW = "yellow"
    RED = "red"


class EsgIndicator(StrEnum):
    """ESG indicator (ESG 指标).

    Indicators for which rating points are given.

    给予评级积分所依据的指标。
    """

    INTENSITY_REDUCTION = "intensity_reduction"
    """footprint intensity reduction (强度下降)."""
    VERIFIED_REMOVALS = "verified_removals"
    """verified removals (已核查清除)."""
    VERIFIED_SHARE = "verified_share"
    """share of verified product (已核查产品占比)."""
    PRIMARY_DATA = "primary_data"
    """primary data share (初级数据占比)."""


class GradeScale(StrEnum):
    """grade scale (评级尺度).

    Scales on which carbon accounts are graded.

    碳账户评级所用的尺度。
    """

    FOUR_COLOUR = "four_colour"
    """four colours (四色评级)."""


class IncentiveBasis(StrEnum):
    """basis of an incentive (激励依据).

    Classes of documents that a scheme may accept as evidence.

    机制可接受为依据的文档类别。
    """

    PASSPORT = "passport"
    REMOVAL_STATEMENT = "removal_statement"
    """removal statement (清除声明)."""
    CLAIM = "claim"
    LABEL = "label"


class IncentiveKind(StrEnum):
    """kind of incentive (激励类别).

    Kinds of incentive scheme.

    激励机制的类别。
    """

    PURCHASE_REWARD = "purchase_reward"
    """direct-purchase reward (直接消费奖励)."""
    POLICY_SUBSIDY = "policy_subsidy"
    """policy subsidy (政策补贴)."""
    ESG_POINTS = "esg_points"
    """ESG rating points (ESG 评级积分)."""


class RateUnit(StrEnum):
    """unit of a rate (费率单位).

    What the rate of a scheme is counted per.

    机制费率的计量单位。
    """

    MONEY_PER_TONNE = "money_per_tonne"
    """money per t CO2e (每吨 CO2e 金额)."""
    MONEY_PER_KG = "money_per_kg"
    """money per kg of product (每千克产品金额)."""
    POINTS_PER_KG = "points_per_kg"
    """points per kg CO2e (每千克 CO2e 积分)."""
    POINTS_PER_TONNE = "points_per_tonne"
    """points per t CO2e (每吨 CO2e 积分)."""


class BenchmarkName(StrEnum):
    """benchmark (基准名称).

    Name of the benchmark.

    基准的名称。
    """

    CN_LPR_1Y = "CN_LPR_1Y"
    EURIBOR_3M = "EURIBOR_3M"
    FIXED = "FIXED"


class TechniqueListVersion(StrEnum):
    """edition of the taxonomy (分类版本).

    Year of the edition of the technique taxonomy, 2016 or 2021.

    融资技术分类的版次年份，2016 或 2021。
    """

    C_2016 = "2016"
    C_2021 = "2021"
