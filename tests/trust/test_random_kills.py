"""Commands killed at any moment: after the next one there are old files or new ones, all of them.

What is killed are real processes, as an office kills them: with the computer, or in the task
manager. The moments are drawn anew in every run.
"""

import contextlib
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from documents.project_files import write_project
from effort import KILLS
from figures import BYTES, count
from figures import KILLS as KILLED
from insek_cli.cli import main
from insek_cli.storage.journal import FOLDER
from workshop.imports.conftest import HEADER, PROMPT

SLUG = "abend"
FORMATS = "md,xlsx"
PATIENCE = 20
"""Seconds at most; on an idle machine a tenth of one is enough."""
MESSY = "titel:   Hof  # so\nid:  {id}\nhandlungsfeld: 'HF1'\n"
WORKSHOP = {
    "titel": "Abend",
    "fragen": [{"id": "hf1", "handlungsfeld": "HF1", "wortlaut": PROMPT, "massnahmen": ["M-001"]}],
}
VOTES = f"{HEADER}karten.csv;papier;hf1;;;{{number}};stimme;1;M-001;1\n"
COMMANDS = {
    "build": ("build", "--format", FORMATS),
    "fmt": ("fmt",),
    "votes import": ("votes", "import", SLUG, "karten.csv", "--yes"),
}
State = dict[str, bytes]


class Town:
    """A project whose data has two states. Only what is killed is a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.private = root.with_name(f"{root.name}-privat")
        self.turn = False

    def prepare(self) -> None:
        """Write the data of the other state; documents and votes stay as they are."""
        self.turn = not self.turn
        files: dict[str, object] = {f"workshops/{SLUG}/workshop.yaml": WORKSHOP}
        for number in range(2, 10):
            id_ = f"M-{number:03}"
            files[f"measures/{id_}.yaml"] = MESSY.format(id=id_)
        title = "Der eine Titel" if self.turn else "Ein anderer, längerer Titel"
        files["measures/M-001-test.yaml"] = f"id: M-001\ntitel: {title}\nhandlungsfeld: HF1\n"
        write_project(self.root, files)
        votes = VOTES.format(number=1 + self.turn)
        (self.root / "karten.csv").write_text(votes, encoding="utf-8")

    def run(self, *command: str) -> None:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = main([*command, "--project", str(self.root)])
        assert code == 0, told.getvalue()

    def kill(self, delay: float, *command: str) -> bool:
        """Start a command and kill it; whether it was still running."""
        self.private.mkdir(exist_ok=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "insek_cli", *command],
            cwd=self.root,
            env={**os.environ, "TMPDIR": str(self.private), "INSEK_CACHE": "aus"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return True
        return False

    def lasts(self, *command: str) -> float:
        """How many seconds a command takes here and now when nobody kills it."""
        self.prepare()
        begun = time.monotonic()
        assert not self.kill(60, *command)
        return time.monotonic() - begun

    def written(self, name: str) -> State:
        """The files that a command writes."""
        folder, pattern = {
            "build": ("build", "*.*"),
            "fmt": ("data/measures", "*.yaml"),
            "votes import": (f"data/workshops/{SLUG}", "ballots.csv"),
        }[name]
        found = sorted((self.root / folder).glob(pattern))
        return {path.name: path.read_bytes() for path in found if path.is_file()}

    def alive(self) -> list[str]:
        """The programs that a killed command started and that still run: they know its folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                if f"TMPDIR={self.private}".encode() in entry.read_bytes().split(b"\0"):
                    state = entry.with_name("stat").read_text("utf-8").rpartition(")")[2].split()
                    # What has ended and waits for somebody to notice runs no longer.
                    found += [] if state[0] == "Z" else [entry.parent.name]
        return found

    def rests(self) -> list[str]:
        """What a killed command has left behind after a short while, outside the project."""
        until = time.monotonic() + PATIENCE
        while (left := [*self.alive(), *(path.name for path in self.private.iterdir())]) and (
            time.monotonic() < until
        ):
            time.sleep(0.05)
        return left

    def litter(self) -> list[str]:
        """What a writer leaves only while it writes."""
        paths = [path for path in self.root.rglob("*") if path.is_file()]
        ours = (path for path in paths if path.name.startswith(".insek-"))
        journals = (self.root / "build" / FOLDER).glob("journal*")
        return [path.name for path in (*ours, *journals)]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """Both states built once: the killed commands have something to replace."""
    town = Town(tmp_path / "stadt")
    for _state in range(2):
        town.prepare()
        town.run(*COMMANDS["build"])
    monkeypatch.chdir(town.root)
    return town


