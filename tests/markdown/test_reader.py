"""Markdown fields: the short way for texts without marks says the same as the long one."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.markdown import parse_markdown
from insek_cli.markdown.reader import _MARKED, _plain_paragraphs, _read

TEXTS = st.text(alphabet="aäß .,:;-+=()123\n\"'§%€/„“", max_size=60)


@given(TEXTS)
def test_texts_without_marks_need_no_parser(text: str) -> None:
    if _MARKED.search(text):
        return
    long_way = _read(text, False)
    assert long_way.problems == ()
    assert long_way.document == _plain_paragraphs(text)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = parse_markdown(text)
    assert found.document.markdown() is not None
    assert found.document.plain() is not None


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
