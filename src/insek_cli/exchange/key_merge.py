"""One key of one measure: all that came back for it, with what stands in the files now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from insek_cli.exchange.decisions import OURS, THEIRS, Decision, Own
from insek_cli.exchange.list_merge import mark
from insek_cli.exchange.returned import Edit
from insek_cli.exchange.three_way import Side, merge


@dataclass(frozen=True)
class KeyChange:
    """A key that gets another value."""

    measure: str
    key: str
    old: Any
    new: Any
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Conflict:
    """A key on which the sides contradict: what it is here, and what each file says."""

    measure: str
    key: str
    base: Any
    ours: Any
    edits: tuple[Edit, ...]

    @property
    def sides(self) -> dict[str, Any]:
        """What each file says, by its name."""
        return {edit.place.position.file.name: edit.theirs for edit in self.edits}


def merge_key(ours: Any, edits: Sequence[Edit], decision: Decision) -> KeyChange | Conflict | None:
    """The change of a key, a conflict, or None when nothing changes.

    The order of the edits does not count: they are merged in an order of their own.
    """
    edits = sorted(edits, key=_order)
    measure, key = edits[0].measure, edits[0].key
    if isinstance(decision, Own):
        found: Any = decision.value
    else:
        value, conflict = _folded(ours, _differing(edits), decision)
        if conflict:
            return Conflict(measure, key, edits[0].base, ours, tuple(edits))
        found = value
    return None if found == ours else KeyChange(measure, key, ours, found, tuple(edits))


def _order(edit: Edit) -> tuple[str, str, str]:
    return mark(edit.base), mark(edit.theirs), edit.place.position.file.name


def _differing(edits: Iterable[Edit]) -> list[Edit]:
    """The same edit in two files is one."""
    found: dict[tuple[str, str], Edit] = {}
    for edit in edits:
        found.setdefault((mark(edit.base), mark(edit.theirs)), edit)
    return [*found.values()]


def _folded(ours: Any, edits: list[Edit], decision: str) -> tuple[Any, bool]:
    value, conflict = _merged(ours, edits, None)
    if not conflict or not decision:
        return value, conflict
    if decision == OURS:
        # Among several that contradict, only what stands here is nobody's.
        return (_merged(ours, edits, "ours")[0] if len(edits) == 1 else ours), False
    if decision == THEIRS:
        return _merged(ours, edits, "theirs") if len(edits) == 1 else (None, True)
    right = [edit for edit in edits if _named(edit, decision)]
    if len(right) != 1:
        return None, True
    value = merge(right[0].base, right[0].theirs, ours, "theirs").value
    return _merged(value, [edit for edit in edits if edit not in right], "ours")[0], False


def _named(edit: Edit, name: str) -> bool:
    file = edit.place.position.file
    return name.casefold() in (file.name.casefold(), file.stem.casefold())


def _merged(value: Any, edits: Iterable[Edit], prefer: Side | None) -> tuple[Any, bool]:
    for edit in edits:
        found = merge(edit.base, edit.theirs, value, prefer)
        if found.conflict and prefer is None:
            return None, True
        value = found.value
    return value, False
