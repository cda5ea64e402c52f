"""The end of a build as a table: what was written, and what is still open for the stage."""

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from insek_cli.cli.summary import near, size, still_open
from insek_cli.i18n import _
from insek_cli.reporters.safe import safe

if TYPE_CHECKING:
    from insek_cli.pipeline.request import Outcome


def summary(outcome: "Outcome") -> RenderableType:
    """The table of documents and, below it, the open columns."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("File"), overflow="fold")
    table.add_column(_("Extent"), justify="right", no_wrap=True)
    table.add_column(_("Size"), justify="right", no_wrap=True)
    for output in outcome.outputs:
        name = safe(near(output.path))
        table.add_row(Text(name, "bold"), Text(output.extent), Text(size(output.size)))
    gaps = still_open(outcome.gaps)
    return Group(table, Padding(Text(gaps), (1, 0, 0, 0))) if gaps else table
