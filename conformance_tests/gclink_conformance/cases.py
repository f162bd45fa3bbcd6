"""Cases: a sound base, one patch, and what must be found - one YAML file per requirement.

A base is a document (``bases/<name>.json``) or a folder of documents (``bases/<name>/`` or the worked example). A patch
changes one thing; digests that cite a changed document follow, so that a case shows its own fault and no other.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
import yaml

from gclink_conformance.order import in_order, moved
from gclink_conformance.patch import PatchError, apply
from gclink_conformance.redigest import redigest

#: The instant of a case that does not name one.
AS_OF = "2026-10-01T00:00:00Z"
#: Syntaxes a case is run in unless it names its own.
FORMATS = ("json", "xml", "jsonld", "turtle")

Tree = dict[str, Any]


class CaseError(ValueError):
    """A case that cannot be run as written: names file, case and mend."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that must be given: the requirement, the document (by name), and a JSON Pointer in it."""

    requirement: str
    document: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """A document given as text, for faults that live in the bytes."""

    name: str
    format: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``patch`` is a list of JSON Patch operations, each with ``document`` where the base has several."""

    id: str
    requirement: str
    title: Mapping[str, str]
    polarity: str
    base: str | None
    patch: tuple[Mapping[str, Any], ...]
    raw: tuple[Raw, ...]
    formats: tuple[str, ...]
    scope: str
    as_of: str
    verdict: str
    findings: tuple[Expected, ...]
    rationale: str
    file: Path
    only: tuple[str, ...] = field(default=())

    @property
    def negative(self) -> bool:
        """Whether the documents break the requirement."""
        return self.polarity == "negative"


def load(folder: Path) -> tuple[Case, ...]:
    """Return every case below a folder, in the order of files and of each file; raises CaseError."""
    return tuple(case for path in sorted(folder.rglob("*.yaml")) for case in load_file(path))


def written(root: Path) -> tuple[Case, ...]:
    """Return every case that stands in a file: those that people wrote, then the near misses that a search found."""
    return (*load(root / "cases"), *load(root / "near"))


def documents(case: Case, root: Path) -> dict[str, Tree]:
    """Return the documents of a case by name, patched; ``root`` is the ``conformance_tests`` folder.

    ``only`` narrows a bundle to the documents named. Digests follow the changes, except those that the patch sets.
    Arrays stand in canonical order, so that a place is the same in every syntax.
    """
    return {name: in_order(tree) for name, tree in _patched(case, root).items()}


def sent(case: Case, root: Path) -> bytes:
    """Return all that a case sends, to tell whether two cases are the same."""
    return orjson.dumps([case.scope, case.as_of, documents(case, root)], option=orjson.OPT_SORT_KEYS)


def expected(case: Case, root: Path) -> tuple[Expected, ...]:
    """Return the findings a case demands, each place as it is in the documents that are sent."""
    if case.raw or not any(found.location for found in case.findings):
        return case.findings
    trees = _patched(case, root)
    only = next(iter(trees.values())) if len(trees) == 1 else None
    settled = []
    for found in case.findings:
        tree = trees.get(found.document, only) if found.document is not None else only
        if tree is not None and found.location:
            found = replace(found, location=moved(tree, found.location))
        settled.append(found)
    return tuple(settled)


def _patched(case: Case, root: Path) -> dict[str, Tree]:
    trees = {name: orjson.loads(orjson.dumps(tree)) for name, tree in base(root, case.base or "").items()}
    if case.only:
        trees = {name: tree for name, tree in trees.items() if name in case.only}
    default = next(iter(trees)) if len(trees) == 1 else None
    pinned: set[tuple[str, str]] = set()
    for operation in case.patch:
        name = operation.get("document", default)
        if operation["op"] == "addDocument":
            trees[operation["document"]] = orjson.loads(orjson.dumps(operation["value"]))
            continue
        if operation["op"] == "copyDocument":
            trees[operation["document"]] = orjson.loads(orjson.dumps(trees[operation["from"]]))
            continue
        if name not in trees:
            raise CaseError(
                f"{case.file}: case {case.id}: the base has no document {name!r}; it has {', '.join(trees)}"
            )
        if operation["op"] == "removeDocument":
            del trees[name]
            continue
        try:
            # Digests are brought up to date in the documents, not in the patch that put them there.
            trees[name] = apply(trees[name], copy.deepcopy(dict(operation)))
        except PatchError as error:
            raise CaseError(f"{case.file}: case {case.id}: {error}") from error
        pinned.add((name, operation["path"]))
    return redigest(trees, pinned)


@cache
def _base(root: Path, name: str) -> tuple[tuple[str, Tree], ...]:
    whole, _, part = name.partition("/")
    folder = example(root, whole) if whole in EXAMPLES else root / "bases" / whole
    single = folder / f"{part}.json" if part else root / "bases" / f"{name}.json"
    if single.is_file():
        return ((part or name, orjson.loads(single.read_bytes())),)
    if folder.is_dir():
        return tuple((path.stem, orjson.loads(path.read_bytes())) for path in sorted(folder.glob("*.json")))
    raise CaseError(f"there is no base {name!r} below {root / 'bases'}")


#: The worked examples: each is a base, as each folder of bases is; so is a document of one, as in ``litchi/link-a``.
EXAMPLES: Final = ("litchi", "orchard", "what-if")


def example(root: Path, name: str) -> Path:
    """Return the folder of a worked example: inside the suite when it is installed, beside it in a checkout."""
    inside = root / "examples" / name / "json"
    return inside if inside.is_dir() else root.parent / "examples" / name / "json"


def base(root: Path, name: str) -> dict[str, Tree]:
    """Return the documents of a base by name; they are shared and not to be changed."""
    return dict(_base(root, name))


def load_file(path: Path) -> Iterator[Case]:
    """Yield the cases of one file; raises CaseError."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - derived from a safe one
    requirement = content["requirement"]
    if path.stem != requirement:
        raise CaseError(f"{path}: the file speaks about {requirement}; name it {requirement}.yaml")
    for entry in content["cases"]:
        yield _case(entry, requirement, path)


def _case(entry: Mapping[str, Any], requirement: str, path: Path) -> Case:
    missing = {"id", "title", "polarity", "expect"} - entry.keys()
    if missing:
        raise CaseError(f"{path}: case {entry.get('id')}: {', '.join(sorted(missing))} missing")
    expect = entry["expect"]
    raws = tuple(
        Raw(
            item["name"],
            item["format"],
            bytes.fromhex(item["hex"]) if "hex" in item else item["text"].encode("utf-8", "surrogatepass"),
        )
        for item in entry.get("raw", ())
    )
    if not raws and "base" not in entry:
        raise CaseError(f"{path}: case {entry['id']}: give a base or raw documents")
    return Case(
        id=entry["id"],
        requirement=requirement,
        title=entry["title"],
        polarity=entry["polarity"],
        base=entry.get("base"),
        patch=tuple(entry.get("patch", ())),
        raw=raws,
        formats=tuple(entry.get("formats", tuple(raw.format for raw in raws[:1]) or FORMATS)),
        scope=entry.get("scope", "document"),
        as_of=entry.get("asOf", AS_OF),
        verdict=expect["verdict"],
        findings=tuple(
            Expected(item["requirement"], item.get("document"), item.get("location"))
            for item in expect.get("findings", ())
        ),
        rationale=entry.get("rationale", ""),
        file=path,
        only=tuple(entry.get("only", ())),
    )


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """YAML without dates: a day in a case is the text of a document."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
