"""The forms that texts must have, one row each: what findings and schemas say of them."""

from dataclasses import dataclass

from insek_cli.models import types


@dataclass(frozen=True)
class TextForm:
    """What is said where a text does not have the form of a pattern.

    - `advice` is what an editor says (German); `example` has the form, and editors offer it where
      it is `offered`.
    - `variant` is that of the finding INSEK111; `id` for ids, of which the example is shown.
    """

    advice: str
    example: str = ""
    variant: str = ""
    offered: bool = False


FORMS = {
    types.FIELD_ID: TextForm("Eine Kennung wie HF2 wird erwartet.", "HF2", "id", offered=True),
    types.GOAL_ID: TextForm("Eine Kennung wie HF2.1 wird erwartet.", "HF2.1", "id", offered=True),
    types.MEASURE_ID: TextForm(
        "Eine Kennung wie M-014 wird erwartet.", "M-014", "id", offered=True
    ),
    types.SLUG: TextForm(
        "Kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche, z. B. ref-61.", "ref-61", "id"
    ),
    types.CODE: TextForm("Ein Code wie INSEK301 wird erwartet.", "INSEK301", "id"),
    types.SEEN: TextForm(
        "Der Text ist leer; was nicht bekannt ist, wird weggelassen.", variant="blank"
    ),
    types.COLOUR: TextForm(
        'Eine Farbe in Anführungszeichen wird erwartet, z. B. "#9a3324".', "#9a3324", "colour"
    ),
    types.LINK: TextForm("Ein Link beginnt mit https://, http:// oder mailto:.", variant="link"),
    types.TIME: TextForm("Eine Uhrzeit wie 17:30 wird erwartet.", "17:30", "time", offered=True),
    types.DAY: TextForm("Ein Datum wie 2026-05-14 wird erwartet.", "2026-05-14", offered=True),
    types.PERIOD: TextForm(
        "Ein Jahr, ein Monat oder ein Tag: 2026, 2026-05 oder 2026-05-14.", "2026-05", offered=True
    ),
}


def example_id(pattern: str | None) -> str:
    """An id of the form a pattern wants; empty where that is no form of ids."""
    form = FORMS.get(pattern or "")
    return form.example if form and form.variant == "id" else ""
