"""What is fuzzed: a function of any bytes that must come to an end, and never raise."""

import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath

from fuzz.projects import alone, loaded, placed
from fuzz.workbooks import from_parts, from_table
from insek_cli.checks import run_checks
from insek_cli.findings.reporters.formats import REPORTERS
from insek_cli.markdown import parse_markdown
from insek_cli.models.ballots import BALLOT_COLUMNS
from insek_cli.models.record_kinds import kind_of
from insek_cli.review.format import format_bytes
from insek_cli.source.decode import decode
from insek_cli.source.source_file import Source
from insek_cli.source.to_catalog import assemble
from workshop.imports.plans import plan_of

Target = Callable[[bytes], None]


def load(data: bytes) -> None:
    """YAML, ballots.csv or a chapter: records, or findings with a place."""
    project = alone(data)
    for issue in project.issues:
        assert issue.position.line >= 1
        assert issue.position.column >= 1
        assert issue.message


def check(data: bytes) -> None:
    """All rules over the project, and all ways of telling what they found."""
    project = loaded(data)
    issues = run_checks(project, assemble(project))
    for report in REPORTERS.values():
        report(issues)


def fmt(data: bytes) -> None:
    """The canonical form: none, or one that stays as it is."""
    file, content = placed(data)
    kind = kind_of(file)
    formatted = format_bytes(content, file, kind.model if kind else None)
    if formatted.content is None:
        assert formatted.issues
    else:
        again = format_bytes(formatted.content, file, kind.model if kind else None)
        assert again.content == formatted.content


def markdown(data: bytes) -> None:
    """Markdown of a field and of a chapter: a tree to be written, problems with places."""
    text = decode(data, Source(PurePosixPath("x.md")))
    if text is None:
        return
    for chapter in (False, True):
        parsed = parse_markdown(text, chapter=chapter)
        parsed.document.plain()
        parsed.document.markdown()
        assert all(0 <= p.start <= p.end <= len(text) + 1 for p in parsed.problems)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="insek-fuzz-")


def csv_file(data: bytes) -> None:
    """A CSV file in any encoding, of whatever source it says it is."""
    _imported(data)


def neutral(data: bytes) -> None:
    """Rows below the header of ballots.csv."""
    _imported(";".join(BALLOT_COLUMNS).encode() + b"\n" + data)


def dots(data: bytes) -> None:
    """Sticky dots and raised hands."""
    _imported(b"massnahme;punkte;gruppe;runde;frage;personen\n" + data)


def limesurvey(data: bytes) -> None:
    """Answers of LimeSurvey; the input begins with the headings of the questions."""
    _imported(b"id;submitdate;" + data)


def mentimeter_voters(data: bytes) -> None:
    """The sheet Voters; the input begins with the headings of its slides."""
    text = data.decode("utf-8", "replace")
    _imported_workbook(from_table, f"# Voters\nSession\tVoter\t{text}")


def mentimeter_sessions(data: bytes) -> None:
    """Sheets with blocks of questions; the input begins below the first of them."""
    text = data.decode("utf-8", "replace")
    _imported_workbook(from_table, f"# Session 1\nQuestion 1\n{text}")


def workbook(data: bytes) -> None:
    """The XML inside a workbook."""
    _imported_workbook(from_parts, data.decode("utf-8", "replace"))


def archive(data: bytes) -> None:
    """The bytes of a workbook."""
    _imported(data, "votes.xlsx")


def _imported(content: bytes, name: str = "votes.csv") -> None:
    path = Path(_folder().name, name)
    path.write_bytes(content)
    plan_of(path)


def _imported_workbook(make: Callable[[str, Path], None], text: str) -> None:
    path = Path(_folder().name, "votes.xlsx")
    make(text, path)
    plan_of(path)


TARGETS: dict[str, Target] = {
    "loader": load,
    "checks": check,
    "fmt": fmt,
    "markdown": markdown,
    "csv": csv_file,
    "neutral": neutral,
    "dots": dots,
    "limesurvey": limesurvey,
    "voters": mentimeter_voters,
    "sessions": mentimeter_sessions,
    "workbook": workbook,
    "archive": archive,
}


def written_by(source: str, data: bytes) -> bytes:
    """The workbook that another target makes of an input."""
    TARGETS[source](data)
    return Path(_folder().name, "votes.xlsx").read_bytes()


def words() -> list[str]:
    """Words worth trying: every key, choice and marker that inputs of some kind may hold."""
    from insek_cli.models.labels import LABELS  # noqa: PLC0415
    from insek_cli.review.schema import schemas  # noqa: PLC0415

    keys = {key for text in schemas().values() for key in re.findall(r'"([a-z_]+)": \{', text)}
    marks = (
        "- ", ": ", "|\n  ", ">-\n  ", "{", "}", "[", "]", "&a ", "*a", "<<: ", "!!str ", "---\n",
        "%YAML 1.1\n", "\\x1b", "\u202e", "2026-05-14", "M-001", "HF1.2", "**", "](https://", "```",
        "<b>", "[^1]", "Q1[1]", "Question 2", "Rank 1", "1. ", '["', "stimme;1;M-001", '<c r="A1">',
        '<c t="s"><v>0</v></c>', "<f>1+1</f>", '<mergeCell ref="A1:B2"/>', "<!DOCTYPE", "&#0;",
    )  # fmt: skip
    return [*sorted(keys | LABELS.keys()), *marks]
