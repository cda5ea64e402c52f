"""Loading whole projects: positions, links, folders, and the order of things."""

import os
import shutil
from pathlib import Path, PurePosixPath

import pytest

from insek_cli.checks import run_checks
from insek_cli.findings import Position, Severity
from insek_cli.findings.reporters.plain_report import findings_text
from insek_cli.source import Loaded, assemble, load_project
from insek_cli.source.events import pure_events
from insek_cli.source.node_tree import read_tree
from insek_cli.source.source_file import Source

ROOT = Path(__file__).resolve().parents[2]
MINIMAL = ROOT / "tests" / "cases" / "valid" / "minimal"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    return tmp_path


def codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(issue.code, str(issue.position.file)) for issue in loaded.issues]


@pytest.mark.parametrize("root", [ROOT, ROOT / "examples" / "musterstadt"], ids=["city", "example"])
def test_the_data_that_travels_with_the_tool_has_no_errors(root: Path) -> None:
    loaded = load_project(root)
    catalog = assemble(loaded)
    assert len(catalog.measures) >= 10
    assert len(catalog.fields) == 4
    assert [i for i in run_checks(loaded, catalog) if i.severity is Severity.ERROR] == []


def test_records_know_where_their_keys_stand(project: Path) -> None:
    file = PurePosixPath("data/measures/M-001-leerstandskataster.yaml")
    text = "id: M-001\ntitel: Grüne\n  Mitte\nhandlungsfeld: HF1\nziele:\n  - HF1.1\n  - HF1.2\n"
    (project / file).write_text(text, encoding="utf-8")
    (record,) = load_project(project).measures
    assert record.model.titel == "Grüne Mitte"
    assert record.locate(("id",)) == Position(file, 1, 5, 10)
    assert record.locate(("titel",)) == Position(file, 2, 8, None)
    assert record.locate(("ziele", 1)) == Position(file, 7, 5, 10)
    assert record.locate(("ziele",)) == Position(file, 5, 1, 6)
    assert record.locate(("kosten", "positionen", 0)) == Position(file, 1, 1, None)
    assert record.locate_key(("handlungsfeld",)) == Position(file, 4, 1, 14)
    assert record.source(7) == "  - HF1.2"


def test_a_list_file_counts_its_entries(project: Path) -> None:
    _, second = load_project(project).register("actors")
    assert second.prefix == (1,)
    assert second.locate(("name",)).line == 5
    assert second.issue("INSEK108", ("name",)).key == "[1].name"


def test_an_empty_folder_has_no_concept(tmp_path: Path) -> None:
    loaded = load_project(tmp_path)
    assert codes(loaded) == [("INSEK125", "data/concept.yaml")]
    assert assemble(loaded).measures == ()


def test_one_broken_file_does_not_hide_the_others(project: Path) -> None:
    (project / "data/concept.yaml").write_bytes(b"\xff\xfe")
    (project / "data/measures/M-002-kaputt.yaml").write_text("id: [", encoding="utf-8")
    loaded = load_project(project)
    assert [code for code, _ in codes(loaded)] == ["INSEK102", "INSEK101"]
    assert [record.model.id for record in loaded.measures] == ["M-001"]
    assert assemble(loaded).field.keys() == {"HF1", "HF2"}


def test_links_are_refused_wherever_they_lead(project: Path) -> None:
    outside = project.parent / "secret.yaml"
    outside.write_text("id: M-009\ntitel: Geheim\nhandlungsfeld: HF1\n", encoding="utf-8")
    data = project / "data"
    try:
        (data / "measures" / "M-009-geheim.yaml").symlink_to(outside)
        (data / "measures" / "M-010-innen.yaml").symlink_to("M-001-leerstandskataster.yaml")
        (data / "chapters").symlink_to(project.parent, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right here")
    loaded = load_project(project)
    assert {code for code, _ in codes(loaded)} == {"INSEK121"}
    assert len(loaded.issues) == 3
    assert [record.model.id for record in loaded.measures] == ["M-001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "data" / "measures" / "M-002-rohr.yaml")
    assert codes(load_project(project)) == [("INSEK122", "data/measures/M-002-rohr.yaml")]


def test_hidden_files_and_folders_are_ignored(project: Path) -> None:
    (project / "data" / "measures" / ".M-002.yaml").write_text("[", encoding="utf-8")
    (project / "data" / "workshops" / ".git").mkdir(parents=True)
    assert load_project(project).issues == []


def test_flow_lists_take_german_words_with_marks() -> None:
    text = "[Akteur:innen, Bürger:innen, https://a.de]"
    for events in ((), (pure_events,)):
        source = Source(PurePosixPath("x.yaml"), [text])
        assert read_tree(text, source, *([events] if events else [])) is not None
        assert source.issues == []


def test_nothing_in_a_report_steers_the_terminal(project: Path) -> None:
    file = project / "data/measures/M-002-\x1b[31m.yaml"
    file.write_text('id: M-002\n"\\e[31mrot\\a": \u202e\x9b\n' + "x" * 5000, encoding="utf-8")
    loaded = load_project(project)
    text = findings_text(run_checks(loaded, assemble(loaded)))
    assert all(line.isprintable() for line in text.split("\n"))
    assert max(len(line) for line in text.split("\n")) < 700


def test_measures_are_sorted_by_number_and_fields_too(project: Path) -> None:
    for number in ("1000", "010", "9999"):
        text = f"id: M-{number}\ntitel: Test\nhandlungsfeld: HF1\n"
        (project / f"data/measures/M-{number}-test.yaml").write_text(text, encoding="utf-8")
    (project / "data/fields/HF10.yaml").write_text("id: HF10\ntitel: Zehn\n", encoding="utf-8")
    catalog = assemble(load_project(project))
    assert [m.id for m in catalog.measures] == ["M-001", "M-010", "M-1000", "M-9999"]
    assert [f.id for f in catalog.fields] == ["HF1", "HF2", "HF10"]
