"""``python -m gclink``."""

from gclink.cli import entry

entry()
