"""Which image was meant by a name that fits none: with its folder, in other case, with umlauts."""

from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from insek_cli.findings.suggest import closest, folded_word
from insek_cli.i18n import _

_LEVELS = ("*", "*/*", "*/*/*", "*/*/*/*")
LISTED = 5000
"""So many names are compared."""


class ImageNames:
    """The names of the files under data/bilder, read once and only when one is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _present(self) -> list[str]:
        found = (path for level in _LEVELS for path in self._folder.glob(level))
        names = (path.relative_to(self._folder).as_posix() for path in found if path.is_file())
        return sorted(name for name, _n in zip(names, range(LISTED), strict=False))

    @cached_property
    def _alike(self) -> dict[str, str]:
        """Names by the whole path and by the file alone, without case and umlauts."""
        alone = {_plain(name.rpartition("/")[2]): name for name in reversed(self._present)}
        return alone | {_plain(name): name for name in self._present}

    def has(self, name: str) -> bool:
        """Whether a file bears exactly this name: Windows and macOS do not mind its case."""
        return Path(name).as_posix() in self._present or len(self._present) >= LISTED

    def hint(self, name: str) -> str:
        """What to do about a name that fits no image; empty when none is near."""
        found = self.meant(name)
        if found is None:
            return ""
        if normalize("NFC", found) == normalize("NFC", name):
            return _(
                "The file stores letters and accents apart: name it without umlauts, here too."
            )
        question = _("Did you mean “{word}”?").format(word=found)
        rule = _("Paths begin in data/bilder/, with / between folders; upper and lower case count.")
        return f"{question} {rule}"

    def meant(self, name: str) -> str | None:
        """The name that was probably meant."""
        parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        for start in range(len(parts)):
            if found := self._alike.get(_plain("/".join(parts[start:]))):
                return found
        return closest(parts[-1], self._present) if parts else None


def _plain(name: str) -> str:
    composed = normalize("NFC", name).lower()
    return folded_word(
        composed.removesuffix(".jpeg") + ".jpg" if composed.endswith(".jpeg") else composed
    )
