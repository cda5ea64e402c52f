"""`insek workshop`: what a workshop needs before and after the day."""

import typer

from insek_cli.cli import kit
from insek_cli.cli.framework import group
from insek_cli.i18n import _


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    text = _("Print what a workshop needs.")
    workshop = group("workshop", text, examples=kit.EXAMPLES)
    kit.add_to(workshop)
    app.add_typer(workshop)
