"""What earlier runs left in the cache makes a build quicker, and never another one."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from figures import FAULTS, count
from insek_cli.build import user_cache
from trust.cities import found_city, found_town, process
from trust.test_reproducible import digests

SAYS_UNCHANGED = "Nichts hat sich geändert"
MEASURE = "data/measures/M-003-test.yaml"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small city that was built once, its cache, and a copy of both."""
    place = tmp_path_factory.mktemp("warm")
    city = found_town(place / "jetzt" / "stadt")
    assert built(city) == ""
    shutil.copytree(place / "jetzt", place / "anfang")
    return place


@pytest.fixture
def city(place: Path) -> Path:
    """The city at its place as it was after the first build, and its cache."""
    shutil.rmtree(place / "jetzt")
    shutil.copytree(place / "anfang", place / "jetzt")
    return place / "jetzt" / "stadt"


def kept(city: Path) -> Path:
    return city.parent / "cache"


def built(city: Path, *options: str, **environment: str) -> str:
    """Standard output of a build with the cache beside the city."""
    around = {"INSEK_CACHE": str(kept(city)), **environment}
    done = process(city, "build", *options, **around)
    assert done.returncode == 0, done.stderr
    return done.stdout if SAYS_UNCHANGED in done.stdout else ""


def cold(city: Path) -> dict[str, str]:
    """The hashes of what the same data gives without any cache."""
    other = city.parent / "kalt"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(city, other)
    shutil.rmtree(other / "build")
    assert built(other, INSEK_CACHE="aus") == ""
    return digests(other)


def test_without_a_change_nothing_is_written(city: Path) -> None:
    before = digests(city)
    times = {path: path.stat().st_mtime_ns for path in (city / "build").glob("*.*")}
    assert SAYS_UNCHANGED in built(city)
    assert digests(city) == before
    assert {path: path.stat().st_mtime_ns for path in (city / "build").glob("*.*")} == times


def test_one_changed_measure_gives_the_bytes_of_a_cold_build(tmp_path: Path) -> None:
    """In a whole city, with pictures, tables and votes."""
    city = found_city(tmp_path / "stadt")
    assert built(city) == ""
    measure = next((city / "data" / "measures").glob("M-003*"))
    text = measure.read_text(encoding="utf-8")
    measure.write_text(text.replace("titel: ", "titel: Neu – ", 1), encoding="utf-8")
    before = digests(city)
    assert built(city) == ""
    assert digests(city) != before
    assert digests(city) == cold(city)


def test_a_measure_put_back_gives_the_old_bytes(city: Path) -> None:
    before = digests(city)
    measure = city / MEASURE
    content = measure.read_bytes()
    measure.unlink()
    process(city, "build", INSEK_CACHE=str(kept(city)))
    measure.write_bytes(content)
    built(city)
    assert digests(city) == before


def edited(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def exchanged(path: Path) -> None:
    """Another document of the same build under this name, with the size and time of before."""
    state = path.stat()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (edited, "insek.docx"),
        (exchanged, "massnahmenliste.xlsx"),
    ],
)
def test_a_document_that_somebody_touched_is_built_again(
    city: Path, name: str, change: Callable[[Path], None]
) -> None:
    before = digests(city)
    change(city / "build" / name)
    assert built(city) == ""
    assert digests(city) == before


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def empty(_content: bytes) -> bytes:
    return b""


