"""The one error a calculation raises."""

from __future__ import annotations

from gclink.calculations._messages import message

__all__ = ["CalculationError"]


class CalculationError(ValueError):
    """A calculation cannot be made from the inputs given.

    It names the calculation, the input member and the mend, so that a caller can put it right without reading code.

    Attributes:
        calculation: name of the calculation, as in the registry
        member: the input concerned, by its JSON name; ``ratchet[2].upper`` for a nested one
        problem: code of the problem, stable for programs (``missing``, ``form``, ``range`` ...)
        details: the values that fill in the message

    """

    def __init__(self, calculation: str, member: str, problem: str, **details: str) -> None:
        self.calculation = calculation
        self.member = member
        self.problem = problem
        self.details = details
        super().__init__(self.text("en"))

    def text(self, lang: str = "en") -> str:
        """Return the whole message, mend included, in English (``en``) or Chinese (``zh``)."""
        return message("whole", lang, calculation=self.calculation, problem=self.what(lang), mend=self.mend(lang))

    def what(self, lang: str = "en") -> str:
        """Return only what is wrong."""
        return message(self.problem, lang, member=self.member, **self.details)

    def mend(self, lang: str = "en") -> str:
        """Return only what to do about it."""
        return message(f"{self.problem}.mend", lang, member=self.member, **self.details)
