"""Which files are data: sorted, inside the project, no links, no hidden files."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path, PurePosixPath

from insek_cli import limits
from insek_cli.limits import Budget
from insek_cli.source.decode import decode
from insek_cli.source.file_copies import copies
from insek_cli.source.node_tree import read_tree
from insek_cli.source.nodes import Node
from insek_cli.source.source_file import Source

DEEPEST = 20
"""Levels of folders that are looked into; data needs four."""
_ID = re.compile(r"^id:[ \t]*[\"']?([\w-]+)", re.MULTILINE)


class Files:
    """The files of one project. Findings about files themselves are gathered in `sources`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources: list[Source] = []
        self._refused: set[Path] = set()
        self._folders: dict[Path, bool] = {}
        self._texts, self._entries = Budget(limits.TEXTS), Budget(limits.ENTRIES)

    def source(self, path: Path) -> Source:
        """A new place for findings about a file."""
        source = Source(PurePosixPath(path.relative_to(self.root).as_posix()))
        self.sources.append(source)
        return source

    def listed(self, folder: str, suffix: str) -> list[Path]:
        """The files of a folder with a suffix; copies of others are told and left out."""
        inside = self._inside(folder)
        return self._originals(p for p in inside if p.suffix == suffix and not self.is_folder(p))

    def folders(self, folder: str) -> list[Path]:
        """The folders in a folder; copies of others are told and left out."""
        return self._originals(path for path in self._inside(folder) if self.is_folder(path))

    def _originals(self, paths: Iterable[Path]) -> list[Path]:
        """All but the copies: which of two holds is for the planner to say, so none is read."""
        named = {path.stem: path for path in paths}
        for name, original in copies(named).items():
            copy, other = named[name], named[original]
            if self.is_folder(copy):
                details = {"name": f"{copy.name}/", "other": f"{other.name}/"}
                self.source(copy).report("INSEK131", variant="folder", **details)
                del named[name]
            elif (variant := self._alike(copy, other)) is not None:
                details = {"name": copy.name, "other": other.name}
                self.source(copy).report("INSEK131", variant=variant, **details)
                del named[name]
        return list(named.values())

    def _alike(self, copy: Path, other: Path) -> str | None:
        """Whether a copy says the same, or something else; None when it has an id of its own."""
        texts = [self.text(path, Source(PurePosixPath(path.name))) or "" for path in (copy, other)]
        ids = [match.group(1).lower() for text in texts if (match := _ID.search(text))]
        if len({*ids}) > 1:
            return None
        return "same" if texts[0] == texts[1] else ""

    def every(
        self, folder: PurePosixPath, without: Collection[PurePosixPath]
    ) -> Iterator[PurePosixPath]:
        """The files of a folder and of all below, without hidden ones, links and some folders.

        A folder too deep to look into stands for what is in it.
        """
        waiting = [folder]
        while waiting:
            place = waiting.pop()
            for path in self._inside(str(place)):
                inside = place / path.name
                if not self.is_folder(path) or len(inside.parts) > DEEPEST:
                    yield inside
                elif inside not in without:
                    waiting.append(inside)

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
            paths = list(islice(base.iterdir(), max(self._entries.left, 0) + 1))
        except OSError as error:
            self.source(base).report("INSEK122", name=base.name, reason=error.strerror or "")
            return
        if not self._entries.take(len(paths)):
            self.source(base).report("INSEK114", variant="files", limit=str(limits.ENTRIES))
            return
        paths.sort(key=lambda path: path.name)
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

    def text(self, path: Path, source: Source, limit: int = limits.TEXT) -> str | None:
        """The text of a file, or None with findings; what is too large is not read."""
        try:
            if not path.is_file():
                source.report("INSEK122", name=path.name, reason="?")
                return None
            if not self._fits(path.stat().st_size, source, limit):
                return None
            with path.open("rb") as stream:
                raw = stream.read(limit + 1)
        except OSError as error:
            source.report("INSEK122", name=path.name, reason=error.strerror or "")
            return None
        return decode(raw, source, limit)

    def _fits(self, size: int, source: Source, limit: int) -> bool:
        """Whether a file, and all together, have no more than is read."""
        if size > limit:
            source.report("INSEK114", variant="bytes", limit=f"{limit // limits.KIB} KiB")
            return False
        if self._texts.take(size):
            return True
        source.report("INSEK114", variant="project", limit=f"{limits.TEXTS // limits.MIB} MiB")
        return False

    def node(self, path: Path) -> tuple[Node | None, Source]:
        """The root node of a YAML file."""
        source = self.source(path)
        text = self.text(path, source)
        return (None if text is None else parse(text, source)), source


class Snapshot(Files):
    """Files that are not on the disk, such as those of a commit: content by relative path.

    None stands for what was too large to be read, or is no text.
    """

    def __init__(self, root: Path, blobs: Mapping[str, bytes | None]) -> None:
        super().__init__(root)
        self._blobs = {root / name: content for name, content in blobs.items()}
        self._children: dict[Path, set[Path]] = defaultdict(set)
        for path in self._blobs:
            child = path
            # Folders above that are known have been put in with all above them.
            while child != root and child not in self._children[child.parent]:
                self._children[child.parent].add(child)
                child = child.parent

    def is_folder(self, path: Path) -> bool:
        return path in self._children

    def has(self, path: Path) -> bool:
        return path in self._blobs

    def is_link(self, path: Path) -> bool:  # noqa: ARG002
        return False

    def usable(self, path: Path) -> bool:  # noqa: ARG002
        return True

    def _inside(self, folder: str) -> Iterator[Path]:
        inside = self._children.get(self.root / folder, set())
        names = sorted(inside, key=lambda path: path.name)
        yield from (path for path in names if path.name[0] != ".")

    def every(
        self, folder: PurePosixPath, without: Collection[PurePosixPath]
    ) -> Iterator[PurePosixPath]:
        for path in sorted(self._blobs):
            place = PurePosixPath(path.relative_to(self.root).as_posix())
            hidden = any(part[0] == "." for part in place.parts)
            if place.is_relative_to(folder) and not hidden and not {*place.parents} & {*without}:
                yield place

    def text(self, path: Path, source: Source, limit: int = limits.TEXT) -> str | None:
        if path not in self._blobs:
            source.report("INSEK122", name=path.name, reason="?")
            return None
        raw = self._blobs[path]
        size = limit + 1 if raw is None else len(raw)
        return decode(raw or b"", source, limit) if self._fits(size, source, limit) else None


def parse(text: str, source: Source) -> Node | None:
    """The root node of a text; an empty one is a finding."""
    before = len(source.issues)
    node = read_tree(text, source)
    if node is None and len(source.issues) == before:
        source.report("INSEK108")
    return node
