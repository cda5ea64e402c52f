"""Findings for people, for other programs, and for the services that show them."""
