"""Cities that try the layout: many fields, long titles, everything filled, almost nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.catalogues import city as catalogue
from ruamel.yaml import YAML

from documents.project_files import write_project

ROOT = Path(__file__).parents[2]
TITLES = (
    "Aufwertung der Bahnhofsvorplatzfläche",
    "Hausgemeinschaften im Bestand, Ausweitung auf alle Stadtteile und Ortsbezirke",
    "Trinkbrunnen",
)
MEASURES = 60
LONGER = (
    " mit allen angrenzenden Straßen, Wegen und Plätzen der Stadtteile am Fluss, gemeinsam mit"
    " Anliegenden, Vereinen und der Verkehrsgesellschaft"
)


def many_fields(fields: int) -> dict[str, object]:
    """The files of fields with measures that serve others too."""
    files: dict[str, object] = {
        f"fields/HF{n}.yaml": {"id": f"HF{n}", "titel": f"Siedlungsentwicklung {n}"}
        for n in range(1, fields + 1)
    }
    for m in range(1, MEASURES + 1):
        own = (m - 1) * fields // MEASURES + 1
        others = sorted({(m * 7 + k * 3) % fields + 1 for k in range(m % 4)} - {own})
        files[f"measures/M-{m:03}-test.yaml"] = {
            "id": f"M-{m:03}",
            "titel": f"{TITLES[m % 3]} {m}",
            "handlungsfeld": f"HF{own}",
            "weitere_handlungsfelder": [f"HF{other}" for other in others],
        }
    return files


def one_measure(folder: Path) -> Path:
    """The least project: one field, one measure with a title."""
    return write_project(folder, {})


def eleven_fields(folder: Path) -> Path:
    """More fields than the register at the page's edge was drawn for."""
    return write_project(folder, many_fields(11))


def hundred_measures(folder: Path) -> Path:
    """120 measures that are printed, and some that were dropped."""
    return catalogue(folder, 145)


def long_titles(folder: Path) -> Path:
    """The Musterstadt, every title some 130 characters longer."""
    return _musterstadt(folder, _longer)


def everything_filled(folder: Path) -> Path:
    """The Musterstadt, each measure with what it lacks of the fullest one."""
    model = _read(ROOT / "examples/musterstadt/data/measures/M-002-alte-feuerwache.yaml")
    lent = {key: model[key] for key in model if key not in ("bilder", "leuchtturm", "frueher")}
    return _musterstadt(folder, lambda record: {**lent, **record}, "measures/*.yaml")


def _musterstadt(folder: Path, change: Callable[[Any], Any], files: str = "**/*.yaml") -> Path:
    shutil.copytree(ROOT / "examples" / "musterstadt" / "data", folder / "data")
    for path in sorted((folder / "data").glob(files)):
        record = change(_read(path))
        with path.open("w", encoding="utf-8") as stream:
            YAML(typ="safe").dump(record, stream)
    return folder


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def _longer(record: Any) -> Any:
    if isinstance(record, list):
        return [_longer(item) for item in record]
    if isinstance(record, dict):
        return {
            key: value + LONGER if key == "titel" else _longer(value)
            for key, value in record.items()
        }
    return record
