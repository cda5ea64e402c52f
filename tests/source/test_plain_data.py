"""The quick reader and the careful one: the same data, or the quick one gives up."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.markdown import parse_markdown, skim
from insek_cli.source.decode import decode
from insek_cli.source.node_tree import read_tree
from insek_cli.source.nodes import python
from insek_cli.source.plain_data import UnusualError, read_plain
from insek_cli.source.source_file import Source

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("data", "examples", "tests/cases", "tests/hostile/yaml")
    for path in (ROOT / folder).rglob("*.yaml")
)
PIECES = st.sampled_from(
    [
        "a",
        "b: ",
        "- ",
        "\n",
        "  ",
        "1",
        "1.5",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "#",
        " #",
        " #1",
        "<<",
        "&a",
        "*a",
        "!!str ",
        '"',
        "'",
        ">-\n  x\n",
        "null",
        "~",
        "---\n",
        "\t",
        "ä",
        "ä",
        "%TAG",
        "a: b\n",
        "c:\n  - d\n  - 2\n",
        "\\u200b",
        "01",
        "yes",
    ]
)
MARKS = st.sampled_from(
    [
        "[",
        "![",
        "]",
        "](M-007)",
        "](HF1.2)",
        "](https://a.example/b_c)",
        "](m-007)",
        "](mailto:a@b.example)",
        "](https://a.example/?a=1&nbsp;b)",
        "- **",
        "** ",
        "\\\n",
        "\\P",
        "http://a",
        "a",
        " ",
        "\n",
        "- ",
        "* ",
        "1. ",
        "-",
        "=",
        "#",
        "*",
        "_",
        ">",
        "`",
        "[",
        "](",
        ")",
        "\\",
        "<",
        "!",
        "~~~",
        "    ",
        "|",
        "+ ",
        "wort",
        "Bürger:innen",
        "https://a.b",
        "2026",
        "---",
        "\n\n",
    ]
)


def careful(text: str) -> tuple[object, bool]:
    """What the careful reader makes of a text, and whether it has nothing to say."""
    source = Source(PurePosixPath("x.yaml"), text.split("\n"))
    node = read_tree(text, source)
    return (None if node is None else python(node)), node is not None and not source.issues


def agrees(text: str) -> bool:
    """Hold the two against each other; whether the quick one read the text."""
    try:
        data = read_plain(text)
    except UnusualError:
        return False
    read, silent = careful(text)
    assert silent
    assert data == read
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files(path: Path) -> None:
    text = decode(path.read_bytes(), Source(PurePosixPath(path.name)))
    if text is not None:
        agrees(text)


def test_most_real_files_are_read_quickly() -> None:
    paths = sorted((ROOT / "data").rglob("*.yaml"))
    assert sum(agrees(path.read_text(encoding="utf-8")) for path in paths) == len(paths)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text(text: str) -> None:
    agrees(text)


@given(st.lists(MARKS, max_size=16).map("".join))
def test_what_is_skimmed_is_what_is_read(text: str) -> None:
    targets = skim(text)
    if targets is not None:
        parsed = parse_markdown(text)
        assert not parsed.problems
        assert list(parsed.targets) == targets


def test_links_in_plain_texts_are_skimmed() -> None:
    text = "Siehe [Liste](M-007)\n\n- und [Ziel 1.2](HF1.2), [dort](https://a.example/b_c?d=1#e)"
    found = skim(text)
    assert found is not None
    assert [text[target.start : target.end] for target in found] == ["M-007", "HF1.2"]
    assert skim("[https://a.example](https://a.example)") is None
    assert skim("![Bild](https://a.example/b.png)") is None
    assert skim("[" * 60_000) is None
