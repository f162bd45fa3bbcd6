"""Every link and anchor of the built site leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from gclink_spec.pages.links import Fault, faults


@pytest.mark.long
def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    assert len(list(site.rglob("*.html"))) > 2000
    assert [str(fault) for fault in faults(site)] == []


def test_a_broken_link_a_broken_anchor_and_a_request_to_elsewhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html#there">x</a><a href="b.html#not">x</a><a href="c.html">x</a><a href="/b.html">x</a>'
        '<svg><a href="d.html"><text>x</text></a></svg><a href="https://example.org/">x</a>'
        '<script src="https://example.org/x.js"></script><link rel="canonical" href="https://example.org/">'
        '<link rel="stylesheet" href="//example.org/x.css"><img src="data:image/png;base64,AA==">'
    )
    (tmp_path / "b.html").write_text('<h2 id="there">x</h2>')
    (tmp_path / "x.css").write_text("@import 'https://example.org/y.css';")
    assert faults(tmp_path) == [
        Fault("a.html", "//example.org/x.css", "is fetched from elsewhere"),
        Fault("a.html", "/b.html", "is absolute: the site is read from a folder too"),
        Fault("a.html", "b.html#not", "the page has no such anchor"),
        Fault("a.html", "c.html", "there is no such page"),
        Fault("a.html", "d.html", "there is no such page"),
        Fault("a.html", "https://example.org/x.js", "is fetched from elsewhere"),
        Fault("x.css", "url()", "is fetched from elsewhere"),
    ]
