"""Where each triple of a Turtle or N-Triples text stands.

Parsers of RDF keep no places, and a finding without a line is no help in a long file. This reads the text once more,
only when a place is asked for, and only after a real parser accepted it: what it meets and does not know ends the
search, and the caller then has the pointer alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

_CHAR: Final = r"(?:[\w:·-]|%[0-9A-Fa-f]{2}|\\.)"
_PREFIX: Final = r"(?:[^\W\d_](?:[\w.·-]*[\w·-])?)?"
_TOKEN: Final = re.compile(
    rf"""(?P<blank>[ \t\r\n]+|\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\x00-\x1f]*>)
  | (?P<text>\"{{3}}(?:[^\\]|\\.)*?\"{{3}}|'{{3}}(?:[^\\]|\\.)*?'{{3}}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<label>_:\w(?:[\w.·-]*[\w·-])?)
  | (?P<name>{_PREFIX}:(?:{_CHAR}(?:(?:\.|{_CHAR})*{_CHAR})?)?)
  | (?P<number>[+-]?(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|\.?[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+))
  | (?P<word>[A-Za-z]+)
  | (?P<mark>\^\^|[.;,\[\]()])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CONTROL: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class LostError(Exception):
    """The text uses a form that this reading does not follow."""


@dataclass(slots=True)
class Object:
    """One object of a triple: where it begins, what it is, and its language tag as written."""

    at: int
    key: str
    tag: str | None = None


@dataclass(slots=True)
class Places:
    """The triples of a text by subject (an IRI in angle brackets, ``_:label``, or ``[]`` with its offset)."""

    text: str
    subjects: dict[str, int] = field(default_factory=dict)
    objects: dict[tuple[str, str], list[Object]] = field(default_factory=dict)
    _known: set[tuple[str, str, str]] = field(default_factory=set)
    _lines: list[int] = field(default_factory=list)

    def add(self, subject: str, predicate: str, value: Object) -> None:
        """Note one triple; what was stated before stays where it was stated first."""
        triple = (subject, predicate, value.key)
        if triple not in self._known:
            self._known.add(triple)
            self.objects.setdefault((subject, predicate), []).append(value)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1."""
        if not self._lines:
            self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def read_places(text: str) -> Places:
    """Return where the triples of a text stand; raises LostError where it cannot follow."""
    places = Places(text)
    _Walk(text, places).statements()
    return places


class _Walk:
    def __init__(self, text: str, places: Places) -> None:
        self._tokens = _tokens(text)
        self._places = places
        self._prefixes: dict[str, str] = {}
        self._base = ""
        self._kind, self._lexeme, self._at = "", "", 0
        self._next()

    def statements(self) -> None:
        while self._kind:
            word = self._lexeme.lower()
            if self._kind in ("tag", "word") and word.lstrip("@") in ("prefix", "base"):
                self._directive(word)
                continue
            subject = self._subject()
            if self._lexeme != ".":
                self._predicates(subject)
            self._expect(".")

    def _next(self) -> tuple[str, str, int]:
        before = (self._kind, self._lexeme, self._at)
        self._kind, self._lexeme, self._at = next(self._tokens, ("", "", 0))
        return before

    def _expect(self, mark: str) -> None:
        if self._lexeme != mark:
            raise LostError(mark)
        self._next()

    def _directive(self, word: str) -> None:
        self._next()
        prefix = self._next()[1][:-1] if word.endswith("prefix") else None
        iri = self._resolve(self._next()[1])
        if prefix is None:
            self._base = iri
        else:
            self._prefixes[prefix] = iri
        if word.startswith("@"):
            self._expect(".")

    def _resolve(self, lexeme: str) -> str:
        iri = _unescape(lexeme[1:-1])
        return urljoin(self._base, iri) if self._base and not re.match("[A-Za-z][A-Za-z0-9+.-]*:", iri) else iri

    def _subject(self) -> str:
        at = self._at
        value = self._object()
        self._places.subjects.setdefault(value.key, at)
        return value.key

    def _predicates(self, subject: str) -> None:
        while self._lexeme not in (".", "]", ""):
            if self._lexeme == ";":
                self._next()
                continue
            predicate = _TYPE if self._lexeme == "a" else self._iri()
            if predicate == _TYPE and self._lexeme == "a":
                self._next()
            while True:
                self._places.add(subject, predicate, self._object())
                if self._lexeme != ",":
                    break
                self._next()

    def _iri(self) -> str:
        kind, lexeme, _ = self._next()
        if kind == "iri":
            return self._resolve(lexeme)
        if kind == "name":
            prefix, _, local = lexeme.partition(":")
            if prefix in self._prefixes:
                return self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        raise LostError(lexeme)

    def _object(self) -> Object:
        at, kind, lexeme = self._at, self._kind, self._lexeme
        match kind:
            case "iri" | "name":
                return Object(at, f"<{self._iri()}>")
            case "label" | "number" | "word":
                self._next()
                return Object(at, lexeme)
            case "text":
                return self._literal(at)
        if lexeme == "[":
            self._next()
            subject = f"[]{at}"
            self._places.subjects[subject] = at
            self._predicates(subject)
            self._expect("]")
            return Object(at, subject)
        if lexeme == "(":
            self._next()
            while self._lexeme != ")":
                self._object()
            self._next()
            return Object(at, f"(){at}")
        raise LostError(lexeme)

    def _literal(self, at: int) -> Object:
        lexeme = self._next()[1]
        quotes = 3 if lexeme[:3] in ('"""', "'''") and len(lexeme) >= 6 else 1
        text = _unescape(lexeme[quotes:-quotes])
        if self._kind == "tag":
            tag = self._next()[1][1:]
            return Object(at, f'"{text}"@{tag.lower()}', tag)
        if self._lexeme == "^^":
            self._next()
            return Object(at, f'"{text}"^^{self._iri()}')
        return Object(at, f'"{text}"')


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise LostError(text[at : at + 10])
        if match.lastgroup != "blank":
            yield match.lastgroup or "", match[0], at
        at = match.end()


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text

    def replaced(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else _CONTROL.get(match[3], match[3])

    return _ESCAPE.sub(replaced, text)
