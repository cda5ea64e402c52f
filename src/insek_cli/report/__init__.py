"""What the documents say, independent of any format: numbered, sorted, linked, summed up.

`report` composes a `Report` from a catalog for one audience and stage (`Options`); templates,
spreadsheet and slides see its views, never the models' bare records.
"""
