"""The documents of a project: which template each is made from, and the files it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentSpec:
    """`template` fills the text formats; `files` names the file of each format."""

    template: str
    files: Mapping[str, str]


REPORT = DocumentSpec(
    "report.md.j2",
    {
        "md": "insek.md",
        "docx": "insek.docx",
        "pdf": "insek.pdf",
        "xlsx": "massnahmenliste.xlsx",
    },
)
IMPLEMENTATION = DocumentSpec(
    "umsetzung.md.j2",
    {
        "md": "umsetzungsbericht.md",
        "docx": "umsetzungsbericht.docx",
        "pdf": "umsetzungsbericht.pdf",
        "xlsx": "umsetzungsbericht.xlsx",
        "pptx": "umsetzungsbericht.pptx",
    },
)
DOCUMENTATION = DocumentSpec(
    "werkstatt.md.j2",
    {
        "md": "dokumentation.md",
        "docx": "dokumentation.docx",
        "pdf": "dokumentation.pdf",
        "pptx": "dokumentation.pptx",
    },
)
SHEETS = DocumentSpec(
    "blatt.md.j2", {"md": "steckbrief.md", "docx": "steckbrief.docx", "pdf": "steckbrief.pdf"}
)
KOFI = DocumentSpec(
    "kofi.md.j2",
    {"md": "kofi.md", "docx": "kofi.docx", "pdf": "kofi.pdf", "xlsx": "kofi.xlsx"},
)
