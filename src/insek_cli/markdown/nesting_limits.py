"""How much of Markdown anybody writes: more is told before time or memory go into it."""

from markdown_it.token import Token

MAX_DEPTH = 24
"""Lists and quotations, or marks of emphasis and links, inside each other."""
_CONTAINERS = ("bullet_list", "ordered_list", "blockquote")
MAX_BRACKETS = 1000
"""In one paragraph; the reader takes quadratic time for brackets that nobody closes."""


def crowded_line(text: str) -> int | None:
    """The line in which a paragraph has more square brackets than anybody writes."""
    if text.count("[") <= MAX_BRACKETS:
        return None
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        count = count + line.count("[") if line.strip() else 0
        if count > MAX_BRACKETS:
            return number
    return None


def too_deep_line(tokens: list[Token]) -> int | None:
    """The line where marks stand deeper in each other than anybody writes.

    Told before a tree is made of them: whoever walks a tree needs a call for each level.
    """
    line, depth = 1, 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        depth += token.nesting if token.type.startswith(_CONTAINERS) else 0
        if depth > MAX_DEPTH:
            return line
        for child in token.children or ():
            line += child.type in ("softbreak", "hardbreak")
            if child.level > MAX_DEPTH:
                return line
    return None
