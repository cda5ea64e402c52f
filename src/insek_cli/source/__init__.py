"""Reads the data of a project: files to nodes with positions, nodes to models, findings beside."""

from insek_cli.source.project import load_project
from insek_cli.source.records import Loaded, Record
from insek_cli.source.to_catalog import assemble

__all__ = ["Loaded", "Record", "assemble", "load_project"]
