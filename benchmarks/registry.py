"""A register as large as one gets: 100,000 documents that hang together, checked as one bundle.

One cell is a season of one orchard: the worked example (goods, passports, receivable, financing, observation, links), a
removal that is inset, and a removal of which units are issued and sold. Cells share parties, sites and products, as
they do in a register, so that what every document points at is met tens of thousands of times.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gclink.derive import complete
from gclink_conformance.redigest import redigest

from benchmarks._timing import Figure

Tree = dict[str, Any]

DOCUMENTS = 100_000
AS_OF = "2026-10-01"
#: Kinds of documents that all cells share.
_SHARED = frozenset({"Party", "Site", "ProductType"})
#: Documents of the story of an inset removal that the removal behind units has too.
_REMOVAL = ("activity", "batch", "char", "harvest", "lot", "cultivation", "prunings", "prunings-south", "pyrolysis",
            "statement", "storage", "verification")  # fmt: skip
_MEBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Template:
    """The documents of one cell by name, those that all cells share, and the ids that differ from cell to cell."""

    shared: tuple[Tree, ...]
    cell: dict[str, Tree]
    ids: tuple[str, ...]


def template(root: Path) -> Template:
    """Return the cell that is repeated."""
    found: dict[str, Tree] = {}
    shared: dict[str, Tree] = {}
    story = _folder(root / "conformance_tests" / "bases" / "inset-story")
    ids = [tree["id"] for tree in story.values() if tree["type"] not in _SHARED]
    for name, tree in story.items():
        found[f"inset/{name}"] = _renamed(tree, ids, "-inset")
    for name, tree in _folder(root / "examples" / "litchi" / "json").items():
        found[f"trade/{name}"] = tree
    found |= _issued(story, root)
    cell: dict[str, Tree] = {}
    for name, tree in found.items():
        if tree["type"] not in _SHARED:
            cell[name] = tree
        elif tree["id"] not in shared:
            shared[tree["id"]] = tree
    ids = tuple(sorted({tree["id"] for tree in cell.values()}, key=len, reverse=True))
    return Template(tuple(shared.values()), cell, ids)


def _folder(path: Path) -> dict[str, Tree]:
    found = {}
    for file in sorted(path.glob("*.json")):
        tree = json.loads(file.read_text(encoding="utf-8"))
        tree.pop("@context", None)
        found[file.stem] = tree
    return found


def _issued(story: dict[str, Tree], root: Path) -> dict[str, Tree]:
    """Return a removal like that of the story, the block of units issued for it, and the sale of some of them."""
    ids = [story[name]["id"] for name in _REMOVAL]
    found = {f"issued/{name}": _renamed(story[name], ids, "-issued") for name in _REMOVAL}
    statement = found["issued/statement"]
    unit = json.loads((root / "conformance_tests" / "bases" / "unit.json").read_text(encoding="utf-8"))
    unit |= {
        "id": "https://example.org/gclink/units/issued",
        "registryKind": "removal_technical",
        "serialStart": 1,
        "serialEnd": 9,
        "unitCount": 9,
        "vintage": statement["vintage"],
        "durabilityClass": statement["durabilityClass"],
    }
    unit["statement"] = {**unit["statement"], "target": statement["id"]}
    sale = copy.deepcopy(story["allocation"])
    sale |= {
        "id": "https://example.org/gclink/allocations/sold",
        "issuedAt": "2026-08-09T08:00:00Z",
        "mode": "sold",
        "target": "https://example.org/gclink/parties/supermarket",
        "tonnes": "5",
    }
    sale["source"] = {**sale["source"], "target": unit["id"]}
    return found | {"issued/unit": unit, "issued/sale": sale}


def _renamed(tree: Tree, ids: list[str] | tuple[str, ...], ending: str) -> Tree:
    text = json.dumps(tree, ensure_ascii=False)
    for identifier in ids:
        text = text.replace(f'"{identifier}"', f'"{identifier}{ending}"')
    renamed: Tree = json.loads(text)
    return renamed


def cell(made: Template, number: int) -> dict[str, Tree]:
    """Return the documents of one cell: names of its own, numbers of its own, digests that fit."""
    trees: dict[str, Tree] = {}
    for name, tree in made.cell.items():
        trees[name] = _numbered(_renamed(tree, made.ids, f"-{number}"), number)
    return redigest(trees, set())


def _numbered(tree: Tree, number: int) -> Tree:
    for member in ("invoiceNumber", "orderNumber", "receiptNumber", "lotNumber"):
        if member in tree:
            tree[member] = f"{tree[member]}-{number}"
    if "sourceDocument" in tree:
        tree["sourceDocument"]["number"] = f"{tree['sourceDocument']['number']}-{number}"
    if "serialStart" in tree:
        tree["serialStart"] += number * 100
        tree["serialEnd"] += number * 100
    if "uniquenessKey" in tree:
        del tree["uniquenessKey"]
        tree, _ = complete(tree)
    return tree


#: What is planted, by the requirement that has to find it.
PLANTS = {
    "GCL-LNK-021": "the same invoice financed a second time",
    "GCL-REM-058": "the same tonnes sold a second time",
    "GCL-LNK-008": "more of a lot linked than was delivered",
}


def planted(trees: dict[str, Tree], requirement: str) -> dict[str, Tree]:
    """Return a cell with one fault."""
    name = {"GCL-LNK-021": "trade/transaction", "GCL-REM-058": "issued/sale", "GCL-LNK-008": "trade/link-a"}[
        requirement
    ]
    again = copy.deepcopy(trees[name])
    again["id"] += "-again"
    if requirement == "GCL-LNK-021":
        again["state"] = "funded"
    return {**trees, f"{name}-again": again}


def write(path: Path, made: Template, documents: int, plants: dict[int, str] | None = None) -> int:
    """Write a register of at least so many documents as NDJSON and return how many; ``plants`` names faults by cell."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for tree in _stream(made, documents, plants or {}):
            file.write(json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def _stream(made: Template, documents: int, plants: dict[int, str]) -> Iterator[Tree]:
    yield from made.shared
    left, number = documents - len(made.shared), 0
    while left > 0:
        trees = cell(made, number)
        if number in plants:
            trees = planted(trees, plants[number])
        yield from trees.values()
        left -= len(trees)
        number += 1


@dataclass(frozen=True, slots=True)
class Checked:
    """One check of a register in a process of its own."""

    seconds: float
    mebibytes: float
    documents: int
    findings: tuple[tuple[str, str], ...]


def checked(path: Path) -> Checked:
    """Check a file with the command and measure time and memory of that process alone."""
    report = path.with_suffix(".report.json")
    code = (
        "import resource, sys; from gclink.cli import main; code = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(0 if code in (0, 1) else code)"
    )
    arguments = ["validate", str(path), "--format", "json", "-o", str(report), "--as-of", AS_OF]
    started = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    told = json.loads(report.read_text(encoding="utf-8"))
    findings = tuple(sorted((f["requirement"], f["document"]) for f in told["findings"]))
    return Checked(seconds, int(ran.stdout.split()[-1]) / _MEBIBYTE, len(told["documents"]), findings)


def found_alone(made: Template, folder: Path, number: int, requirement: str) -> tuple[tuple[str, str], ...]:
    """Return the findings on one planted cell with nothing but the shared documents beside it."""
    path = folder / f"alone-{requirement}.ndjson"
    trees = planted(cell(made, number), requirement)
    with path.open("w", encoding="utf-8") as file:
        for tree in (*made.shared, *trees.values()):
            file.write(json.dumps(tree, ensure_ascii=False) + "\n")
    return checked(path).findings


def figures(root: Path, _rounds: int) -> list[Figure]:
    """Check a register once; a fault that is not found, or found where there is none, ends the measurement."""
    made = template(root)
    cells = (DOCUMENTS - len(made.shared)) // len(made.cell)
    plants = dict(zip((cells // 7, cells // 2, cells - 2), PLANTS, strict=True))
    with tempfile.TemporaryDirectory(prefix="gclink-register-") as name:
        folder = Path(name)
        path = folder / "register.ndjson"
        documents = write(path, made, DOCUMENTS, plants)
        due = sorted(pair for number, plant in plants.items() for pair in found_alone(made, folder, number, plant))
        done = checked(path)
    if sorted(done.findings) != due:
        raise AssertionError(f"found {sorted(done.findings)}, planted {due}")
    return [
        Figure(f"register of {documents} documents: memory", done.mebibytes, "MiB", 1024, at_least=False),
        Figure("register: time", done.seconds, "s", 300, at_least=False),
        Figure("register: documents per second", done.documents / done.seconds, "1/s"),
    ]
