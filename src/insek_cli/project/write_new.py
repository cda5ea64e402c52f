"""Files of a project, written only where nothing stands yet."""

from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from insek_cli import storage
from insek_cli.findings import InsekError
from insek_cli.i18n import _

SHOWN = 10


def write_new_files(
    root: Path, files: Mapping[PurePosixPath, bytes], kept: Collection[PurePosixPath] = ()
) -> list[Path]:
    """Write all files, or none when one of them exists already.

    Those in `kept` may exist; they stay as they are.
    """
    present = [path for path in files if (root / path).exists() or (root / path).is_symlink()]
    if taken := [path for path in present if path not in kept]:
        raise _exists(root, taken)
    new = {root / path: content for path, content in files.items() if path not in present}
    storage.write_files(root / "build", new)
    return [*new]


def _exists(root: Path, present: list[PurePosixPath]) -> InsekError:
    names = [str(path) for path in present[:SHOWN]]
    if len(present) > SHOWN:
        names.append(_("and {n} more").format(n=len(present) - SHOWN))
    message = _("Nothing was written: some of the files exist already in {folder}.")
    hint = "\n".join([_("Choose an empty folder, or move these away:"), *names])
    return InsekError(message.format(folder=root), hint, exit_code=2)
