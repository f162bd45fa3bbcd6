"""XPath 2.0 back end of the rule language: one condition per rule, for Schematron and for XSD 1.1.

Context item is the element of the context object; the prefix ``g`` stands for the namespace of the standard, ``xs`` for
that of XML Schema. Input is XSD-valid, so that no cast fails.
"""

from gclink_spec.emit.xpath._conditions import Compiler
from gclink_spec.emit.xpath._tables import InlineTables, TableText, VariableTables

__all__ = ["Compiler", "InlineTables", "TableText", "VariableTables"]
