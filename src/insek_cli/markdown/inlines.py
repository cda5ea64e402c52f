"""The words of a block: text, emphasis, links and images, and what is amiss with them."""

import re
from itertools import islice
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from insek_cli.markdown import marks_without_effect, tree
from insek_cli.markdown.addresses import linked
from insek_cli.markdown.block_positions import Content, one_line_excerpt
from insek_cli.markdown.footnotes import MAX_REPEATED, REFERENCE
from insek_cli.markdown.plain_text import paragraph_words, seen
from insek_cli.markdown.problem import MarkKind, Problem, ProblemKind, Target
from insek_cli.models.types import FIELD_ID, GOAL_ID, MEASURE_ID

MOST = 50
"""Marks without effect that are told of one block; more of them say nothing new."""
_TARGET = re.compile(rf"^(https?://\S+|mailto:\S+)$|{FIELD_ID}|{GOAL_ID}|{MEASURE_ID}")
_CHAPTER = re.compile(r"(?:\./|\.\./chapters/)?([^/:#?]+\.md)")


class _Notes:
    """The footnotes of a chapter by their label, and what was read of them."""

    def __init__(self) -> None:
        self.defined: dict[str, tuple[SyntaxTreeNode, Content]] = {}
        self.doubled: list[Content] = []
        self.read: dict[str, tuple[tree.Inline, ...]] = {}
        self.repeated = 0
        self.refused: set[str] = set()
        self.inside = self.heading = False

    def define(self, label: str, node: SyntaxTreeNode, content: Content) -> None:
        """A footnote where it is written."""
        if label in self.defined:
            self.doubled.append(content)
        else:
            self.defined[label] = (node, content)


