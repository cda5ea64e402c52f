"""Ballots in are ballots stored or ballots refused, each by name, whatever options are called."""

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from insek_cli.models.ballots import BALLOT_COLUMNS
from insek_cli.models.measure import Measure
from insek_cli.models.workshop import Question
from insek_cli.workshop.ballots.option_matching import Matcher, folded_option
from insek_cli.workshop.imports.import_plan import Choices, ImportPlan, Session
from insek_cli.workshop.imports.known_questions import AskedQuestion, KnownQuestions
from insek_cli.workshop.imports.plan_file import plan_file
from insek_cli.workshop.imports.question_assignment import Ask
from insek_cli.workshop.imports.read_file import read_file
from workshop.imports.conftest import Run, Town

NASTY = (
    "Offene Schulhöfe [Pilot]", "[Neu] Höfe", "Höfe [a] und [b]", "Ein ] und ein [ dazu",
    "Radweg: Bahnhof: Markt", "Netz; Knoten; Kanten", 'Das „gute“ "Beispiel"', "2. Bauabschnitt",
    "10 Bänke", "P+R am Bahnhof", "Profile: Name", "Straße reaction: Profile", "Ja", "Score",
    "Gru\u0308ne Ho\u0308fe", "Parken,\u00a0Laden", "A|B > C", "Kommentar", "Other",
)  # fmt: skip
PROMPTS = ("Was zuerst?", "Ihre Wahl [bis zu 3]:", "Was: jetzt, was später?")
Votes = Sequence[tuple[bool, ...]]


def known(prompt: str, titles: Sequence[str]) -> KnownQuestions:
    measures = [
        Measure(id=f"M-{n:03d}", titel=title, handlungsfeld="HF1")
        for n, title in enumerate(titles, 1)
    ]
    question = Question(id="hf1", wortlaut=prompt, max_auswahl=len(titles))
    offered = tuple(measure.id for measure in measures)
    return KnownQuestions((AskedQuestion(question, offered),), Matcher(measures, [], {}))


def mentimeter(path: Path, prompt: str, titles: Sequence[str], votes: Votes) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Voters"
    sheet.append(["Date", "Session", "Voter", *(f"{prompt}: {title}" for title in titles)])
    for number, row in enumerate(votes, 1):
        sheet.append(["2030-05-14", 1, number, *map(int, row)])
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def table(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    path = path.with_suffix(".csv")
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


LIME = ["Antwort ID", "Datum Abgeschickt", "Letzte Seite"]


def limesurvey(path: Path, prompt: str, titles: Sequence[str], votes: Votes) -> Path:
    head = [*LIME, *(f"{prompt} [{title}]" for title in titles)]
    rows = [
        [n, "2030-05-14", 1, *("Ja" if v else "Nein" for v in row)]
        for n, row in enumerate(votes, 1)
    ]
    return table(path, [head, *rows])


def places(path: Path, prompt: str, titles: Sequence[str], votes: Votes) -> Path:
    head = [*LIME, *(f"{prompt} [Rang {n}]" for n in range(1, len(titles) + 1))]
    rows = []
    for n, row in enumerate(votes, 1):
        named = [title for title, v in zip(titles, row, strict=True) if v]
        rows.append([n, "2030-05-14", 1, *named, *[""] * (len(titles) - len(named))])
    return table(path, [head, *rows])


def neutral(path: Path, _prompt: str, titles: Sequence[str], votes: Votes) -> Path:
    rows: list[Sequence[object]] = [BALLOT_COLUMNS]
    for n, row in enumerate(votes, 1):
        for title, v in zip(titles, row, strict=True):
            if v:
                rows.append(["", "zettel", "hf1", "", "", n, "stimme", "", title, 1])
        if not any(row):
            rows.append(["", "zettel", "hf1", "", "", n, "enthaltung", "", "", 1])
    return table(path, rows)


SOURCES = (mentimeter, limesurvey, places, neutral)
Source = Callable[[Path, str, Sequence[str], Votes], Path]


def plan_of(path: Path, prompt: str, titles: Sequence[str]) -> ImportPlan:
    workshop = known(prompt, titles)
    return plan_file(read_file(path, path.name, workshop), workshop, Choices(), {}, Ask())


def cast(plan: ImportPlan, titles: Sequence[str]) -> list[tuple[bool, ...]]:
    """What was stored, ballot by ballot."""
    ballots: dict[str, set[str]] = {}
    for row in plan.ballots:
        assert row.art != "ungueltig"
        ballots.setdefault(row.stimmzettel.rpartition("-")[2], set())
        if row.massnahme:
            ballots[row.stimmzettel.rpartition("-")[2]].add(row.massnahme)
    ids = [f"M-{n:03d}" for n in range(1, len(titles) + 1)]
    ordered = sorted(ballots.items(), key=lambda item: int(item[0]))
    return [tuple(id_ in named for id_ in ids) for _, named in ordered]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_no_name_of_an_option_loses_votes(source: Source, prompt: str, tmp_path: Path) -> None:
    count = len(NASTY)
    votes = [tuple((n + k) % 3 == 0 for k in range(count)) for n in range(1, 6)]
    composed = [unicodedata.normalize("NFC", title) for title in NASTY]
    plan = plan_of(source(tmp_path / "datei", prompt, NASTY, votes), prompt, composed)
    assert [str(issue) for issue in plan.issues] == []
    assert plan.ready
    assert cast(plan, NASTY) == votes


words = st.text(st.sampled_from("ab 12[](){}:;,.|>-\"'„“?!äo\u0308\u00a0"), min_size=1, max_size=9)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SOURCES),
    words,
    st.lists(words, min_size=1, max_size=4),
    st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=4),
)
def test_ballots_in_are_ballots_stored_or_refused(
    tmp_path: Path, source: Source, prompt: str, names: list[str], marks: list[list[bool]]
) -> None:
    titles = [" ".join(name.split()) for name in names]
    assume(prompt.strip() and all(titles))
    assume(len({folded_option(title) for title in titles}) == len(titles))
    votes = [tuple(row[: len(titles)]) for row in marks]
    plan = plan_of(source(tmp_path / "datei", prompt, titles, votes), prompt, titles)
    if plan.ready:
        # A ballot without a mark is no ballot where nothing tells it from an empty row.
        full = [row for row in votes if any(row)] if source is places else list(votes)
        assert cast(plan, titles) == full
    else:
        assert plan.issues or plan.unmatched


