"""The Markdown that is delivered: layout unwrapped, anchors that work on GitHub and GitLab."""

from insek_cli.render import pandoc
from insek_cli.render.templates import TemplateSet


def render(tree: bytes, templates: TemplateSet) -> bytes:
    """The tree as GitHub-flavoured Markdown, UTF-8."""
    return pandoc.write(tree, "gfm", [templates.find("pandoc/markdown.lua")])
