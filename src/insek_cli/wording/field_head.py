"""What every mark of a field of action needs."""

from dataclasses import dataclass

from insek_cli.wording.text import Run


@dataclass(frozen=True)
class FieldHead:
    """Number, name and colours of a field of action: what every mark of it needs."""

    id: str
    nummer: int
    titel: str
    farbe: str
    tint: str

    @property
    def anker(self) -> str:
        """The anchor that links point at: hf1."""
        return self.id.lower()

    @property
    def name(self) -> str:
        """Number and title: 1 Vielfältige Wohn- und Lebenswelten."""
        return f"{self.nummer} {self.titel}"

    @property
    def verweis(self) -> Run:
        """A link to the field's chapter."""
        return Run(self.name, f"#{self.anker}")
