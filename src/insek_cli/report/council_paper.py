"""The report narrowed to the overview of costs and financing, as a paper for the council."""

from dataclasses import replace

from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.report.chapters import CHAPTERS
from insek_cli.report.views import Report


def council_paper(report: Report) -> Report:
    """The report under the title of the overview; raises InsekError where there is none."""
    if report.kofi.leer:
        raise InsekError(
            _("There is nothing to balance: no one-off cost has an amount and a source."),
            _("Give the positions of `kosten` amounts, and `finanzierung` amounts or shares."),
            exit_code=1,
        )
    title = f"{report.concept.titel}: {CHAPTERS['kofi']}"
    concept = report.concept.model_copy(update={"titel": title, "untertitel": None})
    return replace(report, concept=concept, nur_kofi=True)
