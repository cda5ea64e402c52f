"""The delivered Markdown reads well where people read it: links work, no layout is left."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from commands import run


@pytest.fixture(scope="module")
def text(musterstadt: Path) -> str:
    return (musterstadt / "insek.md").read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """The anchors GitHub makes of headings, and those set by hand."""
    seen: dict[str, int] = {}
    found: set[str] = set(re.findall(r'<a id="([^"]+)"', text))
    for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        words = re.sub(r"<[^>]+>|[*`\\]", "", heading).strip().lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if slug in seen else slug)
        seen[slug] = seen.get(slug, 0) + 1
    return found


def test_every_internal_link_has_its_goal(text: str) -> None:
    goals = {unquote(goal) for goal in re.findall(r"\]\(#([^)]+)\)", text)}
    assert len(goals) > 50
    assert goals - anchors(text) == set()


def test_there_is_one_title_and_no_gap_between_headings(text: str) -> None:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_no_layout_of_the_templates_is_left(text: str) -> None:
    assert ":::" not in text
    assert re.findall(r"\]\{", text) == []
    assert "<div" not in text
    assert "<span" not in text
    assert "<table" not in text


def test_images_have_alternative_texts(text: str) -> None:
    alternatives = re.findall(r"!\[([^\]]*)\]", text)
    assert alternatives
    assert all(alternatives)


ADDRESSES = """id: M-002
titel: Quellen
handlungsfeld: HF1
beschreibung: |
  Siehe https://beispiel.example/suche?ort=stadt&jahr=2027&copy=1 und
  [Portal](https://beispiel.example/c?x=1&y=2), Müller&Söhne, R&D und &amp;lt;.
"""


def test_an_ampersand_stays_one(tmp_path: Path) -> None:
    run(tmp_path, "init", ".")
    (tmp_path / "data/measures/M-002-quellen.yaml").write_text(ADDRESSES, encoding="utf-8")
    run(tmp_path, "build", "--format", "md")
    text = (tmp_path / "build/insek.md").read_text(encoding="utf-8")
    assert "Siehe <https://beispiel.example/suche?ort=stadt&jahr=2027&copy=1> und" in text
    assert "(https://beispiel.example/c?x=1&y=2)" in text
    assert "Müller&Söhne, R&D und &amp;lt;." in text
