"""What is longer, deeper or more than anybody writes: a finding there, and no command breaks."""

from pathlib import Path

import pytest

from commands import run as insek
from documents.project_files import write_project
from insek_cli.markdown import parse_markdown
from insek_cli.project.next_id import next_measure_id
from trust.cities import found_town, git
from workshop.imports.conftest import HEADER

ENDLESS = f"M-{'0' * 5000}1"
EVERYWHERE: dict[str, object] = {
    "measures/M-002-test.yaml": f"id: {ENDLESS}\ntitel: Lang\nhandlungsfeld: HF1\n",
    "measures/M-003-test.yaml": (
        "id: M-003\ntitel: Verweist\nhandlungsfeld: HF1\nfrueher:\n"
        f"  - {ENDLESS}\nabhaengig_von:\n  - {ENDLESS}\nzusammengefuehrt_in: {ENDLESS}\n"
    ),
    "measures/M-004-test.yaml": (
        f"id: M-004\ntitel: Nennt\nhandlungsfeld: HF1\nbeschreibung: Wie [hier]({ENDLESS}).\n"
    ),
    "workshops/abend/workshop.yaml": (
        "titel: Abend\nfragen:\n  - id: hf1\n    wortlaut: Was?\n    massnahmen:\n"
        f"      - {ENDLESS}\n"
    ),
    "workshops/abend/remarks.yaml": f"- id: hf1-1\n  text: Gut\n  massnahmen:\n    - {ENDLESS}\n",
    "workshops/abend/optionen.yaml": f'- nummer: "1.1"\n  id: {ENDLESS}\n  wortlaut: Hof\n',
    "workshops/abend/ballots.csv": f"{HEADER}a;papier;hf1;;;1;stimme;1;{ENDLESS};1\n",
}
COMMANDS = (
    ("check",), ("list", "--all"), ("show", "M-001"), ("show", ENDLESS), ("diff",),
    ("build", "--format", "md"), ("votes", "result", "abend"), ("fmt", "--check"),
)  # fmt: skip


def test_an_id_of_thousands_of_digits_breaks_no_command(tmp_path: Path) -> None:
    town = found_town(tmp_path / "stadt")
    write_project(town, EVERYWHERE)
    for command in COMMANDS:
        assert insek(town, *command).returncode in {0, 1, 2}, command
    told = insek(town, "check").stdout
    for name in EVERYWHERE:
        assert f"data/{name}:" in told
    git(town, "add", "-A")
    git(town, "commit", "-qm", "Lang")
    assert insek(town, "diff", "HEAD~1..HEAD").returncode == 0


def test_the_highest_id_leaves_room_for_others(tmp_path: Path) -> None:
    """Nobody can use all numbers up by one file."""
    town = write_project(tmp_path, {"measures/M-999999999.yaml": "id: M-999999999\n"})
    assert next_measure_id(town) == "M-002"
    assert insek(town, "new", "measure", "Neu", "--field", "HF1").returncode == 0


DEPTHS = {
    "emphasis": "**a " * 300 + " b**" * 300,
    "runs": "*" * 300 + "a" + "*" * 300,
    "underscores": "_a " * 300 + " b_" * 300,
    "emphasis in links": "[**a " * 300 + "**](M-001)" * 300,
    "links in emphasis": "**[a " * 300 + "](M-001)**" * 300,
    "pictures in emphasis": "**![a " * 190 + "](b.png)**" * 190,
    "pictures": "![a " * 300 + "](b.png)" * 300,
    "links": "[a " * 300 + "](M-001)" * 300,
    "quotations": "> " * 300 + "a",
    "lists": "- " * 300 + "a",
    "lists in lists": "\n".join(f"{' ' * 2 * depth}- a" for depth in range(180)),
    "lists in quotations": "> - " * 300 + "a",
    "emphasis in a heading": "# " + "**a " * 300 + " b**" * 300,
    "emphasis in a table": "|a|\n|-|\n|" + "**a " * 300 + " b**" * 300 + "|",
}


@pytest.mark.parametrize("chapter", [False, True], ids=["measure", "chapter"])
@pytest.mark.parametrize("text", DEPTHS.values(), ids=DEPTHS)
def test_marks_inside_each_other_at_any_depth(text: str, chapter: bool) -> None:
    """At any depth there is a document to hand on, or a problem in the line where it is."""
    parsed = parse_markdown(f"Davor.\n\n{text}\n", chapter=chapter)
    assert parsed.document.markdown() or parsed.problems
    assert parsed.document.plain() or parsed.problems
    assert all(problem.start >= len("Davor.\n\n") for problem in parsed.problems)


@pytest.mark.parametrize("kind", ["emphasis", "runs", "links in emphasis", "lists in lists"])
def test_too_deep_a_text_is_told_where_it_is(tmp_path: Path, kind: str) -> None:
    indented = "\n".join(f"  {line}" for line in DEPTHS[kind].split("\n"))
    start = "id: M-002\ntitel: Tief\nhandlungsfeld: HF1\nbeschreibung: |\n  Davor.\n\n"
    files: dict[str, object] = {
        "measures/M-002-test.yaml": start + indented + "\n",
        "chapters/tief.md": f"---\ntitel: Tief\n---\nDavor.\n\n{DEPTHS[kind]}\n",
    }
    told = insek(write_project(tmp_path, files), "check", "--format", "github").stdout
    deep = [line for line in told.splitlines() if "zu tief verschachtelt" in line]
    first = {"lists in lists": 24}.get(kind, 0)
    assert len(deep) == 2, told
    assert f"file=data/chapters/tief.md,line={6 + first}," in deep[0]
    assert f"file=data/measures/M-002-test.yaml,line={7 + first}," in deep[1]


@pytest.mark.parametrize("moment", ["abc", "9" * 5000, "\u00b2", "-1", "99999999999"])
def test_a_moment_that_is_none_is_not_taken(tmp_path: Path, moment: str) -> None:
    assert insek(tmp_path, "init", "neu", SOURCE_DATE_EPOCH=moment).returncode == 0
    town = tmp_path / "neu"
    assert insek(town, "build", "--format", "md", SOURCE_DATE_EPOCH=moment).returncode == 0
