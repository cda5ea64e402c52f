"""Markdown fields: read in a short and a long way, written and read again, nothing lost."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from insek_cli.markdown import parse_markdown
from insek_cli.markdown.reader import _MARKED, _plain_paragraphs, _read

MARKS = ("*", "**", "_", "- ", "1. ", "\n", "\n\n", "  ", "\\", "#", "|", "<", "~", "+", "(", "]")
PIECES = ("Wort ", "Straße", "[Link](https://b.example)", "&amp;", "https://c.example ", *MARKS)
NAMES = r"Wort|Straße|Link"
TEXTS = st.text(alphabet="aäß .,:;-+=()123\n\"'§%€/„“", max_size=60)


@given(TEXTS)
def test_texts_without_marks_need_no_parser(text: str) -> None:
    assume(not _MARKED.search(text))
    long_way = _read(text, False)
    assert long_way.problems == ()
    assert long_way.document == _plain_paragraphs(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.booleans())
def test_every_letter_is_in_the_text_or_told_of(text: str, chapter: bool) -> None:
    found = parse_markdown(text, chapter=chapter)
    assert all(0 <= p.start <= p.end <= len(text) for p in found.problems)
    assume(not found.problems)
    for said in (found.document.plain(), found.document.markdown()):
        assert "".join(re.findall(NAMES, said)) == "".join(re.findall(NAMES, text))


def test_marks_inside_words_are_text() -> None:
    found = parse_markdown("Akteur*innen und Bürger*innen, Bürger_innen und Nutzer_innen")
    assert found.problems == ()
    assert found.document.plain() == "Akteur*innen und Bürger*innen, Bürger_innen und Nutzer_innen"


def test_what_is_not_allowed_is_told_with_its_line() -> None:
    lines = ("Eins", "# Titel", "<b>x</b>", "`code`", "> Zitat", "![Bild](x.png)")
    text = "\n\n".join((*lines, "[x](javascript:a)", "[^1]"))
    problems = parse_markdown(text).problems
    found = [(text.count("\n", 0, problem.start) + 1, problem.kind) for problem in problems]
    assert found == [
        (3, "heading"),
        (5, "html"),
        (5, "html"),
        (7, "code"),
        (9, "quote"),
        (11, "image"),
        (13, "scheme"),
        (15, "footnote"),
    ]
