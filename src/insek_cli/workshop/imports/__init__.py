"""Reads files of votes: guarded, without names, and never in part.

`read_file` recognises a source of `sources` and gives raw questions; `plan_file` finds the
questions and measures they mean and says what would be stored (`ImportPlan`).
"""
