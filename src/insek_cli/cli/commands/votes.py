"""`insek votes`: votes in, results out."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from insek_cli.build.named_paths import require_file
from insek_cli.cli import votes_options as options
from insek_cli.cli.console import say, say_data, say_status
from insek_cli.cli.framework import command, command_group
from insek_cli.cli.project_options import ProjectOption, one_of, project_root
from insek_cli.findings import InsekError, stops_build
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.workshop.ballots.option_matching import Match
    from insek_cli.workshop.imports.import_plan import Session
    from insek_cli.workshop.imports.raw_ballots import RawQuestion
    from insek_cli.workshop.vote_store import PreparedImport

IMPORT_EXAMPLES = _(
    "  insek votes import massnahmenwerkstatt mentimeter.xlsx\n"
    '  insek votes import massnahmenwerkstatt mentimeter.xlsx --session 1="Gruppe A"\n'
    "  insek votes import massnahmenwerkstatt punkte.csv --question hf1 --channel punkte"
)
RESULT_EXAMPLES = _(
    "  insek votes result massnahmenwerkstatt\n"
    "  insek votes result massnahmenwerkstatt --question hf2 --format csv > hf2.csv"
)


def add_to(app: typer.Typer) -> None:
    """Declare the commands."""
    votes = command_group("votes", _("Import votes and count them."), examples=IMPORT_EXAMPLES)
    text = _(
        "Import votes of Mentimeter, LimeSurvey, sticky dots or ballots.csv.\n\nFirst it shows "
        "what it recognised; nothing is stored while anything is open. A file that is imported "
        "again replaces its own rows. Names are never stored."
    )
    command(votes, "import", text, examples=IMPORT_EXAMPLES)(import_votes)
    text = _(
        "Count the votes of a workshop.\n\nEach channel is counted on its own, all groups "
        "together and one by one. Places that do not hold are marked with *."
    )
    command(votes, "result", text, examples=RESULT_EXAMPLES)(result)
    app.add_typer(votes)


def import_votes(
    slug: options.Slug,
    files: options.VoteFiles,
    yes: options.Yes = False,
    mapping: options.Mapping = None,
    question: options.Question = None,
    channel: options.Channel = None,
    session: options.Sessions = None,
    group_: options.Group = None,
    round_: options.Round = None,
    source: options.Source = None,
    ranked: options.Ranked = None,
    project: ProjectOption = None,
) -> int:
    """Import files as a whole."""
    root = project_root(project)
    from insek_cli.workshop.imports.import_plan import Choices
    from insek_cli.workshop.imports.question_assignment import Ask
    from insek_cli.workshop.vote_store import VoteImport, prepare_import

    _check_usage(files, channel, source)
    chosen = tuple(_session(text) for text in session or ())
    choices = Choices(channel, question, chosen, _line(group_ or ""), _line(round_ or ""))
    request = VoteImport(root, slug, tuple(files), choices, source, mapping, ranked)
    asking = not yes and sys.stdin.isatty()
    prepared = prepare_import(request, Ask(_confirm, _choose) if asking else Ask())
    return _finish(prepared, asking=asking)


def _finish(prepared: "PreparedImport", *, asking: bool) -> int:
    from insek_cli.cli.findings_digest import digest
    from insek_cli.cli.votes_preview import import_preview
    from insek_cli.workshop.vote_store import store_import, write_mapping_stubs

    if prepared.plans:
        say(import_preview(prepared.plans, prepared.titles or {}))
    if text := digest(prepared.all_issues, full=True):
        say_status(text)
    if prepared.text is None:
        _tell_stubs(write_mapping_stubs(prepared), prepared.request.root)
        say_status(_("Nothing was imported."))
        return 1
    if not prepared.changed:
        say(_("These votes are there already; nothing changes."))
        return 0
    if prepared.gone:
        text = ngettext(
            "{n} row of an earlier import goes.", "{n} rows of an earlier import go.", prepared.gone
        )
        say(text.format(n=prepared.gone))
    if asking and not typer.confirm(_("Import?"), default=True, err=True):
        say_status(_("Nothing was imported."))
        return 1
    store_import(prepared)
    rows = sum(len(plan.ballots) for plan in prepared.plans)
    text = ngettext("{n} row stored in {file}.", "{n} rows stored in {file}.", rows)
    place = (prepared.folder / "ballots.csv").relative_to(prepared.request.root)
    say(text.format(n=rows, file=place.as_posix()))
    return 0


def _tell_stubs(paths: list[Path], root: Path) -> None:
    for path in paths:
        name = path.relative_to(root).as_posix()
        message = _("Fill in {file} and import again with: --mapping {file}")
        say_status(message.format(file=name))


def _confirm(match: "Match") -> bool:
    from insek_cli.findings.reporters.terminal_safe import safe

    text = _("Is “{label}” the measure {id}?").format(label=safe(match.label), id=match.measure)
    return typer.confirm(text, default=False, err=True)


def _choose(question: "RawQuestion", names: Sequence[str]) -> int | None:
    from insek_cli.findings.reporters.terminal_safe import safe

    say_status(
        _("{place}: these options fit several questions:").format(place=safe(question.place))
    )
    for number, name in enumerate((*names, _("none of them: stop")), 1):
        say_status(f"  {number}  {name}")
    last = len(names) + 1
    answer = typer.prompt(_("Which one?"), type=int, default=last, err=True)
    return answer - 1 if 0 < answer < last else None


def _check_usage(files: list[Path], channel: str | None, source: str | None) -> None:
    for path in files:
        require_file(path, _("Check its name."))
    if source is not None and (len(files) > 1 or not source.strip()):
        message = _("--source names the votes of one file.")
        raise InsekError(message, _("Import the files one by one."), exit_code=2)
    if len({path.name for path in files}) < len(files):
        message = _("Two files have the same name, and would replace each other.")
        raise InsekError(message, _("Rename one of them."), exit_code=2)
    if channel is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", channel):
        message = _("“{value}” is no name of a channel.").format(value=channel)
        hint = _("Small letters, digits and hyphens, as under “anwesend” in workshop.yaml.")
        raise InsekError(message, hint, exit_code=2)


def _session(text: str) -> "Session":
    """2=Gruppe B/1 → session 2, group “Gruppe B”, round 1."""
    from insek_cli.workshop.imports.import_plan import Session

    name, _equals, rest = text.partition("=")
    group_, _slash, round_ = rest.rpartition("/") if "/" in rest else (rest, "", "")
    return Session(name.strip(), _line(group_), _line(round_))


def _line(text: str) -> str:
    return " ".join(text.split())


def result(
    slug: options.Slug,
    form: options.ResultForm = "table",
    question: options.Question = None,
    group_: options.Group = None,
    project: ProjectOption = None,
) -> int:
    """Show the results."""
    root = project_root(project)
    chosen = one_of(form, options.FORMATS, "--format")
    from insek_cli.cli.findings_digest import digest
    from insek_cli.cli.votes_selection import selected_results
    from insek_cli.workshop.vote_store import workshop_results

    counted, catalog, issues = workshop_results(root, slug)
    if issues:
        say_status(digest(issues, full=True))
    if stops_build(issues, strict=False):
        return 1
    counted = selected_results(counted, question, group_)
    if chosen == "table":
        from insek_cli.cli.votes_table import show_results

        show_results(counted, catalog)
    elif chosen == "xlsx":
        from insek_cli.workshop.vote_store import write_results

        say(write_results(root, counted, catalog).relative_to(root).as_posix())
    else:
        from insek_cli.workshop.results.vote_records import votes_csv, votes_json

        say_data({"json": votes_json, "csv": votes_csv}[chosen](counted, catalog))
    if counted.leer and chosen != "table":
        say_status(_("There are no votes for this workshop."))
    return 0
