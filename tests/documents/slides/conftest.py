"""Slides are made of the documentation of a workshop; its tests build it once for all."""

from workshop.documentation.conftest import city, fictitious, insek, real

__all__ = ["city", "fictitious", "insek", "real"]
