"""One rule says which measures a question offers; kit, import, check and count go by it."""

from pathlib import Path

import pytest

import commands
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from insek_cli.source import assemble, load_project
from insek_cli.workshop.ballots import count_workshop
from insek_cli.workshop.ballots.offered_options import offered_measures
from insek_cli.workshop.kit.build_kit import frozen_options
from insek_cli.workshop.kit.kit import compose_kit

MEASURES = {
    "M-001": "handlungsfeld: HF1",
    "M-002": "handlungsfeld: HF2",
    "M-003": "handlungsfeld: HF2\nreihenfolge: 1",
    "M-004": "handlungsfeld: HF1\nstatus: entfallen\nstatus_begruendung: Grund",
    "M-005": "handlungsfeld: HF1\nzusammengefuehrt_in: M-001",
    "M-006": "handlungsfeld: HF1\nstatus: in_umsetzung",
}
QUESTIONS = {
    "feld": ("handlungsfeld: HF1", ["M-001"]),
    "alle": ("max_auswahl: 3", ["M-001", "M-003", "M-002"]),
    "liste": ("massnahmen: [M-002, M-004, M-006, M-001]", ["M-001", "M-002"]),
}
HEADER = "quelle;kanal;frage;gruppe;runde;stimmzettel;art;rang;massnahme;gewicht\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    assert commands.run(tmp_path, "init", "stadt").returncode == 0
    root = tmp_path / "stadt"
    for old in (root / "data" / "measures").glob("*.yaml"):
        old.unlink()
    (root / "data/fields/HF2.yaml").write_text("id: HF2\ntitel: Mobilität\n", encoding="utf-8")
    for id_, keys in MEASURES.items():
        text = f"id: {id_}\ntitel: Titel {id_}\n{keys}\n"
        (root / f"data/measures/{id_}-x.yaml").write_text(text, encoding="utf-8")
    folder = root / "data" / "workshops" / "abend"
    folder.mkdir(parents=True)
    lines = ["titel: Abend", "ausgenommen:", "  - grund: läuft", "    status: [in_umsetzung]"]
    lines.append("fragen:")
    for id_, (key, _) in QUESTIONS.items():
        lines += [f"  - id: {id_}", f"    wortlaut: Was zuerst in {id_}?", f"    {key}"]
    (folder / "workshop.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


@pytest.mark.parametrize("question", QUESTIONS)
def test_kit_and_count_offer_the_same(question: str, city: Path) -> None:
    catalog = assemble(load_project(city))
    record = catalog.workshops[0]
    wanted = tuple(QUESTIONS[question][1])
    kit = compose_kit(compose_report(catalog, Options("intern", None, (), None)), record)
    printed = tuple(option.id for option in frozen_options(kit) if option.frage == question)
    counted = {one.frage.id: one.massnahmen for one in count_workshop(catalog, record).fragen}
    asked = next(q for q in record.workshop.fragen if q.id == question)
    assert printed == counted[question] == offered_measures(catalog, record, asked) == wanted


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_import_takes_what_was_offered_and_no_more(question: str, city: Path) -> None:
    path = city / "punkte.csv"
    for measure in MEASURES:
        path.write_text(f"massnahme;punkte\n{measure};1\n", encoding="utf-8")
        done = commands.run(city, "votes", "import", "abend", "punkte.csv", "--question", question)
        # What only its status keeps off was on the list on the day.
        was_there = measure in QUESTIONS[question][1] or (question, measure) in {
            ("feld", "M-004"), ("feld", "M-005"), ("feld", "M-006"),
            ("alle", "M-004"), ("alle", "M-005"), ("alle", "M-006"),
            ("liste", "M-004"), ("liste", "M-006"),
        }  # fmt: skip
        assert done.returncode == (0 if was_there else 1), (measure, done.stderr)


def test_votes_stay_when_a_measure_is_dropped_after_the_day(city: Path) -> None:
    ballots = city / "data/workshops/abend/ballots.csv"
    ballots.write_text(f"{HEADER}p.csv;punkte;feld;;;;summe;;M-004;5\n", encoding="utf-8")
    assert commands.run(city, "check").returncode == 0
    done = commands.run(city, "votes", "result", "abend", "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert "M-004" in done.stdout


def test_an_earlier_id_brings_its_votes(city: Path) -> None:
    folder = city / "data/workshops/abend"
    (folder / "ballots.csv").write_text(
        f"{HEADER}p.csv;punkte;feld;;;;summe;;M-001;5\n", encoding="utf-8"
    )
    (folder / "optionen.yaml").write_text(
        '- nummer: "1.1"\n  id: M-001\n  wortlaut: Titel\n  frage: feld\n', encoding="utf-8"
    )
    (folder / "remarks.yaml").write_text(
        "- id: hf1-1\n  text: Gut.\n  massnahmen: [M-001]\n", encoding="utf-8"
    )
    (city / "data/measures/M-001-x.yaml").unlink()
    without = commands.run(city, "check")
    assert without.returncode == 1
    assert "löschen" not in without.stdout + without.stderr
    text = "id: M-007\ntitel: Neu\nfrueher: [M-001]\nhandlungsfeld: HF1\n"
    (city / "data/measures/M-007-x.yaml").write_text(text, encoding="utf-8")
    merged = city / "data/measures/M-005-x.yaml"
    merged.write_text(merged.read_text().replace("M-001", "M-007"), encoding="utf-8")
    done = commands.run(city, "check")
    assert done.returncode == 0, done.stdout
    done = commands.run(city, "votes", "result", "abend", "--format", "csv")
    assert "M-007" in done.stdout
    assert "M-001" not in done.stdout
    # An import of another file leaves the rows of the day as they are.
    (city / "q.csv").write_text("massnahme;punkte\nTitel;2\n", encoding="utf-8")
    done = commands.run(city, "votes", "import", "abend", "q.csv", "--question", "feld")
    assert done.returncode == 0, done.stderr
    rows = (folder / "ballots.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(";")[8] for row in rows] == ["M-001", "M-007"]


def test_more_points_than_people_are_told_everywhere(city: Path) -> None:
    event = city / "data/workshops/abend/workshop.yaml"
    event.write_text(event.read_text() + "anwesend:\n  punkte: 2\n", encoding="utf-8")
    (city / "p.csv").write_text("massnahme;punkte\nM-001;1\nM-003;500\n", encoding="utf-8")
    told = [
        commands.run(city, "votes", "import", "abend", "p.csv"),
        commands.run(city, "check"),
        commands.run(city, "votes", "result", "abend"),
    ]
    for done in told:
        assert done.returncode == 0, done.stderr
        text = done.stdout + done.stderr
        assert "INSEK510" in text
        assert "501 Punkte" in text
        assert "2 Personen mit je höchstens 3 können nur 6 vergeben" in text


def test_what_was_printed_is_what_was_offered(city: Path) -> None:
    options = '- nummer: "1.1"\n  id: M-001\n  wortlaut: Titel\n  frage: feld\n'
    (city / "data/workshops/abend/optionen.yaml").write_text(options, encoding="utf-8")
    for measure, code in (("M-001", 0), ("M-004", 1), ("M-006", 1)):
        (city / "p.csv").write_text(f"massnahme;punkte\n{measure};1\n", encoding="utf-8")
        done = commands.run(city, "votes", "import", "abend", "p.csv", "--question", "feld")
        assert done.returncode == code, measure