def test_a_heading_that_is_torn_is_named(town: Town, votes: Run) -> None:
    for prompt in ("Was zuerst?", "Ganz anders gefragt"):
        head = f'id,submitdate,"{prompt} [Grüne Höfe]","{prompt} [Leerstandskataster"\n'
        done = votes(town.file("lime.csv", f"{head}1,2030-05-14,Y,Y\n"))
        assert (done.code, town.rows()) == (1, [])
        assert "lime.csv:1:4" in done.err
        assert "INSEK525" in done.err


def test_a_cell_that_cannot_be_read_is_named_with_row_and_column(town: Town, votes: Run) -> None:
    head = 'id,submitdate,"Was zuerst? [Grüne Höfe]","Was zuerst? [Leerstandskataster]"\n'
    done = votes(town.file("lime.csv", f"{head}1,2030-05-14,Y,Y\n2,2030-05-14,Y,vielleicht\n"))
    assert (done.code, town.rows()) == (1, [])
    assert "lime.csv:3:4" in done.err
    assert "vielleicht" in done.err


def test_answers_that_are_codes_are_no_other_question(town: Town, votes: Run) -> None:
    head = 'id,submitdate,"Was zuerst?"\n'
    done = votes(town.file("lime.csv", f"{head}1,2030-05-14,A2\n2,2030-05-14,A1\n"))
    assert (done.code, town.rows()) == (1, [])
    assert "lime.csv:2:3" in done.err


def test_answers_that_were_not_handed_in_are_named(town: Town, votes: Run) -> None:
    head = 'id,submitdate,"Was zuerst? [Grüne Höfe]","Was zuerst? [Leerstandskataster]"\n'
    rows = "1,2030-05-14,Y,Y\n2,,Y,\n3,2030-05-15,N,N\n4,,,\n"
    done = votes(town.file("lime.csv", head + rows), "--question", "hf1")
    assert done.code == 0, done.err
    assert [row.split(";")[5:7] for row in town.rows()] == [
        ["1", "stimme"], ["1", "stimme"], ["2", "enthaltung"],
    ]  # fmt: skip
    assert "(2), in Zeile: 3, 5" in done.err


def test_counts_without_an_option_are_named(town: Town, votes: Run) -> None:
    block = [["Question 1"], ["Date", "x"], ["Type", "x"], ["Question", "Was zuerst?"]]
    block += [[], [], [], [], ["Leerstandskataster", 3], ["Grüne Höfe", 2], [None, 7]]
    done = votes(town.workbook("menti.xlsx", Übersicht=[["x"]], Session_1=block))
    assert (done.code, town.rows()) == (1, [])
    assert "Session 1!A11" in done.err


