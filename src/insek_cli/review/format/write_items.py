"""Items to lines: two spaces a level, lists under their key, comments where they belong."""

from insek_cli.review.format.file_layout import Group, Item
from insek_cli.review.format.key_order import ModelType, is_moment, model_below
from insek_cli.review.format.scalar_style import Written, one_line, written

STEP = "  "


class Writer:
    """Writes the items of one file; `source` are the lines they were read from."""

    def __init__(self, source: list[str]) -> None:
        self._source = source

    def group(self, group: Group, model: ModelType, indent: str = "") -> list[str]:
        """The lines of a group; the first one is always its first item."""
        lines: list[str] = []
        for item in group.items:
            _append(lines, item.before, indent)
            beside, below = self._item(item, model, indent)
            comment = f" {item.after[0]}" if item.after else ""
            lines += [f"{indent}{beside}{comment}", *below]
        _append(lines, group.tail, indent)
        return lines

    def _item(self, item: Item, model: ModelType, indent: str) -> Written:
        key = item.key.text if item.key else ""
        head = f"{one_line(key)}:" if item.key else "-"
        value = item.value
        if not isinstance(value, Group):
            beside, below = written(value, self._source, moment=is_moment(model, key))
            inner = [f"{indent}{STEP}{line}" if line else "" for line in below]
            return f"{head} {beside}" if beside else head, inner
        if not value.items:
            return f"{head} {'{}' if value.mapping else '[]'}", []
        inner_model = model_below(model, key) if item.key else model
        lines = self.group(value, inner_model, indent + STEP)
        if item.key:
            return head, lines
        return f"- {lines[0].removeprefix(indent + STEP)}", lines[1:]


def _append(lines: list[str], comments: list[str], indent: str) -> None:
    """Comments and at most one blank line in a row; none at the beginning."""
    for text in comments:
        if text:
            lines.append(indent + text)
        elif lines and lines[-1]:
            lines.append("")


def hoist(group: Group) -> None:
    """Comments that find no place beside their item go above it, or above the dash before it."""
    for item in group.items:
        *more, last = item.after or [""]
        item.before += more
        item.after = [last] if last else []
        if not isinstance(item.value, Group) or not item.value.items:
            continue
        hoist(item.value)
        if item.key is None:
            first = item.value.items[0]
            item.before += [*item.after, *first.before]
            item.after, first.before = [], []
