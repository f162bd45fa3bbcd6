"""The litchi story as pictures, computed from the documents of the worked example: no figure is typed here."""

from __future__ import annotations

from gclink.label import draw_label

from gclink_spec.pages import _svg as svg
from gclink_spec.pages._site import Site
from gclink_spec.pages._words import both
from gclink_spec.pages.story._flow import flow
from gclink_spec.pages.story._life_cycle import life_cycle
from gclink_spec.pages.story._ratchet import ratchet
from gclink_spec.pages.story._timeline import timeline
from gclink_spec.pages.story._waterfall import waterfall

__all__ = ["pictures"]


def pictures(site: Site, language: str) -> dict[str, str]:
    """Return the pictures by name, each as HTML that a page takes in."""
    return {
        "life-cycle": life_cycle(site, language),
        "waterfall": waterfall(site, language),
        "flow": flow(site, language),
        "ratchet": ratchet(site, language),
        "timeline": timeline(site, language),
        "label": _label(site, language),
    }


def _label(site: Site, language: str) -> str:
    """Return the carbon label as the library draws it for print: black on white in either scheme."""
    drawing = draw_label(site.litchi["label-fruit"], site.litchi["claim-fruit"], "both")
    words = both(language, "The carbon label of the fruit", "鲜果的碳排标章")
    return svg.framed(svg.bare(drawing), words, "gcl-paper")
