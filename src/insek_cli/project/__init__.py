"""New files of a project, from its beginning (`new_project`) to one more measure or remark.

`new_measure` and `new_field` give path and text, `write_new_files` writes and overwrites nothing.
The texts are German, like the data they begin.
"""
