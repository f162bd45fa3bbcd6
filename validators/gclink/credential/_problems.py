"""Why a credential is refused: one code for each thing its reader would do next, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gclink._text import Text


class Problem(StrEnum):
    """The reasons for which a credential is refused."""

    NOT_A_CREDENTIAL = "not_a_credential"
    NO_PROOF = "no_proof"
    OTHER_CRYPTOSUITE = "other_cryptosuite"
    PROOF_MALFORMED = "proof_malformed"
    KEY_MALFORMED = "key_malformed"
    CONTEXT_MISMATCH = "context_mismatch"
    TAMPERED = "tampered"
    WRONG_KEY = "wrong_key"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    DIGEST_MISMATCH = "digest_mismatch"
    WRONG_SUBJECT = "wrong_subject"


@dataclass(frozen=True, slots=True)
class Refused:
    """One reason: its code, the place in the credential as a JSON pointer, and what was wrong there."""

    problem: Problem
    pointer: str
    message: Text


class RefusalError(Exception):
    """A credential that cannot be followed any further; carries its one reason."""

    def __init__(self, problem: Problem, pointer: str, en: str, zh: str) -> None:
        super().__init__(en)
        self.reason = Refused(problem, pointer, Text(en, zh))
