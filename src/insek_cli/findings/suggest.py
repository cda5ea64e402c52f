"""“Did you mean …?” for keys, choices and ids."""

from collections.abc import Iterable
from difflib import get_close_matches

from insek_cli.i18n import _

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant; umlauts and case do not count."""
    known = {folded_word(candidate): candidate for candidate in candidates}
    found = get_close_matches(folded_word(word[:80]), known, n=1, cutoff=0.7)
    return known[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """The question, or nothing when no candidate is near."""
    found = closest(word, candidates)
    return _("Did you mean “{word}”?").format(word=found) if found else ""


def folded_word(word: str) -> str:
    """A word without umlauts and capitals, with _ for what stands between words."""
    return word.lower().translate(_UMLAUTS)
