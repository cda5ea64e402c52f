"""JSON Schema of the data files, made from the models, for editors and for other checkers.

It says in German what the models say, in the words that editors' YAML servers understand: no null
beside a type, because an absent key is what is not known.
"""

import json
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic.json_schema import models_json_schema

from insek_cli.findings import Issue, Position
from insek_cli.findings.codes import finding
from insek_cli.models.base import Model
from insek_cli.models.labels import LABELS
from insek_cli.models.record_kinds import KINDS, RecordKind, kind_of
from insek_cli.models.text_forms import FORMS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = PurePosixPath("data/schema")
_ACROSS: dict[str, dict[str, Any]] = {
    "Image": {
        "if": {"properties": {"dekorativ": {"const": True}}, "required": ["dekorativ"]},
        "then": {"not": {"required": ["alt"]}},
        "else": {"required": ["alt"]},
    },
    "Funding": {"not": {"required": ["betrag", "anteil"]}},
    "Eligible": {"not": {"required": ["betrag", "anteil"]}},
}
"""What the validators of a model say about several keys at once."""

Schema = dict[str, Any]


def schemas() -> dict[str, str]:
    """The schemas as they lie in data/schema/, by file name."""
    kinds = defaultdict(list)
    for kind in KINDS.values():
        kinds[kind.schema].append(kind)
    return {f"{name}.schema.json": _text(kinds[name]) for name in sorted(kinds) if name}


def modeline(file: PurePosixPath) -> str:
    """The comment that tells editors the schema of a data file; empty where there is none."""
    kind = kind_of(file)
    if kind is None:
        return ""
    up = "../" * (len(file.parts) - len(FOLDER.parts))
    return f"# yaml-language-server: $schema={up}{FOLDER.name}/{kind.schema}.schema.json"


def drift(root: Path) -> list[Issue]:
    """The schemas of a project that are missing or do not fit the models of this program."""
    found = []
    for name, text in schemas().items():
        file = FOLDER / name
        path = root / file
        if not path.is_file():
            found.append(finding("INSEK142", Position(file), "", "", variant="missing"))
        elif path.read_bytes().replace(b"\r\n", b"\n") != text.encode():
            found.append(finding("INSEK142", Position(file), "", "", variant="differs"))
    return found


def _text(kinds: list[RecordKind[Any]]) -> str:
    """The schema of a kind, or of several whose files are lists."""
    models = [kind.model for kind in kinds]
    definitions = _definitions(models)
    if kinds[0].many:
        lists = [{"type": "array", "items": _reference(m.__name__)} for m in models]
        schema: Schema = {"anyOf": lists} if len(lists) > 1 else lists[0]
    else:
        schema = definitions.pop(models[0].__name__)
    below = {"$defs": definitions} if definitions else {}
    whole = {"$schema": DIALECT, "title": kinds[0].title, **schema, **below}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _definitions(models: list[type[Model]]) -> dict[str, Schema]:
    made = models_json_schema([(model, "validation") for model in models])[1]
    return {
        name: {**_plain(definition), **_ACROSS.get(name, {})}
        for name, definition in made["$defs"].items()
    }


def _plain(model: Schema) -> Schema:
    """A model without the English of its class."""
    properties = {key: _key(value) for key, value in model["properties"].items()}
    required = {"required": model["required"]} if "required" in model else {}
    return {"type": "object", "properties": properties, **required, "additionalProperties": False}


def _key(schema: Schema) -> Schema:
    """What an editor needs to know of a key: no null, no marks of this program."""
    found = {key: value for key, value in schema.items() if not key.startswith("x-")}
    if found.get("default", ...) in (None, [], {}):
        del found["default"]
    if variants := found.get("anyOf"):
        kept = [_key(variant) for variant in variants if variant.get("type") != "null"]
        if len(kept) == 1:
            del found["anyOf"]
            found = {**kept[0], **found}
        else:
            found["anyOf"] = kept
    if "items" in found:
        found["items"] = _key(found["items"])
    if "patternProperties" in found or "propertyNames" in found:
        found = _table(found)
    return _explained(found)


def _table(schema: Schema) -> Schema:
    """Free keys of one form, or a few fixed ones."""
    schema = dict(schema)
    if names := schema.get("propertyNames", {}).get("enum"):
        del schema["propertyNames"]
        value = _key(schema["additionalProperties"])
        return {**schema, "properties": dict.fromkeys(names, value), "additionalProperties": False}
    patterns = {key: _key(value) for key, value in schema["patternProperties"].items()}
    return {**schema, "patternProperties": patterns, "additionalProperties": False}


def _explained(schema: Schema) -> Schema:
    found = dict(schema)
    if words := found.get("enum"):
        found["enumDescriptions"] = [LABELS.get(word, word) for word in words]
    if form := FORMS.get(found.get("pattern", "")):
        found["patternErrorMessage"] = form.advice
        if form.offered:
            found.setdefault("examples", [form.example])
    first: Schema = {
        key: found.pop(key) for key in ("title", "description", "type") if key in found
    }
    return {**first, **found}
