"""Footprint, removals and claims: boundaries, defaults and errors beyond the published vectors."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import pytest
from gclink.calculations import CalculationError, run
from gclink.tables import number, table
from hypothesis import given
from hypothesis import strategies as st

FOOTPRINT = {
    "fossilGhg": "0.3325",
    "landUseChange": "0.004",
    "landManagementBiogenicCO2": "0.0405",
    "biogenicNonCO2": "0.151",
    "landManagementRemovals": "-0.12",
    "technologicalRemovals": "-0.0305",
    "ccsCapture": "-0.002",
}
CHAR = {"dryMass_t": "10", "organicCarbon": "0.8", "hToCorg": "0.35"}
SOIL = st.decimals(min_value=-10, max_value=40, places=2)


def durable(**changes: object) -> dict[str, object]:
    return run("biochar_durable", CHAR | changes)


class TestFootprint:
    def test_without_an_uptake_there_is_no_total_that_includes_it(self) -> None:
        found = run("passport_totals", FOOTPRINT)
        assert found == {"grossEmissions": "0.528", "totalExclUptake": "0.3755", "violations": []}

    def test_an_absent_component_is_not_read_as_zero(self) -> None:
        without = {key: value for key, value in FOOTPRINT.items() if key != "ccsCapture"}
        with pytest.raises(CalculationError, match="ccsCapture is missing"):
            run("passport_totals", without)

    @pytest.mark.parametrize(
        ("member", "value", "requirement"),
        [
            ("fossilGhg", "-0.1", "GCL-PAS-004"),
            ("packaging", "-0.1", "GCL-PAS-004"),
            ("technologicalRemovals", "0.1", "GCL-PAS-005"),
            ("biogenicUptake", "0.1", "GCL-PAS-005"),
            ("aircraft", "0.3326", "GCL-PAS-010"),
            ("packaging", "0.5281", "GCL-PAS-011"),
        ],
    )
    def test_signs_and_sizes_are_named_by_requirement(self, member: str, value: str, requirement: str) -> None:
        assert requirement in run("passport_totals", FOOTPRINT | {member: value})["violations"]

    @pytest.mark.parametrize(
        ("declared", "verdict"),
        [
            ("0.3755", "pass"),
            ("0.377386", "pass"),  # 0.3755 / 0.995 = 0.3773869...
            ("0.377387", "fail"),
            ("0.373632", "pass"),  # 0.3755 / 1.005 = 0.3736318...
            ("0.373631", "fail"),
        ],
    )
    def test_tolerance_is_half_a_percent_of_the_declared_value(self, declared: str, verdict: str) -> None:
        found = run("passport_total_check", FOOTPRINT | {"totalExclUptake": declared})
        assert (found["verdict"], found["requirement"]) == (verdict, "GCL-PAS-007")

    def test_small_totals_have_a_tolerance_of_one_thousandth(self) -> None:
        small = dict.fromkeys(FOOTPRINT, "0") | {"fossilGhg": "0.01"}
        assert run("passport_total_check", small | {"totalExclUptake": "0.011"})["verdict"] == "pass"
        assert run("passport_total_check", small | {"totalExclUptake": "0.0110001"})["verdict"] == "fail"

    def test_a_second_addition_of_land_management_fossil_is_named_as_the_cause(self) -> None:
        doubled = FOOTPRINT | {"landManagementFossil": "0.101", "totalExclUptake": "0.4765"}
        found = run("passport_total_check", doubled)
        assert (found["requirement"], found["likelyCause"]) == ("GCL-PAS-007", "GCL-PAS-009")
        assert "likelyCause" not in run("passport_total_check", doubled | {"totalExclUptake": "0.5"})

    def test_gross_and_inclusive_totals_are_checked_where_declared(self) -> None:
        whole = FOOTPRINT | {"totalExclUptake": "0.3755", "biogenicUptake": "-0.2211"}
        assert run("passport_total_check", whole | {"grossEmissions": "0.6"})["violations"] == ["GCL-PAS-006"]
        assert run("passport_total_check", whole | {"totalInclUptake": "0.2"})["violations"] == ["GCL-PAS-008"]
        assert run("passport_total_check", whole | {"totalInclUptake": "0.1544"})["verdict"] == "pass"

    def test_gases_follow_the_set_and_the_origin(self) -> None:
        fire = {"wood_kg": "1.5", "ncv_MJ_per_kg": "15", "ch4_kg_per_TJ": "300", "n2o_kg_per_TJ": "4"}
        assert run("wood_burning_non_co2", fire)["ch4_kgCO2e"] == "0.18225"
        assert run("wood_burning_non_co2", fire | {"ch4Origin": "fossil"})["ch4_kgCO2e"] == "0.20115"
        older = run("wood_burning_non_co2", fire | {"gwpSet": "AR5"})
        assert (older["ch4_kgCO2e"], older["n2o_kgCO2e"]) == ("0.189", "0.02385")
        with pytest.raises(CalculationError, match="use one of AR5, AR6"):
            run("wood_burning_non_co2", fire | {"gwpSet": "AR4"})

    def test_an_orchard_without_yield_has_no_value_per_kilogram(self) -> None:
        found = run("orchard_n2o", {"nitrogen_kg_per_ha": "265", "emissionFactor": "0.0156"})
        assert "ar6_kgCO2e_per_kg" not in found
        with pytest.raises(CalculationError, match=r"emissionFactor = 1\.56 does not hold to 0\.\.1"):
            run("orchard_n2o", {"nitrogen_kg_per_ha": "265", "emissionFactor": "1.56"})


class TestPermanence:
    @given(SOIL)
    def test_puro_rounds_the_soil_temperature_up_to_its_row(self, soil: Decimal) -> None:
        row = durable(method="puro_bc200", soilTemperature_degC=soil)["tableRow"]
        assert isinstance(row, int)
        assert 7 <= row <= 40
        assert row >= soil
        assert row == 7 or row < soil + 1

    @given(SOIL)
    def test_woolf_rows_follow_the_bands_with_the_lower_edge_inside(self, soil: Decimal) -> None:
        edges = [(Decimal("7.5"), 5), (Decimal("12.5"), 10), (Decimal("17.5"), 15), (Decimal("22.5"), 20)]
        expected = next((row for edge, row in edges if soil < edge), 25)
        assert durable(method="woolf100", soilTemperature_degC=soil)["tableRow"] == expected

    @pytest.mark.parametrize(
        ("method", "soil", "row"),
        [
            ("puro_bc200", "7", 7),
            ("puro_bc200", "7.01", 8),
            ("puro_bc200", "-5", 7),
            ("puro_bc200", "40", 40),
            ("puro_bc200", "39.01", 40),
            ("woolf100", "7.5", 10),
            ("woolf100", "7.49", 5),
            ("woolf100", "22.5", 25),
            ("woolf100", "22.49", 20),
        ],
    )
    def test_rows_at_the_edges(self, method: str, soil: str, row: int) -> None:
        assert durable(method=method, soilTemperature_degC=soil)["tableRow"] == row

    def test_a_soil_above_forty_degrees_has_no_puro_factor(self) -> None:
        with pytest.raises(CalculationError, match="GCL-REM-013") as caught:
            durable(method="puro_bc200", soilTemperature_degC="40.01")
        assert caught.value.member == "soilTemperature_degC"

    @given(SOIL, st.decimals(min_value=0, max_value=5, places=3), st.sampled_from(["puro_bc200", "woolf100"]))
    def test_the_factor_stays_between_zero_and_one_and_splits_what_is_stored(
        self, soil: Decimal, ratio: Decimal, method: str
    ) -> None:
        found = durable(method=method, soilTemperature_degC=soil, hToCorg=ratio)
        assert 0 <= Fraction(str(found["permanenceFactor"])) <= 1
        parts = Fraction(str(found["durableCO2_t"])) + Fraction(str(found["lossCO2_t"]))
        assert abs(parts - Fraction(str(found["storedCO2_t"]))) <= Fraction(2, 10**12)
        assert found["violations"] == (["GCL-REM-011"] if ratio > Decimal("0.7") else [])

    def test_a_ratio_of_exactly_seven_tenths_is_stable_enough(self) -> None:
        assert durable(method="woolf100", soilTemperature_degC="15", hToCorg="0.70")["violations"] == []
        assert durable(method="woolf100", soilTemperature_degC="15", hToCorg="0.7001")["violations"] == ["GCL-REM-011"]

    def test_factors_are_cut_at_both_ends(self) -> None:
        assert durable(method="woolf100", soilTemperature_degC="5", hToCorg="0")["permanenceFactor"] == "1"
        assert durable(method="puro_bc200", soilTemperature_degC="40", hToCorg="3")["permanenceFactor"] == "0"

    def test_the_methods_at_25_degrees_are_those_of_the_text(self) -> None:
        at = {"soilTemperature_degC": "25", "hToCorg": "0.35"}
        factors = {
            name: Fraction(str(run("permanence_factor", at | {"table": name})["permanenceFactor"]))
            for name in ("puro_table_6_1_2025", "woolf100-2021-r2", "woolf100_2021_r6")
        }
        assert [round(float(factor), 3) for factor in factors.values()] == [0.746, 0.749, 0.752]

    def test_a_method_names_its_table(self) -> None:
        at = {"soilTemperature_degC": "25", "hToCorg": "0.35"}
        by_method = run("permanence_factor", at | {"table": "woolf100"})
        assert by_method == run("permanence_factor", at | {"table": "woolf100_2021_r2"})
        assert (by_method["c"], by_method["m"]) == ("0.98", "0.66")

    def test_the_unrounded_regression_is_not_interpolated(self) -> None:
        with pytest.raises(CalculationError, match=r"its rows are 5, 10, 10\.9, 14\.9, 20, 25"):
            run("permanence_factor", {"table": "woolf100_2021_r6", "soilTemperature_degC": "15", "hToCorg": "0.35"})

    @pytest.mark.parametrize(
        ("heat", "row", "factor"),
        [("350", 1, "0.65"), ("449.9", 1, "0.65"), ("450", 2, "0.8"), ("600", 2, "0.8"), ("600.1", 3, "0.89")],
    )
    def test_ipcc_rows_follow_the_pyrolysis_temperature(self, heat: str, row: int, factor: str) -> None:
        found = run("biochar_durable", CHAR | {"method": "ipcc2019_t1", "pyrolysisTemperature_degC": heat})
        assert (found["tableRow"], found["permanenceFactor"]) == (row, factor)

    def test_ipcc_has_no_row_below_350_degrees(self) -> None:
        with pytest.raises(CalculationError, match=">= 350"):
            durable(method="ipcc2019_t1", pyrolysisTemperature_degC="349")

    @pytest.mark.parametrize(
        ("method", "member"),
        [
            ("puro_bc200", "soilTemperature_degC"),
            ("woolf100", "soilTemperature_degC"),
            ("ipcc2019_t1", "pyrolysisTemperature_degC"),
            ("random_reflectance", "inertiniteShare"),
        ],
    )
    def test_a_method_names_the_input_it_lacks(self, method: str, member: str) -> None:
        with pytest.raises(CalculationError) as caught:
            durable(method=method)
        assert (caught.value.member, caught.value.problem) == (member, "missing")

    def test_reflectance_takes_the_measured_share(self) -> None:
        assert durable(method="random_reflectance", inertiniteShare="0.9")["permanenceFactor"] == "0.9"

    def test_a_method_that_is_not_for_char_is_refused(self) -> None:
        with pytest.raises(CalculationError, match="geological is no admitted code"):
            durable(method="geological")

    def test_tier_one_finds_its_factors_by_feed_process_and_class(self) -> None:
        given_numbers = {"dryMass_t": "10", "carbonFractionDefault": "0.77", "permanenceDefault": "0.8"}
        by_name = {"dryMass_t": "10", "feed": "wood", "permanenceClass": "medium"}
        assert run("ipcc_tier1", by_name)["durableCO2_t"] == run("ipcc_tier1", given_numbers)["durableCO2_t"]
        gas = run("ipcc_tier1", by_name | {"process": "gasification"})
        assert gas["stockChange_tC"] == "4.16"
        with pytest.raises(CalculationError, match="carbonFractionDefault is missing"):
            run("ipcc_tier1", {"dryMass_t": "10"})
        with pytest.raises(CalculationError, match="permanenceDefault is missing"):
            run("ipcc_tier1", {"dryMass_t": "10", "feed": "wood"})


class TestRemoval:
    def test_without_a_rate_nothing_is_deposited(self) -> None:
        plant = {"dryWood_t": "1000", "carbonFraction": "0.48", "captureRate": "0.9", "lossFraction": "0.02"}
        found = run("bioccs_net_removal", plant | {"energy_t": "180", "supply_t": "60"})
        assert (found["bufferDeposit_t"], found["issuable_t"], found["net_t"]) == ("0", "1312.32", "1312.32")

    def test_a_project_that_emits_more_than_it_stores_issues_nothing(self) -> None:
        found = run(
            "bioccs_net_removal", {"dryWood_t": "1", "carbonFraction": "0.5", "captureRate": "1", "energy_t": "9"}
        )
        assert str(found["net_t"]).startswith("-")
        assert (found["bufferDeposit_t"], found["issuable_t"], found["violations"]) == ("0", "0", ["GCL-REM-002"])

    def test_every_deduction_lowers_the_net(self) -> None:
        deductions = {"energy_t": "1", "supply_t": "2", "leakage_t": "4", "baseline_t": "8"}
        plant = {"dryWood_t": "3", "carbonFraction": "1", "captureRate": "1", "lossFraction": "0"}
        story = {"removalHalfWidth": "0", "grossEmissions_t": "0", "emissionHalfWidth": "0", "soldFruit_kg": "1"}
        nothing = dict.fromkeys(deductions, "0")
        assert run("bioccs_net_removal", plant | nothing)["net_t"] == "11"
        for member, tonnes in deductions.items():
            less = plant | nothing | {member: tonnes}
            assert run("bioccs_net_removal", less)["net_t"] == str(11 - int(tonnes))
            assert run("bioccs_claim_scenario", less | story)["net_t"] == str(11 - int(tonnes))
        char = {"dryMass_t": "3", "organicCarbon": "1", "method": "random_reflectance", "inertiniteShare": "1"}
        for member in (
            "transport_t",
            "chipping_t",
            "processCH4_t_CO2e",
            "other_t",
            "baseline_t",
            "leakage_t",
            "discount_t",
        ):
            assert run("biochar_net_removal", char | {member: "3"})["net_t"] == "8"
        year = {
            "wetBiomass_t": "3",
            "moisture": "0",
            "charYield": "1",
            "totalCarbon": "1",
            "inorganicCarbon": "0",
            "hydrogen": "0",
            "soilTemperature_degC": "5",
            "method": "random_reflectance",
            "inertiniteShare": "1",
            "projectEmissions": {"use_t": "1"},
        }
        assert run("biochar_facility_year", year | {"baseline_t": "2", "leakage_t": "4"})["net_t"] == "4"

    @pytest.mark.parametrize(
        ("half_width", "discount"), [("0", "0"), ("0.2", "0"), ("0.200001", "0.0001"), ("0.5", "30"), ("1.2", "100")]
    )
    def test_the_discount_starts_above_twenty_percent(self, half_width: str, discount: str) -> None:
        found = run("discount_and_buffer", {"netBeforeDiscount_t": "100", "relativeHalfWidth": half_width})
        assert found["discount_t"] == discount

    @pytest.mark.parametrize("row", table("buffer_rate_v1").rows, ids=lambda row: row["durabilityClass"])
    def test_the_rate_follows_from_the_durability_class(self, row: dict[str, str]) -> None:
        found = run("discount_and_buffer", {"netBeforeDiscount_t": "100", "durabilityClass": row["durabilityClass"]})
        rate = number("buffer_rate_v1", row["durabilityClass"], "rate")
        assert Decimal(str(found["bufferDeposit_t"])) == 100 * rate
        assert Decimal(str(found["issuable_t"])) == 100 - 100 * rate

    def test_whole_units_are_the_integer_part(self) -> None:
        found = run("discount_and_buffer", {"netBeforeDiscount_t": "18.999999", "bufferRate": "0"})
        assert found["maxWholeUnits"] == "18"

    def test_a_fraction_written_as_percentage_is_refused(self) -> None:
        with pytest.raises(CalculationError, match=r"bufferRate = 5 does not hold to 0\.\.1"):
            run("discount_and_buffer", {"netBeforeDiscount_t": "100", "bufferRate": "5"})

    def test_project_emissions_of_another_name_are_refused(self) -> None:
        year = {
            "wetBiomass_t": "41200",
            "moisture": "0.18",
            "charYield": "0.312",
            "totalCarbon": "0.842",
            "inorganicCarbon": "0.009",
            "hydrogen": "0.0225",
            "soilTemperature_degC": "19.4",
        }
        with pytest.raises(CalculationError, match="biomassSupply_t, production_t") as caught:
            run("biochar_facility_year", year | {"projectEmissions": {"supply_t": "1"}})
        assert caught.value.member == "projectEmissions.supply_t"
        found = run("biochar_facility_year", year | {"projectEmissions": {"processGas_t": "1"}})
        assert (found["projectTotal_t"], found["tableRow"]) == ("1", 20)
        with pytest.raises(CalculationError, match="totalCarbon - inorganicCarbon = 0"):
            run("biochar_facility_year", year | {"inorganicCarbon": "0.842", "projectEmissions": {}})

    def test_a_serial_block_of_one_unit_and_one_that_runs_backwards(self) -> None:
        assert run("serial_block", {"serialStart": "7", "serialEnd": "7"}) == {"quantity": "1"}
        with pytest.raises(CalculationError, match="serialEnd = 6 does not hold to >= 7"):
            run("serial_block", {"serialStart": 7, "serialEnd": 6})


class TestClaims:
    CLAIM: ClassVar[dict[str, str]] = {
        "qualifyingDurable_t": "10",
        "removalHalfWidth": "0.2",
        "grossEmissions_t": "6.4",
        "emissionHalfWidth": "0.25",
    }

    def test_a_margin_of_exactly_zero_is_not_negative(self) -> None:
        found = run("carbon_negative_margin", self.CLAIM)
        assert (found["margin_t"], found["verdict"]) == ("0", "fail")
        better = run("carbon_negative_margin", self.CLAIM | {"qualifyingDurable_t": "10.000001"})
        assert better["verdict"] == "pass"

    def test_an_outside_unit_spoils_a_positive_margin(self) -> None:
        found = run("carbon_negative_margin", self.CLAIM | {"qualifyingDurable_t": "20", "externalUnits_t": "1"})
        assert (found["margin_t"], found["verdict"], found["requirement"]) == ("8", "fail", "GCL-BRD-015")

    @pytest.mark.parametrize(
        ("value", "design", "verdict"),
        [
            ("-0.01", "footprint_mark", "fail"),
            ("-0.01", "neutral_mark", "fail"),
            ("-0.01", "negative_mark", "pass"),
            ("0", "footprint_mark", "pass"),
        ],
    )
    def test_only_the_negative_mark_shows_less_than_zero(self, value: str, design: str, verdict: str) -> None:
        found = run("label_value_check", {"displayedValue": value, "design": design})
        assert found == {"verdict": verdict, "requirement": "GCL-BRD-017"}

    @pytest.mark.parametrize(("cull", "verdict"), [("1", "co_product"), ("0.99", "residue"), ("0", "residue")])
    def test_a_residue_stays_below_one_percent_of_the_revenue(self, cull: str, verdict: str) -> None:
        found = run("residue_share", {"fruitValue_CNY": "99", "cullFruitValue_CNY": cull})
        assert found["verdict"] == verdict

    def test_the_low_carbon_limit_is_inside_and_the_interval_has_to_clear_the_benchmark(self) -> None:
        lot = {"soldFruit_kg": "1", "postFarm_per_kg": "0", "benchmark": "1.25", "gateTotal_kgCO2e": "1"}
        assert run("low_carbon_test", lot | {"relativeHalfWidth": "0.24"})["verdictT2"] == "pass"
        assert run("low_carbon_test", lot | {"relativeHalfWidth": "0.25"})["verdictT2"] == "fail"

    def test_a_given_removal_replaces_that_of_lot_a(self) -> None:
        lot = {"soldFruit_kg": "1000", "postFarm_per_kg": "0", "benchmark": "2", "gateTotal_kgCO2e": "1000"}
        found = run("low_carbon_test", lot | {"relativeHalfWidth": "0", "issuable_t": "0.5"})
        assert (found["insetPerDeclaredUnit"], found["totalExclUptake"]) == ("0.5", "0.5")

    def test_an_inset_is_cut_so_that_all_units_together_do_not_exceed_the_tonnes(self) -> None:
        found = run("inset_into_product", {"net_t": "1", "fruit_kg": "3000", "grossEmissions": "1"})
        assert found["insetPerDeclaredUnit"] == "0.333333"

    def test_a_char_cannot_issue_more_than_it_stores(self) -> None:
        story = CHAR | {"soilTemperature_degC": "24.5", "removalHalfWidth": "0.2", "upperEmissions_t": "1"}
        assert run("biochar_claim_scenario", story | {"issuable_t": "20"})["verdict"] == "pass"
        with pytest.raises(CalculationError, match=r"the char stores only 21\.970667 t for good") as caught:
            run("biochar_claim_scenario", story | {"issuable_t": "21.9"})
        assert caught.value.member == "issuable_t"

    def test_the_story_forgives_the_last_digits_of_a_rounded_input(self) -> None:
        story = CHAR | {"soilTemperature_degC": "24.5", "removalHalfWidth": "0", "upperEmissions_t": "1"}
        found = run("biochar_claim_scenario", story | {"issuable_t": "21.970667", "bufferRate": "0"})
        assert (found["verdict"], found["margin_t"]) == ("pass", "20.970667")

    def test_a_buffer_of_everything_leaves_nothing_to_divide(self) -> None:
        story = CHAR | {"soilTemperature_degC": "24.5", "removalHalfWidth": "0", "upperEmissions_t": "1"}
        with pytest.raises(CalculationError, match="1 - bufferRate = 0 does not hold to > 0"):
            run("biochar_claim_scenario", story | {"issuable_t": "1", "bufferRate": "1"})

    def test_the_buffer_of_the_biochar_story_follows_from_its_method(self) -> None:
        story = CHAR | {"soilTemperature_degC": "24.5", "removalHalfWidth": "0.2", "upperEmissions_t": "1"}
        by_woolf = run("biochar_claim_scenario", story | {"issuable_t": "9.5"})
        by_puro = run("biochar_claim_scenario", story | {"issuable_t": "9.7", "method": "puro_bc200"})
        assert (by_woolf["net_t"], by_puro["net_t"]) == ("10", "10")
