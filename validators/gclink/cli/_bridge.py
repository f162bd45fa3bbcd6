"""What ``import`` and ``export`` share: parameters of the caller, documents already known, reading their files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gclink._text import Text
from gclink.errors import GclinkError, Unreadable, UnreadableInput
from gclink.limits import Limits

_F = TypeVar("_F", bound=Callable[..., Any])


def parameter_options(function: _F) -> _F:
    """Add the options that hold what a source cannot supply."""
    options: tuple[Callable[[_F], _F], ...] = (
        click.option(
            "--with",
            "with_file",
            metavar="FILE",
            help="JSON or YAML with what the source cannot supply: {Class: {field: value}}, "
            "{documents: {id: {field: value}}}",
        ),
        click.option(
            "--set",
            "settings",
            multiple=True,
            metavar="CLASS.FIELD=VALUE",
            help="One such value; JSON, or text as it stands",
        ),
        click.option(
            "--bundle", "bundle", multiple=True, metavar="PATH", help="Documents that references may point to"
        ),
    )
    for option in options:
        function = option(function)
    return function


def parameters_of(with_file: str | None, settings: tuple[str, ...]) -> dict[str, Any]:
    """Return the parameters of ``--with`` and ``--set`` together; the latter win."""
    found: dict[str, Any] = {} if with_file is None else _loaded(with_file)
    for setting in settings:
        path, sign, text = setting.partition("=")
        steps = _steps(path)
        if not sign or len(steps) < 2 or not all(steps):
            raise click.BadParameter("write CLASS.FIELD=VALUE", param_hint="--set")
        place = found
        for step in steps[:-1]:
            place = place.setdefault(step, {})
            if not isinstance(place, dict):
                raise click.BadParameter(f"{step} of {path} is a single value", param_hint="--set")
        place[steps[-1]] = _value(text)
    _known_names(found)
    return found


def _steps(path: str) -> list[str]:
    """Return the steps of a path; the name of a format is one step, with the dot in it."""
    from gclink.bridges import formats

    form = next((name for name in formats() if path.startswith(f"{name}.")), None)
    return path.split(".") if form is None else [form, *path.removeprefix(f"{form}.").split(".")]


def _known_names(parameters: dict[str, Any]) -> None:
    """Refuse a parameter that nothing would ever ask for: a slip must not look like a value that was passed."""
    from difflib import get_close_matches

    from gclink._model import model
    from gclink.bridges import formats

    classes = model().classes
    families = {name for form in formats() for name in (form, form.split("-")[0])}
    for name, members in parameters.items():
        if name not in classes and name not in families and name != "documents":
            near = get_close_matches(name, [*classes, *families], 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.BadParameter(f"{name} is neither a class nor a format{hint}", param_hint="--with, --set")
        cls = classes.get(name)
        if cls is None or not isinstance(members, dict) or cls.kind != "document":
            continue
        for member in members:
            if member not in cls.fields and member != "type":
                near = get_close_matches(member, cls.fields, 1)
                hint = f"; did you mean {near[0]}?" if near else ""
                raise click.BadParameter(f"{name} has no member {member}{hint}", param_hint="--with, --set")


def _value(text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    # A decimal of this standard is a text: a bare number means its digits. A count is an integer in any case.
    return text if isinstance(value, float) else value


def _loaded(path: str) -> dict[str, Any]:
    import yaml

    class Plain(yaml.SafeLoader):
        """Numbers with a fraction and days stay the text they are written as, since that is what documents hold."""

    for tag in ("float", "timestamp"):
        Plain.add_constructor(f"tag:yaml.org,2002:{tag}", lambda _loader, node: node.value)
    try:
        value = yaml.load(_raw(path), Loader=Plain)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        raise UnreadableInput(
            Unreadable.SYNTAX,
            Text(f"the parameters cannot be read: {error}", f"无法读取参数：{error}"),
            Text("Write JSON or YAML.", "请写成 JSON 或 YAML。"),
            source=path,
        ) from None
    if not isinstance(value, dict):
        raise UnreadableInput(
            Unreadable.TOP_LEVEL,
            Text("the parameters are no object", "参数不是对象"),
            Text("Write {Class: {field: value}}.", "请写成 {类: {字段: 值}}。"),
            source=path,
        )
    return value


def known_documents(paths: tuple[str, ...], limits: Limits) -> tuple[dict[str, Any], ...]:
    """Return the documents of ``--bundle``; one that is not of the right form cannot be referred to."""
    if not paths:
        return ()
    from gclink.documents import read_documents
    from gclink.structure import check_structure

    found = []
    for document in read_documents(paths, limits):
        if document.faults or check_structure(document.tree):
            raise GclinkError(
                "bundle_not_sound",
                Text("a document of the bundle is not of the right form", "文档包中有文档的形式不合"),
                Text("gclink validate tells what is wrong with it", "请用 gclink validate 查看问题"),
                source=document.source,
            )
        found.append(document.tree)
    return tuple(found)


def sources_of(paths: tuple[str, ...]) -> list[tuple[str, bytes]]:
    """Return the bytes of foreign files by name; ``-`` is standard input. Raises UnreadableInput."""
    return [("<stdin>", sys.stdin.buffer.read()) if path == "-" else (path, _raw(path)) for path in paths]


def _raw(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        code, text = Unreadable.NOT_FOUND, Text("there is no such file", "文件不存在")
    except IsADirectoryError:
        code, text = Unreadable.IS_FOLDER, Text("this is a folder", "这是一个文件夹")
    except PermissionError:
        code, text = Unreadable.NO_PERMISSION, Text("no permission to read it", "没有读取权限")
    except OSError as error:
        code, text = Unreadable.READ_FAILED, Text(f"it cannot be read: {error.strerror}", f"无法读取：{error.strerror}")
    raise UnreadableInput(code, text, Text("Name another file.", "请指定其他文件。"), source=path)


def folder_of(output: str) -> Path:
    """Return the folder to write documents to, made if it is not there."""
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GclinkError(
            "not_written",
            Text(f"{output} cannot be made: {error.strerror}", f"无法创建 {output}：{error.strerror}"),
            Text("choose another folder with -o", "请用 -o 指定其他文件夹"),
        ) from error
    return folder


def format_names(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Check the name of a format while options are read, so that a slip is a matter of usage."""
    if value is None:
        return None
    from gclink.bridges._registry import UnknownFormatError, family

    try:
        family(value)
    except UnknownFormatError as error:
        raise click.BadParameter(f"{error.message.en}; {error.hint.en}", ctx=ctx, param=parameter) from None
    return value
