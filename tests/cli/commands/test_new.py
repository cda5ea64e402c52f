"""`insek new`: free ids, readable file names, titles that come back as they were typed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import SLOW
from insek_cli.findings import InsekError
from insek_cli.models.types import SLUG
from insek_cli.models.workshop import Remark, Workshop
from insek_cli.project.new_record import clean_title, new_measure
from insek_cli.project.next_id import next_field_id, next_measure_id
from insek_cli.project.slug import LONGEST, slug
from insek_cli.project.write_new import write_new_files
from insek_cli.source import load_project
from insek_cli.source.source_file import FORBIDDEN


def test_a_measure(insek: Callable, project: Path) -> None:
    done = insek("new", "measure", "Grüne Höfe: *neu*", "--field", "hf2", cwd=project)
    path = Path("data", "measures", "M-002-gruene-hoefe-neu.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n", "")
    assert insek("build", "-f", "xlsx", cwd=project).returncode == 0


def test_a_field(insek: Callable, project: Path) -> None:
    done = insek("new", "field", "Straßen & Plätze", cwd=project)
    path = Path("data", "fields", "HF3.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n", "")
    assert (project / path).is_file()


def test_a_workshop_offers_every_key_and_takes_remarks(insek: Callable, project: Path) -> None:
    done = insek("new", "workshop", "Werkstatt West", "--date", "14.5.2026", cwd=project)
    folder = Path("data", "workshops", "werkstatt-west")
    names = [str(folder / "workshop.yaml"), str(folder / "remarks.yaml")]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, names, "")
    text = (project / names[0]).read_text(encoding="utf-8")
    assert "\ndatum: 2026-05-14\n" in text
    assert {key for key in Workshop.model_fields if f"\n# {key}:" not in text} == {"titel", "datum"}
    offered = (project / names[1]).read_text(encoding="utf-8")
    assert all(f"{key}:" in offered for key in Remark.model_fields)
    assert insek("check", cwd=project).returncode == 0
    assert insek("fmt", "--check", cwd=project).returncode == 0
    assert insek("remark", "add", "werkstatt-west", "Mehr Bäume", cwd=project).returncode == 0
    written = (project / names[1]).read_text(encoding="utf-8")
    assert written.startswith(offered.removesuffix("[]\n"))
    assert "text: Mehr Bäume" in written
    assert insek("fmt", "--check", cwd=project).returncode == 0


def test_no_day_begins_no_workshop(insek: Callable, project: Path) -> None:
    done = insek("new", "workshop", "Abend", "--date", "Mai", cwd=project)
    assert (done.returncode, "„Mai“ ist kein Tag" in done.stderr) == (2, True)
    assert not (project / "data" / "workshops" / "abend").exists()


def test_a_register(insek: Callable, project: Path) -> None:
    path = Path("data", "registers", "programmes.yaml")
    (project / path).unlink(missing_ok=True)
    done = insek("new", "register", "Programmes", cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n", "")
    assert "# hoechstanteil:" in (project / path).read_text(encoding="utf-8")
    assert insek("new", "register", "programmes", cwd=project).returncode == 2
    assert insek("fmt", "--check", cwd=project).returncode == 0


def test_an_id_that_a_past_vote_names_is_not_given_out_again(project: Path) -> None:
    assert next_measure_id(project) == "M-002"
    votes = project / "data" / "workshops" / "markt" / "ballots.csv"
    votes.parent.mkdir(parents=True)
    votes.write_text("quelle;massnahme\na;M-041\n", encoding="utf-8")
    assert next_measure_id(project) == "M-042"
    (project / "data" / "measures" / "M-1000.yaml").write_text("kaputt", encoding="utf-8")
    assert next_measure_id(project) == "M-1001"


def test_fields_end_at_99(project: Path) -> None:
    (project / "data" / "fields" / "HF99.yaml").write_text("kaputt", encoding="utf-8")
    with pytest.raises(InsekError) as caught:
        next_field_id(project)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Straßenbäume für Ältere", "strassenbaeume-fuer-aeltere"),
        ("Bürger*innen- und Akteur:innenforum", "buergerinnen-und-akteurinnenforum"),
        ("„K in Lautern“", "k-in-lautern"),
        ("P+R / B+R", "p-r-b-r"),
        ("Café à la carte", "cafe-a-la-carte"),
        ("日本", ""),
    ],
)
def test_slugs(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_slugs_are_slugs(title: str) -> None:
    name = slug(title)
    assert name == "" or re.fullmatch(SLUG, name)
    assert len(name) <= LONGEST


TITLES = st.text(min_size=1, max_size=80).filter(
    lambda title: title.strip() and not FORBIDDEN.search(" ".join(title.split()))
)


@settings(max_examples=SLOW)
@given(title=TITLES)
def test_a_title_comes_back_as_it_was_typed(
    title: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("stadt")
    path, text = new_measure(root, title, "HF1")
    write_new_files(root, {path: text.encode()})
    (record,) = load_project(root).measures
    assert record.model.titel == clean_title(title)
