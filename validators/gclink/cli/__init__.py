"""The command line ``gclink``: one module per command, loaded when it is called.

Other packages of the distribution add commands by the entry point group ``gclink.commands`` (``spec`` from the
compiler, ``conformance`` from the runner), so that this library imports neither.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import Any

import click

from gclink import __version__
from gclink.errors import GclinkError

#: Commands of this package: name -> module; each module holds a click command ``command``.
_COMMANDS = {
    "ask": "gclink.cli.ask",
    "calculate": "gclink.cli.calculate",
    "convert": "gclink.cli.convert",
    "derive": "gclink.cli.derive",
    "digest": "gclink.cli.digest",
    "explain": "gclink.cli.explain",
    "export": "gclink.cli.export",
    "generate": "gclink.cli.generate",
    "import": "gclink.cli.import_",
    "label": "gclink.cli.label",
    "migrate": "gclink.cli.migrate",
    "report": "gclink.cli.report",
    "serve": "gclink.cli.serve",
    "sign": "gclink.cli.sign",
    "validate": "gclink.cli.validate",
    "verify": "gclink.cli.verify",
}


class _Lazy(click.Group):
    """A group that imports a command only when it is called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return sorted({*_COMMANDS, *_plugins()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        if cmd_name in _COMMANDS:
            command: click.Command = importlib.import_module(_COMMANDS[cmd_name]).command
            return command
        entry = _plugins().get(cmd_name)
        loaded: click.Command | None = entry.load() if entry is not None else None
        return loaded


def _plugins() -> dict[str, Any]:
    return {entry.name: entry for entry in entry_points(group="gclink.commands")}


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gclink")
def root() -> None:
    """Check, convert and explain documents of the Green Carbon Link standard.

    \b
    绿碳链接标准的核对、转换与说明工具。
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1 violates, 2 usage, 3 unreadable input."""
    from gclink.cli._common import language_of, say_error

    try:
        result = root.main(args=None if arguments is None else list(arguments), standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except GclinkError as error:
        say_error(error, language_of(arguments if arguments is not None else sys.argv[1:]))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (for example `| head`): nothing is wrong.
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0


def entry() -> None:
    """The console script."""
    sys.exit(main())
