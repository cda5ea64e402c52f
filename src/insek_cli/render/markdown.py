"""The Markdown that is delivered: layout unwrapped, anchors that work on GitHub and GitLab."""

from insek_cli.render import pandoc
from insek_cli.render.templates import TemplateSet
from insek_cli.report.origin import origin
from insek_cli.report.views import Report


def render(text: str, report: Report, templates: TemplateSet) -> bytes:
    """The filled templates as GitHub-flavoured Markdown, UTF-8; its last line is a comment."""
    written = pandoc.write(text, "gfm", [templates.find("pandoc/markdown.lua")])
    return written + f"\n<!-- {origin(report)} -->\n".encode()
