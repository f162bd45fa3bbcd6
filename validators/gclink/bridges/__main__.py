"""``python -m gclink.bridges``: write the documentation pages of the checkout."""

from pathlib import Path

from gclink.bridges._pages import write_pages

print(f"{write_pages(Path(__file__).resolve().parents[3])} pages of bridges")
