"""Read a Markdown field by CommonMark against the allowlist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as _emphasis
from markdown_it.tree import SyntaxTreeNode

from insek_cli.markdown import tree
from insek_cli.markdown.levels import Levels
from insek_cli.markdown.limits import MAX_DEPTH, crowded, too_deep
from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID

ProblemKind = Literal[
    "html",
    "code",
    "quote",
    "rule",
    "heading",
    "heading-empty",
    "heading-gap",
    "image",
    "image-alt",
    "footnote",
    "scheme",
    "link-text",
    "bare-url",
    "too-deep",
    "brackets",
]
_TARGET = re.compile(rf"^(https?://\S+|mailto:\S+)$|{FIELD_ID}|{GOAL_ID}|{MEASURE_ID}")
_MARKED = re.compile(
    r"[\\`*_\[\]<>#&!|~\t\r\x00]| {2}|^ | $|^(?:[-+=]|[0-9]{1,9}[.)])|^\s*\Z", re.MULTILINE
)
"""What may be a mark of CommonMark, or white space that means something."""
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(frozen=True)
class Problem:
    """What the allowlist does not know: line in the text (from 1) and the text it is about."""

    line: int
    kind: ProblemKind
    detail: str


@dataclass(frozen=True)
class Parsed:
    """The outcome of reading: the cleaned document, problems, and ids that links point at."""

    document: tree.Document
    problems: tuple[Problem, ...]
    targets: tuple[tuple[int, str], ...]


def parse(text: str, *, chapter: bool = False) -> Parsed:
    """Read `text`; in a chapter headings, tables and images with alt text are allowed too."""
    return _parse(text, chapter)


@lru_cache(maxsize=1024)
def _parse(text: str, chapter: bool) -> Parsed:
    if not _MARKED.search(text):
        return Parsed(_plain_paragraphs(text), (), ())
    return _read(text, chapter)


def _read(text: str, chapter: bool) -> Parsed:
    if line := crowded(text):
        problem = Problem(line, "brackets", "")
        return Parsed(tree.Document(()), (problem,), ())
    tokens = _parser(chapter).parse(text)
    if line := too_deep(tokens):
        problem = Problem(line, "too-deep", "")
        return Parsed(tree.Document(()), (problem,), ())
    reader = _Reader(chapter)
    root = SyntaxTreeNode(tokens)
    blocks = tuple(reader.blocks(root.children, 0))
    return Parsed(tree.Document(blocks), tuple(reader.problems), tuple(reader.targets))


def _plain_paragraphs(text: str) -> tree.Document:
    """Most texts have no marks at all; for them CommonMark is paragraphs and line ends."""
    blocks = []
    for paragraph in re.split(r"\n{2,}", text.strip("\n")):
        parts: list[tree.Inline] = []
        for line in paragraph.split("\n"):
            parts += [tree.Break(hard=False), tree.Text(line)] if parts else [tree.Text(line)]
        blocks.append(tree.Paragraph(tuple(parts)))
    return tree.Document(tuple(blocks))


@lru_cache(maxsize=2)
def _parser(chapter: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 4 * MAX_DEPTH}).disable(
        "reference"
    )
    parser.inline.ruler.at("emphasis", _emphasis_outside_words)
    # Every scheme is read as a link and judged here: an unknown one is a finding, not lost text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return parser.enable("table") if chapter else parser


def _emphasis_outside_words(state: StateInline, silent: bool) -> bool:
    """German marks inside a word (Akteur*innen, Bürger_innen) are text, never emphasis."""
    start, mark = state.pos, state.src[state.pos]
    if mark not in "*_" or silent:
        return _emphasis(state, silent)
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before, after = state.src[start - 1 : start], state.src[end : end + 1]
    if not (before.isalnum() and after.isalnum()):
        return _emphasis(state, silent)
    state.pending += state.src[start:end]
    state.pos = end
    return True


class _Reader:
    """Turns markdown-it's nodes into the tree and gathers what is not allowed."""

    def __init__(self, chapter: bool) -> None:
        self.chapter = chapter
        self.problems: list[Problem] = []
        self.targets: list[tuple[int, str]] = []
        self.line = 1
        self.levels = Levels()

    def blocks(self, nodes: list[SyntaxTreeNode], depth: int) -> Iterator[tree.Block]:
        for node in nodes:
            if node.map:
                self.line = node.map[0] + 1
            if depth > MAX_DEPTH:
                self.problem("too-deep", "")
                return
            block = self.block(node, depth)
            if block is not None:
                yield block

    def block(self, node: SyntaxTreeNode, depth: int) -> tree.Block | None:
        match node.type:
            case "paragraph":
                return tree.Paragraph(self.inline_of(node))
            case "bullet_list" | "ordered_list":
                return self.item_list(node, depth)
            case "heading":
                return self.heading(node)
            case "table" if self.chapter:
                return self.table(node)
            case _:
                self.refuse(node)
                return None

    def refuse(self, node: SyntaxTreeNode) -> None:
        kinds: dict[str, ProblemKind] = {"blockquote": "quote", "hr": "rule", "html_block": "html"}
        first = (node.content or "").strip().split("\n")[0]
        self.problem(kinds.get(node.type, "code"), first)

    def heading(self, node: SyntaxTreeNode) -> tree.Block:
        children, level = self.inline_of(node), int(node.tag[1])
        if not self.chapter:
            self.problem("heading", node.children[0].content if node.children else "")
            return tree.Paragraph(children)
        if not tree.worded(children):
            self.problem("heading-empty", "#" * level)
        elif self.levels.skips(level):
            self.problem("heading-gap", node.children[0].content if node.children else "")
        return tree.Heading(self.levels.place(level), children)

    def item_list(self, node: SyntaxTreeNode, depth: int) -> tree.ItemList:
        start = int(node.attrGet("start") or 1) if node.type == "ordered_list" else None
        items = tuple(tuple(self.blocks(item.children, depth + 1)) for item in node.children)
        paragraphs = [p for item in node.children for p in item.children if p.type == "paragraph"]
        tight = all(p.hidden for p in paragraphs)
        return tree.ItemList(start, node.markup if start is not None else "", tight, items)

    def table(self, node: SyntaxTreeNode) -> tree.Table:
        rows = [row for part in node.children for row in part.children]
        return tree.Table(tuple(tuple(self.inline_of(cell) for cell in r.children) for r in rows))

    def inline_of(self, node: SyntaxTreeNode) -> tuple[tree.Inline, ...]:
        found: list[tree.Inline] = []
        for inline in node.children:
            for child in inline.children:
                found += self.inline(child, 0)
        return tuple(found)

    def inline(self, node: SyntaxTreeNode, depth: int) -> list[tree.Inline]:
        if depth > MAX_DEPTH:
            self.problem("too-deep", "")
            return []
        match node.type:
            case "text":
                return self.text(node.content)
            case "softbreak" | "hardbreak":
                self.line += 1
                return [tree.Break(node.type == "hardbreak")]
            case "em" | "strong":
                children = self.inlines(node, depth)
                return [tree.Mark("kursiv" if node.type == "em" else "fett", children)]
            case "link":
                return self.link(node, depth)
            case "image":
                return self.image(node)
            case _:
                self.problem("html" if node.type == "html_inline" else "code", node.content)
                return [tree.Text(node.content)]

    def inlines(self, node: SyntaxTreeNode, depth: int) -> tuple[tree.Inline, ...]:
        return tuple(part for child in node.children for part in self.inline(child, depth + 1))

    def text(self, content: str) -> list[tree.Inline]:
        footnote = _FOOTNOTE.search(content)
        if footnote:
            self.problem("footnote", footnote.group())
        return [tree.Text(content)] if content else []

    def link(self, node: SyntaxTreeNode, depth: int) -> list[tree.Inline]:
        target = str(node.attrGet("href") or "")
        children = self.inlines(node, depth)
        if not _TARGET.match(target):
            self.problem("scheme", target)
            return list(children)
        shown = tree.Document((tree.Paragraph(children),)).plain().strip()
        if not shown:
            self.problem("link-text", target)
        elif re.match(r"https?://|www\.", shown):
            self.problem("bare-url", target)
        if ":" not in target:
            self.targets.append((self.line, target))
        return [tree.Link(target, children)]

    def image(self, node: SyntaxTreeNode) -> list[tree.Inline]:
        path = str(node.attrGet("src") or "").removeprefix("../bilder/")
        if not self.chapter or ":" in path:
            self.problem("image", path)
            return []
        if not node.content.strip():
            self.problem("image-alt", path)
        return [tree.Picture(path, node.content)]

    def problem(self, kind: ProblemKind, detail: str) -> None:
        self.problems.append(Problem(self.line, kind, detail))
