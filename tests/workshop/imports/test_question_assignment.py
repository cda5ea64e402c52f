"""Which question a slide is: by wording and options, by order only where all are there, by
`--question`; never guessed."""

import io
from collections.abc import Sequence

import pytest

from workshop.imports.conftest import TITLES, Run, Town

WAS = "Was ist wichtig?"
HF1, HF2, ALL = ("M-001", "M-002"), ("M-003", "M-004"), ("M-001", "M-002", "M-003", "M-004")
Questions = Sequence[tuple[str, str, Sequence[str]]]


def ask(town: Town, questions: Questions) -> None:
    """A workshop with these questions: id, wording, options."""
    lines = ["titel: Abend", "fragen:"]
    for id_, wording, measures in questions:
        lines += [f"  - id: {id_}", f"    wortlaut: {wording!r}", "    max_auswahl: 4"]
        lines.append(f"    massnahmen: [{', '.join(measures)}]")
    path = town.ballots.parent / "workshop.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def columns(prompt: str, measures: Sequence[str]) -> list[str]:
    return [f"{prompt}: {TITLES[id_]}" for id_ in measures]


def stored(town: Town) -> dict[str, set[str]]:
    """Measures by question."""
    found: dict[str, set[str]] = {}
    for row in town.rows():
        cells = row.split(";")
        found.setdefault(cells[2], set()).add(cells[8])
    return found


ONES = [[1, 1, 1, 1, 1, 1], [1, 2, 1, 0, 0, 1]]
SAME = [("hf1", WAS, HF1), ("hf2", WAS, HF2)]


def test_wording_comes_before_the_larger_set(town: Town, votes: Run) -> None:
    ask(town, [*SAME, ("alle", "Was zuerst?", ALL)])
    path = town.voters("menti.xlsx", columns(WAS, ALL), ONES)
    assert votes(path).code == 0
    assert stored(town) == {"hf1": set(HF1), "hf2": set(HF2)}
    assert votes(path, "--question", "alle").code == 0
    assert stored(town)["alle"] == set(ALL)


def test_the_overall_question_is_its_own_by_its_wording(town: Town, votes: Run) -> None:
    ask(town, [*SAME, ("alle", "Was zuerst?", ALL)])
    assert votes(town.voters("menti.xlsx", columns("Was zuerst?", ALL), ONES)).code == 0
    assert stored(town) == {"alle": set(ALL)}


@pytest.mark.parametrize("prompt", [WAS, "Prioritäten"])
def test_one_wording_for_all_three_is_refused_with_the_candidates(
    prompt: str, town: Town, votes: Run
) -> None:
    ask(town, [*SAME, ("alle", WAS, ALL)])
    path = town.voters("menti.xlsx", columns(prompt, ALL), ONES)
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert done.err.count("INSEK530") == 1
    assert "alle; hf1 + hf2" in done.err
    assert "--question alle" in done.err
    assert votes(path, "--question", "hf2").code == 0
    assert stored(town) == {"hf2": set(HF2)}
    assert votes(path, "--question", "alle").code == 0
    assert stored(town) == {"hf2": set(HF2), "alle": set(ALL)}


def test_ranks_say_where_a_slide_ends(town: Town, votes: Run) -> None:
    ask(town, [*SAME, ("alle", WAS, ALL)])
    two = [[1, 1, 1, 2, 2, 1], [1, 2, 2, 1, 1, 2]]
    assert votes(town.voters("menti.xlsx", columns(WAS, ALL), two)).code == 0
    assert stored(town) == {"hf1": set(HF1), "hf2": set(HF2)}


def test_the_smaller_set_is_meant_where_it_holds_all_options(town: Town, votes: Run) -> None:
    ask(town, [("hf1", WAS, HF1), ("alle", WAS, ALL)])
    done = votes(town.voters("menti.xlsx", columns(WAS, HF1), [[1, 1, 1, 0]]))
    assert done.code == 0, done.err
    assert stored(town) == {"hf1": {"M-001"}}


