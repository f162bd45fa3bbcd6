"""A badge: which class passed, with which grade, as a small SVG in one language."""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Final

from gclink._text import Language, Text

from gclink_conformance.report.results import Results
from gclink_conformance.report.words import GRADE, RESULT, TIER, profile_label

_NAME: Final = Text("Green Carbon Link", "绿碳链接")
#: Colour of the right half by result; white stands on each with a contrast of at least 4.5.
_COLOUR: Final = {
    "explained": "#0b6b4b",
    "verdict": "#7a5d00",
    "fail": "#a3201b",
    "error": "#8a4500",
    "inconclusive": "#4d5966",
}


def badge(results: Results, language: Language) -> str:
    """Return the badge of a run over one or more classes; a claim of fewer tiers than all says which."""
    told, colour = _told(results, language)
    left, right = f"{_NAME.within(language)} {results.header['suite']['specVersion']}", told
    wide, whole = _width(left) + 20, _width(left) + _width(right) + 40
    title = escape(f"{left}: {right}")
    font = "system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK SC','Microsoft YaHei',sans-serif"
    half = wide + (whole - wide) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="24" role="img" aria-label="{title}">'
        f"<!-- generated from results.jsonl, do not edit --><title>{title}</title>"
        f'<clipPath id="r"><rect width="{whole}" height="24" rx="5"/></clipPath><g clip-path="url(#r)">'
        f'<rect width="{whole}" height="24" fill="#2b3a33"/>'
        f'<rect x="{wide}" width="{whole - wide}" height="24" fill="{colour}"/></g>'
        f'<g fill="#fff" font-family="{font}" font-size="12" text-anchor="middle">'
        f'<text x="{wide / 2:g}" y="16.5" textLength="{wide - 20}">{escape(left)}</text>'
        f'<text x="{half:g}" y="16.5" font-weight="600" textLength="{whole - wide - 20}">{escape(right)}</text>'
        "</g></svg>\n"
    )


def _told(results: Results, language: Language) -> tuple[str, str]:
    found = results.profiles
    if not found:
        return RESULT["inconclusive"].within(language), _COLOUR["inconclusive"]
    worst = max((profile["result"] for profile in found.values()), key=("pass", "inconclusive", "fail", "error").index)
    grades = {profile["grade"] for profile in found.values()}
    grade = "explained" if grades == {"explained"} else "verdict"
    if len(found) == 1:
        name = next(iter(found))
        tiers = results.claim(name)["tiers"]
        who = profile_label(name).within(language) + ("" if len(tiers) == len(TIER) else f" {' '.join(tiers)}")
    else:
        won = sum(profile["result"] == "pass" for profile in found.values())
        who = Text(f"{won}/{len(found)} classes", f"{won}/{len(found)} 类").within(language)
    if worst == "pass":
        return f"{who} ✓ {GRADE[grade].within(language)}", _COLOUR[grade]
    return f"{who} · {RESULT[worst].within(language)}", _COLOUR[worst]


def _width(text: str) -> int:
    """Return about how wide a text is at 12 pixels; ``textLength`` makes up for what this is off."""
    return round(sum(12 if unicodedata.east_asian_width(sign) in "WF" else 6.7 for sign in text))
