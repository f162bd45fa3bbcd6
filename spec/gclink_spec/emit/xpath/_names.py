"""Paths: from members to elements, and from elements to typed values."""

from __future__ import annotations

from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Type

#: Given wherever a function compares text: the default is the engine's own and may be that of the host's language.
CODEPOINT = "'http://www.w3.org/2005/xpath-functions/collation/codepoint'"

#: White space is collapsed in every value but text, as the reader does it.
_CASTS = {
    Type.DECIMAL: "xs:decimal(.)",
    Type.INTEGER: "xs:decimal(.)",
    Type.BOOLEAN: "(normalize-space(string(.)) = 'true')",
    Type.TEXT: "string(.)",
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


def values(path: ast.Path) -> str:
    """Return the expression for the values of a path, cast by the model's type; a whole number is a decimal too."""
    assert path.type is not None
    return f"{nodes(path)}/{_CASTS.get(path.type, 'normalize-space(string(.))')}"