def test_overlapping_sets_are_told_apart_or_refused(town: Town, votes: Run) -> None:
    ask(town, [("a", WAS, ["M-001", "M-002"]), ("b", WAS, ["M-002", "M-003"])])
    both = columns(WAS, ["M-001", "M-002", "M-002", "M-003"])
    assert votes(town.voters("menti.xlsx", both, ONES)).code == 0
    assert stored(town) == {"a": {"M-001", "M-002"}, "b": {"M-002", "M-003"}}
    town.ballots.unlink()
    # The option that both have: on which slide it stood cannot be told.
    torn = columns(WAS, ["M-001", "M-002", "M-003"])
    done = votes(town.voters("torn.xlsx", torn, [[1, 1, 1, 1, 0]]))
    assert (done.code, town.rows()) == (1, [])
    assert "INSEK530" in done.err
    done = votes(town.voters("one.xlsx", columns(WAS, ["M-002"]), [[1, 1, 1]]))
    assert (done.code, town.rows()) == (1, [])
    assert "a; b" in done.err


def test_equal_questions_follow_the_order_of_the_slides(town: Town, votes: Run) -> None:
    ask(town, [("vorher", WAS, HF1), ("nachher", WAS, HF1)])
    both = [*columns(WAS, HF1), *columns(WAS, HF1)]
    done = votes(town.voters("menti.xlsx", both, [[1, 1, 1, 0, 0, 1]]))
    assert done.code == 0, done.err
    assert stored(town) == {"vorher": {"M-001"}, "nachher": {"M-002"}}
    town.ballots.unlink()
    done = votes(town.voters("one.xlsx", columns(WAS, HF1), [[1, 1, 1, 0]]))
    assert (done.code, town.rows()) == (1, [])
    assert "vorher; nachher" in done.err
    assert votes(town.root / "one.xlsx", "--question", "nachher").code == 0
    assert stored(town) == {"nachher": {"M-001"}}


def test_equal_questions_of_two_sessions_are_no_order(town: Town, votes: Run) -> None:
    ask(town, [("vorher", WAS, HF1), ("nachher", WAS, HF1)])
    block = [["Question 1"], ["Date", "x"], ["Type", "x"], ["Question", WAS], [], [], [], []]
    block += [[TITLES[id_], 3] for id_ in HF1]
    path = town.workbook("menti.xlsx", Übersicht=[["x"]], Session_1=block, Session_2=block)
    done = votes(path, "--session", "1", "--session", "2")
    assert (done.code, town.rows()) == (1, [])
    assert "vorher; nachher" in done.err


def test_equal_options_are_told_apart_by_their_wordings(town: Town, votes: Run) -> None:
    ask(town, [("eilig", "Was eilt?", HF1), ("teuer", "Was darf kosten?", HF1)])
    slides = [*columns("Was darf kosten?", HF1), *columns("Was eilt?", HF1)]
    done = votes(town.voters("menti.xlsx", slides, [[1, 1, 1, 0, 0, 1]]))
    assert done.code == 0, done.err
    assert stored(town) == {"teuer": {"M-001"}, "eilig": {"M-002"}}


def test_renamed_and_cut_options_do_not_move_to_another_question(town: Town, votes: Run) -> None:
    ask(town, [*SAME, ("alle", "Was zuerst?", ALL)])
    labels = ["Leerstandskataste", "Radweg: Bahnhof, Markt und…", "Grüne Höfe", "Nachtbus"]
    path = town.voters("menti.xlsx", [f"{WAS}: {label}" for label in labels], ONES)
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "hf1 (Voters!D3)" in done.out
    assert "hf2 (Voters!F3)" in done.out
    (stub,) = (town.root / "build" / "workshops" / "abend").glob("zuordnung-*.yaml")
    text = stub.read_text(encoding="utf-8")
    for label, id_ in zip(labels, ALL, strict=True):
        text = text.replace(f'"{label}":', f'"{label}": {id_}')
    stub.write_text(text, encoding="utf-8")
    done = votes(path, "--mapping", stub)
    assert done.code == 0, done.err
    assert stored(town) == {"hf1": set(HF1), "hf2": set(HF2)}


