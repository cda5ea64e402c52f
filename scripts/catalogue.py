"""Renew the German catalogue: messages from the source, the compiled file from the translations.

Run it after changing a message; translate what stands empty in insek.po; run it again.
"""

import io
import struct
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "insek_cli"
PO = SOURCE / "locale" / "de" / "LC_MESSAGES" / "insek.po"
HEADER = """Language: de
Content-Type: text/plain; charset=utf-8
Plural-Forms: nplurals=2; plural=(n != 1);
"""
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def messages() -> list[tuple[str | tuple[str, ...], str]]:
    """Every message of the source with the file it stands in, in the order of the files."""
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    ordered = sorted(found, key=lambda entry: (entry[0], entry[1]))
    return [(message, Path(file).as_posix()) for file, _, message, _, _ in ordered]


def renewed() -> Catalog:
    """The catalogue with the messages of today and the translations at hand."""
    old = read_po(io.BytesIO(PO.read_bytes()), locale="de") if PO.exists() else Catalog("de")
    new = Catalog("de", domain="insek", fuzzy=False, header_comment="# German messages of insek.")
    for message, file in messages():
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(message, known.string if known else None, locations=[(file, None)])
    return new


def as_po(catalogue: Catalog) -> bytes:
    """The file translators edit, without dates and line numbers."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, omit_header=True, ignore_obsolete=True)
    quoted = "".join(f'"{line}\\n"\n' for line in HEADER.splitlines())
    header = f'# German messages of insek.\nmsgid ""\nmsgstr ""\n{quoted}\n'
    return header.encode() + stream.getvalue()


def as_mo(po: bytes) -> bytes:
    """The compiled file that travels with the package (GNU MO, without a hash table).

    Written here because babel's own writer puts the day and its version into the header.
    """
    catalogue = read_po(io.BytesIO(po), locale="de")
    pairs = sorted([(b"", HEADER.encode()), *(_pair(m) for m in catalogue if m.id and m.string)])
    count = len(pairs)
    ids, texts = ([pair[index] for pair in pairs] for index in (0, 1))
    start = 28 + 16 * count
    offsets: list[int] = []
    for text in (*ids, *texts):
        offsets += [len(text), start]
        start += len(text) + 1
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    return head + struct.pack(f"<{4 * count}I", *offsets) + b"".join(t + b"\0" for t in ids + texts)


def _pair(message: Message) -> tuple[bytes, bytes]:
    id_, string = message.id, message.string
    one = id_ if isinstance(id_, str) else "\0".join(id_)
    return one.encode(), (string if isinstance(string, str) else "\0".join(string)).encode()


def untranslated(catalogue: Catalog) -> list[str]:
    """Messages without a German text."""
    entries = [message for message in catalogue if message.id]
    return [str(m.id) for m in entries if not m.string or "" in tuple(m.string)]


def main() -> int:
    """Write both files; say what still has no translation."""
    catalogue = renewed()
    po = as_po(catalogue)
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(as_mo(po))
    empty = untranslated(catalogue)
    for message in empty:
        sys.stdout.write(f"not translated: {message!r}\n")
    return 1 if empty else 0


if __name__ == "__main__":
    sys.exit(main())
