"""An indicator of a measure: where it began, what was measured, where it is to end."""

from collections.abc import Mapping
from dataclasses import dataclass

from insek_cli.monitoring.states import DatedValue
from insek_cli.wording.lights import NOTHING
from insek_cli.wording.notation import number


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with the values measured up to the day, the earliest first."""

    name: str
    einheit: str
    ausgang: float | None
    ziel: float | None
    bis: int | None
    werte: tuple[DatedValue, ...]

    @property
    def ausgangswert(self) -> str:
        """The value at the start."""
        return NOTHING if self.ausgang is None else number(self.ausgang)

    @property
    def zuletzt(self) -> str:
        """The last value with its year: 12 (2025)."""
        last = self.werte[-1] if self.werte else None
        return f"{number(last.wert)} ({last.jahr})" if last else NOTHING

    @property
    def zielwert(self) -> str:
        """The aim with its year: 40 (2028)."""
        if self.ziel is None:
            return NOTHING
        return number(self.ziel) + (f" ({self.bis})" if self.bis else "")

    @property
    def verlauf(self) -> str:
        """All values in words: 2024: 9, 2025: 12."""
        return ", ".join(f"{each.jahr}: {number(each.wert)}" for each in self.werte) or NOTHING

    @property
    def masse(self) -> Mapping[str, str]:
        """What the drawing needs: values by year, start, aim and its year; without them nothing."""
        known = {
            "werte": " ".join(f"{each.jahr}={each.wert}" for each in self.werte),
            "ausgang": "" if self.ausgang is None else str(self.ausgang),
            "ziel": "" if self.ziel is None else str(self.ziel),
            "bis": str(self.bis or ""),
        }
        return {name: text for name, text in known.items() if text}
