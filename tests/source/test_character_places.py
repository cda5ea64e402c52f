"""Findings inside a text point at the word itself, however YAML writes the text."""

import io
import unicodedata
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from insek_cli.source.character_places import places
from insek_cli.source.node_tree import read_tree
from insek_cli.source.nodes import Mapping, Scalar, Sequence
from insek_cli.source.source_file import Source

WORDS = st.text(alphabet="aäöß€–„“'\"\\:#-*|>&%é🌳", min_size=1, max_size=8).map(
    lambda word: f"w{word}w"
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5)
MARK = "Märkwort"


def _styles(lines: list[str], indent: int) -> dict[str, str]:
    """One text in every way that YAML has for it; what differs in white space is alike here."""
    pad = " " * indent
    quoted = (" " + " ".join(lines)).strip()
    double = quoted.replace("\\", "\\\\").replace('"', '\\"')
    escaped = "".join(c if c.isascii() else f"\\U{ord(c):08x}" for c in double)
    folded = f"\n{pad}".join(lines)
    return {
        "literal": "|\n" + "\n".join(pad + line for line in lines),
        "kept": f"|{indent}+\n" + "\n".join(f"{pad}  {line}\n" for line in lines),
        "folded": ">-\n" + "\n".join(pad + line for line in lines),
        "folded_gaps": ">\n" + "\n\n".join(pad + line for line in lines),
        "single": "'" + folded.replace("'", "''") + "'",
        "double": '"' + folded.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "escaped": f'"{escaped}"',
        "joined": '"'
        + f"\\\n{pad}\\ ".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
        + '"',
    }


@given(LINES, st.integers(0, 4), st.booleans(), st.booleans())
def test_each_way_of_writing_leads_back_to_the_word(
    lines: list[str], at: int, apart: bool, listed: bool
) -> None:
    at = min(at, len(lines) - 1)
    lines = [*lines[:at], f"{lines[at]} {MARK} ende", *lines[at + 1 :]]
    for name, written in _styles(lines, 4).items():
        head = "a:\n  - x\n  - " if listed else "a: x\nb: "
        source = head + written + "\n"
        if apart:
            source = unicodedata.normalize("NFD", source)
        node = read_tree(source, Source(PurePosixPath("x.yaml"), source.split("\n")))
        scalar = _last(node)
        start = scalar.text.index(MARK)
        found = places(source.split("\n"), scalar.span, scalar.style, scalar.text)
        assert len(found) == len(scalar.text)
        first, last = found[start], found[start + len(MARK) - 1]
        shown = source.split("\n")[first.line - 1][first.column - 1 : last.end - 1]
        loaded = YAML(typ="safe", pure=True).load(io.StringIO(f'x: "{shown}"'))["x"]
        assert unicodedata.normalize("NFC", loaded) == MARK, name


def test_a_text_without_marks_over_several_lines() -> None:
    source = "b: erste Zeile\n  zweite Märkwort\n\n  dritte\nc: 1\n"
    node = read_tree(source, Source(PurePosixPath("x.yaml"), source.split("\n")))
    assert isinstance(node, Mapping)
    scalar = node.values["b"]
    assert isinstance(scalar, Scalar)
    found = places(source.split("\n"), scalar.span, scalar.style, scalar.text)
    start = scalar.text.index(MARK)
    assert (found[start].line, found[start].column) == (2, 10)
    assert found[scalar.text.index("dritte")].line == 4


def _last(node: object) -> Scalar:
    while not isinstance(node, Scalar):
        assert isinstance(node, (Mapping, Sequence))
        node = node.items[-1] if isinstance(node, Sequence) else [*node.values.values()][-1]
    return node
