"""Which measure an option of a foreign file is."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from insek_cli.models.ballots import Option
from insek_cli.models.measure import Measure

How = Literal["zuordnung", "id", "nummer", "titel", "aehnlich", "offen"]

IGNORED = "ignorieren"
"""What a mapping says of an option that is no measure."""

CLOSE = 0.75
MAX_NEAR = 200
"""Unknown options for which near ones are looked for: a file with more is none of this workshop."""
LONGEST = 300
CUT = 15
"""Letters that the beginning of a title must have before it counts as the title cut off."""

_ID = re.compile(r"(M-[0-9]{3,})(?:[\s:.)–-]+(\S.*))?", re.IGNORECASE)
_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})*)[.):]?\s+(\S.*)")
_NUMBER = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}")
_ELLIPSIS = re.compile(r"(\.\.\.|…)$")


@dataclass(frozen=True)
class Match:
    """What was made of an option: `measure` is an id, IGNORED or None (open).

    A close match names its measure too; it counts only after it was confirmed.
    """

    label: str
    measure: str | None
    how: How

    @property
    def exact(self) -> bool:
        """Whether nobody needs to confirm it: more than likeness speaks for it."""
        return self.how not in ("aehnlich", "offen")


def is_number(label: str) -> bool:
    """Whether an option is a number as it is printed, 4.2, and no words."""
    return _NUMBER.fullmatch(label.strip()) is not None


def folded_option(text: str) -> str:
    """Texts that differ in spaces, case or the form of quotes are one."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub("[„“”\"‚‘’']", "'", text).split())


class Matcher:
    """Looks options up. Numbers count only as the kit froze them: they move, titles do not."""

    def __init__(
        self, measures: Iterable[Measure], options: Sequence[Option], mapping: Mapping[str, str]
    ) -> None:
        self._mapping = {folded_option(label): id_ for label, id_ in mapping.items()}
        self._numbers = _unique((option.nummer, option.id) for option in options)
        texts = [(option.wortlaut, option.id) for option in options]
        ids: dict[str, str] = {}
        for measure in measures:
            ids[folded_option(measure.id)] = measure.id
            for text in (measure.titel, measure.kurztitel, *measure.frueher):
                texts.append((text or "", measure.id))
        self._texts = _unique(texts)
        earlier = {text: id_ for text, id_ in self._texts.items() if _ID.fullmatch(text)}
        self._ids = earlier | ids
        self._seen: dict[str, Match] = {}
        self._searched = 0

    def exact(self, label: str) -> Match | None:
        """The measure that the option names without doubt."""
        key = folded_option(label)
        if id_ := self._mapping.get(key):
            return Match(label, id_, "zuordnung")
        if found := _ID.fullmatch(label.strip()):
            return self._agreeing(label, self._ids.get(folded_option(found[1])), found[2], "id")
        if id_ := self._texts.get(key):
            return Match(label, id_, "titel")
        if id_ := self._numbers.get(key):
            return Match(label, id_, "nummer")
        if found := _NUMBERED.fullmatch(label.strip()):
            id_ = self._numbers.get(found[1])
            if id_ or found[1] in self._numbers:
                return self._agreeing(label, id_, found[2], "nummer")
            # A number that nobody froze is where the option stood in a list, no more.
            if id_ := self._texts.get(folded_option(found[2])):
                return Match(label, id_, "titel")
        return None

    def match(self, label: str) -> Match:
        """The measure that the option names, or the one it resembles most."""
        if found := self.exact(label):
            return found
        if label not in self._seen:
            self._searched += 1
            near = self._close(label) if self._searched <= MAX_NEAR else None
            self._seen[label] = Match(label, near, "aehnlich" if near else "offen")
        return self._seen[label]

    def _agreeing(self, label: str, id_: str | None, text: str | None, how: How) -> Match | None:
        """An id or number with a text behind it counts when both mean one measure."""
        if id_ is None or (text and not self._says(text, id_)):
            return None
        return Match(label, id_, how)

    def _says(self, text: str, id_: str) -> bool:
        """Whether a text is one of the measure, in full or cut off with a mark as the kit does."""
        key = folded_option(text)
        begun = _ELLIPSIS.sub("", key).strip()
        if begun in ("", key):
            return self._texts.get(key) == id_
        return any(known.startswith(begun) for known, owner in self._texts.items() if owner == id_)

    def _close(self, label: str) -> str | None:
        plain = label.strip()
        if found := _NUMBERED.fullmatch(plain):
            plain = found[2]
        key = _ELLIPSIS.sub("", folded_option(plain)).strip()
        if len(key) > LONGEST:
            return None
        begun = {id_ for text, id_ in self._texts.items() if text.startswith(key)}
        if len(key) >= CUT and len(begun) == 1:
            return begun.pop()
        rated = sorted(((_likeness(key, text), id_) for text, id_ in self._texts.items()))
        return rated[-1][1] if rated and rated[-1][0] >= CLOSE else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    quick = matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE
    return matcher.ratio() if quick else 0.0


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id by text; a text that two measures share names neither."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, id_ in pairs:
        if text.strip():
            found[folded_option(text)].add(id_)
    return {text: ids.pop() for text, ids in found.items() if len(ids) == 1}
