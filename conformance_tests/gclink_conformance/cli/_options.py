"""Options that several commands of the suite share."""

from __future__ import annotations

import click

adapter_option = click.option(
    "--adapter",
    required=True,
    metavar="CMD|URL",
    help="The command that speaks the protocol on standard input and output, or the base address of a server",
)
profile_option = click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAME",
    help="Only this profile (may be repeated); default: all claimed",
)
timeout_option = click.option(
    "--timeout", type=click.FloatRange(0.01), default=30.0, show_default=True, help="Seconds for one answer"
)
