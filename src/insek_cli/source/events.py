"""The YAML event stream: libyaml's, and ruamel's pure one for a second opinion.

libyaml refuses valid YAML 1.2 such as `[Akteur:innen, Bürger:innen]`; the pure parser is ten times
slower. This is the only module that knows ruamel.
"""

from collections.abc import Iterator
from typing import Any, Literal

from _ruamel_yaml import CParser  # type: ignore[import-not-found]
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

Kind = Literal["alias", "document", "mapping", "sequence", "end", "scalar"]

_KINDS: dict[type, Kind] = {
    AliasEvent: "alias",
    DocumentStartEvent: "document",
    MappingStartEvent: "mapping",
    SequenceStartEvent: "sequence",
    MappingEndEvent: "end",
    SequenceEndEvent: "end",
    ScalarEvent: "scalar",
}


class YamlSyntaxError(Exception):
    """The text is no YAML: where it became impossible, and where what it broke began."""

    def __init__(self, at: tuple[int, int] | None, began: tuple[int, int] | None) -> None:
        super().__init__()
        self.at = at
        self.began = began


def fast_events(text: str) -> Iterator[tuple[Kind, Any]]:
    """The events of libyaml."""
    try:
        for event in iter(CParser(text).get_event, None):
            if kind := _KINDS.get(event.__class__):
                yield kind, event
            elif event.__class__ is StreamEndEvent:
                return
    except MarkedYAMLError as error:
        raise _trouble(error) from None
    except (ValueError, TypeError, AttributeError) as error:
        raise _trouble(error) from None


def pure_events(text: str) -> Iterator[tuple[Kind, Any]]:
    """The events of the pure parser, whose verdict counts where libyaml refuses."""
    stream = YAML(typ="safe", pure=True).parse(text)
    while True:
        try:
            event = next(stream, None)
        except Exception as error:
            # It lets AssertionError, ValueError and others out on small malformed input.
            raise _trouble(error) from None
        if event is None:
            return
        if kind := _KINDS.get(type(event)):
            yield kind, event


def _trouble(error: Exception) -> YamlSyntaxError:
    at = _place(getattr(error, "problem_mark", None))
    began = _place(getattr(error, "context_mark", None))
    return YamlSyntaxError(at or began, began)


def _place(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)
