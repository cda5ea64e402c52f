"""A planning office's list into the data of a project.

`find_table` finds the table in the sheets, `headings` what its columns are, the readers of values
(`amounts`, `periods`, `name_lists`) take apart what is certain, `plan_import` compares with the
files and with what the list said last time, and `project_files` writes the outcome.

Every word of a cell is found again: what no reader understands as a whole stays as text.
"""
