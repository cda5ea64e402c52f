"""Puts the resource folders of the repository's top level into the wheel."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RESOURCES = {"templates": "templates", "examples": "examples", "data/schema": "schema"}


class ResourceHook(BuildHookInterface):  # type: ignore[type-arg]
    """An editable installation reads the folders in place; only a real wheel copies them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        for source, target in RESOURCES.items():
            folder = Path(self.root, source)
            if folder.is_dir():
                build_data["force_include"][str(folder)] = f"insek_cli/{target}"
