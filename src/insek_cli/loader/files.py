"""Which files are data: sorted, inside the project, no links, no hidden files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from insek_cli.loader.decode import decode
from insek_cli.loader.nodes import Node
from insek_cli.loader.source import MAX_BYTES, MAX_PROJECT, Source
from insek_cli.loader.tree import read_tree

_YAML_LIKE = re.compile(r"\.ya?ml(?:\W|$)", re.IGNORECASE)
"""Also what an editor or Windows made of it: .yml, .yaml.txt, .yaml~."""


class Files:
    """The files of one project. Findings about files themselves are gathered in `sources`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources: list[Source] = []
        self._refused: set[Path] = set()
        self._folders: dict[Path, bool] = {}
        self._read = 0

    def source(self, path: Path) -> Source:
        """A new place for findings about a file."""
        source = Source(PurePosixPath(path.relative_to(self.root).as_posix()))
        self.sources.append(source)
        return source

    def listed(self, folder: str, suffix: str) -> list[Path]:
        """The files of a folder with a suffix; what looks like data and is not read is told."""
        found = []
        for path in self._inside(folder):
            if self.is_folder(path):
                continue
            if path.suffix == suffix:
                found.append(path)
            elif _YAML_LIKE.search(path.name):
                self.source(path).report("INSEK123", name=path.name)
        return found

    def folders(self, folder: str) -> list[Path]:
        """The folders in a folder."""
        return [path for path in self._inside(folder) if self.is_folder(path)]

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder."""
        return path.is_dir()

    def has(self, path: Path) -> bool:
        """Whether there is a file."""
        return path.exists()

    def is_link(self, path: Path) -> bool:
        """Whether there is a link."""
        return path.is_symlink()

    def _inside(self, folder: str) -> Iterator[Path]:
        base = self.root / folder
        if not base.is_dir() or not self.usable(base):
            return
        try:
            paths = sorted(base.iterdir(), key=lambda path: path.name)
        except OSError as error:
            self.source(base).report("INSEK122", name=base.name, reason=error.strerror or "")
            return
        yield from (path for path in paths if path.name[0] != "." and self.usable(path))

    def usable(self, path: Path) -> bool:
        """Whether a path is no link and lies in the project; otherwise there is a finding."""
        if not path.is_symlink() and self._inside_project(path.parent):
            return True
        if path not in self._refused:
            self._refused.add(path)
            self.source(path).report("INSEK121", name=path.name)
        return False

    def _inside_project(self, folder: Path) -> bool:
        if folder not in self._folders:
            inside = folder.resolve().is_relative_to(self.root.resolve())
            self._folders[folder] = inside
        return self._folders[folder]

    def text(self, path: Path, source: Source, limit: int = MAX_BYTES) -> str | None:
        """The text of a file, or None with findings."""
        try:
            if not path.is_file():
                source.report("INSEK122", name=path.name, reason="?")
                return None
            with path.open("rb") as stream:
                raw = stream.read(limit + 1) if self._read <= MAX_PROJECT else b""
        except OSError as error:
            source.report("INSEK122", name=path.name, reason=error.strerror or "")
            return None
        self._read += len(raw)
        if self._read > MAX_PROJECT:
            # Once more than the limit, so that each file after it is told too, unread.
            source.report("INSEK114", variant="project", limit=f"{MAX_PROJECT // 1024**2} MiB")
            return None
        return decode(raw, source, limit)

    def node(self, path: Path) -> tuple[Node | None, Source]:
        """The root node of a YAML file."""
        source = self.source(path)
        text = self.text(path, source)
        return (None if text is None else parse(text, source)), source


class Snapshot(Files):
    """Files that are not on the disk, such as those of a commit: content by relative path."""

    def __init__(self, root: Path, blobs: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self._blobs = {root / name: content for name, content in blobs.items()}
        self._above = {folder for path in self._blobs for folder in path.parents}

    def is_folder(self, path: Path) -> bool:
        return path in self._above

    def has(self, path: Path) -> bool:
        return path in self._blobs

    def is_link(self, path: Path) -> bool:  # noqa: ARG002
        return False

    def usable(self, path: Path) -> bool:  # noqa: ARG002
        return True

    def _inside(self, folder: str) -> Iterator[Path]:
        base = self.root / folder
        inside = {path for path in (*self._blobs, *self._above) if path.parent == base}
        names = sorted(inside, key=lambda path: path.name)
        yield from (path for path in names if path.name[0] != ".")

    def text(self, path: Path, source: Source, limit: int = MAX_BYTES) -> str | None:
        raw = self._blobs.get(path)
        if raw is None:
            source.report("INSEK122", name=path.name, reason="?")
            return None
        return decode(raw[: limit + 1], source, limit)


def parse(text: str, source: Source) -> Node | None:
    """The root node of a text; an empty one is a finding."""
    before = len(source.issues)
    node = read_tree(text, source)
    if node is None and len(source.issues) == before:
        source.report("INSEK108")
    return node
