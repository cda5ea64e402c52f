"""Converted pieces of the last build of a document, so that the next converts what is new."""

import hashlib
import json

from insek_cli.build import user_cache
from insek_cli.build.request import Request
from insek_cli.documents.engines.pandoc_chunks import Chunks


class PandocCache:
    """The pieces of one document of one project, for Typst and for delivered Markdown."""

    def __init__(self, request: Request) -> None:
        variant = (request.root.resolve(), request.workshop, request.profile, request.only)
        self._name = "stuecke-" + hashlib.sha256(repr(variant).encode()).hexdigest()
        kept = user_cache.read(self._name)
        known: dict[str, dict[str, str]] = json.loads(kept) if kept else {}
        self.typst = Chunks(known.get("typst"))
        self.gfm = Chunks(known.get("gfm"))

    def keep(self) -> None:
        """Keep the pieces of this build; those of a format that was not built stay."""
        used = {
            name: chunks.used or dict(chunks.known)
            for name, chunks in (("typst", self.typst), ("gfm", self.gfm))
        }
        user_cache.write(self._name, json.dumps(used, ensure_ascii=False).encode())
