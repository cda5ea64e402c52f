"""A pull request from a stranger: every command ends in time, and reaches nothing outside."""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import figures
from insek_cli.resources import templates_dir
from trust.cities import SLUG, found_city, git
from trust.test_leaks import unpacked

HOSTILE = Path(__file__).parents[1] / "hostile"
TEXTS = sorted((HOSTILE / "markdown").glob("*.md"))
VALUES = HOSTILE / "m05_inline_values.yaml"
EXPECTED = HOSTILE / "markdown" / "expected.txt"
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

    def say(self, key: str, text: str) -> None:
        """Replace a text of the first measure."""
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


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def found(stranger: Stranger) -> str:
    """The errors of the project, each once."""
    findings = json.loads(stranger.run("check", "--format", "json").stdout)
    figures.count(figures.HOSTILE)
    assert all(each["line"] > 0 for each in findings)
    errors = {each["code"] for each in findings if each["severity"] == "error"}
    return " ".join(sorted(errors)) or "-"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_hostile_markdown_is_found_and_goes_nowhere(stranger: Stranger, path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("/etc/passwd", str(stranger.secret))
    stranger.say("beschreibung", text)
    assert found(stranger) == expected()[path.name]
    stranger.run("build", "--untrusted")
    stranger.assert_kept_in()


def test_every_command_survives_all_of_it_at_once(stranger: Stranger) -> None:
    for key, path in zip(("beschreibung", "umsetzung", "intern"), TEXTS[:3], strict=True):
        stranger.say(key, path.read_text(encoding="utf-8"))
    stranger.run_everything()
    stranger.assert_kept_in()


def test_text_that_looks_like_code_is_built_as_text(stranger: Stranger) -> None:
    values = YAML(typ="safe", pure=True).load(VALUES.read_text(encoding="utf-8"))
    texts = [" ".join(value.split()) for value in values if value.isprintable()]
    assert len(texts) > 15
    places = [f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts]
    kept = re.sub(r"(?m)^frueher:\n(?:[ ].*\n)*", "", stranger.measure.read_text("utf-8"))
    stranger.measure.write_text(f"{kept}frueher:\n{''.join(places)}", encoding="utf-8")
    build = ("build", "--untrusted")
    assert stranger.run_everything(("check",), ("diff", "--format", "md"), build)[build] == 0
    stranger.assert_kept_in()
    delivered = (stranger.city / "build" / "insek.md").read_text(encoding="utf-8")
    assert "49" not in delivered.partition("{{ 7")[0][-200:]


OWN = {
    "markdown/_steckbrief.md.j2": "{{ ''.__class__.__mro__ }}",
    "markdown/report.md.j2": "{% for a in range(9999999) %}{% for b in range(9999) %}x"
    "{% endfor %}{% endfor %}",
    "pandoc/docx.lua": "os.execute('touch ../gestartet'); io.open('SECRET')",
    "pandoc/markdown.lua": "os.execute('touch ../gestartet')",
    "pandoc/typst.lua": "os.execute('touch ../gestartet')",
    "typst/bericht.typ": '#read("SECRET")\n#while true {}',
}


def test_templates_of_a_stranger_stay_unused(stranger: Stranger, tmp_path: Path) -> None:
    assert stranger.run("build", "--untrusted").returncode == 0
    before = {path: path.read_bytes() for path in (stranger.city / "build").glob("[!.]*.*")}
    for name, text in OWN.items():
        target = stranger.city / "templates" / name
        assert (templates_dir() / name).is_file(), name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("SECRET", str(stranger.secret)), encoding="utf-8")
    git(stranger.city, "add", "-A")
    git(stranger.city, "commit", "-qm", "Vorlagen")
    codes = stranger.run_everything(*(command for command in COMMANDS if "--untrusted" in command))
    assert set(codes.values()) == {0}
    stranger.assert_kept_in()
    assert not list(tmp_path.rglob("gestartet"))
    assert before.keys() <= {*(stranger.city / "build").glob("[!.]*.*")}
    delivered = stranger.city / "build" / "insek.md"
    assert _body(delivered.read_bytes()) == _body(before[delivered])


