"""Hostile and unlucky files: what each is refused for, and that nothing but findings comes out."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import HOSTILE, count
from insek_cli.models.measure import Measure
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.events import fast_events, pure_events
from insek_cli.source.node_tree import Events, read_tree
from insek_cli.source.source_file import MAX_FINDINGS, Source
from insek_cli.source.validate import validate

FOLDER = Path(__file__).parent.parent / "hostile" / "yaml"
EXPECTED = FOLDER.parent / "expected.txt"
FILES = sorted(FOLDER.glob("*.yaml"))
CASES = sorted((FOLDER.parent.parent / "cases").rglob("*.yaml"))
NAME = PurePosixPath("data/measures/M-001-test.yaml")


def read(raw: bytes) -> Source:
    """What loading one measure finds."""
    count(HOSTILE)
    source = Source(NAME)
    text = decode(raw, source)
    node = None if text is None else parse(text, source)
    if node is not None:
        validate(node, Measure, source)
    source.close()
    return source


def form(raw: bytes) -> str:
    """The findings about the form alone, as `code@line:column`."""
    source = Source(NAME)
    text = decode(raw, source)
    if text is not None:
        parse(text, source)
    places = (f"{i.code}@{i.position.line}:{i.position.column}" for i in source.issues)
    return " ".join(places) or "-"


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def test_every_hostile_file_has_its_expectation() -> None:
    assert len(FILES) >= 60
    assert {path.name for path in FILES} == expected().keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_hostile_file_is_refused_as_expected(path: Path) -> None:
    assert form(path.read_bytes()) == expected()[path.name]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_hostile_file_gives_findings_and_no_measure(path: Path) -> None:
    assert read(path.read_bytes()).issues


def accepts(text: str, events: tuple[Events, ...]) -> bool:
    source = Source(NAME, text.split("\n"))
    read_tree(text, source, events)
    return not any(issue.severity == "error" for issue in source.issues)


@pytest.mark.parametrize("path", [*FILES, *CASES], ids=lambda path: path.name)
def test_both_parsers_come_to_one_verdict(path: Path) -> None:
    text = decode(path.read_bytes(), Source(NAME))
    if text is not None:
        assert accepts(text, (fast_events, pure_events)) == accepts(text, (pure_events,))


TOKENS = st.sampled_from(
    ["a", "id", "titel", ":", ": ", " ", "  ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", '"',
     "'", "|", ">", "#", " #", "&a", "*a", "!t", "%", "@", "`", "?", "? ", "---\n", "...\n", "\t",
     "\\", "\\x00", "0", "1_000", "2026-02-30", ".5", "1e9", "~", "ü", "\u0308", "\u202e", "<<",
     "\r", "\r\n", "\x00", "\ufeff", "😀", "%YAML 1.10\n---\n", "!!set ", "!!int \"\"", "._"]
)  # fmt: skip


@given(st.lists(TOKENS, max_size=40).map("".join))
def test_any_tokens_give_findings_or_a_measure(text: str) -> None:
    raw = text.encode("utf-8")
    assert len(read(raw).issues) <= MAX_FINDINGS + 1


@given(st.binary(max_size=200))
def test_any_bytes_give_findings_or_a_measure(raw: bytes) -> None:
    for issue in read(raw).issues:
        assert issue.position.line >= 1
        assert issue.position.column >= 1


def test_large_deep_and_long_files_are_refused() -> None:
    assert form(b"# " + b"x" * 600_000) == "INSEK114@1:1"
    assert form(b"[" * 100_000) == "INSEK114@1:21"
    assert form(b"a: [" + b"1," * 30_000 + b"1]").startswith("INSEK114@1:")
    assert form(b"a: " + b"x" * 70_000) == "INSEK114@1:4"


def test_many_findings_are_counted_and_not_shown() -> None:
    issues = read("".join(f"k{number}: 1\n" for number in range(200)).encode()).issues
    assert len(issues) == MAX_FINDINGS + 1
    assert issues[-1].code == "INSEK124"
    assert "153" in issues[-1].message
