"""Folders of pages that people add to, and their sections in the menu."""

from __future__ import annotations

#: Folders whose pages enter the menu by being there, and the heading of their section.
FOLDERS = {
    "tools": "Tools",
    "contributing": "Contributing",
    "conformance": "Conformance",
    "bridges": "Bridges",
}
