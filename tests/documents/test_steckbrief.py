"""The Steckbrief: every key is said, costs are told apart, and its pages are worth their paper."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from documents.printed_words import MM, pages
from documents.project_files import MEASURE, squeezed, words_of, write_project
from insek_cli.finance.amount import amount, total
from insek_cli.wording.short_sums import figures, short_sum

SENTENCE = "Am Bach entsteht ein Weg mit Bänken und mit Schatten für alle, die dort gehen."
FULL: dict[str, Any] = {
    "art": "projekt",
    "beschreibung": SENTENCE,
    "akteure": {"federfuehrung": "amt", "beteiligte": ["verein"]},
    "prozess": [
        {"schritt": "Planen", "beginn": 2026, "ende": 2027, "erledigt": True},
        {"schritt": "Bauen", "beginn": 2028},
        {"schritt": "Feiern", "beginn": "2029-05-01", "ende": "2029-05-01"},
        {"schritt": "Abrechnen"},
    ],
    "monitoring": {
        "indikatoren": [
            {"name": "Bäume", "ausgangswert": 3, "zielwert": 40, "jahr": 2030},
            {"name": "Schulden", "ausgangswert": -5, "zielwert": 0},
            {"name": "Wege", "einheit": "km"},
        ],
        "rhythmus": "jährlich",
    },
    "kosten": {
        "positionen": [
            {"art": "Bau", "von": 1200000, "bis": 1350000, "rhythmus": "einmalig"},
            {"art": "Schilder", "von": 20000, "rhythmus": "einmalig"},
            {"art": "Gutachten", "rhythmus": "einmalig"},
            {"art": "Pflege", "bis": 9500, "rhythmus": "jaehrlich"},
            {"art": "Personal", "einordnung": ["mittel", "hoch"]},
        ],
        "preisstand": 2026,
    },
    "finanzierung": [
        {"programm": "geld", "anteil": 60, "foerderstand": state}
        for state in ("bewilligt", "beantragt", "idee")
    ],
    "zeitraum": {"horizont": ["kurzfristig"], "beginn": 2026, "ende": 2029, "rhythmus": "einmalig"},
    "standort": {"beschreibung": "Am Bach", "ebene": ["quartier"]},
}
SAID = (
    "Planen", "2026 – 2027, erledigt", "Bauen", "Abrechnen",
    "Bäume: von heute 3 auf 40 bis 2030", "Rhythmus: jährlich", "Preisstand 2026",
    "ab 20.000", "Gutachten", "bis 9.500", "mittel bis hoch", "60 % der Kosten",
    "bisher eine Idee", "einmalig", "Am Bach",
)  # fmt: skip


def city(root: Path, measures: list[dict[str, Any]], **concept: str) -> Path:
    files: dict[str, object] = {
        f"measures/M-{number:03}-test.yaml": {**MEASURE, "id": f"M-{number:03}", **keys}
        for number, keys in enumerate(measures, 1)
    }
    about = {"titel": "INSEK Musterstadt", "stadt": "Musterstadt", "stand": "2026-03-16"}
    files["concept.yaml"] = {**about, **concept}
    files["registers/actors.yaml"] = [
        {"id": "amt", "name": "Grünflächenamt"},
        {"id": "verein", "name": "Bachverein"},
    ]
    files["registers/programmes.yaml"] = [{"id": "geld", "titel": "Grünes Geld"}]
    write_project(root, files)
    done = run(root, "build", "--format", "md,docx,pdf")
    assert done.returncode == 0, done.stderr
    return root / "build"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return city(tmp_path_factory.mktemp("voll"), [{"titel": "Bachweg", **FULL}])


@pytest.mark.parametrize("name", ["insek.md", "insek.docx", "insek.pdf"])
def test_what_is_drawn_is_also_said(full: Path, name: str) -> None:
    words = words_of(full / name)
    for said in SAID:
        assert squeezed(said) in words, said


def test_the_pdf_adds_up_what_is_known_and_says_what_is_not(full: Path) -> None:
    words = words_of(full / "insek.pdf")
    for said in ("1.200.000–1.350.000", "nicht beziffert", "ab 1.220.000 + offen"):
        assert squeezed(said) in words


def sheet_pages(pdf: Path, mark: str) -> list[int]:
    """The numbers of the pages at whose foot a measure stands."""
    return [
        number
        for number, page in enumerate(pages(pdf))
        if any(word.text == mark and word.top > 270 * MM for word in page.words)
    ]


def test_costs_stand_third_in_every_row_of_facts(tmp_path: Path) -> None:
    """Wherever something else is not known."""
    costs = {"kosten": {"positionen": [{"art": "Bau", "von": 5}]}, "leuchtturm": True}
    pdf = city(tmp_path, [FULL, costs, {**costs, "zeitraum": {"beginn": 2026}}]) / "insek.pdf"
    firsts = [pages(pdf)[sheet_pages(pdf, f"(M-00{number})")[0]] for number in (1, 2, 3)]
    places = [
        round(word.left / MM)
        for page in firsts
        for word in page.words
        if word.text.startswith("Kosten") and 60 * MM < word.top < 75 * MM
    ]
    assert places == [109] * 3


@pytest.mark.parametrize("lines", [20, 24, 28, 32])
def test_a_page_that_goes_on_is_worth_it(tmp_path: Path, lines: int) -> None:
    """However long the text is, the last page of a sheet reaches 60 mm below the margin."""
    text = "\n\n".join([SENTENCE] * lines)
    pdf = city(tmp_path, [{**FULL, "titel": "Bachweg", "beschreibung": text}]) / "insek.pdf"
    numbers = sheet_pages(pdf, "(M-001)")
    assert numbers
    last = pages(pdf)[numbers[-1]]
    lowest = max(word.bottom for word in last.words if word.top < 270 * MM)
    assert lowest > (26 + 45) * MM


def test_a_short_form_shares_the_last_page_of_the_sheet_before(tmp_path: Path) -> None:
    pdf = city(tmp_path, [{**FULL, "titel": "Bachweg"}, {"titel": "Brunnen"}]) / "insek.pdf"
    last = pages(pdf)[sheet_pages(pdf, "(M-001)")[-1]]
    assert "Brunnen" in [word.text for word in last.words]


def test_no_dash_stands_for_what_is_open_at_the_decision(tmp_path: Path) -> None:
    costs = {"leuchtturm": True, "kosten": {"positionen": [{"art": "Bau", "von": 5, "bis": 5}]}}
    pdf = city(tmp_path, [costs], stufe="beschluss") / "insek.pdf"
    page = pages(pdf)[sheet_pages(pdf, "(M-001)")[0]]
    assert "–" not in [word.text for word in page.words]


EUROS = st.integers(0, 10**10)


@given(st.lists(st.tuples(EUROS, st.one_of(st.none(), EUROS)), min_size=1, max_size=4))
def test_a_sum_in_a_column_says_its_ends(parts: list[tuple[int, int | None]]) -> None:
    whole = total(amount(low, None if high is None else low + high) for low, high in parts)
    told = figures(whole).replace(".", "")
    assert told.startswith("ab ") == bool(whole.ab)
    assert str(whole.von) in told or not whole.von
    assert whole.ab or str(whole.bis) in told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (3_200_000, 3_850_000, "3,2–3,85 Mio. €"),
        (14_400_000, 16_620_000, "14,4–16,6 Mio. €"),
        (78_000, 92_400, "78–92,4 Tsd. €"),
        (1_004_000, 1_004_900, "1 Mio. €"),
        (9_500, 9_500, "9.500 €"),
        (None, 9_500, "bis 9.500 €"),
        (5_000, None, "ab 5.000 €"),
        (0, 0, "keine Kosten"),
        (None, None, "nicht beziffert"),
    ],
)
def test_a_sum_in_a_line_is_rounded(low: int | None, high: int | None, told: str) -> None:
    assert short_sum(amount(low, high)).replace("\u00a0", " ") == told
