"""The Markdown that is delivered: layout unwrapped, anchors that work on GitHub and GitLab."""

from insek_cli.render import pandoc
from insek_cli.render.templates import TemplateSet


def render(text: str, templates: TemplateSet) -> bytes:
    """The filled templates as GitHub-flavoured Markdown, UTF-8."""
    return pandoc.write(text, "gfm", [templates.find("pandoc/markdown.lua")])