class Inlines:
    """Turns the inline nodes of one block after another into parts of the tree.

    `content` is the block at hand; problems and targets of all blocks are gathered.
    """

    def __init__(self, chapter: bool) -> None:
        self.chapter = chapter
        self.problems: list[Problem] = []
        self.targets: list[Target] = []
        self.content = Content("", (0,), (0,))
        self.notes = _Notes()
        self._delimiters: list[marks_without_effect.Delimiter] = []

    def read(self, node: SyntaxTreeNode, content: Content) -> tuple[tree.Inline, ...]:
        """The words of a node whose content is known with its place."""
        self.content, self._delimiters = content, []
        children = [child for inline in node.children for child in inline.children]
        found = tuple(part for child in children for part in self._inline(child))
        for mark in islice(marks_without_effect.in_emphasis(content.text, self._delimiters), MOST):
            self.mark(*mark)
        return linked(tree.merge_texts(found))

    def problem(self, kind: ProblemKind, detail: str, start: int, end: int) -> None:
        """Gather a problem between two offsets of the content."""
        offset = self.content.offset
        self.problems.append(Problem(offset(start), offset(end), kind, detail))

    def mark(self, start: int, end: int, kind: MarkKind) -> None:
        """Gather a mark without effect between two offsets of the content."""
        offset, shown = self.content.offset, one_line_excerpt([self.content.text[start:end]])
        self.problems.append(Problem(offset(start), offset(end), kind, shown, effectless=True))

    def _inline(self, node: SyntaxTreeNode) -> list[tree.Inline]:
        match node.type:
            case "text":
                return self._text(node)
            case "text_special":
                return [tree.Text(node.content)]
            case "softbreak" | "hardbreak":
                return [tree.Break(node.type == "hardbreak")]
            case "em" | "strong":
                children = self._inlines(node)
                return [tree.Emphasis("kursiv" if node.type == "em" else "fett", children)]
            case "link":
                return self._link(node)
            case "image":
                return self._image(node)
            case _:
                kind: ProblemKind = "html" if node.type == "html_inline" else "code"
                self.problem(kind, node.content, *self._stretch(node))
                return [tree.Text(node.content)]

    def _inlines(self, node: SyntaxTreeNode) -> tuple[tree.Inline, ...]:
        found = (part for child in node.children for part in self._inline(child))
        return tree.merge_texts(tuple(found))

    def _text(self, node: SyntaxTreeNode) -> list[tree.Inline]:
        text, at = node.content, int(node.meta.get("at", 0))
        if not text:
            return []
        if "mark" in node.meta:
            self._delimiter(at, text)
            return [tree.Text(text)]
        for start, end, kind in islice(marks_without_effect.in_text(text), MOST):
            self.mark(at + start, at + end, kind)
        if text.endswith("\\") and at + len(text) == len(self.content.text):
            self.mark(at + len(text) - 1, at + len(text), "backslash")
        return self._with_notes(text, at)

    def _with_notes(self, text: str, at: int) -> list[tree.Inline]:
        parts: list[tree.Inline] = []
        begin = 0
        for match in REFERENCE.finditer(text):
            note = self._note(match[1], at + match.start(), at + match.end())
            if note:
                parts += [tree.Text(text[begin : match.start()]), note]
                begin = match.end()
        return [*parts, tree.Text(text[begin:])]

    def _note(self, label: str, start: int, end: int) -> tree.Note | None:
        """The footnote a place refers to; what is not there or goes too far is told."""
        notes = self.notes
        kind: ProblemKind | None = None
        if not self.chapter:
            kind = "footnote"
        elif label not in notes.defined:
            kind = "note-missing"
        elif notes.inside or notes.heading:
            kind = "note-inside" if notes.inside else "note-heading"
            notes.refused.add(label)
        elif label in notes.read:
            notes.repeated += len(notes.defined[label][1].text)
            kind = "note-often" if notes.repeated > MAX_REPEATED else None
        if kind:
            self.problem(kind, f"[^{label}]", start, end)
            return None
        if label not in notes.read:
            here = self.content, self._delimiters
            notes.inside = True
            notes.read[label] = self.read(*notes.defined[label])
            notes.inside = False
            self.content, self._delimiters = here
        return tree.Note(notes.read[label])

    def unused_notes(self) -> None:
        """What is written as a footnote and printed nowhere is told."""
        notes = self.notes
        told = notes.read.keys() | notes.refused
        for content in (c for label, (_, c) in notes.defined.items() if label not in told):
            self.content = content
            self.problem("note-unused", one_line_excerpt([content.text]), 0, len(content.text))
        for content in self.notes.doubled:
            self.content = content
            self.problem("note-twice", one_line_excerpt([content.text]), 0, len(content.text))

    def _delimiter(self, at: int, text: str) -> None:
        last = self._delimiters[-1] if self._delimiters else None
        if last and last.end == at and last.text[0] == text[0]:
            self._delimiters[-1] = last._replace(text=last.text + text)
        else:
            self._delimiters.append(marks_without_effect.Delimiter(at, text))

    def _link(self, node: SyntaxTreeNode) -> list[tree.Inline]:
        target = str(node.attrGet("href") or "")
        label, end = int(node.meta["label"]), int(node.meta["to"])
        children = self._inlines(node)
        begin = int(node.meta["at"]) + 1 if node.markup == "autolink" else label + 2
        place = self._target(begin, end - 1)
        if chapter := _CHAPTER.fullmatch(unquote(target)):
            target = chapter[1]
        elif not _TARGET.match(target):
            self.problem("scheme", target, *place)
            return list(children)
        shown = paragraph_words(children).strip()
        if not seen(shown):
            self.problem("link-text", target, *place)
            # The engines end where a link shows nothing.
            children = (tree.Text(target.removeprefix("mailto:")),)
        elif re.match(r"https?://|www\.", shown):
            self.problem("bare-url", target, *self._stretch(node))
        if title := str(node.attrGet("title") or ""):
            self.problem("link-title", title, place[1] + 1, end - 1)
        if ":" not in target:
            start, end = map(self.content.offset, place)
            self.targets.append(Target(start, end, target))
        return [tree.Link(target, children)]

    def _image(self, node: SyntaxTreeNode) -> list[tree.Inline]:
        path = str(node.attrGet("src") or "").removeprefix("../bilder/")
        place = self._target(int(node.meta["at"]) + 4 + len(node.content), int(node.meta["to"]) - 1)
        if not self.chapter or ":" in path:
            self.problem("image", path, *place)
            return []
        if title := str(node.attrGet("title") or ""):
            self.problem("link-title", title, place[1] + 1, int(node.meta["to"]) - 1)
        alt = "".join(child.content for child in node.walk() if child.type.startswith("text"))
        if not seen(alt):
            self.problem("image-alt", path, *place)
        start, end = map(self.content.offset, place)
        return [tree.Picture(path, alt, (start, end))]

    def _target(self, start: int, end: int) -> tuple[int, int]:
        """Where an address stands between brackets, in the content; without its title."""
        inside = self.content.text[start:end]
        match = re.match(r"\s*<?([^\s<>]*)", inside)
        return (start + match.start(1), start + match.end(1)) if match else (start, end)

    def _stretch(self, node: SyntaxTreeNode) -> tuple[int, int]:
        at = int(node.meta.get("at", 0))
        return at, int(node.meta.get("to", at + 1))
