"""Single values of a YAML file written anew; every byte and comment that they leave alone stays."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from insek_cli.exchange.file_splices import Splices
from insek_cli.exchange.list_merge import mark
from insek_cli.exchange.yaml_places import Layout, read_layout
from insek_cli.findings import InsekError
from insek_cli.i18n import _
from insek_cli.review.diff.list_matching import matched
from insek_cli.review.format.comments import scan
from insek_cli.review.format.emit import emit
from insek_cli.review.format.file_layout import Group, Item
from insek_cli.review.format.key_order import ModelType, is_moment, model_below
from insek_cli.source.nodes import Scalar, python
from insek_cli.wording.values import ListEntry

Changes = Mapping[tuple[str, ...], Any]
"""New values by the keys on the way to them; None takes a key out."""


def with_values(raw: bytes, file: PurePosixPath, model: ModelType, changes: Changes) -> bytes:
    """The file with other values under some keys, and nothing else changed.

    Raises InsekError where a file has errors, or is written so that only all of it could be
    written anew.
    """
    layout = read_layout(raw, file)
    if layout is None:
        message = _("{file} has errors; nothing was changed in it.").format(file=file)
        raise InsekError(message, _("Correct them first: insek check lists them."), exit_code=1)
    data = plain(python(layout.node))
    wanted = plain(data)
    for path, value in changes.items():
        _put(wanted, path, value)
    if wanted == data:
        return raw
    writer = _Writer(layout)
    writer.mapping(layout.root, data, wanted, model)
    content = writer.splices.applied()
    after = read_layout(content, file)
    if after is None or plain(python(after.node)) != wanted or _comments(layout) - _comments(after):
        message = _("{file} is written so that single keys cannot be changed in it.")
        hint = _("Put it into the canonical form with: insek fmt")
        raise InsekError(message.format(file=file), hint, exit_code=1)
    return content


def plain(value: Any) -> Any:
    """Data with lists where the models have tuples; a copy."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _comments(layout: Layout) -> set[str]:
    return {comment.text for comment in scan(layout.lines, layout.root) if comment.text}


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    name, *below = path
    if below:
        inner = data.get(name)
        inner = inner if isinstance(inner, dict) else {}
        _put(inner, tuple(below), value)
        value = inner or None
    if value is None:
        data.pop(name, None)
    else:
        data[name] = value


class _Writer:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.splices = Splices(layout)

    def mapping(
        self, group: Group, old: dict[str, Any], new: dict[str, Any], model: ModelType
    ) -> None:
        """The keys of a mapping: changed ones in place, new ones where the model has them."""
        items = {item.key.text: item for item in group.items if item.key}
        gone = [items[name] for name in old if name not in new]
        if group.flow or (group.items and len(gone) == len(group.items)):
            self._anew(group, new, model)
            return
        for item in gone:
            self.splices.remove(item)
        for name, value in new.items():
            if name not in old:
                text = emit({name: value}, model)
                self.splices.insert_key(group, name, text.splitlines(), model, gone)
            elif old[name] != value:
                self._value(items[name], old[name], value, model_below(model, name), model)

    def _value(self, item: Item, old: Any, new: Any, below: ModelType, model: ModelType) -> None:
        value = item.value
        if isinstance(value, Group) and value.items and not value.flow:
            if isinstance(new, dict) and isinstance(old, dict):
                self.mapping(value, old, new, below)
                return
            if isinstance(new, list) and isinstance(old, list):
                self._list(value, old, new, below)
                return
        if isinstance(value, Scalar) and not isinstance(new, dict | list):
            moment = item.key is not None and is_moment(model, item.key.text)
            self.splices.replace_scalar(item, value, new, moment=moment)
            return
        name = item.key.text if item.key else ""
        self.splices.replace(item, emit({name: new}, model).splitlines())

    def _anew(self, group: Group, new: dict[str, Any], model: ModelType) -> None:
        owner = group.owner
        if owner is None or owner.key is None:
            self.splices.fail()
            return
        lines = [f"  {line}" if line else "" for line in emit(new, model).splitlines()]
        self.splices.replace(owner, [f"{owner.key.text}:", *lines])

    def _list(self, group: Group, old: list[Any], new: list[Any], model: ModelType) -> None:
        """The entries of a list: those that stayed where they are keep every character."""
        pairs = _stayed(old, new)
        for place, item in enumerate(group.items):
            if place not in pairs:
                self.splices.remove(item)
                continue
            was, now = old[place], new[pairs[place]]
            if was == now:
                continue
            if isinstance(item.value, Group) and isinstance(now, dict) and isinstance(was, dict):
                self.mapping(item.value, was, now, model)
            elif isinstance(item.value, Scalar) and not isinstance(now, dict | list):
                self.splices.replace_scalar(item, item.value, now, moment=False)
            else:
                self.splices.replace(item, emit([now], model).splitlines())
        for after, values in _come(pairs, new):
            text = emit(values, model)
            self.splices.insert_entries(group, after, text.splitlines(), {*pairs})


def _stayed(old: list[Any], new: list[Any]) -> dict[int, int]:
    """The places of entries that are in both and kept their order, edited or not."""
    sides = [[ListEntry(_name(value), mark(value)) for value in side] for side in (old, new)]
    return {
        before: after
        for before, after, moved in matched(*sides)
        if before is not None and after is not None and not moved
    }


def _name(value: Any) -> str:
    return str(next(iter(value.values()), "")) if isinstance(value, dict) else str(value)


def _come(pairs: dict[int, int], new: list[Any]) -> Iterator[tuple[int | None, list[Any]]]:
    """New entries in runs, each behind the old place it follows."""
    olds = {after: before for before, after in pairs.items()}
    behind: int | None = None
    run: list[Any] = []
    for place, value in enumerate(new):
        if place in olds:
            if run:
                yield behind, run
            behind, run = olds[place], []
        else:
            run.append(value)
    if run:
        yield behind, run
