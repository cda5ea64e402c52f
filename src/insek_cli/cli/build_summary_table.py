"""The end of a build as a table: what was written, what is still open, and what took how long."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from insek_cli.cli.build_summary import file_size, open_keys_line, path_from_here
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, decimal

if TYPE_CHECKING:
    from insek_cli.build.request import Outcome
    from insek_cli.timing import Stage


def documents_table(outcome: "Outcome") -> RenderableType:
    """The table of documents and, below it, the open columns."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("File"), overflow="fold")
    table.add_column(_("Extent"), justify="right", no_wrap=True)
    table.add_column(_("Size"), justify="right", no_wrap=True)
    for output in outcome.outputs:
        name = safe(path_from_here(output.path))
        table.add_row(Text(name, "bold"), Text(output.extent), Text(file_size(output.size)))
    gaps = open_keys_line(outcome.gaps)
    return Group(table, Padding(Text(gaps), (1, 0, 0, 0))) if gaps else table


def timings_table(stages: "Sequence[Stage]") -> RenderableType:
    """The stages in the order they began; side by side they are more than 100 %."""
    whole = max((each.begin + each.seconds for each in stages), default=0.0)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("Stage"), overflow="fold")
    for heading in (_("begins"), _("takes"), _("share")):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in stages:
        share = f"{each.seconds / whole:.0%}" if whole else ""
        table.add_row(each.name, _seconds(each.begin), _seconds(each.seconds), share)
    table.add_section()
    table.add_row(_("whole"), "", _seconds(whole), "")
    return table


def _seconds(value: float) -> str:
    return f"{decimal(value, 2)} s"
