"""The prose of the standard: eight parts in two languages, their normative sentences pulled in from the model.

A part is written by people. What stands between its markers is not: the build rewrites it, so that a sentence, a class
table or a code list reads the same here as it is checked everywhere else.
"""

from gclink_spec.prose._check import check
from gclink_spec.prose._examples import Example, examples
from gclink_spec.prose._parts import FOLDER, HEAD, LANGUAGES, PARTS, Part, parts
from gclink_spec.prose._render import filled

__all__ = ["FOLDER", "HEAD", "LANGUAGES", "PARTS", "Example", "Part", "check", "examples", "filled", "parts"]
