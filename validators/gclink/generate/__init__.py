"""Models of the standard in other languages, made by well-kept generators from the published artefacts.

The generators are not part of this package: they are run by name and version through the user's own package client
(npx, pipx or uvx), or found where they are installed. What each of them cannot carry is said beside its result.
"""

from gclink.generate._languages import LANGUAGES, Language
from gclink.generate._run import generate

__all__ = ["LANGUAGES", "Language", "generate"]
