"""Repositories that arrive whole, with their .git, build/ and pipes: nothing of it is obeyed."""

import json
import os
import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from commands import run as insek
from insek_cli import limits
from insek_cli.build import git as plumbing
from insek_cli.findings import InsekError
from insek_cli.markdown import parse_markdown
from insek_cli.source import load_project
from insek_cli.storage import recover
from trust.cities import found_city, git, process

MARK = "wichtig\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return found_city(tmp_path / "stadt")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "wichtig.txt"
    path.write_text(MARK, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("key", "value", "address"),
    [
        ("protocol.ext.allow", "always", "ext::{program}"),
        ("core.sshCommand", "{program}", "ssh://stadt.example/insek"),
        ("remote.origin.uploadpack", "{program}", "{folder}"),
    ],
)
def test_a_partial_clone_fetches_nothing(
    city: Path, tmp_path: Path, key: str, value: str, address: str
) -> None:
    """git fetches what such a clone lacks, by whatever program its configuration names."""
    program, proof = tmp_path / "programm.sh", tmp_path / "gestartet"
    program.write_text(f"#!/bin/sh\ntouch {proof}\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    words = {"program": program, "folder": city}
    settings = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": address.format(**words),
        key: value.format(**words),
    }
    for name, setting in settings.items():
        git(city, "config", name, setting)
    blob = git(city, "rev-parse", "HEAD:data/concept.yaml").strip()
    (city / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = insek(city, "diff")
    assert done.returncode == 3
    assert "Dem Repository fehlen Dateien der Revision" in done.stderr
    insek(city, "check", "--changed", "HEAD")
    assert not proof.exists()


def test_a_commit_is_itself_whatever_replaces_it(city: Path) -> None:
    concept = city / "data" / "concept.yaml"
    concept.write_text(concept.read_text("utf-8").replace("2040", "2050"), encoding="utf-8")
    git(city, "commit", "-qam", "Später")
    assert "2050" in insek(city, "diff", "HEAD~1").stdout
    git(city, "replace", "HEAD~1", "HEAD")
    assert "2050" in insek(city, "diff", "HEAD~1").stdout


def test_a_revision_that_unpacks_to_too_much_is_not_read(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = git(city, "rev-parse", "HEAD").strip()
    assert plumbing.blobs(city, commit, "data")
    monkeypatch.setattr(limits, "REVISION", 10_000)
    with pytest.raises(InsekError, match=r"larger|größer"):
        plumbing.blobs(city, commit, "data")


def test_of_a_revision_only_texts_within_the_budget_are_read(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is compared has no pictures; what is left out is named and not taken for dropped."""
    measure = next((city / "data" / "measures").glob("M-002*"))
    whole = measure.read_text("utf-8")
    measure.write_text(whole + "# " + "x" * limits.BALLOTS, encoding="utf-8")
    git(city, "commit", "-qam", "Groß")
    commit = git(city, "rev-parse", "HEAD").strip()
    read = plumbing.data_texts(city, commit, "data")
    assert set(read) == set(plumbing.blobs(city, commit, "data"))
    left_out = {name for name, content in read.items() if content is None}
    assert f"data/measures/{measure.name}" in left_out
    assert {Path(name).suffix for name in left_out} <= {".yaml", ".png", ".jpg", ".svg", ".json"}
    measure.write_text(whole, encoding="utf-8")
    told = insek(city, "diff").stdout
    assert measure.name in told
    assert "M-002" not in told.replace(measure.name, "")
    monkeypatch.setattr(limits, "TEXTS", 30_000)
    budget = plumbing.data_texts(city, commit, "data")
    assert 0 < sum(len(content) for content in budget.values() if content) <= 30_000


def test_a_revision_without_end_is_not_listed(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders, each of which holds the next ten times: a thousand million files in ten objects."""
    monkeypatch.setattr(limits, "LISTING", 100_000)
    blob = git(city, "rev-parse", "HEAD:data/concept.yaml").strip()
    inner = f"100644 blob {blob}\tx"
    for _level in range(9):
        entries = "\n".join(inner.replace("\tx", f"\tx{number}") for number in range(10))
        made = subprocess.run(
            ["git", "mktree"], cwd=city, input=entries, capture_output=True, text=True, check=True
        )
        inner = f"040000 tree {made.stdout.strip()}\tx"
    outer = subprocess.run(
        ["git", "mktree"], cwd=city, input=inner.replace("\tx", "\tdata"), capture_output=True,
        text=True, check=True,
    ).stdout.strip()  # fmt: skip
    commit = git(city, "commit-tree", "-m", "Bombe", outer).strip()
    done = insek(city, "diff", commit)
    assert done.returncode == 3
    assert "mehr Dateien" in done.stderr


def test_sparse_files_cost_no_more_than_a_look(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what reads data nor what looks whether it changed goes through them."""
    opened: list[int] = []
    read = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: opened.append(path.stat().st_size) or read(path)
    )
    for number in range(40):
        for name in (f"bilder/leer-{number}.png", f"measures/M-5{number:02}.yaml"):
            with (city / "data" / name).open("wb") as stream:
                stream.truncate(255 * limits.MIB)
    done = insek(city, "check", INSEK_CACHE=str(tmp_path / "cache"))
    assert done.stdout.count("512 KiB") == 40
    assert max(opened) < limits.MIB
    monkeypatch.setattr(limits, "HASHED", 10_000)
    opened.clear()
    insek(city, "check", INSEK_CACHE=str(tmp_path / "anderer"))
    assert opened


def test_more_files_than_any_city_has_are_not_looked_at(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ENTRIES", 20)
    found = [issue for issue in load_project(city).issues if issue.code == "INSEK114"]
    assert "data/measures" in {str(issue.position.file) for issue in found}


@pytest.mark.parametrize("names", [("owner", "lock", "journal.new"), ("journal.json",)])
def test_links_in_the_folder_of_the_journal_lead_nowhere(
    city: Path, outside: Path, names: tuple[str, ...]
) -> None:
    folder = city / "build" / ".insek"
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).symlink_to(outside)
    done = insek(city, "new", "measure", "Neu", "--field", "HF1")
    assert done.returncode == 0, done.stderr
    assert outside.read_text(encoding="utf-8") == MARK
    assert not any((folder / name).is_symlink() for name in names)


@pytest.mark.parametrize("state", ["staging", "moving", "returning"])
@pytest.mark.parametrize(
    ("target", "new", "old"),
    [
        (".git/config", None, None),
        (".git/hooks/pre-commit", "data/concept.yaml", None),
        (".GIT/hooks/.insek-1-0.new", ".GIT/hooks/.insek-1-0.new", None),
        ("data/concept.yaml", "data/fields/HF1.yaml", None),
        ("build/neu.md", None, "data/concept.yaml"),
        ("build/..", None, None),
    ],
)
def test_a_journal_that_no_run_wrote_is_not_followed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    state: str,
    target: str,
    new: str | None,
    old: str | None,
) -> None:
    folder = tmp_path / "build" / ".insek"
    before = {"data/concept.yaml": "a", "data/fields/HF1.yaml": "b", ".git/config": "c"}
    for name, text in before.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    entry = {"target": target, "new": new, "old": old}
    for prefix in ("", f"{tmp_path}/"):
        absolute = {key: value and prefix + value for key, value in entry.items()}
        text = json.dumps({"state": state, "entries": [absolute]})
        (folder / "journal.json").write_text(text, encoding="utf-8")
        recover(tmp_path / "build")
        assert not (folder / "journal.json").exists()
        assert {name: (tmp_path / name).read_text("utf-8") for name in before} == before


PIPES = (
    "data/bilder/plan.png",
    "data/measures/M-900.yaml",
    "data/chapters/ende.md",
    "data/registers/plans.yaml",
    "data/workshops/massnahmenwerkstatt/ballots.csv",
    "build/.insek/journal.json",
    "build/.insek/owner",
    "build/.insek/journal.new",
)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes pipes")
def test_pipes_hold_nothing_up(city: Path, tmp_path: Path) -> None:
    for place in PIPES:
        (city / place).parent.mkdir(parents=True, exist_ok=True)
        (city / place).unlink(missing_ok=True)
        os.mkfifo(city / place)
    done = process(city, "check", INSEK_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 1, done.stderr
    assert done.stdout.count("INSEK122") == 4
    done = process(city, "fmt")
    assert done.returncode in {0, 1}, done.stderr
    done = process(city, "new", "measure", "Neu", "--field", "HF1")
    assert done.returncode == 0, done.stderr


def test_data_that_lies_elsewhere_is_not_read(city: Path, tmp_path: Path) -> None:
    """A link in place of data/ is refused by what reads it, and not followed by what hashes it."""
    os.mkfifo(tmp_path / "rohr")
    (city / "templates").symlink_to(tmp_path)
    cache = str(tmp_path / "cache")
    assert (
        process(city, "build", "--format", "md", "--untrusted", INSEK_CACHE=cache).returncode == 0
    )
    (city / "data").rename(tmp_path / "daten")
    (city / "data").symlink_to(tmp_path / "daten")
    done = process(city, "check", INSEK_CACHE=cache)
    assert done.returncode == 1
    assert "INSEK121" in done.stdout


def test_verify_answers_whatever_it_is_given(city: Path, tmp_path: Path) -> None:
    origin = "insek-herkunft/1 dokument=bericht revision=keine geaendert=ja profil=intern"
    origin += " stufe=entwurf felder=alle vorlagen=eigene werkzeuge=x"
    measure = next((city / "data" / "measures").glob("M-002*"))
    text = re.sub("(?m)^kurztitel:.*\n", "", measure.read_text("utf-8"))
    text = re.sub("(?m)^titel:.*", f"titel: {origin}", text)
    measure.write_text(text, encoding="utf-8")
    git(city, "commit", "-qam", "Titel wie eine Herkunft")
    assert insek(city, "build", "--format", "xlsx").returncode == 0
    assert "gebaut: ja" in insek(city, "verify", "build/massnahmenliste.xlsx").stdout
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("docProps/custom.xml", origin * 10)
    whole = packed.getvalue()
    place = whole.index(b"docProps/custom.xml") + 25
    spoiled = whole[:place] + bytes(byte ^ 0x5A for byte in whole[place : place + 20])
    files = {
        "verdorben.docx": spoiled + whole[place + 20 :],
        "halb.docx": whole[: len(whole) // 2],
        "lang.pdf": b"<pdf:Keywords>" * 3_000_000,
        "lang.md": b"insek-herkunft/1 dokument=" + b"a" * 5_000_000,
        "leer.pdf": b"",
        "leer.xlsx": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    done = insek(city, "verify", *(str(tmp_path / name) for name in files))
    assert done.stdout.count("nicht prüfbar") == len(files), done.stderr
    os.mkfifo(tmp_path / "rohr.pdf")
    assert process(city, "verify", str(tmp_path / "rohr.pdf")).returncode == 2


LONG = (
    "a" * 60_000,
    "\u0627" * 60_000,
    "\\*" * 30_000,
    "a" + "\u00e4" * 60_000,
    "..." * 20_000,
    "&x" * 30_000,
    "`" * 60_000,
    "> " * 1_000,
    "*a **b " * 8_000,
)
"""Each took minutes or hours while a pattern looked at a word again from each of its letters."""
BRACKETS = ("[" * 60_000, "![" * 30_000, "[a](" * 15_000)


def test_long_texts_are_read_and_written_in_linear_time(city: Path) -> None:
    for number, text in enumerate((*LONG, *BRACKETS)):
        path = city / "data" / "chapters" / f"lang-{number}.md"
        path.write_text(f"---\ntitel: Lang {number}\n---\n{text}\n", encoding="utf-8")
    found = insek(city, "check").stdout
    assert found.count("Zu viele eckige Klammern in einem Absatz") == len(BRACKETS)
    for text in LONG:
        parsed = parse_markdown(text, chapter=True)
        assert parsed.problems or parsed.document.markdown()


def test_more_text_than_any_city_has_is_refused(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is within its limit, all of them are not: told, and not read."""
    monkeypatch.setattr(limits, "TEXTS", 10_000)
    found = [issue for issue in load_project(city).issues if issue.code == "INSEK114"]
    assert len(found) > 5
