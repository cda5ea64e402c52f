"""What commands print and write: in German, on 80 columns, unless said otherwise."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from commands import VARIABLES, run
from golden.golden_files import GOLDEN
from golden.reports import CITIES

FOLDER = GOLDEN / "screens"
HELP = {
    "insek": (),
    "build": ("build",),
    "list": ("list",),
    "show": ("show",),
    "init": ("init",),
    "new": ("new",),
    "new-measure": ("new", "measure"),
    "new-field": ("new", "field"),
}


def screens(folder: Path) -> dict[Path, str]:
    """The golden files of the commands, as they are now; `folder` is empty, to work in."""
    small, whole = (_city(name, folder / name) for name in ("minimal", "musterstadt"))
    printed = {
        "show-full": _printed(whole, "show", "M-009"),
        "show-open": _printed(small, "show", "M-001"),
        "build-summary": _without_sizes(_printed(small, "build")),
        "build-open": _without_sizes(
            _printed(small, "build", "-f", "xlsx", "--stage", "beschluss")
        ),
        "new-measure": _made(small, "measure", "Grüne Höfe: *neu*", "--field", "hf2"),
        "new-field": _made(small, "field", "Straßen & Plätze"),
        "init": _project_made(folder),
        "help-insek.en": _help((), INSEK_LANG="en"),
    }
    printed |= {f"help-{name}": _help(words) for name, words in HELP.items()}
    printed |= {
        f"list-{width}": _printed(whole, "list", "--all", COLUMNS=str(width))
        for width in (60, 80, 120)
    }
    return {FOLDER / f"{name}.txt": text for name, text in printed.items()}


def _city(name: str, folder: Path) -> Path:
    shutil.copytree(CITIES[name] / "data", folder / "data")
    return folder


def _printed(folder: Path, *words: str, **variables: str) -> str:
    done = run(folder, *words, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _without_sizes(summary: str) -> str:
    """Sizes and page counts follow from the templates, not from the command."""
    return re.sub(r" +\d[\d,]*(?: kB| MB| Seiten?| Zeilen?)", " …", summary)


def _made(city: Path, *words: str) -> str:
    """The file that `insek new` writes."""
    return (city / _printed(city, "new", *words).strip()).read_bytes().decode()


def _project_made(folder: Path) -> str:
    """The files that `insek init` writes, but for schemas and the state of its own folder."""
    _printed(folder, "init", "stadt", SOURCE_DATE_EPOCH="1900000000")
    city = folder / "stadt"
    files = sorted(path for path in city.rglob("*") if path.is_file())
    return "".join(
        f"=== {path.relative_to(city).as_posix()}\n{path.read_text(encoding='utf-8')}"
        for path in files
        if not {"schema", ".insek"} & set(path.parts)
    )


def _help(words: tuple[str, ...], **variables: str) -> str:
    """A page of help, by a process of its own, for the language is settled on its start.

    A new command changes no golden file but its own.
    """
    done = subprocess.run(
        [sys.executable, "-m", "insek_cli", *words, "--help"],
        env={**os.environ, **VARIABLES, **variables},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return re.sub(r"^(Befehle|Commands):\n(?:  .*\n)+", r"\1: …\n", done.stdout, flags=re.MULTILINE)