def _body(markdown: bytes) -> bytes:
    """Delivered Markdown without the revision it names."""
    return re.sub(rb"[0-9a-f]{7,64}", b"", markdown)


@pytest.mark.parametrize(
    ("name", "code"),
    [("boese.svg", "INSEK213"), ("verknuepft.png", "INSEK211"), ("ausserhalb.png", "INSEK211")],
)
def test_images_that_reach_out_are_refused(stranger: Stranger, name: str, code: str) -> None:
    folder = stranger.city / "data" / "bilder"
    folder.mkdir(exist_ok=True)
    target = folder / name
    if name == "boese.svg":
        target.write_bytes((HOSTILE / "evil.svg").read_bytes())
    elif name == "verknuepft.png":
        target.symlink_to(stranger.secret)
    path = "../../geheim.txt" if name == "ausserhalb.png" else name
    kept = re.sub(r"(?m)^bilder:\n(?:[ ].*\n)*", "", stranger.measure.read_text("utf-8"))
    entry = f"bilder:\n  - datei: {path}\n    rolle: grafik\n    alt: Ein Plan\n"
    stranger.measure.write_text(kept + entry, encoding="utf-8")
    found = json.loads(stranger.run("check", "--format", "json").stdout)
    errors = [each for each in found if each["severity"] == "error"]
    assert errors
    assert all(each["file"].endswith(stranger.measure.name) for each in errors)
    assert stranger.run("build", "--untrusted").returncode == 1
    stranger.assert_kept_in()
    assert errors[0]["code"].startswith(code)


def test_what_a_repository_configures_is_not_started(stranger: Stranger, tmp_path: Path) -> None:
    program = tmp_path / "programm.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/gestartet\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    settings = (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external",
        "diff.yaml.textconv", "diff.yaml.command", "filter.yaml.clean", "filter.yaml.smudge",
        "pager.diff", "alias.rev-parse", "alias.cat-file", "gpg.program",
    )  # fmt: skip
    for name in settings:
        git(stranger.city, "config", name, str(program))
    git(stranger.city, "config", "core.hooksPath", str(tmp_path))
    for hook in ("post-index-change", "pre-commit", "post-checkout", "fsmonitor-watchman"):
        (tmp_path / hook).write_bytes(program.read_bytes())
        (tmp_path / hook).chmod(0o755)
    attributes = "*.yaml diff=yaml filter=yaml\n"
    (stranger.city / ".gitattributes").write_text(attributes, encoding="utf-8")
    (stranger.city / "pandoc").write_bytes(program.read_bytes())
    (stranger.city / "git").write_bytes(program.read_bytes())
    for name in ("pandoc", "git"):
        (stranger.city / name).chmod(0o755)
    stranger.say("umsetzung", "Neu.")
    stranger.run_everything()
    assert not (tmp_path / "gestartet").exists()


@pytest.mark.parametrize("revision", ["--output=x", "-1", "HEAD..-p", "$(touch x)", "a\x1b[2Jb"])
def test_a_revision_is_never_an_option(stranger: Stranger, revision: str) -> None:
    done = stranger.run("diff", "--", revision)
    assert done.returncode in {2, 3}
    assert b"\x1b" not in done.stdout + done.stderr
    assert not list(stranger.city.rglob("x"))


ESCAPES = "\x1b[2J\x1b]0;Titel\x07\x9b31m\u202e"


def test_no_escape_sequence_reaches_the_terminal(stranger: Stranger) -> None:
    quoted = json.dumps(ESCAPES)
    kept = stranger.measure.read_text(encoding="utf-8")
    stranger.measure.write_text(
        f"{kept}{quoted}: 1\nkommentar: {quoted}\n# {ESCAPES[:-1]}\n", encoding="utf-8"
    )
    odd = stranger.measure.with_name("M-099-\x1b[31m.yaml")
    odd.write_text("id: M-099\n", encoding="utf-8")
    stranger.run_everything()
    for command in (("show", ESCAPES), ("explain", ESCAPES), ("verify", ESCAPES), (ESCAPES,)):
        done = stranger.run(*command)
        assert not CONTROLS.search((done.stdout + done.stderr).decode()), command
