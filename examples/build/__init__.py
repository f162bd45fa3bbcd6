"""The dual-carbon litchi, from activity data to the loan: every total is computed, none is typed.

``python -m examples.build`` writes the bundle as JSON, XML and Turtle; a test holds the written files to this code.
All parties and codes are fictitious. Figures follow the published anchors and stated assumptions of the example.
"""

from examples.build._bundle import documents, files

__all__ = ["documents", "files"]
