"""The requirement that each calculation of the carbon method answers to, for vectors that name none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REQUIREMENTS: Final[Mapping[str, str]] = {
    "bioccs_claim_scenario": "GCL-BRD-016",
    "bioccs_net_removal": "GCL-REM-042",
    "biochar_claim_scenario": "GCL-BRD-016",
    "biochar_durable": "GCL-REM-005",
    "biochar_facility_year": "GCL-REM-001",
    "biochar_net_removal": "GCL-REM-001",
    "biochar_stored_carbon": "GCL-REM-007",
    "biogenic_uptake": "GCL-PAS-015",
    "carbon_negative_margin": "GCL-BRD-016",
    "check_digit": "GCL-COR-016",
    "cumulative_issuance": "GCL-REM-056",
    "discount_and_buffer": "GCL-REM-046",
    "fermentation_co2": "GCL-REM-042",
    "fruit_carbon": "GCL-PAS-015",
    "inset_into_product": "GCL-PAS-039",
    "ipcc_tier1": "GCL-REM-017",
    "label_value_check": "GCL-BRD-018",
    "litchi_gate_footprint": "GCL-PAS-018",
    "low_carbon_test": "GCL-BRD-012",
    "offset_ledger": "GCL-BRD-010",
    "orchard_n2o": "GCL-PAS-022",
    "passport_total_check": "GCL-PAS-007",
    "passport_totals": "GCL-PAS-007",
    "permanence_factor": "GCL-REM-016",
    "residue_share": "GCL-COR-036",
    "serial_block": "GCL-REM-054",
    "wood_burning_non_co2": "GCL-PAS-021",
}
