"""The documents whose pages are counted, and how each is built."""

from collections.abc import Callable
from pathlib import Path

from documents.extreme_cities import (
    ROOT,
    eleven_fields,
    everything_filled,
    hundred_measures,
    long_titles,
    one_measure,
)
from insek_cli.build.produce import produce
from insek_cli.build.request import Request

MUSTERSTADT = ROOT / "examples" / "musterstadt"


def _pdf(root: Path, out: Path, workshop: str | None = None) -> Path:
    done = produce(Request(root, formats=("pdf",), out=out, workshop=workshop))
    assert done.built, done.issues
    return done.outputs[0].path


def _made(city: Callable[[Path], Path]) -> Callable[[Path], Path]:
    return lambda folder: _pdf(city(folder / "stadt"), folder)


CITIES: dict[str, Callable[[Path], Path]] = {
    "kaiserslautern": lambda folder: _pdf(ROOT, folder),
    "musterstadt": lambda folder: _pdf(MUSTERSTADT, folder),
    "one-measure": _made(one_measure),
    "120-measures": _made(hundred_measures),
    "11-fields": _made(eleven_fields),
    "long-titles": _made(long_titles),
    "everything-filled": _made(everything_filled),
    "workshop": lambda folder: _pdf(MUSTERSTADT, folder, "massnahmenwerkstatt"),
}
"""Each builds a document below an empty folder and returns its path."""
