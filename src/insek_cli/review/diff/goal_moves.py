"""What became of the goals of a field, in words; each is followed by its id, wherever it stands."""

from collections import defaultdict
from collections.abc import Iterator

from insek_cli.models.field import FieldOfAction, PlacedGoal, placed_goals
from insek_cli.review.diff.list_matching import kept_order

Goals = dict[str, PlacedGoal]


def goal_moves(before: FieldOfAction, after: FieldOfAction) -> Iterator[str]:
    """New, moved, renamed and removed goals, then the numbers that changed because of them."""
    old, new = _by_id(before), _by_id(after)
    moved = _moved(old, new)
    shifted = []
    for id_, placed in new.items():
        was = old.get(id_)
        if was is None:
            yield f"neu: {_named(placed)}"
            continue
        if id_ in moved:
            yield f"{_named(was)} verschoben nach Z {placed.number}"
        elif was.number != placed.number and _apart(was, placed):
            shifted.append(f"Z {was.number} → Z {placed.number}")
        if was.goal.titel != placed.goal.titel:
            yield f"{_named(placed)} umbenannt, früher „{was.goal.titel}“"
    yield from (f"entfernt: {_named(placed)}" for id_, placed in old.items() if id_ not in new)
    if shifted:
        yield f"neue Nummern: {', '.join(shifted)}"


def _by_id(field: FieldOfAction) -> Goals:
    found: Goals = {}
    for placed in placed_goals(field):
        found.setdefault(placed.goal.id, placed)
    return found


def _moved(old: Goals, new: Goals) -> set[str]:
    """The goals that stand under another one, or elsewhere among those that stayed with them."""
    staying: dict[str, list[str]] = defaultdict(list)
    moved = set()
    for id_, placed in new.items():
        if id_ not in old:
            continue
        if _above(placed) == _above(old[id_]):
            staying[_above(placed)].append(id_)
        else:
            moved.add(id_)
    places = {id_: place for place, id_ in enumerate(old)}
    for ids in staying.values():
        pairs = {place: places[id_] for place, id_ in enumerate(ids)}
        kept = {*kept_order([*pairs], pairs)}
        moved |= {id_ for place, id_ in enumerate(ids) if place not in kept}
    return moved


def _apart(was: PlacedGoal, placed: PlacedGoal) -> bool:
    """Whether a number has changed by itself, and not with that of the goal above alone."""
    own = (each.number.rpartition(".")[2] for each in (was, placed))
    return placed.above is None or len({*own}) > 1


def _above(placed: PlacedGoal) -> str:
    return placed.above.id if placed.above else ""


def _named(placed: PlacedGoal) -> str:
    kind = "Unterziel" if placed.above else "Ziel"
    return f"{kind} Z {placed.number} „{placed.goal.titel}“"
