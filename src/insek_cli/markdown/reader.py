"""Read a Markdown field by CommonMark against the allowlist."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.tree import SyntaxTreeNode

from insek_cli.markdown import captions, marks_without_effect, tree
from insek_cli.markdown.block_positions import Content, Lines, one_line_excerpt
from insek_cli.markdown.footnotes import definition
from insek_cli.markdown.heading_levels import Levels
from insek_cli.markdown.inline_positions import PlacedInline
from insek_cli.markdown.inlines import MOST, Inlines
from insek_cli.markdown.lone_pictures import apart
from insek_cli.markdown.nesting_limits import MAX_DEPTH, crowded_line, too_deep_line
from insek_cli.markdown.parsed_text import ParsedText
from insek_cli.markdown.plain_text import has_words
from insek_cli.markdown.problem import Problem, ProblemKind, Target

_MARKED = re.compile(
    r"[\\`*_\[\]<>#&!|~\t\r\x00]| {2}|^ | $|^(?:[-+=:•‣▪●◦○■□►▶➢✓✔❖·–—]|[0-9]{1,9}[.)])|^\s*\Z|==|://|www\.|@",
    re.MULTILINE,
)
"""What may be a mark of CommonMark or is taken for one, or white space that means something; and
what may be an address."""
_ALIGNED = {"left": "links", "center": "mitte", "right": "rechts"}


@dataclass(frozen=True)
class Parsed:
    """The outcome of reading: the cleaned document, problems, and ids that links point at."""

    document: ParsedText
    problems: tuple[Problem, ...]
    targets: tuple[Target, ...]


def parse_markdown(text: str, *, chapter: bool = False) -> Parsed:
    """Read `text`; in a chapter headings and images with alt text are allowed too."""
    return _parse(text, chapter)


@lru_cache(maxsize=1024)
def _parse(text: str, chapter: bool) -> Parsed:
    if not _MARKED.search(text):
        return Parsed(_plain_paragraphs(text), (), ())
    return _read(text, chapter)


def _read(text: str, chapter: bool) -> Parsed:
    if line := crowded_line(text):
        return _refused(text, line, "brackets")
    tokens = _parser(chapter).parse(text)
    if line := too_deep_line(tokens):
        return _refused(text, line, "too-deep")
    reader = _Reader(text, chapter)
    root = SyntaxTreeNode(tokens)
    blocks = reader.read(root)
    problems = sorted(reader.inlines.problems, key=lambda problem: problem.start)
    return Parsed(ParsedText(blocks), tuple(problems), tuple(reader.inlines.targets))


def _refused(text: str, line: int, kind: ProblemKind) -> Parsed:
    """Nothing of a text that is not read on, for what stands in a line."""
    lines = Lines(text)
    begin = lines.begins[line - 1]
    problem = Problem(begin, begin + len(lines.line(line - 1)), kind, "")
    return Parsed(ParsedText(()), (problem,), ())


def _plain_paragraphs(text: str) -> ParsedText:
    """Most texts have no marks at all; for them CommonMark is paragraphs and line ends."""
    blocks = []
    for paragraph in re.split(r"\n{2,}", text.strip("\n")):
        parts: list[tree.Inline] = []
        for line in paragraph.split("\n"):
            parts += [tree.Break(hard=False), tree.Text(line)] if parts else [tree.Text(line)]
        blocks.append(tree.Paragraph(tuple(parts)))
    return ParsedText(tuple(blocks))


@lru_cache(maxsize=2)
def _parser(chapter: bool) -> MarkdownIt:
    options = {"html": True, "maxNesting": 4 * MAX_DEPTH}
    parser = MarkdownIt("commonmark", options).disable("reference")
    parser.inline = PlacedInline()
    # Texts stay apart where escapes and marks stood between them; the tree joins them.
    parser.core.ruler.disable("text_join")
    # Every scheme is read as a link and judged here: an unknown one is a finding, not lost text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    if chapter:
        ends: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
        parser.block.ruler.before("reference", "note", definition, ends)
    return parser.enable("table")


class _Reader:
    """Turns markdown-it's nodes into the tree and gathers what is not allowed."""

    def __init__(self, text: str, chapter: bool) -> None:
        self.chapter = chapter
        self.inlines = Inlines(chapter)
        self._levels = Levels()
        self._lines = Lines(text)
        self._line = 0

    def read(self, root: SyntaxTreeNode) -> tuple[tree.Block, ...]:
        """All blocks; footnotes stand where something refers to them."""
        defined = [node for node in root.walk() if node.type == "note"] if self.chapter else []
        for node in defined:
            self._line = node.map[0] if node.map else 0
            self.inlines.notes.define(str(node.meta["label"]), node, self._content_of(node))
        blocks = self.blocks(root.children)
        self.inlines.unused_notes()
        return blocks

    def blocks(
        self, nodes: list[SyntaxTreeNode], *, listed: bool = False
    ) -> tuple[tree.Block, ...]:
        found: list[tree.Block] = []
        for node in nodes:
            if node.map:
                self._line = node.map[0]
            self.block(node, found, listed=listed)
        return tuple(found)

    def block(self, node: SyntaxTreeNode, found: list[tree.Block], *, listed: bool) -> None:
        match node.type:
            case "paragraph":
                self.paragraph(node, found, listed=listed)
            case "bullet_list" | "ordered_list":
                found.append(self.item_list(node))
            case "heading":
                found.append(self.heading(node))
            case "table":
                found.append(self.table(node))
            case "blockquote" if self.chapter:
                found.append(tree.Quote(self.blocks(node.children, listed=True)))
            case "note":
                pass
            case _:
                self.refuse(node)

    def refuse(self, node: SyntaxTreeNode) -> None:
        kinds: dict[str, ProblemKind] = {"blockquote": "quote", "hr": "rule", "html_block": "html"}
        first = (node.content or "").strip().split("\n")[0]
        self._block_problem(kinds.get(node.type, "code"), first)

    def paragraph(self, node: SyntaxTreeNode, found: list[tree.Block], *, listed: bool) -> None:
        children = self.inline_of(node)
        content = self.inlines.content
        captioned = captions.with_caption(found[-1], children) if found else None
        if captioned:
            found[-1] = captioned
        else:
            captioned = captions.captioned_image(children)
            found += [captioned] if captioned else map(tree.Paragraph, apart(children))
        lines = marks_without_effect.in_lines(content.text, content.columns, listed=listed)
        told = (mark for mark in lines if not (captioned and mark.kind == "caption"))
        for mark in islice(told, MOST):
            self.inlines.mark(*mark)

    def heading(self, node: SyntaxTreeNode) -> tree.Block:
        self.inlines.notes.heading = True
        children = self.inline_of(node, heading=node.markup.startswith("#"))
        self.inlines.notes.heading = False
        level, shown = int(node.tag[1]), self.inlines.content.text
        if not self.chapter:
            self.inlines.problem("heading", shown, 0, len(shown))
            return tree.Paragraph(children)
        if not has_words(children):
            self._block_problem("heading-empty", "#" * level)
        elif self._levels.skips(level):
            self.inlines.problem("heading-gap", shown, 0, len(shown))
        return tree.Heading(self._levels.place(level), children)

    def item_list(self, node: SyntaxTreeNode) -> tree.ItemList:
        start = int(node.attrGet("start") or 1) if node.type == "ordered_list" else None
        items = tuple(self.blocks(item.children, listed=True) for item in node.children)
        paragraphs = [p for item in node.children for p in item.children if p.type == "paragraph"]
        several = any(sum(isinstance(b, tree.Paragraph) for b in item) > 1 for item in items)
        tight = all(p.hidden for p in paragraphs) and not several
        return tree.ItemList(start, node.markup if start is not None else "", tight, items)

    def table(self, node: SyntaxTreeNode) -> tree.Table:
        rows = [row for part in node.children for row in part.children]
        width = len(rows[0].children)
        aligned = [str(cell.attrGet("style") or "").partition(":")[2] for cell in rows[0].children]
        caption = self.caption(rows[-1]) if len(rows) > 1 else ()
        cells = tuple(self.row(row, width) for row in (rows[:-1] if caption else rows))
        return tree.Table(cells, tuple(_ALIGNED.get(side, "") for side in aligned), caption)

    def caption(self, node: SyntaxTreeNode) -> tuple[tree.Inline, ...]:
        """The line right below a table, which counts as its last row."""
        line = node.map[0] if node.map else self._line
        whole = self._lines.content(line, self._lines.line(line).strip())
        if "|" in whole.text or not captions.MARK.match(whole.text):
            return ()
        return captions.caption_words(self.inlines.read(node.children[0], whole))

    def row(self, node: SyntaxTreeNode, width: int) -> tuple[tuple[tree.Inline, ...], ...]:
        self._line = node.map[0] if node.map else self._line
        written = self._lines.cells(self._line)
        whole = self._lines.content(self._line, self._lines.line(self._line).strip())
        if "|" not in whole.text:
            self.inlines.content = whole
            self.inlines.mark(0, len(whole.text), "row")
        elif len(written) > width:
            self.inlines.content = written[width]
            lost = written[-1].begins[0] + len(written[-1].text) - written[width].begins[0]
            self.inlines.problem(
                "cells", one_line_excerpt([cell.text for cell in written[width:]]), 0, lost
            )
        empty = Content("", whole.begins, whole.columns)
        places = [*written, *[empty] * width]
        return tuple(
            self.inlines.read(cell, place)
            for cell, place in zip(node.children, places, strict=False)
        )

    def inline_of(self, node: SyntaxTreeNode, *, heading: bool = False) -> tuple[tree.Inline, ...]:
        return self.inlines.read(node, self._content_of(node, heading=heading))

    def _content_of(self, node: SyntaxTreeNode, *, heading: bool = False) -> Content:
        text = node.children[0].content if node.children else ""
        return self._lines.content(self._line, text, heading=heading)

    def _block_problem(self, kind: ProblemKind, detail: str) -> None:
        line = self._lines.line(self._line).strip()
        self.inlines.content = self._lines.content(self._line, line)
        start = max(0, line.find(detail))
        end = start + len(detail) if detail and detail in line else len(line)
        self.inlines.problem(kind, detail, start, end)
