"""Every published file is recognised as what it is, whatever its name, and nothing else claims it."""

from __future__ import annotations

from typing import Any

import pytest
from gclink.bridges import bridge, detect, formats, import_source
from gclink.bridges._registry import ImportOptions, family
from gclink.errors import UnreadableInput
from interop_files import ROOT, files_of, read_file

FAMILIES = ("pact", "untp", "catenax", "ubl", "epcis", "iso20022", "cdop")
FILES = [parameter for name in FAMILIES for parameter in files_of(name)]
EXAMPLES = sorted(
    path for path in (ROOT / "examples" / "bridges").rglob("*") if path.suffix in (".json", ".jsonld", ".xml")
)


@pytest.mark.parametrize("entry", FILES)
def test_a_published_file_is_recognised_as_one_of_its_family_and_of_no_other(entry: dict[str, Any]) -> None:
    raw = read_file(entry)
    own = entry["file"].partition("/")[0]
    claiming = {name.split("-")[0] for name in formats() if bridge(name).detect(raw)}
    assert claiming <= {own}
    if entry["expectedVerdict"] != "refuse":
        assert claiming == {own}
        found = detect(raw)
        assert found in family(own)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_recognised(path: Any) -> None:
    assert detect(path.read_bytes()) is not None


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"<a/>", b"\x00\xff", b'{"a": 1}', b"banana", b"<Invoice/>"])
def test_what_is_nothing_of_all_this_is_unreadable(raw: bytes) -> None:
    assert detect(raw) is None
    with pytest.raises(UnreadableInput):
        import_source(raw, ImportOptions())
