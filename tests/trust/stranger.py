"""A city in a pull request from a stranger, and what it reaches while commands run in it."""

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import figures
from trust.cities import SLUG, found_city, git
from trust.test_leaks import unpacked

HOSTILE = Path(__file__).parents[1] / "hostile"
SECRET = "Xgeheimnis"
MEMORY = 3 * 1024**3
"""Bytes of address space for each process: three times what an ordinary build takes."""
SECONDS = 120
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would steer a terminal, or turn the direction of a text."""
COMMANDS = (
    ("check",),
    ("diff",),
    ("diff", "--format", "md"),
    ("diff", "--redline", "--untrusted"),
    ("list",),
    ("show", "M-001"),
    ("fmt", "--check"),
    ("build", "--untrusted"),
    ("workshop", "report", SLUG, "--untrusted"),
)


class Stranger:
    """A city in a pull request, and all commands run in it as a CI server would."""

    def __init__(self, folder: Path) -> None:
        self.city = found_city(folder / "stadt")
        self.log = folder / "protokoll.txt"
        self.secret = folder / "geheim.txt"
        self.secret.write_text(SECRET, encoding="utf-8")
        self.home = folder / "heim"
        self.home.mkdir()
        self.measure = next((self.city / "data" / "measures").glob("M-001*"))

    def add(self, id_: str) -> None:
        """A measure more, of which is said from now on what is said."""
        self.measure = self.measure.with_name(f"{id_}.yaml")
        lines = (f"id: {id_}", f"titel: Vorhaben {id_}", "handlungsfeld: HF1", "")
        self.measure.write_text("\n".join(lines), encoding="utf-8")

    def say(self, key: str, text: str) -> None:
        """Replace a text of the measure."""
        kept = self.measure.read_text(encoding="utf-8")
        kept = re.sub(rf"(?m)^{key}:.*\n(?:[ ].*\n|\n(?=[ \n]))*", "", kept)
        indented = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
        self.measure.write_text(f"{kept}{key}: |\n{indented}", encoding="utf-8")

    def run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """One command, watched, with little memory and a limit in time."""
        around = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": tempfile.gettempdir(),
            "INSEK_LANG": "de",
            "INSEK_CACHE": "aus",
            "CI_TOKEN": SECRET,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join([str(HOSTILE / "watcher"), *sys.path]),
            "WATCHER_LOG": str(self.log),
        }
        return subprocess.run(
            [sys.executable, "-m", "insek_cli", *command],
            cwd=self.city, env=around, capture_output=True, check=False, timeout=SECONDS,
            preexec_fn=_limited,
        )  # fmt: skip

    def run_everything(self, *commands: tuple[str, ...]) -> dict[tuple[str, ...], int]:
        """The exit code of every command a CI server runs; none of them ends in a traceback."""
        done = {command: self.run(*command) for command in commands or COMMANDS}
        figures.count(figures.HOSTILE, len(done))
        for each in done.values():
            assert each.returncode in {0, 1, 2, 3}, each.stderr
            assert b"Traceback" not in each.stderr, each.stderr.decode()
            assert not CONTROLS.search((each.stdout + each.stderr).decode())
            assert max(map(len, (each.stdout + each.stderr).splitlines()), default=0) < 2500
        return {command: each.returncode for command, each in done.items()}

    def assert_kept_in(self) -> None:
        """Nothing was written, read, started or reached that does not belong to the project."""
        seen = {tuple(line.split(" ", 1)) for line in self.log.read_text("utf-8").splitlines()}
        own = Path(sys.executable).name
        assert {what for how, what in seen if how == "start"} <= {"pandoc", "git", own}
        assert not {what for how, what in seen if how == "reach"}
        inside = (self.city / "build", Path(tempfile.gettempdir()), Path("/dev"))
        written = {Path(what) for how, what in seen if how == "write"}
        outside = {path for path in written if not any(path.is_relative_to(f) for f in inside)}
        assert outside == set()
        assert not {path for path in written if path.is_relative_to(self.city.parent)} - {
            path for path in written if path.is_relative_to(self.city / "build")
        }
        assert str(self.secret) not in {what for how, what in seen if how == "read"}
        assert git(self.city, "status", "--porcelain", "--", "data").count("\n") <= 9
        assert list(self.home.iterdir()) == []
        for path in (self.city / "build").rglob("*"):
            if path.is_file():
                parts = unpacked(path.read_bytes())
                assert not any(SECRET.encode() in part for part in parts), path


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
