"""The images that a delivered Markdown names lie in bilder/ beside it: these and no others.

A record beside them (.insek.json: document, image, SHA-256) tells the program's copies from files
of others. Only a copy that still has the bytes that were written is replaced or removed.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insek_cli.build.image_copies import FOLDER, images_in
from insek_cli.build.request import Output
from insek_cli.findings import InsekError
from insek_cli.i18n import _

RECORD = ".insek.json"


@dataclass(frozen=True)
class Copies:
    """What has to change beside a Markdown, and the images that then lie there."""

    changed: dict[Path, bytes]
    outdated: tuple[Path, ...]
    outputs: tuple[Output, ...]


def copies_beside(root: Path, document: Path, text: bytes) -> Copies:
    """The copies for the Markdown `text` that becomes `document`.

    Raises InsekError when another file lies where an image belongs.
    """
    folder = document.parent / FOLDER
    record = _read(folder / RECORD)
    images = images_in(text.decode(), root)
    known = {name: digest for names in record.values() for name, digest in names.items()}
    owned = {
        name: _digest(content)
        for name, content in images.items()
        if _is_written(folder / name, content, known.get(name))
    }
    others = {name for of, names in record.items() if of != document.name for name in names}
    outdated = [
        folder / name
        for name, digest in record.get(document.name, {}).items()
        if name not in images and name not in others and _bytes_are(folder / name, digest)
    ]
    # What another document shows too has the new bytes in its record as well.
    renewed = {
        of: {name: owned.get(name, digest) for name, digest in names.items()}
        for of, names in record.items()
    }
    kept = {of: names for of, names in {**renewed, document.name: owned}.items() if names}
    changed = {folder / name: images[name] for name in owned}
    if kept:
        changed[folder / RECORD] = json.dumps(kept, indent=1, sort_keys=True).encode() + b"\n"
    elif record:
        outdated.append(folder / RECORD)
    outputs = (
        Output("bild", folder / name, len(content), "", _digest(content))
        for name, content in images.items()
    )
    return Copies(changed, tuple(outdated), tuple(outputs))


def _is_written(path: Path, content: bytes, known: str | None) -> bool:
    """Whether the image is the program's to write; the same bytes of another stay as they are."""
    present = path.exists() or path.is_symlink()
    if not present or (known and _bytes_are(path, known)):
        return True
    if _bytes_are(path, _digest(content)):
        return False
    raise InsekError(
        _("{path} is not a copy that insek wrote; nothing was written.").format(path=path),
        _("Rename or remove the file, or choose another folder with --out."),
    )


def _bytes_are(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and _digest(path.read_bytes()) == digest


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> dict[str, dict[str, str]]:
    """The record; what does not read as one claims nothing, and no name leads out of the folder."""
    try:
        documents: Any = json.loads(path.read_bytes())
        return {
            str(document): {
                str(name): str(digest)
                for name, digest in names.items()
                if (path.parent / name).resolve().is_relative_to(path.parent.resolve())
            }
            for document, names in documents.items()
        }
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}
