"""What the wheel is made of is known to the last hash, and installing it fetches nothing else."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "scripts" / "sbom.py"
FETCHING = {
    "aiohttp", "ftplib", "http", "httpx", "pip", "requests", "socketserver", "telnetlib", "urllib3",
    "webbrowser", "xmlrpc",
}  # fmt: skip
"""Modules that reach the network; `urllib.request` besides."""


def written(seed: str) -> str:
    """The bill, written by a process of its own."""
    program = f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import sbom; "
    done = subprocess.run(
        [sys.executable, "-c", f"{program}sys.stdout.write(sbom.bill())"],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "TZ": f"Etc/GMT-{seed}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def text() -> str:
    return written("1")


@pytest.fixture(scope="module")
def bill(text: str) -> Any:
    return json.loads(text)


def test_the_bill_names_every_pin_with_every_hash(bill: Any) -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = {}
    for block in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]:
        name, version = re.split(r"==|\s", block, maxsplit=2)[:2]
        pinned[name, version] = set(re.findall(r"[0-9a-f]{64}", block))
    listed = {
        (part["name"], part["version"]): {one["content"] for one in part["hashes"]}
        for part in bill["components"]
        if "purl" in part
    }
    assert len(pinned) > 20
    assert listed == pinned


def test_the_bill_is_valid_and_says_who_needs_what_under_which_licence(
    text: str, bill: Any
) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    reached: set[str] = set()
    waiting = ["insek-cli"]
    while waiting:
        reached.add(ref := waiting.pop())
        waiting += [other for other in needs[ref] if other not in reached]
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert reached == {"insek-cli", *parts}
    elsewhere = {ref for ref, part in parts.items() if "properties" in part}
    assert {ref for ref, part in parts.items() if "licenses" not in part} <= elsewhere
    (inside,) = parts[next(ref for ref in parts if ref.startswith("pypandoc"))]["components"]
    assert inside["name"] == "pandoc"


def test_the_same_lock_gives_the_same_bill(text: str) -> None:
    assert written("7") == text


def test_neither_the_program_nor_its_installation_fetches_anything() -> None:
    modules = [ROOT / "hatch_build.py", *(ROOT / "src").rglob("*.py")]
    modules += (ROOT / "scripts").glob("*.py")
    assert len(modules) > 100
    for module in modules:
        text = module.read_text(encoding="utf-8")
        names = re.findall(r"^ *(?:from|import) +([\w.]+)", text, re.MULTILINE)
        assert not [name for name in names if name.split(".")[0] in FETCHING], module
        assert "urllib.request" not in text, module
    installing = re.findall(r"pip install .*", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert len(installing) == 3
    for line in installing:
        assert "--require-hashes" in line or ("--no-deps" in line and "--no-build-iso" in line)
