"""``gclink conformance``: hold an implementation to the standard."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Final

import click

#: Command -> the module and the name in it that hold the command.
_COMMANDS: Final[Mapping[str, str]] = {
    "template": "gclink_conformance.cli.template:command",
    "run": "gclink_conformance.cli.run:command",
    "selftest": "gclink_conformance.cli.selftest:command",
    "prepare": "gclink_conformance.cli.offline:prepare",
    "score": "gclink_conformance.cli.offline:score",
    "compare": "gclink_conformance.cli.compare:command",
    "list": "gclink_conformance.cli.look:listing",
    "show": "gclink_conformance.cli.look:show",
    "rerun": "gclink_conformance.cli.rerun:command",
    "manifest": "gclink_conformance.cli.look:manifest_of",
    "report": "gclink_conformance.report.cli:command",
    "publish": "gclink_conformance.report.cli:publish",
    "strength": "gclink_conformance.strength.cli:command",
}


class _Lazy(click.Group):
    """A group that imports a command only when it is called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        loaded: click.Command = getattr(importlib.import_module(module), name)
        return loaded


@click.command(
    "conformance",
    cls=_Lazy,
    epilog="Exit codes: 0 pass, 1 nonconformant, 2 usage, 3 adapter broken, 4 baseline mismatch, 5 inconclusive, "
    "6 a report could not be written; the highest counts · "
    "退出码：0 通过，1 不符合，2 用法，3 适配器故障，4 与基线不符，5 无结论，6 报告未写出；取最高者",
)
def command() -> None:
    """Hold an implementation to the standard: run, look at, and compare the conformance suite.

    \b
    用一致性测试套件检验实现：运行、查看与比较。
    """
