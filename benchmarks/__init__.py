"""How fast insek is, and against what: `make bench`."""
