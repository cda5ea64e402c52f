"""Every error a model can raise has a message, and every message a German text."""

import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter
from pydantic_core import core_schema
from ruamel.yaml import YAML

from insek_cli import i18n
from insek_cli.findings.codes import CODES
from insek_cli.findings.codes.code_examples import EXAMPLES
from insek_cli.models.base import Model
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.registers import Abbreviation, Actor, District, Plan, Programme
from insek_cli.models.workshop import Remark, Workshop
from insek_cli.source.pydantic_messages import MESSAGES

ROOT = Path(__file__).resolve().parents[2]
MODELS: list[type[Model]] = [
    Concept, FieldOfAction, Measure, Workshop, Remark, Plan, Actor, Programme, District,
    Abbreviation,
]  # fmt: skip
RAISED = {
    "str": {"string_type"},
    "int": {"int_type"},
    "float": {"float_type", "finite_number"},
    "bool": {"bool_type"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "function-before": {"insek_date"},
    "function-plain": {"insek_period"},
    "function-after": {"insek_alt", "insek_amount_or_share"},
}
CONSTRAINTS = {
    "pattern": "string_pattern_mismatch",
    "min_length": "string_too_short",
    "max_length": "string_too_long",
    "ge": "greater_than_equal",
    "le": "less_than_equal",
    "gt": "greater_than",
    "lt": "less_than",
}
SILENT = {"default", "nullable", "definitions", "definition-ref", "date", "any", "model-field"}


def schemas(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part
        for name, below in part.items():
            if name not in ("metadata", "serialization", "config", "expected", "function"):
                yield from schemas(below)
    elif isinstance(part, list | tuple):
        for below in part:
            yield from schemas(below)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_error_of_a_model_has_a_message(model: type[Model]) -> None:
    raised: set[str] = set()
    for schema in schemas(TypeAdapter(model).core_schema):
        assert schema["type"] in RAISED or schema["type"] in SILENT, schema["type"]
        raised |= RAISED.get(schema["type"], set())
        raised |= {error for name, error in CONSTRAINTS.items() if schema.get(name) is not None}
    assert "missing" in raised
    assert raised <= MESSAGES.keys()


def test_messages_name_errors_that_exist() -> None:
    known = set(get_args(core_schema.ErrorType))
    assert {name for name in MESSAGES if not name.startswith("insek_")} <= known
    assert {code for code, _ in MESSAGES.values()} <= CODES.keys()


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts" / "catalogue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_german_catalogue_is_complete_and_compiled() -> None:
    catalogue = script()
    renewed = catalogue.renewed()
    assert len(list(renewed)) > 200
    assert catalogue.untranslated(renewed) == []
    po = catalogue.PO.read_bytes()
    assert po == catalogue.as_po(renewed), "run scripts/catalogue.py"
    assert catalogue.PO.with_suffix(".mo").read_bytes() == catalogue.as_mo(po)


def test_translations_keep_the_placeholders() -> None:
    for message in script().renewed():
        texts = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        for text in strings or ():
            assert placeholders(text) == placeholders(texts[-1])


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_AT.UTF-8"}, "de"),
        ({"LC_ALL": "C", "INSEK_LANG": "de"}, "de"),
        ({"LC_ALL": "de_DE.UTF-8", "INSEK_LANG": "en"}, "en"),
    ],
)
def test_the_language_follows_the_environment(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("INSEK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.language() == language
    assert i18n._("Error") == {"de": "Fehler", "en": "Error"}[language]


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_explains_itself(code: Any) -> None:
    assert code.title
    assert code.message
    assert code.hint
    assert code.right
    assert code.wrong != code.right
    if code.language == "yaml":
        # An example of two files names each in a comment above it.
        for part in re.split("^# .*$", code.right, flags=re.MULTILINE):
            list(YAML(typ="safe").load_all(part))


def test_examples_belong_to_codes() -> None:
    assert EXAMPLES.keys() <= CODES.keys()
