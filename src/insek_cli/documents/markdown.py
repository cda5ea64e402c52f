"""The Markdown that is delivered: layout unwrapped, anchors that work on GitHub and GitLab."""

import re
from collections import Counter

from insek_cli.documents.engines import pandoc
from insek_cli.documents.engines.pandoc_chunks import Chunks
from insek_cli.documents.templates import TemplateSet
from insek_cli.report.origin import origin
from insek_cli.report.views import Report

_HEADING = re.compile(r'<a id="([^"<>]*)" name="([^"<>]*)"></a>')
_NOTE = re.compile(r"<fussnote>(.*?)</fussnote>", re.DOTALL)
_LINK = re.compile(r"\]\(#([\w-]+)\)")


def render(text: str, report: Report, templates: TemplateSet, chunks: Chunks) -> bytes:
    """The filled templates as GitHub-flavoured Markdown, UTF-8; its last line is a comment."""
    pieces = pandoc.convert_chunks(text, "gfm", templates.find("pandoc/markdown.lua"), chunks)
    written = "\n\n".join(piece.strip("\n") for piece in pieces)
    return f"{_noted(_anchored(written))}\n\n<!-- {origin(report)} -->\n".encode()


def _noted(text: str) -> str:
    """Footnotes numbered through the whole, their words at its end."""
    words: list[str] = []

    def number(note: re.Match[str]) -> str:
        words.append(" ".join(note[1].split()))
        return f"[^{len(words)}]"

    numbered = _NOTE.sub(number, text)
    return "\n\n".join([numbered, *(f"[^{n}]: {note}" for n, note in enumerate(words, 1))])


def _anchored(text: str) -> str:
    """Links lead to the anchors GitHub makes of headings, repeats numbered.

    GitLab folds "--" into "-" where GitHub keeps it: such a heading keeps an anchor of its own.
    """
    taken: Counter[str] = Counter()
    slugs: dict[str, str] = {}

    def settle(heading: re.Match[str]) -> str:
        identifier, slug = heading.groups()
        own = f"{slug}-{taken[slug]}" if taken[slug] else slug
        taken[slug] += 1
        if identifier and "--" in own:
            return f'<a id="{identifier}"></a>'
        if identifier:
            slugs[identifier] = own
        return ""

    settled = _HEADING.sub(settle, text)
    return _LINK.sub(lambda link: f"](#{slugs.get(link[1], link[1])})", settled)
