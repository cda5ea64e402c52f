"""The data for commands that only look: as much of it as can be read."""

from dataclasses import replace
from pathlib import Path

from insek_cli.build.audience_guard import require_known_audience
from insek_cli.catalog import Catalog
from insek_cli.cli.console import say_status
from insek_cli.findings import Severity
from insek_cli.i18n import _, ngettext
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.record_kinds import REFERRED
from insek_cli.models.stages import Profile
from insek_cli.profiles import visible_catalog
from insek_cli.source import assemble, load_project


def read_catalog(root: Path, audience: Profile = "intern") -> Catalog:
    """The catalog as an audience may read it; what is unreadable is counted on standard error."""
    loaded = load_project(root)
    errors = sum(issue.severity is Severity.ERROR for issue in loaded.issues)
    if errors:
        text = ngettext(
            "{n} error in the data; what could not be read is not shown. See it with: insek build",
            "{n} errors in the data; what could not be read is not shown. "
            "See them with: insek build",
            errors,
        )
        say_status(text.format(n=errors))
    require_known_audience(loaded, audience)
    return _with_every_field(visible_catalog(assemble(loaded), audience))


def load_catalog(root: Path) -> Catalog:
    """The catalog of what can be read, with every key; nothing is said about the rest."""
    return assemble(load_project(root))


def audience_notice(audience: Profile) -> str:
    """For whom a command shows something, for all who pass it on."""
    if audience == "intern":
        return _("Profile intern, not for publication; for others: --profile oeffentlich")
    return _("Profile {name}").format(name=audience)


def _with_every_field(catalog: Catalog) -> Catalog:
    """A measure may name a field that is not there (yet); it is shown all the same."""
    named = {measure.handlungsfeld for measure in catalog.measures}
    unknown = sorted(named - set(catalog.field))
    if not unknown:
        return catalog
    fields = (*catalog.fields, *(FieldOfAction(id=id_, titel=_("(missing)")) for id_ in unknown))
    return replace(catalog, fields=fields)


def lead(measure: Measure, catalog: Catalog) -> str:
    """The short name of who leads; the id where the register does not know it."""
    id_ = measure.akteure.federfuehrung if measure.akteure else None
    actor = catalog.actors.get(id_ or "")
    return REFERRED["actor"].record_kind.called(actor) if actor else id_ or ""
