"""The rule language: one line per rule, compiled to Python, SPARQL and XPath.

``parse`` reads a line, ``analyse`` types it for a class, ``compile_rules`` does both for the whole model. The back ends
in ``gclink_spec.emit`` read nothing but the ``CompiledRule`` objects.
"""

from gclink_spec.rules._analyse import analyse
from gclink_spec.rules._ast import CompiledRule
from gclink_spec.rules._compile import compile_rules, rules_and_problems
from gclink_spec.rules._errors import RuleError
from gclink_spec.rules._parser import Parsed, parse
from gclink_spec.rules._principal import walk
from gclink_spec.rules._scale import scale_problems
from gclink_spec.rules._types import FUNCTIONS, code_list_of, is_condition, type_of

__all__ = [
    "FUNCTIONS",
    "CompiledRule",
    "Parsed",
    "RuleError",
    "analyse",
    "code_list_of",
    "compile_rules",
    "is_condition",
    "parse",
    "rules_and_problems",
    "scale_problems",
    "type_of",
    "walk",
]
