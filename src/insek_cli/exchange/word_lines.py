"""Cells of a Word document as lines, worded as the texts of the project are as plain text."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from insek_cli.documents.engines.pandoc import read_docx
from insek_cli.tables.docx_text import Document, qn
from insek_cli.tables.office_text import flat

_CUT = "insekschnittstelle"
"""A word in a paragraph of its own between two cells."""
Tree = dict[str, Any]


def cell_lines(document: Document, cells: Sequence[Any]) -> list[list[str]]:
    """The lines of each cell, with all changes accepted; the document is of no use afterwards.

    Pandoc reads a document that holds nothing but these cells: what others say takes no time.
    """
    if not cells:
        return []
    body = document.element.body
    contents = [[deepcopy(each) for each in cell if each.tag != qn("w:tcPr")] for cell in cells]
    body[:] = []
    for blocks in contents:
        document.add_paragraph(_CUT)
        body.extend(blocks)
    stream = BytesIO()
    document.save(stream)
    found: list[list[str]] = []
    for block in _whole_lists(read_docx(stream.getvalue())["blocks"]):
        lines = [*_lines(block, "")]
        if lines == [_CUT]:
            found.append([])
        elif found:
            found[-1] += [line for line in lines if line.strip()]
    return found


def _whole_lists(blocks: list[Tree]) -> list[Tree]:
    """Lists that follow each other as one: programs begin a list anew with each of its items."""
    found: list[Tree] = []
    for block in blocks:
        last = found[-1] if found else {"t": ""}
        if block["t"] == last["t"] == "BulletList":
            found[-1] = {**last, "c": last["c"] + block["c"]}
        elif block["t"] == last["t"] == "OrderedList":
            found[-1] = {**last, "c": [last["c"][0], last["c"][1] + block["c"][1]]}
        else:
            found.append(block)
    return found


def _lines(block: Tree, indent: str) -> Iterator[str]:
    """A line for a paragraph, an item of a list or a row of a table."""
    kind: str = block["t"]
    content: Any = block.get("c")
    if kind in ("Para", "Plain"):
        yield from (indent + line for line in _words(content).split("\n"))
    elif kind == "Header":
        yield indent + _words(content[2])
    elif kind == "BulletList":
        yield from _items(content, ["– "] * len(content), indent)
    elif kind == "OrderedList":
        (start, _style, delimiter), items = content
        close = ")" if delimiter["t"] != "Period" else "."
        yield from _items(items, [f"{start + n}{close} " for n in range(len(items))], indent)
    elif kind in ("BlockQuote", "Div"):
        for inner in _whole_lists(content if kind == "BlockQuote" else content[1]):
            yield from _lines(inner, indent)
    elif kind == "Table":
        yield from (indent + row for row in _rows(content))


def _items(items: list[list[Tree]], bullets: list[str], indent: str) -> Iterator[str]:
    told = ([line for block in _whole_lists(item) for line in _lines(block, "")] for item in items)
    # What was struck out leaves an empty item, unless its mark was struck out as well.
    full = (lines for lines in told if any(line.strip() for line in lines))
    for lines, bullet in zip(full, bullets, strict=False):
        for number, line in enumerate(lines):
            yield indent + (bullet if number == 0 else " " * len(bullet)) + line


def _rows(table: list[Any]) -> Iterator[str]:
    head, bodies, foot = table[3], table[4], table[5]
    parts = [head[1], *(part for body in bodies for part in (body[2], body[3])), foot[1]]
    for row in (row for part in parts for row in part):
        cells = (cell[4] for cell in row[1])
        yield " | ".join(
            " ".join(line for block in cell for line in _lines(block, "")) for cell in cells
        )


def _words(inlines: list[Tree]) -> str:
    return "".join(map(_word, inlines))


def _word(inline: Tree) -> str:
    kind: str = inline["t"]
    content: Any = inline.get("c")
    match kind:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "\n"
        case "Link":
            return _link(_words(content[1]), content[2][0])
        case "Note":
            return f" ({' '.join(line for block in content for line in _lines(block, ''))})"
        case "Code" | "Math" | "RawInline":
            return str(content[1])
        case "Image":
            return ""
        case "Quoted" | "Span" | "Cite":
            return _words(content[1])
    return _words(content) if isinstance(content, list) else ""


def _link(words: str, target: str) -> str:
    shown = re.sub("^(?:mailto:|http://(?=www))", "", target)
    known = target.startswith("#") or flat(shown) in flat(words)
    return words if known else f"{words} ({shown})"
