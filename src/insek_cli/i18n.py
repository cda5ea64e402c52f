"""What the program says, in English or German.

`INSEK_LANG` chooses, then the locale. Everything that is not German is English.
"""

import gettext
import locale
import os
from functools import cache
from pathlib import Path

DOMAIN = "insek"
FOLDER = Path(__file__).parent / "locale"


def language() -> str:
    """The language of messages: "de" or "en"."""
    for name in ("INSEK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "de" if value.lower().startswith("de") else "en"
    # Windows sets no such variable; there the C library names the language in English.
    name = locale.getlocale()[0] or ""
    return "de" if name.lower().startswith(("de", "german")) else "en"


@cache
def _catalogue(chosen: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=[chosen], fallback=True)


def _(text: str) -> str:
    """The message in the chosen language."""
    return _catalogue(language()).gettext(text) if text else ""


def german(text: str) -> str:
    """The message in German, for documents: they are German whatever the program speaks."""
    return _catalogue("de").gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The message for a count in the chosen language."""
    return _catalogue(language()).ngettext(one, many, count)


def decimal(value: float, digits: int = 1) -> str:
    """A number with the decimal sign of the language."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language() == "de" else text


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for it
    """Mark a message that is translated later, where it is used."""
    return text