def flipped(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[-len(changed) // 3] ^= 4
    return bytes(changed)


def lengthened(content: bytes) -> bytes:
    return content + b"{}"


@pytest.mark.parametrize("damage", [truncated, flipped])
def test_a_damaged_cache_never_gives_another_document(
    city: Path, damage: Callable[[bytes], bytes]
) -> None:
    entries = sorted(kept(city).iterdir())
    assert len(entries) >= 2
    for entry in entries:
        entry.write_bytes(damage(entry.read_bytes()))
    before = digests(city)
    (city / "build" / "insek.md").unlink()
    assert built(city) == ""
    assert digests(city) == before


@pytest.mark.parametrize("damage", [truncated, empty, flipped, lengthened])
def test_a_damaged_entry_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setenv(user_cache.VARIABLE, str(tmp_path))
    user_cache.write("e", b"Inhalt eines Eintrags")
    assert user_cache.read("e") == b"Inhalt eines Eintrags"
    entry = tmp_path / "e"
    entry.write_bytes(damage(entry.read_bytes()))
    assert user_cache.read("e") is None
    count(FAULTS)


def test_entries_under_each_others_names_are_not_used(city: Path) -> None:
    before = digests(city)
    entries = sorted(kept(city).iterdir())
    contents = [entry.read_bytes() for entry in entries]
    for entry, content in zip(entries, contents[1:] + contents[:1], strict=True):
        entry.write_bytes(content)
    assert built(city) == ""
    assert digests(city) == before


@pytest.mark.parametrize(
    "change",
    [
        {"INSEK_LANG": "en"},
        {"SOURCE_DATE_EPOCH": "1767225600"},
    ],
    ids=str,
)
def test_circumstances_that_count_are_part_of_the_key(city: Path, change: dict[str, str]) -> None:
    done = process(city, "build", INSEK_CACHE=str(kept(city)), **change)
    assert done.returncode == 0
    assert "Nothing has changed" not in done.stdout
    assert SAYS_UNCHANGED not in done.stdout


def test_a_template_of_the_project_counts(city: Path) -> None:
    templates = city / "templates" / "markdown"
    templates.mkdir(parents=True)
    source = Path(__file__).parents[2] / "templates" / "markdown" / "_impressum.md.j2"
    text = source.read_text(encoding="utf-8")
    (templates / source.name).write_text("Ein Wort mehr.\n\n" + text, encoding="utf-8")
    assert built(city) == ""
    assert "Ein Wort mehr." in (city / "build" / "insek.md").read_text(encoding="utf-8")
    assert digests(city) == cold(city)


def test_turned_off_it_is_neither_read_nor_written(city: Path) -> None:
    shutil.rmtree(kept(city))
    assert built(city, INSEK_CACHE="aus") == ""
    assert built(city, INSEK_CACHE="aus") == ""
    assert not kept(city).exists()


def test_findings_are_told_again(city: Path) -> None:
    measure = city / MEASURE
    text = measure.read_text(encoding="utf-8")
    changed = text.replace("Der Quartiersrat ist", 'Der "Quartiersrat" ist')
    measure.write_text(changed, encoding="utf-8")
    first, second = (process(city, "check", INSEK_CACHE=str(kept(city))) for _turn in range(2))
    assert "INSEK606" in first.stdout
    assert (first.returncode, first.stdout) == (second.returncode, second.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows the folder of any user")
def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container runs as a number that no list of users knows."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", user_cache.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    user_cache.write("eintrag", b"Inhalt")
    assert user_cache.read("eintrag") is None


def test_only_the_newest_entries_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(user_cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(user_cache, "MOST", 3)
    for number in range(6):
        user_cache.write(f"e-{number}", b"%d" % number)
        os.utime(tmp_path / f"e-{number}", (number, number))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e-3", "e-4", "e-5"]
    assert user_cache.read("e-5") == b"5"
    assert user_cache.read("e-0") is None


def test_timings_build_in_any_case_and_name_every_stage(city: Path) -> None:
    done = process(city, "build", "--timings", INSEK_CACHE=str(kept(city)))
    assert done.returncode == 0, done.stderr
    assert SAYS_UNCHANGED not in done.stdout
    rows = done.stdout[done.stdout.index("Schritt") :].splitlines()
    stages = {row.split("  ")[0] for row in rows}
    assert stages >= {"Daten lesen", "Vorlagen füllen", "Typst nach PDF", "pandoc nach docx"}
    assert "insgesamt" in stages