def test_votes_on_measures_that_no_question_offers_together_are_refused(
    town: Town, votes: Run
) -> None:
    ask(town, SAME)
    stray = columns(WAS, ["M-001", "M-002", "M-006"])
    done = votes(town.voters("menti.xlsx", stray, [[1, 1, 1, 0, 1]]))
    assert (done.code, town.rows()) == (1, [])
    assert "M-006" in done.err


def test_a_list_of_sums_speaks_for_itself_only_when_complete(town: Town, votes: Run) -> None:
    ask(town, [("hf1", WAS, HF1), ("alle", "Was zuerst?", ALL)])
    done = votes(town.file("teil.csv", "massnahme;punkte\nM-001;4\n"))
    assert (done.code, town.rows()) == (1, [])
    assert "hf1; alle" in done.err
    assert votes(town.file("ganz.csv", "massnahme;punkte\nM-001;4\nM-002;0\n")).code == 0
    assert set(stored(town)) == {"hf1"}


def test_questions_of_a_field_and_one_of_all_fields(town: Town, votes: Run) -> None:
    path = town.ballots.parent / "workshop.yaml"
    path.write_text(
        f"titel: Abend\nfragen:\n  - id: hf1\n    handlungsfeld: HF1\n    wortlaut: {WAS}\n"
        f"  - id: alle\n    wortlaut: Was zuerst?\n", encoding="utf-8",
    )  # fmt: skip
    other = town.root / "data" / "measures" / "M-006-karte.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("HF1", "HF2"), encoding="utf-8")
    every = [*TITLES]
    slides = [*columns(WAS, every[:5]), *columns("Was zuerst?", every)]
    done = votes(town.voters("menti.xlsx", slides, [[1, 1, *[1] * 11]]))
    assert done.code == 0, done.err
    assert stored(town) == {"hf1": set(every[:5]), "alle": set(every)}


class Terminal(io.StringIO):
    """A keyboard with these answers."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ("1\ny\n", {"alle": set(ALL)}),
        ("2\ny\n", {"hf1": set(HF1), "hf2": set(HF2)}),
        ("3\n", {}),
        ("\n", {}),
    ],
)
def test_on_a_terminal_it_is_asked(
    answers: str,
    wanted: dict[str, set[str]],
    town: Town,
    votes: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(town, [*SAME, ("alle", WAS, ALL)])
    path = town.voters("menti.xlsx", columns(WAS, ALL), ONES)
    monkeypatch.setattr("sys.stdin", Terminal(answers))
    done = votes(path, yes=False)
    assert "1  alle" in done.err
    assert "2  hf1 + hf2" in done.err
    assert stored(town) == wanted
    assert done.code == (0 if wanted else 1)


def test_an_option_that_is_no_measure_between_two_slides(town: Town, votes: Run) -> None:
    ask(town, [*SAME, ("alle", "Was zuerst?", ALL)])
    slides = [*columns(WAS, HF1), f"{WAS}: Etwas anderes", *columns(WAS, HF2)]
    path = town.voters("menti.xlsx", slides, [[1, 1, 1, 0, 1, 0, 1], [1, 2, 0, 1, 0, 1, 1]])
    done = votes(path)
    assert (done.code, town.rows()) == (1, [])
    assert "Etwas anderes" in done.err
    mapping = town.file("m.yaml", 'quelle: x\noptionen:\n  "Etwas anderes": ignorieren\n')
    done = votes(path, "--mapping", mapping)
    assert done.code == 0, done.err
    assert stored(town) == {"hf1": set(HF1), "hf2": set(HF2)}
