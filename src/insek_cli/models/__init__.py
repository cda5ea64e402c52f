"""The data of an INSEK as pydantic models: no YAML, no files, no templates.

`keys` says of each key of a model what it holds and where it is printed; all others ask there.
"""
