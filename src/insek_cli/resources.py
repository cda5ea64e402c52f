"""Where the files that travel with the program lie: in the wheel or in the source tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SOURCE_TREE = _PACKAGE.parents[1]


def templates_dir() -> Path:
    """The template set that a project's own templates/ overrides file by file."""
    return _resource("templates", "templates")


def examples_dir() -> Path:
    """The fictitious cities, one folder each."""
    return _resource("examples", "examples")


def schema_dir() -> Path:
    """The JSON schemas for editors."""
    return _resource("schema", "data/schema")


def fonts_dir() -> Path:
    """The fonts of the PDF; system fonts are never used."""
    return _PACKAGE / "fonts"


def _resource(installed: str, source: str) -> Path:
    """The wheel carries its own copy; an editable installation reads the repository's folder."""
    packaged = _PACKAGE / installed
    return packaged if packaged.is_dir() else _SOURCE_TREE / source
