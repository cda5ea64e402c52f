"""Captions: a line that begins with “: ” right below a table or an image."""

import re
from dataclasses import replace

from insek_cli.markdown.tree import Block, Break, Inline, Paragraph, Picture, Table, Text

MARK = re.compile(r":[ \t]+(?=\S)")


def caption_words(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The words of a caption without the mark before them; nothing when it is none."""
    if not children or not isinstance(children[0], Text):
        return ()
    match = MARK.match(children[0].text)
    return (Text(children[0].text[match.end() :]), *children[1:]) if match else ()


def with_caption(above: Block, children: tuple[Inline, ...]) -> Block | None:
    """The table or image above with the paragraph as its caption, if it is one."""
    caption = caption_words(children)
    match above:
        case Table() if caption and not above.caption:
            return replace(above, caption=caption)
        case Paragraph((Picture() as picture,)) if caption and not picture.caption:
            return Paragraph((replace(picture, caption=caption),))
    return None


def captioned_image(children: tuple[Inline, ...]) -> Paragraph | None:
    """An image whose caption stands in the next line of its paragraph."""
    match children:
        case (Picture() as picture, Break(), *rest) if caption := caption_words(tuple(rest)):
            return Paragraph((replace(picture, caption=caption),))
    return None
