"""`insek list`: the measures as a table, JSON or CSV."""

from typing import TYPE_CHECKING, Annotated

import typer

from insek_cli.cli import completion
from insek_cli.cli.console import say, say_data, say_status, say_table, terminal_width
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import (
    AudienceOption,
    ProjectOption,
    one_of,
    project_root,
    split_values,
)
from insek_cli.findings import InsekError
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.catalog import Catalog
    from insek_cli.models.measure import Measure

FORMATS = ("table", "json", "csv")
GROUPS = ("actor",)

EXAMPLES = _(
    "  insek list                                  all numbered measures\n"
    "  insek list --field HF2 --missing kosten     what still lacks costs in HF2\n"
    "  insek list --actor ref-61                   where Ref. 61 leads or takes part\n"
    "  insek list --by actor                       whom to ask for what is open\n"
    "  insek list --status beschlossen,umgesetzt   one of several values\n"
    "  insek list --columns kosten,finanzierung    what it costs and who pays, with sums\n"
    "  insek list --format csv > massnahmen.csv    for other programs\n"
    "  insek list -f json --profile oeffentlich    only what everybody may read"
)


FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="HF2,…",
        help=_("Main or further field of action."),
        autocompletion=completion.complete_fields(),
    ),
]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", metavar=_("STATUS"), help=_("Status."))
]
ActorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ref-61,…",
        help=_("Who leads or takes part."),
        autocompletion=completion.complete_actors(),
    ),
]
MissingOption = Annotated[
    list[str] | None,
    typer.Option("--missing", metavar="kosten,…", help=_("Key or column that is open.")),
]
FormOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="table|json|csv",
        help=_("Form."),
        show_default=False,
        autocompletion=completion.complete_words(*FORMATS),
    ),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="kosten,finanzierung",
        help=_("Amounts beside each measure, and their sums."),
        autocompletion=completion.complete_words("kosten", "finanzierung"),
    ),
]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="actor", help=_("Whom to ask: what is open for each lead.")),
]
AllOption = Annotated[
    bool, typer.Option("--all", help=_("With those dropped, deferred or merged."))
]


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "List the measures.\n\nFilters can be combined; several values of one filter are parted "
        "by commas. Of the ten columns of the Maßnahmenliste the table counts the open ones."
    )
    command(app, "list", text, examples=EXAMPLES)(list_measures)


def list_measures(
    field: FieldOption = None,
    status: StatusOption = None,
    actor: ActorOption = None,
    missing: MissingOption = None,
    form: FormOption = "table",
    everything: AllOption = False,
    by: ByOption = None,
    columns: ColumnsOption = None,
    profile: AudienceOption = None,
    project: ProjectOption = None,
) -> int:
    """Show the measures that pass all filters."""
    root = project_root(project)
    chosen = one_of(form, FORMATS, "--format")
    from insek_cli.cli import list_money
    from insek_cli.cli.list_by_actor import by_lead
    from insek_cli.cli.list_export import measures_csv, measures_json
    from insek_cli.cli.list_selection import Selection, select_measures
    from insek_cli.cli.read_data import audience_notice, read_catalog
    from insek_cli.models.stages import PROFILES

    given = [tuple(values or ()) for values in (field, status, actor, missing)]
    money = [one_of(each, list_money.COLUMNS, "--columns") for each in split_values(columns or [])]
    if money and (chosen != "table" or by is not None):
        message = _("--columns is for the table; JSON and CSV have their own columns.")
        raise InsekError(message, exit_code=2)
    audience = one_of(profile or "intern", PROFILES, "--profile")
    catalog = read_catalog(root, audience)
    measures = select_measures(
        catalog, Selection(given[0], given[1], given[2], given[3], everything)
    )
    if by is not None:
        one_of(by, GROUPS, "--by")
        measures = by_lead(measures, catalog)
    if chosen == "table" and by is not None:
        _by_actor(measures, catalog)
    elif chosen == "table":
        _table(measures, catalog, money)
    else:
        say_data({"json": measures_json, "csv": measures_csv}[chosen](measures, catalog))
        if profile is None:
            say_status(audience_notice(audience))
    return 0


def _by_actor(measures: "list[Measure]", catalog: "Catalog") -> None:
    from insek_cli.cli.list_by_actor import open_by_actor

    lines = open_by_actor(measures, catalog)
    say("\n".join(lines) if lines else _("Nothing is open."))


def _table(measures: "list[Measure]", catalog: "Catalog", money: "list[str]") -> None:
    from insek_cli.cli.list_money import sum_line
    from insek_cli.cli.list_table import measures_table

    if not measures:
        say(_("No measure matches."))
        return
    say_table(measures_table(measures, catalog, terminal_width(), money))
    count = ngettext("{n} measure", "{n} measures", len(measures)).format(n=len(measures))
    say_status(count)
    if money:
        say(sum_line(measures, catalog, money))
