"""Formulas in Chinese, for those that hold words; names and signs alone read the same in both languages."""

from __future__ import annotations

from typing import Final

FORMULAS_ZH: Final[dict[str, str]] = {
    "aggregate_observation": "quantity_weighted_mean：sum(quantity * value)/sum(quantity)；sum：sum(value)；"
    "last：observedOn 最晚者的 value；按 decimals 舍入一次",
    "all_in_rate": "allInRate = max(floorRate, baseRate + (marginBp + adjustmentBp)/10000)；无 floorRate 时取第二项",
    "bioccs_claim_scenario": "storedCO2_t、net_t、issuable_t 同 bioccs_net_removal；upperEmissions_t = "
    "grossEmissions_t * "
    "(1 + emissionHalfWidth)；margin_t = issuable_t * (1 - removalHalfWidth) - upperEmissions_t；"
    "netPerKg = grossPerKg - issuable_t * 1000 / soldFruit_kg",
    "biochar_claim_scenario": "net_t = issuable_t / (1 - bufferRate)；projectTotal_t = durableCO2_t - net_t；"
    "margin_t = issuable_t * (1 - removalHalfWidth) - upperEmissions_t；margin_t > 0 则通过",
    "carbon_negative_margin": "margin_t = qualifyingDurable_t * (1 - removalHalfWidth) - grossEmissions_t * "
    "(1 + emissionHalfWidth)；margin_t > 0 且 externalUnits_t = 0 则通过",
    "check_digit": "gtin、gln：(10 - Σ 数字 × 权重 mod 10) mod 10，权重自右起为 3、1；lei：98 - (展开的主体加 00 mod "
    "97)；"
    "uscc：字符 (31 - Σ 值 × 3^(i-1) mod 31) mod 31",
    "combined_adjustment": "adjustmentBp = max(floorBp, min(capBp, c))，c 为该分项（single）、"
    "各分项之和（sum）或最高分项（worst）",
    "control_chain": "position 为 1..n；from 仅在 1 处缺省；from(p) = to(p-1)；at 不回退，否则违反 GCL-FIN-050；"
    "controller = 第 n 处的 to 且每个 amount 等于凭证金额，否则违反 GCL-FIN-051",
    "covered_emissions": "每条链接 coveredEmissions_kg = coveredQuantity * intensity；total_kg 为其合计；不舍入",
    "cumulative_issuance": "cumulative = Σ batches",
    "discount_and_buffer": "relativeHalfWidth > 0.20 时 discount_t = netBeforeDiscount_t * (relativeHalfWidth - 0.20)，"
    "否则为 0；net_t = netBeforeDiscount_t - discount_t；bufferDeposit_t = bufferRate * net_t；"
    "issuable_t = net_t - bufferDeposit_t；maxWholeUnits = issuable_t 的整数部分",
    "effective_rate": "effectiveRate = (1 + (discountAmount + feeTotal)/netProceeds)^(365/days) - 1，舍入至 6 位小数",
    "impact_attribution": "attributionFactor = financedShare/attributionBase，舍入至 6 位小数；"
    "归因量 = 数值 × 所列 attributionFactor，舍入至 3 位小数",
    "inset_into_product": "bufferDeposit_t = bufferRate * net_t；issuable_t = net_t - bufferDeposit_t；"
    "insetPerDeclaredUnit = issuable_t * 1000 / fruit_kg，向下取整至 6 位小数；"
    "totalExclUptake = grossEmissions - insetPerDeclaredUnit",
    "interest_in_arrears": "interestPart = hu(Σ balance * rate * YF(from, until, dayCount))，只舍入一次；"
    "wrongIfRoundedPerPeriod = 逐段舍入后之和",
    "label_value_check": "displayedValue < 0 且 design 不是 negative_mark 则不通过",
    "lei_check": "18 位 0-9A-Z 加 2 位数字；remainder = 展开数字 mod 97；为 1 则通过",
    "lifecycle": "按序号逐一核对：(machine, fromState, toState) 在表 machine 中，否则违反 GCL-FIN-114；"
    "角色属于该行，否则违反 GCL-FIN-115；sequence 为 1..n、fromState 为前一状态（首个事件为 state，"
    "缺省为状态机的初始状态）、"
    "effectiveAt 不回退，否则违反 GCL-FIN-116",
    "lot_holdings": "在每个占用开始或结束之日：满足 valueDate <= 当日 < closedOn 的数量合计 <= lotQuantity",
    "low_carbon_test": "grossEmissions = gateTotal_kgCO2e/soldFruit_kg + postFarm_per_kg；limit80 = 0.80 * benchmark；"
    "upper = grossEmissions * (1 + relativeHalfWidth)；grossEmissions <= limit80 且 upper < benchmark 则通过；"
    "insetPerDeclaredUnit = issuable_t * 1000 / soldFruit_kg，向下取整至 6 位小数；"
    "totalExclUptake = grossEmissions - insetPerDeclaredUnit",
    "margin_benefit": "adjustmentBp < 0 时 marginBenefit = hu(financedAmount * -adjustmentBp/10000 * days/basis)，"
    "否则为 0",
    "no_data_adjustment": "ageDays = effectiveFrom - lastVerifiedObservation；allowedDays = 31 * "
    "observationFrequencyMonths "
    "+ observationGraceDays；effectiveFrom 前无观测或 ageDays > allowedDays 时为 no_data；"
    "adjustmentBp = noDataAdjustmentBp，截取到 floorBp..capBp",
    "orchard_n2o": "n2o = nitrogen * emissionFactor * 44/28；kgCO2e = n2o * GWP(n2o)，AR5 与 AR6；每公斤 = kgCO2e / "
    "yield",
    "outstanding_over_time": "逐日：outstanding = 前日 outstanding - principal + funding，先还后放；超过 limit 即违反",
    "passport_total_check": "computed = 七个组成之和；|totalExclUptake - computed| <= max(0.005 * |totalExclUptake|, "
    "0.001) "
    "则通过；如有声明，grossEmissions 与 totalInclUptake 同样核对",
    "payables_deal": "按声明的数据逐条核对来源所列要求：错误的数据违反其自身的要求，以及其他数据与之不符的要求",
    "period_coverage": "gapDays = observationPeriod 中不属于任何 referencePeriods 的天数，期间首尾均含；为 0 则通过",
    "permanence_factor": "puro_table_6_1_2025：(M - a * hToCorg)/100，行号向上取整；woolf100_2021_r2：所在温度段的 "
    "c - m * hToCorg；woolf100_2021_r6：所列温度的 c + m * hToCorg；ipcc2019_app4_v1：F_perm；均截取到 0..1",
    "principal_settled": "principalSettled = Σ principalParts；outstanding = financedAmount - principalSettled - "
    "writtenOff；"
    "principalSettled = financedAmount 为 settled，writtenOff 为余额则 written_off，大于 0 为 part_settled，否则 "
    "funded",
    "ratchet_step": "满足 lower < observedValue < upper 的唯一一档，边界是否包含由该档规定",
    "ratchet_well_formed": "position 为 1..n；lower 仅在 1 处缺省，upper 仅在 n 处缺省；lower < upper；upper(p) = "
    "lower(p+1) "
    "且边界只属其中一档；adjustmentBp 不下降（lower_is_better）或不上升（higher_is_better）",
    "receivable_face_value": "faceValue = (instalmentAmount，无则 documentPayable) - creditNoteTotal；"
    "documentPayable 须等于 "
    "taxInclusiveAmount - prepaidAmount + roundingAmount；wrongIfTaxInclusive = taxInclusiveAmount - creditNoteTotal",
    "receivable_source": "sourceDueDate = 文档载明的到期日，否则为付款方式中唯一的日期；invoiceNumber、issueDate、"
    "dueDate、documentPayable 与 currency 等于发票；发票没有到期日时由应收账款给出",
    "record_split": "有 children：其合计 = parentAmount 且 parentState = split；无 children：parentState 不为 split",
    "residue_share": "share = cullFruitValue_CNY / (fruitValue_CNY + cullFruitValue_CNY)；share < threshold 为 residue",
    "settlement_parts": "amount = principalPart + interestPart + feePart + reservePart；本金还足后 reserveRelease = "
    "faceAmount "
    "- financedAmount - feePart - interestPart，否则为 0；principalPart = financedAmount 为 settled",
    "simple_yield": "simpleYield = (discountAmount + feeTotal)/netProceeds * basis/days，舍入至 6 位小数",
    "uniqueness_key": "uniquenessKey = 各部分以 | 连接的 UTF-8 文本的 sha-256。Receivable：scheme:value、发票号码、"
    "issueDate、"
    "currency、instalmentSeq；PurchaseOrder：po、scheme:value、订单号、orderDate、currency；Inventory：inv、"
    "scheme:value、"
    "仓单号；Undertaking：und、scheme:value、承诺编号",
    "uscc_check": "18 位，字符集 0-9A-HJ-NPQRTUWXY；第 18 位为字符 (31 - Σ 值 × 3^(i-1) mod 31) mod 31",
    "voucher_tenor": "latestMust = issueDate 加 12 个月；latestShould = issueDate 加 6 个月，截取到月末；"
    "dueDate > latestMust 违反 GCL-FIN-043，dueDate > latestShould 违反 GCL-FIN-044",
    "wood_burning_non_co2": "energy_MJ = wood_kg * ncv；ch4 = energy/10^6 * ch4_kg_per_TJ * GWP(该来源的 ch4)；"
    "n2o = energy/10^6 * n2o_kg_per_TJ * GWP(n2o)；total = ch4 + n2o；CO2 属短循环，计为 0",
    "year_fraction": "ACT/360：days/360；ACT/365.FIXED：days/365；30E/360：(360*(y2-y1) + 30*(m2-m1) + min(d2,30) - "
    "min(d1,30))/360；ACT/ACT.ISDA：daysInLeapYears/366 + daysInOtherYears/365；计首不计尾；舍入至 12 位小数",
}
