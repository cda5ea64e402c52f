"""`insek workshop`: what a workshop needs before and after the day."""

import typer

from insek_cli.cli import workshop_kit, workshop_report
from insek_cli.cli.framework import command_group
from insek_cli.i18n import _


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    text = _("Print what a workshop needs, and document it afterwards.")
    examples = f"{workshop_kit.EXAMPLES}\n{workshop_report.EXAMPLES}"
    workshop = command_group("workshop", text, examples=examples)
    workshop_kit.add_to(workshop)
    workshop_report.add_to(workshop)
    app.add_typer(workshop)
