"""Derived members of the modules core, passport, removal, brand and incentive."""

from __future__ import annotations

from typing import Final

from gclink._text import Text
from gclink.derive._derivation import Derivation, Fill

_POSITIVE = ("fossilGhg", "landUseChange", "landManagementBiogenicCO2", "biogenicNonCO2")
_NEGATIVE = ("landManagementRemovals", "technologicalRemovals", "ccsCapture")
_ADDITIVE = (*_POSITIVE, *_NEGATIVE, "biogenicUptake")
_CODES = {
    "fossil_ghg": "fossilGhg",
    "land_use_change": "landUseChange",
    "land_management_biogenic_co2": "landManagementBiogenicCO2",
    "biogenic_non_co2": "biogenicNonCO2",
}
#: The component that a gas inventory breaks down.
_SAME = (
    " else ".join(f'root.components.{member} if component == "{code}"' for code, member in _CODES.items()) + " else 0"
)
_KNOWN = " or ".join(f'component == "{code}"' for code in _CODES)
_TOTAL = "max(0.005 * abs(stated), 0.001)"


def _added(names: tuple[str, ...]) -> str:
    return " + ".join(f"components.{name}" for name in names)


_DRY = "sum(i.dryMass.value for i in inputs) - sum(o.dryMass.value for o in outputs)"
_CARBON = "sum(i.carbonMass.value for i in inputs) - sum(o.carbonMass.value for o in outputs)"
_BASIS = "sum(o.allocationBasis for o in outputs)"
_SHARED = 'allocationMethod in ("economic", "physical_mass", "physical_energy", "physical_carbon")'
_ONE_MAIN = 'count(o for o in outputs if o.role == "main_product") == 1'

CORE: Final = (
    Derivation(
        "ConformanceStatement",
        "testsTotal",
        "testsPassed + testsFailed + testsInError + testsDeclined",
        "GCL-COR-053",
    ),
    Derivation(
        "ConformanceStatement",
        "outcomes.mandatoryRun",
        "item.mandatoryPassed + item.mandatoryFailed",
        "GCL-COR-056",
    ),
    Derivation(
        "ProcessRun",
        "outputs.allocationFactor",
        "1 - sum(rounded(o.allocationBasis / sum(p.allocationBasis for p in outputs), 6) for o in outputs "
        'if o.role != "main_product")',
        "GCL-COR-035",
        tolerance="0.0005",
        when=f'{_SHARED} and {_ONE_MAIN} and item.role == "main_product" and {_BASIS} > 0',
        note=Text(
            "the main product takes what rounding leaves, so that the factors add up to exactly 1 (GCL-COR-034)",
            "主产品承担舍入余数，使各系数之和恰为 1（GCL-COR-034）",
        ),
    ),
    Derivation(
        "ProcessRun",
        "outputs.allocationFactor",
        f"rounded(item.allocationBasis / {_BASIS}, 6)",
        "GCL-COR-035",
        tolerance="0.0005",
        when=f'{_SHARED} and not ({_ONE_MAIN} and item.role == "main_product") and {_BASIS} > 0',
    ),
    Derivation(
        "ProcessRun",
        "outputs.allocationFactor",
        "0",
        "GCL-COR-036",
        when='item.role in ("residue", "waste")',
    ),
    Derivation(
        "ProcessRun",
        "dryMassLoss",
        _DRY,
        "GCL-COR-038",
        tolerance="0.02 * sum(i.dryMass.value for i in inputs)",
        fill=Fill.ASKED,
        unit='"t"',
    ),
    Derivation(
        "ProcessRun",
        "carbonLossMeasured",
        _CARBON,
        "GCL-COR-039",
        tolerance="0.05 * sum(i.carbonMass.value for i in inputs)",
        fill=Fill.NEVER,
        note=Text("measured: the balance only tests it", "实测值：平衡仅用于核对"),
    ),
)

