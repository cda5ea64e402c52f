"""`insek explain`: what a finding means, and how it is mended."""

import sys
from typing import Annotated

import typer

from insek_cli.cli.console import say
from insek_cli.cli.framework import command
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek explain INSEK104       what the finding means, with an example\n"
    "  insek explain                all codes"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _("Explain a finding by its code, with a wrong and a right example.")
    command(app, "explain", text, examples=EXAMPLES)(explain)


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar=_("CODE"), help=_("For example INSEK104."))
    ] = None,
) -> int:
    """Print the entry of a code, or the list of all."""
    from insek_cli.findings.codes import CODES
    from insek_cli.findings.codes.reference_page import code_entry

    if code is None:
        say("\n".join(f"{name}  {_(each.title)}" for name, each in CODES.items()))
        return 0
    found = CODES.get(code.upper().strip())
    if found is None:
        hint = did_you_mean(code.upper(), list(CODES)) or _("insek explain lists all codes.")
        raise InsekError(_("There is no code {code}.").format(code=code), hint, exit_code=2)
    sys.stdout.write(code_entry(found))
    return 0
