"""One module a source of votes, with a `SOURCE` that recognises and reads it; `sources` finds them.

A new module is a new source. A file is recognised by what stands in it, never by its name.
"""

from importlib import import_module
from pkgutil import iter_modules

from insek_cli.workshop.imports.vote_source import TableSource, WorkbookSource


def sources() -> list[TableSource | WorkbookSource]:
    """All sources in the order they are tried; the first that fits reads the file."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found: list[TableSource | WorkbookSource] = [module.SOURCE for module in modules]
    return sorted(found, key=lambda source: source.order)
