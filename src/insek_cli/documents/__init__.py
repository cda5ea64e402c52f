"""From a `Report` to the bytes of one document; no data file is read here.

`report_markdown` fills the templates; `markdown`, `word` and `pdf` set the text by the programs in
`engines`, `sheet` and `slides` write the report themselves. Each has one function, `render`.
"""
