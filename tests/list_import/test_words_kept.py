"""Every word of every cell is found again in the data, whatever stands in the cells."""

import re
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from ruamel.yaml import YAML

from commands import run
from effort import THOROUGH
from list_import.lists import SHAPES, table
from list_import.test_shapes import everything

yaml = YAML(typ="safe", pure=True)
HEADINGS = (
    "Nr.", "Maßnahme", "Kurztitel", "Beschreibung", "Zuständig", "Beteiligte", "Zielgruppe",
    "Zeithorizont", "Beginn", "Kosten in T€", "Fördertopf", "Förderquote", "Status", "Priorität",
    "Art", "Leuchtturm", "Standort", "Stadtteil", "Querverweise", "Ziele", "Nächste Schritte",
    "Monitoring", "Nachhaltigkeit", "Voraussetzungen", "Bemerkung", "Sonderspalte",
)  # fmt: skip
UNDERSTOOD = re.compile(
    "€|eur|euro|t|tsd|mio|k|bis|ab|seit|von|p|a|pa|jahr|pro|im|je|jährlich|kurz|mittel|lang"
    "|kurzfristig|mittelfristig|langfristig|max|maximal|mindestens|zu|ff|federführung|hoch|und"
    "|beteiligte|zielgruppen|offen|noch|angabe|keine|unbekannt|x|ja|nein|true|false|monitoring"
    "|gering|prozent|handlungsfeld|hf"
)
"""Words that become a figure, a choice, a date or the place of a key."""
FACTORS = (1, 1000, 10**6)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def scalars(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from chain.from_iterable(map(scalars, (*value, *value.values())))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(scalars, value))
    else:
        yield str(value)


def written(root: Path) -> tuple[set[str], set[int]]:
    """The words and the whole numbers of all data."""
    paths = (root / "data").rglob("*.yaml")
    texts = [t for p in paths for t in scalars(yaml.load(p.read_text(encoding="utf-8")))]
    numbers = {int(text) for text in texts if text.isascii() and text.isdecimal()}
    return set(chain.from_iterable(map(words, texts))), numbers


def lost(cell: str, known: set[str], numbers: set[int]) -> set[str]:
    """The words of a cell that are neither in the data nor a figure of it."""
    missing = {w for w in words(cell) - known if not UNDERSTOOD.fullmatch(w)}
    digits = re.sub(r"(?<=[0-9])[.\s](?=[0-9]{3})", "", cell)
    figures = {
        round(float(found.replace(",", ".")) * factor)
        for found in re.findall(r"[0-9]+(?:,[0-9]+)?", digits)
        for factor in FACTORS
    }
    return {word for word in missing if not (word.isdecimal() and figures & numbers)}


PIECES = st.sampled_from(
    [
        "ca. 250.000 €",
        "1,2 Mio. €",
        "50–80 T€",
        "jährlich 5.000",
        "2026–2028",
        "ab 2027",
        "Ref. 61",
        "kurz- bis mittelfristig",
        "WFK",
        "FB 4 (Planung, Bau)",
        "Bürger*innen",
        "P+R",
        "z. B.",
        "S. 12",
        "Radkonzept 2020",
        "- Tore",
        "• Bänke",
        "1. Schritt",
        "noch offen",
        "HF2",
        "Z 1.2",
        "2.3",
        "<b>",
        "100 %",
        "beantragt",
        "hoch",
        "ja",
        "# Titel",
        "[x](y)",
        "a_b_c",
        "Markt 1",
        "Gesamtstadt",
        "~~",
        "*fett*",
        "siehe 2.3",
        "| Zelle |",
        "& Co.",
        "Federführung: Amt 7",
        "E-Mobilität",
        "1.000",
        "50",
        "„Zitat“",
        "==> neu",
        "Amt für Umwelt und Natur",
        "§ 9 Abs. 2",
        "\\LaTeX",
        "$5",
        "`code`",
        "C++",
    ]
)
WORDS = st.text("abcdeäöüß ABC.,;:-/()&%€12+*_#<>[]|!?'\"", min_size=1, max_size=25)
CELLS = st.lists(st.one_of(PIECES, WORDS), min_size=0, max_size=4).flatmap(
    lambda parts: st.sampled_from([" ", ", ", "\n", "; ", " / "]).map(lambda mark: mark.join(parts))
)


ROWS = st.lists(
    st.lists(CELLS, min_size=len(HEADINGS), max_size=len(HEADINGS)), min_size=1, max_size=3
)


@settings(max_examples=300 if THOROUGH else 15)
@given(ROWS)
def test_every_word_of_every_cell_is_found_again(rows: list[list[str]]) -> None:
    for number, row in enumerate(rows):
        row[0], row[1] = f"7.{number}", f"Titel{number} {row[1]}".strip()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        table(root, HEADINGS, [["'" + c if c.startswith("=") else c for c in r] for r in rows])
        read = [
            [str(cell.value or "") for cell in row]
            for row in load_workbook(root / "liste.xlsx").active.iter_rows(min_row=2)
        ]
        done = run(root, "import", "liste.xlsx", "--write")
        assert done.returncode == 0, done.stdout + done.stderr
        known, numbers = written(root)
        found = {(c, w) for row in read for c in row for w in lost(c, known, numbers)}
        assert found == set()
        check = run(root, "check")
        assert check.returncode == 0, check.stdout + check.stderr
        assert run(root, "fmt", "--check").returncode == 0
        before = everything(root)
        assert run(root, "import", "liste.xlsx", "--write").returncode == 0
        assert everything(root) == before


@pytest.mark.parametrize("shape", ["sections", "sheets", "two-headings", "ours", "carry-on"])
def test_every_word_of_a_list_is_found_again(shape: str, tmp_path: Path) -> None:
    path = SHAPES[shape][0](tmp_path)
    assert run(tmp_path, "import", path.name, "--write").returncode == 0
    known, numbers = written(tmp_path)
    mapping = yaml.load((tmp_path / "imports" / "liste.yaml").read_text(encoding="utf-8"))
    beside = set(chain.from_iterable(map(words, scalars(mapping)))) | {"wahr"}
    for sheet in load_workbook(path).worksheets:
        if sheet.title == "Legende":
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value[:1] != "=":
                    assert lost(cell.value, known | beside, numbers) == set(), cell.coordinate
