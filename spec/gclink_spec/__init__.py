"""The compiler of the Green Carbon Link standard: one source, every artefact.

``spec/`` is what people edit. This package loads it into a frozen model, checks it, and writes the artefacts that other
people read: JSON Schema, XSD, Schematron, JSON-LD context, OWL, SHACL, typed models, rule code and reference pages.
"""

from gclink_spec._load import load_model
from gclink_spec._model import Model
from gclink_spec.exceptions import SpecError

__all__ = ["Model", "SpecError", "load_model"]
