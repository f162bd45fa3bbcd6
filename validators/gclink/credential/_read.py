"""A credential from its text: JSON in which no member is given twice, since a signature covers only one of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gclink.errors import Text, Unreadable, UnreadableInput
from gclink.limits import Limits


def read_credential(path: Path, limits: Limits) -> Any:
    """Return the JSON value of a file; raises UnreadableInput with the place."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            Unreadable.NOT_FOUND,
            Text(f"{path} cannot be read: {error.strerror}", f"无法读取 {path}：{error.strerror}"),
            Text("check the name", "请检查文件名"),
            source=str(path),
        ) from error
    if len(raw) > limits.max_bytes:
        raise limits.exceeded("max_bytes", len(raw), source=str(path))
    return parse(raw, str(path))


def parse(raw: bytes, source: str) -> Any:
    """Return the JSON value of a text; raises UnreadableInput for what is no JSON, or has a member twice."""
    try:
        return json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _unreadable(error.msg, source, error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(str(error), source, 1, None) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the member {next(name for name in names if names.count(name) > 1)!r} is given twice")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _unreadable(reason: str, source: str, line: int, column: int | None) -> UnreadableInput:
    return UnreadableInput(
        Unreadable.SYNTAX,
        Text(f"no JSON credential: {reason}", f"不是 JSON 凭证：{reason}"),
        Text("give the credential as it was issued", "请提供签发时的凭证原文"),
        source=source,
        line=line,
        column=column,
    )
