"""Pieces of a report converted at different times give the text of one conversion."""

import random
import re
from functools import cache
from pathlib import Path

import pytest

from insek_cli.documents import pdf
from insek_cli.documents.engines import pandoc
from insek_cli.documents.engines.pandoc_chunks import Chunks
from insek_cli.documents.templates import TemplateSet, report_markdown
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report
from insek_cli.resources import examples_dir, templates_dir
from insek_cli.source import assemble, load_project
from insek_cli.workshop.documentation import documentation

ROOT = Path(__file__).parents[3]
CITIES = {"kaiserslautern": ROOT, "musterstadt": examples_dir() / "musterstadt"}
WORKSHOP = "massnahmenwerkstatt"


@cache
def markdown(city: str, template: str) -> str:
    """What the templates make of a city."""
    report = compose_report(assemble(load_project(CITIES[city])), Options("intern"))
    if template.endswith("werkstatt.md.j2"):
        report = documentation(report, WORKSHOP)
    return report_markdown(report, TemplateSet(CITIES[city]), template)


def converted(text: str, target: str, chunks: Chunks) -> str:
    """The text in another format without the empty lines, which mean nothing there."""
    filters = {"typst": "pandoc/typst.lua", "gfm": "pandoc/markdown.lua"}
    made = pandoc.convert_chunks(text, target, templates_dir() / filters[target], chunks)
    return re.sub(r"\n{2,}", "\n\n", "\n\n".join(made)).strip()


@pytest.mark.parametrize("target", ["typst", "gfm"])
@pytest.mark.parametrize("template", ["report.md.j2", "werkstatt.md.j2"])
@pytest.mark.parametrize("city", CITIES)
def test_whatever_is_known_the_text_is_the_same(city: str, template: str, target: str) -> None:
    text = markdown(city, template)
    whole = Chunks()
    first = converted(text, target, whole)
    assert len(whole.used) > 5
    dice = random.Random(1)
    for share in (0.1, 0.5, 0.9):
        known = {name: made for name, made in whole.used.items() if dice.random() < share}
        assert converted(text, target, Chunks(known)) == first


def given(text: str) -> str:
    """What the engine gets to convert."""
    seen: list[str] = []
    Chunks().convert(text, lambda joined: seen.append(joined) or joined, b"")
    return seen[0].strip()


def pieces(text: str) -> list[str]:
    """What is converted apart, in order."""
    return [part.strip("\n") for part in given(text).split("insekschnittstelle")]


def test_a_border_never_lies_within_a_block() -> None:
    text = "a\n\n::: aussen\n:::: innen\nb\n::::\nc\n:::\n\nd\n"
    assert pieces(text) == ["a", "::: aussen\n:::: innen\nb\n::::\nc\n:::", "d"]


@pytest.mark.parametrize(
    "text",
    [
        "::: offen\na\n\n:::: zu\nb\n::::\n",
        "```\n::: kein block\n```\n\n::: zu\na\n:::\n\n````\n:::\n",
        "[a]: https://example.org\n\n::: zu\n[a]\n:::\n",
        "insekschnittstelle\n\n::: zu\na\n:::\n",
    ],
    ids=["open block", "open code", "definition", "the word itself"],
)
def test_what_cannot_be_cut_safely_stays_whole(text: str) -> None:
    assert given(text) == text.strip()


def test_colons_in_code_are_no_fence() -> None:
    text = "```\n::: kein block\n```\n\na\n"
    assert pieces(text) == ["```\n::: kein block\n```", "a"]


def test_an_edit_gives_typst_one_new_file(tmp_path: Path) -> None:
    """What the files hold decides how much Typst sets anew while `insek build --watch` runs."""
    report = compose_report(assemble(load_project(CITIES["musterstadt"])), Options())
    before = [f"= Kapitel {number}" for number in range(9)]
    after = [*before[:4], "Ein Satz mehr.\n\n= Kapitel 4", *before[5:]]
    for name, text in (("vorher", before), ("nachher", after)):
        (tmp_path / name).mkdir()
        pdf.lay_out_folder(tmp_path / name, report, text, {})
    files = [
        {path.name: path.read_bytes() for path in (tmp_path / name / "text").iterdir()}
        for name in ("vorher", "nachher")
    ]
    assert len(files[0].items() - files[1].items()) == 1
    assert len(files[1].items() - files[0].items()) == 1


def test_a_div_without_a_class_hides_none_that_has_one() -> None:
    text = "::: {#anker}\n::: leise\nText\n:::\n:::\n"
    assert "#leise()[" in converted(text, "typst", Chunks())
