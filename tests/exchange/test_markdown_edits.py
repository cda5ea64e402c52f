"""Plain words carried back into Markdown: what is printed is what was typed, marks stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.exchange.markdown_edits import markdown_with, plain_of
from insek_cli.tables.office_text import alike, flat, restored

SOURCE = """\
Der Bach wird **offen gelegt** und begrünt.
Rund 340 Meter, z. B. am Markt, sind betroffen.

Dazu gehören:

- Erstberatung, *kostenfrei*
- Umbau der [alten Feuerwache](M-002)

Am Ende steht ein Fest.
"""


def edited(old: str, new: str) -> str:
    plain = plain_of(SOURCE).replace("\u00a0", " ")
    assert old in plain
    return markdown_with(SOURCE, plain.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("begrünt", "bepflanzt", SOURCE.replace("begrünt", "bepflanzt")),
        ("Erstberatung, kosten", "Beratung, kosten", SOURCE.replace("Erstberatung", "Beratung")),
        ("am Markt, sind", "am Markt sind", SOURCE.replace("am Markt, sind", "am Markt sind")),
        ("ein Fest.", "ein Fest.\nUnd ein Dank.", SOURCE + "\nUnd ein Dank.\n"),
        ("ein Fest.", "ein Fest. Und ein Dank.", SOURCE[:-1] + "\nUnd ein Dank.\n"),
        ("– Umbau der alten Feuerwache\n", "",
         SOURCE.replace("- Umbau der [alten Feuerwache](M-002)\n", "")),
        ("alten Feuerwache", "alten Feuerwache\n– Neubau",
         SOURCE.replace("(M-002)", "(M-002)\n- Neubau")),
        ("Am Ende", "[Ganz] am *Ende*", SOURCE.replace("Am Ende", r"\[Ganz\] am \*Ende\*")),
    ],
)  # fmt: skip
def test_marks_stay_where_their_words_do(old: str, new: str, wanted: str) -> None:
    assert edited(old, new) == wanted


def test_a_mark_whose_words_went_goes_with_them() -> None:
    assert edited("offen gelegt", "offen") == SOURCE.replace("**offen gelegt**", "offen")


RICH = """\
Ein **fetter** Satz mit [Seite](https://example.org/a?b=1&c=2) und P+R, z.T. Akteur*innen.
Zweiter Satz\\
mit Umbruch.

- eins
  - tiefer

    Ein Absatz dazu.
- zwei

1. erster
2. zweiter

| A | B |
| --- | ---: |
| x | 1.180 |

: Eine Beschriftung

Schluss mit *Betonung* am [Ende](mailto:a@b.de).
"""


@pytest.mark.parametrize("place", range(len(plain_of(RICH).split("\n"))))
def test_an_edit_in_one_line_leaves_all_others(place: int) -> None:
    lines = plain_of(RICH).split("\n")
    if "|" in lines[place]:
        return
    lines[place] = lines[place].replace("mit", "ohne", 1) + " Neu"
    text = markdown_with(RICH, "\n".join(lines))
    assert alike(plain_of(text), "\n".join(lines))
    before, after = RICH.splitlines(), text.splitlines()
    assert len([line for line in before if line not in after]) <= 2
    for mark in ("**fetter**", "(https://example.org/a?b=1&c=2)", "    Ein Absatz", "| --- |"):
        assert mark in text


PARTS = st.sampled_from(
    ["Ein Satz.", "**Fett** gesagt.", "Mit [Link](M-002) darin.", "*Schräg*, z. B. so."]
)
PARAGRAPHS = st.lists(PARTS, min_size=1, max_size=3).map("\n".join)
LISTS = st.lists(PARTS, min_size=1, max_size=3).map(lambda i: "\n".join(f"- {x}" for x in i))
TEXTS = st.lists(st.one_of(PARAGRAPHS, LISTS), min_size=1, max_size=4).map("\n\n".join)
WORDS = st.sampled_from(["Bürger_innen", "*", "M-001", "1.", "a_b_c", "<b>", "#", "neu.", "–", "&"])


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.sampled_from("xad"), WORDS), max_size=4))
def test_what_is_printed_is_what_was_typed(source: str, edits: list[tuple[int, str, str]]) -> None:
    lines = [line.split(" ") for line in plain_of(source).split("\n")]
    for at, how, word in edits:
        line = lines[at % len(lines)]
        place = at % (len(line) + 1)
        if how == "d" and len(line) > 2 and 0 < place < len(line):
            del line[place]
        elif how == "a":
            line.insert(max(place, 1), word)
        elif place < len(line):
            line[max(place, 1) % len(line)] += "x"
    plain = "\n".join(" ".join(line) for line in lines)
    found = markdown_with(source, plain)
    assert alike(plain_of(found), plain)
    if alike(plain, plain_of(source)):
        assert found == source


@given(TEXTS)
def test_what_nobody_edited_keeps_every_character(source: str) -> None:
    typed = (
        plain_of(source).replace(" – ", " - ").replace("\n", "_x000D_\n").replace(". ", ".\u00a0")
    )
    assert markdown_with(source, typed) == source


def test_signs_of_programs_are_no_edits() -> None:
    base = "Die „Alte Post“ – 3 m² – bleibt…\n– Punkt"
    typed = 'Die "Alte Post" - 3\u00a0m² — bleibt..._x000D_\n• Punkt \n\n'
    assert alike(base.replace("…", "..."), base)
    assert flat(typed).replace("•", "-") == flat(base)
    assert restored(base, typed.replace("•", "-").replace("Alte", "Neue")) == base.replace(
        "Alte", "Neue"
    ).replace("…", "...")


@given(st.lists(st.sampled_from(["a", "–", "„b“", " ", "\n", "3 %", "c"]), max_size=8).map("".join))
def test_restoring_the_same_words_gives_the_base(base: str) -> None:
    assert flat(restored(base, base)) == flat(base)