def test_a_list_with_something_else_in_it_is_no_vote_lost(town: Town, votes: Run) -> None:
    head = 'id,submitdate,"Was zuerst?"\n'
    rows = '1,2030,"Grüne Höfe; Leerstandskataster"\n2,2030,"Grüne Höfe; Freibad"\n'
    done = votes(town.file("lime.csv", head + rows), "--unranked")
    assert (done.code, town.rows()) == (1, [])
    assert "Freibad" in done.err


def test_answers_that_name_something_else_are_named(town: Town, votes: Run) -> None:
    prompt = "Was zuerst?"
    head = f'id,submitdate,"{prompt} [Grüne Höfe]","{prompt} [Leerstandskataster]",'
    head += f'"{prompt} [Sonstiges]","{prompt} [Kommentar]","Woher? [Sonstiges]"\n'
    rows = "1,2030-05-14,Y,,,,\n2,2030-05-14,,,Ein Freibad,,\n3,2030-05-14,Y,,Noch eins,,\n"
    rows += "4,2030-05-14,N,Y,,nur ein Wort,vom Aushang\n5,2030-05-14,N,N,N,,\n"
    done = votes(town.file("lime.csv", head + rows), "--question", "hf1")
    assert done.code == 0, done.err
    assert {row.split(";")[5] for row in town.rows()} == {"1", "3", "4", "5"}
    assert "lime.csv:3:5" in done.err
    assert "(2): Zeilen 3, 4" in done.err
    assert "Freibad" not in done.err + done.out


POINTS = st.sampled_from(["0", "1", "3", "12", "-2", "", "2,5", "drei", "x"])


def dots(path: Path, _prompt: str, titles: Sequence[str], points: Sequence[Sequence[str]]) -> Path:
    rows = [(n, title, cell) for n, row in enumerate(points, 1) for title, cell in
            zip(titles, row, strict=True)]  # fmt: skip
    return table(path, [["frage", "gruppe", "massnahme", "punkte"],
                        *(["hf1", n, title, cell] for n, title, cell in rows)])  # fmt: skip


def sessions(
    path: Path, prompt: str, titles: Sequence[str], points: Sequence[Sequence[str]]
) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, row in enumerate(points, 1):
        sheet = book.create_sheet(f"Session {number}")
        for line in (["Question 1"], ["Date", "x"], ["Type", "x"], ["Question", prompt]):
            sheet.append(line)
        for _ in range(4):
            sheet.append([None])
        for title, cell in zip(titles, row, strict=True):
            sheet.append([title, int(cell) if cell.lstrip("-").isdigit() else cell or None])
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from((dots, sessions)),
    st.lists(words, min_size=1, max_size=4),
    st.lists(st.lists(POINTS, min_size=4, max_size=4), min_size=1, max_size=3),
)
def test_points_in_are_points_stored_or_refused(
    tmp_path: Path, source: Callable[..., Path], names: list[str], cells: list[list[str]]
) -> None:
    titles = [" ".join(name.split()) for name in names]
    assume(all(titles))
    assume(len({folded_option(title) for title in titles}) == len(titles))
    points = [row[: len(titles)] for row in cells]
    workshop = known("Was zuerst?", titles)
    file = source(tmp_path / "datei", "Was zuerst?", titles, points)
    raw = read_file(file, file.name, workshop)
    choices = Choices(sessions=tuple(Session(name) for name in raw.sessions if name))
    plan = plan_file(raw, workshop, choices, {}, Ask())
    if not plan.ready:
        assert plan.issues or plan.unmatched
        return
    for number, title in enumerate(titles, 1):
        column = [row[number - 1] for row in points]
        given_ = [int(cell) for cell in column if cell]
        stored = [row.gewicht for row in plan.ballots if row.massnahme == f"M-{number:03d}"]
        assert sum(stored) == sum(given_), title


def test_points_are_held_to_the_people_of_the_file(town: Town, votes: Run) -> None:
    rows = "hf1;Grüne Höfe;30\nhf1;Leerstandskataster;3\nhf1;Personen;10\n"
    done = votes(town.file("punkte.csv", "frage;massnahme;punkte\n" + rows))
    assert done.code == 0, done.err
    assert "INSEK510" in done.err
    assert "33 Punkte" in done.err
