"""Ids of goals in files that do not name them, as none did at first: the id was the place.

In a list of goals without any id each has the id of its place, as before. In a list where one has
an id, another without is new: nobody can mean it yet, and it gets an id that was never used.
"""

import re
from collections.abc import Iterator, Set

from insek_cli.models.base import Model
from insek_cli.models.field import FieldOfAction
from insek_cli.models.types import FIELD_ID, GOAL_ID
from insek_cli.source.nodes import Mapping, Node, Path, Scalar, Sequence, Span

LAST = 99
"""The highest number an id can have."""
_GOALS, _PARTS = "ziele", "unterziele"


class GoalIds:
    """Fills in the ids of one file. `places` are the goals that got one, in their order.

    Where `seen` is known, all ids that any file of the project names, new goals get an id too.
    """

    def __init__(self, field: Node, model: type[Model] | None, seen: Set[str] | None = None):
        self.places: list[tuple[Path, Span, str]] = []
        self.node = field
        if model is FieldOfAction and isinstance(field, Mapping) and _GOALS in field.values:
            self._given = frozenset(_named(field))
            self._used = None if seen is None else {*seen, *self._given}
            self.node = self._field(field)

    def _field(self, field: Mapping) -> Mapping:
        id_ = _text(field.values.get("id"))
        if not re.match(FIELD_ID, id_):
            if self._used is not None:
                return field
            # The field has a finding of its own; its goals need none.
            id_ = "HF1"
        return self._with_list(field, _GOALS, id_, ())

    def _with_list(self, holder: Mapping, key: str, prefix: str, path: Path) -> Mapping:
        found = holder.values.get(key)
        if not isinstance(found, Sequence):
            return holder
        path = (*path, key)
        ids = [_id(item) for item in found.items]
        if not any(ids):
            ids = self._by_place(prefix, len(ids))
        fresh = self._fresh(prefix)
        ids = [id_ or next(fresh, "") for id_ in ids]
        items = [
            self._entry(item, id_, key, (*path, n))
            for n, (item, id_) in enumerate(zip(found.items, ids, strict=True))
        ]
        return Mapping(
            holder.span, holder.keys, {**holder.values, key: Sequence(found.span, items)}
        )

    def _entry(self, item: Node, id_: str, key: str, path: Path) -> Node:
        if isinstance(item, Scalar) and key == _PARTS:
            item = Mapping(item.span, {"titel": _scalar("titel", item)}, {"titel": item})
        if not isinstance(item, Mapping):
            return item
        if "id" not in item.keys and id_:
            self.places.append((path, item.span, id_))
            item = Mapping(
                item.span,
                {"id": _scalar("id", item), **item.keys},
                {"id": _scalar(id_, item), **item.values},
            )
        own = re.match(r"HF[0-9]+\.[0-9]+", id_)
        return self._with_list(item, _PARTS, own.group(), path) if own and key == _GOALS else item

    def _by_place(self, prefix: str, count: int) -> list[str]:
        """The ids of places, unless another goal of the field bears one of them."""
        ids = [f"{prefix}.{number}" for number in range(1, count + 1)]
        return [""] * count if self._given.intersection(ids) else ids

    def _fresh(self, prefix: str) -> Iterator[str]:
        """Ids that no file names: those after the highest, then those that were left out."""
        if self._used is None:
            return
        start = re.compile(re.escape(prefix) + r"\.([0-9]+)(?:\.|$)")
        taken = {int(found[1]) for id_ in self._used if (found := start.match(id_))}
        highest = max(taken, default=0)
        for number in (*range(highest + 1, LAST + 1), *range(1, highest)):
            if number not in taken:
                self._used.add(f"{prefix}.{number}")
                yield f"{prefix}.{number}"


def _named(field: Mapping) -> Iterator[str]:
    """All ids that goals of a file bear or bore."""
    waiting: list[Node] = [field.values[_GOALS]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Mapping):
            waiting += node.values.values()
        elif re.match(GOAL_ID, node.text):
            yield node.text


def _id(item: Node) -> str:
    return _text(item.values.get("id")) if isinstance(item, Mapping) else ""


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _scalar(text: str, item: Node) -> Scalar:
    """A text that is not in the file yet; it stands where the item begins."""
    line, column = item.span.line, item.span.column
    return Scalar(Span(line, column, line, column), text, text)
