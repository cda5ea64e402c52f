"""Vote files as other programs write them, and the command that imports them."""

import contextlib
import io
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from insek_cli.cli import main

ROOT = Path(__file__).resolve().parents[3]
SLUG = "abend"
PROMPT = "Was zuerst?"
TITLES = {
    "M-001": "Leerstandskataster",
    "M-002": "Radweg: Bahnhof, Markt und zurück",
    "M-003": "Grüne Höfe",
    "M-004": "Nachtbus ins Umland",
    "M-005": "Spielstraßen auf Zeit",
    "M-006": "Trinkbrunnen am Markt",
}
WORKSHOP = f"""titel: Abend
fragen:
  - id: hf1
    handlungsfeld: HF1
    wortlaut: {PROMPT}
    massnahmen: [M-001, M-002, M-003]
    max_auswahl: 3
  - id: hf2
    handlungsfeld: HF2
    wortlaut: {PROMPT}
    massnahmen: [M-003, M-004, M-005, M-006]
    max_auswahl: 2
"""
HEADER = "quelle;kanal;frage;gruppe;runde;stimmzettel;art;rang;massnahme;gewicht\n"


@dataclass(frozen=True)
class Town:
    """A project with one workshop."""

    root: Path

    @property
    def ballots(self) -> Path:
        return self.root / "data" / "workshops" / SLUG / "ballots.csv"

    def rows(self) -> list[str]:
        """The rows of ballots.csv, none without the file."""
        if not self.ballots.exists():
            return []
        return self.ballots.read_bytes().decode().split("\n")[1:-1]

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def workbook(self, name: str, **sheets: Sequence[Sequence[object]]) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title.replace("_", " "))
            for row in rows:
                sheet.append(list(row))
        book.save(self.root / name)
        return self.root / name

    def voters(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
        """A Mentimeter file with the sheet Voters; rows are session, voter and answers."""
        head = [
            ["Note: there are more sheets in this document"],
            ["Each session is found on its own sheet below."],
            ["Date (UTC)", "Session", "Voter", *columns],
        ]
        return self.workbook(name, Voters=[*head, *(["2030-05-14", *row] for row in rows)])


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    root = tmp_path / "stadt"
    shutil.copytree(ROOT / "tests" / "cases" / "valid" / "minimal", root)
    for id_, title in list(TITLES.items())[1:]:
        text = f'id: {id_}\ntitel: "{title}"\nhandlungsfeld: HF1\n'
        if id_ == "M-003":
            text += "kurztitel: Höfe\nfrueher: [Hofbegrünung]\n"
        (root / "data" / "measures" / f"{id_}-karte.yaml").write_text(text, encoding="utf-8")
    folder = root / "data" / "workshops" / SLUG
    folder.mkdir(parents=True)
    (folder / "workshop.yaml").write_text(WORKSHOP, encoding="utf-8")
    return Town(root)


@pytest.fixture
def votes(town: Town, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`insek votes import abend … --yes` in German, with what it says."""

    def run(*arguments: str | Path, yes: bool = True) -> Done:
        monkeypatch.setenv("INSEK_LANG", "de")
        monkeypatch.chdir(town.root)
        out, err = io.StringIO(), io.StringIO()
        words = ["votes", "import", SLUG, *map(str, arguments), *(["--yes"] if yes else [])]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
        return Done(code, out.getvalue(), err.getvalue())

    return run
