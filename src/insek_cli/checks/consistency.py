"""What does not fit together: goals without measures, entries nobody uses, doubles."""

import re
from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.findings.suggest import did_you_mean
from insek_cli.models.key_paths import values
from insek_cli.models.keys import refers
from insek_cli.models.labels import LABELS
from insek_cli.models.record_kinds import REFERRED
from insek_cli.report.chapters import CHAPTERS, FORMERLY

_SMALL = {"und", "der", "die", "das", "des", "dem", "den", "von", "zur", "zum", "in", "im", "für"}
_UMLAUTS = str.maketrans("äöü", "aou")
_ENDING = re.compile("(?:ern|em|en|er|es|e|n|s)$")
LONG = 5
"""Letters of a word from which it may have an ending."""


def unserved_goals(context: Context) -> Iterator[Issue]:
    """Goals that no measure serves, once measures serve goals at all and all can be read."""
    today = context.catalog.earlier_ids
    measures = [record.model for record in context.loaded.measures if record.model.active]
    served = {today.get(goal, goal) for measure in measures for goal in measure.ziele}
    if not served or context.broken:
        return
    for record in context.loaded.fields:
        for index, goal in enumerate(record.model.ziele):
            if served.isdisjoint((goal.id, *(part.id for part in goal.unterziele))):
                yield record.issue("INSEK421", ("ziele", index, "titel"), goal=goal.id)


def unused_entries(context: Context) -> Iterator[Issue]:
    """Entries of registers that nothing refers to, once all files can be read."""
    loaded = context.loaded
    if context.broken:
        return
    used: dict[str, set[str]] = {}
    for record in loaded.records():
        for _path, value, key in values(record.model, refers):
            used.setdefault(key.refers, set()).add(str(value).lower())
    for kind, register in REFERRED.items():
        for entry in loaded.register(register.file):
            if entry.model.id.lower() not in used.get(kind, set()):
                yield entry.issue("INSEK422", ("id",), id=entry.model.id)


def similar_titles(context: Context) -> Iterator[Issue]:
    """Measures whose titles are made of the same words, whatever their endings and order."""
    first: dict[str, str] = {}
    for record in context.loaded.measures:
        title = record.model.titel
        other = first.setdefault(_words(title), record.model.id)
        if other != record.model.id and record.model.zusammengefuehrt_in is None:
            yield record.issue("INSEK423", ("titel",), title=title, other=other)


def unanswered_remarks(context: Context) -> Iterator[Issue]:
    """Remarks that are still open when the council decides."""
    if context.stage != "beschluss":
        return
    for folder in context.loaded.workshops:
        for remark in folder.remarks:
            if remark.model.antwort == "offen":
                stage = LABELS[context.stage]
                yield remark.issue("INSEK427", ("antwort",), stage=stage)


def unplaced_chapters(context: Context) -> Iterator[Issue]:
    """Free chapters behind a chapter that does not exist."""
    for record in context.loaded.chapters:
        after = record.chapter.nach
        if after is None or after in (*CHAPTERS, *FORMERLY):
            continue
        pattern = re.compile(r"nach:\s*")
        line = next((n for n, text in enumerate(record.lines, 1) if pattern.match(text)), 1)
        source = record.lines[line - 1] if record.lines else ""
        match = pattern.match(source)
        position = Position(record.chapter.file, line, match.end() + 1 if match else 1)
        hint = did_you_mean(after, CHAPTERS)
        known = ", ".join(CHAPTERS)
        yield finding("INSEK428", position, "nach", source, hint=hint, name=after, known=known)


def _words(text: str) -> str:
    found = re.findall(r"\w+", text.casefold())
    stems = sorted(_stem(word) for word in found if word not in _SMALL)
    return " ".join(stems) or text.casefold()


def _stem(word: str) -> str:
    """A word without its ending and umlauts: Höfe, Hof and Hofes are one."""
    plain = word.translate(_UMLAUTS)
    return _ENDING.sub("", plain) if len(plain) > LONG else plain


RULES = (
    unserved_goals,
    unused_entries,
    similar_titles,
    unanswered_remarks,
    unplaced_chapters,
)
