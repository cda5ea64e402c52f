"""New files of a project: names and texts, and `write`, which overwrites nothing.

The texts are German, like the data they begin.
"""
