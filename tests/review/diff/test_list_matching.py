"""Amounts, years and lists in `insek diff`: whole numbers with their unit, entries as entries."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models import concept, field, measure, measure_parts, registers, workshop
from insek_cli.models.base import Model
from insek_cli.models.keys import keys
from insek_cli.review.diff.list_matching import matched
from insek_cli.review.diff.word_diff import compare_words
from insek_cli.wording.values import ListEntry

NBSP = "\u00a0"


@pytest.fixture
def amounts(edit: Callable) -> None:
    """A cost estimate falls below 10,000 Euro, which is where years end."""
    edit("measures/M-002*.yaml", "von: 3200000", "von: 9500")
    edit("measures/M-002*.yaml", "bis: 3850000", "bis: 92000")
    edit("measures/M-002*.yaml", "preisstand: 2025", "preisstand: 2026")


@pytest.mark.usefixtures("amounts")
def test_amounts_are_whole_and_carry_their_unit(insek: Callable) -> None:
    said = insek("diff").stdout.replace(NBSP, " ")
    costs = "~ Umbau und Außenanlagen, von: 3.200.000 € → 9.500 €, bis: 3.850.000 € → 92.000 €"
    assert costs in said
    assert "Preisstand: 2025 → 2026" in said
    assert "Erstausstattung" not in said, "an entry that stays is left out"


@pytest.mark.usefixtures("amounts")
def test_amounts_in_every_other_format(insek: Callable, city: Path) -> None:
    page = insek("diff", "-f", "html").stdout.replace(NBSP, " ")
    assert (
        "Außenanlagen (Baumaßnahmen): einmalig <del>3.200.000</del> bis <del>3.850.000</del> €"
        in page
    )
    assert "Außenanlagen (Baumaßnahmen): einmalig <ins>9.500</ins> bis <ins>92.000</ins> €" in page
    assert "\n– Erstausstattung (Sonstige): gering" in page, (
        "each entry begins where it can be seen"
    )
    comment = insek("diff", "-f", "md").stdout.replace(NBSP, " ").replace("\\", "")
    assert "einmalig ~~3.200.000~~ bis ~~3.850.000~~ €" in comment
    assert "einmalig **9.500** bis **92.000** €" in comment
    (entry,) = (
        entry
        for change in json.loads(insek("diff", "-f", "json").stdout)["differences"][0]["changes"]
        for entry in change["entries"]
        if entry["fate"] != "same"
    )
    assert (entry["fate"], entry["places"]) == ("changed", [1, 1])
    changed = {p["key"]: (p["old"], p["new"]) for p in entry["parts"] if p["old"] != p["new"]}
    assert changed["von"] == (f"3.200.000{NBSP}€", f"9.500{NBSP}€")
    assert insek("diff", "-f", "docx").returncode == 0
    struck, bold = runs(city / "build" / "synopse.docx")
    assert struck[:2] == ["3.200.000", "3.850.000"]
    assert bold[:2] == ["9.500", "92.000"]


@pytest.mark.usefixtures("amounts")
def test_amounts_in_the_redline(insek: Callable, city: Path) -> None:
    assert insek("diff", "--redline").returncode == 0
    text = Document(str(city / "build" / "insek-redline.docx")).element.xml
    gone = re.findall(r"<w:delText[^>]*>([^<]*)<", text)
    assert "3.200.000" in "|".join(gone).split("|")


def runs(path: Path) -> tuple[list[str], list[str]]:
    """What a Synopse strikes through, and what it sets bold in its cells."""
    cells = [
        run
        for table in Document(str(path)).tables
        for row in table.rows[1:]
        for cell in row.cells[1:3]
        for run in cell.paragraphs[0].runs
    ]
    return [r.text for r in cells if r.font.strike], [r.text for r in cells if r.bold]


def test_shares_degrees_and_figures_carry_their_unit(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "anteil: 66.7", "anteil: 75")
    edit("measures/M-002*.yaml", "lat: 54.0589", "lat: 54.1")
    edit("measures/M-002*.yaml", "zielwert: 110", "zielwert: 2030")
    edit("workshops/markt*/workshop.yaml", "minuten: ", "minuten: 9500 # ")
    said = insek("diff").stdout.replace(NBSP, " ")
    assert "Anteil: 66,7 % → 75 %" in said
    assert "Breite: 54,0589° → 54,1°" in said
    assert "Zielwert: 110 Stunden je Woche → 2.030 Stunden je Woche" in said
    assert re.search(r"Minuten: [0-9]+ Minuten → 9\.500 Minuten", said)


def test_entries_are_moved_put_in_taken_out_and_changed(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "    - nachbarschaftsverein\n", "")
    edit("measures/M-002*.yaml", "    - gesamtschule\n", "")
    edit(
        "measures/M-002*.yaml",
        "    - fb-planung\n",
        "    - fb-planung\n    - nachbarschaftsverein\n",
    )
    edit("measures/M-002*.yaml", "für die Kita", "für den Hort")
    edit(
        "measures/M-002*.yaml",
        "  - schritt: Baubeschluss\n    beginn: 2026-12\n    ende: 2026-12\n",
        "",
    )
    edit(
        "measures/M-002*.yaml",
        "  - schritt: Eröffnung",
        "  - schritt: Probebetrieb\n  - schritt: Eröffnung",
    )
    lines = insek("diff").stdout.splitlines()
    assert any(
        line.strip().startswith("~ Nachbarschafts") and "(verschoben)" in line for line in lines
    )
    assert any(re.match(r"\s+− .*[Gg]esamtschule", line) for line in lines)
    assert any("[-die Kita-]{+den Hort+}" in line for line in lines)
    assert "      − Baubeschluss (12/2026)" in lines
    assert "      + Probebetrieb" in lines
    assert not any("Grundsatzbeschluss" in line for line in lines)


def test_chapters_and_abbreviations_are_compared_too(
    insek: Callable, edit: Callable, city: Path
) -> None:
    """Whatever stands under data/ and is printed: nothing changes without a word."""
    chapter = next((city / "data" / "chapters").glob("*.md"))
    text = chapter.read_text("utf-8") + "\nNeu ist der letzte Satz.\n"
    chapter.write_text(text, encoding="utf-8")
    (city / "data/chapters/ausgangslage.md").write_text("---\ntitel: Lage\n---\nText.\n", "utf-8")
    edit("registers/abbreviations.yaml", "lang: ", "lang: Anders ")
    for form in ("text", "md", "html"):
        said = insek("diff", "--format", form).stdout
        assert "Kapitel" in said
        assert "Neu ist der letzte Satz" in said
        assert "Lage" in said
        assert "Verzeichnisse" in said
        assert "Anders" in said


def test_amounts_inside_texts_do_not_merge() -> None:
    old, new = (
        "Kosten von 78.000 bis 92.000 Euro bis 14.05.2026",
        "Kosten von 9.500 bis 12.000 Euro bis 2.06.2026",
    )
    kinds = [(p.kind, p.text) for p in compare_words(old, new) if p.kind != "same"]
    assert kinds == [
        ("old", "78.000"), ("new", "9.500"), ("old", "92.000"), ("new", "12.000"),
        ("old", "14.05.2026"), ("new", "2.06.2026"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("17:30", "18:00"), ("-5", "5"), ("HF1.2", "HF1.3"), ("1/2", "1/3"),
     ("2026-05-14", "2026-05-15"), ("0,75", "0,5"), ("5\u00a0000", "6\u00a0000")],
)  # fmt: skip
def test_a_number_is_one_word(old: str, new: str) -> None:
    pieces = compare_words(f"um {old} in der Mitte", f"um {new} in der Mitte")
    assert [(p.kind, p.text) for p in pieces if p.kind != "same"] == [("old", old), ("new", new)]


names = st.lists(st.sampled_from("abcdefg"), max_size=12)


@given(names, names)
def test_every_entry_has_one_fate(old: list[str], new: list[str]) -> None:
    sides = [[ListEntry(text, text) for text in side] for side in (old, new)]
    found = matched(*sides)
    assert sorted(a for a, _b, _m in found if a is not None) == list(range(len(old)))
    assert [b for _a, b, _m in found if b is not None] == list(range(len(new)))
    stayed = [a for a, b, moved in found if a is not None and b is not None and not moved]
    assert stayed == sorted(stayed)
    assert all(old[a] == new[b] for a, b, _m in found if a is not None and b is not None)
    assert (old == new) == all(a == b and not m for a, b, m in found)


def test_every_number_of_the_model_says_what_it_counts() -> None:
    """A new number either has a unit, or is named here as one that counts things."""
    plain = {"nummer", "reihenfolge", "anzahl", "runden", "max_auswahl", "aufteilung"}
    modules = (concept, field, measure, measure_parts, registers, workshop)
    models = {m for module in modules for m in vars(module).values() if isinstance(m, type)}
    numbers = {
        key.name: key
        for model in models
        if issubclass(model, Model)
        for key in keys(model)
        if key.base in (int, float)
    }
    assert {name for name, key in numbers.items() if not (key.unit or key.unit_key)} == plain | {
        "anwesend"
    }
    assert numbers["betrag"].unit == "Euro"
    assert numbers["zielwert"].unit_key == "einheit"
