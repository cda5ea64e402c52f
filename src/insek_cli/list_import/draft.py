"""A measure while it is put together from the cells of its row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from insek_cli.exchange.markdown_edits import markdown_with

_BULLET = re.compile(r"^[ \t]*(?:[•·▪‣][ \t]*|[–*][ \t]+)", re.MULTILINE)
_POINTER = re.compile(
    r"(?<!\w)((?:siehe|vgl\.|s\.|Maßnahmen?|Nr\.|Projekt)\s+(?:auch\s+)?(?:Maßnahme\s+|Nr\.\s*)?)"
    r"((?:[A-Z]{1,3}[. -]?[0-9]{1,3}|[0-9]{1,2}\.[0-9]{1,2})(?:\.[0-9]{1,2})?[a-z]?)"
    r"(?![\w]|\.[0-9])",
    re.IGNORECASE,
)
"""Words that point to a measure by its number in the list."""


@dataclass(frozen=True)
class Kept:
    """A cell, or a part of one, whose words stay words; `target` is where they would have gone."""

    row: int
    column: int
    text: str
    target: str


@dataclass
class Draft:
    """Keys of a measure so far. `row` and `column` say which cell is being read."""

    row: int
    data: dict[str, Any] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    persons: list[Kept] = field(default_factory=list)
    column: int = 0
    years: list[int] = field(default_factory=list)
    figures: list[tuple[int, int, str]] = field(default_factory=list)
    """Column, year and text of figures under years without a unit."""
    _sources: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def put(self, path: str, value: Any) -> bool:
        """Put a value at a dotted path; entries join a list, what stands is never replaced."""
        *above, name = path.split(".")
        place = self.data
        for part in above:
            place = place.setdefault(part, {})
        if isinstance(value, list):
            there = place.setdefault(name, [])
            there += [item for item in value if item not in there]
            return True
        if name in place:
            return bool(place[name] == value)
        place[name] = value
        return True

    def markdown(self, text: str) -> str:
        """A text as Markdown; the number of another measure that it points to becomes a link."""
        words = markdown_with("", _BULLET.sub("- ", text)).strip("\n")
        return _POINTER.sub(self._linked, words)

    def _linked(self, found: re.Match[str]) -> str:
        id_ = self.links.get(found[2])
        linked = id_ and id_ != self.data.get("id")
        return f"{found[1]}[{found[2]}]({id_})" if linked else found[0]

    def came_from(self, target: str, title: str, text: str) -> None:
        """Note which cell a key was made from."""
        self._sources.setdefault(target.partition(".")[0], []).append((title, text))

    def section(self, title: str, text: str) -> None:
        """Words that have no key of their own stand under their heading."""
        sections = self.data.setdefault("weitere_abschnitte", [])
        words = self.markdown(text)
        same = next((each for each in sections if each["titel"] == title), None)
        if same is None:
            sections.append({"titel": title, "text": words})
        elif words not in same["text"]:
            same["text"] += f"\n\n{words}"

    def internal(self, title: str, text: str) -> None:
        """Words that nobody reads but the office."""
        words = self.markdown(f"{title}: {text}" if title else text)
        there = self.data.get("intern")
        self.data["intern"] = f"{there}\n\n{words}" if there else words

    def words(self, text: str, target: str) -> None:
        """Note that a cell was not taken apart."""
        self.kept.append(Kept(self.row, self.column, text, target))

    def give_back(self, key: str) -> None:
        """Take a key out that the model refuses; the words of its cells become sections."""
        self.data.pop(key, None)
        for title, text in self._sources.get(key, []):
            self.section(title, text)
            self.words(text, key)
