"""Documents as a printed page: what a person reads who has to decide on them, with the findings in front.

One self-contained HTML text for one document or a bundle, in one language, for screen (light and dark) and paper. Names
come from the model; nothing is left out and nothing is computed that the documents do not say.
"""

from gclink.sheet._page import page

__all__ = ["page"]
