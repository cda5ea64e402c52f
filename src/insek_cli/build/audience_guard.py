"""Who may read what says data/concept.yaml: where it cannot be read, nobody is shown anything."""

from pathlib import PurePosixPath

from insek_cli.findings import InsekError, Severity
from insek_cli.i18n import _
from insek_cli.models.stages import Profile
from insek_cli.source.records import Loaded

CONCEPT = PurePosixPath("data", "concept.yaml")
MISSING = "INSEK125"
"""A file that is not there keeps nothing to itself."""


def require_known_audience(loaded: Loaded, audience: Profile) -> None:
    """Raise InsekError where the concept has errors and others than the office are to read it."""
    wrong = (
        issue.severity is Severity.ERROR and issue.code != MISSING
        for issue in loaded.issues
        if issue.position.file == CONCEPT
    )
    if audience != "intern" and loaded.concept is None and any(wrong):
        message = _("{file} has errors, so nobody can tell who may read what.")
        hint = _("Correct the file (insek check), or use --profile intern for yourself.")
        raise InsekError(message.format(file=CONCEPT), hint)
