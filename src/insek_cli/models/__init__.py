"""The data of an INSEK as pydantic models: no YAML, no files, no templates."""
