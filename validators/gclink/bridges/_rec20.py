"""Codes of UN/ECE Recommendation 20, to tell a unit that cannot be converted from one that does not exist.

The three-character codes in use are listed; a code of two characters is taken for one, since almost all of those are
given out.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_known_unit"]

_LISTED: Final = (
    "ACR AMH AMP ANN APZ ASM ASU ATM ATT BAR BFT BHP BIL BLD BLL BPM BQL BTU BUA BUI CCT CDL CEL CEN CGM CLF "
    "CLT CMK CMQ CMT CNP CNT COU CTG CTM CTN CUR CWA CWI DAA DAD DAY DBM DBW DEC DGR DLT DMA DMK DMO DMQ DMT "
    "DPC DPR DPT DRA DRI DRL DTN DWT DZN DZP FAH FAR FBM FIT FNU FOT FTK FTQ GBQ GDW GFI GGR GIA GIC GII GIP "
    "GLD GLI GLL GRM GRN GRO GRT GTO GWH HAD HAR HBA HBX HDW HEA HGM HIU HKM HLT HMO HMQ HMT HPA HTZ HUR IAN "
    "INH INK INQ ISD JOU KBA KCC KDW KEL KGM KGS KHY KHZ KIC KIP KJO KLK KLX KMA KMH KMK KMQ KMT KNI KNM KNS "
    "KNT KPA KPH KPO KPP KSD KSH KTN KUR KVA KVR KVT KWH KWN KWO KWS KWT KWY LBR LBT LEF LPA LTN LTR LUB LUM "
    "LUX LYR MAH MAL MAM MAR MAW MBE MBF MBR MCU MGM MHZ MIK MIL MIN MIO MIU MKD MKM MLD MLT MMK MMQ MMT MND "
    "MNJ MON MPA MQD MQH MQM MQS MRD MRM MRW MSK MTK MTQ MTR MTS MTZ MVA MWH NAR NCL NEW NIL NIU NMI NMP NPT "
    "NTT NTU OHM ONZ ODE ODG ODK ODM OPM OZA OZI PAL PFL PGL PLA PMD PNT PTD PTI PTL PTN QAN QRE QTD QTI QTL "
    "ROM RPM RPS SAN SCO SCR SEC SET SHT SIE SMI SQR STC STI STK STL STN STW SYR TAH TAN TIC TIP TKM TMS TNE "
    "TPI TPR TQD TRL TTS UVA VLT WCD WEB WEE WHR WSD WTT YDK YDQ YRD C62 "
)
_CODES: Final = frozenset(_LISTED.split())
_TWO: Final = re.compile(r"[0-9A-Z]{2}|[A-Z][0-9]{2}")


def is_known_unit(code: object) -> bool:
    """Whether a text is a code of the recommendation."""
    return isinstance(code, str) and (code in _CODES or _TWO.fullmatch(code) is not None)
