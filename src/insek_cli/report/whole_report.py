"""The report as a whole: what every document of one build is made from."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from insek_cli.catalog import Catalog
from insek_cli.finance.kofi import balances
from insek_cli.finance.unassigned import unassigned
from insek_cli.markdown import parse_markdown
from insek_cli.models.base import COLUMNS
from insek_cli.models.labels import LABELS
from insek_cli.models.measure import Measure
from insek_cli.models.stages import Stage
from insek_cli.profiles import visible_catalog
from insek_cli.report.chapters import FORMERLY
from insek_cli.report.chart_data import charts
from insek_cli.report.compose import Composer
from insek_cli.report.cost_overview import cost_overview
from insek_cli.report.kofi_tables import Kofi
from insek_cli.report.time_plan import time_plan
from insek_cli.report.views import ActorView, ChapterView, MeasureView, Options, PlanView, Report
from insek_cli.wording.notation import enumerated
from insek_cli.wording.sorting import german_key

NAMED = 3
"""Measures that the mark of an excerpt names one by one."""


def compose_report(catalog: Catalog, options: Options) -> Report:
    """Compose the report of a catalog for the profile, stage and fields of `options`."""
    catalog = visible_catalog(catalog, options.profile)
    composer = Composer(catalog, options)
    wanted = set(options.only or composer.heads)
    chosen = [m for m in catalog.in_order if wanted & {m.id, *m.fields}]
    views = tuple(composer.measure(measure) for measure in chosen)
    numbered = tuple(view for view in views if view.nummer)
    fields = tuple(composer.field(f, views) for f in catalog.fields if f.id in wanted)
    of_fields = tuple(view for field in fields for view in field.massnahmen)
    kofi = Kofi(
        balances((view.daten for view in of_fields), catalog.programmes),
        {view.daten.id: view for view in of_fields},
        catalog.concept,
        composer.names,
        unassigned(view.daten for view in of_fields),
    )
    return Report(
        concept=catalog.concept,
        stufe=options.stage or catalog.concept.stufe,
        profil=options.profile,
        stand=catalog.concept.stand,
        revision=options.revision,
        felder=fields,
        massnahmen=numbered,
        anhang=tuple(view for view in views if not view.nummer),
        werkstaetten=composer.workshops,
        plaene=tuple(_plans(catalog, composer, chosen)),
        akteure=tuple(_actors(catalog, composer, chosen)),
        kapitel=_chapters(catalog),
        bilder=catalog.concept.bilder,
        zeitplan=time_plan(of_fields, catalog.concept),
        kosten=cost_overview(of_fields, composer.names),
        kofi=kofi,
        catalog=catalog,
        auszug=_excerpt(options, composer, catalog.concept.stufe),
        nur=options.only,
        werkzeuge=options.werkzeuge,
        vorlagen=options.vorlagen,
        diagramme={**charts(catalog, fields, composer.workshops), **kofi.diagramme},
    )


def _excerpt(options: Options, composer: Composer, own: Stage) -> str:
    """The mark of every page of what is not the public document; empty for that one."""
    parts = []
    if options.profile != "oeffentlich":
        parts.append(f"Fassung {LABELS[options.profile]}")
    if options.stage and options.stage != own:
        parts.append(f"Probe der Stufe {LABELS[options.stage]}")
    if parts:
        parts[-1] += " – nicht zur Veröffentlichung"
    if options.only:
        parts.append(f"Auszug {_selection(options.only, composer)}")
    return " · ".join(parts)


def _selection(only: tuple[str, ...], composer: Composer) -> str:
    """What an excerpt is restricted to: Handlungsfeld 2, Maßnahme M-004 und M-009, 12 Maßnahmen."""
    fields = [str(composer.heads[each].nummer) for each in only if each in composer.heads]
    measures = [each for each in only if each not in composer.heads]
    words = [f"Handlungsfeld {enumerated(fields)}"] if fields else []
    if len(measures) > NAMED:
        words.append(f"{len(measures)} Maßnahmen")
    elif measures:
        words.append(f"Maßnahme {enumerated(measures)}")
    return enumerated(words)


def _plans(catalog: Catalog, composer: Composer, measures: Iterable[Measure]) -> Iterable[PlanView]:
    citing: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        for reference in measure.querverweise:
            citing[reference.plan].append(measure.id)
    for plan in sorted(catalog.plans.values(), key=lambda p: german_key(p.titel)):
        yield PlanView(plan, composer.links(citing[plan.id]))


def _actors(
    catalog: Catalog, composer: Composer, measures: Iterable[Measure]
) -> Iterable[ActorView]:
    leads: dict[str, list[str]] = defaultdict(list)
    takes_part: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        if measure.akteure is None:
            continue
        if measure.akteure.federfuehrung:
            leads[measure.akteure.federfuehrung].append(measure.id)
        for other in measure.akteure.beteiligte:
            takes_part[other].append(measure.id)
    for actor in sorted(catalog.actors.values(), key=lambda a: german_key(a.name)):
        yield ActorView(
            actor, composer.links(leads[actor.id]), composer.links(takes_part[actor.id])
        )


def _chapters(catalog: Catalog) -> dict[str, tuple[ChapterView, ...]]:
    placed: dict[str, list[ChapterView]] = defaultdict(list)
    for chapter in catalog.chapters:
        text = parse_markdown(chapter.text, chapter=True).document
        after = FORMERLY.get(chapter.nach or "", chapter.nach) or "prozess"
        placed[after].append(ChapterView(chapter.slug, chapter.titel, text))
    return {place: tuple(chapters) for place, chapters in placed.items()}


def open_column_counts(measures: Iterable[MeasureView]) -> list[tuple[str, int]]:
    """For each column of the Maßnahmenliste: how many measures leave it open."""
    count = Counter(heading for view in measures for heading in view.offen)
    return [(heading, count[heading]) for heading in COLUMNS]
