"""What is still open, office by office: whom to ask."""

from collections.abc import Iterable
from itertools import groupby

from insek_cli.catalog import Catalog
from insek_cli.cli.read_data import lead
from insek_cli.findings.reporters.terminal_safe import safe
from insek_cli.i18n import _, ngettext
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import open_keys


def by_lead(measures: Iterable[Measure], catalog: Catalog) -> list[Measure]:
    """Measures by the name of who leads; those that nobody leads come last."""

    def name(measure: Measure) -> tuple[bool, str]:
        leading = lead(measure, catalog)
        return not leading, leading.casefold()

    return sorted(measures, key=name)


def open_by_actor(measures: Iterable[Measure], catalog: Catalog) -> list[str]:
    """For each lead its measures with what is open in them; what lacks nothing is left out."""
    lines: list[str] = []
    asked = [measure for measure in measures if open_keys(measure)]
    for name, group in groupby(asked, key=lambda measure: lead(measure, catalog)):
        own = list(group)
        count = ngettext("{n} measure", "{n} measures", len(own)).format(n=len(own))
        heading = safe(name) if name else _("nobody leads yet")
        lines += [*([""] if lines else []), f"{heading}: {count}"]
        for measure in own:
            titles = ", ".join(path.open_label for path in open_keys(measure))
            lines += [f"  {measure.id}  {safe(measure.titel)}", f"         {titles}"]
    return lines
