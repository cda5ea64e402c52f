"""Whatever a project says: a workbook that nobody edited says nothing new.

Projects are made from the models alone, so that a key added to them is tried as well.
"""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from openpyxl import load_workbook

from documents.project_files import write_project
from effort import THOROUGH
from insek_cli.documents import sheet
from insek_cli.exchange.department_extract import Wanted, actors_asked, department_workbook
from insek_cli.exchange.merge_plan import open_project
from insek_cli.exchange.workbook_return import read_workbook_return
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from trust.whole_projects import Project, projects


@given(projects(whole=True))
@settings(max_examples=200 if THOROUGH else 5, suppress_health_check=list(HealthCheck))
def test_nothing_comes_back(project: Project) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root, project.files)
        opened = open_project(root)
        report = compose_report(opened.catalog, Options(profile="intern"))
        books = [sheet.render(report)]
        books += [department_workbook(report, actor, Wanted())
                  for actor in actors_asked(report, Wanted())[:1]]  # fmt: skip
        assume(len(books) > 1)
        for number, content in enumerate(books):
            path = root / f"{number}.xlsx"
            path.write_bytes(content)
            load_workbook(path).save(root / f"{number}-neu.xlsx")
            for file in (path, root / f"{number}-neu.xlsx"):
                back = read_workbook_return(file, opened)
                assert back.edits == ()
                assert back.added == ()
                assert back.issues == ()
                assert back.unseen == ()
