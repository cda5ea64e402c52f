"""What the schema can say it says as the program does: both verdicts over good and bad documents.

Left out is what JSON Schema cannot tell apart: 1.0 from 1, and numbers of more than 15 digits.
"""

import json
import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema.protocols import Validator

from effort import SLOW
from insek_cli.findings import Severity
from insek_cli.models.record_kinds import KINDS, RecordKind
from insek_cli.review.schema import schemas
from insek_cli.source.data_files import parse
from insek_cli.source.source_file import Source
from insek_cli.source.validate import entries, validate

SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schemas().items()}
NAMES = sorted({kind.schema for kind in KINDS.values() if kind.schema})
TEXTS = ("Hof", " ", "", "x" * 61, "ä" * 300, "ä" * 301, "Ein Satz.\nNoch einer.")
IDS = ("HF1", "HF10", "HF01", "HF1.2", "HF1.2.3", "HF1.2.3.4", "M-001", "M-1", "ref-61", "-a")
DATES = ("2026", "2026-05", "2026-13", "2026-02-29", "2024-02-29", "2026-5-1", "2026-04-31")
FORMS = ("#9a3324", "#9a332", "https://a.de", "ftp://a", "mailto:x@y.de", "17:30", "24:00")
CODES = ("INSEK431", "INSEK1", "hoch", "karte", "fehler", "vorschlag", "true", "M-001\n")
NUMBERS = (0, 1, -1, 60, 99, 100, 101, 1899, 1900, 2026, 2201, 10**6, 10**6 + 1, 10**12, 10**13)
oddities = st.one_of(
    st.sampled_from((*TEXTS, *IDS, *DATES, *FORMS, *CODES)),
    st.sampled_from(NUMBERS),
    st.sampled_from((0.5, 12.5, -0.25, 99.9, True, False, None, [], {})),
)


def ecma_pattern(_: Validator, pattern: str, value: Any, __: Any) -> Any:
    """As in JavaScript, “$” is the end of the text and not the place before a last line break."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield jsonschema.ValidationError(f"{value!r} does not match {pattern!r}")


CHECKER = jsonschema.FormatChecker(formats=())


@CHECKER.checks("date", raises=ValueError)
def is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


EcmaValidator: Any = jsonschema.validators.extend(
    jsonschema.Draft202012Validator, {"pattern": ecma_pattern}
)


def fits_schema(data: Any, name: str) -> bool:
    schema = SCHEMAS[f"{name}.schema.json"]
    return bool(EcmaValidator(schema, format_checker=CHECKER).is_valid(data))


def fits_program(data: Any, kind: RecordKind[Any]) -> bool:
    """Read as YAML, of which JSON is a part, by the loader itself."""
    text = json.dumps(data, ensure_ascii=False)
    source = Source(PurePosixPath("x.yaml"), text.split("\n"))
    node = parse(text, source)
    if node is not None:
        (entries if kind.many else validate)(node, kind.model, source)
    return not [issue for issue in source.close() if issue.severity is Severity.ERROR]


def documents(schema: dict[str, Any], definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Mostly good values for a schema."""
    if "$ref" in schema:
        return documents(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    if "anyOf" in schema:
        return st.one_of(*(documents(variant, definitions) for variant in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema.get("type"):
        case "object":
            return objects(schema, definitions)
        case "array":
            return st.lists(documents(schema["items"], definitions), max_size=2)
        case "string":
            return strings(schema)
    return plain(schema)


def strings(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Texts of a form, among those that the program is likely to meet."""
    known = (*TEXTS, *IDS, *DATES, *FORMS, *CODES)
    pattern = re.compile(schema.get("pattern", "").replace("$", r"\Z"))
    good = [text for text in known if pattern.search(text)]
    limit = schema.get("maxLength", 1000)
    return st.sampled_from([text for text in good if len(text) <= limit])


def plain(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    match schema["type"]:
        case "boolean":
            return st.booleans()
        case "number":
            return st.sampled_from((1, 0.5, 12.25, 90))
    return st.integers(schema.get("minimum", -5), schema.get("maximum", 10**9))


def objects(schema: dict[str, Any], definitions: dict[str, Any]) -> st.SearchStrategy[Any]:
    properties = {
        key: documents(value, definitions) for key, value in schema.get("properties", {}).items()
    }
    required = set(schema.get("required", ()))
    if "patternProperties" in schema:
        (value,) = schema["patternProperties"].values()
        keys = st.sampled_from(("ref-61", "plenum"))
        return st.dictionaries(keys, documents(value, definitions), max_size=2)
    return st.fixed_dictionaries(
        {key: value for key, value in properties.items() if key in required},
        optional={key: value for key, value in properties.items() if key not in required},
    )


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every place in a document where a value stands."""
    pairs = enumerate(data) if isinstance(data, list) else data.items()
    found: list[tuple[Any, Any]] = []
    for part, below in pairs:
        found.append((data, part))
        if isinstance(below, list | dict):
            found += places(below)
    return found


def spoil(data: Any, draw: st.DrawFn) -> None:
    found = places(data)
    if not found:
        return
    holder, part = draw(st.sampled_from(found))
    match draw(st.sampled_from(("value", "gone", "unknown", "elsewhere"))):
        case "value":
            holder[part] = draw(oddities)
        case "gone":
            del holder[part]
        case "unknown" if isinstance(holder, dict):
            holder[draw(st.sampled_from(("fremd", "titl", "titel", "id", "alt")))] = draw(oddities)
        case "elsewhere":
            other, key = draw(st.sampled_from(found))
            if not isinstance(other[key], list | dict):
                holder[part] = other[key]


@st.composite
def cases(draw: st.DrawFn, name: str) -> Any:
    schema = SCHEMAS[f"{name}.schema.json"]
    data = draw(documents(schema, schema.get("$defs", {})))
    for _ in range(draw(st.integers(0, 2))):
        spoil(data, draw)
    return data


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(
    max_examples=SLOW, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_schema_and_program_agree(name: str, data: st.DataObject) -> None:
    document = data.draw(cases(name))
    kinds = [kind for kind in KINDS.values() if kind.schema == name]
    program = [fits_program(document, kind) for kind in kinds]
    assert fits_schema(document, name) == any(program), document


@pytest.mark.parametrize("key", ["kosten", "titel", "ziele", "leuchtturm", "fremd"])
def test_a_key_without_a_value_is_wrong_for_both(key: str) -> None:
    good = {"id": "M-001", "titel": "Hof", "handlungsfeld": "HF1"}
    assert fits_schema(good, "measure")
    assert fits_program(good, KINDS["measure"])
    assert not fits_schema({**good, key: None}, "measure")
    assert not fits_program({**good, key: None}, KINDS["measure"])
