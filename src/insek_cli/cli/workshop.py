"""`insek workshop`: what a workshop needs before and after the day."""

import typer

from insek_cli.cli import documenting, kit
from insek_cli.cli.framework import group
from insek_cli.i18n import _


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    text = _("Print what a workshop needs, and document it afterwards.")
    examples = f"{kit.EXAMPLES}\n{documenting.EXAMPLES}"
    workshop = group("workshop", text, examples=examples)
    kit.add_to(workshop)
    documenting.add_to(workshop)
    app.add_typer(workshop)