PASSPORT: Final = (
    Derivation(
        "CarbonPassport",
        "massPerDeclaredUnit",
        'declaredUnit.value if declaredUnit.unit == "kg" else 1000 * declaredUnit.value '
        'if declaredUnit.unit == "t" else 0',
        "GCL-PAS-003",
        when='declaredUnit.unit in ("kg", "t", "kW.h", "MJ", "t.km", "h")',
        unit='"kg"',
    ),
    Derivation("GasEntry", "gwp", 'lookup("gwp100-v1", gas, root.gwpSet)', "GCL-PAS-022"),
    Derivation("GasEntry", "value", "gasMass * gwp", "GCL-PAS-021", tolerance="max(0.005 * stated, 0.000001)"),
    Derivation("GasInventory", "total", _SAME, "GCL-PAS-023", when=_KNOWN),
    Derivation("GasInventory", "total", "sum(g.value for g in gases)", "GCL-PAS-023", tolerance="0.005 * stated"),
    *(
        Derivation(
            "CarbonPassport",
            f"components.{member}",
            f"first(i.total for i in gasInventories if i.component == {code!r})",
            "GCL-PAS-023",
            when=f"count(i for i in gasInventories if i.component == {code!r}) > 0",
        )
        for code, member in _CODES.items()
    ),
    *(
        Derivation(
            "CarbonPassport",
            f"components.{member}",
            f"-sum(r.perDeclaredUnit for r in insetRemovals if r.component == {code!r})",
            "GCL-PAS-037",
            tolerance="0.000001",
        )
        for code, member in (
            ("land_management_removals", "landManagementRemovals"),
            ("technological_removals", "technologicalRemovals"),
        )
    ),
    *(
        Derivation(
            "CarbonPassport",
            f"components.{member}",
            f"sum(s.components.{member} for s in stages)",
            "GCL-PAS-018",
            tolerance=_TOTAL,
        )
        for member in _ADDITIVE
    ),
    Derivation(
        "CarbonPassport",
        "components.biogenicUptake",
        "-co2_per_c() * carbonContent.biogenic",
        "GCL-PAS-015",
        tolerance="max(0.01 * abs(stated), 0.01)",
        when='boundary in ("cradle_to_gate", "gate_to_gate")',
    ),
    Derivation("CarbonPassport", "components.biogenicUptake", "0", "GCL-PAS-016", when='boundary == "cradle_to_grave"'),
    Derivation("CarbonPassport", "components.ccsCapture", "0", "GCL-PAS-014", when="not ccsIncluded"),
    Derivation("CarbonPassport", "components.landUseChange", "0", "GCL-PAS-032", when="not landUse.converted"),
    Derivation("CarbonPassport", "grossEmissions", _added(_POSITIVE), "GCL-PAS-006", tolerance=_TOTAL),
    Derivation(
        "CarbonPassport",
        "totalExclUptake",
        _added((*_POSITIVE, *_NEGATIVE)),
        "GCL-PAS-007",
        tolerance=_TOTAL,
        note=Text(
            "the of-which items (land management fossil, aircraft, packaging, outbound logistics) are inside these "
            "parts already",
            "“其中”项（土地管理化石源、航空、包装、外运）已含于上述组成",
        ),
    ),
    Derivation(
        "CarbonPassport",
        "totalInclUptake",
        "totalExclUptake + components.biogenicUptake",
        "GCL-PAS-008",
        tolerance=_TOTAL,
    ),
)

_PURO_ROW = "7 if soilTemperatureCelsius <= 7 else ceiling(soilTemperatureCelsius)"
_WOOLF_ROW = (
    "5 if soilTemperatureCelsius < 7.5 else 10 if soilTemperatureCelsius < 12.5 else 15 "
    "if soilTemperatureCelsius < 17.5 else 20 if soilTemperatureCelsius < 22.5 else 25"
)
_PURO_TABLE = '"puro_table_6_1_2025", tableRow'
_WOOLF_TABLE = '"woolf100_2021_r2", tableRow'
_CHAR = "co2_per_c() * permanence.dryMassTonnes * permanence.organicCarbon"
_FIXED_HORIZON = 'lookup("permanence_method_v1", permanenceMethod, "horizonAtLeast") == 0'

