"""The same data gives the same bytes, wherever and under whatever circumstances it is built."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from commands import run as insek
from figures import BYTES, count
from trust.cities import build_everything, found_city, process

ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "4711",
    "INSEK_LANG": "en",
    "COLUMNS": "40",
    "SOURCE_DATE_EPOCH": "",
}


def digests(folder: Path) -> dict[str, str]:
    """The hash of every file under build/ by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in documents(folder / "build")
    }


def documents(folder: Path) -> list[Path]:
    """The files in a folder and below, without those of the lock."""
    found = sorted(folder.rglob("*"))
    return [path for path in found if path.is_file() and ".insek" not in path.parts]


@contextmanager
def one_core() -> Iterator[None]:
    """What is started has a single core, where the system can see to that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def test_two_builds_in_two_places_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Here with what other tests loaded and on all cores, there in processes that know nothing."""
    other = found_city(tmp_path / "ganz woanders – Ämter" / "x")
    with one_core():
        build_everything(other, partial(process, **ELSEWHERE))
    here, there = digests(built), digests(other)
    assert len(here) > 15
    assert {Path(name).suffix for name in here} >= {".pdf", ".docx", ".xlsx", ".pptx", ".md"}
    assert here == there
    count(BYTES, sum(path.stat().st_size for path in documents(built / "build")))


@pytest.mark.parametrize("formats", ["md", "docx", "pdf", "xlsx"])
def test_a_format_built_alone_has_the_same_bytes(built: Path, tmp_path: Path, formats: str) -> None:
    done = insek(built, "build", "--format", formats, "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    alone = documents(tmp_path)
    (document,) = (path for path in alone if path.parent == tmp_path)
    assert document.suffix == f".{formats}"
    # The images that the Markdown shows lie beside it.
    assert (len(alone) > 1) is (formats == "md")
    for path in alone:
        assert path.read_bytes() == (built / "build" / path.relative_to(tmp_path)).read_bytes()
        count(BYTES, path.stat().st_size)
