"""Which project a command works on, and the values its options take."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from insek_cli.build.private_folders import remove_stale_folders
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _

T = TypeVar("T", bound=str)

MARK = Path("data", "concept.yaml")
"""The file that makes a folder a project."""
JOURNAL = Path("build", ".insek", "journal.json")
"""Is there while files of a project are written (insek_cli.storage)."""

ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-C",
        metavar=_("FOLDER"),
        help=_("The project's folder; without it, the one around the current folder."),
        show_default=False,
    ),
]


AudienceOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="oeffentlich|rat|werkstatt|intern",
        help=_("Who will read it; without it intern, which shows everything."),
        show_default=False,
    ),
]


def project_root(named: Path | None) -> Path:
    """The folder with data/concept.yaml, in order again if a run was killed there."""
    root = _find_root(named)
    remove_stale_folders()
    _recover(root)
    return root


def project_or_none(named: Path | None) -> Path | None:
    """The project, or None where a new one can begin: no data stands in the folder."""
    try:
        return project_root(named)
    except InsekError:
        if ((named or Path()) / MARK.parent).exists():
            raise
        return None


def _recover(root: Path) -> None:
    journal = root / JOURNAL
    if not any(os.path.lexists(path) for path in (journal, journal.with_suffix(".new"))):
        return
    from insek_cli.build.publish import recover_project
    from insek_cli.storage import Recovered

    sentence = {
        Recovered.COMPLETED: _("An earlier run was interrupted; its files are now all in place."),
        Recovered.UNDONE: _("An earlier run was interrupted; the files from before stand again."),
        Recovered.NOTHING: "",
    }[recover_project(root)]
    if sentence:
        typer.echo(sentence, err=True)


def _find_root(named: Path | None) -> Path:
    """The named folder, or the nearest project around this one."""
    if named is not None:
        if not (named / MARK).exists():
            message = _("{folder} is not a project: it has no data/concept.yaml.")
            raise _no_project(message.format(folder=named), named)
        return named.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / MARK).exists():
            return folder
    message = _("There is no project in {folder} or above: data/concept.yaml is missing.")
    raise _no_project(message.format(folder=here), here)


def _no_project(message: str, folder: Path) -> InsekError:
    if other := _nearly_named(folder):
        hint = _("{other} is there: rename it to data/concept.yaml.").format(other=other)
        return InsekError(message, hint, exit_code=2)
    hint = _("Go to the folder of the concept, name it with --project, or begin with: insek init")
    return InsekError(message, hint, exit_code=2)


def split_values(values: Iterable[str]) -> list[str]:
    """The parts of values like `md,docx`, which may also be given one by one."""
    parts = (part.strip() for value in values for part in value.split(","))
    return list(dict.fromkeys(part for part in parts if part))


def one_of(value: str, known: Sequence[T], option: str) -> T:
    """The value, if it is a known one; upper and lower case do not count."""
    folded = {name.lower(): name for name in known}
    if found := folded.get(value.lower()):
        return found
    message = _("{option} does not take “{value}”.").format(option=option, value=value)
    choices = _("Possible: {values}").format(values=", ".join(known))
    hint = " ".join(filter(None, (did_you_mean(value, known), choices)))
    raise InsekError(message, hint, exit_code=2)


def given_day(text: str | None, option: str) -> date | None:
    """The day an option names, as 2026-03-01 or 01.03.2026."""
    if text is None:
        return None
    from insek_cli.source.german_values import german_date

    try:
        return date.fromisoformat(german_date(text) or text)
    except ValueError as error:
        message = _("{option}: “{text}” is no day.").format(option=option, text=text)
        raise InsekError(message, _("Write it as 2026-03-01."), exit_code=2) from error


def _nearly_named(folder: Path) -> str:
    """What stands in place of data/concept.yaml, with another ending or in German."""
    from insek_cli.source.data_places import CONCEPT, DATA, home_of

    try:
        names = sorted(path.name for path in (folder / DATA).iterdir() if path.is_file())
    except OSError:
        return ""
    return next((str(DATA / name) for name in names if home_of(DATA / name) == CONCEPT), "")
