"""What a row of a list is: a measure, the heading of a section, a sum, or a remark beside it."""

import re
from collections.abc import Sequence
from typing import Literal

from insek_cli.list_import.grid import Grid

MOST_WORDS = 12
"""Words of a heading; what is longer is a sentence."""
Kind = Literal["measure", "section", "sum", "aside"]
FIELD = (
    r"(?:Handlungsfeld|Handlungsschwerpunkt|Handlungsbereich|Themenfeld|Themenbereich|Themenschwerpunkt"
    r"|Schwerpunkt(?:thema)?|Leitthema|HF|TF)"
)
_FIELD = re.compile(
    rf"\s*{FIELD}\s*(?:Nr\.?\s*)?(?:[0-9]{{1,2}}|[IVX]{{1,5}}|[A-H])?(?![\w])[^\n]{{0,150}}"
)
_NUMBERED = re.compile(rf"\s*{FIELD}\s*(?:Nr\.?\s*)?(?:[0-9]{{1,2}}|[IVX]{{1,5}}|[A-H])(?![\w.])")
_PART = re.compile(r"\s*(?:[0-9]{1,2}|[IVX]{1,5}|[A-H])\s*[.:)–-]?\s+\S|\s*[A-H]\s*$")
_OTHER = re.compile(r"\s*(?:Leitziel|Entwicklungsziel|Ziel|Unterziel|Teilziel|Maßnahmenpaket|Paket"
                    r"|Baustein|Leitprojekt|Teil|Block|Abschnitt)\b", re.IGNORECASE)  # fmt: skip
_SUM = re.compile(
    r"(?:zwischen|gesamt|end)?summen?\b|gesamt(?:kosten|betrag|volumen)?\b|insgesamt\b|total\b|Σ"
    r"|übertrag\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[-–0-9.,\s'%]*[0-9][-–0-9.,\s'%]*(?:T|k|Mio\.?|Tsd\.?)?\s*(?:€|EUR|Euro)?", re.IGNORECASE
)
_REMARK = re.compile(
    r"\s*(?:\*+|[0-9]\)|Stand\b|Quellen?\b|Legende\b|Anmerkung|Hinweis|Erläuterung|Datum\b"
    r"|Bearbeit|Erstellt|Fußnote)",
    re.IGNORECASE,
)


def names_field(text: str) -> bool:
    """Whether a text is the heading of a field: “Handlungsfeld 2: Mobilität”."""
    named = "\n" not in text and _FIELD.fullmatch(text) is not None
    return named and (_NUMBERED.match(text) is not None or len(text.split()) <= MOST_WORDS)


def names_part(text: str) -> bool:
    """Whether a text is the heading of something else than a field: “Ziel 2.1: …”."""
    return _OTHER.match(text) is not None and not names_field(text)


class RowKinds:
    """Tells the rows of one table apart. `title` and `number` are the columns of these."""

    def __init__(
        self, grid: Grid, columns: Sequence[int], title: int | None, number: int | None
    ) -> None:
        self.grid = grid
        self.columns = columns
        self.title = title
        self.number = number
        self._last = 0
        self._numbered = False
        self._dotted = False

    def learn(self, rows: Sequence[int]) -> None:
        """Look at all rows first: whether measures are numbered, and where the last one stands."""
        full = [row for row in rows if len(self.filled(row)) > 2 and not self._is_sum(row)]
        many = full or [row for row in rows if len(self.filled(row)) > 1]
        numbers = [self.filled(row).get(self.number or 0, "") for row in many]
        self._numbered = sum(map(bool, numbers)) * 2 > len(many)
        self._dotted = sum("." in text.rstrip(".") for text in numbers) * 2 > len(many)
        self._last = max((row for row in rows if self._like_measure(row)), default=0)

    def filled(self, row: int) -> dict[int, str]:
        """The texts of a row in the columns of the table; those that are merged downwards too."""
        found = {}
        for column in self.columns:
            top, left = self.grid.covering(row, column) if self.grid.areas else (row, column)
            if left == column and (text := self.grid.rows.get(top, {}).get(left)):
                found[column] = text
        return found

    def kind(self, row: int) -> Kind:
        """What a row is that carries nothing on."""
        cells = self.grid.rows[row]
        text = " ".join(cells.values())
        if self._is_sum(row):
            return "sum"
        alone = len(cells) == 1
        if self._is_section(row, cells, text):
            return "section"
        if alone and (row > self._last or _REMARK.match(text)) and not self._like_measure(row):
            return "aside"
        if self.title is not None and self.title not in self.filled(row):
            return "aside"
        return "measure"

    def carries_on(self, row: int, before: int) -> int | None:
        """The row of the measure that a row goes on with: its title is merged down to here, or
        neither number nor title stand here."""
        if self.title is None or not before:
            return None
        top, left = self.grid.covering(row, self.title)
        if top < row and left == self.title:
            return top
        cells = self.grid.rows[row]
        bare = self.title not in cells and (self.number is None or self.number not in cells)
        first = min(cells)
        spans = self.grid.width(row, first) > 1
        if not bare or spans or self._is_sum(row) or (row > self._last + 1 and len(cells) == 1):
            return None
        text = " ".join(cells.values())
        if len(cells) == 1 and (names_field(text) or first < self.title or _REMARK.match(text)):
            return None
        return before

    def under(self, before: list[str], text: str) -> list[str]:
        """The sections a row stands under, once another begins."""
        if names_field(text) or not any(map(names_field, before)):
            other = names_part(text)
            return [*before[:1], text] if other and before else [text]
        return [before[0], text]

    def _is_section(self, row: int, cells: dict[int, str], text: str) -> bool:
        first = min(cells)
        if len(cells) == 1:
            wide = self.grid.width(row, first) > max(1, len(self.columns) // 3)
            named = names_field(text) or _OTHER.match(text) is not None
            stray = first != self.title and "\n" not in text and len(text) <= 150
            numbered = first == self.title and self._numbered and row < self._last
            if _REMARK.match(text) and not wide:
                return False
            return row <= self._last and (wide or named or stray or numbered)
        if len(cells) == 2 and self.number in cells and self.title in cells and row < self._last:
            number = cells[self.number]
            higher = self._dotted and "." not in number.rstrip(".")
            return higher or _NUMBERED.match(number) is not None
        return False

    def _like_measure(self, row: int) -> bool:
        filled = self.filled(row)
        return (
            self.title in filled
            and not self._is_sum(row)
            and (len(filled) > 1 or not self._numbered)
            and not (len(filled) == 1 and (_REMARK.match(filled[self.title]) is not None
                     or names_field(filled[self.title])))
        )  # fmt: skip

    def _is_sum(self, row: int) -> bool:
        """Numbers behind the word for a sum; below the table also numbers alone."""
        cells = self.grid.rows[row]
        texts = [text for text in cells.values() if re.search(r"\w", text)]  # SAP marks sums: “*”
        words = [text for text in texts if not _FIGURE.fullmatch(text)]
        if not words:
            marked = self.title in cells or self.number in cells
            return not marked and row > self._last > 0
        said = len(words) <= 2 and all(map(_SUM.match, words))
        return said and len(texts) > len(words)
