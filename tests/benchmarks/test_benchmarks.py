"""What is measured is worth measuring: cities of varied, sound measures; every row is drawn."""

from itertools import pairwise
from pathlib import Path

from benchmarks.catalogues import city, edit, measures
from benchmarks.chart import chart
from benchmarks.rows import Row
from benchmarks.side_by_side import MissingPeerError, Program, compare
from defusedxml import ElementTree

from insek_cli.build.load_and_check import load_and_check
from insek_cli.findings import Severity

NUMBER = 30


def test_a_city_is_sound_and_no_text_stands_twice(tmp_path: Path) -> None:
    root = city(tmp_path / "stadt", NUMBER)
    issues, catalog = load_and_check(root, None)
    assert [issue for issue in issues if issue.severity is Severity.ERROR] == []
    texts = [measure.beschreibung for measure in catalog.measures if measure.beschreibung]
    assert len(catalog.measures) == NUMBER
    assert len(set(texts)) == len(texts) > NUMBER / 2


def test_the_same_seed_gives_the_same_city(tmp_path: Path) -> None:
    one, other = (city(tmp_path / name, NUMBER) for name in ("a", "b"))
    content = {path.name: path.read_bytes() for path in measures(one)}
    assert content == {path.name: path.read_bytes() for path in measures(other)}


def test_each_edit_changes_one_measure(tmp_path: Path) -> None:
    root = city(tmp_path / "stadt", NUMBER)
    states = []
    for turn in range(3):
        edit(root, turn)
        states.append({path.name: path.read_bytes() for path in measures(root)})
    for before, after in pairwise(states):
        assert sum(before[name] != after[name] for name in before) == 1


def test_a_missing_peer_is_a_line_that_says_so() -> None:
    found = compare({"fehlt": Program(("gibt-es-nicht",))}, rounds=1)
    assert isinstance(found["fehlt"], MissingPeerError)
    assert "gibt-es-nicht" in str(found["fehlt"])


def test_every_ratio_is_drawn() -> None:
    rows = [
        Row("a", "b & c", "≤ 1.5", 1.0, 2.0, 0.5, True),
        Row("d", "e", "≥ 5 × faster", 1.0, 2.0, 2.0, False),
        Row("f", "g", "< 3 GB", ratio=0.4, reached=True),
        Row("h", "i", "≤ 1"),
    ]
    drawing = ElementTree.fromstring(chart(rows))
    texts = ["".join(node.itertext()) for node in drawing.iter() if node.tag.endswith("text")]
    assert any("a : b & c" in text for text in texts)
    assert sum("reached" in text for text in texts) == 3
