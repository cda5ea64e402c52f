"""A finding inside a text points at the very word, in each way of writing YAML and Markdown."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import run
from insek_cli.markdown import parse_markdown

WORDS = st.sampled_from(
    ["Grüne", "Höfe", "**fett**", "*schief*", "a|b", "„so“", "&amp;", "\\*", "`"]
)
HEADS = st.sampled_from(["", "- ", "1. ", "> ", "  - ", "# "])
LINE = st.tuples(HEADS, st.lists(WORDS, max_size=4).map(" ".join)).map("".join)
MARK = "<märk>"


@given(st.lists(LINE, max_size=6), st.lists(LINE, min_size=1, max_size=6), st.booleans())
def test_html_is_told_where_it_stands(before: list[str], after: list[str], chapter: bool) -> None:
    text = "\n".join([*before, f"{after[0]} <b> und <b>", *after[1:]])
    found = [p for p in parse_markdown(text, chapter=chapter).problems if p.detail == "<b>"]
    written = [match.start() for match in re.finditer("<b>", text)]
    told = {(problem.start, problem.end) for problem in found}
    # In a block that is refused as a whole nothing is told of its parts.
    assert told <= {(at, at + 3) for at in written}
    assert len(told) in (0, len(written))


@given(
    st.lists(st.sampled_from(["a", "ü", "\\|", "*b*", " ", "c \\| d"]), max_size=4).map("".join),
    st.integers(0, 2),
    st.sampled_from(["", "- "]),
    st.booleans(),
)
def test_cells_of_tables_are_told_where_they_stand(
    words: str, column: int, around: str, edges: bool
) -> None:
    cells = ["x", "y", "z"]
    cells[column] = f"w{words} <b> e"
    left, right = ("| ", " |") if edges else ("", "")
    inside = "  " if around else ""
    rows = ["a | b | c", "--- | --- | ---", " | ".join(cells)]
    lines = [f"{left}{row}{right}" for row in rows]
    text = "\n".join([around + lines[0], *(inside + line for line in lines[1:])])
    found = [p for p in parse_markdown(text, chapter=True).problems if p.detail == "<b>"]
    assert [text[p.start : p.end] for p in found] == ["<b>"]


@pytest.mark.parametrize("apart", [False, True], ids=["composed", "apart"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_words_are_pointed_at_whatever_the_file_is_like(
    tmp_path: Path, ends: str, apart: bool
) -> None:
    run(tmp_path, "init", ".")
    head = "id: M-002\ntitel: Höfe\nhandlungsfeld: HF1\n"
    ways = [
        "beschreibung: |\n  Für Höfe\n  und Bürger_innen im ZRKX.\n",
        "beschreibung: >-\n\n  Für Höfe\n  und Bürger_innen im ZRKX.\n",
        'beschreibung: "Für H\\u00f6fe\n\n  und Bürger_innen\\\n  \\ im ZRKX."\n',
        "beschreibung: 'Für ''Höfe''\n  und Bürger_innen im ZRKX.'\n",
        "beschreibung: Für Höfe\n  und Bürger_innen im ZRKX.\n",
        "nachhaltigkeit:\n  - Höfe\n  - Für Höfe und Bürger_innen\n    im ZRKX.\n",
        (
            "weitere_abschnitte:\n  - titel: Ü\n    text: |2\n        Für Höfe\n"
            "      und\tBürger_innen im ZRKX.\n"
        ),
    ]
    (tmp_path / "data/measures/M-009-viele.yaml").write_text(
        head.replace("M-002", "M-009") + "beschreibung: Bürger*innen, Nutzer*innen\n", "utf-8"
    )
    (tmp_path / "data/registers/abbreviations.yaml").write_text("- kurz: ABC\n  lang: A\n", "utf-8")
    for way in ways:
        text = (head + way).replace("\n", ends)
        text = unicodedata.normalize("NFD", text) if apart else text
        path = tmp_path / "data/measures/M-002-hoefe.yaml"
        path.write_bytes(text.encode())
        done = run(tmp_path, "check", "--format", "json")
        told = {}
        for issue in json.loads(done.stdout):
            if issue["file"].endswith(path.name) and issue["code"] in ("INSEK425", "INSEK426"):
                line = text.split(ends)[issue["line"] - 1]
                word = line[issue["column"] - 1 : issue["end"] - 1]
                told[issue["code"]] = unicodedata.normalize("NFC", word)
        assert told == {"INSEK425": "ZRKX", "INSEK426": "Bürger_innen"}, way
