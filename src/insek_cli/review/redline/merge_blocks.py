"""Blocks of two states into one sequence with marks: paragraphs word by word, tables by rows."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher

from lxml import etree

from insek_cli.documents.word.ooxml import q, style_id, text_of
from insek_cli.review.diff.word_diff import Piece, compare_words
from insek_cli.review.redline.align import align
from insek_cli.review.redline.change_marks import Marks, deleted, without_links

P, TBL, TR, TC, R, T = (q(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
LIKE = 0.4
"""Share of common words from which two paragraphs are one that was changed."""


def merge_blocks(
    old: Sequence[etree._Element], new: Sequence[etree._Element], marks: Marks
) -> Iterator[etree._Element]:
    """The blocks of both states; those of `new` are changed in place, those of `old` may be."""
    ours, theirs = _blocks(new), _blocks(old)
    if ours and theirs and _heads(theirs[0], ours[0]):
        # A measure with a new title keeps its one head, and with it its one page.
        yield from _pair(theirs.pop(0), ours.pop(0), marks)
    for before, after in align(theirs, ours, _signature, _like):
        yield from _pair(before, after, marks)


def _heads(before: etree._Element, after: etree._Element) -> bool:
    styles = {style_id(before) or "", style_id(after) or ""}
    return len(styles) == 1 and styles.pop().startswith("Heading") and _simple(before, after)


def _blocks(elements: Sequence[etree._Element]) -> list[etree._Element]:
    return [block for block in elements if block.tag in (P, TBL)]


def _pair(
    before: etree._Element | None, after: etree._Element | None, marks: Marks
) -> Iterator[etree._Element]:
    if before is None and after is not None:
        marks.block("ins", after)
        yield after
    elif after is None and before is not None:
        if text_of(before):
            marks.block("del", without_links(before))
            yield before
    elif before is not None and after is not None:
        if _signature(before) != _signature(after):
            _change(without_links(before), after, marks)
        yield after


def _change(before: etree._Element, after: etree._Element, marks: Marks) -> None:
    if after.tag == P:
        _paragraph(before, after, marks)
    else:
        _table(before, after, marks)


def _signature(block: etree._Element) -> tuple[str, ...]:
    if block.tag == P:
        return style_id(block) or "", text_of(block)
    return tuple(text_of(cell) for cell in block.iter(TC))


def _like(before: etree._Element, after: etree._Element) -> bool:
    if before.tag != after.tag:
        return False
    if before.tag == TBL:
        return len(_cells(before[-1])) == len(_cells(after[-1]))
    return style_id(before) == style_id(after) and _simple(before, after) and _near(before, after)


def _near(before: etree._Element, after: etree._Element) -> bool:
    words = text_of(before).split(), text_of(after).split()
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= LIKE


def _simple(*paragraphs: etree._Element) -> bool:
    """Whether each run holds one text at most, so that it can be cut anywhere."""
    return all(len(run.findall(T)) <= 1 for p in paragraphs for run in p.iter(R))


def _table(before: etree._Element, after: etree._Element, marks: Marks) -> None:
    rows, others = before.findall(TR), after.findall(TR)
    last: etree._Element | None = None
    for old, new in align(rows, others, _row_signature, _like_rows):
        row = new if new is not None else old
        if row is None:
            continue
        if old is None:
            marks.row("ins", row)
        elif new is None:
            marks.row("del", row)
            place = after.index(last) + 1 if last is not None else after.index(after.findall(TR)[0])
            after.insert(place, row)
        elif _row_signature(old) != _row_signature(new):
            _row(old, new, marks)
        last = row


def _row_signature(row: etree._Element) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in _cells(row))


def _like_rows(before: etree._Element, after: etree._Element) -> bool:
    """Rows with as many cells, half of them the same: a number, a name, a label."""
    one, other = _row_signature(before), _row_signature(after)
    equal = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and 2 * equal >= len(one)


def _row(before: etree._Element, after: etree._Element, marks: Marks) -> None:
    for old, new in zip(_cells(before), _cells(after), strict=True):
        ours, theirs = new.findall(P), old.findall(P)
        if len(ours) == len(theirs) == 1 and _simple(*ours, *theirs):
            # A cell keeps its one paragraph, however little of it is left.
            _paragraph(theirs[0], ours[0], marks)
            continue
        start = [child for child in new if child.tag not in (P, TBL)]
        new[:] = [*start, *merge_blocks(list(old), list(new), marks)]


def _cells(row: etree._Element) -> list[etree._Element]:
    return row.findall(TC)


def _paragraph(before: etree._Element, after: etree._Element, marks: Marks) -> None:
    """Word by word: new words are marked where they stand, old ones put in where they stood."""
    queue = list(compare_words(text_of(before), text_of(after)))
    gone = _Cutter(before)
    for run in list(after.iter(R)):
        if content := text_of(run):
            _weave(run, content, queue, gone, marks)
    for piece in queue:
        after.extend(_deleted(gone.take(len(piece.text)), marks))


def _weave(
    run: etree._Element, whole: str, queue: list[Piece], gone: "_Cutter", marks: Marks
) -> None:
    """Cut one run of the new state at the pieces and put marks around its parts."""
    made: list[etree._Element] = []
    while whole:
        piece = queue.pop(0)
        if piece.kind == "old":
            made += _deleted(gone.take(len(piece.text)), marks)
            continue
        part, rest = piece.text[: len(whole)], piece.text[len(whole) :]
        if rest:
            queue.insert(0, Piece(piece.kind, rest))
        whole = whole[len(part) :]
        copy = _cut(run, part)
        if piece.kind == "same":
            gone.skip(len(part))
            made.append(copy)
        else:
            made.append(marks.mark("ins", copy))
    parent = run.getparent()
    if parent is not None and made:
        place = parent.index(run)
        parent[place : place + 1] = made


def _cut(run: etree._Element, part: str) -> etree._Element:
    copy = deepcopy(run)
    copy.tail = None
    node = copy.find(T)
    if node is not None:
        node.text = part
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return copy


def _deleted(runs: list[etree._Element], marks: Marks) -> list[etree._Element]:
    for run in runs:
        deleted(run)
    return [marks.mark("del", *runs)] if runs else []


class _Cutter:
    """The runs of the old paragraph, taken off from its beginning."""

    def __init__(self, paragraph: etree._Element) -> None:
        self.runs = [(run, text_of(run)) for run in paragraph.iter(R) if text_of(run)]

    def take(self, length: int) -> list[etree._Element]:
        """Copies of runs that hold the next characters."""
        taken = []
        while length and self.runs:
            run, content = self.runs[0]
            part = content[:length]
            taken.append(_cut(run, part))
            self._drop(content[len(part) :])
            length -= len(part)
        return taken

    def skip(self, length: int) -> None:
        """Pass over the next characters."""
        while length and self.runs:
            content = self.runs[0][1]
            part = content[:length]
            self._drop(content[len(part) :])
            length -= len(part)

    def _drop(self, rest: str) -> None:
        run = self.runs.pop(0)[0]
        if rest:
            self.runs.insert(0, (run, rest))
