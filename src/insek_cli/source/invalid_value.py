"""A value that does not fit the model, with what is needed to say it."""

from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from insek_cli.i18n import _
from insek_cli.models.base import Model, marks
from insek_cli.models.routes import field_at
from insek_cli.source.nodes import Mapping, Node, Path, Scalar, Sequence


@dataclass(frozen=True)
class Wrong:
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
    def info(self) -> FieldInfo | None:
        """What the model says about the key."""
        return field_at(self.model, self.loc) or field_at(self.model, self.loc[:-1])

    @property
    def choices(self) -> list[str]:
        """The words that may stand here, where it is a choice."""
        waiting: list[Any] = [self.info.annotation] if self.info else []
        found: list[str] = []
        while waiting:
            part = waiting.pop(0)
            found += [part] if isinstance(part, str) else []
            waiting += get_args(part)
        return found

    @property
    def pattern(self) -> str | None:
        """The form its text must have, where it must have one."""
        found = (getattr(mark, "pattern", None) for mark in (marks(self.info) if self.info else ()))
        return next((pattern for pattern in found if isinstance(pattern, str)), None)

    @property
    def key(self) -> str:
        """The name of the key, also where the value is an entry of its list."""
        return next((part for part in reversed(self.loc) if isinstance(part, str)), "")


def quoted(text: str) -> str:
    """A text of the file, shortened and in quotation marks."""
    short = text if len(text) <= 60 else text[:57] + "…"
    return _("“{text}”").format(text=" ".join(short.split()))
