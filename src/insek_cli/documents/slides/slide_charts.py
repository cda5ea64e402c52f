"""Native bar charts of rankings, with their numbers in the file."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from insek_cli.documents.office_properties import LANGUAGE
from insek_cli.documents.slides.deck import BODY, NOTE, Deck
from insek_cli.documents.slides.slide_paragraphs import slide_colour as rgb_colour
from insek_cli.documents.text_fit import Para, largest_size, one_line
from insek_cli.report.colour import tint
from insek_cli.workshop.results.ranking_views import PlaceView, RankingView

LAYOUT = "Diagramm"
SIZE = 14
BAR = 34.0
"""Points that a bar with a name of two lines takes."""


def add_chart(deck: Deck, title: str, rubric: str, result: RankingView) -> None:
    """Write a ranking on one or more slides; all of them have the same scale."""
    colour = result.feld.farbe if result.feld else deck.ground
    top = max((place.wert for place in result.plaetze), default=1) or 1
    headline = deck.headline(LAYOUT, title)
    note = one_line(
        result.erlaeuterung if headline == one_line(title) else f"{title} {result.erlaeuterung}"
    )
    parts = _split(result.plaetze, int(deck.box(LAYOUT, BODY)[1] // BAR))
    for place, bars in enumerate(parts, 1):
        count = f" ({place}/{len(parts)})" if len(parts) > 1 else ""
        slide = deck.slide(LAYOUT, headline + count, rubric, colour)
        frame = deck.placeholder(slide, BODY).insert_chart(
            XL_CHART_TYPE.BAR_CLUSTERED, _data(result, bars)
        )
        about = frame._element.nvGraphicFramePr.cNvPr
        about.set("name", f"Diagramm {result.kanal}")
        about.set("descr", _words(result, bars))
        _draw(frame.chart, bars, colour, top)
        width, height = deck.box(LAYOUT, NOTE)
        size = largest_size(note, width, height, (16, SIZE), bold=False)
        deck.write(slide, NOTE, [(Para(note),)], size)


def _split(places: Sequence[PlaceView], most: int) -> list[Sequence[PlaceView]]:
    """About equally many bars on each slide."""
    slides = max(1, -(-len(places) // max(most, 1)))
    each = -(-len(places) // slides)
    return [places[start : start + each] for start in range(0, len(places), max(each, 1))] or [()]


def _data(result: RankingView, bars: Sequence[PlaceView]) -> Any:
    new: Any = CategoryChartData
    data = new(number_format="#,##0")
    data.categories = [f"{place.marke}   {one_line(place.massnahme.text)}" for place in bars]
    data.add_series(result.einheit, [place.wert for place in bars])
    return data


def _words(result: RankingView, bars: Sequence[PlaceView]) -> str:
    """The whole chart in words: it is the text equivalent on the slide."""
    all_ = "; ".join(f"Platz {p.marke} {one_line(p.massnahme.text)}: {p.zahl}" for p in bars)
    return f"Balkendiagramm nach Rang, {result.kanal}. {all_}."


def _draw(chart: Any, bars: Sequence[PlaceView], colour: str, top: float) -> None:
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(SIZE)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.format.line.fill.background()
    names.major_tick_mark = names.minor_tick_mark = XL_TICK_MARK.NONE
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, top * 1.1
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.vary_by_categories = False
    plot.has_data_labels = True
    plot.data_labels.font.size = Pt(SIZE)
    plot.data_labels.font.bold = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _colour(plot.series[0], bars, colour)
    _settle(chart)


def _colour(series: Any, bars: Sequence[PlaceView], colour: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb_colour(colour)
    for place, bar in enumerate(bars):
        if bar.haelt is False:
            look = series.points[place].format
            look.fill.patterned()
            look.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            look.fill.fore_color.rgb = rgb_colour(colour)
            look.fill.back_color.rgb = rgb_colour(tint(colour, 0.25))
            look.line.color.rgb = rgb_colour(colour)


def _settle(chart: Any) -> None:
    """Language, and axis ids in the range of the standard (the library writes negative ones)."""
    space = chart._chartSpace
    lang = space.makeelement(qn("c:lang"), {"val": LANGUAGE})
    before = space.find(qn("c:date1904"))
    space.insert(0 if before is None else space.index(before) + 1, lang)
    for element in space.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", element.get("val").lstrip("-"))
