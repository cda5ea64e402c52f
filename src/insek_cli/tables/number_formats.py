"""A number as a spreadsheet shows it: dates, percent, and the units that stand in its format.

ECMA-376 part 1, 18.8.30 and 18.8.31; sections for negative numbers and colours are left out.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<number>General|Standard|[#0?][#0?,.]*)|(?P<sign>[^\"\\\[])",
    re.IGNORECASE,
)
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_UNSHOWN = re.compile(r"[/@]|E[+-]", re.IGNORECASE)
"""Fractions, powers of ten, texts: shown as they are stored."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_DAY = 2_958_465
"""31 December 9999."""


def shown(text: str, code: str, *, since_1904: bool = False, comma: bool = False) -> str:
    """A stored number in a number format; what is no number stays as it is.

    Dates are ISO, as far as the format shows them: 2026-05-14, 2026-05, 2026. Digits are never
    rounded away, whatever the format shows. With `comma` fractions are German: 80,5 T€.
    """
    try:
        value = Decimal(text)
    except ArithmeticError:
        return text
    tokens = list(_tokens(code.split(";", 1)[0]))
    bare = "".join(said for kind, said in tokens if kind == "sign").casefold()
    if _DATE.search(bare):
        return _moment(value, bare, since_1904=since_1904) or text
    digits = next((said for kind, said in tokens if kind == "number"), "")
    if not digits or _UNSHOWN.search(bare):
        return text
    # Each comma behind the last digit divides by a thousand: 250000 in #,##0,"T€" is 250 T€.
    value = value.scaleb(-3 * (len(digits) - len(digits.rstrip(","))))
    number = _plain(value.scaleb(2) if "%" in bare else value)
    number = number.replace(".", ",") if comma else number
    parts = [*_around(tokens, number)]
    return " ".join("".join(parts).split())


def is_date(code: str) -> bool:
    """Whether a number format shows a date or a time."""
    tokens = _tokens(code.split(";", 1)[0])
    return bool(_DATE.search("".join(said for kind, said in tokens if kind == "sign")))


def _tokens(section: str) -> Iterator[tuple[str, str]]:
    for found in _TOKEN.finditer(section):
        kind = found.lastgroup
        if kind:
            yield kind, found[kind]


def _around(tokens: list[tuple[str, str]], number: str) -> Iterator[str]:
    """The number once, among the words of its format; a space parts them."""
    written = False
    for kind, said in tokens:
        if kind != "number":
            yield said if kind == "sign" and said == "-" else f" {said}" if said.strip() else " "
        elif not written:
            written = True
            yield f" {number} "


def _moment(value: Decimal, code: str, *, since_1904: bool) -> str:
    if not 0 < value <= LAST_DAY:
        return ""
    epoch = _EPOCH_1904 if since_1904 else _EPOCH
    moment = datetime(epoch.year, epoch.month, epoch.day) + timedelta(days=float(value))
    if not re.search("[dy]", code):
        return f"{moment:%H:%M}" if "h" in code else ""
    if "d" in code or "y" not in code:
        return moment.date().isoformat()
    return f"{moment:%Y-%m}" if "m" in code else f"{moment:%Y}"


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
