"""Outputs are rendered beside the target folder, then moved in together."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from insek_cli.findings import InsekError
from insek_cli.i18n import _


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A private folder next to `target`, on the same file system; removed at the end."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise _unwritable(target.parent, error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def move_in(staged: Mapping[str, bytes], folder: Path, target: Path) -> None:
    """Write all files beside the target, then replace the old ones; only the named files change."""
    try:
        for name, content in staged.items():
            _write(folder / name, content)
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(target, error) from error
    for name in staged:
        _replace(folder / name, target / name)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    try:
        os.replace(source, target)
    except PermissionError as error:
        raise InsekError(
            _(
                "{name} cannot be replaced; it is open in another program or write-protected."
            ).format(name=target.name),
            _("Close {name} in Word, Excel or the PDF viewer and try again.").format(
                name=target.name
            ),
        ) from error
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(path: Path, error: OSError) -> InsekError:
    return InsekError(
        _("{path} cannot be written: {reason}").format(path=path, reason=error.strerror or error),
        _("Check the folder's permissions and free space, or choose another one with --out."),
    )
