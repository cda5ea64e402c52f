"""What `insek votes` can be told."""

from pathlib import Path
from typing import Annotated

import typer

from insek_cli.cli import completion
from insek_cli.i18n import _

FORMATS = ("table", "json", "csv", "xlsx")

Slug = Annotated[
    str,
    typer.Argument(
        metavar=_("WORKSHOP"),
        help=_("The folder of the workshop under data/workshops/."),
        autocompletion=completion.complete_workshops(),
    ),
]
VoteFiles = Annotated[
    list[Path], typer.Argument(metavar=_("FILE"), help=_("Files with votes: .xlsx, .csv."))
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("Ask nothing; take exact matches only."))]
Mapping = Annotated[
    Path | None,
    typer.Option("--mapping", metavar=_("FILE"), help=_("A mapping that was filled in.")),
]
Question = Annotated[
    str | None, typer.Option("--question", metavar="ID", help=_("Only this question."))
]
Channel = Annotated[
    str | None,
    typer.Option("--channel", metavar="ID", help=_("The channel, e.g. punkte or zettel.")),
]
Sessions = Annotated[
    list[str] | None,
    typer.Option(
        "--session",
        metavar=_("N[=GROUP[/ROUND]]"),
        help=_("This session of the file, and which group and round it was; repeatable."),
    ),
]
Group = Annotated[
    str | None, typer.Option("--group", metavar=_("GROUP"), help=_("The group that voted."))
]
Round = Annotated[
    str | None, typer.Option("--round", metavar=_("ROUND"), help=_("The round of the vote."))
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar=_("NAME"),
        help=_("Store under this name and replace its rows; else the name of the file."),
    ),
]
Ranked = Annotated[
    bool | None,
    typer.Option(
        "--ranked/--unranked", help=_("What lists in one cell are, when that is not certain.")
    ),
]
ResultForm = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="table|json|csv|xlsx",
        help=_("Form."),
        show_default=False,
        autocompletion=completion.complete_words(*FORMATS),
    ),
]
