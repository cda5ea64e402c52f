"""A value that does not fit the model, with what is needed to say it."""

from dataclasses import dataclass
from typing import Any

from insek_cli.i18n import _
from insek_cli.models.base import Model
from insek_cli.models.key_paths import key_at
from insek_cli.models.keys import Key
from insek_cli.source.nodes import Mapping, Node, Path, Scalar, Sequence


@dataclass(frozen=True)
class InvalidValue:
    """One error of pydantic with what is needed to say it: where, what stands there, the model."""

    model: type[Model]
    loc: Path
    context: dict[str, Any]
    node: Node

    @property
    def text(self) -> str:
        """What stands in the file, where it is one value."""
        return self.node.text if isinstance(self.node, Scalar) else ""

    @property
    def value(self) -> str:
        """What stands in the file, in quotation marks."""
        if isinstance(self.node, Mapping):
            return _("a group of keys")
        if isinstance(self.node, Sequence):
            return _("a list")
        return quoted(self.node.text) if self.node.text else _("an empty value")

    @property
    def key(self) -> Key | None:
        """What the model says about the key."""
        return key_at(self.model, self.loc)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that may stand here, where it is a choice."""
        return self.key.choices if self.key else ()

    @property
    def pattern(self) -> str | None:
        """The form its text must have, where it must have one."""
        return self.key.pattern if self.key else None

    @property
    def name(self) -> str:
        """The name of the key, also where the value is an entry of its list."""
        return next((part for part in reversed(self.loc) if isinstance(part, str)), "")


def quoted(text: str) -> str:
    """A text of the file, shortened and in quotation marks."""
    short = text if len(text) <= 60 else text[:57] + "…"
    return _("“{text}”").format(text=" ".join(short.split()))
