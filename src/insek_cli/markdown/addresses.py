"""Addresses in a text become links, as GitHub makes them of the delivered Markdown."""

import re
from collections.abc import Iterator

from insek_cli.markdown.tree import Emphasis, Inline, Link, Text

ADDRESS = re.compile(
    r"(?<![\w/])(?P<page>(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+[^\s<>\"„“”‚‘’«»]*)"
    r"|(?<![\w.+/-])(?P<mail>[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)(?!\w)"
)
_BEHIND = re.compile(r"[?!.,:;*_~'|]+\Z")
"""Ends the sentence, not the address."""


def linked(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same with a link for each address that stands in the text and in no link yet."""
    return tuple(piece for part in parts for piece in _linked(part))


def _linked(part: Inline) -> Iterator[Inline]:
    if isinstance(part, Emphasis):
        yield Emphasis(part.kind, linked(part.children))
    elif isinstance(part, Text):
        yield from _parted(part.text)
    else:
        yield part


def _parted(text: str) -> Iterator[Inline]:
    begin = 0
    for match in ADDRESS.finditer(text):
        shown = _without_end(match.group())
        at = match.start()
        if text[begin:at]:
            yield Text(text[begin:at])
        yield Link(_goal(shown, mail=match["mail"] is not None), (Text(shown),))
        begin = at + len(shown)
    if text[begin:] or not begin:
        yield Text(text[begin:])


def _goal(shown: str, *, mail: bool) -> str:
    if mail:
        return f"mailto:{shown}"
    return f"http://{shown}" if shown.startswith("www.") else shown


def _without_end(address: str) -> str:
    """Without the marks of the sentence around it, and without a bracket that opens before it."""
    while True:
        shorter = _BEHIND.sub("", address)
        for opening, closing in ("()", "[]"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
