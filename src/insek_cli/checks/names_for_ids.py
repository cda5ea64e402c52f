"""Records called by their names where ids are due: “FB 66” is fb-66, “Wohnen” is HF1.

The loader reads each file by itself. Only here, with all files read, is known who was meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from insek_cli.catalog import Catalog
from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.findings.suggest import closest, folded_word
from insek_cli.i18n import _
from insek_cli.models.key_paths import key_at
from insek_cli.models.record_kinds import TARGETS, kind_of
from insek_cli.source.german_values import PLACES, QUOTES
from insek_cli.source.missing_list import one_each

FORM = "INSEK111"
"""What stands there does not have the form of an id."""
NUMBERED = ("field", "goal", "measure")
TRIES = 100
"""Words for which a similar name is looked for in one run: more of them nobody reads."""
LIKENESS = 1_000
"""Names among which a similar one is looked for; among more only the same one is."""
_BETWEEN = re.compile(r"\s*[,;/+]\s*|\s+und\s+")
Names = Mapping[str, str]
"""What records of a kind are called, with the id of each."""


def with_ids_for_names(context: Context) -> Iterator[Issue]:
    """The findings of loading; where a name stands for an id, the hint says the id."""
    guesses = NameMatcher(context.catalog)
    for issue in context.loaded.issues:
        kind = _kind(issue) if issue.code == FORM else None
        hint = _hint(issue, kind, guesses) if kind else ""
        if kind in PLACES and not hint and PurePosixPath(PLACES[kind]) not in context.broken:
            hint = _("Nothing there is called so: add it to {place}, or choose one of its ids.")
            hint = hint.format(place=PLACES[kind])
        yield replace(issue, hint=hint) if hint else issue


def _hint(issue: Issue, kind: str, guesses: "NameMatcher") -> str:
    ids = guesses.each(kind, _BETWEEN.split(_value(issue)))
    key, bracket, _place = issue.key.rpartition(".")[2].partition("[")
    return one_each(ids, key, in_list=bool(bracket)) or guesses.meant(kind, _value(issue))


class NameMatcher:
    """Who was meant by a name; similar names are looked for a limited number of times."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names: dict[str, dict[str, str]] = {}
        self._same: dict[str, dict[str, str]] = {}
        self._near: dict[tuple[str, str], str | None] = {}

    def each(self, kind: str, words: Sequence[str]) -> list[str]:
        """The ids of several names; none when one of them is no name."""
        found = [self._known(kind).get(folded_word(word)) for word in words]
        return [id_ for id_ in found if id_] if all(found) else []

    def _known(self, kind: str) -> dict[str, str]:
        if kind not in self._names:
            names = self._names[kind] = ids_by_name(kind, self._catalog)
            self._same[kind] = {folded_word(name): id_ for name, id_ in reversed(names.items())}
        return self._same[kind]

    def meant(self, kind: str, word: str) -> str:
        """“Did you mean …?” with an id that exists, for a name or an id that is nearly right."""
        found = self._known(kind).get(folded_word(word)) or self._similar(kind, word)
        if found is None:
            return ""
        names = self._names[kind]
        label = next(name for name, id_ in reversed(names.items()) if id_ == found)
        if folded_word(label) == folded_word(found):
            return _("Did you mean “{word}”?").format(word=found)
        return _("Did you mean {id}, “{name}”?").format(id=found, name=label[:60])

    def _similar(self, kind: str, word: str) -> str | None:
        names, known = self._names[kind], self._near
        if (kind, word) not in known and len(known) < TRIES and len(names) <= LIKENESS:
            # Ids made of numbers resemble each other by chance.
            like = {n: id_ for n, id_ in names.items() if n != id_ or kind not in NUMBERED}
            near = closest(word, like)
            known[kind, word] = like[near] if near else None
        return known.get((kind, word))


def ids_by_name(kind: str, catalog: Catalog) -> dict[str, str]:
    """Ids, names, short and earlier names of the records of a kind, each with the id."""
    found: dict[str, str] = {}
    for id_, names in _all(kind, catalog):
        for name in (id_, *names):
            found.setdefault(name, id_)
    return found


def _all(kind: str, catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    if kind == "goal":
        for id_, each in catalog.goals.items():
            yield id_, (*each.goal.frueher, each.goal.titel)
        return
    record_kind = TARGETS[kind]
    for id_, record in catalog.by_id(record_kind).items():
        yield id_, record_kind.names(record)


def _kind(issue: Issue) -> str:
    """What kind of record the key of a finding refers to; empty for none."""
    file = kind_of(issue.position.file)
    path = tuple(part for part in re.sub(r"\[[0-9]+\]", "", issue.key).split(".") if part)
    key = key_at(file.model, path) if file else None
    return key.refers if key else ""


def _value(issue: Issue) -> str:
    place = issue.position
    return issue.source[place.column - 1 : (place.end or 1) - 1].strip(f"{QUOTES} ")
