"""Events to a node tree in one pass that also guards; nothing in it recurses."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from insek_cli.source.character_places import places
from insek_cli.source.core_schema import resolve_plain
from insek_cli.source.decode import character_name
from insek_cli.source.events import Kind, YamlSyntaxError, fast_events, pure_events
from insek_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span
from insek_cli.source.source_file import FORBIDDEN, Source
from insek_cli.source.syntax_errors import explain_syntax_error, known_keys
from insek_cli.source.syntax_slips import NO_BREAK, continued
from insek_cli.source.tabs import structural_tab

MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 64 * 1024

Events = Callable[[str], Iterator[tuple[Kind, Any]]]


class _RefusedError(Exception):
    """Reading ends here; the finding is gathered already."""


def read_tree(
    text: str, source: Source, events: tuple[Events, ...] = (fast_events, pure_events)
) -> Node | None:
    """The root node, or None with findings. The last event source has the last word."""
    for number, stream in enumerate(events, 1):
        attempt = _Builder(Source(source.file, source.lines))
        try:
            attempt.consume(stream(text))
        except YamlSyntaxError as trouble:
            if number < len(events):
                continue
            explain_syntax_error(trouble, attempt.source)
        except _RefusedError:
            pass
        else:
            if tab := structural_tab(source.lines, attempt.scalars):
                attempt.source.report("INSEK115", tab)
        source.issues += attempt.source.close()
        return None if attempt.failed else attempt.root
    return None


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.scalars: list[Scalar] = []
        self.failed = True
        self._stack: list[Mapping | Sequence] = []
        self._key: list[Scalar | None] = []
        self._nodes = 0
        self._documents = 0
        self._folded = False
        self._doubled: Mapping | None = None
        self._marks = {n for n, line in enumerate(source.lines, 1) if "#" in line}

    def consume(self, events: Iterator[tuple[Kind, Any]]) -> None:
        """Build the tree; raises YamlSyntaxError from the parser, _RefusedError from the guard."""
        for kind, event in events:
            if kind == "end":
                self._end(event)
            elif kind == "document":
                self._document(event)
            elif kind == "alias":
                self._refuse("INSEK113", _span(event), variant="alias")
            else:
                self._node(kind, event)
        self.failed = False

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("INSEK113", _span(event), variant="documents")
        if event.version or event.tags:
            self._refuse("INSEK113", Span(1, 1, 1, 1), variant="directive")

    def _node(self, kind: Kind, event: Any) -> None:
        span = _span(event)
        self._guard(event, span)
        node: Node
        if kind == "scalar":
            node = self._scalar(event, span)
        else:
            node = Mapping(span) if kind == "mapping" else Sequence(span)
        self._attach(node)
        if not isinstance(node, Scalar):
            self._stack.append(node)
            self._key.append(None)
            if len(self._stack) > MAX_DEPTH:
                self._refuse("INSEK114", span, variant="depth", limit=str(MAX_DEPTH))

    def _guard(self, event: Any, span: Span) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse("INSEK114", span, variant="nodes", limit=str(MAX_NODES))
        if event.anchor is not None:
            self._refuse("INSEK113", span, variant="anchor")
        if event.ctag is not None:
            self._refuse("INSEK113", span, variant="tag")

    def _scalar(self, event: Any, span: Span) -> Scalar:
        text, style = event.value, event.style or ""
        if len(text) > MAX_SCALAR:
            self._refuse("INSEK114", span, variant="text", limit=f"{MAX_SCALAR // 1024} KiB")
        if style == '"' and not text.isprintable() and (hidden := FORBIDDEN.search(text)):
            self.source.report("INSEK103", span, name=character_name(hidden.group()))
            text = FORBIDDEN.sub("\ufffd", text)
        if not style:
            text = self._plain(text, span)
        scalar = Scalar(span, text if style else resolve_plain(text), text, style)
        if not text.isascii():
            self._normalise(scalar)
        self.scalars.append(scalar)
        if style in ("'", '"'):
            self._glued(scalar)
        return scalar

    def _plain(self, text: str, span: Span) -> str:
        """A text without quotation marks; what was probably meant otherwise is told."""
        if span.end_line > span.line and (
            found := continued(self.source.lines, span, known_keys())
        ):
            self.source.report(found.code, found.span, variant=found.variant, **found.details)
        stripped = text.strip(NO_BREAK)
        if stripped == text:
            return text
        line, column = span.line, span.column
        if text[0] not in NO_BREAK:
            line, column = span.end_line, span.end_column - 1
        character = self.source.line(line)[column - 1 : column] or text[0]
        name = f"U+{ord(character):04X}"
        self.source.report(
            "INSEK103", Span(line, column, line, column + 1), variant="edge", name=name
        )
        return stripped

    def _glued(self, scalar: Scalar) -> None:
        """YAML takes `"#9a3324"` for a comment where a mark above it stayed open, and drops all."""
        span = scalar.span
        rest = self.source.line(span.end_line)[span.end_column - 1 :]
        if rest.startswith("#"):
            self.source.report("INSEK101", span, variant="late", end=str(span.end_line))

    def _normalise(self, scalar: Scalar) -> None:
        text = scalar.text
        if unicodedata.is_normalized("NFC", text):
            return
        scalar.text = unicodedata.normalize("NFC", text)
        if isinstance(scalar.value, str):
            scalar.value = scalar.text
        if not self._folded:
            self.source.report("INSEK118", self._apart(scalar, text))
            self._folded = True

    def _apart(self, scalar: Scalar, text: str) -> Span:
        """The first letter whose accent stands apart in the text as it is written."""
        pairs = zip(scalar.text, text, strict=False)
        at = next((n for n, (one, other) in enumerate(pairs) if one != other), len(scalar.text) - 1)
        found = places(self.source.lines, scalar.span, scalar.style, scalar.text)
        line, column, end = found[at]
        return Span(line, column, line, end)

    def _attach(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            self._comment(node, node.span)
            parent.items.append(node)
        elif (key := self._key[-1]) is None:
            self._begin_entry(node)
        else:
            self._key[-1] = None
            self._entry(parent, key, node)

    def _begin_entry(self, node: Node) -> None:
        if not isinstance(node, Scalar):
            self._refuse("INSEK116", node.span, variant="group")
        if not node.style and node.text == "<<":
            self._refuse("INSEK113", node.span, variant="merge")
        if not isinstance(node.value, str):
            self.source.report("INSEK116", node.span)
        self._key[-1] = node

    def _entry(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if isinstance(node, Scalar) and not node.style and not node.text:
            # libyaml and the pure parser put an empty value in different places.
            node.span = key.span
        self._comment(node, key.span if node.span is key.span else node.span)
        if key.text in parent.values:
            self._twice(parent, key)
            first = parent.values[key.text]
            if isinstance(first, Scalar) and not first.text:
                # The empty one of the two is not missed.
                parent.values[key.text] = node
            return
        parent.keys[key.text] = key
        parent.values[key.text] = node

    def _twice(self, parent: Mapping, key: Scalar) -> None:
        """A key stands a second time; in a list the dash of the next entry may be missing."""
        first = str(parent.keys[key.text].span.line)
        details = {"key": key.text, "first": first}
        listed = len(self._stack) > 1 and isinstance(self._stack[-2], Sequence)
        if listed and parent is self._doubled:
            # The rest of the entry whose dash is missing.
            return
        self._doubled = parent
        variant = "listed" if listed else ""
        self.source.report("INSEK106", key.span, (key.text,), variant=variant, **details)

    def _comment(self, node: Node, span: Span) -> None:
        """`Platz #1` is cut at the mark: a comment without a space was meant as text."""
        if span.line not in self._marks or not isinstance(node, Scalar):
            return
        if node.style or span.end is None:
            return
        rest = self.source.line(span.line)[span.end - 1 :].removeprefix(":").strip()
        if len(rest) > 1 and rest[0] == "#" and rest[1] not in "# !":
            variant = "" if node.text else "nothing"
            self.source.report("INSEK120", span, variant=variant, read=node.text, rest=rest)

    def _end(self, event: Any) -> None:
        node = self._stack.pop()
        self._key.pop()
        node.span.end_line = event.end_mark.line + 1
        node.span.end_column = event.end_mark.column + 1

    def _refuse(self, code: str, span: Span, **values: str) -> NoReturn:
        self.source.report(code, span, **values)
        raise _RefusedError


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
