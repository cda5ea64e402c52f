"""Results of votes in words and figures, as charts and tables print them."""

from collections.abc import Callable, Iterable

from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.notation import NBSP, counted, number
from insek_cli.wording.text import Run
from insek_cli.workshop.ballots import ChannelResult, QuestionResult, RankedMeasure
from insek_cli.workshop.ballots.outcome import NOT_COMPUTABLE
from insek_cli.workshop.ballots.rule_wording import choice_text
from insek_cli.workshop.results.ranking_views import Kind, PlaceView, RankingView

Link = Callable[[str], Run]

UNITS: dict[Kind, tuple[str, str]] = {
    "punkte": ("Punkt", "Punkte"),
    "rangpunkte": ("Rangpunkt", "Rangpunkte"),
    "nennungen": ("Nennung", "Nennungen"),
}


def ranking_views(
    slug: str, result: QuestionResult, head: FieldHead | None, link: Link
) -> Iterable[RankingView]:
    """The results of a question: one for each channel, never added up."""
    for channel in result.kanaele:
        groups = [
            part
            for part in result.gruppen
            if (part.kanal, part.basis) == (channel.kanal, channel.basis)
        ]
        groups = groups if len(groups) > 1 else []
        kind = _kind(channel)
        yield RankingView(
            name=f"ranking-{slug}-{result.frage.id}-{channel.kanal}-{channel.basis}",
            kanal=channel.kanal[:1].upper() + channel.kanal[1:],
            einheit=UNITS[kind][1],
            art=kind,
            regel=channel.regel_text,
            wahl=choice_text(channel.hoechstzahl, limited=channel.begrenzt),
            grundlage=_ground(channel),
            kurz=f"{channel.kanal[:1].upper() + channel.kanal[1:]}, {_number(channel)}",
            hinweise=tuple(_notes(channel)),
            spalten=tuple(_headings(kind, groups)),
            plaetze=tuple(_place(row, channel, groups, link) for row in channel.zeilen),
            feld=head,
        )


def _kind(channel: ChannelResult) -> Kind:
    if channel.basis == "summen":
        return "punkte"
    return "nennungen" if channel.regel == "zustimmung" else "rangpunkte"


def _headings(kind: Kind, groups: Iterable[ChannelResult]) -> Iterable[str]:
    yield UNITS[kind][1]
    yield from (part.gruppe or "" for part in groups)
    if kind == "rangpunkte":
        yield from ("Nennungen", "mittlerer Rang")


def _place(
    row: RankedMeasure, channel: ChannelResult, groups: Iterable[ChannelResult], link: Link
) -> PlaceView:
    value = row.value(channel.regel) or 0
    one, many = UNITS[_kind(channel)]
    cells = [number(value)]
    cells += (_of(row.massnahme, part, channel) for part in groups)
    if _kind(channel) == "rangpunkte":
        cells += (number(row.zustimmung), _mean(row))
    return PlaceView(
        platz=row.platz,
        massnahme=link(row.massnahme),
        wert=value,
        zahl=counted(value, one, many),
        werte=tuple(cells),
        geteilt=row.gleichstand,
        haelt=row.robust,
    )


def _of(measure: str, part: ChannelResult, whole: ChannelResult) -> str:
    """The figure of one group, by the rule of the whole."""
    values = (row.value(whole.regel) for row in part.zeilen if row.massnahme == measure)
    value = next(values, None)
    return NOT_COMPUTABLE if value is None else number(value)


def _mean(row: RankedMeasure) -> str:
    if row.mittlerer_rang is None:
        return "nicht genannt" if row.zustimmung == 0 else NOT_COMPUTABLE
    return f"{number(round(row.mittlerer_rang, 1))} (n{NBSP}={NBSP}{row.n})"


def _ground(channel: ChannelResult) -> str:
    """How many ballots and people: Gezählt: 17 Stimmzettel, 1 Enthaltung; anwesend: 18."""
    if channel.gezaehlt is None:
        parts = [counted(channel.summe, "Punkt", "Punkte")]
    else:
        parts = [f"{number(channel.gezaehlt)} Stimmzettel"]
    if channel.enthaltungen:
        parts.append(counted(channel.enthaltungen, "Enthaltung", "Enthaltungen"))
    if channel.ungueltig:
        parts.append(f"{channel.ungueltig} ungültig")
    present = f"; anwesend: {number(channel.anwesend)}" if channel.anwesend else ""
    return f"Gezählt: {', '.join(parts)}{present}."


def _number(channel: ChannelResult) -> str:
    if channel.gezaehlt is not None:
        return f"n{NBSP}={NBSP}{number(channel.gezaehlt)}"
    if channel.anwesend:
        return counted(channel.anwesend, "Person anwesend", "Anwesende")
    return "n nicht bekannt"


def _notes(channel: ChannelResult) -> Iterable[str]:
    if channel.robust is None:
        if channel.basis == "summen":
            yield f"Wie sicher die Reihenfolge ist, ist aus Summen {NOT_COMPUTABLE}."
        return
    causes = []
    if channel.robust_stimmzettel is False:
        causes.append("ein einziger Stimmzettel wegfällt")
    if channel.robust_regel is False:
        causes.append("anders gezählt wird")
    if causes:
        yield (
            "Die Reihenfolge der ersten fünf ist nicht sicher: Sie ändert sich, wenn "
            f"{' oder wenn '.join(causes)}."
        )
    else:
        how = " oder eine andere Zählregel gilt" if channel.robust_regel else ""
        yield (
            "Die Reihenfolge der ersten fünf bleibt gleich, wenn ein einziger Stimmzettel "
            f"wegfällt{how}."
        )
