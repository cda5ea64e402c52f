"""Findings for people, for other programs, and for the services that show them.

`formats.FORMATS` names one function a format; each takes issues and gives the whole text.
"""
