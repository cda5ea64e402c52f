"""The Steckbriefe that differ between two states, as a Word document with tracked changes."""

from pathlib import Path

from insek_cli.build.git import moment_of
from insek_cli.build.private_folders import private_folder
from insek_cli.catalog import Catalog
from insek_cli.documents.templates import TemplateSet
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.models.stages import Profile
from insek_cli.report.views import Options, Report
from insek_cli.report.whole_report import compose_report
from insek_cli.review.diff.two_states import Differing
from insek_cli.review.redline import redline


def tracked(root: Path, found: Differing, profile: Profile, *, untrusted: bool) -> bytes:
    """The document; changes are dated with the newer commit, or with the date of the report.

    With `untrusted` the project's own templates stay unused.
    """
    new = _composed(found.catalog, profile, found.states[1])
    old = _composed(found.old, profile, found.states[0])
    names = {difference.id for difference in found.comparison.of("measure")}
    order = [view.daten.id for side in (new, old) for view in (*side.massnahmen, *side.anhang)]
    changed = [name for name in dict.fromkeys(order) if name in names]
    commit = found.commits[1]
    moment = moment_of(root, commit) if commit else None
    templates = TemplateSet(root, untrusted=untrusted)
    with private_folder() as folder:
        return redline(old, new, changed, found.states, templates, folder, moment)


def _composed(catalog: Catalog, profile: Profile, state: str) -> Report:
    try:
        return compose_report(catalog, Options(profile))
    except (KeyError, StopIteration) as error:
        message = _("The Steckbriefe of {state} cannot be composed: {name} is missing.")
        raise InsekError(
            message.format(state=state, name=error),
            _("Compare with insek diff as text, which also reads data with errors."),
        ) from error
