"""`insek calendar`: the milestones of all measures for the office's calendar."""

import typer

from insek_cli.cli.commands.build import OutOption
from insek_cli.cli.console import say
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import AudienceOption, ProjectOption, one_of, project_root
from insek_cli.i18n import _, ngettext

FILE = "meilensteine.ics"
EXAMPLES = _("  insek calendar                     meilensteine.ics, into build/")


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Write the milestones as a calendar file.\n\nSteps of measures that take a month at most, "
        "for Outlook and other calendars. What has no date is left out."
    )
    command(app, "calendar", text, examples=EXAMPLES)(calendar)


def calendar(
    profile: AudienceOption = None, out: OutOption = None, project: ProjectOption = None
) -> int:
    """Write the calendar file."""
    root = project_root(project)
    from insek_cli.build.publish import publish
    from insek_cli.cli.read_data import read_catalog
    from insek_cli.documents import ics
    from insek_cli.models.stages import PROFILES

    audience = one_of(profile or "intern", PROFILES, "--profile")
    content = ics.render(read_catalog(root, audience))
    path = (out.resolve() if out else root / "build") / FILE
    publish({path: content})
    count = ics.count_events(content)
    text = ngettext("{file}: {n} milestone", "{file}: {n} milestones", count)
    say(text.format(file=path.relative_to(root) if path.is_relative_to(root) else path, n=count))
    return 0
