"""Findings for readers: people on a terminal first."""
