"""The short cut for normal form C holds for every character it lets through, with this Python's Unicode."""

import sys
import unicodedata

from gclink._json_problems import SAFE_TEXT


def test_no_safe_character_changes_or_composes_with_what_stands_before_it() -> None:
    safe = {chr(code) for code in range(0x80, sys.maxunicode + 1) if SAFE_TEXT(chr(code))}
    assert len(safe) > 20_000
    assert all(unicodedata.combining(c) == 0 for c in safe)
    assert all(unicodedata.normalize("NFC", c) == c for c in safe)
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            assert chr(int(parts[1], 16)) not in safe


def test_characters_that_xml_forbids_are_not_safe() -> None:
    assert not any(SAFE_TEXT(c) for c in "\ufffe\uffff\u0301\u3099\u212b\uf900")
