"""The slides of the Umsetzungsbericht: what a committee is told in a quarter of an hour."""

from collections.abc import Iterator

from insek_cli.documents.slides import slide_pictures, slide_tables
from insek_cli.documents.slides.deck import RUBRIC, SUBTITLE, Deck
from insek_cli.documents.slides.slide_tables import SlideTable
from insek_cli.documents.slides.text_slides import add_text
from insek_cli.documents.text_fit import Block, Para
from insek_cli.report.implementation_views import (
    ChangeView,
    FieldProgress,
    Implementation,
    Progress,
)
from insek_cli.report.numbered import Numbered
from insek_cli.report.views import Report
from insek_cli.wording.lights import NOTHING, light_text, status_word
from insek_cli.wording.notation import day, number


def add_implementation(deck: Deck, report: Report, found: Implementation) -> None:
    """Write all slides; a part of which nothing is known is left out."""
    rubric = f"Stichtag {day(found.stichtag)}"
    _cover(deck, report, found, rubric)
    _figures(deck, found, rubric)
    _changes(deck, found)
    for field in found.felder:
        _field(deck, field)
        _indicators(deck, field)
    _money(deck, found, rubric)
    _silent(deck, found, rubric)


def _cover(deck: Deck, report: Report, found: Implementation, rubric: str) -> None:
    slide = deck.slide("Titelfolie", deck.headline("Titelfolie", found.titel))
    deck.set_lines(slide, SUBTITLE, [found.konzept])
    lines = [rubric, f"Stand {day(report.stand)}", report.auszug]
    deck.set_lines(slide, RUBRIC, [line for line in lines if line])
    logos = [image for image in report.concept.bilder if image.rolle == "logo"]
    slide_pictures.add_logos(deck, slide, logos)


def _figures(deck: Deck, found: Implementation, rubric: str) -> None:
    """Lights and statuses by field, the sentence about them for who speaks."""
    fields = [field.kopf.id for field in found.felder]
    shares = (4.0, *[1.0] * len(fields), 1.4)
    figures = frozenset(range(1, len(fields) + 2))
    lights = [
        (light_text(light), *(str(f.mit_licht(light)) for f in found.felder), str(count))
        for light, count in found.lichter
    ]
    states = [
        (status_word(status), *(str(f.mit_status(status)) for f in found.felder), str(count))
        for status, count in found.stati
    ]
    add_text(deck, "Auf einen Blick", rubric, [(Para(found.fazit, bold=True),), *_legend(found)])
    for title, head, rows in (
        ("Ampel nach Handlungsfeld", "Ampel", lights),
        ("Status nach Handlungsfeld", "Status", states),
    ):
        headings = (head, *fields, "gesamt")
        slide_tables.add_table(
            deck, SlideTable(title, rubric, headings, rows, shares, figures=figures)
        )


def _legend(found: Implementation) -> list[Block]:
    return [(Para(f"{light_text(light)}: {number(count)}", 1),) for light, count in found.lichter]


def _named(measure: Numbered) -> tuple[str, str]:
    return measure.nummer or measure.daten.id, measure.kurz


def _changes(deck: Deck, found: Implementation) -> None:
    if not found.davor:
        return
    rubric = f"Seit dem Bericht zum {day(found.davor)}"
    rows = [(*_named(e.stand.massnahme), _light(e), _status(e)) for e in found.aenderungen]
    if rows:
        headings = ("Nr.", "Maßnahme", "Ampel", "Status")
        table = SlideTable("Was sich geändert hat", rubric, headings, rows, (1.1, 4.5, 3.6, 3.4))
        slide_tables.add_table(deck, table)
    elif not found.verstummt:
        words: list[Block] = [(Para("Weder eine Ampel noch ein Status hat sich geändert."),)]
        add_text(deck, "Was sich geändert hat", rubric, words)
    if found.verstummt:
        names = [" ".join(_named(each.stand.massnahme)) for each in found.verstummt]
        blocks: list[Block] = [(Para(name, 1),) for name in names]
        add_text(deck, "Diesmal nicht gemeldet", rubric, blocks)


def _light(change: ChangeView) -> str:
    before, after = map(light_text, change.licht)
    if change.neu:
        return f"{after} (erstmals)"
    return f"{before} → {after}" if change.licht_anders else after


def _status(change: ChangeView) -> str:
    return change.stand.statuswort if change.neu else change.statuswechsel


def _field(deck: Deck, field: FieldProgress) -> None:
    told = [each for each in field.staende if each.vom]
    rows = [(*_named(each.massnahme), light_text(each.licht), _news(each)) for each in told]
    if rows:
        title, headings = field.kopf.titel, ("Nr.", "Maßnahme", "Ampel", "Stand und Grund")
        table = SlideTable(
            title, f"Handlungsfeld {field.kopf.nummer}", headings, rows, (1.1, 3, 2, 6.5),
            colour=field.kopf.farbe,
        )  # fmt: skip
        slide_tables.add_table(deck, table)


def _news(state: Progress) -> str:
    news = state.meldung
    said = filter(None, (news.stand, news.begruendung)) if news else ()
    return " ".join(said) or NOTHING


def _indicators(deck: Deck, field: FieldProgress) -> None:
    """The indicators that were measured."""
    rows = list(_measured(field))
    if rows:
        table = SlideTable(
            f"Indikatoren: {field.kopf.titel}",
            f"Handlungsfeld {field.kopf.nummer}",
            ("Nr.", "Indikator", "Ausgang", "Zuletzt", "Ziel"),
            rows,
            (1.1, 6, 1.8, 2.2, 2.2),
            colour=field.kopf.farbe,
            figures=frozenset({2, 3, 4}),
        )
        slide_tables.add_table(deck, table)


def _measured(field: FieldProgress) -> Iterator[tuple[str, ...]]:
    for state in field.staende:
        for each in state.indikatoren:
            if each.werte:
                name = f"{each.name} ({each.einheit})" if each.einheit else each.name
                lead = _named(state.massnahme)[0]
                yield lead, name, each.ausgangswert, each.zuletzt, each.zielwert


def _money(deck: Deck, found: Implementation, rubric: str) -> None:
    total = found.summe
    if total is None:
        return
    rows = [(str(each.jahr), each.plan, each.ausgabe) for each in found.jahre]
    rows.append(("Zusammen", total.plan, total.ausgabe))
    table = SlideTable(
        "Ausgegeben und geplant", rubric, ("Jahr", "geplant", "ausgegeben"), rows, (2, 3, 3),
        last=True, figures=frozenset({1, 2}),
    )  # fmt: skip
    slide_tables.add_table(deck, table)


def _silent(deck: Deck, found: Implementation, rubric: str) -> None:
    rows = [
        (*_named(each.massnahme), each.status, day(each.zuletzt) if each.zuletzt else "noch keine")
        for each in found.still
    ]
    if rows:
        title = f"Seit {found.monate} ohne Meldung"
        headings = ("Nr.", "Maßnahme", "Status", "Letzte Meldung")
        table = SlideTable(title, rubric, headings, rows, (1.1, 6, 3, 3))
        slide_tables.add_table(deck, table)
