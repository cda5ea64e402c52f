"""Images that reach out, run, or would keep the engines busy: each with what is found in it."""

import struct
import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from insek_cli.checks.images import trouble

FOLDER = Path(__file__).parents[1] / "hostile" / "images"
EXPECTED = FOLDER / "expected.txt"
CITY = Path(__file__).parents[2] / "examples" / "musterstadt"


def expected() -> dict[str, str]:
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if not line.startswith("#"))


def found(folder: Path, name: str, content: bytes) -> str:
    target = folder / "data" / "bilder" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return " ".join(filter(None, trouble(folder, name) or ("-",)))


def test_every_file_has_an_expectation() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {EXPECTED.name}
    assert files == expected().keys()
    assert len(files) >= 30


@pytest.mark.parametrize("name", expected())
def test_hostile_images(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, (FOLDER / name).read_bytes()) == expected()[name]


def test_images_of_the_example_are_fine() -> None:
    names = [path.name for path in (CITY / "data" / "bilder").iterdir()]
    assert len(names) >= 5
    assert [trouble(CITY, name) for name in names] == [None] * len(names)


def png(width: int, height: int, rows: int) -> bytes:
    """A white picture of one colour depth; with fewer rows than its height it is cut off."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress((b"\0" + b"\xff" * width) * rows)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def drawing(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()


def embedded(content: bytes) -> bytes:
    return drawing(f'<image href="data:image/png;base64,{b64encode(content).decode()}"/>')


BOMB, LIE = png(30_000, 30_000, 1), png(2_000_000_000, 2_000_000_000, 0)
HUGE = {
    "bombe.png": (BOMB, "INSEK214 64"),
    "luege.png": (LIE, "INSEK214 64"),
    "gross.png": (png(9_000, 9_000, 1), "INSEK214 64"),
    "abgeschnitten.png": (png(90, 90, 90)[:-30], "INSEK212"),
    "gut.png": (png(90, 90, 90), "-"),
    "name.jpg": (png(90, 90, 90), "INSEK212"),
    "bombe.svg": (embedded(BOMB), "INSEK213 href"),
    "gut.svg": (embedded(png(90, 90, 90)), "-"),
    "gross.svg": (b"<svg>" + b" " * 8 * 1024**2 + b"</svg>", "INSEK214 8"),
    "text.svg": (drawing("<text>" + "A" * 3_000_000 + "</text>"), "INSEK213 > 100000"),
    "tief.svg": (drawing("<g>" * 200_000 + "</g>" * 200_000), "INSEK212"),
    "kreis.svg": (drawing('<g id="a"><use href="#a"/><use href="#a"/></g>'), "INSEK213 2"),
    "muster.svg": (
        drawing('<filter id="f"/>' + '<rect filter="url(#f)"/>' * 300),
        "INSEK213 300 × url",
    ),
    "karte.svg": (drawing("<rect/>" * 50_000), "-"),
}


@pytest.mark.parametrize("name", HUGE)
def test_images_of_any_size(tmp_path: Path, name: str) -> None:
    content, about = HUGE[name]
    assert found(tmp_path, name, content).startswith(about)
