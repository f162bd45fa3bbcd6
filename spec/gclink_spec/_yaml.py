"""YAML with line numbers: mappings that know where each key stands, and no surprises in the types.

Plain scalars stay text unless they are quoted-free integers or booleans written ``true``/``false``: a standard must not
read ``no`` as a boolean or ``1.10`` as 1.1. Duplicate keys are refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from gclink_spec.exceptions import Problem, SpecError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict[str, Any]):
    """A mapping of the source with the line it starts on and the line of each key."""

    line: int = 1

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Return the line of a key (1-based), or of the mapping where the key is absent."""
        return self._lines.get(key, self.line)


def read_yaml(path: Path) -> Located:
    """Read one file of the source; raises SpecError naming file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SpecError([Problem(str(path), f"cannot be read: {error.strerror}", "restore the file")]) from error
    loader = _Base(text)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        raise SpecError(
            [Problem(place, f"not YAML: {getattr(error, 'problem', error)}", "mend the syntax at this line")]
        ) from error
    finally:
        loader.dispose()
    if not isinstance(node, yaml.MappingNode):
        raise SpecError([Problem(f"{path}:1", "the file does not hold a mapping", "start with `key: value` lines")])
    result = _build(node, path)
    assert isinstance(result, Located)
    return result


def _build(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.MappingNode):
        mapping = Located()
        mapping.line = node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in mapping:
                raise SpecError([Problem(f"{path}:{line}", f"key {key!r} occurs twice", "keep one of the two entries")])
            mapping[key] = _build(value_node, path)
            mapping._lines[key] = line
            if isinstance(mapping[key], Located):
                mapping[key].line = line
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, path) for item in node.value]
    value = node.value
    plain = not getattr(node, "style", None)  # the C parser says "" where the Python one says None
    if plain and value in ("true", "false"):
        return value == "true"
    if plain and value in ("", "null", "~"):
        return None
    return value
