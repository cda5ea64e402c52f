"""Nodes to models: pydantic's errors become findings at the place of the value."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from insek_cli.findings.suggest import closest
from insek_cli.i18n import _
from insek_cli.models.base import Model
from insek_cli.models.key_paths import key_at
from insek_cli.source.german_values import means_open
from insek_cli.source.goal_ids import GoalIds
from insek_cli.source.key_positions import Written
from insek_cli.source.nodes import (
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    Span,
    find,
    key_span,
    python,
)
from insek_cli.source.pydantic_messages import MESSAGES, PUNCTUATION, InvalidValue
from insek_cli.source.records import Record
from insek_cli.source.source_file import Source

M = TypeVar("M", bound=Model)
SPOILT = ("INSEK101", "INSEK103", "INSEK129")
"""What is wrong with a text itself: that its value does not fit follows from it."""


def validate(
    node: Node,
    model: type[M],
    source: Source,
    prefix: Path = (),
    written: Written | None = None,
) -> Record[M] | None:
    """The record of a node, or None with its findings. `prefix` is its place in the file."""
    if not isinstance(node, Mapping):
        variant = "prose" if isinstance(node, Scalar) else "mapping"
        source.report("INSEK109", node.span, prefix, variant=variant)
        return None
    goals = GoalIds(node, model)
    node = goals.node
    data = python(node)
    try:
        checked = _check(model, data)
    except ValidationError as error:
        _report(error, node, model, source, prefix)
        return None
    finally:
        _report_empty(node, model, source, prefix)
        if goals.places:
            path, span, id_ = goals.places[0]
            source.report("INSEK143", span, prefix + path, id=id_)
    return Record(checked, written or Written(source.file, "\n".join(source.lines)), prefix)


def _check(model: type[M], data: Any) -> M:
    """Validate; a key without a value counts as absent, so that the rest is checked."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        if not _drop_empty(data, error):
            raise
    return model.model_validate(data)


def _drop_empty(data: Any, error: ValidationError) -> bool:
    dropped = False
    for detail in error.errors(include_url=False, include_context=False):
        *above, last = detail["loc"] or ("",)
        if detail["type"] == "extra_forbidden" or detail.get("input", ...) is not None:
            continue
        holder = _follow(data, tuple(above))
        if isinstance(holder, dict) and last in holder:
            del holder[last]
            dropped = True
    return dropped


def _follow(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _report_empty(node: Node, model: type[Model], source: Source, prefix: Path) -> None:
    """Known keys without a value; an unknown or a required one has its own finding."""
    told = {issue.position for issue in source.issues}
    for path, span in _empty(node):
        key = key_at(model, path)
        if key and not key.required and source.position(span) not in told:
            source.report("INSEK128", span, prefix + path, key=str(path[-1]))


def _empty(node: Node, path: Path = ()) -> Iterator[tuple[Path, Span]]:
    if isinstance(node, Mapping):
        for name, value in node.values.items():
            if isinstance(value, Scalar):
                if value.value is None:
                    yield (*path, name), node.keys[name].span
            else:
                yield from _empty(value, (*path, name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _empty(item, (*path, index))


def _report(
    error: ValidationError, node: Node, model: type[Model], source: Source, prefix: Path
) -> None:
    seen: set[tuple[int, int, Path]] = set()
    told = {issue.position.line for issue in source.issues if issue.code in SPOILT}
    details = error.errors(include_url=False, include_input=False)
    strangers = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        loc = detail["loc"]
        below, span, path = find(node, loc)
        kind = detail["type"]
        if kind == "extra_forbidden" or loc[-1:] == ("[key]",):
            path = loc if kind == "extra_forbidden" else loc[:-1]
            span = key_span(node, path) or span
            below = Scalar(span, str(path[-1]), str(path[-1]))
        elif kind == "missing":
            if _misspelt(loc, strangers) or _out_of_place(find(node, loc[:-1])[0], loc, strangers):
                continue
            path = (*find(node, loc[:-1])[2], loc[-1])
        if (span.line, span.column, path) in seen or _spoilt(below, told):
            continue
        seen.add((span.line, span.column, path))
        code, wording = MESSAGES[kind]
        wrong = InvalidValue(model, path, detail.get("ctx", {}), below)
        said = wording(wrong)
        if kind == "missing" and (comment := _taken_for_comment(source, span)):
            said |= {"variant": "comment", "text": comment}
        if means_open(wrong.text) and kind != "extra_forbidden":
            said["hint"] = _("Delete the line: absent means not known yet.")
        source.report(code, span, prefix + path, **said)


def _taken_for_comment(source: Source, span: Span) -> str:
    """What stands behind the key and counts as a comment; one slip is told once, by what lacks."""
    told = [i for i in source.issues if i.code == "INSEK120" and i.position.line == span.line]
    for issue in told:
        source.issues.remove(issue)
    return "#" + source.line(span.line).partition("#")[2] if told else ""


def _out_of_place(holder: Node, missing: Path, strangers: list[Path]) -> bool:
    """Whether a record has no key of its own: it belongs elsewhere, and lacks nothing here."""
    unknown = {other[-1] for other in strangers if other[:-1] == missing[:-1]}
    if len(missing) == 1 or not isinstance(holder, Mapping) or not holder.keys:
        return False
    return unknown.issuperset(holder.keys)


def _misspelt(loc: Path, strangers: list[Path]) -> bool:
    """Whether a missing key stands there after all, under a name that is nearly its own."""
    beside = (str(other[-1]) for other in strangers if other[:-1] == loc[:-1])
    return any(closest(word.strip(PUNCTUATION), [str(loc[-1])]) for word in beside)


def _spoilt(node: Node, told: set[int]) -> bool:
    """Whether a text has a finding already that explains why it does not fit."""
    span = node.span
    inside = range(span.line, span.end_line + 1)
    return isinstance(node, Scalar) and not told.isdisjoint(inside)


def entries(node: Node, model: type[M], source: Source) -> list[Record[M]]:
    """The records of a file that holds a list."""
    if not isinstance(node, Sequence):
        source.report("INSEK109", node.span, variant="list")
        return []
    written = Written(source.file, "\n".join(source.lines))
    checked = [
        validate(item, model, source, (index,), written) for index, item in enumerate(node.items)
    ]
    return [record for record in checked if record]
