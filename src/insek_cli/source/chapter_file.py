"""Free chapters: Markdown with front matter."""

from pathlib import Path

from insek_cli.catalog import Chapter
from insek_cli.models.base import Model, public
from insek_cli.models.types import Text
from insek_cli.source.data_files import Files, parse
from insek_cli.source.records import ChapterRecord
from insek_cli.source.source_file import Source
from insek_cli.source.syntax_slips import conflict
from insek_cli.source.validate import validate


class FrontMatter(Model):
    """What stands between the two lines `---` of a chapter."""

    titel: Text = public("Titel", "Überschrift des Kapitels.", default=...)
    nach: Text | None = public("nach", "Das Kapitel, hinter dem es steht.")


def read_chapter(path: Path, files: Files) -> ChapterRecord | None:
    """A chapter, or None with findings."""
    source = files.source(path)
    text = files.text(path, source)
    if text is None:
        return None
    lines = text.split("\n")
    if found := conflict(lines, prose=True):
        source.report(found.code, found.span, variant=found.variant)
        return None
    end = _end_of_front_matter(lines)
    if end is None:
        source.report("INSEK126")
        return None
    front = _front_matter(lines[1:end], source)
    if front is None:
        return None
    body = "\n".join(lines[end + 1 :])
    chapter = Chapter(path.stem, front.titel, front.nach, body, source.file)
    return ChapterRecord(chapter, end + 1, tuple(source.lines))


def _end_of_front_matter(lines: list[str]) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    return next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)


def _front_matter(lines: list[str], source: Source) -> FrontMatter | None:
    # The empty first line stands for `---`, so that line numbers are those of the file.
    node = parse("\n".join(["", *lines]), source)
    record = validate(node, FrontMatter, source) if node else None
    return record.model if record else None
