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
