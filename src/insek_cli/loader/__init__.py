"""Reads the data of a project: files to nodes with positions, nodes to models, findings beside."""

from insek_cli.loader.assemble import assemble
from insek_cli.loader.project import load_project
from insek_cli.loader.records import Loaded, Record

__all__ = ["Loaded", "Record", "assemble", "load_project"]
