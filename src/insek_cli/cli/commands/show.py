"""`insek show`: one measure as a card."""

from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say_table as put
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import AudienceOption, ProjectOption, one_of, project_root
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek show M-007          by id\n"
    "  insek show 2.3            by number in the report\n"
    "  insek show Schulhöfe      by a part of the title"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    command(app, "show", _("Show one measure."), examples=EXAMPLES)(show)


def show(
    measure: Annotated[
        str,
        typer.Argument(
            metavar=_("MEASURE"),
            help=_("Id, number or a part of the title."),
            autocompletion=completion.complete_measures(),
        ),
    ],
    profile: AudienceOption = None,
    project: ProjectOption = None,
) -> int:
    """Show the measure with all columns, the open ones too."""
    root = project_root(project)
    from insek_cli.cli.measure_argument import find_measure
    from insek_cli.cli.read_data import read_catalog
    from insek_cli.cli.show_card import measure_card
    from insek_cli.models.stages import PROFILES

    audience = one_of(profile or "intern", PROFILES, "--profile")
    catalog = read_catalog(root, audience)
    found = find_measure(measure, catalog)
    files = sorted((root / "data" / "measures").glob(f"{found.id}*.yaml"))
    put(measure_card(found, catalog, audience, files[0] if files else None))
    return 0
