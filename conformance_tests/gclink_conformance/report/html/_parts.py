"""Small pieces of HTML. Everything that comes from a run is escaped here, for an adapter may send anything."""

from __future__ import annotations

from html import escape
from typing import Final

from gclink._text import Text

from gclink_conformance.report.words import GRADE, OUTCOME, number

#: A sign beside each colour, so that no state is told by colour alone.
SIGN: Final = {
    "pass": "✓",
    "verdict": "≈",
    "fail": "✗",
    "error": "!",
    "declined": "–",
    "none": "·",
    "inconclusive": "?",
}


def esc(value: object) -> str:
    """Return a value as text of HTML; signs that cannot be shown become visible."""
    text = str(value)
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() or sign in "\n\t" else f"\\u{ord(sign):04x}" for sign in text)
    return escape(text)


def both(text: Text) -> str:
    """Return a text in both languages, of which the page shows the chosen one."""
    if text.en == text.zh:
        return esc(text.en)
    return f"<span lang=en>{esc(text.en)}</span><span lang=zh>{esc(text.zh)}</span>"


def say(en: str, zh: str) -> str:
    """Return words of this page in both languages."""
    return both(Text(en, zh))


def pair(text: Text) -> str:
    """Return a text in both languages that are both shown, the chosen one first."""
    return f"<div class=pair><p lang=en>{esc(text.en)}</p><p lang=zh>{esc(text.zh)}</p></div>"


def pill(state: str, text: Text) -> str:
    """Return a state as a coloured mark with a sign and words."""
    return f'<span class="pill {state}"><b aria-hidden=true>{SIGN[state]}</b> {both(text)}</span>'


def outcome(name: str) -> str:
    """Return an outcome of a test as a mark."""
    return pill(name, OUTCOME[name])


def grade(name: str) -> str:
    """Return a grade as a mark."""
    text = GRADE[name]
    if name != "none":
        text = Text(f"grade: {text.en}", f"等级：{text.zh}")
    return f'<span class="grade {name}">{both(text)}</span>'


def tag(text: str, kind: str = "") -> str:
    """Return a short neutral mark: a syntax, a level, a tier."""
    return f'<span class="tag {kind}">{esc(text)}</span>'


def count(value: int) -> str:
    """Return a count."""
    return number(value)


def link(address: object, words: str) -> str:
    """Return a link where the address is one of the web, else the address as text: an adapter may send a script."""
    text = str(address)
    if text.startswith(("https://", "http://")):
        return f'<a href="{esc(text)}" rel="noreferrer noopener">{words}</a>'
    return words


def section(name: str, title: str, body: str, note: str = "") -> str:
    """Return a section of the page with its heading."""
    told = f"<p class=note>{note}</p>" if note else ""
    return f"<section id={name} aria-labelledby={name}-h><h2 id={name}-h>{title}</h2>{told}{body}</section>"
