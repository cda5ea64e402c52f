"""The spreadsheet `massnahmenliste.xlsx`: a list to print, the data to work with, live figures."""

from insek_cli.documents.sheet.implementation_book import render_implementation
from insek_cli.documents.sheet.list_workbook import render, render_kofi

__all__ = ["MIME", "render", "render_implementation", "render_kofi"]

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
