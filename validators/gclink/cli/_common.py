"""What the commands share: language, limits, writing, and telling an error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from gclink._text import Language, Text
from gclink.errors import GclinkError
from gclink.limits import Limits

_F = TypeVar("_F", bound=Callable[..., Any])
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


def default_language() -> Language:
    """Return the language of the user's environment: Chinese for a Chinese locale, else English."""
    for name in ("GCLINK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for on a command line that could not be run."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("en", "zh"):
            return cast(Language, value)
    return default_language()


def language_option(function: _F) -> _F:
    """Add ``--lang``."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["en", "zh"]),
        default=default_language,
        show_default="of the environment",
        help="Language of messages · 消息语言",
    )(function)


def limit_options(function: _F) -> _F:
    """Add one option per limit, so that an honest large input can be let in."""
    from dataclasses import fields

    for limit in reversed(fields(Limits)):
        name = "--" + limit.name.replace("_", "-")
        function = click.option(
            name,
            limit.name,
            type=click.IntRange(min=1),
            default=limit.default,
            show_default=True,
            help=f"Refuse inputs beyond this {limit.name.removeprefix('max_').replace('_', ' ')}",
        )(function)
    return function


def limits_of(options: dict[str, Any]) -> Limits:
    """Take the limits out of a command's options."""
    from dataclasses import fields

    return Limits(**{limit.name: options.pop(limit.name) for limit in fields(Limits)})


def instant(value: str | None) -> str:
    """Return the instant of a check from ``--as-of``: a day means its last second; None means now."""
    if value is None:
        from gclink.check import now

        return now()
    match = _INSTANT.fullmatch(value)
    if match is None or not _is_day(match[1]):
        raise click.BadParameter("write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ", param_hint="--as-of")
    return value if match[2] else f"{value}T23:59:59Z"


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def write(text: str | bytes, output: str | None = None) -> None:
    """Write to a file, or to standard output as UTF-8 whatever the locale says."""
    raw = text.encode() if isinstance(text, str) else text
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(raw)
    except OSError as error:
        raise GclinkError(
            "not_written",
            Text(f"{output} cannot be written: {error.strerror}", f"无法写入 {output}：{error.strerror}"),
            Text("choose another place with -o", "请用 -o 指定其他位置"),
        ) from error


def say_error(error: GclinkError, language: Language) -> None:
    """Write an error to standard error in the asked language."""
    raw = error.render(language) + "\n"
    sys.stderr.buffer.write(raw.encode()) if hasattr(sys.stderr, "buffer") else sys.stderr.write(raw)
