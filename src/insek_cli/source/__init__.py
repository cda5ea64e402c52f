"""Reads the data of a project: files to nodes with positions, nodes to models, findings beside.

`load_project` never raises for content: what it could read are records, the rest is findings with
file, line and column. `assemble` makes the catalog of the records.
"""

from insek_cli.source.project import load_project
from insek_cli.source.records import Loaded, Record
from insek_cli.source.to_catalog import assemble

__all__ = ["Loaded", "Record", "assemble", "load_project"]
