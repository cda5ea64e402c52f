"""What an analysis needs: footnotes, quotations, captions, columns to the right, links."""

import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from commands import run
from insek_cli.documents.templates import TemplateSet
from insek_cli.documents.word import REFERENCE, pandoc_document
from insek_cli.documents.word.word_document import WordPackage as WordDocument

ANALYSIS = """---
titel: Analyse
---
Die Stadt wächst[^1], sagt das Register[^b]. Mehr unter [Umsetzung](umsetzung.md).

[^1]: Jahrbuch 2024, S. 12; [Portal](https://a.example/x?a=1&b=2).
[^b]: Register, Stand 2024,
    fortgeschrieben.

> Die Mitte ist das Herz.

| Jahr | Zahl |
| --- | ---: |
| 2015 | 99.684 |

: Einwohner nach Jahren

- Punkt

  | A | B |
  |:-:|---|
  | x | y |
  : Tabelle im Punkt
"""
REPORT = """---
titel: Umsetzung
nach: ausblick
---
Zurück zur [Analyse](../chapters/analyse.md)[^1].

[^1]: Noch eine Quelle.
"""
MEASURE = """id: M-002
titel: Vergleich
handlungsfeld: HF1
beschreibung: |
  Nach der [Analyse](analyse.md):

  | Variante | Wohnungen |
  | --- | ---: |
  | Hof | 1.180 |

  : Varianten im Vergleich
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kapitel")
    run(folder, "init", ".")
    (folder / "data/chapters").mkdir(exist_ok=True)
    (folder / "data/chapters/analyse.md").write_text(ANALYSIS, encoding="utf-8")
    (folder / "data/chapters/umsetzung.md").write_text(REPORT, encoding="utf-8")
    (folder / "data/measures/M-002-vergleich.yaml").write_text(MEASURE, encoding="utf-8")
    assert "INSEK13" not in run(folder, "check").stdout
    assert run(folder, "build").returncode == 0
    return folder / "build"


def test_in_markdown(built: Path) -> None:
    text = (built / "insek.md").read_text(encoding="utf-8")
    assert "Die Stadt wächst[^1], sagt das Register[^2]." in text
    assert "(../chapters" not in text
    assert "[Analyse](#analyse)[^3]" in text
    assert "[Umsetzung](#umsetzung)" in text
    assert "> Die Mitte ist das Herz." in text
    assert re.search(r"\n\|-+\|-+:\|\n\| 2015 \| +99\.684 \|\n\nEinwohner nach Jahren\n", text)
    assert re.search(r"\n  \|:-+:\|-+\|\n  \| +x +\| y +\|\n\n  Tabelle im Punkt\n", text)
    assert re.search(r"\| Hof +\| +1\.180 \|\n\nVarianten im Vergleich", text)
    notes = dict(re.findall(r"^\[\^(\d)\]: (.*)$", text, re.MULTILINE))
    assert notes == {
        "1": "Jahrbuch 2024, S. 12; [Portal](https://a.example/x?a=1&b=2).",
        "2": "Register, Stand 2024, fortgeschrieben.",
        "3": "Noch eine Quelle.",
    }


def test_in_word(built: Path) -> None:
    with zipfile.ZipFile(built / "insek.docx") as package:
        notes = package.read("word/footnotes.xml").decode()
        links = package.read("word/_rels/footnotes.xml.rels").decode()
        main = package.read("word/document.xml").decode()
    numbers = re.findall(r'<w:footnoteReference w:id="(\d+)"', main)
    assert len(numbers) == 3
    assert all(f'<w:footnote w:id="{number}">' in notes for number in numbers)
    assert "Noch eine Quelle" in notes
    assert "https://a.example/x?a=1&amp;b=2" in links
    document = Document(str(built / "insek.docx"))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style is not None}
    assert styles["Die Mitte ist das Herz."] == "Zitat"
    assert styles["Einwohner nach Jahren"] == "Bildunterschrift"
    outer = [c for table in document.tables for row in table.rows for c in row.cells]
    inner = [c for o in outer for table in o.tables for row in table.rows for c in row.cells]
    cells = [c for c in (*outer, *inner) if c.paragraphs]
    aligned = {cell.text: cell.paragraphs[0].alignment for cell in cells}
    assert (aligned["99.684"], aligned["1.180"], aligned["x"]) == (2, 2, 1)


def test_notes_of_a_long_text_keep_their_numbers(tmp_path: Path) -> None:
    """A long report reaches Word in parts, in each of which pandoc counts anew."""
    templates = TemplateSet()
    text = "Wort[Quelle, [dort](<https://a.example>)]{.fussnote}."
    parts = pandoc_document(text, templates, tmp_path, date(2026, 1, 1)) * 3
    saved = WordDocument(parts, templates.find(REFERENCE).read_bytes()).save()
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        notes = package.read("word/footnotes.xml").decode()
        links = package.read("word/_rels/footnotes.xml.rels").decode()
        main = package.read("word/document.xml").decode()
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', main) == ["1", "2", "3"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == ["1", "2", "3"]
    assert set(re.findall(r'r:id="(\w+)"', notes)) == set(re.findall(r' Id="(\w+)"', links))


def test_in_the_pdf(built: Path) -> None:
    shown = subprocess.run(
        ["pdftotext", "-layout", str(built / "insek.pdf"), "-"], capture_output=True, check=True
    )
    text = shown.stdout.decode()
    for words in ("Jahrbuch 2024, S. 12; Portal.", "Noch eine Quelle.", "Einwohner nach Jahren"):
        assert words in text
    # To the right: the numbers end where their heading ends.
    head = next(line for line in text.split("\n") if re.search(r"Jahr\s+Zahl", line))
    row = next(line for line in text.split("\n") if "99.684" in line)
    assert abs(len(head.rstrip()) - len(row.rstrip())) <= 1


def test_a_chapter_without_notes_needs_no_part_for_them(tmp_path: Path) -> None:
    run(tmp_path, "init", ".")
    run(tmp_path, "build", "--format", "docx")
    with zipfile.ZipFile(tmp_path / "build/insek.docx") as package:
        assert "word/footnotes.xml" not in package.namelist()


def test_footnotes_that_repeat_each_other_end(tmp_path: Path) -> None:
    """Inputs that let pandoc's own readers run for minutes."""
    run(tmp_path, "init", ".")
    chain = "".join(f"[^{n}]: a [^{n + 1}] [^{n + 1}]\n\n" for n in range(40))
    bombs = {
        "selbst": "x[^1]\n\n[^1]: y [^1]\n",
        "kette": "x[^0]\n\n" + chain,
        "vielfach": "x[^1] " * 5000 + "\n\n[^1]: " + "lang " * 3000 + "\n",
        "offen": "[^" * 5000,
        "zitate": "> " * 5000 + "x\n",
    }
    for name, text in bombs.items():
        path = tmp_path / f"data/chapters/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitel: {name}\n---\n{text}", encoding="utf-8")
    done = run(tmp_path, "check")
    assert done.returncode == 1
    for name in ("selbst", "kette", "vielfach", "offen", "zitate"):
        assert f"data/chapters/{name}.md" in done.stdout, name


