"""What a page of a PDF paints: its texts, their size, weight and colour, and what lies behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pikepdf

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""
Matrix = tuple[float, float, float, float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Run:
    """A text painted at once; `size` in points, `ground` is the colour under its first letter."""

    text: str
    mcid: int | None
    size: float
    bold: bool
    colour: Colour | None
    ground: Colour | None
    artifact: bool


@dataclass
class _State:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix = STILL
    fill: Colour | None = BLACK
    font: pikepdf.Object | None = None
    size: float = 0.0
    clear: bool = False


def runs(page: pikepdf.Page) -> list[Run]:
    """The texts of a page in the order they are painted."""
    painter = _Painter()
    painter.paint(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()))
    return painter.runs


class _Painter:
    """Follows the operators of a page and of the forms it shows."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._state = _State()
        self._kept: list[_State] = []
        self._marks: list[tuple[str, int | None]] = []
        self._grounds: list[tuple[float, float, float, float, Colour | None]] = []
        self._path: list[tuple[float, float]] = []
        self._line: Matrix = STILL

    def paint(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        """Follow one stream; a form is followed where it is shown."""
        for instruction in pikepdf.parse_content_stream(stream):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "Do":
                self._show_form(resources, operands[0])
            elif operator in {"BDC", "BMC"}:
                self._marks.append(_mark(operands, resources))
            elif operator == "EMC" and self._marks:
                self._marks.pop()
            elif operator in {"Tf", "gs"}:
                self._choose(operator, operands, resources)
            else:
                self._follow(operator, operands)

    def _show_form(self, resources: pikepdf.Object, name: pikepdf.Object) -> None:
        form = resources.get("/XObject", pikepdf.Dictionary()).get(str(name))
        if form is None or form.get("/Subtype") != "/Form":
            return
        self._keep()
        if "/Matrix" in form:
            self._state.matrix = _times(_matrix(form.Matrix), self._state.matrix)
        self.paint(form, form.get("/Resources", resources))
        self._back()

    def _choose(self, operator: str, operands: list[object], resources: pikepdf.Object) -> None:
        name = str(operands[0])
        if operator == "Tf":
            self._state.font = resources.get("/Font", pikepdf.Dictionary()).get(name)
            self._state.size = _number(operands[1])
            return
        state = resources.get("/ExtGState", pikepdf.Dictionary()).get(name, pikepdf.Dictionary())
        if "/ca" in state:
            self._state.clear = float(state.ca) < 1

    def _follow(self, operator: str, operands: list[object]) -> None:
        if operator == "q":
            self._keep()
        elif operator == "Q":
            self._back()
        elif operator == "cm":
            self._state.matrix = _times(_matrix(operands), self._state.matrix)
        elif operator in {"g", "rg", "k", "sc", "scn"}:
            self._state.fill = _colour(operands)
        elif operator in {"m", "l", "c", "v", "y", "re"}:
            self._draw(operator, [_number(each) for each in operands])
        elif operator in {"f", "F", "f*", "B", "B*", "b", "b*"}:
            self._fill()
        elif operator in {"S", "s", "n"}:
            self._path.clear()
        elif operator in {"BT", "Tm", "Td", "TD", "Tj", "TJ"}:
            self._write(operator, operands)

    def _write(self, operator: str, operands: list[object]) -> None:
        if operator == "BT":
            self._line = STILL
        elif operator == "Tm":
            self._line = _matrix(operands)
        elif operator in {"Td", "TD"}:
            right, up = (_number(each) for each in operands)
            self._line = _times((1, 0, 0, 1, right, up), self._line)
        else:
            self._say(operands[0])

    def _say(self, shown: object) -> None:
        parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        font = self._state.font
        if font is None:
            return
        name = str(font.get("/BaseFont", ""))
        matrix = _times(self._line, self._state.matrix)
        text = _text(codes, font)
        # A space may still lie on what is drawn before the text.
        first = 0.3 * self._state.size if text.startswith(" ") else 0.0
        place = _point(matrix, (first, 0.0))
        mcid = next((number for _tag, number in reversed(self._marks) if number is not None), None)
        self.runs.append(
            Run(
                text,
                mcid,
                self._state.size * abs(matrix[3] or matrix[1]),
                "Bold" in name or "Semi" in name,
                None if self._state.clear else self._state.fill,
                self._ground(place),
                any(tag == "/Artifact" for tag, _number in self._marks),
            )
        )

    def _draw(self, operator: str, numbers: list[float]) -> None:
        if operator == "re":
            left, low, width, height = numbers
            corners = [(left, low), (left + width, low + height)]
        else:
            corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        self._path += [_point(self._state.matrix, corner) for corner in corners]

    def _fill(self) -> None:
        if self._path:
            rights, ups = zip(*self._path, strict=True)
            colour = None if self._state.clear else self._state.fill
            self._grounds.append((min(rights), min(ups), max(rights), max(ups), colour))
        self._path.clear()

    def _ground(self, place: tuple[float, float]) -> Colour | None:
        right, up = place
        for left, low, end, high, colour in reversed(self._grounds):
            if left - 0.5 <= right <= end and low - 0.5 <= up <= high + 0.5:
                return colour
        return WHITE

    def _keep(self) -> None:
        self._kept.append(_State(**vars(self._state)))

    def _back(self) -> None:
        if self._kept:
            self._state = self._kept.pop()


def _mark(operands: list[object], resources: pikepdf.Object) -> tuple[str, int | None]:
    tag = str(operands[0])
    facts = operands[1] if len(operands) > 1 else None
    if isinstance(facts, pikepdf.Name):
        facts = resources.get("/Properties", pikepdf.Dictionary()).get(str(facts))
    number = facts.get("/MCID") if isinstance(facts, pikepdf.Dictionary) else None
    return tag, None if number is None else int(number)


def _colour(operands: list[object]) -> Colour | None:
    try:
        numbers = [_number(each) for each in operands]
    except TypeError:
        return None
    if len(numbers) == 1:
        return (numbers[0],) * 3
    if len(numbers) == 3:
        return (numbers[0], numbers[1], numbers[2])
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _number(value: object) -> float:
    if isinstance(value, int | float | Decimal):
        return float(value)
    raise TypeError(value)


def _matrix(values: object) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in values)  # type: ignore[attr-defined]
    return (a, b, c, d, e, f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _point(matrix: Matrix, place: tuple[float, float]) -> tuple[float, float]:
    moved = _times((1, 0, 0, 1, *place), matrix)
    return moved[4], moved[5]


def _text(codes: bytes, font: pikepdf.Object) -> str:
    wide = 2 if font.get("/Subtype") == "/Type0" else 1
    names = _meanings(font)
    parts = (codes[place : place + wide] for place in range(0, len(codes), wide))
    return "".join(names.get(int.from_bytes(part), "�" if names else "x") for part in parts)


def _meanings(font: pikepdf.Object) -> dict[int, str]:
    """Characters by code, from the font's ToUnicode map; empty without one."""
    if "/ToUnicode" not in font:
        return {}
    return dict(_mapped(font.ToUnicode.read_bytes()))


def _mapped(table: bytes) -> Iterator[tuple[int, str]]:
    text = table.decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, meaning in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            yield int(code, 16), _characters(meaning)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        pattern = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>"
        for first, last, meaning in re.findall(pattern, block):
            begin = _characters(meaning)
            for step in range(int(last, 16) - int(first, 16) + 1):
                yield int(first, 16) + step, begin[:-1] + chr(ord(begin[-1]) + step)


def _characters(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
