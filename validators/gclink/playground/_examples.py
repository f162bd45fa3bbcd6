"""The documents that the page offers to start from: the litchi story, and broken variants of its documents."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gclink.errors import GclinkError, Text


def _folder(name: str) -> Traversable:
    """Return a folder of the examples: in the wheel beside the cases, or in the checkout."""
    for package, root in (("gclink", "_artefacts"), ("gclink_conformance", "_data")):
        inside = files(package) / root / "examples" / name
        if inside.is_dir():
            return inside
    return Path(__file__).resolve().parents[3] / "examples" / name


def names() -> list[str]:
    """Return the examples by name: ``litchi`` for the whole bundle, then single documents and broken variants."""
    single = sorted(f"litchi/{file.name}" for file in _folder("litchi/json").iterdir() if file.name.endswith(".json"))
    broken = sorted(f"broken/{file.name}" for file in _folder("broken").iterdir() if file.name.endswith(".json"))
    return ["litchi", *broken, *single]


def texts(name: str) -> list[dict[str, str]]:
    """Return the texts of an example; raises GclinkError for a name that is none."""
    if name == "litchi":
        found = sorted(_folder("litchi/json").iterdir(), key=lambda file: file.name)
        return [{"name": file.name, "text": file.read_text("utf-8")} for file in found if file.name.endswith(".json")]
    if name not in names():
        raise GclinkError(
            "unknown_example",
            Text(f"there is no example {name}", f"没有示例 {name}"),
            Text("choose one of the list", "请从列表中选择"),
        )
    kind, _, file = name.partition("/")
    path = _folder("litchi/json" if kind == "litchi" else kind) / file
    return [{"name": file, "text": path.read_text("utf-8")}]
