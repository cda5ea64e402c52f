"""A commented file from the metadata of a model: what is known is filled in, the rest is offered.

Every key stands in the order of the model, so a key whose `#` is removed is in its canonical place.
Explanations begin with `##`: uncommenting a whole block in an editor leaves them comments.
"""

from collections.abc import Iterable, Iterator, Mapping

from insek_cli.models.base import Model
from insek_cli.models.keys import Key, keys
from insek_cli.models.labels import LABELS
from insek_cli.models.stages import Stage
from insek_cli.review.format import emit

OPEN = "## Was noch nicht bekannt ist, bleibt auskommentiert: Der Bericht druckt „noch offen“."


def commented_skeleton(
    model: type[Model],
    schema: str,
    given: Mapping[str, object],
    note: str = OPEN,
    notes: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The text of a file: modeline, a note, the keys that are `given`, all others as comments.

    `notes` lists for a key the ids that may be written there, with what they stand for.
    """
    lines = [f"# yaml-language-server: $schema={schema}", note]
    for key in keys(model):
        if key.name in given:
            lines += emit({key.name: given[key.name]}, model).splitlines()
        else:
            lines += _offered(key, (notes or {}).get(key.name, {}))
    return "\n".join(lines) + "\n"


def commented_list(model: type[Model], schema: str, given: Mapping[str, object], note: str) -> str:
    """The text of a file that is a list of records: one entry with the keys that are `given`, all
    others as comments; without any the list is empty, and a whole entry is offered."""
    modeline, *body = commented_skeleton(model, schema, given, "").splitlines()
    first, *rest = (line for line in body if line)
    if given:
        lines = [f"- {first}", *(f"  {line}" for line in rest)]
    else:
        entry = [line.removeprefix("# ") for line in (first, *rest) if not line.startswith("##")]
        lines = [f"# {'  ' if number else '- '}{line}" for number, line in enumerate(entry)]
        lines.append("[]")
    return "\n".join([modeline, f"## {note}", *lines]) + "\n"


def _offered(key: Key, ids: Mapping[str, str]) -> Iterator[str]:
    yield f"## {key.title}{_due(key.stage)}: {key.description}"
    yield from (f"##   {id_}  {' '.join(said.split())}" for id_, said in ids.items())
    yield from (f"# {line}" for line in _form(key))


def _due(stage: Stage | None) -> str:
    return f" (ab Stufe {LABELS[stage]})" if stage else ""


def _form(key: Key) -> list[str]:
    """The lines in which a key would be filled in."""
    if key.record:
        return [f"{key.name}:", *_indented(_inner(key.record), listed=key.many)]
    if key.markdown:
        return [f"{key.name}: |"]
    if key.base is bool:
        return [f"{key.name}: true"]
    if not key.table and str(key.pattern).startswith("^#"):
        return [f"{key.name}: '#'"]  # without quotes a colour would be a comment
    choices = f"  # {_choices(key.choices)}" if key.choices and not key.table else ""
    return [f"{key.name}:", f"  -{choices}"] if key.many else [f"{key.name}:{choices}"]


def _inner(model: type[Model]) -> Iterator[str]:
    for key in keys(model):
        first, *rest = _form(key)
        yield first if "#" in first else f"{first}  # {key.description}"
        yield from rest


def _indented(lines: Iterable[str], *, listed: bool) -> Iterator[str]:
    for index, line in enumerate(lines):
        dash = "- " if index == 0 else "  "
        yield f"  {dash if listed else ''}{line}"


def _choices(choices: tuple[str, ...]) -> str:
    *head, last = choices
    return f"{', '.join(head)} oder {last}" if head else last
