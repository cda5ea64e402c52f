"""`insek import`: the list of a planning office into a project."""
# ruff: noqa: N999 -- the module is called as the command is

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from insek_cli.cli import import_options as options
from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, one_of, project_or_none
from insek_cli.cli.today import today
from insek_cli.findings import InsekError
from insek_cli.i18n import _, ngettext

if TYPE_CHECKING:
    from insek_cli.list_import.import_plan import ImportPlan
    from insek_cli.list_import.project_files import Files

EXAMPLES = _(
    "  insek import massnahmen.xlsx                    show what would become of it, then ask\n"
    "  insek import massnahmen.xlsx --write            write without asking\n"
    "  insek import liste.csv --mapping imports/liste.yaml"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Import a list of measures: XLSX, XLS, ODS, CSV, or tables of a Word file.\n\nFirst it "
        "shows what each column becomes and what stays text. In an empty folder it begins a "
        "project. A list that is imported again changes only what was corrected in it."
    )
    command(app, "import", text, examples=EXAMPLES)(import_list)


def import_list(
    file: options.List,
    mapping: options.Mapping = None,
    sheet: options.Sheet = None,
    field: options.Field = "",
    write: options.Write = False,
    take: options.Take = None,
    project: ProjectOption = None,
) -> int:
    """Show what would be imported, and write it when that is wanted."""
    if not file.is_file():
        message = _("There is no file {path}.").format(path=file)
        raise InsekError(message, _("Check its name."), exit_code=2)
    from insek_cli.list_import.import_plan import ListImport
    from insek_cli.list_import.plan_import import plan_import
    from insek_cli.list_import.project_files import data_files
    from insek_cli.project.new_project import bare_project

    found = project_or_none(project)
    around = {} if found else bare_project(today().isoformat())
    known = {path: raw for path, raw in around.items() if path.suffix == ".yaml"}
    request = ListImport(
        root=found or (project or Path()).resolve(),
        list=file,
        files=data_files(found) if found else known,
        mapping=mapping,
        sheet=sheet,
        default_field=field,
        prefer=one_of(take, options.SIDES, "--take") if take else None,
    )
    plan = plan_import(request)
    if plan.asked and not write and sys.stdin.isatty():
        plan = plan_import(replace(request, confirmed=_confirmed(plan)))
    return _finish(plan, around, write=write)


def _confirmed(plan: "ImportPlan") -> dict[str, str]:
    """What somebody says of headings that only resemble known ones; the others are sections."""
    from insek_cli.cli.list_words import place_words
    from insek_cli.findings.reporters.terminal_safe import safe
    from insek_cli.list_import.heading_words import SECTION

    found: dict[str, str] = {}
    for table in plan.tables:
        for heading in (column.heading for column in table.columns):
            if heading.how == "offen" and heading.near:
                text = _("Is the column “{heading}” this: {place}?")
                asked = text.format(heading=safe(heading.text, 60), place=place_words(heading.near))
                yes = typer.confirm(asked, default=False, err=True)
                found[" ".join(heading.text.split())] = heading.near if yes else SECTION
    return found


def _finish(plan: "ImportPlan", around: "Files", *, write: bool) -> int:
    from insek_cli.cli.findings_digest import digest
    from insek_cli.cli.import_preview import import_preview
    from insek_cli.list_import.project_files import errors_in, files_of

    if plan.tables:
        say(import_preview(plan))
    files = {} if plan.refused else files_of(plan)
    if not plan.refused:
        plan.issues += errors_in(plan, files)
    if text := digest(plan.issues, full=True):
        say_status(text)
    if plan.refused:
        _write_mapping(plan)
        say_status(_("Nothing was imported."))
        return 1
    if not files:
        say(_("The list is in the files already; nothing changes."))
        return 0
    if not write and not sys.stdin.isatty():
        say_status(_("This was a preview; write it with: --write"))
        return 0
    if not write and not typer.confirm(_("Import?"), default=True, err=True):
        say_status(_("Nothing was imported."))
        return 1
    return _write(plan, files, around)


def _write(plan: "ImportPlan", files: "Files", around: "Files") -> int:
    from insek_cli.list_import.project_files import refuse_changed_since, write_import

    root = plan.request.root
    begun = {path: raw for path, raw in around.items() if not (root / path).exists()}
    refuse_changed_since(plan)
    write_import(plan, begun | files)
    count = len(begun | files)
    text = ngettext("{n} file written to {folder}.", "{n} files written to {folder}.", count)
    say(text.format(n=count, folder=root))
    if begun:
        say(_("Fill in the title and the city in {file}.").format(file="data/concept.yaml"))
    return 0


def _write_mapping(plan: "ImportPlan") -> None:
    """The mapping to be looked at, where headings are not certain."""
    if not plan.asked:
        return
    from insek_cli.list_import.mapping_file import place_of
    from insek_cli.list_import.project_files import mapping_of
    from insek_cli.storage import write_files

    root, place = plan.request.root, place_of(plan.name)
    write_files(root / "build", {root / place: mapping_of(plan)})
    say_status(_("Look at {file} and import again with: --mapping {file}").format(file=place))
