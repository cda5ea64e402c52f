"""The schemas in the repository are those of the models, and every data file finds its own."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest

from insek_cli.models.key_paths import flattened
from insek_cli.models.labels import LABELS
from insek_cli.models.record_kinds import KINDS, kind_of
from insek_cli.review.schema import FOLDER, drift, modeline, schemas
from insek_cli.source.data_files import parse
from insek_cli.source.decode import decode
from insek_cli.source.nodes import python
from insek_cli.source.source_file import Source

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = (ROOT, *sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir()))
DATA = [
    (project, PurePosixPath(path.relative_to(project).as_posix()))
    for project in PROJECTS
    for path in sorted((project / "data").rglob("*.yaml"))
]
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schemas().items()}
EXPLAINED = {"title", "description"}
NAMES = {
    name
    for kind in KINDS.values()
    for path in flattened(kind.model)
    if path.key.table
    for name in path.key.choices
}
"""What may stand in a table of values is explained by the key of the table."""
ENGLISH = {"The", "the", "An", "of", "and", "record", "model", "with", "whole"}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema."""
    if isinstance(schema, dict):
        yield schema
        for below in schema.values():
            yield from parts(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from parts(below)


def texts(schema: dict[str, Any]) -> list[str]:
    keys = ("title", "description", "patternErrorMessage")
    found = [part[key] for part in parts(schema) for key in keys if isinstance(part.get(key), str)]
    return found + [text for part in parts(schema) for text in part.get("enumDescriptions", [])]


def test_the_committed_schemas_are_those_of_the_models() -> None:
    assert drift(ROOT) == [], "run: insek schema"
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(SCHEMAS)


def test_a_changed_and_a_missing_schema_are_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    (tmp_path / FOLDER / "field.schema.json").unlink()
    (tmp_path / FOLDER / "measure.schema.json").write_text("{}", encoding="utf-8")
    issues = drift(tmp_path)
    assert [issue.position.file.name for issue in issues] == [
        "field.schema.json",
        "measure.schema.json",
    ]


def test_windows_line_ends_are_no_difference(tmp_path: Path) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    for path in (tmp_path / FOLDER).iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert drift(tmp_path) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one_that_editors_understand(name: str) -> None:
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    for part in parts(schema):
        assert part.get("type") != "null"
        assert not [key for key in part if key.startswith("x-")]
        if "properties" in part and "type" in part:
            assert part["additionalProperties"] is False
        if "enum" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_german(name: str) -> None:
    keys = [
        (key, part)
        for schema in parts(SCHEMAS[name])
        if "type" in schema
        for key, part in schema.get("properties", {}).items()
    ]
    assert keys
    assert [k for k, part in keys if k not in NAMES and not set(part) >= EXPLAINED] == []
    assert [text for text in texts(SCHEMAS[name]) if ENGLISH & set(text.split())] == []


def test_choices_are_told_in_words() -> None:
    status = SCHEMAS["measure.schema.json"]["properties"]["status"]
    assert dict(zip(status["enum"], status["enumDescriptions"], strict=True)) == {
        word: LABELS[word] for word in status["enum"]
    }


@pytest.mark.parametrize(("project", "file"), DATA, ids=lambda part: str(part)[-60:])
def test_every_data_file_names_its_schema_and_fits_it(project: Path, file: PurePosixPath) -> None:
    kind = kind_of(file)
    assert kind is not None
    first = (project / file).read_text(encoding="utf-8").split("\n")[0]
    assert first == modeline(file)
    named = (project / file).parent / first.split("$schema=")[1]
    assert named.resolve() == (project / FOLDER).resolve() / f"{kind.schema}.schema.json"
    source = Source(file)
    text = decode((project / file).read_bytes(), source)
    assert text is not None
    node = parse(text, source)
    assert node is not None
    data = json.loads(json.dumps(python(node)))
    jsonschema.Draft202012Validator(SCHEMAS[named.name]).validate(data)
