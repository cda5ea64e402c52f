"""`insek fmt` and `insek schema` as people run them."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from commands import run as insek
from insek_cli import limits
from insek_cli.models.record_kinds import kind_of
from insek_cli.review.format import format_bytes
from insek_cli.review.format.project_files import find_unformatted

ROOT = Path(__file__).resolve().parents[3]
MINIMAL = ROOT / "tests" / "cases" / "valid" / "minimal"
PROJECTS = (ROOT, *sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir()))
DATA = [
    (project, PurePosixPath(path.relative_to(project).as_posix()))
    for project in PROJECTS
    for path in sorted((project / "data").rglob("*.yaml"))
]
UNTIDY = b"titel:   'Hof' # wie beschlossen\r\nid: M-002\r\nhandlungsfeld: HF1"
TIDY = b"id: M-002\r\ntitel: Hof # wie beschlossen\r\nhandlungsfeld: HF1\r\n"
MEASURE = Path("data", "measures", "M-002-hof.yaml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "stadt")
    assert insek(tmp_path / "stadt", "fmt").returncode == 0
    return tmp_path / "stadt"


def contents(project: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and ".insek" not in path.parts
    }


@pytest.mark.parametrize(("project", "file"), DATA, ids=lambda part: str(part)[-60:])
def test_the_data_of_the_repository_is_canonical(project: Path, file: PurePosixPath) -> None:
    raw = (project / file).read_bytes()
    kind = kind_of(file)
    assert kind is not None
    assert format_bytes(raw, file, kind.model).content == raw


def test_check_tells_where_and_writes_nothing(project: Path) -> None:
    (project / MEASURE).write_bytes(UNTIDY)
    before = contents(project)
    run = insek(project, "fmt", "--check")
    assert run.returncode == 1
    assert f"{MEASURE.as_posix()}:1:1: Warnung INSEK140" in run.stderr
    assert contents(project) == before


def test_fmt_writes_only_what_differs_and_keeps_line_endings(project: Path) -> None:
    (project / MEASURE).write_bytes(UNTIDY)
    before = contents(project)
    run = insek(project, "fmt")
    assert run.returncode == 0
    assert run.stdout.splitlines()[0] == MEASURE.as_posix()
    assert (project / MEASURE).read_bytes() == TIDY
    changed = {name for name, content in contents(project).items() if content != before[name]}
    assert changed == {str(project / MEASURE)}
    assert insek(project, "fmt", "--check").returncode == 0


def test_no_more_is_read_than_one_command_takes_in(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / MEASURE).write_bytes(UNTIDY)
    monkeypatch.setattr(limits, "TEXTS", 10)
    tidying = find_unformatted(project, [])
    assert not tidying.changed
    assert {issue.code for issue in tidying.refused} == {"INSEK114"}
    assert len(tidying.refused) == tidying.seen


def test_a_file_that_cannot_be_read_stays_and_the_others_are_formatted(project: Path) -> None:
    broken = project / "data" / "measures" / "M-003-offen.yaml"
    broken.write_bytes(b'id: M-003\ntitel: "offen\n')
    (project / MEASURE).write_bytes(UNTIDY)
    run = insek(project, "fmt")
    assert run.returncode == 1
    assert "M-003-offen.yaml:2:8: Fehler INSEK101" in run.stderr
    assert broken.read_bytes() == b'id: M-003\ntitel: "offen\n'
    assert (project / MEASURE).read_bytes() == TIDY


def test_only_the_named_files_are_formatted(project: Path) -> None:
    (project / MEASURE).write_bytes(UNTIDY)
    assert insek(project, "fmt", "data/fields", "data/concept.yaml").returncode == 0
    assert (project / MEASURE).read_bytes() == UNTIDY
    assert insek(project, "fmt", str(MEASURE)).returncode == 0
    assert (project / MEASURE).read_bytes() == TIDY


@pytest.mark.parametrize("path", ["data/measures/fehlt.yaml", "..", "README.md"])
def test_a_path_that_is_no_data_is_a_usage_error(project: Path, path: str) -> None:
    (project / "README.md").write_text("x", encoding="utf-8")
    before = contents(project)
    run = insek(project, "fmt", path)
    assert run.returncode == 2
    assert "Fehler" in run.stderr
    assert contents(project) == before


def test_a_link_out_of_the_project_is_not_followed(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "M-002-hof.yaml"
    outside.write_bytes(UNTIDY)
    (project / MEASURE).symlink_to(outside)
    assert insek(project, "fmt").returncode == 1
    assert outside.read_bytes() == UNTIDY


def test_new_files_are_canonical(project: Path) -> None:
    assert insek(project, "new", "measure", "Ziel: Hof #1", "--field", "HF1").returncode == 0
    assert insek(project, "fmt", "--check").returncode == 0


def test_a_new_city_is_canonical_and_has_its_schemas(tmp_path: Path) -> None:
    assert insek(tmp_path, "init", "stadt").returncode == 0
    assert insek(tmp_path / "stadt", "fmt", "--check").returncode == 0
    assert insek(tmp_path / "stadt", "schema", "--check").returncode == 0


def test_schema_writes_what_is_missing(project: Path) -> None:
    assert insek(project, "schema", "--check").returncode == 1
    assert not (project / "data" / "schema").exists()
    run = insek(project, "schema")
    assert run.returncode == 0
    assert "data/schema/measure.schema.json" in run.stdout.splitlines()
    assert insek(project, "schema", "--check").returncode == 0
    assert insek(project, "schema").stdout == "Die Schemas passen; nichts zu schreiben.\n"