QUOTED = """---
titel: Zitate
---
> Die Stadt sagt:
>
> - ein Punkt
> - zwei Punkte
>
>   3. darunter
>
> 7. sieben
>
>    und weiter

Mehr unter https://stadt.example/a_b?x=1&y=(2), **www.stadt.example**, amt@stadt.example.
[Seite https://a.example](https://b.example) und ordner/www.stadt.example/bild.

4. vier
5. fünf
"""


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zitate")
    run(folder, "init", ".")
    (folder / "data/chapters").mkdir(exist_ok=True)
    (folder / "data/chapters/zitate.md").write_text(QUOTED, encoding="utf-8")
    assert run(folder, "build", "--format", "md", "--format", "docx").returncode == 0
    return folder / "build"


def test_a_list_in_a_quotation_stands_inside_it(quoted: Path) -> None:
    document = Document(str(quoted / "insek.docx"))
    found = {p.text: p for p in document.paragraphs}
    for text, depth in {"ein Punkt": 1, "zwei Punkte": 1, "darunter": 2, "und weiter": 1}.items():
        assert found[text].style is not None
        assert found[text].style.name == "Zitat", text
        quotation = found["Die Stadt sagt:"].style.paragraph_format.left_indent.twips
        assert found[text].paragraph_format.left_indent.twips == quotation + depth * 283


def test_numbers_of_a_list_are_those_of_the_text(quoted: Path) -> None:
    document = Document(str(quoted / "insek.docx"))
    numbering = document.part.numbering_part.element
    for text, level, start in (("sieben", 0, 7), ("vier", 0, 4), ("darunter", 1, 3)):
        paragraph = next(p for p in document.paragraphs if p.text == text)
        properties = paragraph._p.pPr.numPr
        assert properties.ilvl.val == level
        number = numbering.num_having_numId(properties.numId.val)
        override = next(one for one in number.lvlOverride_lst if one.ilvl == level)
        assert override.startOverride.val == start


def test_addresses_in_a_text_are_links(quoted: Path) -> None:
    goals = [
        "https://stadt.example/a_b?x=1&y=(2)",
        "http://www.stadt.example",
        "mailto:amt@stadt.example",
        "https://b.example",
    ]
    document = Document(str(quoted / "insek.docx"))
    texts = {link.text: link.address for p in document.paragraphs for link in p.hyperlinks}
    assert [goal for goal in goals if goal in texts.values()] == goals
    assert texts["Seite https://a.example"] == "https://b.example"
    assert not any("bild" in text for text in texts)
    text = (quoted / "insek.md").read_text(encoding="utf-8")
    assert "<https://stadt.example/a_b?x=1&y=(2)>, **[www.stadt.example](http://" in text
