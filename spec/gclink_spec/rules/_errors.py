"""What is wrong with a line of the rule language: where in the line, why, and what to write instead."""

from __future__ import annotations


class RuleError(Exception):
    """One fault of a rule line.

    ``column`` counts from 1 in the text of the line; the linter adds file and line of the requirement.
    """

    def __init__(self, column: int, message: str, mend: str) -> None:
        self.column = column
        self.message = message
        self.mend = mend
        super().__init__(f"column {column}: {message}; {mend}")
