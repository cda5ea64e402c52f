"""What stands in a word beside the title of a Steckbrief."""

from collections.abc import Iterable

from insek_cli.models.measure import Measure
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.notation import enumerated, plural
from insek_cli.wording.phrases import horizons


def chips(measure: Measure, headline: Iterable[str], also: Iterable[FieldHead]) -> tuple[str, ...]:
    """Kind, status and priority, then the horizon and the further fields by number."""
    period = measure.zeitraum
    horizon = horizons(period.horizont) if period else ""
    others = [str(head.nummer) for head in also]
    word = plural(len(others), "Feld", "Felder")
    fields = f"auch {word} {enumerated(others)}" if others else ""
    return tuple(filter(None, (*headline, horizon, fields)))
