"""Over all YAML that is accepted: same data, every comment, and a second time nothing changes."""

import re
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from effort import SLOW
from insek_cli.models.base import Model
from insek_cli.models.measure import Measure
from insek_cli.review.format import Formatted, emit, format_bytes
from review.format.yaml_texts import documents, written_documents

ABSENT: tuple[Any, ...] = ({}, [], "", ("None",))
FILE = PurePosixPath("data/measures/M-001.yaml")


def form(text: str, model: type[Model] | None = Measure) -> Formatted:
    return format_bytes(text.encode(), FILE, model)


def load(text: str) -> Any:
    """What another YAML reader makes of it, without dates."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    return _simple(yaml.load(text))


def _simple(value: Any) -> Any:
    if isinstance(value, dict):
        return {normalize("NFC", str(key)): _simple(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_simple(item) for item in value]
    return normalize("NFC", value) if isinstance(value, str) else (repr(value),)


@given(written_documents())
@settings(
    max_examples=SLOW, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_data_and_comments_stay_and_a_second_time_changes_nothing(
    written: tuple[str, list[str]],
) -> None:
    text, comments = written
    formatted = form(text)
    assert formatted.content is not None, formatted.issues
    result = formatted.content.decode()
    assert load(result) == load(text)
    for comment in comments:
        assert len(re.findall(rf"{re.escape(comment)}$", result, re.MULTILINE)) == 1
    assert form(result).content == formatted.content
    assert result == normalize("NFC", result)


@given(st.text(st.sampled_from("ab:-?#|>'\"[]{},&*! \n\t"), max_size=30))
@example("a: |\n # x\n# y\n")
@example("a: [b,#c\n]\n")
def test_any_text_is_formatted_without_loss_or_refused(text: str) -> None:
    formatted = form(text)
    if formatted.content is None:
        assert formatted.issues
        return
    result = formatted.content.decode()
    assert "INSEK141" not in {issue.code for issue in formatted.issues}
    assert form(result).content == formatted.content
    try:
        before = load(text)
    except (YAMLError, ValueError, TypeError, KeyError, AttributeError, AssertionError):
        assume(False)
    assert load(result) == before


@given(st.binary(max_size=40))
def test_any_bytes_give_a_form_or_findings(raw: bytes) -> None:
    formatted = format_bytes(raw, FILE, None)
    assert (formatted.content is None) == bool(formatted.issues)


@settings(max_examples=SLOW)
@given(written_documents(), st.sampled_from(["\r\n", "\r"]))
def test_line_endings_are_those_of_the_file(
    written: tuple[str, list[str]], line_break: str
) -> None:
    text, _ = written
    other = form(text.replace("\n", line_break)).content
    formatted = form(text).content
    assert formatted is not None
    assert other == formatted.replace(b"\n", line_break.encode())


@given(documents)
def test_new_files_are_in_the_canonical_form(data: dict[str, Any]) -> None:
    text = emit(data, Measure, "# yaml-language-server: $schema=../schema/measure.schema.json")
    assert form(text).content == text.encode()
    assert (load(text) or {}) == _known(_simple(data))


def _known(value: Any) -> Any:
    """Data without what is not known."""
    if isinstance(value, list):
        return [item for item in map(_known, value) if item not in ABSENT]
    if not isinstance(value, dict):
        return value
    below = {key: _known(item) for key, item in value.items()}
    return {key: item for key, item in below.items() if item not in ABSENT}


@pytest.mark.parametrize("text", ["titel: a\nid: b\n", "- titel: a\n  id: b\n"])
def test_keys_take_the_order_of_the_model(text: str) -> None:
    content = form(text).content
    assert content is not None
    assert content.index(b"id") < content.index(b"titel")
