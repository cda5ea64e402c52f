"""Data on its way out and back: workbooks of departments, merged key by key with the files.

`three_way` merges single values, `merge_plan` what came back with what stands in the files now,
`yaml_edits` writes single keys and leaves every other byte. Readers of files (`workbook_return`)
give a `Returned` each; whoever reads another kind of file gives one too.
"""
