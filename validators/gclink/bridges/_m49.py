"""The regions of UN M49 and the countries in each, to tell whether a country lies in a region.

Facts of the statistical standard M49; ``Global`` is a name that footprints use for the whole world.
"""

from __future__ import annotations

from typing import Final

__all__ = ["REGIONS", "is_within", "region_of"]

_COUNTRIES: Final = {
    "Northern Africa": "DZ EG EH LY MA SD TN",
    "Sub-Saharan Africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW "
        "SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW"
    ),
    "Latin America and the Caribbean": (
        "AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS "
        "MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"
    ),
    "Northern America": "BM CA GL PM US",
    "Central Asia": "KG KZ TJ TM UZ",
    "Eastern Asia": "CN HK JP KP KR MN MO TW",
    "South-eastern Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "Southern Asia": "AF BD BT IN IR LK MV NP PK",
    "Western Asia": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "Eastern Europe": "BG BY CZ HU MD PL RO RU SK UA",
    "Northern Europe": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "Southern Europe": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA",
    "Western Europe": "AT BE CH DE FR LI LU MC NL",
    "Australia and New Zealand": "AU CC CX HM NF NZ",
    "Melanesia": "FJ NC PG SB VU",
    "Micronesia": "FM GU KI MH MP NR PW UM",
    "Polynesia": "AS CK NU PF PN TK TO TV WF WS",
}
_PARTS: Final = {
    "Africa": ("Northern Africa", "Sub-Saharan Africa"),
    "Americas": ("Latin America and the Caribbean", "Northern America"),
    "Asia": ("Central Asia", "Eastern Asia", "South-eastern Asia", "Southern Asia", "Western Asia"),
    "Europe": ("Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"),
    "Oceania": ("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"),
}
_WITHIN: Final = {name: frozenset(codes.split()) for name, codes in _COUNTRIES.items()}

#: Every name of a region that is known.
REGIONS: Final = frozenset({"Global", *_COUNTRIES, *_PARTS})


def region_of(country: str) -> str:
    """Return the narrowest region a country lies in; one that is in none (Antarctica) lies in ``Global``."""
    return next((name for name, codes in _WITHIN.items() if country in codes), "Global")


def is_within(country: str, region: str) -> bool:
    """Whether a country (ISO 3166-1 alpha-2) lies in a region; every country lies in ``Global``."""
    if region == "Global":
        return True
    return any(country in _WITHIN[part] for part in _PARTS.get(region, (region,)))
