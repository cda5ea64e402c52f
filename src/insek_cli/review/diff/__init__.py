"""What changed in the content between two states of a project, whatever moved in the files.

`differing` loads two states and compares them; `reports`, `html_page` and `synopse` print the
`Comparison`.
"""
