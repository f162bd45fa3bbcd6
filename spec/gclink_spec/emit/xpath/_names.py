"""Paths: from members to elements, and from elements to typed values."""

from __future__ import annotations

from gclink_spec._model import Model
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type

#: Given wherever a function compares text: the default is the engine's own and may be that of the host's language.
CODEPOINT = "'http://www.w3.org/2005/xpath-functions/collation/codepoint'"

#: White space is collapsed in every value but free text, as the reader does it.
COLLAPSED = "normalize-space(string(.))"
_CASTS = {
    Type.DECIMAL: "xs:decimal(.)",
    Type.INTEGER: "xs:decimal(.)",
    Type.BOOLEAN: f"({COLLAPSED} = 'true')",
}


def nodes(path: ast.Path) -> str:
    """Return the expression for the elements of a path."""
    steps = [f"${path.root}"] if path.root is not None else []
    for step in path.steps:
        if step.owner == "LocalizedText":
            steps[-1] += f"[@xml:lang = '{step.name}']"
        else:
            steps.append(f"g:{step.name}")
    return "/".join(steps)


def values(model: Model, path: ast.Path) -> str:
    """Return the expression for the values of a path, cast by the model's type; a whole number is a decimal too."""
    assert path.type is not None
    cast = "string(.)" if _is_free_text(model, path) else _CASTS.get(path.type, COLLAPSED)
    return f"{nodes(path)}/{cast}"


def _is_free_text(model: Model, path: ast.Path) -> bool:
    """Whether a path leads to text without a form; a unit or a digest is text too, but has one."""
    if path.type is not Type.TEXT or not path.steps or path.steps[-1].owner == "LocalizedText":
        return path.type is Type.TEXT
    field = model.field(path.steps[-1].owner, path.steps[-1].name)
    return field is None or (field.format is None and not field.values)
