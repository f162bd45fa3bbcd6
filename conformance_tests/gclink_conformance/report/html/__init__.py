"""The report for a person: one HTML file that needs nothing beside it, on a desk or a phone, in either language."""

from __future__ import annotations

from gclink_conformance.report.html._page import page

__all__ = ["page"]
