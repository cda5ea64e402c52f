"""The tools whose versions decide the bytes of the documents."""

from functools import cache
from importlib.metadata import version

from insek_cli import __version__

PACKAGES = ("pypandoc_binary", "typst", "jinja2", "openpyxl", "python-pptx", "lxml", "pillow")


@cache
def tool_versions() -> tuple[str, ...]:
    """Names and versions, insek first: insek-0.1.0, typst-0.15.2."""
    return (f"insek-{__version__}", *(f"{name}-{version(name)}" for name in PACKAGES))
