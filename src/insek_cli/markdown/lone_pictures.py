"""Images stand alone: one amid the words of a paragraph is set between them, not in a line."""

from dataclasses import replace

from insek_cli.markdown.plain_text import paragraph_words, seen
from insek_cli.markdown.tree import Break, Emphasis, Inline, Note, Picture, Text


def apart(children: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """The words and the images of a paragraph in turn; images of links and cells stay there."""
    return [part for part in map(_trimmed, _split(children)) if _shows(part)] or [children]


def _split(children: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    parts: list[tuple[Inline, ...]] = [()]
    for child in children:
        if isinstance(child, Picture):
            parts += [(child,), ()]
        elif isinstance(child, Emphasis):
            first, *more = _split(child.children)
            parts[-1] += _marked(child, first)
            parts += [_marked(child, part) for part in more]
        else:
            parts[-1] += (child,)
    return parts


def _marked(mark: Emphasis, part: tuple[Inline, ...]) -> tuple[Inline, ...]:
    match part:
        case () | (Picture(),):
            return part
    return (replace(mark, children=part),)


def _trimmed(part: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the spaces and line ends that parted words from an image."""
    while part and _empty(part[0]):
        part = part[1:]
    while part and _empty(part[-1]):
        part = part[:-1]
    return part


def _empty(child: Inline) -> bool:
    return isinstance(child, Break) or (isinstance(child, Text) and not seen(child.text))


def _shows(part: tuple[Inline, ...]) -> bool:
    return any(isinstance(child, Picture | Note) for child in part) or seen(paragraph_words(part))
