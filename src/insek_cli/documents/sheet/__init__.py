"""The spreadsheet `massnahmenliste.xlsx`: a list to print, the data to work with, live figures."""

from insek_cli.documents.sheet.list_workbook import render

__all__ = ["MIME", "render"]

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
