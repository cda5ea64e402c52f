"""The options of `insek import`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from insek_cli.i18n import _

SIDES: tuple[Literal["theirs", "ours"], ...] = ("theirs", "ours")

List = Annotated[Path, typer.Argument(metavar=_("LIST"), help=_("The list as it is."))]
Mapping = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar=_("FILE"),
        help=_("What each column becomes, as written and corrected before."),
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar=_("NAME"), help=_("Read this sheet only, even a hidden one.")),
]
Field = Annotated[
    str,
    typer.Option(
        "--field",
        metavar="HF2",
        help=_("The field of action of measures for which the list names none."),
    ),
]
Write = Annotated[bool, typer.Option("--write", "--yes", "-y", help=_("Write without asking."))]
Take = Annotated[
    str | None,
    typer.Option(
        "--take",
        metavar="theirs|ours",
        help=_("What counts where list and files were both changed: the list or the files."),
    ),
]
