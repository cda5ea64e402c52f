"""Places of a list in words: what a column becomes."""

from insek_cli.i18n import _
from insek_cli.list_import.heading_words import (
    FIELD,
    FIELDS,
    LEFT_OUT,
    NUMBER,
    PROCESS,
    SECTION,
)


def place_words(target: str) -> str:
    """A place as the preview names it: keys by their name, the others by what they are."""
    words = {
        NUMBER: _("frueher (the number stays findable)"),
        FIELD: "handlungsfeld",
        FIELDS: "handlungsfeld, weitere_handlungsfelder",
        SECTION: _("weitere_abschnitte (a section under this heading)"),
        LEFT_OUT: _("left out"),
        PROCESS: "prozess, monitoring",
        "personen": _("intern (names of persons)"),
    }
    return words.get(target, target)
