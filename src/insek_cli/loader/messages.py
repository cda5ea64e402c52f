"""From pydantic's error types to findings. Keyed on `type`, never on pydantic's English."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from insek_cli.i18n import _
from insek_cli.loader.nodes import Mapping, Node, Scalar, Sequence
from insek_cli.loader.scalars import resolve
from insek_cli.models import types
from insek_cli.models.base import Model
from insek_cli.models.routes import field_at, model_at
from insek_cli.suggest import did_you_mean

Path = tuple[str | int, ...]
Details = dict[str, str]


@dataclass(frozen=True)
class Wrong:
    """One error of pydantic with what is needed to say it: where, what stands there, the model."""

    model: type[Model]
    loc: Path
    context: dict[str, Any]
    node: Node

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


def quoted(text: str) -> str:
    """A text of the file, shortened and in quotation marks."""
    short = text if len(text) <= 60 else text[:57] + "…"
    return _("“{text}”").format(text=" ".join(short.split()))


def _text(wrong: Wrong) -> Details:
    variant = "text" if isinstance(wrong.node, Scalar) else "one_text"
    return {"variant": variant, "value": wrong.value}


def _number(wrong: Wrong) -> Details:
    return {"variant": "number", "value": wrong.value, "hint": _unquote(wrong)}


def _unquote(wrong: Wrong) -> str:
    node = wrong.node
    quoted_number = (
        isinstance(node, Scalar) and node.style and not isinstance(resolve(node.text), str | None)
    )
    return _("Take away the quotation marks.") if quoted_number else ""


def _integer(wrong: Wrong) -> Details:
    details = {"variant": "integer", "value": wrong.value, "hint": _unquote(wrong)}
    examples = wrong.info.examples if wrong.info else None
    if examples and not details["hint"]:
        details["variant"] = "number"
        hint = _(
            "Write amounts in Euro without thousands separator and without currency sign, "
            "e.g. {key}: {example}"
        )
        details["hint"] = hint.format(key=wrong.loc[-1], example=examples[0])
    return details


def _kind(variant: str) -> Callable[[Wrong], Details]:
    return lambda wrong: {"variant": variant, "value": wrong.value}


def _missing(wrong: Wrong) -> Details:
    return {"key": str(wrong.loc[-1])}


def _unknown(wrong: Wrong) -> Details:
    model = model_at(wrong.model, wrong.loc[:-1])
    known = list(model.model_fields) if model else []
    word = str(wrong.loc[-1])
    return {"key": word[:60], "known": ", ".join(known), "hint": did_you_mean(word, known)}


def _choice(wrong: Wrong) -> Details:
    choices = _choices(wrong)
    word = wrong.node.text if isinstance(wrong.node, Scalar) else ""
    meant = did_you_mean(word, choices)
    listed = _("Possible are: {choices}.").format(choices=", ".join(choices))
    return {"value": wrong.value, "choices": "", "hint": f"{meant} {listed}".strip()}


def _choices(wrong: Wrong) -> list[str]:
    waiting: list[Any] = [wrong.info.annotation] if wrong.info else []
    found: list[str] = []
    while waiting:
        part = waiting.pop(0)
        found += [part] if isinstance(part, str) else []
        waiting += get_args(part)
    return found


_FORMS: dict[str, tuple[str, str]] = {
    types.FIELD_ID: ("id", "HF2"),
    types.GOAL_ID: ("id", "HF2.1"),
    types.MEASURE_ID: ("id", "M-014"),
    types.SLUG: ("id", "ref-61"),
    r"\S": ("blank", ""),
    "^#[0-9a-fA-F]{6}$": ("colour", ""),
    r"^(https?://|mailto:)\S+$": ("link", ""),
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": ("time", ""),
    "^INSEK[0-9]{3}$": ("id", "INSEK301"),
}


def _pattern(wrong: Wrong) -> Details:
    pattern = str(wrong.context.get("pattern", ""))
    variant, example = _FORMS.get(pattern, ("", ""))
    return {"variant": variant, "value": wrong.value, "example": example, "expected": pattern}


def _limit(variant: str, name: str) -> Callable[[Wrong], Details]:
    def details(wrong: Wrong) -> Details:
        limit = wrong.context.get(name, 0)
        return {"variant": variant, "value": wrong.value, "limit": f"{limit:.15g}"}

    return details


def _long(wrong: Wrong) -> Details:
    limit = int(wrong.context.get("max_length", 0))
    count = len(wrong.node.text) if isinstance(wrong.node, Scalar) else 0
    numbers = {"count": count, "limit": limit, "over": count - limit}
    return {"variant": "long", **{name: str(number) for name, number in numbers.items()}}


def _nothing(_wrong: Wrong) -> Details:
    return {}


MESSAGES: dict[str, tuple[str, Callable[[Wrong], Details]]] = {
    "missing": ("INSEK107", _missing),
    "extra_forbidden": ("INSEK105", _unknown),
    "string_type": ("INSEK104", _text),
    "int_type": ("INSEK104", _integer),
    "float_type": ("INSEK104", _number),
    "bool_type": ("INSEK104", _kind("truth")),
    "tuple_type": ("INSEK104", _kind("list")),
    "dict_type": ("INSEK104", _kind("mapping")),
    "model_type": ("INSEK104", _kind("mapping")),
    "literal_error": ("INSEK110", _choice),
    "string_pattern_mismatch": ("INSEK111", _pattern),
    "string_too_short": ("INSEK111", _kind("blank")),
    "string_too_long": ("INSEK112", _long),
    "greater_than_equal": ("INSEK112", _limit("at_least", "ge")),
    "less_than_equal": ("INSEK112", _limit("at_most", "le")),
    "greater_than": ("INSEK112", _limit("more_than", "gt")),
    "less_than": ("INSEK112", _limit("less_than", "lt")),
    "finite_number": ("INSEK112", _kind("finite")),
    "insek_date": ("INSEK119", _kind("date")),
    "insek_period": ("INSEK119", _kind("period")),
    "insek_alt": ("INSEK601", _nothing),
    "insek_amount_or_share": ("INSEK127", _nothing),
}
