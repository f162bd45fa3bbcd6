"""Reference pages of the site, generated from the model in English and Chinese, and the parts of the standard.

Written below ``docs/<language>/reference`` and ``docs/<language>/standard`` when the site is built and never
committed: they hold nothing that the source does not. Every page exists in both languages with the same anchors.
"""

from gclink_spec.pages._write import write_pages

__all__ = ["write_pages"]
