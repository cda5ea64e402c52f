"""Remarks in rows."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _
from insek_cli.models.labels import LABELS
from insek_cli.models.workshop import Remark

LONGEST = 2000


def remarks_table(remarks: Iterable[Remark]) -> Table:
    """Id, field, text with its theme, measures and answer."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(_("Id"), overflow="fold", max_width=22)
    table.add_column(_("Field"), no_wrap=True)
    table.add_column(_("Remark"), overflow="fold", ratio=1)
    table.add_column(_("Measures"), overflow="fold", max_width=12)
    table.add_column(_("Answer"), overflow="fold", max_width=14)
    for remark in remarks:
        table.add_row(
            Text(remark.id),
            Text(remark.handlungsfeld or "–"),
            _words(remark),
            Text("\n".join(remark.massnahmen) or "–"),
            Text(LABELS[remark.antwort], "yellow" if remark.antwort == "offen" else ""),
        )
    return table


def _words(remark: Remark) -> Text:
    words = Text(f"{safe(remark.thema)}: ", "bold") if remark.thema else Text()
    return words.append(safe(" ".join(remark.text.split()), LONGEST), "not bold")
