"""What became of the goals of a field, in words; each is followed by its id, wherever it stands."""

from collections import defaultdict
from collections.abc import Iterator

from insek_cli.i18n import N_
from insek_cli.models.field import FieldOfAction, PlacedGoal, placed_goals
from insek_cli.review.diff.list_matching import kept_order
from insek_cli.review.diff.moves import Move, move

Goals = dict[str, PlacedGoal]


def goal_moves(before: FieldOfAction, after: FieldOfAction) -> Iterator[Move]:
    """New, moved, renamed and removed goals, then the numbers that changed because of them."""
    old, new = _by_id(before), _by_id(after)
    moved = _moved(old, new)
    shifted = []
    for id_, placed in new.items():
        was = old.get(id_)
        if was is None:
            yield move(N_("new: {goal}"), goal=_named(placed))
            continue
        if id_ in moved:
            yield move(N_("{goal} moved to Z {number}"), goal=_named(was), number=placed.number)
        elif was.number != placed.number and _apart(was, placed):
            shifted.append(f"Z {was.number} → Z {placed.number}")
        if was.goal.titel != placed.goal.titel:
            message = N_("{goal} renamed, formerly “{old}”")
            yield move(message, goal=_named(placed), old=was.goal.titel)
    gone = (placed for id_, placed in old.items() if id_ not in new)
    yield from (move(N_("removed: {goal}"), goal=_named(placed)) for placed in gone)
    if shifted:
        yield move(N_("new numbers: {numbers}"), numbers=", ".join(shifted))


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


def _named(placed: PlacedGoal) -> Move:
    below, above = N_("sub-goal Z {number} “{title}”"), N_("goal Z {number} “{title}”")
    message = below if placed.above else above
    return move(message, number=placed.number, title=placed.goal.titel)
