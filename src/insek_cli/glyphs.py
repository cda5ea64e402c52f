"""What the font of the PDF can draw."""

from functools import cache

from insek_cli.resources import fonts_dir

FONT = "SourceSans3-Regular.ttf"
_SHAPING = frozenset({0x00AD, 0x200C, 0x200D, 0xFE0E, 0xFE0F})
"""Signs that shape the one before them: never drawn themselves."""


@cache
def drawable_code_points() -> frozenset[int]:
    """The code points that the font draws or that need no drawing."""
    # Only texts with unusual characters pay for reading the font.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # noqa: PLC0415

    with TTFont(fonts_dir() / FONT, lazy=True) as font:
        return frozenset(font.getBestCmap()) | _SHAPING
