"""`insek rows`: a spreadsheet as text, for git's textconv."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli.console import say
from insek_cli.cli.framework import command
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek rows build/massnahmenliste.xlsx             the rows as lines\n"
    '  git config diff.xlsx.textconv "insek rows"        let git diff show them\n'
    '  echo "*.xlsx diff=xlsx" >> .gitattributes         for all spreadsheets'
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("Print the rows of a table as lines, so that git can compare them.")
    command(app, "rows", text, examples=EXAMPLES)(rows)


def rows(
    file: Annotated[
        Path, typer.Argument(metavar=_("FILE"), help=_("A spreadsheet (XLSX) or a CSV file."))
    ],
) -> int:
    """Print one line for each row."""
    from insek_cli.review.diff.workbook_rows import workbook_rows as lines

    for line in lines(file):
        say(line)
    return 0
