"""Copies that Explorer, Finder, OneDrive and other programs make of a file, told by their names."""

import re
from collections import defaultdict
from collections.abc import Collection

_BEFORE = re.compile(r"^(?:kopie|copy)(?:\s*\(\d+\))?\s+(?:von|of)\s+", re.IGNORECASE)
"""Windows and Word: “Kopie von M-001”, “Copy (2) of M-001”."""
_BEHIND = re.compile(
    r"(?:[\s_-]*[\s_-](?:kopie|copy)(?:[\s_]*\(?\d+\)?)?"  # “ - Kopie (2)”, “ copy 2”, “_copy”
    r"|\s*\(\d+\)"  # browsers, Teams: “ (1)”
    r"|\s*\([^()]*(?:konflikt|kopie|conflict)[^()]*\)"  # Dropbox, Nextcloud
    r"|[._-]sync-conflict-[\w-]+"  # Syncthing
    r")$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s+\d+$")
"""Finder, iCloud: “M-001-hof 2”. A copy only where the other is there: “Teil 2” is none."""
_COMPUTER = re.compile(r"-(?=[\w-]*[A-Z])[\w-]+$")
"""OneDrive: “M-001-gewerbehoefe-DESKTOP-4F2K1”. Names chosen here have no capitals there."""


def undecorated(name: str) -> str:
    """The name without what copying added to it, however often it was copied."""
    while (shorter := _BEHIND.sub("", _BEFORE.sub("", name)).strip()) not in ("", name):
        name = shorter
    return name


def copies(names: Collection[str]) -> dict[str, str]:
    """Each name that is a copy of another one here, and that other one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        alike[_origin(name, names)].append(name)
    found: dict[str, str] = {}
    for plain, group in alike.items():
        original = plain if plain in group else min(group, key=len)
        found |= {name: original for name in group if name != original}
    return found


def _origin(name: str, names: Collection[str]) -> str:
    plain = undecorated(name)
    unnumbered = _NUMBER.sub("", plain)
    if unnumbered != plain and unnumbered in names:
        return unnumbered
    for match in re.finditer("-", plain):
        if plain[: match.start()] in names and _COMPUTER.fullmatch(plain[match.start() :]):
            return plain[: match.start()]
    return plain
