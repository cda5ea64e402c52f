"""What a wrong value is called, and what was probably meant instead."""

from collections.abc import Callable

from insek_cli.findings.suggest import closest, did_you_mean
from insek_cli.i18n import _
from insek_cli.models.key_paths import model_at, places_of
from insek_cli.models.keys import keys
from insek_cli.models.text_forms import FORMS, example_id
from insek_cli.models.types import MEASURE_ID
from insek_cli.source import german_values
from insek_cli.source.core_schema import resolve_plain
from insek_cli.source.invalid_value import InvalidValue, quoted
from insek_cli.source.missing_list import several
from insek_cli.source.nodes import Scalar

Details = dict[str, str]
_PAIRS = {"von": "bis", "bis": "bis", "beginn": "ende", "ende": "ende"}
AMOUNT = 250000
PUNCTUATION = german_values.QUOTES + "•·–—*▪ "
"""What people put around a key that does not belong to it."""


def not_a_text(wrong: InvalidValue) -> Details:
    """Not a text; an id that YAML took for a number keeps the form that ids have."""
    if not isinstance(wrong.node, Scalar):
        return {"variant": "one_text", "value": wrong.value}
    found = {"variant": "text", "value": wrong.value}
    pattern = wrong.pattern
    if pattern and example_id(pattern):
        found["hint"] = _form_hint(wrong, pattern)
    return found


def not_a_number(wrong: InvalidValue) -> Details:
    """Not a number."""
    if hint := _fraction(wrong):
        return {"variant": "number", "value": wrong.value, "hint": hint}
    hint = _unquote(wrong) or _two_values(wrong) or _meant(german_values.german_number(wrong.text))
    if not hint:
        return {"variant": "number", "value": wrong.value}
    rule = _("Write digits and, for decimals, a point: 12.5; no unit, no quotation marks.")
    return {"variant": "number", "value": wrong.value, "hint": f"{hint} {rule}"}


def _fraction(wrong: InvalidValue) -> str:
    """A share written as a part of one, where percent are due."""
    read = german_values.german_number(wrong.text)
    share = wrong.key is not None and wrong.key.unit == "Prozent"
    if not share or read is None or "%" in wrong.text or not 0 < float(read) <= 1:
        return ""
    hint = _("A share is in percent: if {whole} % are meant, write {whole}.")
    return hint.format(whole=f"{float(read) * 100:g}")


def not_an_integer(wrong: InvalidValue) -> Details:
    """Not a whole number; amounts are shown how they are written."""
    amount = wrong.key is not None and wrong.key.unit == "Euro"
    if hint := _unquote(wrong):
        return {"variant": "integer", "value": wrong.value, "hint": hint}
    read = german_values.german_number(wrong.text)
    hint = _two_values(wrong) or _meant(read if read and read.isdigit() else None)
    if amount:
        rule = _(
            "Write amounts in Euro without thousands separator and without currency sign, "
            "e.g. {key}: {example}"
        ).format(key=wrong.name, example=AMOUNT)
    else:
        rule = _("Write digits only: no point, no unit, no quotation marks.")
    variant = "number" if amount else "integer"
    return {"variant": variant, "value": wrong.value, "hint": f"{hint} {rule}".strip()}


def _unquote(wrong: InvalidValue) -> str:
    node = wrong.node
    quoted_value = (
        isinstance(node, Scalar)
        and node.style
        and not isinstance(resolve_plain(node.text), str | None)
    )
    return _("Take away the quotation marks.") if quoted_value else ""


def _two_values(wrong: InvalidValue) -> str:
    ends = german_values.german_range(wrong.text)
    second = _PAIRS.get(wrong.name)
    if ends is None or second is None:
        return ""
    first = next(key for key, other in _PAIRS.items() if other == second)
    low, high = f"{first}: {ends[0]}", f"{second}: {ends[1]}"
    return _("Two values need two lines: {low} and {high}.").format(low=low, high=high)


def _meant(word: str | None) -> str:
    return _("Did you mean “{word}”?").format(word=word) if word else ""


def not_a_boolean(wrong: InvalidValue) -> Details:
    """Neither true nor false."""
    hint = _unquote(wrong)
    if not hint and (word := german_values.german_truth(wrong.text)):
        hint = f"{_meant(word)} {_('Write true or false.')}"
    return {"variant": "truth", "value": wrong.value, "hint": hint}


