"""What hooks insek into other tools: pre-commit, git's textconv, CI templates."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from commands import run
from insek_cli.cli.app import command_names
from quickly import within
from review.conftest import git

ROOT = Path(__file__).parents[2]
yaml = YAML(typ="safe")


def known_commands() -> set[str]:
    told = run(ROOT, "--help").stdout
    return {line.split()[0] for line in told.splitlines() if line.startswith("  ")}


def test_git_diff_shows_the_rows_of_a_spreadsheet(
    insek: Callable, edit: Callable, city: Path
) -> None:
    insek("build", "--format", "xlsx", "--out", "tabelle")
    (city / ".gitattributes").write_text("*.xlsx diff=xlsx\n", encoding="utf-8")
    git(city, "config", "diff.xlsx.textconv", f"{sys.executable} -m insek_cli rows")
    git(city, "add", "-A")
    git(city, "commit", "-qm", "Tabelle")
    edit("measures/M-003*.yaml", "titel: ", "titel: Rat im Quartier #")
    insek("build", "--format", "xlsx", "--out", "tabelle")
    shown = git(city, "diff", "--textconv", "tabelle/massnahmenliste.xlsx")
    changed = [line for line in shown.splitlines() if line.startswith("+Maßnahmenliste: ")]
    assert len(changed) == 1
    assert "Rat im Quartier" in changed[0]


def test_rows_of_no_spreadsheet(insek: Callable, city: Path) -> None:
    (city / "x.xlsx").write_bytes(b"PK kein Archiv")
    done = insek("rows", "x.xlsx")
    assert done.returncode == 2
    assert "x.xlsx" in done.stderr


@pytest.mark.parametrize(
    "name", ["alt.xls", "x.docx", "x.ods", "M-001.yaml", "ohne", "ordner.xlsx"]
)
def test_rows_of_any_other_file(name: str, insek: Callable, city: Path) -> None:
    if name.startswith("ordner"):
        (city / name).mkdir()
    else:
        (city / name).write_bytes(b"a;b")
    done = insek("rows", name)
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_rows_of_a_csv_file(insek: Callable, city: Path) -> None:
    (city / "liste.csv").write_bytes("Maßnahme;Punkte\nHöfe;3\n".encode("cp1252"))
    assert insek("rows", "liste.csv").stdout.splitlines() == ["Maßnahme | Punkte", "Höfe | 3"]


HOSTILE = sorted((ROOT / "tests" / "hostile" / "xlsx").glob("*.xlsx"))


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_rows_of_a_hostile_workbook(path: Path, insek: Callable) -> None:
    with within(yardsticks=600):
        done = insek("rows", str(path))
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


def test_the_hooks_run_under_pre_commit(insek: Callable, edit: Callable, city: Path) -> None:
    """The hooks as they are offered, with the insek of this environment instead of a new one."""
    hooks = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        hook["language"] = "system"
        hook["entry"] = f"{sys.executable} -m insek_cli {hook['entry'].removeprefix('insek ')}"
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    with (city / ".pre-commit-config.yaml").open("w", encoding="utf-8") as stream:
        yaml.dump(config, stream)
    insek("schema")
    git(city, "add", "-A")

    def hooks_run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"],
            cwd=city, capture_output=True, text=True, check=False,
            env={**os.environ, "PRE_COMMIT_HOME": str(city / ".git" / "pre-commit")},
        )  # fmt: skip

    good = hooks_run()
    assert good.returncode == 0, good.stdout + good.stderr
    edit("measures/M-003*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    bad = hooks_run()
    assert bad.returncode == 1
    assert "INSEK201" in bad.stdout


@pytest.mark.parametrize("name", ["action.yml", "ci/gitlab.yml", ".pre-commit-hooks.yaml"])
def test_templates_call_commands_that_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert yaml.load(text)
    commands = known_commands()
    called = {
        words[place + 1]
        for words in (line.replace(";", " ").split() for line in text.splitlines())
        for place, word in enumerate(words[:-1])
        if word == "insek" and words[place + 1].isalpha()
    }
    assert called & commands
    assert called - commands <= {"einrichten"}
    assert len(command_names()) > 10
