"""Addresses in texts stay what they are in the delivered Markdown."""

from pathlib import Path

from tests.commands import run

MEASURE = """id: M-002
titel: Quellen
handlungsfeld: HF1
beschreibung: |
  Siehe https://beispiel.example/suche?ort=stadt&jahr=2027&copy=1 und
  [Portal](https://beispiel.example/c?x=1&y=2), Müller&Söhne, R&D und &amp;lt;.
"""


def test_an_ampersand_stays_one(tmp_path: Path) -> None:
    run(tmp_path, "init", ".")
    (tmp_path / "data/measures/M-002-quellen.yaml").write_text(MEASURE, encoding="utf-8")
    run(tmp_path, "build", "--format", "md")
    text = (tmp_path / "build/insek.md").read_text(encoding="utf-8")
    assert "https://beispiel.example/suche?ort=stadt&jahr=2027&copy=1 und" in text
    assert "(https://beispiel.example/c?x=1&y=2)" in text
    assert "Müller&Söhne, R&D und &amp;lt;." in text
