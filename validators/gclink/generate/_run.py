"""Run a generator of another project and hand over what it wrote, or say clearly why there is nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

from gclink._schemas import artefacts
from gclink.errors import GclinkError, Text
from gclink.generate._languages import SOURCE, TARGET, Language, Tool

#: Seconds for the package client to fetch a generator and for it to run.
_PATIENCE = 900


def generate(language: Language, out: Path, cls: str | None = None) -> list[Path]:
    """Write the models of one language into a folder and return the files, sorted.

    ``cls`` narrows the models to one class of document and what it holds. Raises GclinkError where the generator is
    not there and no package client can bring it, or where it fails.
    """
    source = _source(language, cls)
    command = _program(language.tool)
    with tempfile.TemporaryDirectory() as folder, as_file(source) as local:
        # A copy: some generators resolve the place they read from, and an artefact may lie inside an archive.
        copy = Path(folder) / source.name
        shutil.copyfile(local, copy)
        work = Path(folder) / "out"
        target = work / language.target
        target.parent.mkdir(parents=True)
        shown = f"{copy}{language.source.partition('bundle')[2]}" if "#" in language.source else str(copy)
        names = {SOURCE: shown, TARGET: str(target)}
        result = _called(language.tool, [*command, *(names.get(option, option) for option in language.options)])
        if language.prints:
            target.write_text(result, encoding="utf-8")
        for name in language.drop:
            (target.parent / name).unlink(missing_ok=True)
        written = sorted(path for path in work.rglob("*") if path.is_file())
        if not written:
            raise _failed(language.tool, "it wrote nothing", "没有任何输出")
        return [_placed(path, out / path.relative_to(work)) for path in written]


def _placed(made: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(made, target)
    return target


def _source(language: Language, cls: str | None) -> Traversable:
    if language.source == "linkml":
        if cls is not None:
            raise GclinkError(
                "not_by_class",
                Text(f"{language.name} is made for the whole standard only", f"{language.name} 只能为整个标准生成"),
                Text("leave --class out", "请去掉 --class"),
            )
        return artefacts("schemas/linkml") / "gclink.yaml"
    found = artefacts("schemas/bundle") / f"{cls or 'AnyDocument'}.json"
    if not found.is_file():
        raise GclinkError(
            "unknown_class",
            Text(f"{cls} is no class of document", f"{cls} 不是文档类"),
            Text("name one such as CarbonPassport", "请指定例如 CarbonPassport"),
        )
    return found


def _program(tool: Tool) -> list[str]:
    """Return how the generator is called: where it is installed, or through the client that fetches it."""
    if (found := find(tool.program)) is not None:
        return [found]
    if tool.client == "npm" and (npx := find("npx")) is not None:
        return [npx, "--yes", "--package", tool.pinned, tool.program]
    if tool.client == "pypi" and (uvx := find("uvx")) is not None:
        return [uvx, "--from", tool.pinned, tool.program]
    if tool.client == "pypi" and (pipx := find("pipx")) is not None:
        return [pipx, "run", "--spec", tool.pinned, tool.program]
    raise GclinkError(
        "generator_missing",
        Text(
            f"the generator {tool.program} ({tool.package}) is not installed, nor a client that could fetch it",
            f"未安装生成器 {tool.program}（{tool.package}），也没有可获取它的软件包客户端",
        ),
        Text(tool.install, tool.install),
    )


def find(program: str) -> str | None:
    """Return where a program is: beside this Python, in the Node packages of this folder, or on the path."""
    for folder in (Path(sys.executable).parent, Path.cwd() / "node_modules" / ".bin"):
        if (folder / program).is_file():
            return str(folder / program)
    return shutil.which(program)


def _called(tool: Tool, command: list[str]) -> str:
    try:
        result = subprocess.run(  # noqa: S603 - a fixed command, no shell
            command, capture_output=True, timeout=_PATIENCE, check=False, encoding="utf-8", stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(tool, f"no result after {_PATIENCE} s", f"{_PATIENCE} 秒内没有结果") from error
    if result.returncode != 0:
        last = "\n".join(result.stderr.strip().splitlines()[-5:])
        raise _failed(tool, f"exit code {result.returncode}\n{last}", f"退出码 {result.returncode}\n{last}")
    return result.stdout


def _failed(tool: Tool, en: str, zh: str) -> GclinkError:
    return GclinkError(
        "generator_failed",
        Text(f"{tool.program} ({tool.pinned}) failed: {en}", f"{tool.program}（{tool.pinned}）失败：{zh}"),
        Text(f"try the version named here: {tool.install}", f"请使用此处所列版本：{tool.install}"),
    )
