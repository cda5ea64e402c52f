"""Office archives as dictionaries of parts; written with fixed dates, so same parts, same bytes."""

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PACKED = (".png", ".jpg", ".jpeg")


def read(archive: bytes) -> dict[str, bytes]:
    """The parts of an office archive by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist() if not name.endswith("/")}


def write(parts: dict[str, bytes]) -> bytes:
    """An office archive of these parts, the content types first as OPC readers expect them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            packed = name.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            archive.writestr(info, parts[name])
    return target.getvalue()
