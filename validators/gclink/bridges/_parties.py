"""The company and the product a footprint speaks of: found among known documents, named by the caller, or written.

A Party or ProductType is matched by identifier and never by name; where neither the bundle nor the caller knows one, a
document is written from what the source says and the caller adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._json import ABSENT
from gclink.bridges._known import Known
from gclink.bridges._lexical import Identified, identifier_of
from gclink.bridges._reading import REFUSE, Reading
from gclink.bridges._report import Relation
from gclink.structure import walk

__all__ = ["FOUND", "NAMED", "is_complete", "own_document", "read_company", "read_product", "spec_version"]

_P: Final = "CarbonPassport."
FOUND = Text("found among known documents", "在已知文档中找到")
NAMED = Text("named by the caller", "由调用者指定")


def spec_version(reading: Reading, owner: str) -> None:
    """Write the version of this standard and, where it is not stated, the status."""
    from gclink._model import model

    reading.put(f"{owner}.specVersion", model().version)
    reading.tell(Relation.COMPUTED, "", f"{owner}.specVersion", written=model().version)


def _identifiers(reading: Reading, path: str, scheme_of_others: str) -> list[tuple[str, str, Identified]]:
    """Return path, text and reading of every identifier in a list; faults are reported, a nameless one refuses."""
    values = reading.take(path)
    if values is ABSENT:
        return []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        reading.find("source_schema_invalid", path, Text("no list of texts", "不是文本列表"), consequence=REFUSE)
        return []
    found = []
    for index, value in enumerate(values):
        place = f"{path}/{index}"
        identified = identifier_of(value)
        for code in identified.faults:
            if code == "identifier_scheme_missing":
                reading.find(code, place, stated=value, consequence=REFUSE)
            else:
                reading.find(code, place, stated=value)
        if identified.scheme == scheme_of_others:
            detail = Text(f"{identified.scheme} does not belong here", f"此处不应为 {identified.scheme}")
            reading.find("identifier_scheme_mismatch", place, detail, stated=value)
        found.append((place, value, identified))
    return found


def _own_name(found: Sequence[tuple[str, str, Identified]]) -> str | None:
    """Return the identifier that can stand as the IRI of a document: one that has its form, sound ones first."""
    names = [(len(one.faults), text) for _, text, one in found if "identifier_malformed" not in one.faults]
    return next((text for _, text in sorted(names, key=lambda pair: pair[0]) if _is_iri(text)), None)


def _is_iri(text: str) -> bool:
    from gclink._model import model

    pattern = model().classes["Document"].fields["id"].pattern
    assert pattern is not None
    return pattern.fullmatch(text) is not None


def read_company(reading: Reading, known: Known, name_path: str, ids_path: str) -> None:
    """Write the issuer: a known party, the caller's, or a Party of the source's name and identifiers."""
    found = _identifiers(reading, ids_path, "gtin")
    name = reading.take(name_path)
    trees = _distinct([identified.tree() for _, _, identified in found])
    party = known.by_identifiers("Party", trees)
    party = party or next((tree for _, text, _ in found if (tree := known.by_id(text, "Party"))), None)
    caller = reading.options.of("CarbonPassport", reading.key).get("issuer")
    if party is not None or caller is not None:
        target, note = (party["id"], FOUND) if party is not None else (caller, NAMED)
        reading.put(_P + "issuer", target)
        for place, text, _ in found:
            reading.tell(Relation.BROADER, place, _P + "issuer", stated=text, written=target, note=note)
        if name is not ABSENT:
            reading.tell(Relation.LOST, name_path, "Party.name", stated=name, note=note)
        return
    supplied = reading.options.of("Party", reading.key)
    target = supplied.get("id") or _own_name(found)
    draft = reading.draft("Party")
    if name is not ABSENT:
        draft["name"] = {reading.options.language: name}
        reading.tell(Relation.BROADER, name_path, "Party.name", stated=name, written=name)
    if trees:
        draft["identifiers"] = trees
    for place, text, identified in found:
        reading.tell(Relation.BROADER, place, "Party.identifiers", stated=text, written=identified.value)
    own_document(reading, "Party", target, target, reading.value(_P + "issuedAt"))
    if target is not None:
        reading.put(_P + "issuer", target)
        reading.tell(Relation.COMPUTED, "", _P + "issuer", written=target)


def own_document(reading: Reading, owner: str, target: str | None, issuer: Any, issued: Any) -> None:
    """Give a document the envelope of the one it comes with, and what the caller supplies."""
    draft = reading.draft(owner)
    for name, value in (("id", target), ("issuer", issuer), ("issuedAt", issued)):
        if value is not None and value is not ABSENT:
            draft[name] = value
            reading.tell(Relation.COMPUTED, "", f"{owner}.{name}", written=value)
    spec_version(reading, owner)
    draft["status"] = "active"
    reading.fill(owner, reading.key)


def read_product(reading: Reading, known: Known, ids_path: str, name_path: str, classes_path: str) -> None:
    """Write the subject: a known lot or product, the caller's, or a ProductType of the source's name and GTIN."""
    found = _identifiers(reading, ids_path, "gln")
    name, classes = reading.take(name_path), reading.take(classes_path)
    gtins = _distinct([one.tree() for _, _, one in found if one.scheme == "gtin"])
    product = known.by_identifiers("ProductType", gtins)
    product = product or next((tree for _, text, _ in found if (tree := known.by_id(text, "ProductType"))), None)
    supplied = reading.options.of("CarbonPassport", reading.key)
    number = next((part for _, _, one in found if (part := one.lot or one.serial)), None)
    lot = known.lot(product["id"], number) if product is not None and number is not None else None
    for field, target, note in (
        ("subjectLot", lot["id"] if lot is not None else None, FOUND),
        ("subjectLot", supplied.get("subjectLot"), NAMED),
        ("subjectProduct", product["id"] if product is not None and number is None else None, FOUND),
        ("subjectProduct", supplied.get("subjectProduct"), NAMED),
    ):
        if target is not None:
            reading.put(_P + field, target)
            _told_subject(reading, found, _P + field, target, note)
            _lose_product(reading, (name_path, name), (classes_path, classes), note)
            return
    if number is not None:
        # The source names one lot: a passport of the whole product would say more than it does.
        reading.missing.append(_P + "subjectLot")
        reading.tell(Relation.MISSING, found[0][0], _P + "subjectLot", stated=number)
        _lose_product(reading, (name_path, name), (classes_path, classes), None)
        return
    _write_product(reading, found, gtins, (name_path, name), (classes_path, classes))


def _write_product(
    reading: Reading,
    found: Sequence[tuple[str, str, Identified]],
    gtins: list[dict[str, str]],
    name: tuple[str, Any],
    classes: tuple[str, Any],
) -> None:
    supplied = reading.options.of("ProductType", reading.key)
    target = supplied.get("id") or _own_name(found)
    draft = reading.draft("ProductType")
    if name[1] is not ABSENT:
        draft["name"] = {reading.options.language: name[1]}
        reading.tell(Relation.BROADER, name[0], "ProductType.name", stated=name[1], written=name[1])
    if gtins:
        draft["identifiers"] = gtins
    for place, text, one in found:
        if one.scheme == "gtin":
            reading.tell(Relation.EXACT, place, "ProductType.identifiers", stated=text, written=one.value)
        elif text == target:
            reading.tell(Relation.COMPUTED, place, "ProductType.id", stated=text, written=text)
        else:
            reading.tell(Relation.LOST, place, "ProductType.identifiers", stated=text)
    if isinstance(classes[1], list):
        kept = list(dict.fromkeys(value for value in classes[1] if isinstance(value, str) and _is_iri(value)))
        if kept:
            draft["classifications"] = kept
        for index, value in enumerate(classes[1]):
            relation = Relation.EXACT if value in kept else Relation.LOST
            reading.tell(relation, f"{classes[0]}/{index}", "ProductType.classifications", stated=value)
            if value not in kept:
                reading.find("identifier_malformed", f"{classes[0]}/{index}", stated=value)
    issuer = reading.value(_P + "issuer")
    own_document(reading, "ProductType", target, issuer, reading.value(_P + "issuedAt"))
    if target is not None:
        reading.put(_P + "subjectProduct", target)
        reading.tell(Relation.COMPUTED, "", _P + "subjectProduct", written=target)


def _told_subject(
    reading: Reading, found: Sequence[tuple[str, str, Identified]], ours: str, target: Any, note: Text
) -> None:
    for place, text, _ in found:
        reading.tell(Relation.BROADER, place, ours, stated=text, written=target, note=note)


def _lose_product(reading: Reading, name: tuple[str, Any], classes: tuple[str, Any], note: Text | None) -> None:
    if name[1] is not ABSENT:
        reading.tell(Relation.LOST, name[0], "ProductType.name", stated=name[1], note=note)
    if classes[1] is not ABSENT:
        reading.tell(Relation.LOST, classes[0], "ProductType.classifications", stated=classes[1], note=note)


def _distinct(trees: list[dict[str, str]]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for tree in trees:
        if tree not in found:
            found.append(tree)
    return found


def is_complete(reading: Reading, owner: str) -> bool:
    """Whether a draft lacks nothing."""
    return owner in reading.drafts and not any(True for _ in walk(reading.drafts[owner]))
