"""A pull request from a stranger: every command ends in time, and reaches nothing outside."""

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import figures
from commands import run as insek
from insek_cli.resources import templates_dir
from trust.cities import found_city, git
from trust.stranger import COMMANDS, CONTROLS, HOSTILE, Stranger

TEXTS = sorted((HOSTILE / "markdown").glob("*.md"))
VALUES = HOSTILE / "m05_inline_values.yaml"
EXPECTED = HOSTILE / "markdown" / "expected.txt"


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def errors(stranger: Stranger) -> dict[str, list[str]]:
    """The codes of all errors in their order, by the name of the file."""
    findings = json.loads(stranger.run("check", "--format", "json").stdout)
    assert all(each["line"] > 0 for each in findings)
    found: dict[str, list[str]] = {}
    for each in findings:
        if each["severity"] == "error":
            found.setdefault(Path(each["file"]).name, []).append(each["code"])
    return found


def test_hostile_markdown_is_found_and_goes_nowhere(stranger: Stranger) -> None:
    """All of it in one project: each text in a measure of its own."""
    wanted = {}
    for number, path in enumerate(TEXTS, 101):
        stranger.add(f"M-{number}")
        text = path.read_text(encoding="utf-8").replace("/etc/passwd", str(stranger.secret))
        stranger.say("beschreibung", text)
        wanted[stranger.measure.name] = expected()[path.name]
    found = errors(stranger)
    assert {name: " ".join(sorted({*codes})) for name, codes in found.items()} == wanted
    figures.count(figures.HOSTILE, len(wanted))
    stranger.run("build", "--untrusted")
    stranger.assert_kept_in()


ESCAPES = "\x1b[2J\x1b]0;Titel\x07\x9b31m\u202e"


def put_escapes(city: Path) -> None:
    """Escape sequences in a key, a text, a comment and the name of a file."""
    measure = next((city / "data" / "measures").glob("M-002*"))
    quoted = json.dumps(ESCAPES)
    kept = measure.read_text(encoding="utf-8")
    measure.write_text(
        f"{kept}{quoted}: 1\nkommentar: {quoted}\n# {ESCAPES[:-1]}\n", encoding="utf-8"
    )
    odd = measure.with_name("M-099-\x1b[31m.yaml")
    odd.write_text("id: M-099\n", encoding="utf-8")


def test_every_command_survives_all_of_it_at_once(stranger: Stranger) -> None:
    """And no escape sequence reaches the terminal."""
    for key, path in zip(("beschreibung", "umsetzung", "intern"), TEXTS[:3], strict=True):
        stranger.say(key, path.read_text(encoding="utf-8"))
    put_escapes(stranger.city)
    stranger.run_everything()
    for command in (("show", ESCAPES), ("explain", ESCAPES), ("verify", ESCAPES), (ESCAPES,)):
        done = stranger.run(*command)
        assert not CONTROLS.search((done.stdout + done.stderr).decode()), command
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
    assert stranger.run("build", "--untrusted", "--format", "md").returncode == 0
    delivered = stranger.city / "build" / "insek.md"
    before = delivered.read_bytes()
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
    assert len([*(stranger.city / "build").glob("[!.]*.*")]) == 5
    assert _body(delivered.read_bytes()) == _body(before)


def _body(markdown: bytes) -> bytes:
    """Delivered Markdown without the revision it names."""
    return re.sub(rb"[0-9a-f]{7,64}", b"", markdown)


IMAGES = {"boese.svg": "INSEK213", "verknuepft.png": "INSEK211", "../../geheim.txt": "INSEK211"}


def test_images_that_reach_out_are_refused(stranger: Stranger) -> None:
    folder = stranger.city / "data" / "bilder"
    folder.mkdir(exist_ok=True)
    (folder / "boese.svg").write_bytes((HOSTILE / "evil.svg").read_bytes())
    (folder / "verknuepft.png").symlink_to(stranger.secret)
    wanted = {}
    for number, (path, code) in enumerate(IMAGES.items(), 101):
        stranger.add(f"M-{number}")
        entry = f"bilder:\n  - datei: {path}\n    rolle: grafik\n    alt: Ein Plan\n"
        with stranger.measure.open("a", encoding="utf-8") as stream:
            stream.write(entry)
        wanted[stranger.measure.name] = code
    assert {name: codes[0] for name, codes in errors(stranger).items()} == wanted
    figures.count(figures.HOSTILE, len(wanted))
    assert stranger.run("build", "--untrusted").returncode == 1
    stranger.assert_kept_in()


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
    stranger.say("beschreibung", "Neu.")
    # Typst starts neither git nor pandoc, and the documentation is built as the report is.
    build = ("build", "--untrusted", "--format", "md,docx")
    assert stranger.run_everything(*COMMANDS[:-2], build)[build] == 0
    assert not (tmp_path / "gestartet").exists()


@pytest.mark.parametrize("revision", ["--output=x", "-1", "HEAD..-p", "$(touch x)", "a\x1b[2Jb"])
def test_a_revision_is_never_an_option(tmp_path: Path, revision: str) -> None:
    city = found_city(tmp_path / "stadt")
    done = insek(city, "diff", "--", revision)
    assert done.returncode in {2, 3}
    assert "\x1b" not in done.stdout + done.stderr
    assert not list(city.rglob("x"))
