"""``python -m gclink_spec.pages``: write the reference pages of the checkout."""

from pathlib import Path

from gclink_spec._load import load_model
from gclink_spec.pages import write_pages

_root = Path(__file__).resolve().parents[3]
print(f"{write_pages(load_model(_root / 'spec'), _root / 'docs')} reference pages")
