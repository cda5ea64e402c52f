"""What came back merged with the files: what is written, what is told, in any order of files."""

import shutil
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from insek_cli.exchange.decisions import Decisions, read_decisions
from insek_cli.exchange.merge_plan import MergePlan, open_project, plan_merge, write_plan
from insek_cli.exchange.returned import Edit, NewRow, Place, RemarkBack, Returned
from insek_cli.findings import InsekError, Position
from insek_cli.models.plain_data import plain_data, value_at

EXAMPLE = Path("examples/musterstadt")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    return tmp_path


def place(file: str) -> Place:
    return Place(Position(PurePosixPath(file), 7, 3), "Maßnahmen!C7")


def back(file: str, *edits: tuple[str, str, Any, Any], **more: Any) -> Returned:
    found = tuple(Edit(id_, key, base, theirs, place(file)) for id_, key, base, theirs in edits)
    return Returned(PurePosixPath(file), found, **more)


def planned(root: Path, *files: Returned, take: str = "", into: str | None = None) -> MergePlan:
    return plan_merge(open_project(root), files, read_decisions(take.split()), into)


def test_only_the_edited_key_is_written(city: Path) -> None:
    before = {path: path.read_bytes() for path in city.rglob("*.yaml")}
    plan = planned(city, back("ref.xlsx", ("M-001", "kosten.preisstand", 2025, 2026)))
    assert [change.key for change in plan.changes] == ["kosten.preisstand"]
    write_plan(open_project(city), plan)
    changed = {path: raw for path, raw in before.items() if path.read_bytes() != raw}
    assert [path.name for path in changed] == ["M-001-wohnraumagentur.yaml"]
    ((path, raw),) = changed.items()
    assert path.read_bytes() == raw.replace(b"preisstand: 2025", b"preisstand: 2026")
    assert not planned(city, back("ref.xlsx", ("M-001", "kosten.preisstand", 2025, 2026))).contents


EDITS = st.tuples(
    st.sampled_from(["M-001", "M-002"]),
    st.sampled_from(["kosten.preisstand", "nachhaltigkeit", "standort.beschreibung"]),
    st.integers(0, 3),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(EDITS, max_size=3), min_size=2, max_size=3))
def test_the_order_of_the_files_is_all_one(wanted: list[list[tuple[str, str, int]]]) -> None:
    project = open_project(EXAMPLE)
    files = []
    for number, edits in enumerate(wanted):
        made = {(id_, key): _edited(project, id_, key, how) for id_, key, how in edits}
        files.append(back(f"{number}.xlsx", *((*where, *sides) for where, sides in made.items())))
    plans = [plan_merge(project, some, Decisions()) for some in permutations(files)]
    assert all(plan == plans[0] for plan in plans)


def _edited(project: Any, id_: str, key: str, how: int) -> tuple[Any, Any]:
    base = value_at(plain_data(project.measures[id_].model), key)
    if key == "nachhaltigkeit":
        return base, [*(base or []), f"Idee {how}"]
    return base, 2030 + how if key == "kosten.preisstand" else f"Ort {how}."


def test_contradictions_wait_for_a_decision(city: Path) -> None:
    files = (
        back("a.xlsx", ("M-001", "kosten.preisstand", 2025, 2026)),
        back("b.xlsx", ("M-001", "kosten.preisstand", 2025, 2027)),
        back("c.xlsx", ("M-001", "prioritaet", "hoch", "mittel")),
    )
    plan = planned(city, *files)
    (conflict,) = plan.conflicts
    assert conflict.sides == {"a.xlsx": 2026, "b.xlsx": 2027}
    assert [change.key for change in plan.changes] == ["prioritaet"]
    assert planned(city, *files, take="theirs").conflicts
    assert not planned(city, *files, take="ours").conflicts
    decided = planned(city, *files, take="M-001:kosten.preisstand=b.xlsx")
    assert {change.key: change.new for change in decided.changes} == {
        "kosten.preisstand": 2027, "prioritaet": "mittel",
    }  # fmt: skip


def test_both_sides_of_a_list_stand_in_the_file(city: Path) -> None:
    base = ["wohnungsbau", "fb-planung", "stadtwerke"]
    plan = planned(
        city,
        back("a.xlsx", ("M-001", "akteure.beteiligte", base, [*base, "fb-umwelt"])),
        back("b.xlsx", ("M-001", "akteure.beteiligte", base, base[:2])),
    )
    assert [change.new for change in plan.changes] == [["wohnungsbau", "fb-planung", "fb-umwelt"]]


def test_a_new_row_gets_the_next_id_and_comes_once(city: Path) -> None:
    row = NewRow({"titel": "Neue Bäume", "handlungsfeld": "HF1"}, place("a.xlsx"))
    plan = planned(city, back("a.xlsx", added=(row,)), back("b.xlsx", added=(row,)))
    assert [str(each.path) for each in plan.added] == ["data/measures/M-015-neue-baeume.yaml"]
    write_plan(open_project(city), plan)
    again = planned(city, back("a.xlsx", added=(row,)))
    assert not again.contents
    assert "M-015" in again.notes[0]
    bare = NewRow({"titel": "Ohne Feld"}, place("a.xlsx"))
    assert [i.code for i in planned(city, back("a.xlsx", added=(bare,))).issues] == ["INSEK568"]


def test_remarks_go_to_their_round_once(city: Path) -> None:
    said = RemarkBack("M-001", "Ist die Stelle bewilligt?", "Ref. 61", place("a.xlsx"))
    file = back("a.xlsx", remarks=(said,))
    assert not planned(city, file).contents
    plan = planned(city, file, into="aemterrunde")
    assert {str(path) for path in plan.contents} == {
        "data/workshops/aemterrunde/workshop.yaml", "data/workshops/aemterrunde/remarks.yaml",
    }  # fmt: skip
    write_plan(open_project(city), plan)
    assert not planned(city, file, into="aemterrunde").contents
    record = open_project(city).catalog.workshop["aemterrunde"]
    assert [(r.text, r.thema, r.massnahmen) for r in record.remarks] == [
        ("Ist die Stelle bewilligt?", "Ref. 61", ("M-001",))
    ]


def test_what_the_model_refuses_names_the_cell(city: Path) -> None:
    plan = planned(city, back("a.xlsx", ("M-001", "kurztitel", "Wohnraumagentur", "x" * 61)))
    (issue,) = plan.issues
    assert plan.failed
    assert (issue.code, issue.key, issue.position.line) == ("INSEK561", "Maßnahmen!C7", 7)
    gone = planned(city, back("a.xlsx", ("M-999", "kurztitel", None, "x")))
    assert [issue.code for issue in gone.issues] == ["INSEK563"]


def test_decisions_are_understood_or_refused() -> None:
    found = read_decisions(["theirs", "M-014=ours", "m-014:kosten.preisstand=Ref-61.xlsx"])
    assert found.on("M-001", "titel") == "theirs"
    assert found.on("M-014", "titel") == "ours"
    assert found.on("M-014", "kosten.preisstand") == "Ref-61.xlsx"
    with pytest.raises(InsekError):
        read_decisions(["M-14"])
