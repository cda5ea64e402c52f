"""insek builds the report of an integrated urban development concept (INSEK) from YAML files."""

__version__ = "0.1.0"
