"""Typst in its own process: whatever is set, insek lives on and says what happened."""

from datetime import date
from pathlib import Path

import pytest

from insek_cli.documents import pdf
from insek_cli.documents.engines import typst_process
from insek_cli.findings import InsekError
from insek_cli.resources import fonts_dir

ENDLESS = "#let x = 0\n#for i in range(2000000000, step: 1) { x += 1 }\n"
DOUBLING = '#let x = "a" * 1024\n#for i in range(40) { x = x + x }\n#x\n'
TALL = '#image("hoch.svg", width: 168mm)\n'


def main_of(folder: Path, text: str) -> Path:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1000000"/>'
    (folder / "hoch.svg").write_text(svg, encoding="utf-8")
    main = folder / "insek.typ"
    main.write_text(text, encoding="utf-8")
    return main


@pytest.mark.parametrize("text", [ENDLESS, DOUBLING])
def test_what_takes_too_much_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(typst_process, "TIMEOUT", 5)
    monkeypatch.setattr(typst_process, "MEMORY", 400 * 1024**2)
    monkeypatch.setenv("INSEK_LANG", "de")
    with pytest.raises(InsekError, match="beendet"):
        pdf.compile_main(main_of(tmp_path, text), date(2026, 3, 16))


def test_what_breaks_the_engine_breaks_only_the_engine(tmp_path: Path) -> None:
    """A picture of a million times its width: the engine aborts, as it would have with insek."""
    head = "#set page(width: auto, height: auto, margin: 0pt)\n"
    main = main_of(tmp_path, head + TALL)
    with pytest.raises(typst_process.TypesettingError) as caught:
        typst_process.typeset(main, fonts_dir(), {"format": "png", "ppi": 220})
    assert caught.value.ended


def test_nothing_of_the_current_folder_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "typst.py").write_text("raise SystemExit('untergeschoben')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    options = {"format": "png"}
    assert typst_process.typeset(main_of(tmp_path, "Gut"), fonts_dir(), options).pages


def test_packages_are_neither_fetched_nor_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address asked is a dead end, and what lies in the user's cache stays there."""
    package = tmp_path / "cache" / "typst" / "packages" / "preview" / "gift" / "0.1.0"
    package.mkdir(parents=True)
    about = '[package]\nname = "gift"\nversion = "0.1.0"\nentrypoint = "lib.typ"\n'
    (package / "typst.toml").write_text(about, encoding="utf-8")
    (package / "lib.typ").write_text("#let gift = 1\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "*")
    main = main_of(tmp_path, '#import "@preview/gift:0.1.0": gift\n#gift\n')
    with pytest.raises(typst_process.TypesettingError, match="failed to download"):
        typst_process.typeset(main, fonts_dir(), {})


def test_drawings_that_take_too_long_are_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within all counts: twenty thousand shapes, each as large as the page."""
    shapes = '<rect width="1000" height="1000" opacity=".5"/>' * 20_000
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">'
    (tmp_path / "plan.svg").write_text(f"{head}{shapes}</svg>", encoding="utf-8")
    monkeypatch.setattr(pdf, "DRAWING_MOST", 1)
    monkeypatch.setenv("INSEK_LANG", "de")
    with pytest.raises(InsekError, match="beendet"):
        pdf.rasterise(tmp_path, ["plan.svg"])