@pytest.mark.skipif(sys.platform == "win32", reason="the files of a killed process stay held")
def test_killed_at_random_moments_nothing_is_mixed(town: Town, tmp_path: Path) -> None:
    moments = random.Random(seed := random.SystemRandom().randrange(2**32))
    for name in COMMANDS:
        wanted = -(-KILLS // len(COMMANDS))
        assert kill_often(town, name, wanted, moments) == wanted, seed
        count(KILLED, wanted)
    town.prepare()
    town.run(*COMMANDS["build"])
    untouched = Town(tmp_path / "unberuehrt")
    shutil.copytree(town.root / "data", untouched.root / "data")
    untouched.run(*COMMANDS["build"])
    assert len(untouched.written("build")) == 2
    assert town.written("build") == untouched.written("build")


def kill_often(town: Town, name: str, wanted: int, moments: random.Random) -> int:
    """Kill a command and look what is left, so many times; how often it died."""
    lasts = town.lasts(*COMMANDS[name])
    killed = 0
    for _turn in range(10 * wanted):
        if killed == wanted:
            break
        town.prepare()
        before = town.written(name)
        # Half of the moments are late: writing is the short part at the end.
        delay = moments.uniform(0 if moments.random() < 0.5 else lasts * 0.6, lasts * 1.05)
        died = town.kill(delay, *COMMANDS[name])
        killed += died
        lasts *= 1 if died else 0.9
        assert town.rests() == [], delay
        town.run("list")
        after = town.written(name)
        assert town.litter() == [], delay
        town.run(*COMMANDS[name])
        assert after in (before, town.written(name)), delay
        count(BYTES, sum(map(len, after.values())))
    return killed


@pytest.mark.skipif(sys.platform != "linux", reason="looks programs up in /proc")
def test_killed_while_engines_run_nothing_of_it_stays(town: Town) -> None:
    """Word and PDF, of which most of the time is that of pandoc and Typst."""
    command = ("build", "--format", "pdf,docx,md")
    moments = random.Random(seed := random.SystemRandom().randrange(2**32))
    lasts = town.lasts(*command)
    killed = 0
    for _turn in range(10 * KILLS):
        if killed == KILLS:
            break
        town.prepare()
        died = town.kill(moments.uniform(lasts * 0.2, lasts), *command)
        killed += died
        # A machine that is quicker than it was a moment ago must not outrun the moments.
        lasts *= 1 if died else 0.9
        assert town.rests() == [], seed
    assert killed == KILLS, seed
    count(KILLED, killed)


def test_the_next_command_removes_what_a_dead_run_left(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the computer went off; folders of living runs and of others stay."""
    town.private.mkdir(exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(town.private))
    long_ago = time.time() - 3600
    for name in ("insek-tot", "insek-lebt", "insek-fremd", "anderes"):
        folder = town.private / name
        folder.mkdir()
        (folder / "insek.typ").write_text("Text", encoding="utf-8")
        if name != "insek-fremd":
            (folder / ".in-arbeit").touch()
        os.utime(folder, (long_ago, long_ago))
    (town.private / "insek-link").symlink_to(town.root)
    lock = town.private / "insek-lebt" / ".in-arbeit"
    hold = f"import filelock; a = filelock.FileLock({str(lock)!r}); print(a.acquire(), flush=True)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{hold}; input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as living:
        assert living.stdout is not None
        assert living.stdout.readline()
        town.run("list")
        living.communicate(b"\n")
    left = {path.name for path in town.private.iterdir()}
    assert left == {"insek-lebt", "insek-fremd", "anderes", "insek-link"}
    assert (town.root / "data" / "concept.yaml").is_file()
