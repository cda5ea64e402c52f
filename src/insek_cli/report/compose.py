"""From catalog to report: one pass that numbers, sorts, labels and links."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from insek_cli.catalog import Catalog
from insek_cli.markdown import ParsedText, parse_markdown
from insek_cli.models.base import COLUMNS
from insek_cli.models.field import FieldOfAction, Goal, Subgoal
from insek_cli.models.key_paths import KeyPath
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure, sort_key
from insek_cli.models.open_keys import open_keys, printed
from insek_cli.models.stages import Profile
from insek_cli.monitoring.states import newest
from insek_cli.report.chips import chips
from insek_cli.report.colour import THEME, readable, tint
from insek_cli.report.sheet import sheet
from insek_cli.report.short_form import is_sparse
from insek_cli.report.views import FieldHead, FieldView, GoalView, MeasureView, Options
from insek_cli.wording import columns
from insek_cli.wording.numbering import field_number, goal_anchor, numbers
from insek_cli.wording.record_names import record_names
from insek_cli.wording.text import LabelledLines, Line, Run, joined, line
from insek_cli.workshop.results.participation import (
    remarks_by_measure,
    votes_by_measure,
    workshop_view,
)

LEAD = "akteure.federfuehrung"
SIDE_LIMIT = 700
"""Characters that fit the side column of a Steckbrief; what is longer moves to the main one."""


class Composer:
    """Knows the catalog and what has been computed from it; makes the views."""

    def __init__(self, catalog: Catalog, options: Options) -> None:
        self.catalog = catalog
        self.audience = options.profile
        self.numbers = numbers(catalog)
        self.names = record_names(catalog)
        self.heads = {f.id: self.head(f) for f in catalog.fields}
        self.remarks = remarks_by_measure(catalog, self.audience, self.link)
        self.workshops = tuple(
            workshop_view(record, catalog, self.heads, self.audience, self.link)
            for record in catalog.workshops
        )
        self.news = newest(catalog.monitoring, catalog.earlier_ids)
        self.votes = votes_by_measure(self.workshops)
        self.followers: dict[str, list[str]] = defaultdict(list)
        for measure in sorted(catalog.measures, key=sort_key):
            for needed in measure.abhaengig_von:
                self.followers[needed].append(measure.id)

    def head(self, field: FieldOfAction) -> FieldHead:
        """Number, name and colours of a field."""
        number = field_number(field.id)
        colour = readable(field.farbe) if field.farbe else THEME[(number - 1) % len(THEME)]
        return FieldHead(field.id, number, field.titel, colour, tint(colour))

    def link(self, identifier: str) -> Run:
        """A link to a measure: number and short title, or the id when it has no number."""
        measure = self.catalog.measure.get(identifier)
        if measure is None:
            return Run(identifier)
        name = self.numbers.get(identifier, identifier)
        return Run(f"{name} {measure.kurztitel or measure.titel}", f"#{identifier.lower()}")

    def links(self, identifiers: Iterable[str]) -> tuple[Run, ...]:
        """Links to measures, in the order of the report."""
        known = self.catalog.measure
        ids = dict.fromkeys(identifiers)
        ordered = sorted(ids, key=lambda i: sort_key(known[i]) if i in known else (999, 0, 0, i))
        return tuple(self.link(identifier) for identifier in ordered)

    def measure(self, data: Measure) -> MeasureView:
        """One measure, numbered and linked."""
        text = _document(data.beschreibung)
        parts = tuple((s.titel, parse_markdown(s.text).document) for s in data.weitere_abschnitte)
        fields = tuple(self.heads[f] for f in data.fields if f in self.heads)
        own = {
            COLUMNS[0]: (line(data.titel),),
            COLUMNS[1]: _description(data, text, parts),
            COLUMNS[-1]: (joined(f.verweis for f in fields),),
        }
        facts = self.facts(data)
        main, side = (
            [fact for path, fact in facts.items() if path.block == block and fact.lines]
            for block in ("haupt", "seite")
        )
        merged, headline = data.zusammengefuehrt_in, _headline(data)
        lead = next(fact for path, fact in facts.items() if path.dotted == LEAD)
        return MeasureView(
            daten=data,
            nummer=self.numbers.get(data.id),
            feld=self.heads[data.handlungsfeld],
            felder=fields,
            beschreibung=text,
            abschnitte=parts,
            zeile=tuple(_column(heading, own.get(heading, ()), facts) for heading in COLUMNS),
            weitere=tuple(fact for path, fact in facts.items() if not path.column and fact.lines),
            federfuehrung=lead,
            blatt=sheet(data, lead, self.names),
            haupt=(*main, *_which(side, long=True)),
            seite=_which(side, long=False),
            kopf=headline,
            marken=chips(data, headline, fields[1:]),
            ziele=tuple(self.goal(goal) for goal in data.ziele),
            zieltitel=tuple(map(self.titled_goal, data.ziele)),
            voraussetzungen=self.links(data.abhaengig_von),
            folgen=self.links(self.followers.get(data.id, ())),
            ziel_der_zusammenfuehrung=self.link(merged) if merged else None,
            anmerkungen=tuple(self.remarks.get(data.id, ())),
            stimmen=tuple(self.votes.get(data.id.lower(), ())),
            noch_offen=tuple(_open(data, self.audience)),
            meldung=self.news.get(data.id),
            kurzform=self.catalog.concept.kurzform and is_sparse(data),
        )

    def facts(self, data: Measure) -> dict[KeyPath, LabelledLines]:
        """What a measure says under the keys that the template does not place itself."""
        placed = (path for path in printed(Measure, self.audience) if path.block != "vorlage")
        return {path: columns.fact(path, data, self.names) for path in placed}

    def goal(self, identifier: str) -> Run:
        """A link to a goal: Z 1.2."""
        placed = self.catalog.goals.get(identifier)
        if placed is None:
            return Run(identifier)
        return Run(f"Z {placed.number}", f"#{goal_anchor(identifier)}")

    def titled_goal(self, identifier: str) -> Line:
        """A goal with its title: 1.2 Orte der Begegnung."""
        placed = self.catalog.goals.get(identifier)
        number = self.goal(identifier)
        bare = replace(number, text=number.text.removeprefix("Z "))
        return line(bare, f" {placed.goal.titel}" if placed else "")

    def field(self, field: FieldOfAction, measures: tuple[MeasureView, ...]) -> FieldView:
        """One field with its goals and measures."""
        numbered = tuple(m for m in measures if m.nummer)
        served: dict[str, list[str]] = defaultdict(list)
        for view in numbered:
            for goal in view.daten.ziele:
                served[goal].append(view.daten.id)
        return FieldView(
            daten=field,
            kopf=self.heads[field.id],
            ziele=tuple(self.goals(field, served)),
            massnahmen=tuple(m for m in numbered if m.feld.id == field.id),
            beitraege=tuple(
                m for m in numbered if field.id in m.daten.fields and m.feld.id != field.id
            ),
        )

    def goals(self, field: FieldOfAction, served: dict[str, list[str]]) -> Iterable[GoalView]:
        """The goals of a field with the measures that serve them."""
        for goal in field.ziele:
            parts = tuple(self._goal_view(part, served) for part in goal.unterziele)
            yield replace(self._goal_view(goal, served), unterziele=parts)

    def _goal_view(self, goal: Goal | Subgoal, served: dict[str, list[str]]) -> GoalView:
        number = self.catalog.goals[goal.id].number
        return GoalView(goal.id, number, goal.titel, self.links(served.get(goal.id, ())))


def _open(data: Measure, audience: Profile) -> Iterable[str]:
    """The names of the keys that are open; a short description stands for the long one."""
    for path in open_keys(data, audience):
        if not (path.dotted == "beschreibung" and data.kurzbeschreibung):
            yield path.open_label


def _document(text: str | None) -> ParsedText | None:
    return parse_markdown(text).document if text else None


def _which(facts: Iterable[LabelledLines], *, long: bool) -> tuple[LabelledLines, ...]:
    return tuple(fact for fact in facts if (len(fact.plain) > SIDE_LIMIT) is long)


def _column(
    heading: str, own: tuple[Line, ...], facts: Mapping[KeyPath, LabelledLines]
) -> LabelledLines:
    """What stands under a heading: facts led by their labels, unless that is the heading."""
    known = [fact for path, fact in facts.items() if path.column == heading and fact.lines]
    if not own and len(known) == 1 and known[0].label == heading:
        return known[0]
    lines = [*own]
    for fact in known:
        lead = () if fact.label == heading else (Run(f"{fact.label}: ", strong=True),)
        first, *rest = fact.lines
        lines += [(*lead, *first), *rest]
    return LabelledLines(heading, tuple(lines))


def _description(
    data: Measure, text: ParsedText | None, sections: tuple[tuple[str, ParsedText], ...]
) -> tuple[tuple[Run, ...], ...]:
    lines = [line(part) for part in (text.plain().split("\n") if text else [])]
    if not lines and data.kurzbeschreibung:
        lines = [line(data.kurzbeschreibung)]
    for title, document in sections:
        head = Run(f"{title}: ", strong=True)
        first, *rest = document.plain().split("\n")
        lines += [line(head, first), *(line(part) for part in rest)]
    return tuple(lines)


def _headline(data: Measure) -> tuple[str, ...]:
    """Kind, status and id under the title; the priority where the audience may see it."""
    kind = LABELS[data.art] if data.art else None
    priority = f"Priorität {LABELS[data.prioritaet]}" if data.prioritaet else None
    words = (kind, columns.capital(LABELS[data.status]), priority)
    return tuple(word for word in words if word)
