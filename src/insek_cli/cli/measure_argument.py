"""Which measure is meant: by id, by file, by number, by a part of the title."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from insek_cli.catalog import Catalog
from insek_cli.findings import InsekError
from insek_cli.findings.suggest import did_you_mean
from insek_cli.i18n import _
from insek_cli.models.measure import Measure, sort_key
from insek_cli.wording.numbering import numbers

SHOWN = 10


def find_measure(word: str, catalog: Catalog) -> Measure:
    """The one measure that is meant; otherwise an InsekError that names those near."""
    for candidates in _ways(word.strip(), catalog):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise _several(word, candidates)
    raise _none(word, catalog)


def _ways(word: str, catalog: Catalog) -> Iterator[list[Measure]]:
    by_number = {number: id_ for id_, number in numbers(catalog).items()}
    id_ = by_number.get(word) or _full_id(word)
    yield [catalog.measure[id_]] if id_ in catalog.measure else []
    folded = word.casefold()
    ordered = sorted(catalog.measures, key=sort_key)
    yield [measure for measure in ordered if folded in map(str.casefold, _names(measure))]
    if folded:
        yield [m for m in ordered if any(folded in name.casefold() for name in _names(m))]


def _full_id(word: str) -> str:
    """m-7, M7 and data/measures/M-007-schulhoefe.yaml are M-007."""
    if word.endswith(".yaml"):
        word = re.sub(r"(?<=[0-9])-.*", "", PurePath(word).stem)
    match = re.fullmatch(r"[mM][-–_ ]?([0-9]{1,9})", word)
    return f"M-{int(match[1]):03}" if match else word


def _names(measure: Measure) -> tuple[str, ...]:
    return tuple(filter(None, (measure.titel, measure.kurztitel, *measure.frueher)))


def _several(word: str, candidates: list[Measure]) -> InsekError:
    message = _("“{word}” fits {n} measures.").format(word=word, n=len(candidates))
    lines = [f"{measure.id} {measure.titel}" for measure in candidates[:SHOWN]]
    return InsekError(message, "\n".join([_("Name one of them:"), *lines]), exit_code=2)


def _none(word: str, catalog: Catalog) -> InsekError:
    message = _("There is no measure “{word}”.").format(word=word)
    known = [name for m in catalog.measures for name in (m.id, *_names(m))]
    hint = did_you_mean(word, known) or _("All measures: insek list --all")
    return InsekError(message, hint, exit_code=2)
