"""Typed models for Python: one module per part of the standard, generated to be read.

What the classes share (lexical forms, bounds, the closed base) is written by hand in ``_forms.py`` and ``_record.py``
of the same package; this emitter writes the classes, the code lists and the named types.
"""

from __future__ import annotations

from gclink_spec._model import Model
from gclink_spec.emit import _pydantic_classes, _pydantic_types

FOLDER = "validators/gclink/models"


def emit(model: Model) -> dict[str, bytes]:
    """Return the generated modules of ``gclink.models``."""
    modules = {
        "_lexical": _pydantic_types.lexical_module(model),
        "_base": _pydantic_types.base_module(model),
        "codes": _pydantic_types.codes_module(model),
        **{name: _pydantic_classes.class_module(model, name) for name in model.modules},
        "any": _pydantic_classes.any_module(model),
        "__init__": _pydantic_classes.package_module(model),
    }
    return {f"{FOLDER}/{name}.py": text.encode() for name, text in modules.items()}
