"""`insek check` as reviewers and CI use it."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from insek_cli.findings import Issue, Position, Severity
from insek_cli.findings.codes import CODES
from insek_cli.findings.codes.reference_page import reference_page
from insek_cli.findings.reporters.sarif import cut_notice, findings_sarif

ROOT = Path(__file__).parents[2]


def test_the_real_data_has_no_errors(insek: Callable) -> None:
    done = insek("check", cwd=ROOT)
    assert done.returncode == 0
    assert "Fehler INSEK" not in done.stdout


def test_every_finding_has_its_place_and_a_hint(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "von: 3200000", "von: abc")
    done = insek("check")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    head = next(line for line in lines if "Fehler" in line)
    assert re.fullmatch(
        r"data/measures/M-002-\S+\.yaml:\d+:\d+: Fehler INSEK104 "
        r"kosten\.positionen\[0\]\.von: „abc“ ist keine Zahl",
        head,
    )
    following = lines[lines.index(head) + 1 :]
    assert following[0].endswith("von: abc")
    assert following[1].endswith("^^^")
    assert following[2].startswith("   Hinweis: ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("beschreibung: |", "beschreibng: |"),
        ("status: beschlossen", "status beschlossen"),
        ("    lon: ", "   lon: "),
        ("id: M-002", "id: M-001"),
        ("handlungsfeld: HF1", "handlungsfeld: HF7"),
    ],
)
def test_one_slip_is_one_finding(insek: Callable, edit: Callable, old: str, new: str) -> None:
    """Votes, remarks, goals and registers refer to the measure; they do not repeat its trouble."""

    def found() -> set[tuple[str, str, str]]:
        entries = json.loads(insek("check", "--format", "json").stdout)
        return {(entry["code"], entry["file"], entry["message"]) for entry in entries}

    before = found()
    edit("measures/M-002*.yaml", old, new)
    assert len(found() - before) == 1


def test_findings_come_by_file_and_line(insek: Callable) -> None:
    found = json.loads(insek("check", "--format", "json").stdout)
    places = [(entry["file"], entry["line"], entry["column"]) for entry in found]
    assert len(places) > 5
    assert places == sorted(places)


def test_strict_lets_warnings_fail(insek: Callable) -> None:
    assert insek("check").returncode == 0
    assert insek("check", "--strict").returncode == 1


def test_paths_limit_the_report_not_the_analysis(insek: Callable, edit: Callable) -> None:
    path = edit("measures/M-003*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    whole = json.loads(insek("check", "--format", "json").stdout)
    one = json.loads(insek("check", str(path), "--format", "json").stdout)
    assert {entry["file"] for entry in one} == {f"data/measures/{path.name}"}
    assert [entry for entry in whole if entry["file"] == one[0]["file"]] == one
    assert insek("check", "data/measures/gibt-es-nicht.yaml").returncode == 2
    assert insek("check", "/etc").returncode == 2


def test_changed_limits_to_what_git_sees(insek: Callable, edit: Callable, city: Path) -> None:
    edit("measures/M-003*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    (city / "data" / "measures" / "M-077-neu.yaml").write_text("id: M-077\n", encoding="utf-8")
    found = json.loads(insek("check", "--changed", "HEAD", "--format", "json").stdout)
    names = {entry["file"].rpartition("/")[2][:5] for entry in found}
    assert names == {"M-003", "M-077"}
    for revision in ("gibt-es-nicht", "--output=x", "HEAD..HEAD", ""):
        done = insek("check", f"--changed={revision}")
        assert done.returncode == 2, revision
    assert not (city / "x").exists()


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_reason_silences_a_finding(insek: Callable, edit: Callable, dash: str) -> None:
    before = insek("check").stdout
    assert "INSEK421" in before
    goal = "  - id: HF3.4\n    titel: Wärme und Strom ohne CO₂ erzeugen"
    comment = f"  # insek: erlaubt INSEK421 {dash} kommt mit der Wärmeplanung\n"
    edit("fields/HF3.yaml", goal, comment + goal)
    done = insek("check", "--show-silenced")
    assert "HF3.4" not in done.stdout
    assert "kommt mit der Wärmeplanung" in done.stderr


def test_a_comment_above_a_text_silences_its_lines(insek: Callable, edit: Callable) -> None:
    edit("measures/M-002*.yaml", "[Quartiersrat](M-003)", "<https://www.example.org>")
    assert "INSEK604" in insek("check").stdout
    comment = "# insek: erlaubt INSEK604 - die Adresse ist der Name\n"
    edit("measures/M-002*.yaml", "beschreibung: |\n", f"{comment}beschreibung: |\n")
    found = insek("check").stdout
    assert "INSEK604" not in found
    assert "INSEK432" not in found


def test_a_silence_needs_a_reason_and_a_finding(insek: Callable, edit: Callable) -> None:
    edit("fields/HF3.yaml", "titel:", "# insek: erlaubt INSEK421\ntitel:")
    edit("fields/HF2.yaml", "titel:", "# insek: erlaubt INSEK421 - Grund\ntitel:")
    found = insek("check").stdout
    assert "INSEK431" in found
    assert "INSEK432" in found


def test_github_commands_cannot_be_forged(insek: Callable, edit: Callable) -> None:
    edit("measures/M-003*.yaml", "status: ", 'status: "%0A::error::x" #')
    lines = insek("check", "--format", "github").stdout.splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice) file=data/", line) for line in lines)
    assert any("%250A" in line for line in lines)


def test_gitlab_knows_a_finding_again_when_lines_move(insek: Callable, edit: Callable) -> None:
    def prints() -> list[str]:
        found = json.loads(insek("check", "--format", "gitlab").stdout)
        assert all(
            entry.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}
            for entry in found
        )
        return sorted(entry["fingerprint"] for entry in found)

    before = prints()
    edit("measures/M-004*.yaml", "id: M-004", "# eine Zeile mehr\nid: M-004")
    assert prints() == before
    assert len(set(before)) == len(before)


def test_junit_fails_the_files_with_errors(insek: Callable, edit: Callable) -> None:
    edit("measures/M-003*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    suites = ET.fromstring(insek("check", "--format", "junit").stdout)
    cases = list(suites.iter("testcase"))
    failed = [str(case.get("name")) for case in cases if case.find("failure") is not None]
    assert any("M-003" in name for name in failed)
    assert suites.get("failures") == str(len(failed))
    assert len(failed) < len(cases)


def test_explain_shows_no_placeholder(insek: Callable) -> None:
    for code in ("INSEK526", "INSEK534", "INSEK205"):
        said = insek("explain", code).stdout
        assert "…" in said
        assert not re.search(r"\{\w+\}", said)


def test_explain(insek: Callable) -> None:
    done = insek("explain", "insek104")
    assert "Falsch:" in done.stdout
    assert "von: 250000" in done.stdout
    assert insek("explain", "INSEK999").returncode == 2
    assert insek("explain").stdout.count("INSEK") == len(CODES)


def test_the_reference_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSEK_LANG", "de")
    from insek_cli import i18n  # noqa: PLC0415 - the language is read on import of the catalogue

    if i18n.language() != "de":
        pytest.skip("the catalogue was loaded in English")
    assert (ROOT / "docs" / "befunde.md").read_text(encoding="utf-8") == reference_page()


PLAUSIBLE = {
    "INSEK424": (
        "registers/programmes.yaml",
        "titel: Landes",
        "titel: Förderlinie NACHBARSCHAFT + #",
    ),
    "INSEK411": ("measures/M-003*.yaml", "kurztitel: ", "kurztitel: Leerstandsregister #"),
    "INSEK416": ("measures/M-002*.yaml", "lat: 54", "lat: 14"),
    "INSEK423": (
        "measures/M-003*.yaml",
        "titel: ",
        "titel: Leerstandslotsin mit Wohnraumagenturen #",
    ),
    "INSEK428": ("chapters/vorwort.md", "nach: impressum", "nach: impresum"),
}


@pytest.mark.parametrize("code", PLAUSIBLE)
def test_what_does_not_fit_is_told(code: str, insek: Callable, edit: Callable) -> None:
    assert code not in insek("check").stdout
    edit(*PLAUSIBLE[code])
    assert code in insek("check").stdout


def test_a_branch_that_breaks_a_file_it_left_alone_fails(insek: Callable, edit: Callable) -> None:
    """The branch drops an actor; the measures that name it are unchanged."""
    edit("registers/actors.yaml", "id: fb-verkehr\n", "id: fb-anders\n")
    found = json.loads(insek("check", "--changed", "HEAD", "--format", "json").stdout)
    broken = {entry["file"] for entry in found if entry["severity"] == "error"}
    assert broken
    assert not any(file.endswith("actors.yaml") for file in broken)
    assert insek("check", "--changed", "HEAD").returncode == 1


def test_errors_come_last_and_one_hint_serves_many(insek: Callable, edit: Callable) -> None:
    edit("measures/M-001*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    done = insek("check")
    words = re.findall(r"^data/\S+: (Fehler|Warnung|Hinweis) ", done.stdout, re.MULTILINE)
    assert words == sorted(words, key=["Hinweis", "Warnung", "Fehler"].index)
    assert words[-1] == "Fehler"
    assert words.count("Warnung") > 3
    hint = "bis dahin drucken die Dokumente"
    assert (done.stdout.count("INSEK301"), done.stdout.count(hint)) == (13, 1)
    assert re.search(r"1 Fehler, \d+ Warnungen, \d+ Hinweise", done.stderr)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_level_hides_what_weighs_less_and_still_counts_it(
    format_: str, insek: Callable, edit: Callable
) -> None:
    edit("measures/M-001*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    done = insek("check", "--level", "error", "--format", format_)
    assert len(re.findall("INSEK[0-9]{3}", done.stdout)) == 1
    warnings = insek("check", "--level", "warning", "--format", format_).stdout
    assert "INSEK301" in warnings
    assert "INSEK421" not in warnings
    assert insek("check", "--level", "fatal").returncode == 2
    edit("measures/M-001*.yaml", "handlungsfeld: HF9", "handlungsfeld: HF1")
    strict = insek("check", "--level", "error", "--strict")
    assert (strict.returncode, strict.stdout) == (1, "")
    assert "nicht gezeigt" in strict.stderr


def test_errors_elsewhere_are_counted(insek: Callable, edit: Callable) -> None:
    edit("measures/M-001*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    done = insek("check", "data/fields/HF2.yaml")
    assert done.returncode == 0
    assert "1 weiterer Fehler in anderen Dateien." in done.stderr


@pytest.mark.parametrize("format_", ["github", "gitlab", "junit", "sarif"])
def test_marks_are_sentences(format_: str, insek: Callable, edit: Callable) -> None:
    edit("measures/M-001*.yaml", "handlungsfeld: HF1", "handlungsfeld: HF9")
    assert "„HF9“ gibt es nicht. Vorhanden sind: HF1" in insek("check", "--format", format_).stdout


def test_sarif_keeps_to_what_github_shows() -> None:
    def issue(number: int, severity: Severity) -> Issue:
        position = Position(PurePosixPath(f"data/measures/M-{number:05}.yaml"))
        return Issue("INSEK301", severity, position, "", f"Nummer {number}", "Rat")

    weights = [Severity.NOTE, Severity.WARNING, Severity.ERROR]
    issues = [issue(number, weights[number % 3]) for number in range(5001)]
    (run,) = json.loads(findings_sarif(issues))["runs"]
    assert len(run["results"]) == 5000
    texts = [result["message"]["text"] for result in run["results"]]
    assert texts == sorted(texts, key=lambda text: int(text.split()[1].rstrip(".")))
    assert {"Nummer 4998. Rat"} == {f"Nummer {n}. Rat" for n in range(5001)} - {*texts}
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "1" in notice["message"]["text"]
    assert cut_notice(issues[:5000]) == ""
