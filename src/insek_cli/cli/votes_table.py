"""Results on the terminal: one table for each question, channel and group."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from insek_cli.catalog import Catalog
from insek_cli.cli.console import say, say_table, terminal_width
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, decimal, ngettext
from insek_cli.wording.numbering import numbers
from insek_cli.workshop.ballots import ChannelResult, RankedMeasure, WorkshopResult
from insek_cli.workshop.ballots.rule_wording import rule_text


def show_results(result: WorkshopResult, catalog: Catalog) -> None:
    """All tables, or the plain statement that there is nothing to count."""
    if not result.fragen:
        say(_("The workshop asked no questions."))
    for question in result.fragen:
        say(f"{question.frage.id}: {safe(question.frage.wortlaut)}")
        if not (question.kanaele or question.gruppen):
            say("  " + _("No votes are there.") + "\n")
        for channel in (*question.kanaele, *question.gruppen):
            _channel(channel, catalog)


def _channel(channel: ChannelResult, catalog: Catalog) -> None:
    say("\n" + ", ".join(_head(channel)))
    say_table(_table(channel, catalog))
    if channel.basis != "summen":
        say(_rule(channel))
    for line in _verdict(channel):
        say(line)
    say("")


def _rule(channel: ChannelResult) -> str:
    """How the places came about, in the language of messages."""
    cap, limited = channel.hoechstzahl, channel.begrenzt
    return rule_text(channel.regel, channel.basis, cap, limited=limited, say=_)


def _head(channel: ChannelResult) -> Iterator[str]:
    yield channel.kanal
    yield safe(channel.gruppe) if channel.gruppe else _("all together")
    if channel.gezaehlt is None:
        yield ngettext("{n} point", "{n} points", channel.summe).format(n=channel.summe)
    else:
        count = channel.gezaehlt
        yield ngettext("{n} ballot counted", "{n} ballots counted", count).format(n=count)
    if channel.enthaltungen:
        blank = channel.enthaltungen
        yield ngettext("{n} blank ballot", "{n} blank ballots", blank).format(n=blank)
    if channel.ungueltig:
        yield _("{n} spoilt").format(n=channel.ungueltig)
    if channel.anwesend is not None:
        n = channel.anwesend
        yield ngettext("{n} person present", "{n} people present", n).format(n=n)
    if len(channel.runden) > 1:
        yield _("rounds {names} together").format(names=safe(", ".join(channel.runden)))


def _table(channel: ChannelResult, catalog: Catalog) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    names = [_("Place"), _("No."), _("Title")]
    sums = channel.basis == "summen"
    names += [_("Points") if sums else _("Votes"), "Borda", _("shrinking"), _("mean rank")]
    room = max(16, terminal_width() - 54)
    for name in names:
        left = name == _("Title")
        table.add_column(
            name,
            justify="left" if left else "right",
            no_wrap=True,
            overflow="ellipsis",
            max_width=room if left else None,
        )
    place = numbers(catalog)
    for row in channel.zeilen:
        table.add_row(*_cells(row, catalog, place))
    return table


def _cells(row: RankedMeasure, catalog: Catalog, place: dict[str, str]) -> Iterator[Text]:
    measure = catalog.measure.get(row.massnahme)
    title = (measure.kurztitel or measure.titel) if measure else row.massnahme
    yield Text(f"{'=' if row.gleichstand else ''}{row.platz}{'*' if row.robust is False else ' '}")
    yield Text(place.get(row.massnahme, row.massnahme))
    yield Text(safe(title))
    yield Text(str(row.zustimmung))
    for value in (row.borda, row.borda_schrumpfend):
        yield Text("–" if value is None else str(value))
    mean = row.mittlerer_rang
    yield Text("–" if mean is None else f"{decimal(mean)} (n={row.n})")


def _verdict(channel: ChannelResult) -> Iterator[str]:
    if channel.basis == "summen":
        yield _("Borda, mean rank and how robust the order is: not computable from sums.")
        return
    if channel.robust_stimmzettel is False:
        yield _("* The order of the first five changes when one ballot is left out.")
    if channel.robust_regel is False:
        yield _("* The order of the first five changes with the counting rule.")
    if channel.robust:
        yield _("The order of the first five holds.")
