"""Reads vote files of other programs: guarded, without names, and never in part."""