def not_a_period(variant: str) -> Callable[[InvalidValue], Details]:
    """No date, or one that the calendar lacks."""

    def details(wrong: InvalidValue) -> Details:
        if german_values.no_such_day(wrong.text):
            return {"variant": "no_day", "value": wrong.value}
        read = german_values.german_date(wrong.text)
        exact = read if variant == "period" or (read and len(read) == 10) else None
        hint = _two_values(wrong) or _meant(exact)
        found = {"variant": variant, "value": wrong.value}
        if not hint:
            return found
        forms = _("Write 2026 or 2026-05 or 2026-05-14.")
        rule = forms if variant == "period" else _("Write year-month-day, e.g. 2026-05-14.")
        return {**found, "hint": f"{hint} {rule}"}

    return details


def not_a_mapping(wrong: InvalidValue) -> Details:
    """One value where keys are due."""
    model = model_at(wrong.model, wrong.loc)
    hint = _("Write one “key: value” a line, indented under this key.")
    if model:
        known = ", ".join(model.model_fields)
        hint += " " + _("Known here: {known}.").format(known=known)
    return {"variant": "mapping", "value": wrong.value, "hint": hint}


def unknown_key(wrong: InvalidValue) -> Details:
    """A key that is misspelt, named after its heading, or in the wrong place."""
    model = model_at(wrong.model, wrong.loc[:-1])
    word = str(wrong.loc[-1])
    known = list(model.model_fields) if model else []
    hint = _elsewhere(wrong, word) or did_you_mean(word.strip(PUNCTUATION), known)
    if not hint and model:
        titles = {key.title: key.name for key in reversed(keys(model))}
        titles |= {key.column: key.name for key in reversed(keys(model)) if key.column}
        found = closest(word, titles)
        hint = _meant(titles[found] if found else None)
    return {"key": word[:60], "known": ", ".join(known), "hint": hint}


def _elsewhere(wrong: InvalidValue, word: str) -> str:
    """Where a key of that name belongs."""
    name = word.rpartition(".")[2]
    places = places_of(wrong.model, name)
    if not places or (name != word and tuple(word.split(".")) not in places):
        return ""
    if name != word:
        holder = word.rpartition(".")[0]
        hint = _("Write “{holder}:” and below it, indented, “{key}: …”.")
        return hint.format(holder=holder, key=name)
    if places[0] == (name,):
        return _("“{key}” belongs at the beginning of the line, without spaces before it.").format(
            key=name
        )
    listed = ", ".join(quoted(".".join(path[:-1])) for path in places[:4])
    return _("“{key}” belongs under {places}.").format(key=name, places=listed)


def not_a_choice(wrong: InvalidValue) -> Details:
    """A word that is none of the choices."""
    choices = wrong.choices
    word = wrong.text
    before, mark, _rest = word.partition("#")
    if mark and before.strip() in choices:
        hint = _("A comment needs a space before “#”.")
        return {"value": wrong.value, "choices": "", "hint": hint}
    stripped = word.strip(german_values.QUOTES + " ")
    if stripped != word and stripped in choices:
        hint = _("Leave out the quotation marks.")
        return {"value": wrong.value, "choices": "", "hint": hint}
    meant = several(wrong) or did_you_mean(word, choices)
    listed = _("Possible are: {choices}.").format(choices=", ".join(choices))
    return {"value": wrong.value, "choices": "", "hint": f"{meant} {listed}".strip()}


def blank(wrong: InvalidValue) -> Details:
    """A text without a character that print shows."""
    found = {"variant": "unseen" if wrong.text.strip() else "blank"}
    if wrong.key and wrong.key.required:
        found["hint"] = _("Write the text; this key may not be missing.")
    return found


def not_of_form(wrong: InvalidValue) -> Details:
    """A text that does not match its pattern."""
    pattern = str(wrong.context.get("pattern", ""))
    variant = FORMS[pattern].variant if pattern in FORMS else ""
    if variant == "id":
        return {"variant": "id", "value": wrong.value, "hint": _form_hint(wrong, pattern)}
    if variant == "blank":
        return blank(wrong)
    return {"variant": variant, "value": wrong.value, "expected": pattern}


def _form_hint(wrong: InvalidValue, pattern: str) -> str:
    if hint := several(wrong):
        return hint
    meant = _meant(german_values.likely_id(wrong.text, pattern))
    form = _("Expected is a form like {example}.").format(example=example_id(pattern))
    if pattern == MEASURE_ID and len(wrong.text) > len("M-999999999"):
        form += " " + _("The number has three to nine digits.")
    place = german_values.PLACES.get(wrong.key.refers) if wrong.key else None
    listed = _("The ids stand in {place}.").format(place=place) if place else ""
    return " ".join(part for part in (meant, form, listed) if part)
