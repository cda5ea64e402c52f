"""A build that is told to end: at once, with its own programs, and with nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from insek_cli.findings import InsekError
from insek_cli.storage import Recovered, disk, recover, write_files
from trust.cities import found_city

ROOT = Path(__file__).parents[2]
ENDLESS = "\n#for a in range(1000000) { for b in range(1000000) {} }\n"
"""However fast the machine is, Typst is still at work when the signal comes."""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_with_its_programs(tmp_path: Path, number: signal.Signals) -> None:
    city, private = found_city(tmp_path / "stadt"), tmp_path / "privat"
    private.mkdir()
    endless = city / "templates" / "typst" / "grund.typ"
    endless.parent.mkdir(parents=True)
    endless.write_text(
        (ROOT / "templates" / "typst" / "grund.typ").read_text("utf-8") + ENDLESS, "utf-8"
    )
    around = {**os.environ, "INSEK_LANG": "de", "TMPDIR": str(private), "INSEK_CACHE": "aus"}
    command = [sys.executable, "-m", "insek_cli", "build", "--format", "pdf,docx"]
    build = subprocess.Popen(command, cwd=city, env=around, stderr=subprocess.PIPE)
    while not list(private.glob("insek-*/insek.typ")) and build.poll() is None:
        time.sleep(0.05)
    build.send_signal(number)
    assert b"Abgebrochen" in build.communicate(timeout=60)[1]
    assert build.returncode == 130
    assert list(private.iterdir()) == []
    assert not list((city / "build").glob("*"))


def test_a_full_disk_leaves_no_half_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:3])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(disk, "write", full)
    with pytest.raises(InsekError, match="No space left"):
        write_files(tmp_path / "build", {tmp_path / "build" / "a.txt": b"neu"})
    assert [path.name for path in (tmp_path / "build" / ".insek").iterdir()] == ["lock"]


def test_half_a_journal_is_removed_by_the_next_command(tmp_path: Path) -> None:
    folder = tmp_path / ".insek"
    folder.mkdir()
    (folder / "journal.new").write_text('{"sta', encoding="utf-8")
    assert recover(tmp_path) is Recovered.NOTHING
    assert not (folder / "journal.new").exists()


def test_a_place_that_cannot_be_put_in_order_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a read-only disk."""
    (tmp_path / ".insek").mkdir()
    (tmp_path / ".insek" / "journal.json").write_text('{"state": "staging", "entries": []}')

    def refuse(path: Path) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(disk, "remove", refuse)
    with pytest.raises(InsekError, match="Read-only"):
        recover(tmp_path)
