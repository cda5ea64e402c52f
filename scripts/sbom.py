"""Write the bill of materials of the wheel as CycloneDX: what it needs, pinned, hashed, licensed.

The same lock and the same installed packages give the same bytes: no clock, no random number.
"""

import hashlib
import os
import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pypandoc
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from fontTools.ttLib import TTFont
from packageurl import PackageURL

import insek_cli
from insek_cli.resources import fonts_dir

ROOT = Path(__file__).resolve().parents[1]
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+))?")
SELF = "insek-cli"
EARLIEST = 315532800
"""1980: the date of files without one."""


@dataclass
class Pin:
    """A line of the lock: the hashes are those of all files of the version."""

    name: str
    version: str
    marker: str
    hashes: list[str] = field(default_factory=list)
    wanted_by: list[str] = field(default_factory=list)


def pins(lock: str) -> Iterator[Pin]:
    """What requirements.txt pins, with who wants it, by the comments of uv."""
    for block in re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]:
        match = PINNED.match(block)
        if match is None:
            raise ValueError(block)
        said = block.partition("# via")[2].replace("#", " ").split()
        wanted_by = [word for word in said if not word.startswith("(")]
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", block)
        marker = (match["marker"] or "").strip()
        yield Pin(match["name"], match["version"], marker, hashes, wanted_by)


def bill() -> str:
    """The bill as JSON."""
    found = list(pins((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    bom = Bom(serial_number=uuid.UUID(int=0))
    bom.metadata.timestamp = datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH") or EARLIEST), UTC
    )
    itself = Component(
        name=SELF,
        version=insek_cli.__version__,
        type=ComponentType.APPLICATION,
        bom_ref=SELF,
        licenses=[DisjunctiveLicense(id="EUPL-1.2")],
    )
    bom.metadata.component = itself
    parts = {SELF: itself, **{pin.name: _component(pin) for pin in found}}
    parts["pypandoc-binary"].components = [_pandoc()]
    bom.components = [part for name, part in parts.items() if name != SELF]
    fonts = _fonts()
    bom.components.add(fonts)
    for pin in found:
        for name in pin.wanted_by:
            bom.register_dependency(parts[name], [parts[pin.name]])
    bom.register_dependency(itself, [fonts])
    return _told(bom)


def _told(bom: Bom) -> str:
    """Named after its content, so that two bills with one name say the same."""
    for _turn in range(2):
        outputter = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
        text = outputter.output_as_string(indent=2)
        if bom.serial_number == uuid.UUID(int=0):
            bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, text)
    return f"{text}\n"


def _component(pin: Pin) -> Component:
    return Component(
        name=pin.name,
        version=pin.version,
        bom_ref=f"{pin.name}=={pin.version}",
        purl=PackageURL("pypi", name=pin.name, version=pin.version),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in pin.hashes],
        licenses=_licences(pin.name),
        properties=[Property(name="insek:only-where", value=pin.marker)] if pin.marker else (),
    )


def _licences(name: str) -> list[DisjunctiveLicense | LicenseExpression]:
    """As the package says itself; nothing for one that this system does not install."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return []
    if expression := about.get("License-Expression"):
        return [LicenseExpression(expression)]
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License :: ")
    ]
    named = (about.get("License") or "").strip().split("\n")[0]
    return [DisjunctiveLicense(name=text) for text in classified or filter(None, [named])]


def _pandoc() -> Component:
    """The program inside the package of the same purpose."""
    version = str(pypandoc.get_pandoc_version())
    return Component(
        name="pandoc",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=f"pandoc=={version}",
        licenses=[LicenseExpression("GPL-2.0-or-later")],
    )


def _fonts() -> Component:
    files = sorted(fonts_dir().glob("*.ttf"))
    version = f"{TTFont(files[0])['head'].fontRevision:.3f}"
    return Component(
        name="Source Sans 3",
        version=version,
        type=ComponentType.DATA,
        bom_ref="source-sans-3",
        licenses=[DisjunctiveLicense(id="OFL-1.1")],
        hashes=[
            HashType(
                alg=HashAlgorithm.SHA_256, content=hashlib.sha256(path.read_bytes()).hexdigest()
            )
            for path in files
        ],
    )


def main() -> None:
    """Write it beside the wheel."""
    target = ROOT / "dist" / f"insek_cli-{insek_cli.__version__}.cdx.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(bill(), encoding="utf-8")
    sys.stdout.write(f"{target.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