REMOVAL: Final = (
    Derivation("ProductionBatch", "dryMass", "wetMass.value * (1 - moisture)", "GCL-REM-008",
               tolerance="0.001 * stated", unit="wetMass.unit"),
    Derivation("ProductionBatch", "methaneDefaultUsed", "not given(methaneTest)", "GCL-REM-026"),
    Derivation("LabAnalysis", "organicCarbon", "totalCarbon - inorganicCarbon", "GCL-REM-009", tolerance="0.0001"),
    Derivation("LabAnalysis", "hToCorg", "12 * hydrogen / organicCarbon", "GCL-REM-010", tolerance="0.005 * stated",
               when="organicCarbon > 0"),
    Derivation("MethaneTest", "value", "mean + standardDeviation", "GCL-REM-025", tolerance="0.005 * abs(stated)"),
    Derivation("PermanenceBasis", "tableVersion",
               'lookup("permanence_method_v1", permanenceMethod, "tableVersion")', "GCL-REM-012"),
    Derivation("PermanenceBasis", "horizonYears",
               'lookup("permanence_method_v1", permanenceMethod, "horizonYears")', "GCL-REM-012",
               when=_FIXED_HORIZON),
    Derivation("PermanenceBasis", "horizonYears",
               'lookup("permanence_method_v1", permanenceMethod, "horizonYears")', "GCL-REM-012",
               relation=">=", when=f"not {_FIXED_HORIZON}", fill=Fill.ASKED),
    Derivation("PermanenceBasis", "tableRow", _PURO_ROW, "GCL-REM-013", when='permanenceMethod == "puro_bc200"'),
    Derivation("PermanenceBasis", "tableRow", _WOOLF_ROW, "GCL-REM-015", when='permanenceMethod == "woolf100"'),
    Derivation("PermanenceBasis", "factor",
               f'clip(lookup({_PURO_TABLE}, "M") - lookup({_PURO_TABLE}, "a") * hToCorg, 0, 100) / 100',
               "GCL-REM-014", tolerance="0.001", when='permanenceMethod == "puro_bc200"'),
    Derivation("PermanenceBasis", "factor",
               f'clip(lookup({_WOOLF_TABLE}, "c") - lookup({_WOOLF_TABLE}, "m") * hToCorg, 0, 1)',
               "GCL-REM-016", tolerance="0.001", when='permanenceMethod == "woolf100"'),
    Derivation("PermanenceBasis", "factor", 'lookup("ipcc2019_app4_v1", tableRow, "factor")',
               "GCL-REM-017", when='permanenceMethod == "ipcc2019_t1"'),
    Derivation("StatementLine", "storedCO2", _CHAR, "GCL-REM-007", tolerance="0.001 * abs(stated)",
               when='permanence.permanenceMethod in ("puro_bc200", "woolf100")'),
    Derivation("StatementLine", "storedCO2", _CHAR, "GCL-REM-017", tolerance="0.001 * abs(stated)",
               when='permanence.permanenceMethod == "ipcc2019_t1"'),
    Derivation("StatementLine", "durableCO2", "storedCO2 * permanence.factor", "GCL-REM-005",
               tolerance="0.001 * abs(stated)"),
    Derivation("RemovalStatement", "vintage", "year(period.end)", "GCL-REM-047"),
    Derivation("RemovalStatement", "durabilityClass",
               'first(lookup("permanence_method_v1", l.permanence.permanenceMethod, "durabilityClass") '
               "for l in lines)", "GCL-REM-020"),
    Derivation("RemovalStatement", "grossStored", "sum(l.storedCO2 for l in lines)", "GCL-REM-004",
               tolerance="0.001"),
    Derivation("RemovalStatement", "durableStored", "sum(l.durableCO2 for l in lines)", "GCL-REM-004",
               tolerance="0.001"),
    Derivation("ProjectEmissions", "total",
               "biomassSupply + production + processGas + use + infrastructure + landUseChange", "GCL-REM-006",
               tolerance="0.001"),
    Derivation("Leakage", "total", "ecologicalLeakage + marketLeakage", "GCL-REM-006", tolerance="0.001"),
    Derivation("RemovalStatement", "netBeforeDiscount",
               "durableStored - baseline - projectEmissions.total - leakage.total", "GCL-REM-001",
               tolerance="0.005 * abs(stated)"),
    Derivation("RemovalStatement", "discount", "at_least(netBeforeDiscount * (relativeHalfWidth - 0.2), 0)",
               "GCL-REM-046", relation=">="),
    Derivation("RemovalStatement", "net", "netBeforeDiscount - discount", "GCL-REM-002", tolerance="0.001"),
    Derivation("RemovalStatement", "bufferDeposit",
               'lookup("buffer_rate_v1", durabilityClass, "rate") * net', "GCL-REM-049", relation=">="),
    Derivation("RemovalStatement", "issuable", "net - bufferDeposit", "GCL-REM-050"),
    Derivation("BufferEntry", "signedTonnes", 'tonnes if entryKind == "deposit" else -tonnes', "GCL-REM-051"),
    Derivation("BufferAccount", "balance", "sum(e.signedTonnes for e in entries)", "GCL-REM-051"),
    Derivation("CarbonUnit", "unitCount", "serialEnd - serialStart + 1", "GCL-REM-054"),
)  # fmt: skip

BRAND: Final = (
    Derivation("ClaimFigures", "netPerUnit", "grossPerUnit - 1000 * removalsInset / coveredUnits", "GCL-BRD-010",
               tolerance="max(0.005 * abs(stated), 0.001)"),
    Derivation("PurchaseReward", "avoided", "at_least((benchmarkValue - grossPerUnit) * quantity.value, 0)",
               "GCL-INC-005", tolerance="0.005 * stated"),
)  # fmt: skip

CARBON: Final = (*CORE, *PASSPORT, *REMOVAL, *BRAND)
