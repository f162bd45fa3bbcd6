"""One text in the two languages that every user-facing word of this library has."""

from gclink.errors import Language, Text

__all__ = ["Language", "Text"]
