"""Whether documents say what is not known yet: decided once, for all formats."""

from insek_cli.report.views import Report
from insek_cli.wording.notation import OPEN


def names_open(report: Report) -> bool:
    """Whether “noch offen” stands where nothing is known; what is resolved leaves it out."""
    return report.stufe != "beschluss"


def lists_open(report: Report) -> bool:
    """Whether lists name what is missing: those who work on a resolution still need them."""
    return names_open(report) or report.profil != "oeffentlich"


def open_mark(report: Report) -> str:
    """What stands where nothing is known; empty where that is left out."""
    return OPEN if names_open(report) else ""
