"""`insek schema`: the JSON schemas that editors read."""

from typing import Annotated

import typer

from insek_cli.cli.console import say, say_status
from insek_cli.cli.framework import command
from insek_cli.cli.project_options import ProjectOption, project_root
from insek_cli.i18n import _

EXAMPLES = _(
    "  insek schema            write data/schema/\n"
    "  insek schema --check    exit code 1 when the schemas do not fit this version of insek"
)


def add_to(app: typer.Typer) -> None:
    """Declare the command."""
    text = _(
        "Write the JSON schemas of the data files.\n\nEditors use them to complete and check while "
        "you type; the first line of each data file names its schema."
    )
    command(app, "schema", text, examples=EXAMPLES)(schema)


def schema(
    check: Annotated[
        bool, typer.Option("--check", help=_("Only compare; write nothing (exit code 1)."))
    ] = False,
    project: ProjectOption = None,
) -> int:
    """Write or compare the schemas."""
    root = project_root(project)
    from insek_cli.findings.reporters.plain_report import findings_text
    from insek_cli.review.format.project_files import write_all
    from insek_cli.review.schema import FOLDER, drift, schemas

    issues = drift(root)
    if check:
        if issues:
            say_status(findings_text(issues))
        return int(bool(issues))
    texts = schemas()
    write_all(
        root,
        FOLDER,
        {issue.position.file.name: texts[issue.position.file.name] for issue in issues},
    )
    for issue in issues:
        say(str(issue.position.file))
    if not issues:
        say(_("The schemas fit; nothing to write."))
    return 0
