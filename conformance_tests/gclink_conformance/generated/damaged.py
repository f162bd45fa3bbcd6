"""Cases about the text itself: encoding, doubled keys, entities, broken Turtle, and odd texts that are sound.

Each is one sound document as text with one replacement. What is lost as soon as a text is parsed can be tested in no
other way; the sound ones keep an implementation honest that refuses whatever looks unusual.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import orjson

from gclink_conformance.cases import AS_OF, Case, Expected, Raw, base
from gclink_conformance.generated._damage_json import JSON
from gclink_conformance.generated._damage_rdf import JSONLD, TURTLE
from gclink_conformance.generated._damage_xml import XML
from gclink_conformance.generated._edit import Edit
from gclink_conformance.syntax import encode

#: The document that is damaged: small, and with a member of every kind.
_BASE: Final = "benchmark"
_EDITS: Final[Mapping[str, tuple[Edit, ...]]] = {"json": JSON, "xml": XML, "turtle": TURTLE, "jsonld": JSONLD}


def damaged(root: Path) -> tuple[Case, ...]:
    """Return the cases, syntax by syntax; ``root`` is the folder of the suite."""
    tree = base(root, _BASE)[_BASE]
    plain = orjson.dumps(tree, option=orjson.OPT_INDENT_2)
    texts = {form: plain if form == "json" else encode(tree, form) for form in _EDITS}
    return tuple(_case(form, edit, edit.change(texts[form])) for form, edits in _EDITS.items() for edit in edits)


def _case(form: str, edit: Edit, content: bytes) -> Case:
    negative = edit.breaks
    return Case(
        id=f"{edit.requirement.lower()}-bytes-{form}-{edit.slug}-{'n' if negative else 'p'}01",
        requirement=edit.requirement,
        title={"en": f"{_NAMES[form]}: {edit.en}", "zh": f"{_NAMES[form]}：{edit.zh}"},
        polarity="negative" if negative else "positive",
        base=None,
        patch=(),
        raw=(Raw("document", form, content),),
        formats=(form,),
        scope="document",
        as_of=AS_OF,
        verdict="violates" if negative else "conforms",
        findings=(Expected(edit.requirement, None, edit.location),) if negative else (),
        rationale=edit.why if negative else "",
        file=Path("generated"),
    )


_NAMES: Final = {"json": "JSON", "xml": "XML", "turtle": "Turtle", "jsonld": "JSON-LD"}
