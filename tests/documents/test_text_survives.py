"""Whatever a text says, every document says it too, to the character."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from documents.project_files import MEASURE, squeezed, words_of, write_project
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.markdown import escape, parse_markdown

TEXTS = (
    "Bürger*innen und Akteur*innen, Bürger_innen, Akteur:innen, P+R, z.T. und z. B. §9, § 9",
    '„Anführung“ "gerade" und ‚einfach‘ und \'gerade\' – Gedankenstrich -- doppelt --- dreifach',
    "Punkte ... und … sowie -5 Grad, (-3), 2020-2030, a-? und +7",
    "Rechnen: 1 < 2 & 3 > 2; a = b; 50 % und 50%; 5€ und 5 €; CO₂; m²; ≥ 10; × 3; → weiter",
    r"Zeichen: \pfad ~ ^ ` | # $x^2$ {geschweift} [eckig] [Text](ziel) @Amt <Amt> &amp; &uuml;",
    r"Rückstrich vor Zeichen: a\'b, c\$d, e\*f, \\doppelt",
    "=1+1 sieht wie eine Formel aus",
    "# kein Titel",
    "- kein Punkt",
    "1. keine Nummer",
    "+ auch keiner",
    "/ Dach: kein Stichwort",
    "= 20 Bäume, keine Überschrift",
    "== auch keine",
    "(a) kein Aufruf; [b] kein Inhalt",
    "::: {.kopf} kein Rahmen",
    "/* kein Kommentar */ // auch keiner http://beispiel.example/a_b_c?x=1&y=2#z",
    "#let kein = code; #read(\"/etc/passwd\") @label <label> *fett* _kursiv_ `wort`",
    "Grüße aus Łódź, Çeşme, Žilina, Αθήνα und Москва",
)  # fmt: skip


def project(root: Path) -> Path:
    """Every text in several plain keys."""
    measure = {
        **MEASURE,
        "titel": TEXTS[0],
        "nachhaltigkeit": list(TEXTS),
        "akteure": {"federfuehrung": "amt", "zielgruppen": list(TEXTS)},
        "kosten": {"positionen": [{"art": text, "erlaeuterung": text} for text in TEXTS]},
    }
    registers = [{"id": "amt", "name": TEXTS[4]}]
    return write_project(
        root, {"measures/M-001-test.yaml": measure, "registers/actors.yaml": registers}
    )


@pytest.mark.parametrize(
    "kind", ["md", "docx", "xlsx", pytest.param("pdf", marks=pytest.mark.office)]
)
def test_special_characters_survive(tmp_path: Path, kind: str) -> None:
    outcome = produce(Request(project(tmp_path), formats=(kind,)))
    assert [issue for issue in outcome.issues if issue.severity == "error"] == []
    said = words_of(outcome.outputs[0].path)
    lost = [text for text in TEXTS if squeezed(text) not in said]
    assert lost == []


MARKED = """\
Der Platz bekommt **Stadtgrün**.Danach folgt der *Brunnen*.len, **Licht**(hell), **Holz**[neu].
Das [Portal](https://stadt.example).de führt weiter, [2. Bauabschnitt](M-001) ist ein Verweis.

- = 20 Bäume je Straße
- **Fett**;Strich
- + 25 Prozent
- / Dach: begrünt
- 3\\. Platz \\
  \\+ eins
"""
SAID = (
    "Stadtgrün.Danach folgt der Brunnen.len, Licht(hell), Holz[neu].",
    "Das Portal.de führt weiter, 2. Bauabschnitt ist ein Verweis.",
    "= 20 Bäume je Straße",
    "Fett;Strich",
    "25 Prozent",
    "/ Dach: begrünt",
    "3. Platz + eins",
)


@pytest.mark.parametrize("kind", ["md", "docx", pytest.param("pdf", marks=pytest.mark.office)])
def test_what_follows_emphasis_or_begins_an_item_is_text(tmp_path: Path, kind: str) -> None:
    measure = {**MEASURE, "beschreibung": MARKED}
    root = write_project(tmp_path, {"measures/M-001-test.yaml": measure})
    outcome = produce(Request(root, formats=(kind,)))
    assert [issue for issue in outcome.issues if issue.severity == "error"] == []
    said = words_of(outcome.outputs[0].path)
    assert [text for text in SAID if squeezed(text) not in said] == []


WORDS = st.text(
    alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=("C",)),
    min_size=1,
).filter(lambda text: text.strip())


@given(WORDS)
@settings(max_examples=300)
def test_escaped_text_reads_back_as_itself(text: str) -> None:
    """The parser for Markdown fields undoes the escaping, whatever the text."""
    plain = escape(" ".join(text.split()))
    plain = plain.replace("{.wort}", "")
    shown = parse_markdown(plain).document.plain()
    assert squeezed(shown.replace("[", "").replace("]", "")) == squeezed(
        text.replace("[", "").replace("]", "")
    )


# A build takes a second: few examples, and none is made smaller.
@settings(
    max_examples=4,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(WORDS, min_size=20, max_size=40))
def test_any_text_survives_in_word_and_markdown(tmp_path: Path, texts: list[str]) -> None:
    texts = [" ".join(text.split()) for text in texts]
    measure = {**MEASURE, "nachhaltigkeit": texts}
    root = write_project(tmp_path, {"measures/M-001-test.yaml": measure})
    outcome = produce(Request(root, formats=("md", "docx")))
    if not outcome.built:  # characters the loader refuses, e.g. C1
        assert outcome.issues
        return
    for output in outcome.outputs:
        said = words_of(output.path)
        assert [text for text in texts if squeezed(text) not in said] == []


@pytest.mark.office
def test_what_no_font_can_draw_is_printed_as_its_number(tmp_path: Path) -> None:
    joined = "Weg 1\ufe0f\u20e3 und 11 e\u0301\u20dd, **fett**\U0001f333 [Eins](M-001)\U0001f333"
    measure = {**MEASURE, "titel": "Bäume \U0001f333 in 日本 ✓", "beschreibung": joined}
    root = write_project(tmp_path, {"measures/M-001-test.yaml": measure})
    outcome = produce(Request(root, formats=("pdf", "md")))
    said = {output.format: words_of(output.path) for output in outcome.outputs}
    assert "Bäume(U+1F333)in(U+65E5)(U+672C)✓" in said["pdf"]
    assert "und11é(U+20DD),fett(U+1F333)Eins(U+1F333)" in said["pdf"]
    assert "Bäume\U0001f333in日本✓" in said["md"]
