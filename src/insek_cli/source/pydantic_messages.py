"""From pydantic's error types to findings. Keyed on `type`, never on pydantic's English."""

from collections.abc import Callable

from insek_cli.i18n import _
from insek_cli.models.field import Goal, Subgoal
from insek_cli.models.key_paths import model_at
from insek_cli.source.invalid_value import Wrong
from insek_cli.source.likely_meaning import (
    PUNCTUATION,
    Details,
    blank,
    choice,
    group,
    integer,
    number,
    of_form,
    period,
    text,
    truth,
    unknown,
)
from insek_cli.source.missing_list import listed
from insek_cli.source.nodes import Scalar

__all__ = ["MESSAGES", "PUNCTUATION", "Wrong"]


def _kind(variant: str) -> Callable[[Wrong], Details]:
    return lambda wrong: {"variant": variant, "value": wrong.value}


def _missing(wrong: Wrong) -> Details:
    *above, key = wrong.loc
    holder = model_at(wrong.model, tuple(above))
    # What is listed beside others with an id is new, and all files tell which id is free.
    goal = key == "id" and holder in (Goal, Subgoal)
    return {"key": str(key), "variant": "goal" if goal else ""}


def _limit(variant: str, name: str) -> Callable[[Wrong], Details]:
    def details(wrong: Wrong) -> Details:
        limit = wrong.context.get(name, 0)
        examples = wrong.key.examples if wrong.key else ()
        hint = _("Write it like this: {key}: {example}") if examples else ""
        found = {"variant": variant, "value": wrong.value, "limit": f"{limit:.15g}"}
        if examples:
            found["hint"] = hint.format(key=wrong.loc[-1], example=examples[0])
        return found

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
    "extra_forbidden": ("INSEK105", unknown),
    "string_type": ("INSEK104", text),
    "int_type": ("INSEK104", integer),
    "float_type": ("INSEK104", number),
    "bool_type": ("INSEK104", truth),
    "tuple_type": ("INSEK104", listed),
    "dict_type": ("INSEK104", group),
    "model_type": ("INSEK104", group),
    "literal_error": ("INSEK110", choice),
    "string_pattern_mismatch": ("INSEK111", of_form),
    "string_too_short": ("INSEK111", blank),
    "string_too_long": ("INSEK112", _long),
    "greater_than_equal": ("INSEK112", _limit("at_least", "ge")),
    "less_than_equal": ("INSEK112", _limit("at_most", "le")),
    "greater_than": ("INSEK112", _limit("more_than", "gt")),
    "less_than": ("INSEK112", _limit("less_than", "lt")),
    "finite_number": ("INSEK112", _kind("finite")),
    "insek_date": ("INSEK119", period("date")),
    "insek_period": ("INSEK119", period("period")),
    "insek_alt": ("INSEK601", _nothing),
    "insek_amount_or_share": ("INSEK127", _nothing),
}
