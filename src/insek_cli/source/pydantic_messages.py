"""From pydantic's error types to findings. Keyed on `type`, never on pydantic's English."""

from collections.abc import Callable

from insek_cli.i18n import _
from insek_cli.models.field import Goal, Subgoal
from insek_cli.models.key_paths import model_at
from insek_cli.source.invalid_value import InvalidValue
from insek_cli.source.missing_list import not_a_list
from insek_cli.source.nodes import Scalar
from insek_cli.source.value_faults import (
    PUNCTUATION,
    Details,
    blank,
    not_a_boolean,
    not_a_choice,
    not_a_mapping,
    not_a_number,
    not_a_period,
    not_a_text,
    not_an_integer,
    not_of_form,
    unknown_key,
)

__all__ = ["MESSAGES", "PUNCTUATION", "InvalidValue"]


def _kind(variant: str) -> Callable[[InvalidValue], Details]:
    return lambda wrong: {"variant": variant, "value": wrong.value}


def _missing(wrong: InvalidValue) -> Details:
    *above, key = wrong.loc
    holder = model_at(wrong.model, tuple(above))
    # What is listed beside others with an id is new, and all files tell which id is free.
    goal = key == "id" and holder in (Goal, Subgoal)
    return {"key": str(key), "variant": "goal" if goal else ""}


def _limit(variant: str, name: str) -> Callable[[InvalidValue], Details]:
    def details(wrong: InvalidValue) -> Details:
        limit = wrong.context.get(name, 0)
        examples = wrong.key.examples if wrong.key else ()
        hint = _("Write it like this: {key}: {example}") if examples else ""
        found = {"variant": variant, "value": wrong.value, "limit": f"{limit:.15g}"}
        if examples:
            found["hint"] = hint.format(key=wrong.loc[-1], example=examples[0])
        return found

    return details


def _long(wrong: InvalidValue) -> Details:
    limit = int(wrong.context.get("max_length", 0))
    count = len(wrong.node.text) if isinstance(wrong.node, Scalar) else 0
    numbers = {"count": count, "limit": limit, "over": count - limit}
    return {"variant": "long", **{name: str(number) for name, number in numbers.items()}}


def _nothing(_wrong: InvalidValue) -> Details:
    return {}


MESSAGES: dict[str, tuple[str, Callable[[InvalidValue], Details]]] = {
    "missing": ("INSEK107", _missing),
    "extra_forbidden": ("INSEK105", unknown_key),
    "string_type": ("INSEK104", not_a_text),
    "int_type": ("INSEK104", not_an_integer),
    "float_type": ("INSEK104", not_a_number),
    "bool_type": ("INSEK104", not_a_boolean),
    "tuple_type": ("INSEK104", not_a_list),
    "dict_type": ("INSEK104", not_a_mapping),
    "model_type": ("INSEK104", not_a_mapping),
    "literal_error": ("INSEK110", not_a_choice),
    "string_pattern_mismatch": ("INSEK111", not_of_form),
    "string_too_short": ("INSEK111", blank),
    "string_too_long": ("INSEK112", _long),
    "greater_than_equal": ("INSEK112", _limit("at_least", "ge")),
    "less_than_equal": ("INSEK112", _limit("at_most", "le")),
    "greater_than": ("INSEK112", _limit("more_than", "gt")),
    "less_than": ("INSEK112", _limit("less_than", "lt")),
    "finite_number": ("INSEK112", _kind("finite")),
    "insek_date": ("INSEK119", not_a_period("date")),
    "insek_period": ("INSEK119", not_a_period("period")),
    "insek_alt": ("INSEK601", _nothing),
    "insek_amount_or_share": ("INSEK127", _nothing),
}
