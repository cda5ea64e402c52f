"""Colours: the theme, tints, and the contrast that accessibility asks for (WCAG 2.1, 1.4.3)."""

THEME = ("#9a3324", "#1f4e8c", "#2f6b2f", "#7a4f00", "#5b3a86", "#00606b", "#8a2460", "#4a5a12")
"""Field colours for cities that name none; each holds 4.5:1 on white and on its tint."""
INK = "#1d2429"
WHITE = "#ffffff"
GREY = "#59636b"
SLATE = "#22303a"
PALE = "#d5dde2"
"""Text that stands back on a dark ground."""
MINIMUM_CONTRAST = 4.5


def rgb(colour: str) -> tuple[int, int, int]:
    """#9a3324 → (154, 51, 36)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def tint(colour: str, share: float = 0.09) -> str:
    """The colour thinned on white; `share` of the colour stays."""
    parts = (round(255 - (255 - part) * share) for part in rgb(colour))
    return "#" + "".join(f"{part:02x}" for part in parts)


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weakest(colour: str) -> str:
    """The ground, white or its own tint, on which a colour is harder to read."""
    return min((WHITE, tint(colour)), key=lambda ground: contrast(colour, ground))


def readable(colour: str) -> str:
    """The colour, or the first darker one of its hue that text can be read in on both grounds."""
    whole = rgb(colour)
    for share in range(255, -1, -1):
        near = "#" + "".join(f"{round(part * share / 255):02x}" for part in whole)
        if contrast(near, weakest(near)) >= MINIMUM_CONTRAST:
            return near
    return "#000000"
